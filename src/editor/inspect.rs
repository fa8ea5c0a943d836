//! The inspector's form of whatever is selected.

use crate::editor::connect::refusals;
use crate::editor::editor::Editor;
use crate::editor::form::Form;
use crate::editor::form_resource::{edge_form, resource_form};
use crate::editor::form_service::service_form;
use crate::editor::form_source::Source;
use crate::scene::graph::{NodeId, NodeKind, Rect};
use crate::text::path::FilePath;
use crate::text::span::Span;
use crate::text::words::Text;

impl Editor {
    /// The form of the selected card or edge; `None` where nothing, several cards or nothing editable is selected.
    pub fn form(&self) -> Option<Form> {
        let snapshot = self.snapshot();
        let project = snapshot.project()?;
        let source = Source::new(&snapshot.workspace.files, &snapshot.good, &snapshot.diagnostics);
        if let Some(edge) = self.selection().edge() {
            return edge_form(snapshot.scene.edge(edge)?, project, &source);
        }
        let [id] = self.selection().nodes() else { return None };
        service_form(&id.name, project, &source)
            .filter(|it| it.node.as_ref() == Some(id))
            .or_else(|| resource_form(id, project, &source))
    }

    /// Every card that `from` could be connected to, and those that it cannot, with the reason; in scene order.
    pub fn targets(&self, from: &NodeId) -> Vec<(NodeId, Option<Text>)> {
        let snapshot = self.snapshot();
        let Some(project) = snapshot.project() else { return Vec::new() };
        let all = || snapshot.scene.nodes.values().map(|it| &it.id).filter(|it| *it != from);
        let refusals = refusals(project, from, all());
        let (mut fit, unfit): (Vec<_>, Vec<_>) =
            all().map(|it| (it.clone(), refusals.get(&it.key()).cloned())).partition(|(_, it)| it.is_none());
        fit.extend(unfit);
        fit
    }

    /// Where the selected card or connection is written.
    pub fn selection_place(&self) -> Option<(FilePath, Span)> {
        let snapshot = self.snapshot();
        let project = snapshot.project().filter(|_| !snapshot.stale)?;
        let id = self.selection().primary().cloned();
        let edge = || snapshot.scene.edge(self.selection().edge()?).map(|it| it.from.clone());
        let NodeId { kind, name } = id.or_else(edge)?;
        let resources = match kind {
            NodeKind::Service => {
                let origin = &project.services.get(&name)?.origin;
                return Some((snapshot.good.path(origin.file)?.clone(), origin.span));
            }
            NodeKind::Volume => &project.volumes,
            NodeKind::Network => &project.networks,
            NodeKind::Secret => &project.secrets,
            NodeKind::Config => &project.configs,
        };
        let origin = &resources.get(&name)?.origin;
        Some((snapshot.good.path(origin.file)?.clone(), origin.span))
    }

    /// Whether there are cards and the canvas shows none of them.
    pub fn is_out_of_sight(&self) -> bool {
        let (port, (width, height)) = (self.viewport(), self.canvas);
        let seen = |rect: Rect| {
            let at = port.to_screen(rect.origin());
            Rect::new(0.0, 0.0, width, height).overlaps(Rect::new(
                at.x,
                at.y,
                rect.width * port.zoom,
                rect.height * port.zoom,
            ))
        };
        let mut rects = self.snapshot().scene.nodes.values().map(|it| it.rect).peekable();
        width > 0.0 && rects.peek().is_some() && !rects.any(seen)
    }
}
