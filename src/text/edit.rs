//! `TextEdit`: the only way in which a text changes. The whole application sends these instead of new texts, so that
//! what a person wrote and nobody meant to change cannot change.

use crate::text::span::Span;

/// One replacement: the bytes of `delete` give way to `insert`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indel {
    /// What goes.
    pub delete: Span,
    /// What comes in its place.
    pub insert: String,
}

/// Replacements in one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextEdit {
    // Invariant: disjoint and sorted by `delete`; offsets are those of the text before the edit.
    indels: Vec<Indel>,
}

impl TextEdit {
    /// Puts `text` in at `offset`.
    pub fn insert(offset: usize, text: impl Into<String>) -> Self {
        Self::replace(Span::at(offset), text)
    }

    /// Takes the bytes of `span` out.
    pub fn delete(span: Span) -> Self {
        Self::replace(span, "")
    }

    /// Puts `text` in the place of `span`.
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self { indels: vec![Indel { delete: span, insert: text.into() }] }
    }

    /// The smallest single replacement that turns `before` into `after`.
    pub fn between(before: &str, after: &str) -> Self {
        if before == after {
            return Self::default();
        }
        let prefix = common_prefix(before, after);
        let suffix = common_suffix(&before[prefix..], &after[prefix..]);
        let span = Span::new(prefix, before.len() - suffix);
        Self::replace(span, &after[prefix..after.len() - suffix])
    }

    /// Both edits as one, or `None` where they touch the same bytes. Insertions at one offset keep the order
    /// `self`, `other`.
    #[must_use]
    pub fn union(mut self, other: TextEdit) -> Option<Self> {
        self.indels.extend(other.indels);
        self.indels.sort_by_key(|it| (it.delete.start, it.delete.end));
        let disjoint = self.indels.windows(2).all(|pair| match pair {
            [first, second] => first.delete.end <= second.delete.start,
            _ => true,
        });
        disjoint.then_some(self)
    }

    /// The replacements, sorted.
    pub fn indels(&self) -> &[Indel] {
        &self.indels
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.indels.iter().all(|it| it.delete.is_empty() && it.insert.is_empty())
    }

    /// `text` after the edit, or `None` where a span does not fit the text.
    pub fn apply(&self, text: &str) -> Option<String> {
        let mut result = String::with_capacity(text.len());
        let mut at = 0;
        for it in &self.indels {
            result.push_str(text.get(at..it.delete.start)?);
            text.get(it.delete.start..it.delete.end)?;
            result.push_str(&it.insert);
            at = it.delete.end;
        }
        result.push_str(text.get(at..)?);
        Some(result)
    }

    /// The edit that turns `self.apply(text)` back into `text`.
    #[must_use]
    pub fn invert(&self, text: &str) -> Self {
        let (mut indels, mut grown, mut shrunk) = (Vec::with_capacity(self.indels.len()), 0, 0);
        for it in &self.indels {
            let start = it.delete.start + grown - shrunk;
            let delete = Span::new(start, start + it.insert.len());
            indels.push(Indel { delete, insert: it.delete.of(text).to_owned() });
            grown += it.insert.len();
            shrunk += it.delete.len();
        }
        Self { indels }
    }

    /// Where the byte at `offset` is after the edit; an offset inside deleted bytes goes to the end of what came in
    /// their place.
    pub fn map_offset(&self, offset: usize) -> usize {
        let (mut grown, mut shrunk) = (0, 0);
        for it in &self.indels {
            if it.delete.end <= offset {
                grown += it.insert.len();
                shrunk += it.delete.len();
            } else if it.delete.start < offset {
                return it.delete.start + grown - shrunk + it.insert.len();
            }
        }
        offset + grown - shrunk
    }
}

/// Length of the longest common start, cut at a character of both.
fn common_prefix(a: &str, b: &str) -> usize {
    a.char_indices().zip(b.chars()).find(|((_, x), y)| x != y).map_or(a.len().min(b.len()), |((at, _), _)| at)
}

/// Length of the longest common end, cut at a character of both.
fn common_suffix(a: &str, b: &str) -> usize {
    let same = a.chars().rev().zip(b.chars().rev()).take_while(|(x, y)| x == y);
    same.map(|(x, _)| x.len_utf8()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn edits_that_touch_the_same_bytes_do_not_join() {
        let edit = TextEdit::replace(Span::new(2, 4), "x");
        assert!(edit.clone().union(TextEdit::delete(Span::new(3, 5))).is_none());
        let joined = edit.union(TextEdit::insert(0, "y")).unwrap();
        assert_eq!(joined.apply("abcdef").unwrap(), "yabxef");
    }

    #[test]
    fn a_span_outside_the_text_is_refused() {
        assert_eq!(TextEdit::delete(Span::new(2, 9)).apply("abc"), None);
        assert_eq!(TextEdit::delete(Span::new(1, 2)).apply("ñ"), None);
    }

    #[test]
    fn offsets_follow() {
        let edit = TextEdit::replace(Span::new(2, 4), "xyz");
        assert_eq!([0, 2, 3, 4, 6].map(|it| edit.map_offset(it)), [0, 2, 5, 5, 7]);
    }

    proptest! {
        #[test]
        fn between_applies_and_inverts(before in "[añb\n]{0,12}", after in "[añb\n]{0,12}") {
            let edit = TextEdit::between(&before, &after);
            prop_assert_eq!(edit.apply(&before), Some(after.clone()));
            prop_assert_eq!(edit.invert(&before).apply(&after), Some(before));
        }
    }
}
