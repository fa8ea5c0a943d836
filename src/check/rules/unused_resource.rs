//! `unused-resource`
//!
//! ## What it does
//! Finds top-level volumes, networks, secrets and configs that no service names.
//!
//! ## Why is this bad?
//! A reader looks for a use that is not there; often a mount was forgotten or a name mistyped.
//!
//! ## Example
//! ```yaml
//! services:
//!   web: {image: "nginx:1.30"}
//! volumes:
//!   data:
//! ```
//!
//! ## Fix safety
//! Safe: Docker Compose does not even make what nothing uses.

use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::check::words;
use crate::compose::model::Project;
use crate::compose::value::FileId;
use crate::syntax::yaml::edit_op::Op;
use crate::text::diagnostic::{Applicability, Diagnostic, Severity};
use std::collections::BTreeSet;

/// The row.
pub const RULE: Rule = Rule { id: "unused-resource", aliases: &[], check };

fn check(subject: &Subject<'_>, findings: &mut Vec<Diagnostic>) {
    let project = subject.project;
    let used = Used::by(project);
    let kinds = [
        ("volumes", "volume", &project.volumes, &used.volumes, words::UNUSED_VOLUME),
        ("networks", "network", &project.networks, &used.networks, words::UNUSED_NETWORK),
        ("secrets", "secret", &project.secrets, &used.secrets, words::UNUSED_SECRET),
        ("configs", "config", &project.configs, &used.configs, words::UNUSED_CONFIG),
    ];
    for (section, kind, resources, used, pair) in kinds {
        for (name, resource) in resources {
            if resource.origin.file == FileId::NONE || used.contains(name.as_str()) {
                continue;
            }
            let mut finding = subject.about(&RULE, Severity::Info, &resource.origin, pair.fill(&[("name", name)]));
            finding.node = Some(format!("{kind}:{name}"));
            finding.why = words::UNUSED_WHY.text();
            let path: &[&str] = if resources.len() == 1 { &[section] } else { &[section, name] };
            let title = words::DROP_RESOURCE.fill(&[("name", name)]);
            finding.fixes.extend(subject.rewriting(&resource.origin, &[Op::remove(path)], title, Applicability::Safe));
            findings.push(finding);
        }
    }
}

/// The names that services use.
struct Used<'a> {
    volumes: BTreeSet<&'a str>,
    networks: BTreeSet<&'a str>,
    secrets: BTreeSet<&'a str>,
    configs: BTreeSet<&'a str>,
}

impl<'a> Used<'a> {
    /// What the services of `project` use; the network `default` is always made where it is needed.
    fn by(project: &'a Project) -> Self {
        let services = || project.services.values();
        let built = services().filter_map(|it| it.value.at(&["build", "secrets"])?.as_list()).flatten();
        let built = built.filter_map(|it| it.as_str().or(it.get("source")?.as_str()));
        Self {
            volumes: services().flat_map(|it| &it.mounts).filter_map(|it| it.value.source.as_deref()).collect(),
            networks: services().flat_map(|it| it.networks.keys()).map(String::as_str).chain(["default"]).collect(),
            secrets: services().flat_map(|it| &it.secrets).map(|it| it.value.as_str()).chain(built).collect(),
            configs: services().flat_map(|it| &it.configs).map(|it| it.value.as_str()).collect(),
        }
    }
}
