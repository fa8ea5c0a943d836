//! `weak-password`
//!
//! ## What it does
//! Finds secrets with a value that everyone tries first: `postgres`, `admin`, `changeme`, the name of the user.
//!
//! ## Why is this bad?
//! Programs that walk the Internet try these within minutes.
//!
//! ## Example
//! ```text
//! POSTGRES_PASSWORD=postgres
//! ```
//!
//! ## Fix safety
//! No fix: a rule has no source of random bytes.

use crate::catalog::secret_name::{is_secret, url_password};
use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::check::words;
use crate::compose::value::Origin;
use crate::text::diagnostic::{Diagnostic, Severity};
use crate::text::path::FilePath;
use crate::text::span::Span;
use std::collections::BTreeSet;

/// The row.
pub const RULE: Rule = Rule { id: "weak-password", aliases: &[], check };

/// What everyone tries first.
const WEAK: [&str; 32] = [
    "postgres",
    "root",
    "admin",
    "password",
    "passwd",
    "pass",
    "secret",
    "changeme",
    "change-me",
    "change_me",
    "example",
    "test",
    "guest",
    "user",
    "default",
    "minioadmin",
    "rootpassword",
    "mysql",
    "mongo",
    "redis",
    "rabbitmq",
    "qwerty",
    "letmein",
    "welcome",
    "toor",
    "supersecret",
    "mysecretpassword",
    "your-secret-key",
    "your_secret_key",
    "secretkey",
    "secret_key",
    "token",
];

fn check(subject: &Subject<'_>, findings: &mut Vec<Diagnostic>) {
    let mut said = BTreeSet::new();
    for (name, service) in &subject.project.services {
        for (key, variable) in &service.environment {
            let Some(value) = variable.value.as_deref() else { continue };
            let password = if is_secret(key) { Some(value) } else { url_password(value).and_then(|it| value.get(it)) };
            if !password.is_some_and(is_weak) || !said.insert((key.clone(), value.to_owned())) {
                continue;
            }
            let what = words::WEAK_PASSWORD.fill(&[("key", key)]);
            let mut finding = subject.about_service(&RULE, Severity::Warning, name, &variable.origin, what);
            if let Some(span) = in_env_file(subject, key, &variable.origin) {
                (finding.file, finding.span) = (Some(FilePath::new(".env")), span);
            }
            finding.why = words::WEAK_PASSWORD_WHY.text();
            finding.hints.push(words::WEAK_PASSWORD_HINT.text());
            findings.push(finding);
        }
    }
}

/// Whether everyone tries this first: a common word, alone or with a few digits behind it.
fn is_weak(password: &str) -> bool {
    let word = password.to_lowercase();
    let word = word.trim_end_matches(|it: char| it.is_ascii_digit() || it == '!');
    !password.is_empty() && (word.is_empty() && password.len() < 12 || WEAK.contains(&word))
}

/// The place of the value in `.env`, where it comes from there.
fn in_env_file(subject: &Subject<'_>, key: &str, origin: &Origin) -> Option<Span> {
    if subject.is_literal(origin) {
        return None;
    }
    let text = subject.text(&FilePath::new(".env"))?;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if let Some(value) = line.strip_prefix(key).and_then(|it| it.strip_prefix('=')) {
            let start = at + key.len() + 1;
            return Some(Span::new(start, start + value.trim_end().len()));
        }
        at += line.len();
    }
    None
}
