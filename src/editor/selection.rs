//! `Selection`: which cards or which edge a person works on. It names things by what they are in the project, so that it
//! survives every edit that keeps them, and follows a rename.

use crate::scene::graph::{NodeId, Scene};
use std::collections::BTreeSet;

/// What is selected: any number of cards, or one edge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    nodes: Vec<NodeId>,
    // Invariant: the same as `nodes`; a box selects thousands, and every card asks whether it is among them.
    members: BTreeSet<NodeId>,
    edge: Option<String>,
}

impl Selection {
    /// Exactly these cards; the last one is the primary.
    pub fn of(nodes: Vec<NodeId>) -> Self {
        Self::default().with(nodes)
    }

    /// The edge called `id`.
    pub fn of_edge(id: String) -> Self {
        Self { edge: Some(id), ..Self::default() }
    }

    /// The selected cards in the order in which they were selected.
    pub fn nodes(&self) -> &[NodeId] {
        &self.nodes
    }

    /// The selected edge's id.
    pub fn edge(&self) -> Option<&str> {
        self.edge.as_deref()
    }

    /// The card that has the focus and that the inspector shows.
    pub fn primary(&self) -> Option<&NodeId> {
        self.nodes.last()
    }

    /// Whether this card is selected.
    pub fn contains(&self, id: &NodeId) -> bool {
        self.members.contains(id)
    }

    /// Whether nothing is selected.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty() && self.edge.is_none()
    }

    /// With `id` added, or without it where it was selected: Shift+click.
    #[must_use]
    pub fn toggled(mut self, id: NodeId) -> Self {
        if !self.members.remove(&id) {
            return self.with([id]);
        }
        self.nodes.retain(|it| *it != id);
        self
    }

    /// With `ids` added: box select with Shift.
    #[must_use]
    pub fn with(mut self, ids: impl IntoIterator<Item = NodeId>) -> Self {
        self.edge = None;
        for id in ids {
            if self.members.insert(id.clone()) {
                self.nodes.push(id);
            }
        }
        self
    }

    /// After `old` was renamed to `new`.
    #[must_use]
    pub fn renamed(self, old: &NodeId, new: &NodeId) -> Self {
        let edge = self.edge;
        let nodes = self.nodes.into_iter().map(|it| if it == *old { new.clone() } else { it });
        Self { edge, ..Self::of(nodes.collect()) }
    }

    /// Without what `scene` no longer has.
    #[must_use]
    pub fn within(mut self, scene: &Scene) -> Self {
        if self.nodes.iter().any(|it| scene.node(it).is_none()) {
            self = Self::of(self.nodes.into_iter().filter(|it| scene.node(it).is_some()).collect());
        }
        self.edge = self.edge.filter(|it| scene.edge(it).is_some());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selection_follows_a_rename_and_forgets_what_is_gone() {
        let (api, db) = (NodeId::service("api"), NodeId::service("db"));
        let both = Selection::of(vec![api.clone()]).with([db.clone(), api.clone()]);
        assert_eq!(both.nodes(), [api.clone(), db.clone()]);
        let renamed = both.clone().renamed(&db, &NodeId::service("store"));
        assert!(renamed.contains(&NodeId::service("store")) && !renamed.contains(&db));
        assert_eq!(both.clone().toggled(api).primary(), Some(&db));
        assert!(both.within(&Scene::default()).is_empty());
    }
}
