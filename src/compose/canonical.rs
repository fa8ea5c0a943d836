//! Phase "canonical": every short syntax becomes its long one, so that the phases behind it know one form. The long form
//! says what the short one said and nothing more; defaults come later. A value that cannot be read stays as it is.

use crate::compose::canonical_lists::{devices, gpus, ports, volumes};
use crate::compose::go_format::{plain, type_name};
use crate::compose::member;
use crate::compose::report::Report;
use crate::compose::value::{Data, Map, Value};

/// What the phase is given and where it writes.
pub struct Canonical<'a> {
    /// Leave what cannot be read without a word: variables are not resolved yet.
    pub lenient: bool,
    /// Faults.
    pub report: &'a mut Report,
}

impl Canonical<'_> {
    /// Refuses `value` with `message`, unless variables are not resolved.
    pub fn refuse(&mut self, value: &Value, message: String) {
        self.report.error(&value.origin, message);
    }

    /// Refuses `value` with `message` where a text that is not resolved could not be the reason.
    pub fn refuse_text(&mut self, value: &Value, message: String) {
        if !self.lenient {
            self.report.error(&value.origin, message);
        }
    }
}

/// Brings the whole `model` to long syntax.
pub fn canonical(model: &mut Value, lenient: bool, report: &mut Report) {
    let mut phase = Canonical { lenient, report };
    for section in ["services", "jobs"] {
        for (name, service) in each(model, section) {
            container(&mut phase, service, &format!("{section}.{name}"));
        }
    }
    for section in ["volumes", "networks", "secrets", "configs"] {
        for (name, resource) in each(model, section) {
            maybe_external(&mut phase, resource, &format!("{section}.{name}"));
        }
    }
}

/// The entries of the map at `key`, with their names.
fn each<'a>(value: &'a mut Value, key: &str) -> Vec<(String, &'a mut Value)> {
    let Some(map) = member::map_at(value, key) else { return Vec::new() };
    map.iter_mut().map(|(name, it)| (name.to_string(), &mut it.value)).collect()
}

/// A service, a job or a hook that runs as a container.
fn container(phase: &mut Canonical<'_>, service: &mut Value, path: &str) {
    let Some(attributes) = service.as_map_mut() else { return };
    for (name, it) in attributes.iter_mut() {
        attribute(phase, name, &mut it.value, &format!("{path}.{name}"));
    }
}

fn attribute(phase: &mut Canonical<'_>, name: &str, value: &mut Value, path: &str) {
    match name {
        "build" => build(phase, value, path),
        "depends_on" => depends_on(phase, value, path),
        "env_file" => env_file(phase, value, path),
        "label_file" | "dns" => string_or_list(value),
        "extends" => extends(phase, value, path),
        "gpus" => gpus(phase, value, path),
        "networks" | "models" => names_to_map(value),
        "volumes" => volumes(phase, value, path),
        "devices" => devices(phase, value, path),
        "secrets" | "configs" => file_mounts(phase, value, path),
        "ports" => ports(phase, value, path),
        "ulimits" => ulimits(phase, value, path),
        "triggers" => triggers(value),
        "develop" => watch(value),
        "pre_start" => {
            for hook in member::items_mut(value) {
                container(phase, hook, &format!("{path}.[]"));
            }
        }
        _ => {}
    }
}

fn build(phase: &mut Canonical<'_>, value: &mut Value, path: &str) {
    match &mut value.data {
        Data::Str(_) => *value = member::map(vec![("context", value.clone())], &value.origin),
        Data::Map(attributes) => {
            for (name, it) in attributes.iter_mut() {
                let path = format!("{path}.{name}");
                match &**name {
                    "ssh" => ssh(phase, &mut it.value, &path),
                    "secrets" => file_mounts(phase, &mut it.value, &path),
                    "additional_contexts" => key_values(phase, &mut it.value, &path),
                    "ulimits" => ulimits(phase, &mut it.value, &path),
                    _ => {}
                }
            }
        }
        _ => phase.refuse(value, format!("{path}: invalid type {} for build", type_name(&value.data))),
    }
}

fn extends(phase: &mut Canonical<'_>, value: &mut Value, path: &str) {
    match &value.data {
        Data::Str(_) => *value = member::map(vec![("service", value.clone())], &value.origin),
        Data::Map(_) => {}
        _ => phase.refuse(value, format!("{path}: invalid type {} for extends", type_name(&value.data))),
    }
}

fn depends_on(phase: &mut Canonical<'_>, value: &mut Value, path: &str) {
    match &mut value.data {
        Data::Map(services) => {
            let shown = Value::new(Data::Map(services.clone()), value.origin.clone());
            for (name, it) in services.iter_mut() {
                let origin = it.value.origin.clone();
                let Some(dependency) = it.value.as_map_mut() else {
                    phase.refuse(&it.value, format!("{path}.{name}: unsupported value {}", plain(&shown.data)));
                    continue;
                };
                member::put_new(dependency, "condition", member::text("service_started", &origin));
                member::put_new(dependency, "required", member::flag(true, &origin));
            }
        }
        Data::List(names) => {
            let mut services = Map::new();
            for name in names.iter() {
                let started = ("condition", member::text("service_started", &name.origin));
                let required = ("required", member::flag(true, &name.origin));
                let Some(key) = name.as_str() else { continue };
                member::put(&mut services, key, member::map(vec![started, required], &name.origin));
            }
            value.data = Data::Map(services);
        }
        _ => phase.refuse(value, format!("{path}: invalid type {} for depend_on", type_name(&value.data))),
    }
}

fn env_file(phase: &mut Canonical<'_>, value: &mut Value, path: &str) {
    match &mut value.data {
        Data::Str(_) => *value = member::list(vec![env_file_item(value.clone())], &value.origin),
        Data::List(items) => items.iter_mut().for_each(|it| *it = env_file_item(it.clone())),
        _ => phase.refuse(value, format!("{path}: invalid type {} for env_file", type_name(&value.data))),
    }
}

fn env_file_item(mut item: Value) -> Value {
    let origin = item.origin.clone();
    let required = member::flag(true, &origin);
    match &mut item.data {
        Data::Str(_) => member::map(vec![("path", item), ("required", required)], &origin),
        Data::Map(map) => {
            member::put_new(map, "required", required);
            item
        }
        _ => member::null(&origin),
    }
}

fn string_or_list(value: &mut Value) {
    if value.as_str().is_some() {
        *value = member::list(vec![value.clone()], &value.origin);
    }
}

/// `[a, b]` as `{a: null, b: null}`.
fn names_to_map(value: &mut Value) {
    let Data::List(names) = &value.data else { return };
    let mut map = Map::new();
    for name in names {
        if let Some(key) = name.as_str() {
            member::put(&mut map, key, member::null(&name.origin));
        }
    }
    value.data = Data::Map(map);
}

/// Mounts of secrets or configs: a name alone is the source.
fn file_mounts(phase: &mut Canonical<'_>, value: &mut Value, path: &str) {
    for item in member::items_mut(value) {
        match &item.data {
            Data::Map(_) => {}
            Data::Str(_) => *item = member::map(vec![("source", item.clone())], &item.origin),
            _ => phase.refuse(item, format!("{path}.[]: unsupported type {}", type_name(&item.data))),
        }
    }
}

fn key_values(phase: &mut Canonical<'_>, value: &mut Value, path: &str) {
    match &value.data {
        // A context that is no text makes Compose itself fall over.
        Data::Map(map) => {
            let odd = map.iter().find(|(_, it)| !matches!(it.value.data, Data::Str(_) | Data::Null));
            if let Some((name, it)) = odd {
                phase.refuse(&it.value, format!("{path}.{name} must be a string"));
            }
        }
        Data::List(items) => {
            let mut map = Map::new();
            for item in items {
                let said = item.as_str().unwrap_or_default();
                let Some((key, context)) = said.split_once('=') else {
                    phase.refuse_text(item, format!("{path}: invalid value {said}, expected key=value"));
                    return;
                };
                member::put(&mut map, key, member::text(context, &item.origin));
            }
            value.data = Data::Map(map);
        }
        _ => phase.refuse(value, format!("{path}: invalid type {} for key=value mapping", type_name(&value.data))),
    }
}

fn ssh(phase: &mut Canonical<'_>, value: &mut Value, path: &str) {
    match &value.data {
        Data::Map(_) => {}
        Data::List(items) => {
            let mut map = Map::new();
            for item in items {
                let said = item.as_str().unwrap_or_default();
                let (key, agent) = match said.split_once('=') {
                    Some((key, path)) => (key, member::text(path, &item.origin)),
                    None if said == "default" => (said, member::null(&item.origin)),
                    None => {
                        phase.refuse_text(item, format!("invalid ssh key \"{said}\""));
                        continue;
                    }
                };
                member::put(&mut map, key, agent);
            }
            value.data = Data::Map(map);
        }
        _ => phase.refuse(value, format!("{path}: invalid type {} for ssh", type_name(&value.data))),
    }
}

fn ulimits(phase: &mut Canonical<'_>, value: &mut Value, path: &str) {
    let Some(limits) = value.as_map_mut() else { return };
    for (name, it) in limits.iter_mut() {
        match &it.value.data {
            Data::Map(_) | Data::Int(_) => {}
            Data::Str(_) if phase.lenient => {}
            _ => phase
                .refuse(&it.value, format!("{path}.{name}: invalid type {} for ulimits", type_name(&it.value.data))),
        }
    }
}

/// The rules of `develop`: one pattern is a list of one.
fn watch(value: &mut Value) {
    let Some(rules) = value.as_map_mut().and_then(|it| it.get_mut("watch")) else { return };
    for rule in member::items_mut(&mut rules.value) {
        for key in ["include", "ignore"] {
            if let Some(patterns) = rule.as_map_mut().and_then(|it| it.get_mut(key)) {
                string_or_list(&mut patterns.value);
            }
        }
    }
}

/// The schedules of a job: a cron expression alone is `cron`.
fn triggers(value: &mut Value) {
    let Some(schedule) = value.as_map_mut().and_then(|it| it.get_mut("schedule")) else { return };
    for item in member::items_mut(&mut schedule.value) {
        if item.as_str().is_some() {
            *item = member::map(vec![("cron", item.clone())], &item.origin);
        }
    }
}

/// `external: {name: …}`, the old form, is `external: true` and `name`.
fn maybe_external(phase: &mut Canonical<'_>, resource: &mut Value, path: &str) {
    let origin = resource.origin.clone();
    let Some(attributes) = resource.as_map_mut() else { return };
    let Some(external) = attributes.get_mut("external") else { return };
    let Some(given) = external.value.as_map().cloned() else { return };
    external.value.data = Data::Bool(true);
    let at = external.value.origin.clone();
    let Some(given) = given.get("name") else { return };
    phase.report.warn(&at, format!("{path}: external.name is deprecated. Please set name and external: true"));
    match attributes.get("name") {
        Some(name) if name.value.data != given.value.data => {
            phase.report.error(&origin, format!("{path}: name and external.name conflict; only use name"));
        }
        Some(_) => {}
        None => member::put(attributes, "name", given.value.clone()),
    }
}
