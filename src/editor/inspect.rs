//! The inspector's form of whatever is selected.

use crate::editor::editor::Editor;
use crate::editor::form::Form;
use crate::editor::form_resource::{edge_form, resource_form};
use crate::editor::form_service::service_form;
use crate::editor::form_source::Source;

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
        service_form(&id.name, project, &source).filter(|it| it.node.as_ref() == Some(id)).or_else(|| resource_form(id, project, &source))
    }
}
