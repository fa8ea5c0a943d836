//! Reads a text as Docker Compose's YAML library does, keeping every byte's place.

use crate::syntax::yaml::compose::compose;
use crate::syntax::yaml::cursor::{Cursor, Unreadable};
use crate::syntax::yaml::node::Stream;
use crate::syntax::yaml::parser::Parser;
use crate::syntax::yaml::scanner::Scanner;

/// Reads `text`; never fails, an error is part of the result.
pub fn read(text: &str) -> Stream {
    read_until(text, Unreadable::find(text))
}

/// Reads `text`, which cannot be read further than `unreadable`.
pub fn read_until(text: &str, unreadable: Option<Unreadable>) -> Stream {
    let start = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let cursor = Cursor::new(text, start, unreadable);
    let composed = compose(Parser::new(Scanner::new(cursor)), text);
    Stream {
        documents: composed.documents,
        comments: composed.comments,
        error: composed.fault.map(|it| it.into_error(text)),
    }
}
