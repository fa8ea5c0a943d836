//! `duplicate-container-name`
//!
//! ## What it does
//! Finds a `container_name` that two services have, or one service of several replicas.
//!
//! ## Why is this bad?
//! Names of containers are unique on a host, so the second container does not start.
//!
//! ## Example
//! ```yaml
//! services:
//!   a: {image: "nginx:1.30", container_name: web}
//!   b: {image: "nginx:1.30", container_name: web}
//! ```
//!
//! ## Fix safety
//! Unsafe: without the attribute Docker Compose names the container.

use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::check::words;
use crate::syntax::yaml::edit_op::Op;
use crate::text::diagnostic::{Applicability, Diagnostic, Severity};
use std::collections::BTreeMap;

/// The row.
pub const RULE: Rule = Rule { id: "duplicate-container-name", aliases: &["no-duplicate-container-names"], check };

fn check(subject: &Subject<'_>, findings: &mut Vec<Diagnostic>) {
    let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
    for (name, service) in &subject.project.services {
        let Some(container) = &service.container_name else { continue };
        let what = match owners.get(container.value.as_str()) {
            Some(other) => {
                words::CONTAINER_TWICE.fill(&[("container", &container.value), ("service", name), ("other", other)])
            }
            None if service.replicas.is_some_and(|it| it > 1) => {
                words::CONTAINER_REPLICAS.fill(&[("container", &container.value), ("service", name)])
            }
            None => {
                owners.insert(&container.value, name);
                continue;
            }
        };
        let mut finding = subject.about_service(&RULE, Severity::Error, name, &container.origin, what);
        finding.why = words::CONTAINER_NAME_WHY.text();
        let op = Op::remove(&["services", name, "container_name"]);
        let title = words::DROP_CONTAINER_NAME.text();
        finding.fixes.extend(subject.rewriting(&container.origin, &[op], title, Applicability::Unsafe));
        findings.push(finding);
    }
}
