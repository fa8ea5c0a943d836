//! `runtime-socket`
//!
//! ## What it does
//! Finds services that get the socket of Docker, containerd or Podman, or a folder that holds it.
//!
//! ## Why is this bad?
//! Who speaks to the socket starts containers with the host's root file system: it is the same as being root on the
//! host. `:ro` does not help, a socket is written to by connecting.
//!
//! ## Example
//! ```yaml
//! services:
//!   proxy:
//!     volumes: ["/var/run/docker.sock:/var/run/docker.sock:ro"]
//! ```
//!
//! ## Fix safety
//! No fix: some services need it; a socket proxy that lets only some requests through stands better between them.

use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::check::words_safety as words;
use crate::text::diagnostic::{Diagnostic, Severity};

/// The row.
pub const RULE: Rule = Rule { id: "runtime-socket", aliases: &["CL-0001", "CIS-5.32"], check };

fn check(subject: &Subject<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, service) in &subject.project.services {
        let sources = service.mounts.iter().filter_map(|it| Some((it, it.value.source.as_deref()?)));
        for (mount, source) in sources.filter(|(_, it)| is_socket(it)) {
            let what = words::SOCKET.fill(&[("service", name), ("source", source)]);
            let mut finding = subject.about_service(&RULE, Severity::Warning, name, &mount.origin, what);
            finding.why = words::SOCKET_WHY.text();
            finding.hints.push(words::SOCKET_HINT.text());
            findings.push(finding);
        }
    }
}

/// Whether a path is a runtime's socket or holds one.
fn is_socket(source: &str) -> bool {
    let name = source.rsplit('/').next().unwrap_or_default();
    matches!(name, "docker.sock" | "containerd.sock" | "podman.sock" | "crio.sock")
        || matches!(source.trim_end_matches('/'), "/var/run" | "/run")
}
