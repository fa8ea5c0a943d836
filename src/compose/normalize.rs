//! Phase "normalize": what Compose infers: the `default` network, names of resources, the Dockerfile, dependencies that
//! other attributes imply.

use crate::compose::environment::Environment;
use crate::compose::go_format::plain;
use crate::compose::hooks::inherit;
use crate::compose::member;
use crate::compose::mount::clean;
use crate::compose::report::Report;
use crate::compose::value::{Data, Map, Origin, Value};

/// Normalizes the canonical `model` of the project `name`.
pub fn normalize(model: &mut Value, name: &str, environment: &Environment, report: &mut Report) {
    let Some(root) = model.as_map_mut() else { return };
    member::put(root, "name", member::text(name, &Origin::none()));
    networks(model);
    for section in ["services", "jobs"] {
        for it in member::map_at(model, section).into_iter().flat_map(Map::values_mut) {
            if let Some(container) = it.value.as_map_mut() {
                self::container(container, environment);
                inherit(container, report);
            }
        }
    }
    for section in ["networks", "volumes", "configs", "secrets"] {
        for (key, it) in member::map_at(model, section).into_iter().flatten() {
            resource_name(&mut it.value, key, name);
        }
    }
}

/// Who names no network is on `default`; that network exists where someone is on it.
pub fn networks(model: &mut Value) {
    let mut used = false;
    for section in ["services", "jobs"] {
        for it in member::map_at(model, section).into_iter().flat_map(Map::values_mut) {
            let origin = it.key.clone();
            if let Some(container) = it.value.as_map_mut() {
                used |= joins_default(container, &origin);
            }
        }
    }
    let Some(root) = model.as_map_mut() else { return };
    if used {
        member::put_new(root, "networks", member::map(Vec::new(), &Origin::none()));
        if let Some(networks) = root.get_mut("networks").and_then(|it| it.value.as_map_mut()) {
            member::put_new(networks, "default", member::null(&Origin::none()));
        }
    }
}

fn joins_default(container: &mut Map, origin: &Origin) -> bool {
    if container.contains_key("provider") || container.contains_key("network_mode") {
        return false;
    }
    let named = container.get("networks").and_then(|it| it.value.as_map());
    if let Some(named) = named.filter(|it| !it.is_empty()) {
        return named.contains_key("default");
    }
    let origin = Origin { file: crate::compose::value::FileId::NONE, ..origin.clone() };
    member::put(container, "networks", member::map(vec![("default", member::null(&origin))], &origin));
    true
}

fn container(container: &mut Map, environment: &Environment) {
    let policy = container.get_mut("pull_policy");
    if let Some(policy) = policy.filter(|it| it.value.as_str() == Some("if_not_present")) {
        policy.value = member::text("missing", &policy.value.origin);
    }
    if let Some(build) = container.get_mut("build") {
        let origin = build.value.origin.clone();
        if let Some(build) = build.value.as_map_mut() {
            self::build(build, &origin, environment);
        }
    }
    if let Some(it) = container.get_mut("environment") {
        resolve(&mut it.value, environment, true);
    }
    depends_on(container);
    for mount in container.get_mut("volumes").map(|it| member::items_mut(&mut it.value)).unwrap_or_default() {
        let Some(target) = mount.as_map_mut().and_then(|it| it.get_mut("target")) else { continue };
        let Some(text) = target.value.as_str() else { continue };
        let cleaned = if text.is_empty() { ".".to_owned() } else { clean(text) };
        target.value = member::text(&cleaned, &target.value.origin);
    }
}

fn build(build: &mut Map, origin: &Origin, environment: &Environment) {
    let missing = |build: &Map, key: &str| build.get(key).is_none_or(|it| it.value.data == Data::Null);
    if missing(build, "context") {
        member::put(build, "context", member::text(".", origin));
    }
    if missing(build, "dockerfile") && missing(build, "dockerfile_inline") {
        member::put(build, "dockerfile", member::text("Dockerfile", origin));
    }
    if let Some(args) = build.get_mut("args") {
        resolve(&mut args.value, environment, false);
    }
}

/// Names without a value take the environment's; others stay or go.
fn resolve(value: &mut Value, environment: &Environment, keep: bool) {
    match &mut value.data {
        Data::List(items) => {
            items.retain_mut(|item| match item.as_str() {
                Some(text) if !text.contains('=') => match environment.get(text) {
                    Some(found) => {
                        *item = member::text(&format!("{text}={found}"), &item.origin);
                        true
                    }
                    None => keep,
                },
                it => it.is_some(),
            });
        }
        Data::Map(map) => map.retain(|key, it| {
            if it.value.data != Data::Null {
                return true;
            }
            match environment.get(&**key) {
                Some(found) => {
                    it.value = member::text(found, &it.value.origin);
                    true
                }
                None => keep,
            }
        }),
        _ => {}
    }
}

/// Adds the services that links, shared namespaces and `volumes_from` need.
fn depends_on(container: &mut Map) {
    let mut implied: Vec<(String, bool, Origin)> = Vec::new();
    for link in list(container, "links") {
        let Some(text) = link.as_str() else { continue };
        let parts: Vec<&str> = text.split(':').collect();
        let service = if let [service, _] = parts.as_slice() { service } else { text };
        implied.push((service.to_owned(), true, link.origin.clone()));
    }
    for namespace in ["network_mode", "ipc", "pid", "uts", "cgroup"] {
        let Some(it) = container.get(namespace) else { continue };
        if let Some(service) = it.value.as_str().and_then(|it| it.strip_prefix("service:")) {
            implied.push((service.to_owned(), true, it.value.origin.clone()));
        }
    }
    for from in list(container, "volumes_from") {
        let Some(text) = from.as_str().filter(|it| !it.starts_with("container:")) else { continue };
        let service = text.split(':').next().unwrap_or_default();
        implied.push((service.to_owned(), false, from.origin.clone()));
    }
    for (service, restart, origin) in implied {
        member::put_new(container, "depends_on", member::map(Vec::new(), &origin));
        let dependency = vec![
            ("condition", member::text("service_started", &origin)),
            ("restart", member::flag(restart, &origin)),
            ("required", member::flag(true, &origin)),
        ];
        if let Some(known) = container.get_mut("depends_on").and_then(|it| it.value.as_map_mut()) {
            member::put_new(known, &service, member::map(dependency, &origin));
        }
    }
}

fn list<'a>(container: &'a Map, key: &str) -> &'a [Value] {
    container.get(key).and_then(|it| it.value.as_list()).unwrap_or_default()
}

/// A resource without a name is called after its key, within the project unless it is external.
fn resource_name(resource: &mut Value, key: &str, project: &str) {
    if resource.data == Data::Null {
        resource.data = Data::Map(Map::new());
    }
    let origin = resource.origin.clone();
    let Some(map) = resource.as_map_mut() else { return };
    if map.get("name").is_some_and(|it| it.value.data != Data::Null) {
        return;
    }
    let external = map.get("external").is_some_and(|it| is_true(&plain(&it.value.data)));
    let name = if external { key.to_owned() } else { format!("{project}_{key}") };
    member::put(map, "name", member::text(&name, &origin));
}

/// Go's `strconv.ParseBool`, false for anything else.
fn is_true(text: &str) -> bool {
    matches!(text, "1" | "t" | "T" | "true" | "TRUE" | "True")
}
