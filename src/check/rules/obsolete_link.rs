//! `obsolete-link`
//!
//! ## What it does
//! Finds `links`, `external_links` and `volumes_from`.
//!
//! ## Why is this bad?
//! They come from the time before networks and named volumes. Services in one network find each other by name without
//! them; what links still do, ordering the start, `depends_on` says plainly.
//!
//! ## Example
//! ```yaml
//! services:
//!   web:
//!     links: [db]
//! ```
//!
//! ## Fix safety
//! No fix: an alias of a link may be in use.

use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::check::words;
use crate::text::diagnostic::{Diagnostic, Severity};

/// The row.
pub const RULE: Rule = Rule { id: "obsolete-link", aliases: &[], check };

fn check(subject: &Subject<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, service) in &subject.project.services {
        for attribute in ["links", "external_links", "volumes_from"] {
            let Some(value) = service.value.get(attribute) else { continue };
            let what = words::OBSOLETE_LINK.fill(&[("service", name), ("attribute", attribute)]);
            let mut finding = subject.about_service(&RULE, Severity::Info, name, &value.origin, what);
            finding.why = words::OBSOLETE_LINK_WHY.text();
            let hint = if attribute == "volumes_from" { words::USE_NAMED_VOLUME } else { words::USE_NETWORK };
            finding.hints.push(hint.text());
            findings.push(finding);
        }
    }
}
