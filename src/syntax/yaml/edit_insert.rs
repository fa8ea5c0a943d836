//! Puts an entry or item into a collection that has others, as these stand: in their column, with their quotes, with a
//! blank line between where they have one.

use crate::syntax::yaml::edit_emit::Emitter;
use crate::syntax::yaml::edit_fragment::Fragment;
use crate::syntax::yaml::edit_page::{Page, Spot};
use crate::syntax::yaml::edit_scalar::Place;
use crate::syntax::yaml::edit_tree::Tree;
use crate::syntax::yaml::node::{NodeId, NodeKind, ScalarStyle};
use crate::text::edit::TextEdit;
use crate::text::span::Span;

/// A new element at `index` of the collection `parent`; `key` for a map.
pub fn insert(
    page: Page<'_>,
    parent: NodeId,
    index: usize,
    key: Option<&str>,
    value: &Fragment,
    airy: bool,
) -> Option<TextEdit> {
    let emitter = Emitter::new(page.style).like(page.quotes(parent));
    let before = index.checked_sub(1).and_then(|it| page.element(parent, it));
    if page.in_flow(parent) {
        let words = match key {
            Some(key) => emitter.flow_pair(&Tree::key(key), &value.tree),
            None => emitter.flow(&value.tree, Place::Flow),
        };
        return match before {
            Some(before) => flow_after(page, parent, before, &words),
            None => Some(TextEdit::insert(page.start(page.element(parent, 0)?)?, format!("{words}, "))),
        };
    }
    let first = page.start(page.element(parent, 0)?)?;
    let column = page.lines().column(first);
    let words = match key {
        Some(key) => emitter.entry(key, value, column),
        None => format!("- {}", emitter.behind_dash(value, column)).trim_end().to_owned(),
    };
    let blank = if has_gaps(page, parent).unwrap_or(airy) { "\n" } else { "" };
    let pad = " ".repeat(column);
    Some(match before {
        Some(before) => {
            let at = page.comments().entry_end(page.end(before), column);
            stripped(page, at).union(TextEdit::insert(at, format!("\n{blank}{pad}{words}")))?
        }
        None if page.lines().is_first(first) => {
            let at = page.comments().entry_start(first);
            TextEdit::insert(at, format!("{pad}{words}\n{blank}"))
        }
        None => TextEdit::insert(first, format!("{words}\n{pad}")),
    })
}

/// A block scalar that ends with the text, without a line break, has none in its value either: with more below it must
/// say so.
fn stripped(page: Page<'_>, at: usize) -> TextEdit {
    let block = |style: &ScalarStyle| matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
    let scalar = page.document.nodes().iter().find(|it| {
        matches!(&it.kind, NodeKind::Scalar { style, value } if block(style) && !value.ends_with('\n'))
            && it.span.end == at
    });
    let header = scalar.map(|it| Span::new(it.span.start, page.lines().end(it.span.start)));
    match header {
        Some(it) if !it.of(page.text).contains(['-', '+']) => TextEdit::insert(it.start + 1, "-"),
        _ => TextEdit::default(),
    }
}

/// Whether most elements have a blank line before them; `None` where there is only one.
fn has_gaps(page: Page<'_>, parent: NodeId) -> Option<bool> {
    let later = page.len(parent).checked_sub(1).filter(|it| *it > 0)?;
    let starts = (1..=later).filter_map(|it| page.start(page.element(parent, it)?));
    let gap = |start: usize| {
        let above = page.lines().previous(page.comments().entry_start(start));
        above.is_some_and(|it| page.lines().is_blank(it))
    };
    Some(starts.filter(|it| gap(*it)).count() * 2 > later)
}

/// `words` behind the element `before` in brackets or braces: on a line of its own where that one has one.
fn flow_after(page: Page<'_>, parent: NodeId, before: Spot, words: &str) -> Option<TextEdit> {
    let lines = page.lines();
    let (start, end) = (page.start(before)?, page.end(before));
    let many = page.document.node(parent).span.of(page.text).contains('\n');
    if !many || !lines.is_first(start) {
        return Some(TextEdit::insert(end, format!(", {words}")));
    }
    let pad = " ".repeat(lines.column(start));
    let comma = lines.skip_spaces(end);
    let followed = Span::new(comma, comma + 1).of(page.text) == ",";
    let line_end = lines.end(end);
    if followed {
        return Some(TextEdit::insert(line_end, format!("\n{pad}{words},")));
    }
    TextEdit::insert(end, ",").union(TextEdit::insert(line_end, format!("\n{pad}{words}")))
}
