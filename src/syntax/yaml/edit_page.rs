//! `Page`: a text with its tree and its style, and where on it the entries and items of a path stand.

use crate::syntax::yaml::edit_lines::{Comments, Lines};
use crate::syntax::yaml::edit_scalar::is_string;
use crate::syntax::yaml::edit_style::Style;
use crate::syntax::yaml::node::{CollectionStyle, Document, NodeId, NodeKind, ScalarStyle, Stream};
use crate::text::span::Span;

/// One document of a text.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    /// The whole text.
    pub text: &'a str,
    /// The text, read.
    pub stream: &'a Stream,
    /// The document that is edited.
    pub document: &'a Document,
    /// How the file is written.
    pub style: Style,
}

/// Where a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The collection that it is in; `None` for the top-level value.
    pub parent: Option<NodeId>,
    /// Its place in it.
    pub index: usize,
    /// Its key in a map.
    pub key: Option<NodeId>,
    /// The value.
    pub value: NodeId,
}

impl<'a> Page<'a> {
    /// Lines of the text.
    pub fn lines(self) -> Lines<'a> {
        Lines(self.text)
    }

    /// Comments of the text.
    pub fn comments(self) -> Comments<'a> {
        Comments::new(self.text, self.stream)
    }

    /// The value at `path`, not through aliases and merge keys.
    pub fn spot<S: AsRef<str>>(self, path: &[S]) -> Option<Spot> {
        let root = Spot { parent: None, index: 0, key: None, value: self.document.root()? };
        path.iter().try_fold(root, |spot, step| self.child(spot.value, step.as_ref()))
    }

    /// The entry or item `step` of a collection.
    pub fn child(self, id: NodeId, step: &str) -> Option<Spot> {
        match &self.document.node(id).kind {
            NodeKind::Mapping { pairs, .. } => {
                let index = pairs.iter().position(|it| self.document.scalar(it.key) == Some(step))?;
                self.element(id, index)
            }
            NodeKind::Sequence { .. } => self.element(id, step.parse().ok()?),
            _ => None,
        }
    }

    /// The entry or item at `index` of a collection.
    pub fn element(self, id: NodeId, index: usize) -> Option<Spot> {
        let (key, value) = match &self.document.node(id).kind {
            NodeKind::Mapping { pairs, .. } => pairs.get(index).map(|it| (Some(it.key), it.value))?,
            NodeKind::Sequence { items, .. } => (None, *items.get(index)?),
            _ => return None,
        };
        Some(Spot { parent: Some(id), index, key, value })
    }

    /// Number of entries or items of a collection.
    pub fn len(self, id: NodeId) -> usize {
        self.document.pairs(id).len() + self.document.items(id).len()
    }

    /// Whether a collection stands in brackets or braces.
    pub fn in_flow(self, id: NodeId) -> bool {
        use NodeKind::{Mapping, Sequence};
        let kind = &self.document.node(id).kind;
        matches!(kind, Mapping { style, .. } | Sequence { style, .. } if *style == CollectionStyle::Flow)
    }

    /// Whether the value is a collection by indentation.
    pub fn is_block(self, id: NodeId) -> bool {
        let collection = !matches!(self.document.node(id).kind, NodeKind::Scalar { .. } | NodeKind::Alias { .. });
        collection && !self.in_flow(id)
    }

    /// Where an element begins: its key, its dash, or the value of an item in brackets.
    pub fn start(self, spot: Spot) -> Option<usize> {
        let flow = spot.parent.is_some_and(|it| self.in_flow(it));
        match spot.key {
            Some(key) => Some(self.document.node(key).outer_span().start),
            None if flow || spot.parent.is_none() => Some(self.document.node(spot.value).outer_span().start),
            None => self.dash(spot.value).map(|it| it - 1),
        }
    }

    /// Behind the `:` of a key or the `-` of an item; `None` where there is none to be found.
    pub fn head(self, spot: Spot) -> Option<usize> {
        match spot.key {
            Some(key) => self.colon(key),
            None => self.dash(spot.value),
        }
    }

    /// Behind the last byte of an element.
    pub fn end(self, spot: Spot) -> usize {
        let node = self.document.node(spot.value);
        let head = match spot.key {
            Some(key) => self.colon(key).unwrap_or(self.document.node(key).outer_span().end),
            None => 0,
        };
        let last = self.len(spot.value).checked_sub(1).filter(|_| self.is_block(spot.value));
        let inside = last.and_then(|it| self.element(spot.value, it)).map(|it| self.end(it));
        let written = spot.key.is_none() || !node.outer_span().is_empty();
        let own = if written { node.outer_span().end } else { 0 };
        head.max(inside.unwrap_or(own))
    }

    /// The quotes that every text of a list or every value of a map has, `Plain` where they differ; the habit of the
    /// file where there is no text.
    pub fn quotes(self, collection: NodeId) -> ScalarStyle {
        let values = self.document.pairs(collection).iter().map(|it| it.value);
        let values = self.document.items(collection).iter().copied().chain(values);
        let mut styles = values.filter_map(|it| match &self.document.node(it).kind {
            NodeKind::Scalar { style: ScalarStyle::Plain, value } if !is_string(value) => None,
            NodeKind::Scalar { style, .. } => Some(*style),
            _ => None,
        });
        let quoted = |it: ScalarStyle| matches!(it, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted);
        match (styles.next(), styles.next()) {
            // One value of a map says little about the others.
            (Some(_), None) if !self.document.pairs(collection).is_empty() => self.style.texts,
            (Some(first), second) if quoted(first) && second.into_iter().chain(styles).all(|it| it == first) => first,
            (Some(_), _) => ScalarStyle::Plain,
            (None, _) => self.style.texts,
        }
    }

    fn colon(self, key: NodeId) -> Option<usize> {
        let end = self.lines().skip_spaces(self.document.node(key).outer_span().end);
        (Span::new(end, end + 1).of(self.text) == ":").then_some(end + 1)
    }

    fn dash(self, value: NodeId) -> Option<usize> {
        let start = self.document.node(value).outer_span().start;
        let mut before = self.text.get(..start)?.trim_end();
        // Comments may stand between the dash and its value.
        while let Some(comment) = self.comments().on_line(self.lines().start(before.len())) {
            if comment.span.start >= before.len() {
                break;
            }
            before = self.text.get(..comment.span.start)?.trim_end();
        }
        before.ends_with('-').then_some(before.len())
    }
}
