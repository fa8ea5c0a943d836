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
use crate::compose::model::Service;
use crate::compose::value::FileId;
use crate::syntax::yaml::edit_op::Op;
use crate::text::diagnostic::{Applicability, Diagnostic, Severity};

/// The row.
pub const RULE: Rule = Rule { id: "unused-resource", aliases: &[], check };

/// Whether a service uses what has this name.
type Uses<'a> = &'a dyn Fn(&Service, &str) -> bool;

fn check(subject: &Subject<'_>, findings: &mut Vec<Diagnostic>) {
    let project = subject.project;
    let mounted =
        |service: &Service, name: &str| service.mounts.iter().any(|it| it.value.source.as_deref() == Some(name));
    let joined = |service: &Service, name: &str| service.networks.contains_key(name) || name == "default";
    let secret = |service: &Service, name: &str| {
        let built = service.value.at(&["build", "secrets"]).and_then(|it| it.as_list()).unwrap_or_default();
        let named = built
            .iter()
            .any(|it| it.as_str() == Some(name) || it.get("source").and_then(|it| it.as_str()) == Some(name));
        named || service.secrets.iter().any(|it| it.value == name)
    };
    let config = |service: &Service, name: &str| service.configs.iter().any(|it| it.value == name);
    let kinds: [(&str, &str, _, Uses<'_>); 4] = [
        ("volumes", "volume", &project.volumes, &mounted),
        ("networks", "network", &project.networks, &joined),
        ("secrets", "secret", &project.secrets, &secret),
        ("configs", "config", &project.configs, &config),
    ];
    for (section, kind, resources, uses) in kinds {
        for (name, resource) in resources {
            if resource.origin.file == FileId::NONE || project.services.values().any(|it| uses(it, name)) {
                continue;
            }
            let pair = match kind {
                "volume" => words::UNUSED_VOLUME,
                "network" => words::UNUSED_NETWORK,
                "secret" => words::UNUSED_SECRET,
                _ => words::UNUSED_CONFIG,
            };
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
