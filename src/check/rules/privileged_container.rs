//! `privileged-container`
//!
//! ## What it does
//! Finds `privileged: true`.
//!
//! ## Why is this bad?
//! The container sees every device of the host and may do what root may; it is hardly a container any more.
//!
//! ## Example
//! ```yaml
//! services:
//!   agent:
//!     privileged: true
//! ```
//!
//! ## Fix safety
//! Unsafe: what needs a device or a capability fails without it.

use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::check::words_safety as words;
use crate::compose::value::Data;
use crate::syntax::yaml::edit_op::Op;
use crate::text::diagnostic::{Applicability, Diagnostic, Severity};

/// The row.
pub const RULE: Rule = Rule { id: "privileged-container", aliases: &["CL-0002", "CIS-5.5"], check };

fn check(subject: &Subject<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, service) in &subject.project.services {
        let Some(value) = service.value.get("privileged").filter(|it| it.data == Data::Bool(true)) else { continue };
        let what = words::PRIVILEGED.fill(&[("service", name)]);
        let mut finding = subject.about_service(&RULE, Severity::Warning, name, &value.origin, what);
        finding.why = words::PRIVILEGED_WHY.text();
        finding.hints.push(words::PRIVILEGED_HINT.text());
        let op = Op::remove(&["services", name, "privileged"]);
        finding.fixes.extend(subject.rewriting(
            &value.origin,
            &[op],
            words::DROP_PRIVILEGED.text(),
            Applicability::Unsafe,
        ));
        findings.push(finding);
    }
}
