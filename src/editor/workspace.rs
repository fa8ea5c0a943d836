//! `Workspace`: the files of the project, path to content: the only state of the document. Everything else is derived.

use crate::compose::load::Files;
use crate::text::edit::TextEdit;
use crate::text::path::FilePath;
use std::sync::Arc;

/// Name of the layout file: positions on the canvas, which are a text like any other.
pub const LAYOUT_FILE: &str = ".estiba.yaml";

/// The files of a project. Cloning is cheap: contents are shared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workspace {
    /// Contents by path.
    pub files: Files,
}

impl Workspace {
    /// The text of `path`; `None` where there is no such file or it is not UTF-8.
    pub fn text(&self, path: &FilePath) -> Option<&str> {
        std::str::from_utf8(self.files.get(path)?).ok()
    }

    /// These files after `edits`; a file that does not exist is made. `None` where an edit does not fit its file, and then
    /// nothing is changed at all.
    pub fn edited(&self, edits: &[(FilePath, TextEdit)]) -> Option<Self> {
        let mut result = self.clone();
        for (path, edit) in edits {
            let text = if result.files.contains_key(path) { result.text(path)? } else { "" };
            let after = edit.apply(text)?;
            result.files.insert(path.clone(), Arc::from(after.into_bytes()));
        }
        Some(result)
    }
}
