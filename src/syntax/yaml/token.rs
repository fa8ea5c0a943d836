//! The tokens of YAML: what the scanner hands to the parser.

use crate::syntax::yaml::mark::Mark;
use crate::syntax::yaml::node::ScalarStyle;

/// A token with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it begins.
    pub start: Mark,
    /// Behind its last character.
    pub end: Mark,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// The begin of the text.
    StreamStart,
    /// The end of the text.
    StreamEnd,
    /// `%YAML 1.1`.
    Version(u8, u8),
    /// `%TAG handle prefix`.
    TagDirective {
        /// `!`, `!!` or `!name!`.
        handle: String,
        /// What the handle stands for.
        prefix: String,
    },
    /// `---`.
    DocumentStart,
    /// `...`.
    DocumentEnd,
    /// More indentation, begun by a dash.
    BlockSequenceStart,
    /// More indentation, begun by a key.
    BlockMappingStart,
    /// Less indentation.
    BlockEnd,
    /// `[`.
    FlowSequenceStart,
    /// `]`.
    FlowSequenceEnd,
    /// `{`.
    FlowMappingStart,
    /// `}`.
    FlowMappingEnd,
    /// `-`.
    BlockEntry,
    /// `,`.
    FlowEntry,
    /// `?`, or a key that needs none.
    Key,
    /// `:`.
    Value,
    /// `*name`.
    Alias(String),
    /// `&name`.
    Anchor(String),
    /// `!handle!suffix`; the handle is empty for `!<…>` and a lone `!`.
    Tag {
        /// `!`, `!!`, `!name!` or nothing.
        handle: String,
        /// The rest, escapes undone.
        suffix: String,
    },
    /// A scalar.
    Scalar {
        /// How it is written.
        style: ScalarStyle,
        /// Its text after quotes, escapes and folding are undone.
        value: String,
        /// Byte offset behind its last character; a block scalar's without the last line break.
        content_end: usize,
    },
}
