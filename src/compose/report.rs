//! `Report`: what loading has to say. A fault never ends a load, so every phase writes here and goes on; the first error
//! is the one that Docker Compose itself would stop at.

use crate::compose::value::{FileId, Origin};
use crate::text::diagnostic::{Diagnostic, Severity};
use crate::text::path::FilePath;
use crate::text::span::Span;
use crate::text::words::Text;

/// Rule of what cannot be read as YAML.
pub const YAML: &str = "yaml";
/// Rule of everything else that Docker Compose refuses or warns about.
pub const COMPOSE: &str = "compose";

/// The files of a load and what was said about them, in the order in which Compose meets it.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The files read; a `FileId` is an index of this list.
    pub files: Vec<FilePath>,
    /// What was said.
    pub diagnostics: Vec<Diagnostic>,
    /// The warnings as Compose prints them, each as often.
    pub warnings: Vec<String>,
    /// The whole message that Compose stops with; it may hold several diagnostics.
    pub refusal: Option<String>,
}

impl Report {
    /// The id of `path`, new or known.
    pub fn file(&mut self, path: &FilePath) -> FileId {
        let known = self.files.iter().position(|it| it == path);
        let index = known.unwrap_or_else(|| {
            self.files.push(path.clone());
            self.files.len() - 1
        });
        FileId(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// Compose refuses the project with `message`, its own words; `origin` is the place to look at.
    pub fn error(&mut self, origin: &Origin, message: impl Into<String>) {
        let message = message.into();
        self.refusal.get_or_insert_with(|| message.clone());
        self.say(COMPOSE, Severity::Error, origin.file, origin.span, message);
    }

    /// Compose refuses the project with several faults at once, which it prints as `whole` makes it of their messages.
    pub fn errors(&mut self, faults: &[(Origin, String)], whole: impl Fn(&[String]) -> String) {
        if faults.is_empty() {
            return;
        }
        let messages: Vec<String> = faults.iter().map(|it| it.1.clone()).collect();
        self.refusal.get_or_insert_with(|| whole(&messages));
        for (origin, message) in faults {
            self.error(origin, message.as_str());
        }
    }

    /// Compose warns with `message`, its own words, and goes on.
    pub fn warn(&mut self, origin: &Origin, message: impl Into<String>) {
        let message = message.into();
        self.warnings.push(message.clone());
        self.say(COMPOSE, Severity::Warning, origin.file, origin.span, message);
    }

    /// The text of `file` cannot be read at `span`.
    pub fn unreadable(&mut self, file: FileId, span: Span, message: impl Into<String>) {
        let message = message.into();
        self.refusal.get_or_insert_with(|| message.clone());
        self.say(YAML, Severity::Error, file, span, message);
    }

    /// Whether Compose would have stopped by now.
    pub fn refused(&self) -> bool {
        self.refusal.is_some()
    }

    fn say(&mut self, rule: &'static str, severity: Severity, file: FileId, span: Span, message: String) {
        let path = self.files.get(file.0 as usize).cloned();
        let said = Diagnostic::new(rule, severity, path, span, Text::same(message));
        if !self.diagnostics.contains(&said) {
            self.diagnostics.push(said);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_error_is_the_refusal_and_nothing_is_said_twice() {
        let mut report = Report::default();
        let file = report.file(&FilePath::new("compose.yaml"));
        let origin = Origin::new(file, Span::new(2, 4));
        report.warn(&origin, "careful");
        for message in ["first", "second", "first"] {
            report.error(&origin, message);
        }
        assert_eq!(report.file(&FilePath::new("./compose.yaml")), file);
        assert_eq!(report.diagnostics.len(), 3);
        assert_eq!(report.refusal.as_deref(), Some("first"));
    }
}
