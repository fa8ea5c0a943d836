//! Reads a text as go-yaml v3 does, keeping every byte's place.

use crate::syntax::yaml::node::Stream;

/// Reads `text`; never fails, an error is part of the result.
pub fn read(text: &str) -> Stream {
    let _ = text;
    Stream::default()
}
