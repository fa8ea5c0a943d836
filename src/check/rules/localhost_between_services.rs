//! `localhost-between-services`
//!
//! ## What it does
//! Finds addresses in variables that name `localhost` or `127.0.0.1` at a port at which another service listens.
//!
//! ## Why is this bad?
//! Inside a container `localhost` is the container itself: the connection is refused.
//!
//! ## Example
//! ```yaml
//! services:
//!   api:
//!     environment:
//!       DATABASE_URL: postgres://app@localhost:5432/app
//!   db:
//!     image: postgres:18
//! ```
//!
//! ## Fix safety
//! Safe: the name of the service is the only one by which it is reached.

use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::check::words;
use crate::compose::model::Service;
use crate::text::diagnostic::{Applicability, Diagnostic, Severity};

/// The row.
pub const RULE: Rule = Rule { id: "localhost-between-services", aliases: &[], check };

fn check(subject: &Subject<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, service) in subject.project.services.iter().filter(|(_, it)| it.network_mode.is_none()) {
        for (key, said) in &service.environment {
            let Some((host, port)) = said.value.as_deref().and_then(local_address) else { continue };
            if is_public_address(key) || listens(subject, service, port) {
                continue;
            }
            let others =
                subject.project.services.iter().filter(|(other, it)| *other != name && listens(subject, it, port));
            let others: Vec<&String> = others.map(|(other, _)| other).collect();
            let [other] = others.as_slice() else { continue };
            let number = port.to_string();
            let values = [("key", key.as_str()), ("host", host), ("port", &number), ("other", other)];
            let mut finding =
                subject.about_service(&RULE, Severity::Warning, name, &said.origin, words::LOCALHOST.fill(&values));
            finding.why = words::LOCALHOST_WHY.text();
            finding.hints.push(words::LOCALHOST_HINT.fill(&values));
            let (old, new) = (format!("{host}:{port}"), format!("{other}:{port}"));
            let title = words::NAME_SERVICE.fill(&values);
            finding.fixes.extend(subject.replacement(&said.origin, &old, &new, title, Applicability::Safe));
            findings.push(finding);
        }
    }
}

/// The local host and port of an address such as `http://localhost:3000/x`.
fn local_address(value: &str) -> Option<(&'static str, u16)> {
    ["localhost", "127.0.0.1"].into_iter().find_map(|host| {
        let (before, after) = value.split_once(host)?;
        let digits = after.strip_prefix(':')?;
        let end = digits.find(|it: char| !it.is_ascii_digit()).unwrap_or(digits.len());
        let starts = before.is_empty() || before.ends_with(['/', '@', ',', '=']);
        starts.then_some(())?;
        Some((host, digits.get(..end)?.parse().ok()?))
    })
}

/// Whether an address is for a browser on the host, by the variable's name.
fn is_public_address(key: &str) -> bool {
    [
        "PUBLIC",
        "VITE_",
        "REACT_APP_",
        "ROOT_URL",
        "BASE_URL",
        "SITE_URL",
        "ORIGIN",
        "CORS",
        "ALLOWED",
        "CALLBACK",
        "REDIRECT",
        "FRONTEND",
        "ADVERTISED",
    ]
    .iter()
    .any(|it| key.contains(it))
}

/// Whether a service is known to listen at a port.
fn listens(subject: &Subject<'_>, service: &Service, port: u16) -> bool {
    let known = subject.known(service).is_some_and(|it| it.ports.iter().any(|it| it.port == port));
    known || service.ports.iter().any(|it| it.value.target == port)
}
