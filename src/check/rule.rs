//! `Rule`: one thing that can be wrong with a stack that Docker Compose accepts. A rule looks and says; it edits nothing,
//! its fixes are edits that a person may take.

use crate::check::subject::Subject;
use crate::text::diagnostic::Diagnostic;

/// A row of the table.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Its name, kebab-case; reads after "allow".
    pub id: &'static str,
    /// The names of the same rule in other tools: `CL-0004`, `DL3006`.
    pub aliases: &'static [&'static str],
    /// Looks at a stack and says what it finds.
    pub check: fn(&Subject<'_>, &mut Vec<Diagnostic>),
}
