//! Deleting what is selected: cards with everything that names them, or one edge.

use crate::command::commands::Command;
use crate::compose::model::Project;
use crate::editor::action::Effect;
use crate::editor::editor::Editor;
use crate::editor::run::{Done, resource_kind};
use crate::editor::snapshot::Snapshot;
use crate::editor::words;
use crate::scene::graph::{Edge, EdgeKind, NodeId};
use crate::text::words::Text;

impl Editor {
    /// Deletes the selection as one step, and offers to undo it instead of asking before.
    pub(in crate::editor) fn delete_selection(&mut self) {
        let edge = self.selection.edge().and_then(|it| self.snapshot.scene.edge(it));
        let detached = edge.and_then(detached);
        let commands: Vec<Command> = match (edge, self.snapshot.project()) {
            (Some(edge), Some(project)) => remove_edge(project, edge),
            _ => self.selection.nodes().iter().map(remove_node).collect(),
        };
        if commands.is_empty() {
            return;
        }
        match self.carry_out(&commands) {
            Ok(done) => {
                let says = detached.unwrap_or(done.says);
                let snapshot = without_lost_places(done.snapshot);
                self.effects.push(Effect::Toast { text: says.clone(), undo: true });
                self.commit_done(Done { snapshot, says, ..done }, None);
            }
            Err(why) => self.refuse(why),
        }
    }
}

/// The layout file, where there is one, no longer speaks of cards that are gone.
fn without_lost_places(snapshot: Snapshot) -> Snapshot {
    if snapshot.layout.places.is_empty() {
        return snapshot;
    }
    let workspace = snapshot.with_places(snapshot.layout.places.clone());
    Snapshot::derive(&workspace, Some(&snapshot))
}

/// What deleting the edge of a secret or config says: its command knows only the attribute.
fn detached(edge: &Edge) -> Option<Text> {
    let says = matches!(edge.kind, EdgeKind::Secret | EdgeKind::Config);
    says.then(|| words::DETACHED.fill(&[("from", &edge.from.name), ("to", &edge.to.name)]))
}

/// The command that removes a node.
fn remove_node(id: &NodeId) -> Command {
    let name = id.name.clone();
    match resource_kind(id.kind) {
        None => Command::RemoveService { name },
        Some(kind) => Command::RemoveResource { kind, name },
    }
}

/// The commands that remove an edge; a volume that is mounted at several paths needs one for each.
fn remove_edge(project: &Project, edge: &Edge) -> Vec<Command> {
    let (from, to) = (edge.from.name.clone(), edge.to.name.clone());
    let Some(service) = project.services.get(&from) else { return Vec::new() };
    let item = |attribute: &str, at: Option<usize>| {
        let path = |at: usize| ["services", &from, attribute, &at.to_string()].map(str::to_owned).to_vec();
        at.map(|at| Command::Unset { path: path(at) }).into_iter().collect()
    };
    match edge.kind {
        EdgeKind::DependsOn => vec![Command::Disconnect { from, to }],
        EdgeKind::Network => vec![Command::Leave { service: from, network: to }],
        EdgeKind::Mount => {
            let mounts = service.mounts.iter().filter(|it| it.value.source.as_ref() == Some(&to));
            mounts.map(|it| Command::Unmount { service: from.clone(), target: it.value.target.clone() }).collect()
        }
        EdgeKind::Secret => item("secrets", service.secrets.iter().position(|it| it.value == to)),
        EdgeKind::Config => item("configs", service.configs.iter().position(|it| it.value == to)),
    }
}
