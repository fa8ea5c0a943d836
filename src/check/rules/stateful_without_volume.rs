//! `stateful-without-volume`
//!
//! ## What it does
//! Finds databases and other stores of the catalogue without a mount at the place of their data.
//!
//! ## Why is this bad?
//! The data lies in the container, or in a volume without a name, and is gone when the container is made anew.
//!
//! ## Example
//! ```yaml
//! services:
//!   db:
//!     image: mysql:8.4
//! ```
//!
//! ## Fix safety
//! Unsafe: the service starts with an empty volume; what the container holds today does not move there.

use crate::catalog::images::data_paths;
use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::check::words;
use crate::compose::model::Service;
use crate::syntax::yaml::edit_fragment::Fragment;
use crate::syntax::yaml::edit_op::Op;
use crate::text::diagnostic::{Applicability, Diagnostic, Fix, Severity};

/// The row.
pub const RULE: Rule = Rule { id: "stateful-without-volume", aliases: &[], check };

fn check(subject: &Subject<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, service) in &subject.project.services {
        let Some(image) = subject.known(service).filter(|it| it.is_stateful()) else { continue };
        let Some(reference) = &service.image else { continue };
        let paths = data_paths(&reference.value);
        // A mount anywhere near is a decision, and another rule's matter; a cache may well lose what it has.
        let near = |path: &str| service.mounts.iter().any(|it| near(&it.value.target, path));
        let optional = image.category == crate::catalog::image::Category::Cache;
        let Some(path) = paths.first().filter(|_| !optional && !paths.iter().any(|it| near(it))) else { continue };
        let values = [("service", name.as_str()), ("path", *path), ("name", image.name.as_str())];
        let mut finding =
            subject.about_service(&RULE, Severity::Warning, name, &reference.origin, words::NO_VOLUME.fill(&values));
        finding.why = words::NO_VOLUME_WHY.text();
        finding.hints.push(words::NO_VOLUME_HINT.fill(&values));
        let volume = image.data.first().map(|it| free(subject, name, &it.volume));
        finding.fixes.extend(volume.and_then(|it| mount(subject, name, service, &it, path)));
        findings.push(finding);
    }
}

/// Whether one path is the other or lies in it.
fn near(a: &str, b: &str) -> bool {
    let inside = |inner: &str, outer: &str| {
        inner.strip_prefix(outer.trim_end_matches('/')).is_some_and(|it| it.is_empty() || it.starts_with('/'))
    };
    inside(a, b) || inside(b, a)
}

/// A name that no volume has yet.
fn free(subject: &Subject<'_>, service: &str, volume: &str) -> String {
    let taken = subject.project.volumes.contains_key(volume);
    if taken { format!("{service}_{volume}") } else { volume.to_owned() }
}

/// A fix that mounts a new named volume.
fn mount(subject: &Subject<'_>, name: &str, service: &Service, volume: &str, path: &str) -> Option<Fix> {
    let item = Fragment::text(&format!("{volume}:{path}"));
    let ops = [Op::push(&["services", name, "volumes"], item), Op::set(&["volumes", volume], Fragment::read("").ok()?)];
    let title = words::ADD_VOLUME.fill(&[("volume", volume), ("path", path)]);
    subject.rewriting(&service.origin, &ops, title, Applicability::Unsafe)
}
