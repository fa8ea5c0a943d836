//! `obsolete-version`
//!
//! ## What it does
//! Finds the top-level attribute `version`.
//!
//! ## Why is this bad?
//! Docker Compose has ignored it since 2020 and warns at every command.
//!
//! ## Example
//! ```yaml
//! version: "3.8"
//! ```
//!
//! ## Fix safety
//! Safe: it does nothing.

use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::check::words;
use crate::syntax::yaml::edit_op::Op;
use crate::syntax::yaml::reader::read;
use crate::text::diagnostic::{Applicability, Diagnostic, Fix, Severity};

/// The row.
pub const RULE: Rule = Rule { id: "obsolete-version", aliases: &["no-version-field"], check };

fn check(subject: &Subject<'_>, findings: &mut Vec<Diagnostic>) {
    for file in &subject.outcome.files {
        // The resolved project no longer has the attribute, so the text is asked; only one that may hold it is read.
        let yaml = matches!(file.name().rsplit('.').next(), Some("yaml" | "yml"));
        let text = subject.text(file).filter(|it| yaml && it.lines().any(|it| it.starts_with("version")));
        let Some(text) = text else { continue };
        let stream = read(text);
        for document in &stream.documents {
            let Some(pair) = document.root().and_then(|it| document.pair(it, "version")) else { continue };
            let span = document.node(pair.key).span.cover(document.node(pair.value).span);
            let mut finding =
                Diagnostic::new(RULE.id, Severity::Info, Some(file.clone()), span, words::OBSOLETE_VERSION.text());
            finding.why = words::OBSOLETE_VERSION_WHY.text();
            let edit = subject.yaml_edit(file, &[Op::remove(&["version"])]);
            let fix = |edit| Fix {
                title: words::DROP_VERSION.text(),
                applicability: Applicability::Safe,
                edits: vec![(file.clone(), edit)],
            };
            finding.fixes.extend(edit.map(fix));
            findings.push(finding);
        }
    }
}
