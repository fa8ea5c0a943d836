//! Reads the tree of a YAML text into values: aliases and merge keys resolved, scalars as go-yaml understands them, each
//! value with the place that says it. What go-yaml or Compose refuses is refused here in their words.

use crate::compose::go_format::{self, quote};
use crate::compose::reset::{self, Resets, key_text};
use crate::compose::scalar::{self, Misfit};
use crate::compose::value::{Data, FileId, Map, Member, Origin, Value};
use crate::syntax::yaml::node::{Document, Node, NodeId, NodeKind, Pair};
use crate::text::line_index::LineIndex;
use crate::text::span::Span;
use std::sync::Arc;

/// A document may grow to this many values by its aliases; Compose has no bound and runs out of memory.
const MAX_VALUES: usize = 1_000_000;

/// Why a document cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The reader's words, without the name of the file.
    pub message: String,
    /// The place to look at.
    pub span: Span,
}

impl Refusal {
    /// `message` about `span`.
    pub fn new(message: impl Into<String>, span: Span) -> Self {
        Self { message: message.into(), span }
    }
}

/// The text that nodes lie in.
pub struct Place<'a> {
    /// The text.
    pub text: &'a str,
    /// Its lines.
    pub lines: &'a LineIndex,
    /// Nesting that is still read; deeper texts are refused before the stack ends.
    pub max_depth: usize,
}

impl Place<'_> {
    /// The line of `node`, from 1.
    pub fn line(&self, node: &Node) -> usize {
        self.lines.line_of(node.outer_span().start) + 1
    }

    /// The position of `node` as go-yaml writes it.
    fn position(&self, node: &Node) -> String {
        let at = self.lines.position(node.outer_span().start, self.text);
        format!("L{}.C{}", at.line, at.column)
    }

    /// Refuses what is nested too deep.
    pub fn check_depth(&self, depth: usize, span: Span) -> Result<(), Refusal> {
        if depth <= self.max_depth {
            return Ok(());
        }
        Err(Refusal::new(format!("nested deeper than {} levels", self.max_depth), span))
    }
}

/// A document as values, as far as it can be understood.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The whole value.
    pub value: Value,
    /// What `!reset` and `!override` say.
    pub resets: Resets,
    /// What cannot be read, in order.
    pub faults: Vec<Refusal>,
    /// Keys that are not text, each with Compose's words about it.
    pub odd_keys: Vec<(Origin, String)>,
}

/// Reads `document` of `file`; a document without a root is null, and so is one that is nested or grown beyond all bounds.
pub fn document(document: &Document, place: &Place<'_>, file: FileId) -> Reading {
    let nothing = Value::new(Data::Null, Origin::new(file, document.span));
    let Some(root) = document.root() else {
        return Reading { value: nothing, resets: Resets::default(), faults: Vec::new(), odd_keys: Vec::new() };
    };
    let line = place.line(document.node(root));
    let (resets, fault) = reset::collect(document, place);
    let faults = fault.into_iter().collect();
    let mut builder =
        Builder { document, place, file, dropped: &resets, values: 0, path: Vec::new(), faults, odd_keys: Vec::new() };
    let value = builder.build(root, 0);
    let (mut faults, odd_keys) = (builder.faults, builder.odd_keys);
    let value = value.unwrap_or_else(|fault| {
        faults.push(fault);
        nothing
    });
    for fault in &mut faults {
        fault.message = format!("yaml: construct errors: line {line}: {}", fault.message);
    }
    Reading { value, resets, faults, odd_keys }
}

struct Builder<'a> {
    document: &'a Document,
    place: &'a Place<'a>,
    file: FileId,
    dropped: &'a Resets,
    values: usize,
    /// Keys and `[index]` on the way to the current value.
    path: Vec<Arc<str>>,
    faults: Vec<Refusal>,
    odd_keys: Vec<(Origin, String)>,
}

impl Builder<'_> {
    fn build(&mut self, id: NodeId, depth: usize) -> Result<Value, Refusal> {
        let node = self.document.node(id);
        self.values += 1;
        if self.values > MAX_VALUES {
            return Err(Refusal::new(format!("its aliases make more than {MAX_VALUES} values of it"), node.span));
        }
        self.place.check_depth(depth, node.span)?;
        let origin = Origin::new(self.file, node.span);
        let data = match &node.kind {
            NodeKind::Alias { target, .. } => return self.build(*target, depth + 1),
            NodeKind::Scalar { style, value } => {
                let tag = node.tag.as_ref().map(|it| it.value.as_str());
                scalar::value(*style, value, tag).unwrap_or_else(|it| self.misfit(it, node, value))
            }
            NodeKind::Sequence { items, .. } => Data::List(self.items(id, items, depth)?),
            NodeKind::Mapping { pairs, .. } => {
                let mut map = Map::with_capacity(pairs.len());
                self.pairs(id, pairs, depth, &mut map)?;
                Data::Map(map)
            }
        };
        Ok(Value::new(data, origin))
    }

    /// Notes a scalar that is not what its tag says, and takes it for text.
    fn misfit(&mut self, misfit: Misfit, node: &Node, text: &str) -> Data {
        match misfit {
            Misfit::Resolver(words) => {
                let message = format!("go-yaml load error in resolver at <unknown position>: {words}");
                self.faults.push(Refusal::new(message, node.span));
            }
            Misfit::Constructor(words) => self.constructor(node, &words),
        }
        Data::Str(Arc::from(text))
    }

    fn constructor(&mut self, node: &Node, words: &str) {
        let position = self.place.position(node);
        let message = format!("go-yaml load error in constructor at {position}: {words}");
        self.faults.push(Refusal::new(message, node.span));
    }

    fn items(&mut self, id: NodeId, items: &[NodeId], depth: usize) -> Result<Vec<Value>, Refusal> {
        let mut list = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            if self.dropped.dropped.contains(&(id, index)) {
                continue;
            }
            if self.is_unset(*item) {
                continue;
            }
            self.path.push(Arc::from(format!("[{}]", list.len())));
            list.push(self.build(*item, depth + 1)?);
            self.path.pop();
        }
        Ok(list)
    }

    /// Puts the pairs of the mapping `id` into `map`, those of its merge key behind them; keys that are there stay.
    fn pairs(&mut self, id: NodeId, pairs: &[Pair], depth: usize, map: &mut Map) -> Result<(), Refusal> {
        let outside = map.len();
        let mut merged = None;
        let mut lines: Vec<(&str, usize)> = Vec::new();
        for (index, pair) in pairs.iter().enumerate() {
            if self.dropped.dropped.contains(&(id, index)) {
                continue;
            }
            let node = self.document.node(pair.key);
            let key = key_text(node);
            self.check_twice(&mut lines, key, node);
            if scalar::tag_of(node) == "!!merge" {
                merged = Some(pair.value);
                continue;
            }
            let key = self.key(pair.key, depth)?;
            if self.is_unset(pair.value) {
                continue;
            }
            if map.get_index_of(&key).is_some_and(|at| at < outside) {
                continue;
            }
            self.path.push(key.clone());
            let value = self.build(pair.value, depth + 1)?;
            self.path.pop();
            map.insert(key, Member { key: Origin::new(self.file, node.span), value });
        }
        merged.map_or(Ok(()), |it| self.merge(it, depth + 1, map))
    }

    /// Whether go-yaml leaves the value out: `<<` where no merge key can be.
    fn is_unset(&self, id: NodeId) -> bool {
        let node = self.document.resolved(id);
        matches!(node.kind, NodeKind::Scalar { .. }) && node.tag.is_none() && scalar::tag_of(node) == "!!merge"
    }

    /// The check of go-yaml itself; it matters below `!override`, where Compose's own does not look.
    fn check_twice<'k>(&mut self, lines: &mut Vec<(&'k str, usize)>, key: &'k str, node: &Node) {
        if self.dropped.paths.is_empty() {
            return;
        }
        let line = self.place.line(node);
        if let Some((_, first)) = lines.iter().find(|it| it.0 == key) {
            let message = format!("line {line}: mapping key {} already defined at line {first}", quote(key));
            self.faults.push(Refusal::new(message, node.span));
        }
        lines.push((key, line));
    }

    fn merge(&mut self, id: NodeId, depth: usize, map: &mut Map) -> Result<(), Refusal> {
        let words = "map merge requires map or sequence of maps as the value";
        let target = match &self.document.node(id).kind {
            NodeKind::Alias { target, .. } => *target,
            _ => id,
        };
        let node = self.document.node(target);
        self.place.check_depth(depth, node.span)?;
        match &node.kind {
            NodeKind::Mapping { pairs, .. } => self.pairs(target, pairs, depth, map),
            NodeKind::Sequence { items, .. } => {
                for item in items {
                    let resolved = self.document.resolved(*item);
                    if !matches!(resolved.kind, NodeKind::Mapping { .. }) {
                        self.constructor(self.document.node(*item), words);
                        continue;
                    }
                    self.merge(*item, depth + 1, map)?;
                }
                Ok(())
            }
            _ => {
                self.constructor(node, words);
                Ok(())
            }
        }
    }

    /// The key as text; one that is something else is noted and goes by its printed form.
    fn key(&mut self, id: NodeId, depth: usize) -> Result<Arc<str>, Refusal> {
        let value = self.build(id, depth + 1)?;
        if let Data::Str(key) = value.data {
            return Ok(key);
        }
        let printed = go_format::source(&value.data);
        if matches!(value.data, Data::List(_) | Data::Map(_)) {
            let words = format!("cannot use '{printed}' as a map key; try decoding into yaml.Node");
            self.constructor(self.document.node(id), &words);
            return Ok(Arc::from(printed));
        }
        let location = self.location();
        let words = format!("non-string key {location}: {printed}");
        self.odd_keys.push((Origin::new(self.file, self.document.node(id).span), words));
        Ok(Arc::from(printed))
    }

    fn location(&self) -> String {
        let mut path = String::new();
        for part in &self.path {
            if !part.starts_with('[') && !path.is_empty() {
                path.push('.');
            }
            path.push_str(part);
        }
        if path.is_empty() { "at top level".to_owned() } else { format!("in {path}") }
    }
}
