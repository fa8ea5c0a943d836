//! Profiles: which services are part of the project, and which stand aside until they are asked for.

use crate::compose::member;
use crate::compose::value::{Data, Map, Value};
use std::sync::Arc;

/// The services and jobs of a decoded model by whether they are part of the project.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// Services that run.
    pub services: Map,
    /// Services of profiles that are not active, or not asked for.
    pub disabled: Map,
    /// Jobs that may run.
    pub jobs: Map,
}

/// Takes the services and jobs out of `model` and sorts them by the active `profiles`.
pub fn take_parts(model: &mut Value, profiles: &[String]) -> Parts {
    let mut parts = Parts::default();
    for (name, it) in std::mem::take(member::map_at(model, "services").unwrap_or(&mut Map::new())) {
        let map = if is_active(&it.value, profiles) { &mut parts.services } else { &mut parts.disabled };
        map.insert(name, it);
    }
    for (name, it) in std::mem::take(member::map_at(model, "jobs").unwrap_or(&mut Map::new())) {
        if is_active(&it.value, profiles) {
            parts.jobs.insert(name, it);
        }
    }
    parts
}

/// Whether a service without profiles, or with one of `profiles`.
pub fn is_active(service: &Value, profiles: &[String]) -> bool {
    let own = names(service);
    own.is_empty() || profiles.iter().any(|it| it == "*" || own.contains(&it.as_str()))
}

/// The profiles of a service.
pub fn names(service: &Value) -> Vec<&str> {
    service.get("profiles").and_then(Value::as_list).unwrap_or_default().iter().filter_map(Value::as_str).collect()
}

impl Parts {
    /// Activates the profiles of the services `asked` for; those active already stay so.
    pub fn enable(&mut self, asked: &[String], profiles: &[String]) {
        let mut wanted: Vec<String> = profiles.to_vec();
        for name in asked.iter().filter_map(|it| self.disabled.get(it.as_str())) {
            wanted.extend(names(&name.value).into_iter().map(str::to_owned));
        }
        let disabled = std::mem::take(&mut self.disabled);
        for (name, it) in disabled {
            let map = if is_active(&it.value, &wanted) { &mut self.services } else { &mut self.disabled };
            map.insert(name, it);
        }
    }

    /// Keeps the services `asked` for and what they depend on; the name of one that is not there is the error.
    pub fn select(&mut self, asked: &[String]) -> Result<(), String> {
        let mut kept: Vec<Arc<str>> = Vec::new();
        let mut open: Vec<(Arc<str>, bool)> = asked.iter().map(|it| (Arc::from(it.as_str()), true)).collect();
        while let Some((name, required)) = open.pop() {
            let Some(service) = self.services.get(&name) else {
                if required {
                    return Err(name.to_string());
                }
                continue;
            };
            if kept.contains(&name) {
                continue;
            }
            kept.push(name);
            for (dependency, it) in service.value.get("depends_on").and_then(Value::as_map).into_iter().flatten() {
                let required = it.value.get("required").is_none_or(|it| it.data != Data::Bool(false));
                open.push((dependency.clone(), required));
            }
        }
        let services = std::mem::take(&mut self.services);
        for (name, it) in services {
            let map = if kept.contains(&name) { &mut self.services } else { &mut self.disabled };
            map.insert(name, it);
        }
        for it in self.services.values_mut() {
            if let Some(dependencies) = member::map_at(&mut it.value, "depends_on") {
                dependencies.retain(|name, _| kept.contains(name));
            }
        }
        Ok(())
    }

    /// Puts services and jobs back into `model`.
    pub fn put_back(self, model: &mut Value) {
        for (section, map) in [("services", self.services), ("jobs", self.jobs)] {
            if let Some(place) = member::map_at(model, section) {
                *place = map;
            }
        }
        let Some(root) = model.as_map_mut() else { return };
        if root.get("jobs").is_some_and(|it| it.value.as_map().is_some_and(Map::is_empty)) {
            root.shift_remove("jobs");
        }
    }
}
