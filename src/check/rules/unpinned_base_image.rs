//! `unpinned-base-image`
//!
//! ## What it does
//! Finds `FROM` instructions without a tag or with one that moves, in Dockerfiles that a service is built with.
//!
//! ## Why is this bad?
//! The same sources give another image next month.
//!
//! ## Example
//! ```dockerfile
//! FROM node
//! ```
//!
//! ## Fix safety
//! No fix: the version is the project's own choice.

use crate::catalog::reference::Reference;
use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::check::words;
use crate::syntax::dockerfile::node::Dockerfile;
use crate::syntax::dockerfile::stages::stages;
use crate::text::diagnostic::{Diagnostic, Severity};
use crate::text::path::FilePath;
use std::collections::BTreeSet;

/// The row.
pub const RULE: Rule = Rule { id: "unpinned-base-image", aliases: &["DL3006", "DL3007"], check };

fn check(subject: &Subject<'_>, findings: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    for (name, service) in &subject.project.services {
        let Some((path, dockerfile)) = subject.dockerfile(service) else { continue };
        if seen.insert(path.clone()) {
            let found = in_dockerfile(&path, &dockerfile).into_iter();
            findings.extend(found.map(|it| Diagnostic { node: Some(format!("service:{name}")), ..it }));
        }
    }
}

/// What is to be said about one Dockerfile.
pub fn in_dockerfile(path: &FilePath, dockerfile: &Dockerfile) -> Vec<Diagnostic> {
    let (mut names, mut findings) = (vec!["scratch".to_owned()], Vec::new());
    for stage in stages(dockerfile) {
        let base = &stage.base.value;
        let own = names.contains(&base.to_lowercase()) || base.contains('$') || base.is_empty();
        names.extend(stage.name.map(|it| it.value));
        if own || !Reference::parse(base).floats() {
            continue;
        }
        let what = words::UNPINNED_BASE.fill(&[("image", base)]);
        let mut finding = Diagnostic::new(RULE.id, Severity::Warning, Some(path.clone()), stage.base.span, what);
        finding.why = words::UNPINNED_WHY.text();
        finding.hints.push(words::UNPINNED_HINT.text());
        findings.push(finding);
    }
    findings
}
