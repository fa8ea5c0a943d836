//! `Span`: a place in a text as a range of bytes, because bytes are what splices need; lines and columns are
//! derived where a person reads them.

use std::fmt;

/// A half-open range of byte offsets, `start <= end`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset behind the last byte.
    pub end: usize,
}

impl Span {
    /// The range `start..end`; an `end` before `start` gives the empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// The empty span at `offset`: where something is to be inserted.
    pub fn at(offset: usize) -> Self {
        Self { start: offset, end: offset }
    }

    /// Number of bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether no byte lies in it.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `offset` lies in it or at its end, as a caret does.
    pub fn touches(self, offset: usize) -> bool {
        self.start <= offset && offset <= self.end
    }

    /// Whether `other` lies wholly in it.
    pub fn encloses(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The bytes of `text` in this span; empty where the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// A value together with the place that says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Spanned<T> {
    /// What is said.
    pub value: T,
    /// Where.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// `value`, said at `span`.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_that_does_not_fit_is_empty_text() {
        assert_eq!(Span::new(1, 3).of("añb"), "ñ");
        assert_eq!(Span::new(2, 9).of("añb"), "");
        assert_eq!(Span::new(2, 3).of("añb"), "", "an offset inside a character does not split it");
    }

    #[test]
    fn cover_and_enclose() {
        let both = Span::new(4, 6).cover(Span::new(1, 2));
        assert_eq!(both, Span::new(1, 6));
        assert!(both.encloses(Span::at(6)) && !both.encloses(Span::new(0, 2)));
    }
}
