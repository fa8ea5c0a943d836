//! `Fragment`: a value to put into a file: what it says, and, where a person wrote it, the lines as they were written,
//! so that comments and quotes of a pasted service arrive too.

use crate::syntax::yaml::edit_lines::indented;
use crate::syntax::yaml::edit_page::{Page, Spot};
use crate::syntax::yaml::edit_scalar::{Place, is_string, plain_is_safe, write_text};
use crate::syntax::yaml::edit_tree::{Data, Tree};
use crate::syntax::yaml::node::{CollectionStyle, NodeKind, ScalarStyle, SyntaxError};
use crate::syntax::yaml::reader::read;
use crate::text::edit::TextEdit;
use crate::text::span::Span;

/// A value to put into a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fragment {
    /// What it says.
    pub tree: Tree,
    // Its lines from column 0; `None` to write it from the tree.
    text: Option<Written>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Written {
    text: String,
    // In brackets or braces, on one line.
    flow: bool,
    comments: bool,
}

impl From<Tree> for Fragment {
    fn from(tree: Tree) -> Self {
        Self { tree, text: None }
    }
}

impl Fragment {
    /// Text as a value.
    pub fn text(words: &str) -> Self {
        Tree::text(words).into()
    }

    /// What `yaml` says, with its lines; common indentation is taken off. Errors are those of the reader, at offsets of
    /// `yaml` without that indentation.
    pub fn read(yaml: &str) -> Result<Self, SyntaxError> {
        let text = outdented(yaml);
        let stream = read(&text);
        if let Some(error) = stream.error {
            return Err(error);
        }
        let Some((document, root)) = stream.documents.first().and_then(|it| Some((it, it.root()?))) else {
            return Ok(Tree::from(Data::Null).into());
        };
        let Some(tree) = Tree::of(document, root) else { return Ok(Tree::from(Data::Null).into()) };
        let node = document.node(root);
        let flow = match &node.kind {
            NodeKind::Sequence { style, .. } | NodeKind::Mapping { style, .. } => *style == CollectionStyle::Flow,
            _ => return Ok(tree.into()),
        };
        let bare = tree.anchor.is_none() && tree.tag.is_none();
        let text = if flow { node.span.of(&text).to_owned() } else { text };
        let whole = bare && !(flow && text.contains('\n'));
        let written = Written { text, flow, comments: !stream.comments.is_empty() };
        Ok(Self { tree, text: whole.then_some(written) })
    }

    /// The value at `spot` as it is written, with its comments but without anchors; `tree` is what it says.
    pub fn copied(page: Page<'_>, spot: Spot, tree: Tree) -> Self {
        let node = page.document.node(spot.value);
        let below = page.head(spot).and_then(|it| page.lines().next(it)).filter(|it| *it <= node.span.start);
        let Some(start) = below.filter(|_| page.is_block(spot.value)) else { return tree.into() };
        let column = page.start(spot).map_or(0, |it| page.lines().column(it));
        let span = Span::new(start, page.comments().entry_end(page.end(spot), column));
        let anchors = page.document.nodes().iter().filter_map(|it| it.anchor.as_ref()).map(|it| it.span);
        let anchors = anchors.filter(|it| span.encloses(*it));
        let mut cuts = anchors.map(|it| {
            // At the end of a line the space before goes, elsewhere the one behind.
            let last = page.lines().end(it.end) == it.end;
            let end = if last { it.end } else { page.lines().skip_spaces(it.end) };
            Span::new(it.start - usize::from(last) - span.start, end - span.start)
        });
        let bare = cuts.try_fold(TextEdit::default(), |all, it| all.union(TextEdit::delete(it)));
        let Some(text) = bare.and_then(|it| it.apply(span.of(page.text))) else { return tree.into() };
        let comments = !page.comments().within(span).is_empty();
        Self { tree, text: Some(Written { text: outdented(&text), flow: false, comments }) }
    }

    /// This value as the only entry of a map.
    #[must_use]
    pub fn under(self, key: &str, indent: usize) -> Self {
        let tree = Tree::map([(key, self.tree)]);
        let safe = !is_string(key) || plain_is_safe(key, Place::Block);
        let key = if safe { key.to_owned() } else { write_text(key, ScalarStyle::DoubleQuoted, Place::Block) };
        let text = self.text.map(|it| {
            let text = if it.flow {
                format!("{key}: {}", it.text)
            } else {
                format!("{key}:\n{}{}", " ".repeat(indent), indented(&it.text, indent))
            };
            Written { text, flow: false, ..it }
        });
        Self { tree, text }
    }

    /// The value in brackets or braces as it was written, on one line.
    pub fn in_brackets(&self) -> Option<&str> {
        self.text.as_ref().filter(|it| it.flow).map(|it| it.text.as_str())
    }

    /// The lines as they were written, where they go with a file of this indentation: comments are worth more than
    /// an indentation that is the same everywhere.
    pub fn lines(&self, indent: usize) -> Option<&str> {
        let fits = |it: &&Written| !it.flow && (indent == 2 || it.comments);
        self.text.as_ref().filter(fits).map(|it| it.text.as_str())
    }
}

/// `text` with line feeds only, without blank lines at both ends and without the indentation that all its lines share.
fn outdented(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let lines: Vec<&str> = text.split('\n').collect();
    let full = |it: &&&str| !it.trim().is_empty();
    let common = lines.iter().filter(full).map(|it| it.len() - it.trim_start_matches(' ').len()).min().unwrap_or(0);
    let lines: Vec<&str> = lines.iter().map(|it| it.get(common..).unwrap_or_default()).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}
