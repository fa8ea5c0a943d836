//! Phase "environment": names without a value take that of the environment. The list form of `environment` does so
//! before decoding, so that an included file sees its own variables; secrets and configs keep theirs as content.

use crate::compose::environment::Environment;
use crate::compose::member;
use crate::compose::value::{Data, Map, Value};

/// The key under which a secret keeps its value until it is decoded; it is never printed.
pub const SECRET_VALUE: &str = "x-#value";

/// Resolves what the canonical `model` takes from `environment`.
pub fn resolve_environment(model: &mut Value, environment: &Environment) {
    for section in ["services", "jobs"] {
        for it in member::map_at(model, section).into_iter().flat_map(Map::values_mut) {
            container(&mut it.value, environment);
        }
    }
    for (section, key) in [("secrets", SECRET_VALUE), ("configs", "content")] {
        for it in member::map_at(model, section).into_iter().flat_map(Map::values_mut) {
            content(&mut it.value, key, environment);
        }
    }
}

fn container(service: &mut Value, environment: &Environment) {
    let Some(attributes) = service.as_map_mut() else { return };
    if let Some(list) = attributes.get_mut("environment") {
        for item in member::items_mut(&mut list.value) {
            let found = item.as_str().and_then(|name| Some(format!("{name}={}", environment.get(name)?)));
            if let Some(found) = found {
                *item = member::text(&found, &item.origin);
            }
        }
    }
    for hook in attributes.get_mut("pre_start").map(|it| member::items_mut(&mut it.value)).unwrap_or_default() {
        container(hook, environment);
    }
}

/// The value of the variable that a secret or config names, kept at `key`.
fn content(resource: &mut Value, key: &str, environment: &Environment) {
    let Some(named) = resource.get("environment") else { return };
    let Data::Str(name) = &named.data else { return };
    let Some(found) = environment.get(&**name) else { return };
    let value = member::text(found, &named.origin);
    if let Some(map) = resource.as_map_mut() {
        member::put(map, key, value);
    }
}
