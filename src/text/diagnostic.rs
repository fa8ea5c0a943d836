//! `Diagnostic`: one thing to say about a stack. It says what, why and what to do, where a person can go and look.

use crate::text::edit::TextEdit;
use crate::text::path::FilePath;
use crate::text::span::Span;
use crate::text::words::Text;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The stack does not start, or Docker Compose refuses it.
    Error,
    /// It starts and will hurt.
    Warning,
    /// Advice.
    Info,
}

impl Severity {
    /// The word for machines: `error`, `warning`, `info`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// Whether a fix may be taken without a second look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applicability {
    /// The stack behaves as before, or as it was plainly meant.
    Safe,
    /// The behaviour changes; the title says how.
    Unsafe,
}

/// Edits that mend a diagnostic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, imperative.
    pub title: Text,
    /// Whether it may be taken without a second look.
    pub applicability: Applicability,
    /// Edits by file; a file that does not exist is made (its edit inserts at 0).
    pub edits: Vec<(FilePath, TextEdit)>,
}

/// One thing to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Id of the rule, kebab-case, reads after "allow": `dependency-cycle`; `yaml`, `compose` for refusals of the loader.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The file it is about; `None` for the project as a whole.
    pub file: Option<FilePath>,
    /// The place in that file; the empty span at 0 for the file as a whole.
    pub span: Span,
    /// The node of the canvas that it belongs to, as `service:api`.
    pub node: Option<String>,
    /// What is wrong; lower-case start, no full stop, names in backticks. For what Docker Compose refuses, its own words.
    pub what: Text,
    /// Why it matters; may be empty.
    pub why: Text,
    /// What to do; each a sentence.
    pub hints: Vec<Text>,
    /// What can be done at once.
    pub fixes: Vec<Fix>,
}

impl Diagnostic {
    /// A diagnostic of `rule` at `span` of `file`; the rest is added by field.
    pub fn new(rule: &'static str, severity: Severity, file: Option<FilePath>, span: Span, what: Text) -> Self {
        Self {
            rule,
            severity,
            file,
            span,
            node: None,
            what,
            why: Text::default(),
            hints: Vec::new(),
            fixes: Vec::new(),
        }
    }
}
