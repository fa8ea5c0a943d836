//! Steps: every change of the texts goes through `commit`, which derives the snapshot anew and keeps the way back.

use crate::editor::action::Effect;
use crate::editor::editor::Editor;
use crate::editor::history::{Join, State};
use crate::editor::selection::Selection;
use crate::editor::snapshot::Snapshot;
use crate::editor::words;
use crate::editor::workspace::Workspace;
use crate::text::edit::TextEdit;
use crate::text::path::FilePath;
use crate::text::words::Text;
use std::sync::Arc;

impl Editor {
    /// What undo would have to bring back.
    fn state(&self) -> State {
        State {
            workspace: self.snapshot.workspace.clone(),
            selection: self.selection.clone(),
            auto: Arc::clone(&self.snapshot.auto),
        }
    }

    /// Makes `workspace` the project's texts as one step, with `selection` behind it.
    pub(in crate::editor) fn commit(
        &mut self,
        workspace: &Workspace,
        selection: Selection,
        says: Text,
        join: Option<Join>,
    ) {
        if *workspace != self.snapshot.workspace {
            self.commit_derived(Snapshot::derive(workspace, Some(&self.snapshot)), selection, says, join);
        }
    }

    /// Makes `snapshot` the present one, as one step.
    pub(in crate::editor) fn commit_derived(
        &mut self,
        snapshot: Snapshot,
        selection: Selection,
        says: Text,
        join: Option<Join>,
    ) {
        if snapshot.workspace == self.snapshot.workspace {
            return;
        }
        let before = self.state();
        self.snapshot = Arc::new(snapshot);
        self.selection = selection.within(&self.snapshot.scene);
        self.history.push(before, self.state(), says, join);
        self.effects.push(Effect::Save);
    }

    /// Goes to a state of the history.
    fn go_to(&mut self, state: &State) {
        let base = Snapshot { auto: Arc::clone(&state.auto), ..Snapshot::clone(&self.snapshot) };
        self.snapshot = Arc::new(Snapshot::derive(&state.workspace, Some(&base)));
        self.selection = state.selection.clone().within(&self.snapshot.scene);
        self.effects.push(Effect::Save);
    }

    /// Undoes a step.
    pub(in crate::editor) fn undo(&mut self) {
        if let Some(entry) = self.history.undo() {
            self.go_to(&entry.before);
            self.effects.push(Effect::Announce(words::about(words::UNDONE, &[], &entry.says)));
        }
    }

    /// Redoes a step.
    pub(in crate::editor) fn redo(&mut self) {
        if let Some(entry) = self.history.redo() {
            self.go_to(&entry.after);
            self.effects.push(Effect::Announce(words::about(words::REDONE, &[], &entry.says)));
        }
    }

    /// Opens `files` in the place of what is open.
    pub(in crate::editor) fn open(&mut self, files: Vec<(FilePath, Vec<u8>)>) {
        let says = match files.len() {
            0 => words::NEW_PROJECT.text(),
            count => words::OPENED.fill(&[("count", &count.to_string())]),
        };
        let files = files.into_iter().map(|(path, bytes)| (path, Arc::from(bytes))).collect();
        self.open_workspace(&Workspace { files }, says);
    }

    /// Opens `workspace` in the place of what is open; nothing of that bears on where its cards stand.
    pub(in crate::editor) fn open_workspace(&mut self, workspace: &Workspace, says: Text) {
        let snapshot = Snapshot::derive(workspace, None);
        self.effects.push(Effect::Announce(says.clone()));
        self.commit_derived(snapshot, Selection::default(), says, None);
        self.active_file = None;
        self.fit_all();
    }

    /// Writes a whole file.
    pub(in crate::editor) fn write_file(&mut self, path: &FilePath, text: &str) {
        let mut workspace = self.snapshot.workspace.clone();
        workspace.files.insert(path.clone(), Arc::from(text.as_bytes()));
        let says = words::WROTE.fill(&[("file", path.as_str())]);
        self.commit(&workspace, self.selection.clone(), says, None);
    }

    /// Removes a file.
    pub(in crate::editor) fn remove_file(&mut self, path: &FilePath) {
        let mut workspace = self.snapshot.workspace.clone();
        workspace.files.remove(path);
        let says = words::REMOVED_FILE.fill(&[("file", path.as_str())]);
        self.commit(&workspace, self.selection.clone(), says, None);
    }

    /// Typing in the code pane; an edit that does not fit the text is one that came too late, and is dropped.
    pub(in crate::editor) fn type_text(&mut self, file: &FilePath, edit: &TextEdit) {
        let Some(workspace) = self.snapshot.workspace.edited(&[(file.clone(), edit.clone())]) else { return };
        let join = match edit.indels() {
            [one] => {
                let to = one.delete.start + one.insert.len();
                Some(Join::Typing { file: file.clone(), from: one.delete.end, to })
            }
            _ => None,
        };
        let says = words::TYPED.fill(&[("file", file.as_str())]);
        self.commit(&workspace, self.selection.clone(), says, join);
    }
}
