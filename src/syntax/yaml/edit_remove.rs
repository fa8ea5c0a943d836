//! Takes an entry or item out of a collection that keeps others, with the comments over and behind it and with the blank
//! line that set it apart.

use crate::syntax::yaml::edit_page::{Page, Spot};
use crate::text::edit::TextEdit;
use crate::text::span::Span;

/// The element at `spot` goes.
pub fn remove(page: Page<'_>, spot: Spot) -> Option<TextEdit> {
    let parent = spot.parent?;
    if page.in_flow(parent) {
        return in_flow(page, spot);
    }
    let lines = page.lines();
    let (start, end) = (page.start(spot)?, page.end(spot));
    let has_next = spot.index + 1 < page.len(parent);
    if !lines.is_first(start) {
        return beside_dash(page, start, end).filter(|_| has_next);
    }
    let first = page.comments().entry_start(start);
    let last = page.comments().entry_end(end, lines.column(start));
    let Some(below) = lines.next(last) else {
        // The last line of a file without a final line break: the break before it goes.
        let above = lines.previous(blanks_above(page, first))?;
        return Some(TextEdit::delete(Span::new(lines.end(above), page.text.len())));
    };
    let gap = spot.index == 0 || lines.previous(first).is_some_and(|it| lines.is_blank(it));
    Some(TextEdit::delete(match (has_next, gap) {
        (true, true) => Span::new(first, blanks_below(page, below)),
        (true, false) => Span::new(first, below),
        (false, _) => Span::new(blanks_above(page, first), below),
    }))
}

/// The first line of the blank ones directly above `line`, or `line`.
fn blanks_above(page: Page<'_>, line: usize) -> usize {
    let lines = page.lines();
    let above = std::iter::successors(Some(line), |it| lines.previous(*it).filter(|it| lines.is_blank(*it)));
    above.last().unwrap_or(line)
}

/// Behind the blank lines that begin at `line`.
fn blanks_below(page: Page<'_>, line: usize) -> usize {
    let lines = page.lines();
    let mut at = line;
    while lines.is_blank(at) {
        match lines.next(at) {
            Some(next) => at = next,
            None => return at,
        }
    }
    at
}

/// The first entry of a map that begins on the line of a dash: what comes next moves there.
fn beside_dash(page: Page<'_>, start: usize, end: usize) -> Option<TextEdit> {
    let below = page.lines().next(page.lines().end(end))?;
    let rest = page.text.get(below..)?;
    let next = below + rest.len() - rest.trim_start().len();
    Some(TextEdit::delete(Span::new(start, next)))
}

/// An element in brackets or braces, with one comma.
fn in_flow(page: Page<'_>, spot: Spot) -> Option<TextEdit> {
    let lines = page.lines();
    let parent = spot.parent?;
    let (start, end) = (page.start(spot)?, page.end(spot));
    let next = page.element(parent, spot.index + 1);
    let before = spot.index.checked_sub(1).and_then(|it| page.element(parent, it));
    let comma = lines.skip_spaces(end);
    let followed = Span::new(comma, comma + 1).of(page.text) == ",";
    let behind = if followed { comma + 1 } else { end };
    let rest = Span::new(behind, lines.end(behind)).of(page.text).trim();
    if lines.is_first(start) && (rest.is_empty() || rest.starts_with('#')) {
        let own = Span::new(page.comments().entry_start(start), lines.next(behind)?);
        // Without a comma behind the last element there must be none behind the one before it either.
        return match before {
            Some(before) if next.is_none() && !followed => {
                let end = page.end(before);
                let comma = lines.skip_spaces(end);
                TextEdit::delete(Span::new(end, comma + 1)).union(TextEdit::delete(own))
            }
            _ => Some(TextEdit::delete(own)),
        };
    }
    match (next, before) {
        (Some(next), _) => Some(TextEdit::delete(Span::new(start, page.start(next)?))),
        (None, Some(before)) => Some(TextEdit::delete(Span::new(page.end(before), end))),
        (None, None) => None,
    }
}
