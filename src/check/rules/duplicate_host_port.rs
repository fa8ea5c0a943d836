//! `duplicate-host-port`
//!
//! ## What it does
//! Finds ports of the host that two services publish at one address.
//!
//! ## Why is this bad?
//! The second service does not start: "port is already allocated".
//!
//! ## Example
//! ```yaml
//! services:
//!   a: {image: "nginx:1.30", ports: ["8080:80"]}
//!   b: {image: "nginx:1.30", ports: ["8080:80"]}
//! ```
//!
//! ## Fix safety
//! Unsafe: the second service is then reached at another port.

use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::check::words;
use crate::compose::model::Port;
use crate::text::diagnostic::{Applicability, Diagnostic, Severity};
use std::collections::{BTreeMap, BTreeSet};

/// The row.
pub const RULE: Rule = Rule { id: "duplicate-host-port", aliases: &["no-duplicate-exported-ports"], check };

/// Who publishes a port, and at which address.
type Publishers<'a> = BTreeMap<(u16, &'a str), Vec<(&'a str, &'a str)>>;

fn check(subject: &Subject<'_>, findings: &mut Vec<Diagnostic>) {
    let all = subject.project.services.values().flat_map(|it| &it.ports);
    let mut used: BTreeSet<u16> = all.filter_map(|it| number(&it.value)).collect();
    let mut publishers: Publishers<'_> = BTreeMap::new();
    for (name, service) in &subject.project.services {
        for port in &service.ports {
            let Some(host) = number(&port.value) else { continue };
            let address = address(&port.value);
            let earlier = publishers.entry((host, port.value.protocol.as_str())).or_default();
            let clash =
                earlier.iter().find(|(_, other)| address.is_empty() || other.is_empty() || *other == address).copied();
            earlier.push((name, address));
            let Some((other, _)) = clash else { continue };
            let number = host.to_string();
            let what = words::DUPLICATE_PORT.fill(&[("port", &number), ("service", name), ("other", other)]);
            let mut finding = subject.about_service(&RULE, Severity::Error, name, &port.origin, what);
            finding.why = words::DUPLICATE_PORT_WHY.text();
            if let Some(free) = (host..=u16::MAX).find(|it| !used.contains(it)) {
                used.insert(free);
                let (old, new) = (format!("{host}:{}", port.value.target), format!("{free}:{}", port.value.target));
                let title = words::MOVE_PORT.fill(&[("port", &free.to_string())]);
                finding.fixes.extend(subject.replacement(&port.origin, &old, &new, title, Applicability::Unsafe));
            }
            findings.push(finding);
        }
    }
}

/// The port on the host, where it is one and not a range.
fn number(port: &Port) -> Option<u16> {
    port.published.as_deref()?.parse().ok()
}

/// The address, empty for all.
fn address(port: &Port) -> &str {
    match port.host_ip.as_deref() {
        None | Some("0.0.0.0" | "::") => "",
        Some(address) => address,
    }
}
