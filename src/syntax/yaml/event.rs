//! What the parser tells of a text, one thing after the other.

use crate::syntax::yaml::node::{CollectionStyle, ScalarStyle};
use crate::text::span::{Span, Spanned};

/// An event with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What happens.
    pub kind: EventKind,
    /// The bytes that say it, without anchor and tag.
    pub span: Span,
    /// `&name`.
    pub anchor: Option<Spanned<String>>,
    /// The tag in its long form.
    pub tag: Option<Spanned<String>>,
}

/// What happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// The text begins.
    StreamStart,
    /// The text ends.
    StreamEnd,
    /// A document begins, with a marker or with its content.
    DocumentStart,
    /// A document ends.
    DocumentEnd,
    /// `*name`.
    Alias(String),
    /// A scalar.
    Scalar {
        /// How it is written.
        style: ScalarStyle,
        /// Its text.
        value: String,
    },
    /// A list begins.
    SequenceStart(CollectionStyle),
    /// The list ends.
    SequenceEnd,
    /// A map begins.
    MappingStart(CollectionStyle),
    /// The map ends.
    MappingEnd,
}

impl Event {
    /// An event without anchor and tag.
    pub fn new(kind: EventKind, span: Span) -> Self {
        Self { kind, span, anchor: None, tag: None }
    }

    /// The null that the text leaves out at `offset`.
    pub fn empty_scalar(offset: usize) -> Self {
        Self::new(EventKind::Scalar { style: ScalarStyle::Plain, value: String::new() }, Span::at(offset))
    }
}
