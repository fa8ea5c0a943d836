//! Lines around a place in a text: where they begin and end, which column, which comments belong to an entry.

use crate::syntax::yaml::node::{Comment, Stream};
use crate::text::span::Span;

/// A text as lines.
#[derive(Clone, Copy)]
pub struct Lines<'a>(pub &'a str);

impl Lines<'_> {
    /// Start of the line that holds `offset`; behind a byte order mark.
    pub fn start(self, offset: usize) -> usize {
        let before = self.0.get(..offset).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |it| it + 1);
        if start == 0 && before.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { start }
    }

    /// End of the line that holds `offset`, before its line break.
    pub fn end(self, offset: usize) -> usize {
        let rest = self.0.get(offset..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default();
        let cut = line.strip_suffix('\r').filter(|_| rest.len() > line.len()).unwrap_or(line);
        offset + cut.len()
    }

    /// Start of the line after the one that holds `offset`; `None` on the last.
    pub fn next(self, offset: usize) -> Option<usize> {
        let rest = self.0.get(offset..)?;
        rest.find('\n').map(|it| offset + it + 1)
    }

    /// Start of the line before the one that holds `offset`; `None` on the first.
    pub fn previous(self, offset: usize) -> Option<usize> {
        let start = self.start(offset);
        start.checked_sub(1).filter(|it| self.0.as_bytes().get(*it) == Some(&b'\n')).map(|it| self.start(it))
    }

    /// Bytes between the start of the line and `offset`.
    pub fn column(self, offset: usize) -> usize {
        offset - self.start(offset).min(offset)
    }

    /// Whether only white space stands on the line that holds `offset`.
    pub fn is_blank(self, offset: usize) -> bool {
        Span::new(self.start(offset), self.end(offset)).of(self.0).trim().is_empty()
    }

    /// Whether only spaces stand before `offset` on its line.
    pub fn is_first(self, offset: usize) -> bool {
        Span::new(self.start(offset), offset).of(self.0).trim().is_empty()
    }

    /// `offset` behind spaces and tabs that follow it on the line.
    pub fn skip_spaces(self, offset: usize) -> usize {
        let rest = self.0.get(offset..).unwrap_or_default();
        offset + rest.len() - rest.trim_start_matches([' ', '\t']).len()
    }
}

/// The comments of a text by place.
#[derive(Clone, Copy)]
pub struct Comments<'a> {
    text: &'a str,
    all: &'a [Comment],
}

impl<'a> Comments<'a> {
    /// Those of `stream`, which is `text` read.
    pub fn new(text: &'a str, stream: &'a Stream) -> Self {
        Self { text, all: &stream.comments }
    }

    /// The comment on the line that holds `offset`, at or behind it.
    pub fn on_line(self, offset: usize) -> Option<Comment> {
        let end = Lines(self.text).end(offset);
        let after = self.all.partition_point(|it| it.span.start < offset);
        self.all.get(after).copied().filter(|it| it.span.start <= end)
    }

    /// The comment that has the line that holds `offset` to itself.
    pub fn own_line(self, offset: usize) -> Option<Comment> {
        self.on_line(Lines(self.text).start(offset)).filter(|it| it.own_line)
    }

    /// Those in `span`.
    pub fn within(self, span: Span) -> &'a [Comment] {
        let first = self.all.partition_point(|it| it.span.start < span.start);
        let last = self.all.partition_point(|it| it.span.start < span.end);
        self.all.get(first..last.max(first)).unwrap_or_default()
    }

    /// Start of the first line of the entry whose key or dash stands at `offset`: with the comment lines directly over
    /// it in its own column. Deeper ones belong to the entry before.
    pub fn entry_start(self, offset: usize) -> usize {
        let lines = Lines(self.text);
        let column = lines.column(offset);
        let mut start = lines.start(offset);
        while let Some(above) = lines.previous(start) {
            match self.own_line(above) {
                Some(it) if lines.column(it.span.start) == column => start = above,
                _ => break,
            }
        }
        start
    }

    /// End of the last line of an entry in `column` whose content ends at `offset`, before the line break: with the
    /// comment behind it and the deeper comment lines directly below.
    pub fn entry_end(self, offset: usize, column: usize) -> usize {
        let lines = Lines(self.text);
        let mut end = lines.end(offset);
        while let Some(below) = lines.next(end) {
            match self.own_line(below) {
                Some(it) if lines.column(it.span.start) > column => end = lines.end(below),
                _ => break,
            }
        }
        end
    }
}

/// `text` with every line but the first moved right by `column`.
pub fn indented(text: &str, column: usize) -> String {
    let pad = " ".repeat(column);
    let lines = text.split('\n').enumerate();
    let lines = lines.map(|(at, it)| if at == 0 || it.is_empty() { it.to_owned() } else { format!("{pad}{it}") });
    lines.collect::<Vec<_>>().join("\n")
}
