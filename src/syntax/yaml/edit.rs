//! Edits of a YAML text that keep its style. Each is a splice of the original bytes, and none counts before the new text
//! was read again and says exactly what was meant; where a way of writing defeats that, the edit is refused.

use crate::syntax::yaml::edit_commented::Commented;
use crate::syntax::yaml::edit_expand::{expanded, written_at};
use crate::syntax::yaml::edit_fragment::Fragment;
use crate::syntax::yaml::edit_op::{EditError, Habits, Op};
use crate::syntax::yaml::edit_page::Page;
use crate::syntax::yaml::edit_plan::lower;
use crate::syntax::yaml::edit_share::{localize, sharers};
use crate::syntax::yaml::edit_splice::Splice;
use crate::syntax::yaml::edit_style::Style;
use crate::syntax::yaml::edit_tree::Tree;
use crate::syntax::yaml::node::{Document, Stream};
use crate::syntax::yaml::reader::read;
use crate::text::edit::TextEdit;
use crate::text::span::Span;
use similar::{DiffTag, TextDiff};
use std::collections::VecDeque;

/// Steps that one operation may be turned into: an end for what only a defect would turn forever.
const STEPS: usize = 500;

/// What an edit gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    /// The change of the text.
    pub edit: TextEdit,
    /// The new text.
    pub text: String,
    /// Other places that changed too, because they use an anchor that was edited: `services.worker`.
    pub shared: Vec<String>,
}

/// A text that can be edited, read once.
#[derive(Clone, Debug)]
pub struct Draft {
    text: String,
    stream: Stream,
    trees: Vec<Option<Tree>>,
    style: Style,
}

impl Draft {
    /// Reads `text`.
    pub fn new(text: impl Into<String>) -> Result<Self, EditError> {
        let text = text.into();
        let mut stream = read(&text);
        if let Some(error) = stream.error {
            return Err(EditError::Syntax(error));
        }
        if stream.documents.is_empty() {
            stream.documents.push(Document::default());
        }
        let tree = |it: &Document| it.root().map(|root| Tree::of(it, root).ok_or(EditError::TooDeep)).transpose();
        let trees = stream.documents.iter().map(tree).collect::<Result<_, _>>()?;
        let style = Style::of(&text, &stream);
        Ok(Self { text, stream, trees, style })
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text with its tree and style; `None` for a document that is not there.
    pub fn page(&self, document: usize) -> Option<Page<'_>> {
        let document = self.stream.documents.get(document)?;
        Some(Page { text: &self.text, stream: &self.stream, document, style: self.style })
    }

    /// What a document says; `None` for one without a value.
    pub fn tree(&self, document: usize) -> Option<&Tree> {
        self.trees.get(document)?.as_ref()
    }

    /// Number of documents, at least one.
    pub fn len(&self) -> usize {
        self.trees.len()
    }

    /// Whether no document says anything.
    pub fn is_empty(&self) -> bool {
        self.trees.iter().all(Option::is_none)
    }

    /// What a document says with aliases and merge keys written out.
    pub fn expanded(&self, document: usize) -> Option<Tree> {
        expanded(self.stream.documents.get(document)?)
    }

    /// The path at which the value that a reader of a document finds at `path` is really written.
    pub fn written_at<S: AsRef<str>>(&self, document: usize, path: &[S]) -> Option<Vec<String>> {
        written_at(self.stream.documents.get(document)?, path)
    }

    /// A copy of the value at `path` as it is written, without the anchors in it; not through aliases and merge keys.
    pub fn copy<S: AsRef<str>>(&self, document: usize, path: &[S]) -> Option<Fragment> {
        let page = self.page(document)?;
        let spot = page.spot(path)?;
        let tree = Tree::of(page.document, spot.value)?.without_anchors();
        Some(Fragment::copied(page, spot, tree))
    }

    /// The texts of the list at `path` with their comments; `None` where it is no list of texts.
    pub fn commented<S: AsRef<str>>(&self, document: usize, path: &[S]) -> Option<Vec<Commented>> {
        let page = self.page(document)?;
        let list = page.spot(&self.written_at(document, path)?)?.value;
        (0..page.len(list)).map(|at| Commented::of(page, list, at)).collect()
    }

    /// Does all of `ops`, each in the last document that has its path or most of it.
    pub fn edit(&self, ops: &[Op], habits: Habits) -> Result<Edited, EditError> {
        let reach = |tree: &Option<Tree>, path: &[String]| {
            (0..=path.len()).rev().find(|it| {
                let part = path.get(..*it).unwrap_or_default();
                tree.as_ref().is_some_and(|tree| tree.at(part).is_some())
            })
        };
        let document = |op: &Op| {
            let all = self.trees.iter().enumerate().map(|(at, tree)| (reach(tree, op.path()), at));
            all.max().map_or(0, |(_, at)| at)
        };
        let ops: Vec<(usize, Op)> = ops.iter().map(|it| (document(it), it.clone())).collect();
        self.edit_in(&ops, habits)
    }

    /// Does all of `ops`, each in the document of its number, one after the other.
    pub fn edit_in(&self, ops: &[(usize, Op)], habits: Habits) -> Result<Edited, EditError> {
        let shared = self.shared(ops);
        if let Some((edit, next)) = self.at_once(ops, habits)? {
            return Ok(Edited { edit, text: next.text, shared });
        }
        let mut draft = self.clone();
        let mut queue: VecDeque<(usize, Op)> = ops.iter().cloned().collect();
        for _ in 0..STEPS {
            let Some((at, op)) = queue.pop_front() else {
                return Ok(Edited { edit: line_edit(&self.text, &draft.text), text: draft.text, shared });
            };
            match draft.stream.documents.get(at).map(|it| localize(it, &op, habits)).transpose()?.flatten() {
                Some(steps) => steps.into_iter().rev().for_each(|it| queue.push_front((at, it))),
                None => draft = draft.step(&op, at, habits)?,
            }
        }
        Err(EditError::TooDeep)
    }

    fn shared(&self, ops: &[(usize, Op)]) -> Vec<String> {
        let mut result = Vec::new();
        for (at, op) in ops {
            let document = self.stream.documents.get(*at);
            result.extend(document.map(|it| sharers(it, op)).unwrap_or_default());
        }
        result.sort();
        result.dedup();
        result
    }

    /// All of `ops` as splices of this text, where they do not depend on each other: reading once more is then enough.
    fn at_once(&self, ops: &[(usize, Op)], habits: Habits) -> Result<Option<(TextEdit, Self)>, EditError> {
        let mut trees = self.trees.clone();
        let mut edit = TextEdit::default();
        for &(at, ref op) in ops {
            let (Some(page), Some(tree)) = (self.page(at), trees.get_mut(at)) else { return Ok(None) };
            if localize(page.document, op, habits).map_or(true, |it| it.is_some()) {
                return Ok(None);
            }
            let before = self.trees.get(at).and_then(Option::as_ref);
            let Ok(splice) = lower(op, before, habits) else { return Ok(None) };
            let Some(cut) = splice.cut(page) else { return Ok(None) };
            let meant = lower(op, tree.as_ref(), habits)?;
            let Some(joined) = meant.intend(tree).and_then(|()| edit.union(cut)) else { return Ok(None) };
            edit = joined;
        }
        Ok(self.verified(&edit, &trees).map(|it| (edit, it)))
    }

    /// The draft after `op`, which stands alone.
    fn step(&self, op: &Op, at: usize, habits: Habits) -> Result<Self, EditError> {
        let stubborn = || EditError::Stubborn(op.path().to_vec());
        let page = self.page(at).ok_or_else(stubborn)?;
        let mut trees = self.trees.clone();
        let tree = trees.get_mut(at).ok_or_else(stubborn)?;
        let splice = lower(op, tree.as_ref(), habits)?;
        splice.intend(tree).ok_or_else(stubborn)?;
        let done = splice.cut(page).and_then(|cut| {
            // A block scalar that comes to stand at the end of the text may need the final line break that others do not.
            let broken = cut.clone().union(TextEdit::insert(self.text.len(), page.style.line_end));
            self.verified(&cut, &trees).or_else(|| self.verified(&broken?, &trees))
        });
        done.or_else(|| self.rewritten(page, at, op.path(), &trees)).ok_or_else(stubborn)
    }

    /// The draft after `edit`, if it then says what `trees` say.
    fn verified(&self, edit: &TextEdit, trees: &[Option<Tree>]) -> Option<Self> {
        let next = Self::new(edit.apply(&self.text)?).ok()?;
        (next.trees == trees).then_some(next)
    }

    /// The smallest value around `path` written anew, where no splice is known; not where that would lose a comment.
    fn rewritten(&self, page: Page<'_>, at: usize, path: &[String], trees: &[Option<Tree>]) -> Option<Self> {
        let meant = trees.get(at)?.as_ref()?;
        (1..path.len()).rev().find_map(|it| {
            let path = path.get(..it)?;
            let spot = page.spot(path)?;
            let span = Span::new(page.start(spot)?, page.end(spot));
            let commented = !page.comments().within(span).is_empty();
            let value = meant.at(path).filter(|_| !commented)?;
            let cut = Splice::Replace(path.to_vec(), value.clone().into()).cut(page)?;
            self.verified(&cut, trees)
        })
    }
}

/// The edit by lines that turns `before` into `after`.
fn line_edit(before: &str, after: &str) -> TextEdit {
    let offsets = |text: &str| -> Vec<usize> {
        let ends = text.split_inclusive('\n').scan(0, |at, line| {
            *at += line.len();
            Some(*at)
        });
        std::iter::once(0).chain(ends).collect()
    };
    let (old, new) = (offsets(before), offsets(after));
    let span = |lines: &[usize], range: std::ops::Range<usize>| {
        let at = |it: usize| lines.get(it).or(lines.last()).copied().unwrap_or_default();
        Span::new(at(range.start), at(range.end))
    };
    let mut edit = TextEdit::default();
    for op in TextDiff::from_lines(before, after).ops() {
        if op.tag() != DiffTag::Equal {
            let insert = span(&new, op.new_range()).of(after);
            match edit.clone().union(TextEdit::replace(span(&old, op.old_range()), insert)) {
                Some(joined) => edit = joined,
                None => return TextEdit::between(before, after),
            }
        }
    }
    edit
}
