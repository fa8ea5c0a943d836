//! A tree of YAML as lines that a person can check: what each node is, and the bytes it stands in.

use estiba::syntax::yaml::node::{Comment, Document, NodeId, NodeKind, SyntaxError};
use estiba::text::span::Span;
use std::fmt::Write;

/// Every document and comment of a text, one node a line.
pub fn print(documents: &[Document], comments: &[Comment], text: &str) -> String {
    let mut out = String::new();
    for document in documents {
        let _ = writeln!(out, "document {:?}", document.span);
        let mut open: Vec<(usize, &str, NodeId)> = document.root().map(|it| (1, "", it)).into_iter().collect();
        while let Some((depth, role, id)) = open.pop() {
            let _ = writeln!(out, "{:width$}{role}{}", "", describe(document, id, text), width = depth * 2);
            for pair in document.pairs(id).iter().rev() {
                open.extend([(depth + 2, "= ", pair.value), (depth + 1, ": ", pair.key)]);
            }
            open.extend(document.items(id).iter().rev().map(|it| (depth + 1, "- ", *it)));
        }
    }
    for comment in comments {
        let place = if comment.own_line { "own line" } else { "behind" };
        let _ = writeln!(out, "comment {place} {}", shown(comment.span, text));
    }
    out
}

/// An error with the places it is about.
pub fn print_error(error: &SyntaxError, text: &str) -> String {
    let context = error.context.map(|it| format!("since {}\n", shown(it, text))).unwrap_or_default();
    format!("{}\nat {}\n{context}", error.message, shown(error.span, text))
}

fn describe(document: &Document, id: NodeId, text: &str) -> String {
    let node = document.node(id);
    let mut line = match &node.kind {
        NodeKind::Scalar { style, value } if format!("{value:?}") == format!("{:?}", node.span.of(text)) => {
            format!("{style:?} {}", shown(node.span, text))
        }
        NodeKind::Scalar { style, value } => format!("{style:?} {} means {value:?}", shown(node.span, text)),
        NodeKind::Sequence { style, .. } => format!("{style:?} list {}", shown(node.span, text)),
        NodeKind::Mapping { style, .. } => format!("{style:?} map {}", shown(node.span, text)),
        NodeKind::Alias { target, .. } => {
            format!("alias {} of {}", shown(node.span, text), shown(document.node(*target).span, text))
        }
    };
    for it in [&node.anchor, &node.tag].into_iter().flatten() {
        let _ = write!(line, " with {} as {:?}", shown(it.span, text), it.value);
    }
    line
}

fn shown(span: Span, text: &str) -> String {
    let words = span.of(text);
    if words.len() <= 40 {
        return format!("{span:?} {words:?}");
    }
    let head: String = words.chars().take(20).collect();
    let tail: String = words.chars().rev().take(10).collect::<Vec<_>>().into_iter().rev().collect();
    format!("{span:?} {head:?}…{tail:?}")
}
