//! `missing-dockerfile`
//!
//! ## What it does
//! Finds services that are built in a folder of the project in which there is no Dockerfile.
//!
//! ## Why is this bad?
//! `docker compose up --build` stops with "failed to read dockerfile".
//!
//! ## Example
//! ```yaml
//! services:
//!   api:
//!     build: ./api
//! ```
//!
//! ## Fix safety
//! No fix: what the image holds is for its owner to say.

use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::check::words;
use crate::text::diagnostic::{Diagnostic, Severity};
use crate::text::path::FilePath;

/// The row.
pub const RULE: Rule = Rule { id: "missing-dockerfile", aliases: &[], check };

fn check(subject: &Subject<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, service) in &subject.project.services {
        let Some(build) = &service.build else { continue };
        let inline = service.value.at(&["build", "dockerfile_inline"]).is_some();
        let path = FilePath::new(&format!("{}/{}", build.context, build.dockerfile));
        // An address, an absolute path and a folder beside the project are not ours to look into.
        let elsewhere =
            build.context.contains("://") || build.context.contains("git@") || path.as_str().starts_with(['/', '.']);
        let elsewhere = elsewhere && !path.as_str().starts_with("./") && path.as_str() != ".";
        if inline || elsewhere || subject.files.contains_key(&path) {
            continue;
        }
        let what = words::NO_DOCKERFILE.fill(&[("service", name), ("path", path.as_str())]);
        let mut finding = subject.about_service(&RULE, Severity::Warning, name, &build.origin, what);
        finding.why = words::NO_DOCKERFILE_WHY.text();
        finding.hints.push(words::NO_DOCKERFILE_HINT.fill(&[("path", path.as_str())]));
        findings.push(finding);
    }
}
