//! Which part of the editor does which action.

use crate::command::commands::Command;
use crate::editor::action::{Action, Effect, Modifiers, Target};
use crate::editor::editor::Editor;
use crate::editor::keymap::{self, Place};
use crate::editor::run::join_of;
use crate::scene::graph::{NodeId, Point};

/// How far to the right and down a duplicate stands.
const COPY_OFFSET: f64 = 32.0;

impl Editor {
    /// Hands `action` to the part that does it.
    pub(in crate::editor) fn route(&mut self, action: Action) {
        match action {
            Action::PointerDown(it) => self.pointer_down(it),
            Action::PointerMove(it) => self.pointer_move(it),
            Action::PointerUp(it) => self.pointer_up(&it),
            Action::PointerCancel => {
                self.hands.fingers.clear();
                self.cancel_gesture();
            }
            Action::Tick { time } => self.tick(time),
            Action::Key { key, code, modifiers } => self.key_down(&key, &code, modifiers),
            Action::KeyUp { code, modifiers, .. } => self.key_up(&code, modifiers),
            Action::Resize { width, height } => self.resize(width, height),
            Action::Wheel { at, delta, modifiers } => self.wheel(at, delta, modifiers),
            Action::Zoom(factor) => self.zoom(factor),
            Action::ZoomTo(zoom) => self.zoom(zoom / self.viewport.zoom),
            Action::FitAll => self.fit_all(),
            Action::FitSelection => self.fit_selection(),
            Action::Escape => self.escape(),
            Action::Settle => self.history.settle(),
            other => {
                // What follows would pull the ground from under a drag; and a drag has written nothing yet.
                self.cancel_gesture();
                self.route_selection(other);
            }
        }
    }

    /// Actions that select or show something.
    fn route_selection(&mut self, action: Action) {
        match action {
            Action::Select(nodes) => self.select(nodes),
            Action::SelectEdge(id) => self.select_edge(id),
            Action::SelectAll => self.select_all(),
            Action::Go(direction) => self.go(direction, false),
            Action::Walk(direction) => self.go(direction, true),
            Action::Next(forward) => self.next(forward),
            Action::Caret { file, offset } => self.caret(&file, offset),
            Action::GoToDiagnostic(index) => self.go_to_diagnostic(index),
            Action::ShowFile(path) => self.set(|it| it.active_file = Some(path)),
            Action::SetLang(lang) => self.set(|it| it.lang = lang),
            Action::SetTheme(theme) => self.set(|it| it.theme = theme),
            Action::TogglePanel(panel) => self.set(|it| {
                if !it.panels.remove(&panel) {
                    it.panels.insert(panel);
                }
            }),
            Action::StartConnect => self.ask(Effect::AskTarget),
            Action::StartRename => self.ask(Effect::Rename),
            Action::OpenMenu => self.menu_of_selection(),
            Action::QuickAdd => {
                let middle = Point::new(self.canvas.0 / 2.0, self.canvas.1 / 2.0);
                self.effects.push(Effect::AskAdd { at: self.viewport.to_canvas(middle), from: None });
            }
            Action::ShowShortcuts => self.effects.push(Effect::ShowShortcuts),
            other => self.route_document(other),
        }
    }

    /// Actions that change the texts or hand them over.
    fn route_document(&mut self, action: Action) {
        match action {
            Action::NewProject => self.open(Vec::new()),
            Action::Open(files) => self.open(files),
            Action::OpenBlueprint { id, entropy } => self.open_blueprint(&id, &entropy),
            Action::AddImage { image, at, from, entropy } => self.add(&image, at, from.as_ref(), &entropy),
            Action::Run(command) => {
                let join = join_of(&command);
                self.run(&[command], join);
            }
            Action::RunAll(commands) => self.run(&commands, None),
            Action::MountAt { volume, service, target, read_only } => {
                self.run(&[Command::Mount { source: volume, service, target, read_only }], None);
            }
            Action::ConnectTo(to) => {
                if let Some(from) = self.selection.primary().cloned() {
                    self.connect(&from, &to);
                }
            }
            Action::DeleteSelection => self.delete_selection(),
            Action::DuplicateSelection => {
                let nodes = self.selection.nodes().to_vec();
                self.copy_services(&nodes, Point::new(COPY_OFFSET, COPY_OFFSET), true);
            }
            Action::Nudge { x, y } => self.nudge(Point::new(x, y)),
            Action::AutoLayout => self.auto_layout(),
            Action::Align(how) => self.align(how),
            Action::Distribute { vertical } => self.distribute(vertical),
            Action::ToggleLock => self.toggle_lock(),
            Action::Type { file, edit } => self.type_text(&file, &edit),
            Action::WriteFile { path, text } => self.write_file(&path, &text),
            Action::RemoveFile(path) => self.remove_file(&path),
            Action::ApplyFix { diagnostic, fix } => self.apply_fix(diagnostic, fix),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::ExportZip => self.export_zip(),
            Action::SaveFile(path) => self.save_file(&path),
            Action::CopyFile(path) => self.copy_file(&path),
            _ => {}
        }
    }

    /// A key goes down on the canvas.
    fn key_down(&mut self, key: &str, code: &str, modifiers: Modifiers) {
        if code == "Space" {
            self.hands.space = true;
            self.live.panning = true;
            return;
        }
        self.modifiers_changed(modifiers);
        if let Some(action) = keymap::action(key, code, modifiers, Place::Canvas) {
            self.route(action);
        }
    }

    /// Changes a setting, which the shell then stores.
    fn set(&mut self, change: impl FnOnce(&mut Self)) {
        change(self);
        self.effects.push(Effect::Save);
    }

    /// Asks the shell something about the primary card.
    fn ask(&mut self, effect: impl FnOnce(NodeId) -> Effect) {
        if let Some(id) = self.selection.primary().cloned() {
            self.effects.push(effect(id));
        }
    }

    /// Opens the menu of what is selected, at its card or in the middle of the canvas.
    fn menu_of_selection(&mut self) {
        let node = self.selection.primary().and_then(|it| self.snapshot.scene.node(it));
        let middle = Point::new(self.canvas.0 / 2.0, self.canvas.1 / 2.0);
        let (target, at) = match (node, self.selection.edge()) {
            (Some(node), _) => (Target::Node(node.id.clone()), self.viewport.to_screen(node.rect.center())),
            (None, Some(edge)) => (Target::Edge(edge.to_owned()), middle),
            (None, None) => (Target::Canvas, middle),
        };
        self.effects.push(Effect::OpenMenu { target, at });
    }
}
