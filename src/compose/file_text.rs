//! A compose file as text: its bytes decoded as go-yaml decodes them (UTF-8, or UTF-16 behind a byte order mark), and read.

use crate::compose::read::Place;
use crate::syntax::yaml::cursor::Unreadable;
use crate::syntax::yaml::node::Stream;
use crate::syntax::yaml::reader;
use crate::text::line_index::LineIndex;

/// A text, read.
#[derive(Debug)]
pub struct FileText {
    /// The decoded text.
    pub text: String,
    /// Its lines.
    pub lines: LineIndex,
    /// Its documents.
    pub stream: Stream,
}

impl FileText {
    /// Decodes and reads `bytes`.
    pub fn new(bytes: &[u8]) -> Self {
        let (text, unreadable) = decode(bytes);
        let unreadable = Unreadable::find(&text)
            .filter(|it| unreadable.as_ref().is_none_or(|u| it.offset < u.offset))
            .or(unreadable);
        let stream = reader::read_until(&text, unreadable);
        Self { lines: LineIndex::new(&text), stream, text }
    }

    /// The text as nodes lie in it.
    pub fn place(&self, max_depth: usize) -> Place<'_> {
        Place { text: &self.text, lines: &self.lines, max_depth }
    }
}

fn decode(bytes: &[u8]) -> (String, Option<Unreadable>) {
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: &[u8]) -> (String, Option<Unreadable>) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), None),
        Err(error) => {
            let (good, bad) = bytes.split_at(error.valid_up_to());
            let problem = utf8_problem(bad);
            let unreadable = Unreadable { offset: good.len(), problem };
            (String::from_utf8_lossy(bytes).into_owned(), Some(unreadable))
        }
    }
}

/// What go-yaml says of bytes that begin no character.
fn utf8_problem(bad: &[u8]) -> String {
    let first = bad.first().copied().unwrap_or_default();
    let width = match first {
        0xc0..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf7 => 4,
        _ => return format!("invalid leading UTF-8 octet (value: {first})"),
    };
    match bad.get(1..width) {
        None => format!("incomplete UTF-8 octet sequence (value: {first})"),
        Some(trailing) => match trailing.iter().find(|it| **it & 0xc0 != 0x80) {
            Some(octet) => format!("invalid trailing UTF-8 octet (value: {octet})"),
            None => "invalid length of a UTF-8 sequence".to_owned(),
        },
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, Option<Unreadable>) {
    let pairs = bytes.chunks_exact(2);
    let odd = !pairs.remainder().is_empty();
    let units = pairs.filter_map(|it| it.try_into().ok()).map(unit);
    let (mut text, mut unreadable) = (String::new(), None);
    for it in char::decode_utf16(units) {
        if it.is_err() {
            let problem = "unexpected low surrogate area".to_owned();
            unreadable.get_or_insert(Unreadable { offset: text.len(), problem });
        }
        text.push(it.unwrap_or('\u{fffd}'));
    }
    if odd {
        let problem = "incomplete UTF-16 character".to_owned();
        unreadable.get_or_insert(Unreadable { offset: text.len(), problem });
    }
    (text, unreadable)
}
