//! A compose file as text: decoded as go-yaml decodes it, and read once for all phases.

use crate::compose::read::Place;
use crate::syntax::yaml::decode::decode;
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
        let decoded = decode(bytes);
        let stream = reader::read_until(&decoded.text, decoded.unreadable);
        Self { lines: LineIndex::new(&decoded.text), stream, text: decoded.text }
    }

    /// The text as nodes lie in it.
    pub fn place(&self, max_depth: usize) -> Place<'_> {
        Place { text: &self.text, lines: &self.lines, max_depth }
    }
}
