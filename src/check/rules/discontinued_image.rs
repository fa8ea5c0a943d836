//! `discontinued-image`
//!
//! ## What it does
//! Finds images that their makers gave up or took away.
//!
//! ## Why is this bad?
//! Holes in them are no longer mended, and one day the pull fails.
//!
//! ## Example
//! ```yaml
//! services:
//!   s3:
//!     image: minio/minio:latest
//! ```
//!
//! ## Fix safety
//! No fix: the successor is set up in another way.

use crate::catalog::reference::Reference;
use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::check::words_safety as words;
use crate::text::diagnostic::{Diagnostic, Severity};
use crate::text::words::Text;

/// The row.
pub const RULE: Rule = Rule { id: "discontinued-image", aliases: &[], check };

fn check(subject: &Subject<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, service) in &subject.project.services {
        let Some(image) = service.image.as_ref().filter(|_| service.build.is_none()) else { continue };
        let known = subject.known(service).map(|it| it.discontinued.clone()).filter(|it| !it.is_empty());
        let Some(why) = known.or_else(|| gone(&image.value)) else { continue };
        let what = words::DISCONTINUED.fill(&[("image", &image.value)]);
        let mut finding = subject.about_service(&RULE, Severity::Warning, name, &image.origin, what);
        finding.why = why;
        findings.push(finding);
    }
}

/// What became of an image that the catalogue does not offer.
fn gone(reference: &str) -> Option<Text> {
    let repository = Reference::parse(reference).repository;
    match repository.as_str() {
        "minio/minio" | "minio/mc" => Some(words::GONE_MINIO.text()),
        "containrrr/watchtower" => Some(words::GONE_WATCHTOWER.text()),
        "mongo-express" => Some(words::GONE_MONGO_EXPRESS.text()),
        it if it.starts_with("bitnami/") => Some(words::GONE_BITNAMI.text()),
        _ => None,
    }
}
