//! Lists whose items have a key: of two items with the same one the later stays, at the place of the earlier.

use crate::compose::go_format::{plain, type_name, verb_s};
use crate::compose::mount;
use crate::compose::pattern::{below, matches, shown};
use crate::compose::report::Report;
use crate::compose::value::{Data, Value};
use std::collections::BTreeMap;

/// The key of an item, or Compose's words about an item that has none; the path is the item's.
pub type Key = fn(&Value, &str) -> Result<String, String>;

const KEYS: [(&str, Key); 29] = [
    ("networks.*.labels", pair),
    ("networks.*.ipam.options", pair),
    ("services.*.annotations", pair),
    ("services.*.build.args", pair),
    ("services.*.build.additional_contexts", pair),
    ("services.*.build.platform", pair),
    ("services.*.build.tags", pair),
    ("services.*.build.labels", pair),
    ("services.*.cap_add", pair),
    ("services.*.cap_drop", pair),
    ("services.*.devices", device),
    ("services.*.configs", config),
    ("services.*.deploy.labels", pair),
    ("services.*.dns", pair),
    ("services.*.dns_opt", pair),
    ("services.*.dns_search", pair),
    ("services.*.environment", pair),
    ("services.*.env_file", env_file),
    ("services.*.expose", expose),
    ("services.*.labels", pair),
    ("services.*.links", pair),
    ("services.*.networks.*.aliases", pair),
    ("services.*.networks.*.link_local_ips", pair),
    ("services.*.ports", port),
    ("services.*.profiles", pair),
    ("services.*.secrets", secret),
    ("services.*.sysctls", pair),
    ("services.*.tmpfs", pair),
    ("services.*.volumes", volume),
];

/// Leaves one item for each key in every list of `model` that has keys.
pub fn enforce_unicity(model: &mut Value, report: &mut Report) {
    enforce(model, "", report);
}

fn enforce(value: &mut Value, path: &str, report: &mut Report) {
    match &mut value.data {
        Data::Map(map) if path.is_empty() => {
            for section in ["services", "jobs", "networks"] {
                if let Some(member) = map.get_mut(section) {
                    enforce(&mut member.value, section, report);
                }
            }
        }
        Data::Map(map) => {
            for (key, member) in map {
                enforce(&mut member.value, &below(path, key), report);
            }
        }
        Data::List(items) => {
            if let Some(key) = key_at(path) {
                *items = unique(std::mem::take(items), key, path, report);
            }
        }
        _ => {}
    }
}

/// The key of the items of the list at `path`; jobs are as services.
fn key_at(path: &str) -> Option<Key> {
    let as_service = path.strip_prefix("jobs.").map(|it| format!("services.{it}"));
    let path = as_service.as_deref().unwrap_or(path);
    KEYS.iter().find(|it| matches(path, it.0)).map(|it| it.1)
}

/// Leaves one item for each `key`, the last, where the first was.
pub fn unique(items: Vec<Value>, key: Key, path: &str, report: &mut Report) -> Vec<Value> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut kept: Vec<Value> = Vec::with_capacity(items.len());
    for (index, item) in items.into_iter().enumerate() {
        let path = below(path, &format!("[{index}]"));
        let key = match key(&item, &shown(&path)) {
            Ok(key) => key,
            Err(words) => {
                report.error(&item.origin, words);
                kept.push(item);
                continue;
            }
        };
        if let Some(earlier) = places.get(&key).and_then(|at| kept.get_mut(*at)) {
            let origin = item.origin.clone().over(&earlier.origin);
            *earlier = Value::new(item.data, origin);
        } else {
            places.insert(key, kept.len());
            kept.push(item);
        }
    }
    kept
}

/// What stands before `=`.
pub fn pair(item: &Value, path: &str) -> Result<String, String> {
    let text = item.as_str().ok_or_else(|| format!("{path}: unexpected type {}", type_name(&item.data)))?;
    Ok(text.split('=').next().unwrap_or_default().to_owned())
}

fn volume(item: &Value, path: &str) -> Result<String, String> {
    match &item.data {
        Data::Map(_) => target(item).ok_or_else(|| format!("service volume {path} is missing a mount target")),
        Data::Str(text) => mount::parse(text).map(|it| it.target),
        _ => Ok(String::new()),
    }
}

fn device(item: &Value, path: &str) -> Result<String, String> {
    match &item.data {
        Data::Map(_) => target(item).ok_or_else(|| format!("service device {path} is missing a mount target")),
        Data::Str(text) => {
            let mut parts = text.split(':');
            let first = parts.next().unwrap_or_default();
            Ok(parts.next().unwrap_or(first).to_owned())
        }
        _ => Ok(String::new()),
    }
}

fn target(item: &Value) -> Option<String> {
    item.get("target")?.as_str().map(ToOwned::to_owned)
}

fn expose(item: &Value, path: &str) -> Result<String, String> {
    match &item.data {
        Data::Str(_) | Data::Int(_) => Ok(plain(&item.data)),
        data => Err(format!("{path}: unsupported expose value {}", verb_s(data))),
    }
}

fn config(item: &Value, path: &str) -> Result<String, String> {
    reference(item, path, "")
}

fn secret(item: &Value, path: &str) -> Result<String, String> {
    reference(item, path, "/run/secrets")
}

fn reference(item: &Value, path: &str, folder: &str) -> Result<String, String> {
    match &item.data {
        Data::Str(name) => Ok(format!("{folder}/{name}")),
        Data::Map(map) => Ok(match (map.get("target"), map.get("source")) {
            (Some(target), _) => plain(&target.value.data),
            (None, source) => format!("{folder}/{}", source.map_or_else(String::new, |it| plain(&it.value.data))),
        }),
        data => Err(format!("{path}: unsupported expose value {}", verb_s(data))),
    }
}

fn port(item: &Value, path: &str) -> Result<String, String> {
    let map = match &item.data {
        Data::Map(map) => map,
        Data::Int(_) | Data::Str(_) => return Ok(plain(&item.data)),
        _ => return Ok(String::new()),
    };
    let said = |key: &str| map.get(key).map(|it| plain(&it.value.data));
    let target = said("target").ok_or_else(|| format!("service ports {path} is missing a target port"))?;
    let host = said("host_ip").unwrap_or_else(|| "0.0.0.0".to_owned());
    let protocol = said("protocol").unwrap_or_else(|| "tcp".to_owned());
    Ok(format!("{host}:{}:{target}/{protocol}", said("published").unwrap_or_default()))
}

fn env_file(item: &Value, path: &str) -> Result<String, String> {
    match &item.data {
        Data::Str(text) => Ok(text.to_string()),
        Data::Map(map) => {
            let file = map.get("path").map(|it| plain(&it.value.data));
            file.ok_or_else(|| format!("environment path attribute {path} is missing"))
        }
        _ => Ok(String::new()),
    }
}
