//! Which part of the editor does which action.

use crate::editor::action::{Action, Effect};
use crate::editor::editor::Editor;
use crate::editor::selection::Selection;
use crate::scene::graph::Point;

impl Editor {
    /// Hands `action` to the part that does it.
    pub(in crate::editor) fn route(&mut self, action: Action) {
        match action {
            Action::NewProject => self.open(Vec::new()),
            Action::Open(files) => self.open(files),
            Action::WriteFile { path, text } => self.write_file(&path, &text),
            Action::RemoveFile(path) => self.remove_file(&path),
            Action::Type { file, edit } => self.type_text(&file, &edit),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::Settle => self.history.settle(),
            Action::Resize { width, height } => self.resize(width, height),
            Action::Wheel { at, delta, modifiers } => self.wheel(at, delta, modifiers),
            Action::Zoom(factor) => self.zoom(factor),
            Action::ZoomTo(zoom) => self.zoom(zoom / self.viewport.zoom),
            Action::FitAll => self.fit_all(),
            Action::Select(nodes) => self.selection = Selection::of(nodes),
            Action::SelectEdge(id) => self.selection = Selection::of_edge(id),
            Action::SelectAll => {
                self.selection = Selection::of(self.snapshot.scene.nodes.values().map(|it| it.id.clone()).collect());
            }
            Action::Escape => self.selection = Selection::default(),
            Action::Nudge { x, y } => self.nudge(Point::new(x, y)),
            Action::TogglePanel(panel) => {
                if !self.panels.remove(&panel) {
                    self.panels.insert(panel);
                }
                self.effects.push(Effect::Save);
            }
            Action::ShowFile(path) => self.active_file = Some(path),
            Action::SetLang(lang) => {
                self.lang = lang;
                self.effects.push(Effect::Save);
            }
            Action::SetTheme(theme) => {
                self.theme = theme;
                self.effects.push(Effect::Save);
            }
            _ => {}
        }
    }
}
