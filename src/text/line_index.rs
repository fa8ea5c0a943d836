//! `LineIndex`: offsets as lines and columns and back, in bytes and in UTF-16 units, because code panes and editors
//! count in UTF-16.

use crate::text::span::Span;

/// A place as a person counts it, from 1; `column` counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Character in the line, from 1.
    pub column: usize,
}

/// Where the lines of one text begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineIndex {
    // Invariant: ascending; the first is 0.
    starts: Vec<usize>,
}

impl LineIndex {
    /// Reads `text` once.
    pub fn new(text: &str) -> Self {
        let breaks = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        Self { starts: std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect() }
    }

    /// Number of lines; a text that ends in a line break has an empty last one.
    pub fn line_count(&self) -> usize {
        self.starts.len()
    }

    /// The line, from 0, that holds `offset`.
    pub fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset).saturating_sub(1)
    }

    /// Offset of the first byte of `line`, counted from 0; the last line's for a `line` behind the end.
    pub fn line_start(&self, line: usize) -> usize {
        self.starts.get(line).or(self.starts.last()).copied().unwrap_or_default()
    }

    /// The bytes of `line`, counted from 0, without its line break.
    pub fn line_span(&self, line: usize, text: &str) -> Span {
        let start = self.line_start(line);
        let end = self.starts.get(line + 1).map_or(text.len(), |next| next - 1);
        let end = if end > start && Span::new(end - 1, end).of(text) == "\r" { end - 1 } else { end };
        Span::new(start, end)
    }

    /// `offset` as a person counts it.
    pub fn position(&self, offset: usize, text: &str) -> Position {
        let line = self.line_of(offset);
        let before = Span::new(self.line_start(line), offset).of(text);
        Position { line: line + 1, column: before.chars().count() + 1 }
    }
}

/// `offset` in bytes as an offset in UTF-16 units.
pub fn to_utf16(text: &str, offset: usize) -> usize {
    let whole = text.get(..offset).unwrap_or(text);
    whole.chars().map(char::len_utf16).sum()
}

/// `offset` in UTF-16 units as an offset in bytes; inside a surrogate pair it goes to the end of the character.
pub fn from_utf16(text: &str, offset: usize) -> usize {
    let mut units = 0;
    for (at, it) in text.char_indices() {
        if units >= offset {
            return at;
        }
        units += it.len_utf16();
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_with_both_line_ends() {
        let text = "a: ñ\r\nb\n";
        let index = LineIndex::new(text);
        assert_eq!(index.line_count(), 3);
        assert_eq!(index.line_span(0, text).of(text), "a: ñ");
        assert_eq!(index.line_span(1, text).of(text), "b");
        assert_eq!(index.position(7, text), Position { line: 2, column: 1 });
        assert_eq!(index.position(5, text), Position { line: 1, column: 5 });
    }

    #[test]
    fn utf16_and_back() {
        let text = "a😀ñ";
        assert_eq!([0, 1, 5, 7].map(|it| to_utf16(text, it)), [0, 1, 3, 4]);
        assert_eq!([0, 1, 3, 4].map(|it| from_utf16(text, it)), [0, 1, 5, 7]);
    }
}
