//! Maps of texts of the decoded model, which may be written as lists: `environment`, `labels`, `extra_hosts` and kin.

use crate::compose::decode::Decoded;
use crate::compose::go_format::{plain, type_name};
use crate::compose::member;
use crate::compose::natural_order::sorted;
use crate::compose::value::{Data, Map, Member, Value};

/// The map as a value; an empty one does not print.
fn map_value(map: Map, value: &Value) -> Option<Value> {
    (!map.is_empty()).then(|| Value::new(Data::Map(sorted(map)), value.origin.clone()))
}

/// A map with every value printed; nothing is the empty text.
fn printed(map: &Map) -> Map {
    let pairs = map.iter().map(|(key, it)| (key.clone(), Member { key: it.key.clone(), value: text_of(&it.value) }));
    pairs.collect()
}

fn text_of(value: &Value) -> Value {
    match &value.data {
        Data::Null => member::text("", &value.origin),
        Data::Str(_) => value.clone(),
        data => member::text(&plain(data), &value.origin),
    }
}

/// A map, or a list of `key=value`; a key alone has the empty text.
pub fn mapping(value: &Value) -> Decoded {
    match &value.data {
        Data::Map(map) => Ok(map_value(printed(map), value)),
        Data::List(items) => {
            let mut map = Map::new();
            for item in items {
                let said = plain(&item.data);
                let (key, text) = said.split_once('=').unwrap_or((&said, ""));
                member::put(&mut map, key, member::text(text, &item.origin));
            }
            Ok(map_value(map, value))
        }
        _ => Err(format!("unexpected value type {} for mapping", type_name(&value.data))),
    }
}

/// A map, or a list of `KEY=value`; a key alone takes its value from elsewhere.
pub fn assignments(value: &Value) -> Decoded {
    let mut map = Map::new();
    match &value.data {
        Data::Map(given) => {
            for (key, it) in given {
                let text = if it.value.data == Data::Null { it.value.clone() } else { text_of(&it.value) };
                map.insert(key.clone(), Member { key: it.key.clone(), value: text });
            }
        }
        Data::List(items) => {
            for item in items {
                let said = plain(&item.data);
                let (key, text) = said.split_once('=').map_or((said.as_str(), None), |(key, text)| (key, Some(text)));
                if ends_in_space(key) {
                    return Err(format!("environment variable {key} is declared with a trailing space"));
                }
                let text = text.map_or_else(|| member::null(&item.origin), |it| member::text(it, &item.origin));
                member::put(&mut map, key, text);
            }
        }
        _ => return Err(format!("unexpected value type {} for mapping", type_name(&value.data))),
    }
    Ok(map_value(map, value))
}

/// Compose looks at the last byte, whatever character it belongs to.
fn ends_in_space(key: &str) -> bool {
    matches!(key.as_bytes().last(), Some(9..=13 | b' ' | 0x85 | 0xa0))
}

/// A map of texts.
pub fn options(value: &Value) -> Decoded {
    match &value.data {
        Data::Map(map) => Ok(map_value(printed(map), value)),
        _ => Err(format!("invalid type {} for options", type_name(&value.data))),
    }
}

/// A map whose values are lists of texts; one text alone is a list of one.
pub fn multi_options(value: &Value) -> Decoded {
    let Data::Map(map) = &value.data else {
        return Err(format!("invalid type {} for options", type_name(&value.data)));
    };
    let pairs = map.iter().map(|(key, it)| {
        let items = match &it.value.data {
            Data::List(items) => items.iter().map(text_of).collect(),
            _ => vec![text_of(&it.value)],
        };
        (key.clone(), Member { key: it.key.clone(), value: member::list(items, &it.value.origin) })
    });
    Ok(map_value(pairs.collect(), value))
}

/// Hosts with their addresses, as the sorted list of `host=address` that prints.
pub fn hosts(value: &Value) -> Decoded {
    let mut pairs: Vec<(String, Value)> = Vec::new();
    match &value.data {
        Data::Map(map) => {
            for (host, it) in map {
                match &it.value.data {
                    Data::Null | Data::Str(_) => pairs.push((host.to_string(), text_of(&it.value))),
                    Data::List(items) => pairs.extend(items.iter().map(|it| (host.to_string(), text_of(it)))),
                    _ => {
                        let name = type_name(&value.data);
                        return Err(format!("unexpected value type {name} for extra_hosts entry"));
                    }
                }
            }
        }
        Data::List(items) => {
            for item in items {
                let said = plain(&item.data);
                let split = said.split_once('=').or_else(|| said.split_once(':'));
                let (host, addresses) = split.ok_or_else(|| format!("invalid additional host, missing IP: {said}"))?;
                pairs.extend(addresses.split(',').map(|it| (host.to_owned(), member::text(it, &item.origin))));
            }
        }
        _ => return Err(format!("unexpected value type {} for extra_hosts", type_name(&value.data))),
    }
    if let Some((host, _)) = pairs.iter().find(|(host, _)| host.is_empty() || host.contains([':', '='])) {
        return Err(format!("bad host name '{host}'"));
    }
    let mut list: Vec<(String, Value)> = pairs.into_iter().map(|(host, it)| (host_line(&host, &it), it)).collect();
    list.sort_by(|(a, _), (b, _)| a.cmp(b));
    let list: Vec<Value> = list.into_iter().map(|(line, it)| member::text(&line, &it.origin)).collect();
    let said = value.as_map().is_none_or(|it| !it.is_empty()) && !value.as_list().is_some_and(<[_]>::is_empty);
    Ok(said.then(|| member::list(list, &value.origin)))
}

fn host_line(host: &str, address: &Value) -> String {
    let address = address.as_str().unwrap_or_default();
    let bare = address.strip_prefix('[').and_then(|it| it.strip_suffix(']')).filter(|it| !it.is_empty());
    format!("{host}={}", bare.unwrap_or(address))
}

/// Keys of an SSH agent, as the list that prints: `default`, or `name: path`.
pub fn ssh(value: &Value) -> Decoded {
    let Data::Map(map) = &value.data else {
        return Err(format!("invalid ssh config type {}", type_name(&value.data)));
    };
    let line = |key: &str, it: &Value| match plain(&it.data) {
        path if it.data == Data::Null || path.is_empty() => key.to_owned(),
        path => format!("{key}: {path}"),
    };
    let items: Vec<Value> = map.iter().map(|(key, it)| member::text(&line(key, &it.value), &it.value.origin)).collect();
    Ok((!items.is_empty()).then(|| member::list(items, &value.origin)))
}

/// Limits by name: one number, or a soft and a hard one.
pub fn ulimits(value: &Value) -> Decoded {
    let Data::Map(map) = &value.data else {
        return Err(format!("expected a map, got '{}'", type_name(&value.data)));
    };
    let mut limits = Map::new();
    for (name, it) in map {
        let limit = ulimit(name, &it.value)?;
        limits.insert(name.clone(), Member { key: it.key.clone(), value: limit });
    }
    Ok(map_value(limits, value))
}

/// One limit; 0 alone prints as a pair too. What is no whole number makes Compose itself fall over.
fn ulimit(name: &str, value: &Value) -> Result<Value, String> {
    let number = |key: &str| match value.get(key).map(|it| &it.data) {
        Some(Data::Int(number)) => Ok(*number),
        None => Ok(0),
        Some(_) => Err(format!("the {key} limit of {name} must be a whole number")),
    };
    let single = if let Data::Int(it) = value.data { it } else { number("single")? };
    if single != 0 {
        return Ok(member::int(single, &value.origin));
    }
    let pair = vec![
        ("soft", member::int(number("soft")?, &value.origin)),
        ("hard", member::int(number("hard")?, &value.origin)),
    ];
    Ok(member::map(pair, &value.origin))
}
