//! The tree of a YAML text: every node knows its bytes. The text itself is the lossless form; the tree is a view of it,
//! so reading and writing unchanged is the identity by construction, and an edit is a splice at a span.

use std::sync::Arc;

use crate::text::span::{Span, Spanned};

/// Index of a node in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScalarStyle {
    /// Without quotes.
    Plain,
    /// `'…'`.
    SingleQuoted,
    /// `"…"`.
    DoubleQuoted,
    /// `|`.
    Literal,
    /// `>`.
    Folded,
}

/// How a collection is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CollectionStyle {
    /// By indentation.
    Block,
    /// In brackets or braces.
    Flow,
}

/// A key with its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The key; mostly a scalar.
    pub key: NodeId,
    /// The value; a plain scalar of an empty span where the text has none.
    pub value: NodeId,
}

/// What a node is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// A scalar.
    Scalar {
        /// How it is written.
        style: ScalarStyle,
        /// Its text after quotes, escapes and folding are undone.
        value: String,
    },
    /// A list.
    Sequence {
        /// How it is written.
        style: CollectionStyle,
        /// Its items in order.
        items: Vec<NodeId>,
    },
    /// A map, with duplicate keys still in it.
    Mapping {
        /// How it is written.
        style: CollectionStyle,
        /// Its pairs in order.
        pairs: Vec<Pair>,
    },
    /// `*name`.
    Alias {
        /// The anchor's name.
        name: String,
        /// The anchored node: the last one of that name before the alias.
        target: NodeId,
    },
}

/// A value in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// Its bytes without anchor and tag: a scalar with its quotes, a block scalar from its indicator to the end of its
    /// last line of content (without that line's break), a flow collection with its brackets, a block collection from
    /// its first key or dash to the end of its last value. Empty where the text says nothing.
    pub span: Span,
    /// `&name`, the span with the `&`.
    pub anchor: Option<Spanned<String>>,
    /// The tag in its long form (`!reset`, `tag:yaml.org,2002:str`), the span of what is written.
    pub tag: Option<Spanned<String>>,
}

impl Node {
    /// The bytes of the value with its anchor and tag.
    pub fn outer_span(&self) -> Span {
        let properties = [self.anchor.as_ref().map(|it| it.span), self.tag.as_ref().map(|it| it.span)];
        properties.into_iter().flatten().fold(self.span, Span::cover)
    }
}

/// A comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comment {
    /// From `#` to the end of the line, without the line break.
    pub span: Span,
    /// Whether only spaces stand before it on its line.
    pub own_line: bool,
}

/// One `---` document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    // Invariant: every id in a node and `root` are indexes of this list. The documents of one text share it: an alias may
    // name an anchor of an earlier one.
    pub(crate) nodes: Arc<Vec<Node>>,
    pub(crate) root: Option<NodeId>,
    /// From the start of its first marker or content to its end marker.
    pub span: Span,
}

/// The null that stands for a node that is not there.
static NOTHING: Node = Node {
    kind: NodeKind::Scalar { style: ScalarStyle::Plain, value: String::new() },
    span: Span { start: 0, end: 0 },
    anchor: None,
    tag: None,
};

impl Document {
    /// The top-level value; `None` for a document without one.
    pub fn root(&self) -> Option<NodeId> {
        self.root
    }

    /// Every node of the document, in the order of its end or its start; for counting, not for reading.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The node of `id`.
    pub fn node(&self, id: NodeId) -> &Node {
        self.nodes.get(id.0 as usize).unwrap_or(&NOTHING)
    }

    /// The node of `id`, through an alias the anchored one.
    pub fn resolved(&self, id: NodeId) -> &Node {
        match &self.node(id).kind {
            NodeKind::Alias { target, .. } => self.node(*target),
            _ => self.node(id),
        }
    }

    /// The text of a scalar (not through an alias).
    pub fn scalar(&self, id: NodeId) -> Option<&str> {
        match &self.node(id).kind {
            NodeKind::Scalar { value, .. } => Some(value),
            _ => None,
        }
    }

    /// The items of a list (not through an alias); empty for anything else.
    pub fn items(&self, id: NodeId) -> &[NodeId] {
        match &self.node(id).kind {
            NodeKind::Sequence { items, .. } => items,
            _ => &[],
        }
    }

    /// The pairs of a map (not through an alias); empty for anything else.
    pub fn pairs(&self, id: NodeId) -> &[Pair] {
        match &self.node(id).kind {
            NodeKind::Mapping { pairs, .. } => pairs,
            _ => &[],
        }
    }

    /// The pair of the map `id` whose key is the scalar `key`.
    pub fn pair(&self, id: NodeId, key: &str) -> Option<Pair> {
        self.pairs(id).iter().copied().find(|it| self.scalar(it.key) == Some(key))
    }

    /// The value at a path of keys from the root.
    pub fn at(&self, path: &[&str]) -> Option<NodeId> {
        path.iter().try_fold(self.root?, |id, key| self.pair(id, key).map(|it| it.value))
    }
}

/// What Docker Compose says where it stops reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// Its words with its place, as in `go-yaml load error in scanner at L3.C9: mapping values are not allowed in this
    /// context`. Compose puts `failed to parse FILE: ` in front in some cases.
    pub message: String,
    /// The place that a person should look at.
    pub span: Span,
    /// What was begun and not ended: the list, the quotes, the map that the error is about.
    pub context: Option<Span>,
}

/// A whole text, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stream {
    /// Its documents; after an error those that were complete before it.
    pub documents: Vec<Document>,
    /// Every comment, in order.
    pub comments: Vec<Comment>,
    /// Where reading stopped.
    pub error: Option<SyntaxError>,
}
