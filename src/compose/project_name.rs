//! The project's name: `-p`, `COMPOSE_PROJECT_NAME`, `name:` of the last file that has one, the folder's name.

use crate::compose::file_text::FileText;
use crate::compose::go_format::quote;
use crate::compose::read::{Place, Refusal};
use crate::compose::reset::key_text;
use crate::compose::scalar;
use crate::syntax::yaml::node::{Document, Node, NodeId, NodeKind};
use crate::text::span::Span;
use std::collections::BTreeMap;

/// `name` in lower case, without what a project name may not hold.
pub fn normalize(name: &str) -> String {
    let kept: String = name.to_lowercase().chars().filter(|it| is_allowed(*it)).collect();
    kept.trim_start_matches(['_', '-']).to_owned()
}

fn is_allowed(it: char) -> bool {
    it.is_ascii_lowercase() || it.is_ascii_digit() || matches!(it, '_' | '-')
}

/// Compose's words about a name that was given and is not normal.
pub fn invalid(name: &str) -> String {
    format!(
        "invalid project name {}: must consist only of lowercase alphanumeric characters, hyphens, and underscores as \
         well as start with a letter or number",
        quote(name)
    )
}

/// `name:` of the first document of a file. Compose reads it before anything else, so an error of syntax is met here.
pub fn said_in(file: &FileText, max_depth: usize) -> Result<Option<(String, Span)>, Refusal> {
    let Some(document) = file.stream.documents.first() else {
        return match &file.stream.error {
            Some(error) => Err(Refusal::new(error.message.clone(), error.span)),
            None => Ok(None),
        };
    };
    let reader = NameReader { document, place: file.place(max_depth), faults: Vec::new() };
    reader.read()
}

/// One key is told of as often at most.
const MAX_FAULTS: usize = 100;

struct NameReader<'a> {
    document: &'a Document,
    place: Place<'a>,
    faults: Vec<(String, Span)>,
}

impl NameReader<'_> {
    fn read(mut self) -> Result<Option<(String, Span)>, Refusal> {
        let Some(root) = self.document.root() else { return Ok(None) };
        let node = self.document.resolved(root);
        let mut name = None;
        match &node.kind {
            NodeKind::Mapping { .. } => name = self.mapping(root),
            NodeKind::Scalar { .. } if scalar::tag_of(node) == "!!null" => {}
            _ => self.misfit(node, "cli.named"),
        }
        let span = self.faults.first().map(|it| it.1);
        match span {
            None => Ok(name),
            Some(span) => {
                let words: Vec<String> = self.faults.into_iter().map(|it| it.0).collect();
                Err(Refusal::new(format!("yaml: construct errors: {}", words.join("; ")), span))
            }
        }
    }

    fn mapping(&mut self, root: NodeId) -> Option<(String, Span)> {
        self.check_twice(root);
        let (mut name, mut merged) = (None, None);
        for pair in self.document.pairs(root) {
            let key = self.document.resolved(pair.key);
            match &key.kind {
                NodeKind::Scalar { value, .. } if value == "name" => name = self.name(pair.value).or(name),
                NodeKind::Scalar { .. } if scalar::tag_of(key) == "!!merge" => merged = Some(pair.value),
                NodeKind::Scalar { .. } => {}
                _ => self.misfit(key, "string"),
            }
        }
        name.or_else(|| self.merged(merged?))
    }

    /// The name in what a merge key brings: a map, or the first of a list of maps that has one.
    fn merged(&mut self, id: NodeId) -> Option<(String, Span)> {
        let document = self.document;
        let maps = match &document.resolved(id).kind {
            NodeKind::Mapping { .. } => std::slice::from_ref(&id),
            NodeKind::Sequence { items, .. } => items.as_slice(),
            _ => &[],
        };
        maps.iter().find_map(|map| match &document.resolved(*map).kind {
            NodeKind::Mapping { pairs, .. } => {
                let pair = pairs.iter().find(|it| document.scalar(it.key) == Some("name"))?;
                self.name(pair.value)
            }
            _ => None,
        })
    }

    /// Every key that an earlier one says already, once for each earlier one.
    fn check_twice(&mut self, root: NodeId) {
        let mut lines: BTreeMap<&str, Vec<(usize, Span)>> = BTreeMap::new();
        let mut order: Vec<&str> = Vec::new();
        for pair in self.document.pairs(root) {
            let node = self.document.node(pair.key);
            if matches!(node.kind, NodeKind::Scalar { .. }) {
                let text = key_text(node);
                let line = (self.place.line(node), node.span);
                let known = lines.entry(text).or_default();
                if known.is_empty() {
                    order.push(text);
                }
                known.push(line);
            }
        }
        for text in order {
            let lines = lines.remove(text).unwrap_or_default();
            let pairs =
                lines.iter().enumerate().flat_map(|(at, first)| lines.iter().skip(at + 1).map(move |it| (first, it)));
            for ((first, _), (line, span)) in pairs.take(MAX_FAULTS) {
                let words = format!("line {line}: mapping key {} already defined at line {first}", quote(text));
                self.faults.push((words, *span));
            }
        }
    }

    fn name(&mut self, id: NodeId) -> Option<(String, Span)> {
        let node = self.document.resolved(id);
        match &node.kind {
            NodeKind::Scalar { value, .. } if scalar::tag_of(node) != "!!null" => Some((value.clone(), node.span)),
            NodeKind::Scalar { .. } => None,
            _ => {
                self.misfit(node, "string");
                None
            }
        }
    }

    fn misfit(&mut self, node: &Node, wanted: &str) {
        let (line, tag) = (self.place.line(node), scalar::tag_of(node));
        let shown = if matches!(tag.as_str(), "!!seq" | "!!map") { String::new() } else { shortened(key_text(node)) };
        self.faults.push((format!("line {line}: cannot construct {tag}{shown} into {wanted}"), node.span));
    }
}

/// A value as go-yaml shows it in an error: its beginning.
fn shortened(text: &str) -> String {
    if text.len() <= 10 {
        return format!(" `{text}`");
    }
    let bytes = text.as_bytes().get(..7).unwrap_or_default();
    format!(" `{}...`", String::from_utf8_lossy(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_normal() {
        assert_eq!(normalize("__My App.2"), "myapp2");
        assert_eq!(normalize("..."), "");
    }

    #[test]
    fn a_name_is_read_before_all_else() {
        let read = |text: &str| said_in(&FileText::new(text.as_bytes()), 100);
        assert_eq!(read("name: 12\n").unwrap().unwrap().0, "12");
        assert_eq!(read("services: {}\n"), Ok(None));
        let message = |text: &str| read(text).unwrap_err().message;
        assert_eq!(message("- a\n"), "yaml: construct errors: line 1: cannot construct !!seq into cli.named");
        assert_eq!(
            message("hello there world\n"),
            "yaml: construct errors: line 1: cannot construct !!str `hello t...` into cli.named"
        );
        assert_eq!(
            message("a: 1\na: 2\nname: []\n"),
            "yaml: construct errors: line 2: mapping key \"a\" already defined at line 1; line 3: cannot construct \
             !!seq into string"
        );
    }
}
