//! What leaves the page: the archive, one file, a text on the clipboard; and what comes in: blueprints and fixes.

use crate::catalog::blueprint::blueprint;
use crate::editor::action::{Effect, Panel};
use crate::editor::editor::Editor;
use crate::editor::selection::Selection;
use crate::editor::words;
use crate::editor::workspace::Workspace;
use crate::export::bundle::zip;
use crate::export::project_files::files;
use crate::scene::graph::NodeId;
use crate::text::path::FilePath;
use std::sync::Arc;

impl Editor {
    /// Hands over everything as an archive.
    pub(in crate::editor) fn export_zip(&mut self) {
        let it = &self.snapshot;
        let all = files(&it.workspace.files, &it.good, &it.diagnostics, self.lang);
        let name = it.project().map(|it| it.name.as_str()).filter(|it| !it.is_empty()).unwrap_or("stack");
        match zip(&all) {
            Ok(bytes) => {
                let name = format!("{name}.zip");
                self.effects.push(Effect::Download { name, bytes, mime: "application/zip" });
            }
            Err(why) => self.refuse(words::NO_ZIP.fill(&[("why", &why)])),
        }
    }

    /// Hands over one file.
    pub(in crate::editor) fn save_file(&mut self, path: &FilePath) {
        if let Some(bytes) = self.snapshot.workspace.files.get(path) {
            let (name, bytes) = (path.name().to_owned(), bytes.to_vec());
            self.effects.push(Effect::Download { name, bytes, mime: "application/octet-stream" });
        }
    }

    /// Puts one file on the clipboard.
    pub(in crate::editor) fn copy_file(&mut self, path: &FilePath) {
        let name = [("file", path.as_str())];
        match self.snapshot.text(path) {
            Some(text) => {
                self.effects.push(Effect::Copy(text.to_string()));
                self.effects.push(Effect::Toast { text: words::COPIED.fill(&name), undo: false });
            }
            None => self.refuse(words::NO_TEXT.fill(&name)),
        }
    }

    /// Opens a blueprint in the place of what is open.
    pub(in crate::editor) fn open_blueprint(&mut self, id: &str, entropy: &[u8]) {
        let Some(blueprint) = blueprint(id) else {
            return self.refuse(words::NO_BLUEPRINT.fill(&[("id", id)]));
        };
        let Some(files) = blueprint.open(entropy) else { return self.refuse(words::NO_ENTROPY.text()) };
        let files = files.into_iter().map(|(path, bytes)| (path, Arc::from(bytes))).collect();
        let says = words::about(words::BLUEPRINT, &[], &blueprint.about.title);
        self.open_workspace(&Workspace { files }, says);
    }

    /// Takes a fix.
    pub(in crate::editor) fn apply_fix(&mut self, diagnostic: usize, fix: usize) {
        let found = self.snapshot.diagnostics.get(diagnostic).and_then(|it| it.fixes.get(fix)).cloned();
        let edited = found.as_ref().and_then(|it| self.snapshot.workspace.edited(&it.edits));
        match found.zip(edited) {
            Some((fix, workspace)) => {
                let says = words::about(words::FIXED, &[], &fix.title);
                self.effects.push(Effect::Announce(says.clone()));
                self.commit(&workspace, self.selection.clone(), says, None);
            }
            None => self.refuse(words::NO_SUCH_FIX.text()),
        }
    }

    /// Goes to the place of a diagnostic: in its text, and on the canvas.
    pub(in crate::editor) fn go_to_diagnostic(&mut self, index: usize) {
        let Some(it) = self.snapshot.diagnostics.get(index).cloned() else { return };
        if let Some(id) = it.node.as_deref().and_then(NodeId::parse) {
            self.selection = Selection::of(vec![id]).within(&self.snapshot.scene);
            self.reveal_selection();
        }
        if let Some(file) = it.file {
            self.active_file = Some(file.clone());
            self.panels.insert(Panel::Code);
            self.effects.push(Effect::Reveal { file, start: it.span.start, end: it.span.end });
        }
    }
}
