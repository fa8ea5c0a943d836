//! From events to trees. All documents of a text share one list of nodes, because go-yaml lets an alias name an anchor
//! of an earlier document.

use std::collections::HashMap;
use std::sync::Arc;

use crate::syntax::yaml::event::{Event, EventKind};
use crate::syntax::yaml::mark::{Fault, Lines};
use crate::syntax::yaml::node::{CollectionStyle, Comment, Document, Node, NodeId, NodeKind, Pair};
use crate::syntax::yaml::parser::Parser;
use crate::text::span::{Span, Spanned};

/// The trees of a text, and why there are no more.
pub struct Composed {
    /// The complete documents.
    pub documents: Vec<Document>,
    /// Every comment up to the fault.
    pub comments: Vec<Comment>,
    /// Where reading stopped.
    pub fault: Option<Fault>,
}

/// An open collection.
struct Frame {
    id: NodeId,
    items: Items,
    /// Behind its last child.
    end: usize,
}

enum Items {
    Sequence(CollectionStyle, Vec<NodeId>),
    /// The pairs, and the key whose value comes next.
    Mapping(CollectionStyle, Vec<Pair>, Option<NodeId>),
}

struct Composer<'a> {
    text: &'a str,
    nodes: Vec<Node>,
    anchors: HashMap<String, NodeId>,
    frames: Vec<Frame>,
    /// The root and the span of each complete document.
    documents: Vec<Spanned<NodeId>>,
    /// Where the current document began.
    start: Span,
}

/// Reads all of `parser`.
pub fn compose(mut parser: Parser<'_>, text: &str) -> Composed {
    let (nodes, anchors, frames) = (Vec::new(), HashMap::new(), Vec::new());
    let mut composer = Composer { text, nodes, anchors, frames, documents: Vec::new(), start: Span::default() };
    let fault = loop {
        match parser.next_event().and_then(|event| composer.on(event)) {
            Ok(true) => {}
            Ok(false) => break None,
            Err(fault) => break Some(fault),
        }
    };
    let nodes = Arc::new(composer.nodes);
    let document = |it: Spanned<NodeId>| Document { nodes: Arc::clone(&nodes), root: Some(it.value), span: it.span };
    Composed {
        documents: composer.documents.into_iter().map(document).collect(),
        comments: parser.into_scanner().into_comments(),
        fault,
    }
}

impl Composer<'_> {
    /// Takes an event in; answers whether more may come.
    fn on(&mut self, event: Event) -> Result<bool, Fault> {
        match event.kind {
            EventKind::StreamStart => {}
            EventKind::StreamEnd => return Ok(false),
            EventKind::DocumentStart => self.start = event.span,
            EventKind::DocumentEnd => {
                if let Some(document) = self.documents.last_mut() {
                    document.span = document.span.cover(event.span);
                }
            }
            EventKind::SequenceEnd | EventKind::MappingEnd => self.close(event.span),
            EventKind::SequenceStart(style) => {
                let items = Items::Sequence(style, Vec::new());
                self.open(event, items);
            }
            EventKind::MappingStart(style) => {
                let items = Items::Mapping(style, Vec::new(), None);
                self.open(event, items);
            }
            EventKind::Scalar { .. } | EventKind::Alias(_) => self.leaf(event)?,
        }
        Ok(true)
    }

    fn leaf(&mut self, event: Event) -> Result<(), Fault> {
        let Event { kind, span, anchor, tag } = event;
        let kind = match kind {
            EventKind::Alias(name) => match self.anchors.get(&name) {
                Some(&target) => NodeKind::Alias { name, target },
                None => return Err(self.unknown_anchor(&name, span)),
            },
            EventKind::Scalar { style, value } => NodeKind::Scalar { style, value },
            _ => return Ok(()),
        };
        let id = self.add(Node { kind, span, anchor, tag });
        self.attach(id);
        Ok(())
    }

    fn unknown_anchor(&self, name: &str, span: Span) -> Fault {
        let mark = Lines::new(self.text).mark(span.start, self.text);
        Fault { span: Some(span), ..Fault::new("composer", format!("unknown anchor '{name}' referenced"), mark) }
    }

    fn add(&mut self, node: Node) -> NodeId {
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        if let Some(anchor) = &node.anchor {
            self.anchors.insert(anchor.value.clone(), id);
        }
        self.nodes.push(node);
        id
    }

    fn open(&mut self, event: Event, items: Items) {
        let Event { span, anchor, tag, .. } = event;
        // A placeholder until the end is known.
        let kind = NodeKind::Sequence { style: CollectionStyle::Block, items: Vec::new() };
        let id = self.add(Node { kind, span, anchor, tag });
        self.frames.push(Frame { id, items, end: span.end });
    }

    fn close(&mut self, end: Span) {
        let Some(frame) = self.frames.pop() else { return };
        let flow = matches!(
            frame.items,
            Items::Sequence(CollectionStyle::Flow, _) | Items::Mapping(CollectionStyle::Flow, ..)
        );
        let kind = match frame.items {
            Items::Sequence(style, items) => NodeKind::Sequence { style, items },
            Items::Mapping(style, pairs, _) => NodeKind::Mapping { style, pairs },
        };
        if let Some(node) = self.nodes.get_mut(frame.id.0 as usize) {
            node.kind = kind;
            // Block style ends with its last child, flow style with its bracket.
            node.span.end = if flow { frame.end.max(end.end) } else { frame.end };
        }
        self.attach(frame.id);
    }

    /// Hangs a complete node into the open collection.
    fn attach(&mut self, id: NodeId) {
        let end = self.nodes.get(id.0 as usize).map_or(0, |it| it.outer_span().end);
        let Some(frame) = self.frames.last_mut() else {
            // go-yaml hands a document out before it looks at what follows its last value.
            self.documents.push(Spanned::new(id, self.start.cover(Span::at(end))));
            return;
        };
        frame.end = frame.end.max(end);
        match &mut frame.items {
            Items::Sequence(_, items) => items.push(id),
            Items::Mapping(_, pairs, key) => match key.take() {
                None => *key = Some(id),
                Some(key) => pairs.push(Pair { key, value: id }),
            },
        }
    }
}
