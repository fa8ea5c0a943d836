//! The reading position in a text: bytes with a zero behind the end, marks, and the comments met on the way. Reading is
//! by blocks of 512 bytes as in go-yaml, because that decides whether a forbidden character or an error of syntax before
//! it is told first.

use std::borrow::Cow;

use crate::syntax::yaml::mark::{Fault, Mark, is_break};
use crate::syntax::yaml::node::Comment;
use crate::text::span::Span;

/// How many bytes go-yaml looks at before it scans them.
const BLOCK: usize = 512;

/// The first character that may not stand in YAML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Its byte offset in the text.
    pub offset: usize,
    /// go-yaml's words.
    pub problem: String,
}

impl Unreadable {
    /// The first forbidden character of `text`.
    pub fn find(text: &str) -> Option<Self> {
        let (offset, it) = text.char_indices().find(|&(_, it)| !is_allowed(it))?;
        Some(Self { offset, problem: format!("control characters are not allowed (value: {})", u32::from(it)) })
    }
}

fn is_allowed(it: char) -> bool {
    matches!(it, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// The reading position.
pub struct Cursor<'a> {
    text: &'a str,
    /// Where reading stands.
    pub mark: Mark,
    /// Line breaks since the last character that is no blank.
    pub newlines: usize,
    /// The comments so far.
    pub comments: Vec<Comment>,
    unreadable: Option<Unreadable>,
    // Up to here go-yaml has looked at characters.
    horizon: usize,
    // Where its buffer begins; its test for a byte order mark looks there, not at the position.
    buffer: usize,
    first_block: usize,
}

impl<'a> Cursor<'a> {
    /// Stands at `start`, which is behind a byte order mark if the text has one.
    pub fn new(text: &'a str, start: usize, unreadable: Option<Unreadable>) -> Self {
        let mark = Mark { offset: start, line: 1, column: 0 };
        let first_block = BLOCK - start.min(BLOCK);
        Self { text, mark, newlines: 0, comments: Vec::new(), unreadable, horizon: start, buffer: start, first_block }
    }

    /// The byte `ahead` of the position; 0 behind the end (no text has that byte, see [`Unreadable`]).
    pub fn at(&self, ahead: usize) -> u8 {
        self.text.as_bytes().get(self.mark.offset + ahead).copied().unwrap_or(0)
    }

    /// Whether the bytes at the position are `bytes`.
    pub fn stands_at(&self, bytes: &[u8]) -> bool {
        self.text.as_bytes().get(self.mark.offset..).is_some_and(|rest| rest.starts_with(bytes))
    }

    /// A space or tab.
    pub fn blank(&self, ahead: usize) -> bool {
        matches!(self.at(ahead), b' ' | b'\t')
    }

    /// A line break.
    pub fn line_break(&self, ahead: usize) -> bool {
        match self.at(ahead) {
            b'\r' | b'\n' => true,
            0xC2 => self.at(ahead + 1) == 0x85,
            0xE2 => self.at(ahead + 1) == 0x80 && matches!(self.at(ahead + 2), 0xA8 | 0xA9),
            _ => false,
        }
    }

    /// The end of the text.
    pub fn end(&self, ahead: usize) -> bool {
        self.at(ahead) == 0
    }

    /// A line break or the end.
    pub fn break_or_end(&self, ahead: usize) -> bool {
        self.end(ahead) || self.line_break(ahead)
    }

    /// A blank, a line break or the end.
    pub fn blank_or_end(&self, ahead: usize) -> bool {
        self.blank(ahead) || self.break_or_end(ahead)
    }

    /// Whether go-yaml takes the position for a byte order mark (it looks at the begin of its buffer instead).
    pub fn byte_order_mark(&self) -> bool {
        self.text.get(self.buffer..).is_some_and(|rest| rest.starts_with('\u{FEFF}'))
    }

    /// Whether `---` or `...` stands here at the begin of a line.
    pub fn document_indicator(&self) -> bool {
        self.mark.column == 0 && (self.stands_at(b"---") || self.stands_at(b"...")) && self.blank_or_end(3)
    }

    /// Makes sure that `chars` characters have been looked at.
    pub fn need(&mut self, chars: usize) -> Result<(), Fault> {
        if self.mark.offset + 4 * chars <= self.horizon { Ok(()) } else { self.look_further(chars) }
    }

    fn look_further(&mut self, chars: usize) -> Result<(), Fault> {
        let mut first = true;
        while !self.has(chars) {
            if std::mem::take(&mut first) {
                self.buffer = self.mark.offset;
            }
            let block = std::mem::replace(&mut self.first_block, BLOCK);
            let mut next = self.horizon + block;
            if let Some(bad) = self.unreadable.as_ref().filter(|it| it.offset < next) {
                let mark = Mark { offset: bad.offset, ..self.mark };
                return Err(Fault::new("reader", Cow::Owned(bad.problem.clone()), mark));
            }
            if next >= self.text.len() {
                self.horizon = self.text.len();
                return Ok(());
            }
            while !self.text.is_char_boundary(next) {
                next -= 1;
            }
            self.horizon = next;
        }
        Ok(())
    }

    fn has(&self, chars: usize) -> bool {
        let seen = Span::new(self.mark.offset, self.horizon).of(self.text);
        seen.char_indices().nth(chars.saturating_sub(1)).is_some()
    }

    /// Steps over one character.
    pub fn skip(&mut self) -> Result<(), Fault> {
        if !self.blank(0) {
            self.newlines = 0;
        }
        self.mark.offset = (self.mark.offset + width(self.at(0))).min(self.text.len());
        self.mark.column += 1;
        self.need(1)
    }

    /// Steps over a line break, if one stands here.
    pub fn skip_line(&mut self) -> Result<(), Fault> {
        if !self.line_break(0) {
            return Ok(());
        }
        let length = if self.stands_at(b"\r\n") { 2 } else { width(self.at(0)) };
        self.mark = Mark { offset: self.mark.offset + length, line: self.mark.line + 1, column: 0 };
        self.newlines += 1;
        self.need(1)
    }

    /// Steps over one character and appends it.
    pub fn read(&mut self, into: &mut String) -> Result<(), Fault> {
        let (start, byte) = (self.mark.offset, self.at(0));
        self.skip()?;
        if byte.is_ascii() && byte != 0 {
            into.push(char::from(byte));
        } else {
            into.push_str(Span::new(start, self.mark.offset).of(self.text));
        }
        Ok(())
    }

    /// Steps over a line break and appends it: as `\n`, LS and PS as they are.
    pub fn read_line(&mut self, into: &mut String) -> Result<(), Fault> {
        match self.at(0) {
            0xE2 if self.line_break(0) => into.push(if self.at(2) == 0xA8 { '\u{2028}' } else { '\u{2029}' }),
            _ if self.line_break(0) => into.push('\n'),
            _ => {}
        }
        self.skip_line()
    }

    /// Steps over blanks.
    pub fn skip_blanks(&mut self) -> Result<(), Fault> {
        while self.blank(0) {
            self.skip()?;
        }
        Ok(())
    }

    /// Steps over the comment that begins here, up to the line break, and keeps it.
    pub fn comment(&mut self) -> Result<(), Fault> {
        let start = self.mark.offset;
        while !self.break_or_end(0) {
            self.skip()?;
        }
        let before = self.text.get(..start).unwrap_or_default();
        let before = before.trim_end_matches([' ', '\t']).chars().next_back();
        // A byte order mark takes no room on its line.
        let own_line = before.is_none_or(|it| it == '\u{FEFF}' || is_break(it));
        self.comments.push(Comment { span: Span::new(start, self.mark.offset), own_line });
        Ok(())
    }
}

/// Bytes of the character that begins with `byte`.
pub fn width(byte: u8) -> usize {
    match byte {
        0xC0..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF7 => 4,
        _ => 1,
    }
}
