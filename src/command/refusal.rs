//! `Refusal`: why a command is not done. A refusal is an answer, so it says what is wrong, why, and what to do instead.

use crate::command::words;
use crate::syntax::yaml::edit_op::EditError;
use crate::text::path::FilePath;
use crate::text::words::{Pair, Text};

/// Why a command is not done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong; lower-case start, no full stop.
    pub what: Text,
    /// Why that stands in the way; may be empty.
    pub why: Text,
    /// What to do instead; may be empty.
    pub help: Text,
}

impl Refusal {
    /// The three sentences `row` with the same values.
    pub fn new(row: [Pair; 3], values: &[(&str, &str)]) -> Self {
        let [what, why, help] = row.map(|it| it.fill(values));
        Self { what, why, help }
    }

    /// All of it as one sentence.
    pub fn text(&self) -> Text {
        let parts = [&self.what, &self.why, &self.help];
        let join = |said: Vec<&str>| said.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join("; ");
        Text {
            en: join(parts.iter().map(|it| it.en.as_str()).collect()),
            es: join(parts.iter().map(|it| it.es.as_str()).collect()),
        }
    }

    /// An edit of `file` that did not come about.
    pub fn of(error: &EditError, file: &FilePath) -> Self {
        let file = ("file", file.as_str());
        match error {
            EditError::Syntax(error) => Self::new(words::UNREADABLE, &[file, ("error", &error.message)]),
            EditError::Missing(path) => Self::new(words::NOTHING_AT, &[file, ("path", &path.join("."))]),
            EditError::NoCollection(path) => Self::new(words::NO_COLLECTION, &[file, ("path", &path.join("."))]),
            EditError::Exists(key) => Self::new(words::KEY_EXISTS, &[file, ("name", key)]),
            EditError::Stubborn(path) => Self::new(words::STUBBORN, &[file, ("path", &path.join("."))]),
            EditError::TooDeep => Self::new(words::TOO_DEEP, &[file]),
        }
    }
}
