//! `Sheet`: one document of a compose file, as it is written and as its readers see it. A file of several documents is so
//! many sheets, because Compose merges them like files.

use crate::syntax::yaml::edit::Draft;
use crate::syntax::yaml::edit_commented::Commented;
use crate::syntax::yaml::edit_fragment::Fragment;
use crate::syntax::yaml::edit_op::Op;
use crate::syntax::yaml::edit_tree::Tree;
use crate::text::path::FilePath;
use std::rc::Rc;

/// Place of a sheet in its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SheetId(pub usize);

/// One document of a compose file.
pub struct Sheet {
    /// Its place in the plan.
    pub id: SheetId,
    /// The file.
    pub path: FilePath,
    /// The file, read.
    pub draft: Rc<Draft>,
    /// Which of its documents.
    pub document: usize,
    /// What is to be done.
    pub ops: Vec<Op>,
    // With aliases and merge keys written out.
    seen: Option<Tree>,
}

impl Sheet {
    /// The document `document` of a file.
    pub fn new(id: SheetId, path: &FilePath, draft: &Rc<Draft>, document: usize) -> Self {
        let seen = draft.expanded(document);
        Self { id, path: path.clone(), draft: Rc::clone(draft), document, ops: Vec::new(), seen }
    }

    /// The value that readers find at `path`.
    pub fn value<S: AsRef<str>>(&self, path: &[S]) -> Option<&Tree> {
        self.seen.as_ref()?.at(path)
    }

    /// The services by name.
    pub fn services(&self) -> Vec<(&str, &Tree)> {
        let Some(services) = self.seen.as_ref().and_then(|it| it.child("services")) else { return Vec::new() };
        services.keys().into_iter().filter_map(|it| Some((it, services.child(it)?))).collect()
    }

    /// The value at `path` as it is written, not through aliases and merge keys.
    pub fn raw<S: AsRef<str>>(&self, path: &[S]) -> Option<&Tree> {
        self.draft.tree(self.document)?.at(path)
    }

    /// The path at which the value that readers find at `path` is really written.
    pub fn written_at<S: AsRef<str>>(&self, path: &[S]) -> Option<Vec<String>> {
        self.draft.written_at(self.document, path)
    }

    /// A copy of the value at `path` as it is written, with its comments.
    pub fn copy<S: AsRef<str>>(&self, path: &[S]) -> Option<Fragment> {
        self.draft.copy(self.document, path)
    }

    /// The texts of the list at `path` with their comments; `None` where it is no list of texts.
    pub fn commented<S: AsRef<str>>(&self, path: &[S]) -> Option<Vec<Commented>> {
        self.draft.commented(self.document, path)
    }
}
