//! `plain-http`
//!
//! ## What it does
//! Finds port 80 published to every interface in a stack in which nothing is published at 443.
//!
//! ## Why is this bad?
//! Passwords and sessions cross the network as everyone can read them.
//!
//! ## Example
//! ```yaml
//! services:
//!   web:
//!     ports: ["80:80"]
//! ```
//!
//! ## Fix safety
//! No fix: certificates need a name and a place.

use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::check::words_safety as words;
use crate::text::diagnostic::{Diagnostic, Severity};

/// The row.
pub const RULE: Rule = Rule { id: "plain-http", aliases: &[], check };

fn check(subject: &Subject<'_>, findings: &mut Vec<Diagnostic>) {
    let ports = || subject.project.services.iter().flat_map(|(name, it)| it.ports.iter().map(move |port| (name, port)));
    let at = |number: &str| {
        ports().find(|(_, it)| it.value.published.as_deref() == Some(number) && it.value.host_ip.is_none())
    };
    let (Some((name, port)), None) = (at("80"), at("443")) else { return };
    let mut finding = subject.about_service(
        &RULE,
        Severity::Warning,
        name,
        &port.origin,
        words::PLAIN_HTTP.fill(&[("service", name)]),
    );
    finding.why = words::PLAIN_HTTP_WHY.text();
    finding.hints.push(words::PLAIN_HTTP_HINT.text());
    findings.push(finding);
}
