//! `Changes`: what differs between two snapshots, so that an edit wakes only the cards that it changed.

use crate::editor::snapshot::Snapshot;
use crate::scene::graph::{Edge, Scene};
use crate::text::path::FilePath;
use indexmap::IndexMap;
use std::sync::Arc;

/// What is different in a new snapshot.
#[allow(clippy::struct_excessive_bools, reason = "each is one thing that the view wakes or does not")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Keys of cards that are new, in scene order.
    pub added: Vec<String>,
    /// Keys of cards that are gone.
    pub removed: Vec<String>,
    /// Keys of cards that say something else or stand elsewhere.
    pub changed: Vec<String>,
    /// Whether the list of cards differs: some came, went or changed places in it.
    pub order: bool,
    /// Ids of edges that are new.
    pub edges_added: Vec<String>,
    /// Ids of edges that are gone.
    pub edges_removed: Vec<String>,
    /// Ids of edges that say something else or run elsewhere.
    pub edges_changed: Vec<String>,
    /// Whether the list of edges differs.
    pub edge_order: bool,
    /// Files that are new, gone or different.
    pub files: Vec<FilePath>,
    /// Whether the diagnostics differ.
    pub diagnostics: bool,
    /// Whether `stale` differs.
    pub stale: bool,
}

impl Changes {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What is different in `new`.
pub fn changes(old: &Snapshot, new: &Snapshot) -> Changes {
    let mut changes = Changes {
        files: changed_files(old, new),
        diagnostics: !Arc::ptr_eq(&old.diagnostics, &new.diagnostics) && old.diagnostics != new.diagnostics,
        stale: old.stale != new.stale,
        ..Changes::default()
    };
    if !Arc::ptr_eq(&old.scene, &new.scene) {
        compare_nodes(&old.scene, &new.scene, &mut changes);
        compare_edges(old, new, &mut changes);
    }
    changes
}

/// Files that are not the same text.
fn changed_files(old: &Snapshot, new: &Snapshot) -> Vec<FilePath> {
    let (old, new) = (&old.workspace.files, &new.workspace.files);
    let gone = old.keys().filter(|it| !new.contains_key(*it));
    let other =
        new.iter().filter(|(path, bytes)| old.get(*path).is_none_or(|it| !Arc::ptr_eq(it, bytes) && it != *bytes));
    gone.chain(other.map(|(path, _)| path)).cloned().collect()
}

/// Compares the cards.
fn compare_nodes(old: &Scene, new: &Scene, changes: &mut Changes) {
    for (key, node) in &new.nodes {
        match old.nodes.get(key) {
            None => changes.added.push(key.clone()),
            Some(before) if before != node => changes.changed.push(key.clone()),
            Some(_) => {}
        }
    }
    changes.removed = old.nodes.keys().filter(|it| !new.nodes.contains_key(*it)).cloned().collect();
    changes.order = !old.nodes.keys().eq(new.nodes.keys());
}

/// Compares the edges; one also changes when it runs elsewhere.
fn compare_edges(old: &Snapshot, new: &Snapshot, changes: &mut Changes) {
    let (before, after) = (by_id(&old.scene), by_id(&new.scene));
    for (id, edge) in &after {
        match before.get(id) {
            None => changes.edges_added.push(id.clone()),
            Some(it) if it != edge || old.routes.get(id) != new.routes.get(id) => {
                changes.edges_changed.push(id.clone());
            }
            Some(_) => {}
        }
    }
    changes.edges_removed = before.keys().filter(|it| !after.contains_key(*it)).cloned().collect();
    changes.edge_order = !before.keys().eq(after.keys());
}

/// The edges by id.
fn by_id(scene: &Scene) -> IndexMap<String, &Edge> {
    scene.edges.iter().map(|it| (it.id(), it)).collect()
}
