//! `host-path`
//!
//! ## What it does
//! Finds mounts of folders that belong to the host itself: `/`, `/etc`, `/root`, `/boot`, `/proc`, `/sys` and a few more.
//!
//! ## Why is this bad?
//! Where it is writable, the container can change the host; where it is not, it still reads keys and passwords.
//!
//! ## Example
//! ```yaml
//! services:
//!   exporter:
//!     volumes: ["/:/rootfs:ro"]
//! ```
//!
//! ## Fix safety
//! No fix: programs that watch the host need it; one only has to know.

use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::check::words_safety as words;
use crate::compose::model::MountKind;
use crate::text::diagnostic::{Diagnostic, Severity};

/// The row.
pub const RULE: Rule = Rule { id: "host-path", aliases: &["CL-0013", "CL-0025", "CIS-5.6"], check };

/// Whoever writes here is root on the host. The exact folders: `/etc/pihole` is somebody's own.
const HOST: [&str; 9] = ["", "/etc", "/root", "/boot", "/usr", "/lib", "/var/lib/docker", "/lib/modules", "/home"];
/// Windows into the kernel; programs that measure the host read them.
const KERNEL: [&str; 3] = ["/proc", "/sys", "/dev"];

fn check(subject: &Subject<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, service) in &subject.project.services {
        for mount in service.mounts.iter().filter(|it| it.value.kind == MountKind::Bind) {
            let Some(source) = mount.value.source.as_deref().filter(|it| it.starts_with('/')) else { continue };
            let folder = source.trim_end_matches('/');
            let (host, kernel) = (HOST.contains(&folder), KERNEL.contains(&folder));
            let severity = match (host, kernel, mount.value.read_only) {
                (true, _, _) | (_, true, false) => Severity::Warning,
                (_, true, true) => Severity::Info,
                _ => continue,
            };
            let pair = match (folder, mount.value.read_only) {
                ("", true) => words::HOST_ROOT_READ,
                ("", false) => words::HOST_ROOT_WRITE,
                (_, true) => words::HOST_PATH_READ,
                (_, false) => words::HOST_PATH_WRITE,
            };
            let what = pair.fill(&[("service", name), ("source", source)]);
            let mut finding = subject.about_service(&RULE, severity, name, &mount.origin, what);
            finding.why = words::HOST_PATH_WHY.text();
            finding.hints.push(words::HOST_PATH_HINT.text());
            findings.push(finding);
        }
    }
}
