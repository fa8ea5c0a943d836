//! Drawing a connection: by drag or by two clicks, from any card to any card. The whole card takes the drop; what it would
//! make, or why not, is shown on the way.

use crate::editor::action::{Effect, Preview};
use crate::editor::add::data_path;
use crate::editor::connect::{Plan, plan, refusals};
use crate::editor::editor::Editor;
use crate::editor::gesture::{Gesture, Wire};
use crate::editor::live::Connecting;
use crate::editor::run::Done;
use crate::editor::selection::Selection;
use crate::editor::words;
use crate::scene::graph::{Edge, EdgeKind, NodeId, NodeKind, Point};
use crate::scene::hit::drop_card;
use crate::text::words::Text;
use std::sync::Arc;

impl Editor {
    /// A connection begins at a handle.
    pub(in crate::editor) fn begin_wire(
        &self,
        from: &NodeId,
        handle: EdgeKind,
        sticky: bool,
        before: Selection,
    ) -> Gesture {
        let nodes = self.snapshot.scene.nodes.values().map(|it| &it.id);
        let refusals = self.snapshot.project().map(|it| refusals(it, from, nodes)).unwrap_or_default();
        Gesture::Connecting(Wire { from: from.clone(), handle, sticky, refusals: Arc::new(refusals), before })
    }

    /// The line follows; over a card it shows what it would make.
    pub(in crate::editor) fn drag_wire(&mut self, wire: &Wire, to: Point) {
        let over = drop_card(&self.snapshot.scene, to, self.viewport.zoom).filter(|it| **it != wire.from);
        let refusal = over.and_then(|it| wire.refusals.get(&it.key())).cloned();
        let edge = over.filter(|_| refusal.is_none()).map(|it| edge_between(&wire.from, it));
        self.live.connecting = Some(Connecting {
            preview: Preview { from: wire.from.clone(), to, edge, refusal },
            handle: wire.handle,
            over: over.cloned(),
            refusals: Arc::clone(&wire.refusals),
        });
    }

    /// The line ends: at a card it connects, on the empty canvas it offers to add a service there.
    pub(in crate::editor) fn drop_wire(&mut self, wire: &Wire, end: Point) {
        match drop_card(&self.snapshot.scene, end, self.viewport.zoom).cloned() {
            Some(to) if to == wire.from => {}
            Some(to) => self.connect(&wire.from, &to),
            None => self.effects.push(Effect::AskAdd { at: end, from: Some(wire.from.clone()) }),
        }
    }

    /// Connects two cards, asks what must be known for it, or says why not.
    pub(in crate::editor) fn connect(&mut self, from: &NodeId, to: &NodeId) {
        let Some(project) = self.snapshot.project() else { return };
        match plan(project, from, to) {
            Ok(Plan::Run(commands)) => match self.carry_out(&commands) {
                Ok(done) => {
                    let says = attached(from, to).unwrap_or(done.says);
                    self.commit_done(Done { says, ..done }, None);
                }
                Err(why) => self.refuse(why),
            },
            Ok(Plan::AskMount { volume, service }) => {
                let proposed = data_path(self.snapshot.project(), &service);
                self.effects.push(Effect::AskMount { volume, service, proposed });
            }
            Err(why) => self.refuse(why),
        }
    }

    /// Says why something is not done.
    pub(in crate::editor) fn refuse(&mut self, why: Text) {
        self.effects.push(Effect::Announce(why.clone()));
        self.effects.push(Effect::Toast { text: why, undo: false });
    }
}

/// What connecting a secret or config says: its command knows only the attribute.
fn attached(from: &NodeId, to: &NodeId) -> Option<Text> {
    let edge = edge_between(from, to);
    let says = matches!(edge.kind, EdgeKind::Secret | EdgeKind::Config);
    says.then(|| words::ATTACHED.fill(&[("from", &edge.from.name), ("to", &edge.to.name)]))
}

/// The edge that a connection would make; it always comes from a service.
fn edge_between(from: &NodeId, to: &NodeId) -> Edge {
    let (from, to) = if from.kind == NodeKind::Service { (from, to) } else { (to, from) };
    let kind = EdgeKind::to(to.kind);
    Edge { kind, from: from.clone(), to: to.clone(), condition: None, label: String::new() }
}
