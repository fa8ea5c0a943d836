//! Extensions before decoding: Compose gathers the `x-` attributes of every map under one key, even of maps where names
//! are free, so that `environment: {x-a: 1}` loses its variable. Only the names of services, dependencies and top-level
//! resources are left alone.

use crate::compose::value::{Data, Map, Member, Value};
use std::sync::Arc;

/// The key that holds the gathered extensions of a map.
pub const EXTENSIONS: &str = "#extensions";

/// Gathers the extensions of `model`, of every map but those below extensions.
pub fn gather(model: &Value) -> Value {
    gather_at(model, &mut Vec::new())
}

fn gather_at<'a>(value: &'a Value, path: &mut Vec<&'a str>) -> Value {
    let data = match &value.data {
        Data::Map(map) => Data::Map(gather_map(map, &value.origin, path)),
        Data::List(items) => {
            path.push("[]");
            let items = items.iter().map(|it| if it.as_map().is_some() { gather_at(it, path) } else { it.clone() });
            let items = items.collect();
            path.pop();
            Data::List(items)
        }
        other => other.clone(),
    };
    Value::new(data, value.origin.clone())
}

fn gather_map<'a>(map: &'a Map, origin: &crate::compose::value::Origin, path: &mut Vec<&'a str>) -> Map {
    let free = has_free_names(path);
    let (mut kept, mut gathered) = (Map::new(), Map::new());
    for (key, member) in map {
        if key.starts_with("x-") && !free {
            gathered.insert(key.clone(), member.clone());
            continue;
        }
        path.push(key);
        let value = gather_at(&member.value, path);
        path.pop();
        kept.insert(key.clone(), Member { key: member.key.clone(), value });
    }
    if !gathered.is_empty() {
        let value = Value::new(Data::Map(gathered), origin.clone());
        kept.insert(Arc::from(EXTENSIONS), Member { key: origin.clone(), value });
    }
    kept
}

fn has_free_names(path: &[&str]) -> bool {
    matches!(
        path,
        ["services" | "jobs" | "volumes" | "networks" | "secrets" | "configs"] | ["services" | "jobs", _, "depends_on"]
    )
}
