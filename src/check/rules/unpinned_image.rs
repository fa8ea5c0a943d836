//! `unpinned-image`
//!
//! ## What it does
//! Finds images without a tag, or with one that moves: `latest`, `edge`, `main`, `stable` and the like.
//!
//! ## Why is this bad?
//! What runs changes with the next pull, on each machine at another time. A database may then refuse the files that its
//! older version wrote.
//!
//! ## Example
//! ```yaml
//! services:
//!   cache:
//!     image: redis:latest
//! ```
//!
//! ## Fix safety
//! Unsafe: the version in the catalogue may not be the one that runs today.

use crate::catalog::image::Image;
use crate::catalog::reference::Reference;
use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::check::words;
use crate::text::diagnostic::{Applicability, Diagnostic, Severity};
use std::collections::BTreeSet;

/// The row.
pub const RULE: Rule = Rule { id: "unpinned-image", aliases: &["CL-0004", "DL3006", "DL3007"], check };

fn check(subject: &Subject<'_>, findings: &mut Vec<Diagnostic>) {
    let built = subject.project.services.values().filter(|it| it.build.is_some());
    let built: BTreeSet<&str> = built.filter_map(|it| Some(it.image.as_ref()?.value.as_str())).collect();
    for (name, service) in &subject.project.services {
        // An image that is built here has the name that its owner gave it.
        let Some(image) = service.image.as_ref().filter(|_| service.build.is_none()) else { continue };
        let reference = Reference::parse(&image.value);
        if !reference.floats() || built.contains(image.value.as_str()) {
            continue;
        }
        let what = match &reference.tag {
            Some(tag) => words::FLOATING_TAG.fill(&[("image", &image.value), ("tag", tag)]),
            None => words::NO_TAG.fill(&[("image", &image.value)]),
        };
        let mut finding = subject.about_service(&RULE, Severity::Warning, name, &image.origin, what);
        finding.why = words::UNPINNED_WHY.text();
        finding.hints.push(words::UNPINNED_HINT.text());
        let pinned = subject
            .known(service)
            .map(Image::reference)
            .filter(|it| Reference::parse(it).repository == reference.repository);
        if let Some(pinned) = pinned {
            let title = words::PIN_IMAGE.fill(&[("image", &pinned)]);
            finding.fixes.extend(subject.replacement(
                &image.origin,
                &image.value,
                &pinned,
                title,
                Applicability::Unsafe,
            ));
        }
        findings.push(finding);
    }
}
