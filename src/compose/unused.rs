//! Resources that no service uses are not part of what runs, and so not of what `config` prints.

use crate::compose::consistency::{items, members};
use crate::compose::member;
use crate::compose::profiles::Parts;
use crate::compose::value::{Map, Value};
use std::collections::BTreeSet;

/// Drops the networks, volumes, secrets, configs and models of `model` that no part uses.
pub fn drop_unused(model: &mut Value, parts: &Parts) {
    for section in ["networks", "volumes", "secrets", "configs", "models"] {
        let used: BTreeSet<String> =
            parts.services.values().chain(parts.jobs.values()).flat_map(|it| uses(&it.value, section)).collect();
        if let Some(map) = member::map_at(model, section) {
            map.retain(|name, _| used.contains(&**name));
        }
        let Some(root) = model.as_map_mut() else { continue };
        if root.get(section).is_some_and(|it| it.value.as_map().is_some_and(Map::is_empty)) {
            root.shift_remove(section);
        }
    }
}

/// The names of `section` that a service uses.
fn uses(service: &Value, section: &str) -> Vec<String> {
    let source = |it: &Value| it.get("source").and_then(Value::as_str).map(str::to_owned);
    match section {
        "networks" | "models" => members(service.get(section)).map(|(name, _)| name.to_owned()).collect(),
        "volumes" => {
            let named = items(service.get("volumes")).iter();
            named.filter(|it| it.get("type").and_then(Value::as_str) == Some("volume")).filter_map(source).collect()
        }
        "secrets" => {
            let build = items(service.at(&["build", "secrets"])).iter();
            items(service.get("secrets")).iter().chain(build).filter_map(source).collect()
        }
        _ => items(service.get(section)).iter().filter_map(source).collect(),
    }
}
