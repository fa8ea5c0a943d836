//! What a file literally says at an origin. A form shows `${PORT}` and not what it resolves to, because the person who
//! changes the value must see what there is to change.

use crate::compose::load::{Files, Outcome};
use crate::compose::value::{Data, FileId, Origin, Value};
use crate::editor::form::Place;
use crate::syntax::yaml::node::{Document, NodeId, NodeKind, Stream};
use crate::syntax::yaml::reader::read;
use crate::text::diagnostic::Diagnostic;
use crate::text::line_index::LineIndex;
use crate::text::span::Span;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A file, read once a form.
struct ReadFile {
    stream: Stream,
    lines: LineIndex,
}

/// The files behind a form.
pub struct Source<'a> {
    files: &'a Files,
    outcome: &'a Outcome,
    diagnostics: &'a [Diagnostic],
    read: RefCell<BTreeMap<FileId, Option<Rc<ReadFile>>>>,
}

impl<'a> Source<'a> {
    /// Looks at `files`, which gave `outcome` and `diagnostics`.
    pub fn new(files: &'a Files, outcome: &'a Outcome, diagnostics: &'a [Diagnostic]) -> Self {
        Self { files, outcome, diagnostics, read: RefCell::default() }
    }

    /// The text of `file`.
    fn text(&self, file: FileId) -> Option<&'a str> {
        std::str::from_utf8(self.files.get(self.outcome.path(file)?)?).ok()
    }

    /// `file`, read.
    fn file(&self, file: FileId) -> Option<Rc<ReadFile>> {
        let mut known = self.read.borrow_mut();
        let entry = known.entry(file);
        entry.or_insert_with(|| {
            let text = self.text(file)?;
            Some(Rc::new(ReadFile { stream: read(text), lines: LineIndex::new(text) }))
        });
        known.get(&file).cloned().flatten()
    }

    /// The words at `origin` as the file writes them: one for a text, several for a list; `None` for anything else.
    pub fn written(&self, origin: &Origin) -> Option<Vec<String>> {
        let file = self.file(origin.file)?;
        file.stream.documents.iter().find_map(|document| words(document, at(document, origin.span)?))
    }

    /// The single text at `origin` as the file writes it.
    pub fn scalar(&self, origin: &Origin) -> Option<String> {
        let mut words = self.written(origin)?;
        if words.len() == 1 { words.pop() } else { None }
    }

    /// Whether the file writes a list at `origin`.
    pub fn is_list(&self, origin: &Origin) -> bool {
        let Some(file) = self.file(origin.file) else { return false };
        let mut found = file.stream.documents.iter().filter_map(|it| Some((it, at(it, origin.span)?)));
        found.any(|(document, id)| matches!(document.node(id).kind, NodeKind::Sequence { .. }))
    }

    /// The index of the item at `origin` in the list that the file writes around it.
    pub fn index(&self, origin: &Origin) -> Option<usize> {
        let file = self.file(origin.file)?;
        let mut documents = file.stream.documents.iter();
        documents.find_map(|document| {
            let item = at(document, origin.span)?;
            document.nodes.iter().find_map(|it| match &it.kind {
                NodeKind::Sequence { items, .. } => items.iter().position(|it| *it == item),
                _ => None,
            })
        })
    }

    /// Where `origin` is, for a person.
    pub fn place(&self, origin: &Origin) -> Option<Place> {
        let over = origin.replaced.as_ref().and_then(|it| Some((self.outcome.path(it.file)?.clone(), self.line(it)?)));
        Some(Place { file: self.outcome.path(origin.file)?.clone(), span: origin.span, line: self.line(origin)?, over })
    }

    /// The line of `origin`, from 1.
    fn line(&self, origin: &Origin) -> Option<usize> {
        Some(self.file(origin.file)?.lines.line_of(origin.span.start) + 1)
    }

    /// The diagnostics that lie in the attribute `key` of `owner`.
    pub fn problems(&self, owner: &Value, key: &str) -> Vec<usize> {
        let Some(member) = owner.as_map().and_then(|it| it.get(key)) else { return Vec::new() };
        let origin = &member.value.origin;
        let whole = if member.key.file == origin.file { member.key.span.cover(origin.span) } else { origin.span };
        let path = self.outcome.path(origin.file);
        let all = self.diagnostics.iter().enumerate();
        let mine = all.filter(|(_, it)| path.is_some() && it.file.as_ref() == path && whole.encloses(it.span));
        mine.map(|(index, _)| index).collect()
    }
}

/// The node of exactly `span`, the innermost where several have it.
fn at(document: &Document, span: Span) -> Option<NodeId> {
    let found =
        document.nodes.iter().rposition(|it| !span.is_empty() && (it.span == span || it.outer_span() == span))?;
    u32::try_from(found).ok().map(NodeId)
}

/// The words of a scalar or of a list of scalars.
fn words(document: &Document, id: NodeId) -> Option<Vec<String>> {
    match &document.node(id).kind {
        NodeKind::Scalar { value, .. } => Some(vec![value.clone()]),
        NodeKind::Sequence { items, .. } => items.iter().map(|it| document.scalar(*it).map(str::to_owned)).collect(),
        _ => None,
    }
}

/// A resolved scalar as text: what there is to show where no file says it in so many words.
pub fn shown(value: &Value) -> Option<String> {
    Some(match &value.data {
        Data::Bool(it) => it.to_string(),
        Data::Int(it) => it.to_string(),
        Data::Uint(it) => it.to_string(),
        Data::Float(it) => it.to_string(),
        Data::Str(it) | Data::Time(it) => it.to_string(),
        Data::Null | Data::List(_) | Data::Map(_) => return None,
    })
}
