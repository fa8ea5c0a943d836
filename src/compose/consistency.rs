//! Phase "consistency": what the parts of a project say about each other must fit. Only services that are part of it are
//! looked at.

use crate::compose::consistency_limits::{limits, scale};
use crate::compose::consistency_mounts::{mounts, watch};
use crate::compose::cycle::check_cycle;
use crate::compose::go_format::quote;
use crate::compose::profiles::Parts;
use crate::compose::report::Report;
use crate::compose::value::{Data, Map, Member, Origin, Value};

/// The end of most messages.
pub const INVALID: &str = ": invalid compose project";

/// What the checks of one service see.
pub struct Check<'a> {
    /// The service's name.
    pub name: &'a str,
    /// The service, decoded.
    pub service: &'a Value,
    /// The services of the project.
    pub parts: &'a Parts,
    /// The rest of the project.
    pub model: &'a Value,
    /// Where to say it.
    pub report: &'a mut Report,
}

impl Check<'_> {
    /// Refuses the project, with the usual end.
    pub fn refuse(&mut self, origin: &Origin, message: &str) {
        self.report.error(origin, format!("{message}{INVALID}"));
    }

    /// Whether the top-level `section` has `name`.
    fn declares(&self, section: &str, name: &str) -> bool {
        self.model.at(&[section, name]).is_some()
    }

    /// The text of an attribute.
    pub fn text(&self, attribute: &str) -> Option<&str> {
        self.service.get(attribute).and_then(Value::as_str)
    }
}

/// Checks the decoded `model` whose services are in `parts`.
pub fn check(model: &Value, parts: &Parts, report: &mut Report) {
    for (name, it) in by_place(parts.services.iter().map(|(name, it)| (&**name, it))) {
        let mut check = Check { name, service: &it.value, parts, model, report };
        source(&mut check, &it.key);
        build(&mut check);
        networks(&mut check);
        health_check(&mut check);
        depends_on(&mut check);
        network_mode(&mut check);
        references(&mut check);
        scale(&mut check, &it.key);
        limits(&mut check);
        watch(&mut check);
        mounts(&mut check);
    }
    secrets(model, report);
    check_cycle(parts, report);
}

/// The items of a list.
pub fn items(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_list).unwrap_or_default()
}

/// The members of a map, in the order in which the files say them.
pub fn members(value: Option<&Value>) -> impl Iterator<Item = (&str, &Member)> {
    let members = value.and_then(Value::as_map).into_iter().flat_map(|it: &Map| it.iter());
    by_place(members.map(|(name, it)| (&**name, it))).into_iter()
}

fn by_place<'a>(members: impl Iterator<Item = (&'a str, &'a Member)>) -> Vec<(&'a str, &'a Member)> {
    let mut members: Vec<_> = members.collect();
    members.sort_by_key(|(_, it)| (it.key.file, it.key.span.start));
    members
}

fn source(check: &mut Check<'_>, key: &Origin) {
    if ["image", "build", "provider"].iter().all(|it| check.service.get(it).is_none()) {
        let name = quote(check.name);
        check.refuse(key, &format!("service {name} has neither an image nor a build context specified"));
    }
}

fn build(check: &mut Check<'_>) {
    let service = check.service;
    let Some(build) = service.get("build") else { return };
    let name = quote(check.name);
    if let (Some(inline), Some(_)) = (build.get("dockerfile_inline"), build.get("dockerfile")) {
        let message = format!("service {name} declares mutualy exclusive dockerfile and dockerfile_inline");
        check.refuse(&inline.origin, &message);
    }
    for (context, it) in members(build.get("additional_contexts")) {
        let Some(other) = it.value.as_str().and_then(|it| it.strip_prefix("service:")) else { continue };
        if check.parts.disabled.contains_key(other) {
            continue;
        }
        let known = check.parts.services.get(other);
        let kind = match known {
            None => "unknown",
            Some(known) if known.value.get("build").is_none() => "non-buildable",
            Some(_) => continue,
        };
        let other = quote(other);
        let message = format!("service {name} declares {kind} service {other} as additional contexts {context}");
        check.report.error(&it.value.origin, message);
    }
    let platforms = items(build.get("platforms"));
    let covered = |platform: &Value| platforms.is_empty() || platforms.iter().any(|it| it.data == platform.data);
    if let Some(platform) = service.get("platform").filter(|it| !covered(it)) {
        let platform_name = quote(platform.as_str().unwrap_or_default());
        let message = format!("service.build.platforms MUST include service.platform {platform_name}");
        check.refuse(&platform.origin, &message);
    }
}

fn networks(check: &mut Check<'_>) {
    let service = check.service;
    let networks = service.get("networks");
    if let (Some(mode), Some(_)) = (service.get("network_mode"), networks) {
        let message = format!("service {} declares mutually exclusive `network_mode` and `networks`", check.name);
        check.refuse(&mode.origin, &message);
    }
    for (network, it) in members(networks) {
        if !check.declares("networks", network) {
            let message = format!("service {} refers to undefined network {network}", quote(check.name));
            check.refuse(&it.key, &message);
        }
    }
}

fn health_check(check: &mut Check<'_>) {
    let Some(first) = items(check.service.at(&["healthcheck", "test"])).first() else { return };
    if !matches!(first.as_str(), Some("CMD" | "CMD-SHELL" | "NONE")) {
        check.report.error(&first.origin, "healthcheck.test must start either by \"CMD\", \"CMD-SHELL\" or \"NONE\"");
    }
}

fn depends_on(check: &mut Check<'_>) {
    for (other, it) in members(check.service.get("depends_on")) {
        if check.parts.services.contains_key(other) {
            continue;
        }
        let optional = it.value.get("required").is_some_and(|it| it.data == Data::Bool(false));
        if !(optional && check.parts.disabled.contains_key(other)) {
            let message = format!("service {} depends on undefined service {}", quote(check.name), quote(other));
            check.refuse(&it.key, &message);
        }
    }
}

fn network_mode(check: &mut Check<'_>) {
    let service = check.service;
    let Some(mode) = service.get("network_mode") else { return };
    let Some(other) = mode.as_str().and_then(|it| it.strip_prefix("service:")) else { return };
    if !check.parts.services.contains_key(other) {
        let message = format!("service {} not found for network_mode 'service:{other}'", quote(other));
        check.report.error(&mode.origin, message);
    }
}

/// Volumes, secrets, configs and models that a service names.
fn references(check: &mut Check<'_>) {
    let service = check.service;
    let mut undefined = |section: &str, kind: &str, name: &str, origin: &Origin| {
        if !check.declares(section, name) {
            let message = format!("service {} refers to undefined {kind} {name}", quote(check.name));
            check.refuse(origin, &message);
        }
    };
    for mount in items(service.get("volumes")) {
        let named = mount.get("source").filter(|_| mount.get("type").and_then(Value::as_str) == Some("volume"));
        if let Some((source, name)) = named.and_then(|it| Some((it, it.as_str()?))) {
            undefined("volumes", "volume", name, &source.origin);
        }
    }
    for (path, section, kind) in
        [(["build", "secrets"].as_slice(), "secrets", "build secret"), (["configs"].as_slice(), "configs", "config")]
    {
        for it in items(service.at(path)) {
            undefined(section, kind, it.get("source").and_then(Value::as_str).unwrap_or_default(), &it.origin);
        }
    }
    for (model, it) in members(service.get("models")) {
        undefined("models", "model", model, &it.key);
    }
    for it in items(service.get("secrets")) {
        undefined("secrets", "secret", it.get("source").and_then(Value::as_str).unwrap_or_default(), &it.origin);
    }
}

fn secrets(model: &Value, report: &mut Report) {
    for (name, it) in members(model.get("secrets")) {
        let external = it.value.get("external").is_some();
        if !external && it.value.get("file").is_none() && it.value.get("environment").is_none() {
            let message = format!("secret {} must declare either `file` or `environment`{INVALID}", quote(name));
            report.error(&it.key, message);
        }
    }
}
