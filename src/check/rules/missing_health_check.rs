//! `missing-health-check`
//!
//! ## What it does
//! Finds services that others wait for with `service_healthy`, but that have no health check.
//!
//! ## Why is this bad?
//! `docker compose up` stops with "container … has no healthcheck configured".
//!
//! ## Example
//! ```yaml
//! services:
//!   api:
//!     image: acme/api:1
//!     depends_on:
//!       db: {condition: service_healthy}
//!   db:
//!     image: postgres:18
//! ```
//!
//! ## Fix safety
//! Safe: the check comes from the catalogue and works with what the image holds.

use crate::catalog::draft::health_lines;
use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::check::words;
use crate::compose::model::Condition;
use crate::syntax::yaml::edit_fragment::Fragment;
use crate::syntax::yaml::edit_op::Op;
use crate::text::diagnostic::{Applicability, Diagnostic, Fix, Severity};

/// The row.
pub const RULE: Rule = Rule { id: "missing-health-check", aliases: &["CIS-5.27"], check };

fn check(subject: &Subject<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, service) in &subject.project.services {
        for (other, dependency) in service.depends_on.iter().filter(|(_, it)| it.condition == Condition::Healthy) {
            let Some(target) = subject.project.services.get(other) else { continue };
            if subject.has_health_check(target) != Some(false) && !is_unknown(subject, target) {
                continue;
            }
            // An image that nobody knows may bring its own.
            let severity =
                if subject.has_health_check(target) == Some(false) { Severity::Error } else { Severity::Info };
            let what = words::NO_HEALTH_CHECK.fill(&[("service", name), ("other", other)]);
            let mut finding = subject.about_service(&RULE, severity, name, &dependency.origin, what);
            finding.why = words::NO_HEALTH_CHECK_WHY.text();
            finding.hints.push(words::NO_HEALTH_CHECK_HINT.fill(&[("other", other)]));
            finding.fixes.extend(add(subject, other));
            findings.push(finding);
        }
    }
}

/// Whether one cannot know if the image brings a check.
fn is_unknown(subject: &Subject<'_>, service: &crate::compose::model::Service) -> bool {
    subject.has_health_check(service).is_none() && service.build.is_none()
}

/// A fix that gives the service the catalogue's check.
fn add(subject: &Subject<'_>, name: &str) -> Option<Fix> {
    let service = subject.project.services.get(name)?;
    let health = subject.known(service)?.health.as_ref().filter(|it| !it.test.is_empty())?;
    let fragment = Fragment::read(&health_lines(health)).ok()?;
    let op = Op::set(&["services", name, "healthcheck"], fragment);
    subject.rewriting(&service.origin, &[op], words::ADD_HEALTH_CHECK.fill(&[("service", name)]), Applicability::Safe)
}
