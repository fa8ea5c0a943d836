//! `secret-in-environment`
//!
//! ## What it does
//! Finds passwords, tokens and keys that stand in the compose file itself, alone or inside an address.
//!
//! ## Why is this bad?
//! The compose file goes into the repository, and the secret with it, for as long as the history lasts.
//!
//! ## Example
//! ```yaml
//! services:
//!   db:
//!     environment:
//!       POSTGRES_PASSWORD: hunter2
//! ```
//!
//! ## Fix safety
//! Safe: the value goes to `.env`, from where Docker Compose fills it in again.

use crate::catalog::secret_name::{is_secret, url_password};
use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::check::words;
use crate::compose::value::Origin;
use crate::text::diagnostic::{Applicability, Diagnostic, Fix, Severity};
use crate::text::edit::TextEdit;
use crate::text::path::FilePath;

/// The row.
pub const RULE: Rule = Rule { id: "secret-in-environment", aliases: &["CL-0020", "CL-0021"], check };

fn check(subject: &Subject<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, service) in &subject.project.services {
        for (key, said) in &service.environment {
            let Some(value) = said.value.as_deref().filter(|it| !it.is_empty()) else { continue };
            // What comes from an env_file or a variable does not stand in the compose file.
            if !subject.is_literal(&said.origin) || !subject.written(&said.origin).is_some_and(|it| it.contains(value))
            {
                continue;
            }
            let pair = match url_password(value) {
                _ if is_secret(key) => words::SECRET_LITERAL,
                Some(_) => words::SECRET_IN_URL,
                None => continue,
            };
            let mut finding =
                subject.about_service(&RULE, Severity::Warning, name, &said.origin, pair.fill(&[("key", key)]));
            finding.why = words::SECRET_WHY.text();
            finding.hints.push(words::SECRET_HINT.fill(&[("key", key)]));
            finding.fixes.extend(lift(subject, name, key, value, &said.origin));
            findings.push(finding);
        }
    }
}

/// A fix that moves the value to `.env` under a key that is free there.
fn lift(subject: &Subject<'_>, service: &str, key: &str, value: &str, origin: &Origin) -> Option<Fix> {
    let env_path = FilePath::new(".env");
    let env = subject.text(&env_path).unwrap_or_default();
    let taken =
        |key: &str| env.lines().any(|it| it.trim_start().trim_start_matches("export ").starts_with(&format!("{key}=")));
    let own = format!("{}_{key}", service.to_uppercase().replace(|it: char| !it.is_ascii_alphanumeric(), "_"));
    let usable = !key.is_empty() && key.chars().all(|it| it.is_ascii_alphanumeric() || it == '_');
    let key = [key.to_owned(), own].into_iter().find(|it| usable && !taken(it))?;
    let title = words::LIFT_SECRET.fill(&[("key", &key)]);
    let mut fix = subject.replacement(origin, value, &format!("${{{key}}}"), title, Applicability::Safe)?;
    let line_break = if env.is_empty() || env.ends_with('\n') { "" } else { "\n" };
    let line = format!("{line_break}{key}={}\n", env_quoted(value)?);
    fix.edits.push((env_path, TextEdit::insert(env.len(), line)));
    Some(fix)
}

/// The value as `.env` reads it back; `None` where no quotes hold it.
fn env_quoted(value: &str) -> Option<String> {
    let plain = value.chars().all(|it| it.is_ascii_alphanumeric() || "_-./:@%+,=".contains(it));
    match value {
        _ if plain => Some(value.to_owned()),
        _ if !value.contains(['\'', '\n', '\\']) => Some(format!("'{value}'")),
        _ => None,
    }
}
