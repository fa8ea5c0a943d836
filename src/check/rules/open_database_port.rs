//! `open-database-port`
//!
//! ## What it does
//! Finds databases, caches, queues and other stores whose port is published to every interface of the host, and says
//! so twice as loud for those that ask for no password.
//!
//! ## Why is this bad?
//! Docker's port rules come before most firewalls of the host, so the whole network, often the Internet, can try
//! passwords. Other services need no published port: they are in the same network.
//!
//! ## Example
//! ```yaml
//! services:
//!   db:
//!     image: postgres:18
//!     ports: ["5432:5432"]
//! ```
//!
//! ## Fix safety
//! Unsafe: with 127.0.0.1 only programs on the host itself still reach it.

use crate::catalog::image::{Image, Reach};
use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::check::words;
use crate::compose::model::{Port, Said, Service};
use crate::text::diagnostic::{Applicability, Diagnostic, Severity};

/// The row.
pub const RULE: Rule = Rule { id: "open-database-port", aliases: &["CL-0005", "no-unbound-port-interfaces"], check };

/// Images of the catalogue that let everyone in as they are.
const WITHOUT_PASSWORD: [&str; 5] = ["redis", "valkey", "memcached", "ollama", "nats"];

fn check(subject: &Subject<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, service) in &subject.project.services {
        let Some(image) = subject.known(service) else { continue };
        for port in service.ports.iter().filter(|it| is_open(&it.value) && is_private(image, it.value.target)) {
            let number = port.value.published.as_deref().unwrap_or_default();
            let values = [("port", number), ("name", image.name.as_str())];
            let pair = if asks_no_password(image, service) { words::OPEN_WITHOUT_PASSWORD } else { words::OPEN_PORT };
            let mut finding = subject.about_service(&RULE, Severity::Warning, name, &port.origin, pair.fill(&values));
            finding.why = words::OPEN_PORT_WHY.text();
            finding.hints.push(words::OPEN_PORT_HINT.text());
            finding.fixes.extend(bind(subject, port, number));
            findings.push(finding);
        }
    }
}

/// Whether a port is published to every interface.
fn is_open(port: &Port) -> bool {
    port.published.is_some() && port.host_ip.as_deref().is_none_or(|it| matches!(it, "0.0.0.0" | "::" | ""))
}

/// Whether only other services should reach a port.
fn is_private(image: &Image, target: u16) -> bool {
    let known = image.ports.iter().find(|it| it.port == target);
    known.is_some_and(|it| it.reach == Reach::Internal) || (image.is_private() && known.is_some())
}

/// Whether everyone is let in.
fn asks_no_password(image: &Image, service: &Service) -> bool {
    let command = service.command.as_ref().map(|it| it.value.join(" ")).unwrap_or_default();
    WITHOUT_PASSWORD.contains(&image.id.as_str()) && !command.contains("requirepass") && !command.contains(".conf")
}

/// A fix that publishes to the host alone.
fn bind(subject: &Subject<'_>, port: &Said<Port>, number: &str) -> Option<crate::text::diagnostic::Fix> {
    let short = format!("{number}:{}", port.value.target);
    let title = words::BIND_LOOPBACK.fill(&[("port", number)]);
    subject.replacement(&port.origin, &short, &format!("127.0.0.1:{short}"), title, Applicability::Unsafe)
}
