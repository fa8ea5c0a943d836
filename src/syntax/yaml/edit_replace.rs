//! Puts another value in the place of one: on the same line where both fit there, with the comment behind the key kept.

use crate::syntax::yaml::edit_emit::Emitter;
use crate::syntax::yaml::edit_fragment::Fragment;
use crate::syntax::yaml::edit_page::{Page, Spot};
use crate::syntax::yaml::edit_scalar::{Place, is_null};
use crate::syntax::yaml::node::{NodeKind, ScalarStyle};
use crate::text::edit::TextEdit;
use crate::text::span::Span;

/// The value at `spot` becomes `value`; quotes stay where the old value has some.
pub fn replace(page: Page<'_>, spot: Spot, value: &Fragment) -> Option<TextEdit> {
    let emitter = Emitter::new(page.style).like(quotes(page, spot));
    if spot.parent.is_some_and(|it| page.in_flow(it)) {
        return in_flow(page, spot, &emitter.flow(&value.tree, Place::Flow));
    }
    let head = page.head(spot)?;
    let column = page.lines().column(page.start(spot)?);
    let new = match spot.key {
        Some(_) => emitter.behind_key(value, column),
        None => format!(" {}", emitter.behind_dash(value, column)),
    };
    let old = page.document.node(spot.value).outer_span();
    let below = page.is_block(spot.value) || old.start > page.lines().end(head);
    if old.is_empty() {
        on_line(page, Span::at(head), &new)
    } else if !below {
        let gap = Span::new(head, old.start).of(page.text);
        let same_gap = if new.starts_with(" \n") || new.starts_with('\n') { None } else { new.strip_prefix(' ') };
        match same_gap {
            Some(words) => on_line(page, old, words),
            None if gap.trim().is_empty() => on_line(page, Span::new(head, old.end), &new),
            None => None,
        }
    } else {
        from_below(page, spot, head, &new)
    }
}

/// How the old value is quoted; where it is no text, the habit of its neighbors.
fn quotes(page: Page<'_>, spot: Spot) -> ScalarStyle {
    match &page.document.node(spot.value).kind {
        NodeKind::Scalar { style: style @ (ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted), .. } => *style,
        NodeKind::Scalar { style: ScalarStyle::Plain, value } if !is_null(value) => ScalarStyle::Plain,
        _ => spot.parent.map_or(page.style.texts, |it| page.quotes(it)),
    }
}

/// `new` for a value in brackets or braces.
fn in_flow(page: Page<'_>, spot: Spot, new: &str) -> Option<TextEdit> {
    let old = page.document.node(spot.value).outer_span();
    if !old.is_empty() {
        return Some(TextEdit::replace(old, new));
    }
    let key = spot.key?;
    Some(match page.head(spot) {
        Some(head) => TextEdit::insert(head, format!(" {new}")),
        None => TextEdit::insert(page.document.node(key).outer_span().end, format!(": {new}")),
    })
}

/// `new` in the place of something on one line (or of a block scalar); nested lines go below the comment behind it.
fn on_line(page: Page<'_>, old: Span, new: &str) -> Option<TextEdit> {
    let behind = page.comments().on_line(old.end);
    match (new.split_once('\n'), behind) {
        (Some((first, nested)), Some(_)) => {
            let below = TextEdit::insert(page.lines().end(old.end), format!("\n{nested}"));
            TextEdit::replace(old, first).union(below)
        }
        _ => Some(TextEdit::replace(old, new)),
    }
}

/// `new` in the place of nested lines; the comment behind the key stays, those inside go with the lines.
fn from_below(page: Page<'_>, spot: Spot, head: usize, new: &str) -> Option<TextEdit> {
    let node = page.document.node(spot.value);
    let end = page.end(spot);
    let line_end = page.lines().end(head);
    if node.span.start <= line_end {
        return Some(TextEdit::replace(Span::new(head, end), new));
    }
    let properties =
        if node.outer_span().start <= line_end { head.max(properties_end(page, spot, line_end)) } else { head };
    let (first, nested) = new.split_once('\n').map_or((new, None), |(first, nested)| (first, Some(nested)));
    let nested = nested.map(|it| format!("\n{it}")).unwrap_or_default();
    let deleted = Span::new(line_end, page.comments().on_line(end).map_or(end, |it| it.span.end));
    TextEdit::replace(Span::new(head, properties), first).union(TextEdit::replace(deleted, nested))
}

/// End of the anchor and tag that stand on the line of the key.
fn properties_end(page: Page<'_>, spot: Spot, line_end: usize) -> usize {
    let node = page.document.node(spot.value);
    let spans = [node.anchor.as_ref().map(|it| it.span), node.tag.as_ref().map(|it| it.span)];
    spans.into_iter().flatten().map(|it| it.end).filter(|it| *it <= line_end).max().unwrap_or_default()
}
