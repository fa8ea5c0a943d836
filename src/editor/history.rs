//! `History`: undo and redo. One gesture is one entry; an entry holds the whole workspace before and after (contents are
//! shared, so that costs a few pointers), which is why undo gives back the exact bytes.

use crate::editor::selection::Selection;
use crate::editor::workspace::Workspace;
use crate::scene::places::Places;
use crate::text::path::FilePath;
use crate::text::words::Text;
use std::sync::Arc;

/// So many steps are kept.
pub const LIMIT: usize = 500;

/// What undo brings back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The texts.
    pub workspace: Workspace,
    /// What was selected.
    pub selection: Selection,
    /// Places of cards without a position.
    pub auto: Arc<Places>,
}

/// What makes two edits one step.
#[allow(missing_docs, reason = "the sentence of a variant names its fields")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Join {
    /// Typing in a file; the caret stood `from` before it and `to` behind it.
    Typing { file: FilePath, from: usize, to: usize },
    /// One attribute, a letter at a time.
    Attribute(Vec<String>),
    /// Arrow keys on the same selection.
    Nudge(Selection),
}

impl Join {
    /// Whether `self` carries on what `earlier` began.
    fn follows(&self, earlier: &Join) -> bool {
        match (earlier, self) {
            (Self::Typing { file: a, to, .. }, Self::Typing { file: b, from, .. }) => a == b && to == from,
            (a, b) => a == b,
        }
    }
}

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Before.
    pub before: State,
    /// After.
    pub after: State,
    /// What it did, past tense: "Connected `api` to `db`".
    pub says: Text,
    join: Option<Join>,
}

/// The steps done and undone.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Entry>,
    undone: Vec<Entry>,
}

impl History {
    /// A step was done. It joins the last one where `join` carries that on; whatever was undone is gone.
    pub fn push(&mut self, before: State, after: State, says: Text, join: Option<Join>) {
        self.undone.clear();
        if let Some(last) = self.done.last_mut()
            && let (Some(earlier), Some(later)) = (&last.join, &join)
            && later.follows(earlier)
        {
            (last.after, last.says, last.join) = (after, says, join);
            if last.before.workspace == last.after.workspace {
                self.done.pop();
            }
            return;
        }
        self.done.push(Entry { before, after, says, join });
        if self.done.len() > LIMIT {
            self.done.remove(0);
        }
    }

    /// The next edit is a step of its own.
    pub fn settle(&mut self) {
        if let Some(last) = self.done.last_mut() {
            last.join = None;
        }
    }

    /// Takes the last step back; it says where to.
    pub fn undo(&mut self) -> Option<Entry> {
        let entry = self.done.pop()?;
        self.undone.push(Entry { join: None, ..entry.clone() });
        Some(entry)
    }

    /// Does the last step that was taken back again.
    pub fn redo(&mut self) -> Option<Entry> {
        let entry = self.undone.pop()?;
        self.done.push(entry.clone());
        Some(entry)
    }

    /// What undo would take back.
    pub fn undo_says(&self) -> Option<&Text> {
        self.done.last().map(|it| &it.says)
    }

    /// What redo would do again.
    pub fn redo_says(&self) -> Option<&Text> {
        self.undone.last().map(|it| &it.says)
    }

    /// The sentences of the steps that are done, the first one first.
    pub fn steps(&self) -> impl Iterator<Item = &Text> {
        self.done.iter().map(|it| &it.says)
    }
}
