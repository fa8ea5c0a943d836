//! `LogicalLine`: an instruction's lines joined as the builder joins them, with the way back to the bytes of the file.

use crate::text::span::{Span, Spanned};

/// Joined text; each byte knows where it stands in the file.
#[derive(Clone, Debug, Default)]
pub struct LogicalLine {
    /// The text without continuation marks, comments between lines and line breaks.
    pub text: String,
    // Invariant: as many offsets as `text` has bytes, ascending.
    offsets: Vec<usize>,
}

impl LogicalLine {
    /// Adds the bytes of `span` in `source`.
    pub fn push(&mut self, source: &str, span: Span) {
        self.text.push_str(span.of(source));
        self.offsets.extend(span.start..span.end);
    }

    /// The bytes in the file of the bytes `start..end` here; the empty span at the end for an empty range there.
    pub fn place(&self, start: usize, end: usize) -> Span {
        let last = self.offsets.last().map_or(0, |it| it + 1);
        let from = self.offsets.get(start).copied().unwrap_or(last);
        let to =
            end.checked_sub(1).filter(|it| *it >= start).and_then(|it| self.offsets.get(it)).map_or(from, |it| it + 1);
        Span::new(from, to)
    }

    /// The part from `start` to the end, without spaces around it.
    pub fn rest(&self, start: usize) -> Spanned<String> {
        let tail = self.text.get(start..).unwrap_or_default();
        let from = start + tail.len() - tail.trim_start().len();
        let trimmed = tail.trim();
        Spanned::new(trimmed.to_owned(), self.place(from, from + trimmed.len()))
    }

    /// The words from `start` on: split at spaces outside quotes, with quotes and escapes as they stand.
    pub fn words(&self, start: usize, escape: char) -> Vec<Spanned<String>> {
        let (mut words, mut word, mut quote, mut escaped) = (Vec::new(), None::<usize>, None::<char>, false);
        let tail = self.text.get(start..).unwrap_or_default();
        for (at, it) in tail.char_indices().map(|(at, it)| (at + start, it)) {
            if escaped {
                escaped = false;
            } else if it == escape && quote != Some('\'') {
                escaped = true;
                word.get_or_insert(at);
            } else if let Some(open) = quote {
                quote = (it != open).then_some(open);
            } else if it.is_whitespace() {
                words.extend(word.take().map(|from| self.word(from, at)));
            } else {
                quote = matches!(it, '"' | '\'').then_some(it);
                word.get_or_insert(at);
            }
        }
        words.extend(word.map(|from| self.word(from, self.text.len())));
        words
    }

    fn word(&self, from: usize, to: usize) -> Spanned<String> {
        Spanned::new(self.text.get(from..to).unwrap_or_default().to_owned(), self.place(from, to))
    }
}
