//! One step of an edit, on the tree and on the text: the intended tree is changed and the splice computed apart, so that
//! the one can be held against the other.

use crate::syntax::yaml::edit_emit::Emitter;
use crate::syntax::yaml::edit_fragment::Fragment;
use crate::syntax::yaml::edit_insert::insert;
use crate::syntax::yaml::edit_page::Page;
use crate::syntax::yaml::edit_remove::remove;
use crate::syntax::yaml::edit_replace::replace;
use crate::syntax::yaml::edit_scalar::Place;
use crate::syntax::yaml::edit_tree::Tree;
use crate::syntax::yaml::node::{NodeKind, ScalarStyle};
use crate::text::edit::TextEdit;

/// A change at a place that exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Splice {
    /// Another value at a path; at the empty path the top-level one.
    Replace(Vec<String>, Fragment),
    /// A new entry or item of the collection at `path`, which has others.
    Insert {
        /// The collection.
        path: Vec<String>,
        /// The place among its elements.
        index: usize,
        /// The key, in a map.
        key: Option<String>,
        /// The value.
        value: Fragment,
        /// Whether a blank line belongs between elements, where the file does not show it.
        airy: bool,
    },
    /// The entry or item at a path goes; others stay.
    Remove(Vec<String>),
    /// The entry at a path is called otherwise.
    Rename(Vec<String>, String),
}

impl Splice {
    /// Changes the tree of the document; `None` where the place is not there.
    pub fn intend(&self, tree: &mut Option<Tree>) -> Option<()> {
        let done = match self {
            Self::Replace(path, value) if path.is_empty() => {
                *tree = Some(value.tree.clone());
                true
            }
            Self::Replace(path, value) => {
                *tree.as_mut()?.at_mut(path)? = value.tree.clone();
                true
            }
            Self::Insert { path, index, key, value, .. } => {
                tree.as_mut()?.at_mut(path)?.insert(*index, key.as_deref(), value.tree.clone())
            }
            Self::Remove(path) => {
                let (last, parent) = path.split_last()?;
                tree.as_mut()?.at_mut(parent)?.remove(last)
            }
            Self::Rename(path, name) => {
                let (last, parent) = path.split_last()?;
                tree.as_mut()?.at_mut(parent)?.rename(last, name)
            }
        };
        done.then_some(())
    }

    /// The change of the text with its own line breaks; `None` where this way of writing is not known.
    pub fn cut(&self, page: Page<'_>) -> Option<TextEdit> {
        let edit = match self {
            Self::Replace(path, value) if path.is_empty() => Some(top(page, value)),
            Self::Replace(path, value) => replace(page, page.spot(path)?, value),
            Self::Insert { path, index, key, value, airy } => {
                let parent = page.spot(path)?.value;
                insert(page, parent, *index, key.as_deref(), value, *airy)
            }
            Self::Remove(path) => remove(page, page.spot(path)?),
            Self::Rename(path, name) => rename(page, path, name),
        };
        edit.and_then(|it| with_line_ends(it, page.style.line_end))
    }
}

/// A top-level value; behind the comments of a file that has none.
fn top(page: Page<'_>, value: &Fragment) -> TextEdit {
    let block = Emitter::new(page.style).block(value, 0);
    let old = page.document.root().map(|it| page.document.node(it).outer_span()).unwrap_or_default();
    if !old.is_empty() {
        return TextEdit::replace(old, block);
    }
    let at = page.text.len();
    let open = !page.text.is_empty() && !page.text.ends_with('\n');
    TextEdit::insert(at, if open { format!("\n{block}") } else { format!("{block}\n") })
}

fn rename(page: Page<'_>, path: &[String], name: &str) -> Option<TextEdit> {
    let spot = page.spot(path)?;
    let node = page.document.node(spot.key?);
    let NodeKind::Scalar { style, .. } = &node.kind else { return None };
    let place = if page.in_flow(spot.parent?) { Place::Flow } else { Place::Block };
    let style = if matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) { ScalarStyle::Plain } else { *style };
    let words = Emitter::new(page.style).like(style).flow(&Tree::key(name), place);
    Some(TextEdit::replace(node.span, words))
}

/// `edit` with the line breaks of the file in what it puts in.
fn with_line_ends(edit: TextEdit, line_end: &str) -> Option<TextEdit> {
    if line_end == "\n" {
        return Some(edit);
    }
    edit.indels().iter().try_fold(TextEdit::default(), |all, it| {
        all.union(TextEdit::replace(it.delete, it.insert.replace('\n', line_end)))
    })
}
