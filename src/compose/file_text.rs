//! A compose file as text: its bytes decoded as go-yaml decodes them (UTF-8, or UTF-16 behind a byte order mark), and read.

use crate::compose::read::Place;
use crate::syntax::yaml::decode::{Decoded, decode};
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
        let Decoded { text, unreadable, .. } = decode(bytes);
        let stream = reader::read_until(&text, unreadable);
        Self { lines: LineIndex::new(&text), stream, text }
    }

    /// The text as nodes lie in it.
    pub fn place(&self, max_depth: usize) -> Place<'_> {
        Place { text: &self.text, lines: &self.lines, max_depth }
    }
}
