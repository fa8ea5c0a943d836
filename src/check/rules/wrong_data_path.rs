//! `wrong-data-path`
//!
//! ## What it does
//! Finds volumes mounted where the image in this version does not keep its data: `PostgreSQL` moved it in version 18.
//!
//! ## Why is this bad?
//! The data goes into an anonymous volume instead, and is gone when the container is made anew; or the server refuses
//! to start.
//!
//! ## Example
//! ```yaml
//! services:
//!   db:
//!     image: postgres:18
//!     volumes: ["pgdata:/var/lib/postgresql/data"]
//! ```
//!
//! ## Fix safety
//! Unsafe: a volume that already holds data of the other version must be moved by hand.

use crate::catalog::images::data_paths;
use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::check::words;
use crate::text::diagnostic::{Applicability, Diagnostic, Severity};

/// The row.
pub const RULE: Rule = Rule { id: "wrong-data-path", aliases: &[], check };

fn check(subject: &Subject<'_>, findings: &mut Vec<Diagnostic>) {
    for (name, service) in &subject.project.services {
        let (Some(image), Some(reference)) = (subject.known(service), &service.image) else { continue };
        // Somebody who says where the data goes knows it.
        if service.environment.contains_key("PGDATA") {
            continue;
        }
        for (data, right) in image.data.iter().zip(data_paths(&reference.value)) {
            let Some(before) = &data.before else { continue };
            let wrong = if right == before.path { &data.path } else { &before.path };
            let mounted = |path: &str| service.mounts.iter().find(|it| it.value.target.trim_end_matches('/') == path);
            let Some(mount) = mounted(wrong).filter(|_| mounted(right).is_none()) else { continue };
            let values = [("image", reference.value.as_str()), ("wrong", wrong.as_str()), ("right", right)];
            let mut finding =
                subject.about_service(&RULE, Severity::Error, name, &mount.origin, words::WRONG_PATH.fill(&values));
            finding.why = words::WRONG_PATH_WHY.text();
            finding.hints.push(words::WRONG_PATH_HINT.fill(&values));
            let title = words::MOVE_MOUNT.fill(&values);
            finding.fixes.extend(subject.replacement(
                &mount.origin,
                &mount.value.target,
                right,
                title,
                Applicability::Unsafe,
            ));
            findings.push(finding);
        }
    }
}
