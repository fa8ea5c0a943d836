//! `dependency-condition`
//!
//! ## What it does
//! Finds dependencies whose condition does not fit what they wait for: `service_completed_successfully` on a service
//! that always starts again, and `service_started` or `service_healthy` on one that does a job and ends.
//!
//! ## Why is this bad?
//! The first never comes true, so the dependent service never starts. The second starts it before the job is done.
//!
//! ## Example
//! ```yaml
//! services:
//!   api:
//!     depends_on: [migrate]
//!   migrate:
//!     restart: "no"
//!     command: npm run migrate
//! ```
//!
//! ## Fix safety
//! Unsafe: services start at other times.

use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::check::words;
use crate::compose::model::{Condition, Dependency, Service};
use crate::syntax::yaml::edit_fragment::Fragment;
use crate::syntax::yaml::edit_op::Op;
use crate::text::diagnostic::{Applicability, Diagnostic, Fix, Severity};
use crate::text::words::Pair;

/// The row.
pub const RULE: Rule = Rule { id: "dependency-condition", aliases: &[], check };

/// Words of a name or command that do a job and end.
const JOBS: [&str; 10] =
    ["migrate", "migration", "migrations", "init", "seed", "setup", "bootstrap", "createdb", "upgrade", "pull"];

fn check(subject: &Subject<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, service) in &subject.project.services {
        for (other, dependency) in &service.depends_on {
            let Some(target) = subject.project.services.get(other) else { continue };
            let (pair, why, severity, better) = match dependency.condition {
                Condition::Completed if always_runs(target) => {
                    (words::NEVER_ENDS, words::NEVER_ENDS_WHY, Severity::Error, healthy_or_started(subject, target))
                }
                Condition::Started | Condition::Healthy if is_job(other, target) => {
                    (words::JOB_NOT_AWAITED, words::JOB_NOT_AWAITED_WHY, Severity::Warning, Condition::Completed)
                }
                _ => continue,
            };
            let mut finding = said(subject, name, (other, dependency), pair, severity);
            finding.why = why.text();
            finding.hints.push(words::CONDITION_HINT.fill(&[("condition", better.id())]));
            finding.fixes.extend(change(subject, name, other, service, better));
            findings.push(finding);
        }
    }
}

/// The finding's first line.
fn said(
    subject: &Subject<'_>,
    name: &str,
    (other, dependency): (&str, &Dependency),
    pair: Pair,
    severity: Severity,
) -> Diagnostic {
    let values = [("service", name), ("other", other), ("condition", dependency.condition.id())];
    subject.about_service(&RULE, severity, name, &dependency.origin, pair.fill(&values))
}

/// Whether Docker starts a service again whenever it ends.
fn always_runs(service: &Service) -> bool {
    service.restart.as_ref().is_some_and(|it| matches!(it.value.as_str(), "always" | "unless-stopped"))
}

/// Whether a service plainly does a job and ends.
fn is_job(name: &str, service: &Service) -> bool {
    let once = service.restart.as_ref().is_none_or(|it| it.value == "no" || it.value.starts_with("on-failure"));
    let word = |text: &str| text.split(|it: char| !it.is_ascii_alphanumeric()).any(|it| JOBS.contains(&it));
    let ends =
        service.restart.is_some() && service.command.as_ref().is_some_and(|it| it.value.iter().any(|it| word(it)));
    once && service.healthcheck.is_none() && service.ports.is_empty() && (word(name) || ends)
}

/// What fits a service that goes on running.
fn healthy_or_started(subject: &Subject<'_>, service: &Service) -> Condition {
    if subject.has_health_check(service) == Some(true) { Condition::Healthy } else { Condition::Started }
}

/// A fix that writes the better condition.
fn change(subject: &Subject<'_>, name: &str, other: &str, service: &Service, better: Condition) -> Option<Fix> {
    let path = ["services", name, "depends_on"];
    let title = words::SET_CONDITION.fill(&[("other", other), ("condition", better.id())]);
    let written = service.value.get("depends_on")?;
    let origin = service.depends_on.get(other).map(|it| &it.origin)?;
    let long = subject.written(&written.origin).is_some_and(|it| it.contains("condition"));
    let op = if long {
        Op::set(&[&path[..], &[other, "condition"]].concat(), Fragment::text(better.id()))
    } else {
        let entry = |(it, dependency): (&String, &Dependency)| {
            let condition = if it == other { better } else { dependency.condition };
            format!("{it}:\n  condition: {}\n", condition.id())
        };
        let lines: String = service.depends_on.iter().map(entry).collect();
        Op::set(&path, Fragment::read(&lines).ok()?)
    };
    subject.rewriting(origin, &[op], title, Applicability::Unsafe)
}
