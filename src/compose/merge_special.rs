//! Attributes that merge by rules of their own: lists that may be maps, commands that are replaced as a whole, networks
//! and dependencies that are named in two syntaxes.

use crate::compose::go_format::plain;
use crate::compose::merge::{append, equal, merge_maps, refuse};
use crate::compose::pattern::matches;
use crate::compose::report::Report;
use crate::compose::unicity::{pair, unique};
use crate::compose::value::{Data, Map, Member, Origin, Value};
use std::sync::Arc;

/// A rule: the base, what comes on top, the path, where faults go.
pub type Rule = fn(Value, Value, &str, &mut Report) -> Value;

/// Every rule takes both values, whether it needs them whole or not.
const RULES: [(&str, Rule); 31] = [
    ("networks.*.ipam.config", ipam_config),
    ("networks.*.labels", to_pairs),
    ("volumes.*.labels", to_pairs),
    ("secrets.*.labels", to_pairs),
    ("configs.*.labels", to_pairs),
    ("services.*.annotations", to_pairs),
    ("services.*.build", build),
    ("services.*.build.args", to_pairs),
    ("services.*.build.additional_contexts", to_pairs),
    ("services.*.build.extra_hosts", to_list),
    ("services.*.build.labels", to_pairs),
    ("services.*.command", replace),
    ("services.*.depends_on", depends_on),
    ("services.*.deploy.labels", to_pairs),
    ("services.*.dns", to_list),
    ("services.*.dns_opt", to_list),
    ("services.*.dns_search", to_list),
    ("services.*.entrypoint", replace),
    ("services.*.env_file", to_list),
    ("services.*.label_file", to_list),
    ("services.*.environment", to_pairs),
    ("services.*.extra_hosts", to_list),
    ("services.*.healthcheck.test", replace),
    ("services.*.labels", to_pairs),
    ("services.*.volumes.*.volume.labels", to_pairs),
    ("services.*.logging", logging),
    ("services.*.models", named),
    ("services.*.networks", named),
    ("services.*.sysctls", to_pairs),
    ("services.*.tmpfs", to_list),
    ("services.*.ulimits.*", ulimit),
];

/// The rule of `path`, if it has one; jobs are as services.
pub fn special(path: &str) -> Option<Rule> {
    let as_service =
        path.strip_prefix("jobs.").filter(|it| !it.ends_with("deploy.labels")).map(|it| format!("services.{it}"));
    let path = as_service.as_deref().unwrap_or(path);
    let section = path.split('.').next()?;
    let mut rules = RULES.iter().filter(|it| it.0.starts_with(section));
    rules.find(|it| matches(path, it.0)).map(|it| it.1)
}

#[allow(clippy::needless_pass_by_value)] // a rule
fn replace(base: Value, over: Value, _: &str, _: &mut Report) -> Value {
    Value::new(over.data, over.origin.over(&base.origin))
}

fn to_list(base: Value, over: Value, _: &str, _: &mut Report) -> Value {
    let origin = base.origin.clone();
    Value::new(Data::List(append(items_of(base), items_of(over))), origin)
}

/// Pairs add up by key: a later value takes the place of an earlier one.
fn to_pairs(base: Value, over: Value, path: &str, report: &mut Report) -> Value {
    let origin = base.origin.clone();
    let mut items = items_of(base);
    items.extend(items_of(over));
    Value::new(Data::List(unique(items, pair, path, report)), origin)
}

/// A map as sorted `key=value` items; a key with a list of values comes once for each.
pub fn items_of(value: Value) -> Vec<Value> {
    match value.data {
        Data::List(items) => items,
        Data::Str(_) => vec![value],
        Data::Map(map) => {
            let mut items: Vec<Value> = map.iter().flat_map(|(key, member)| pairs_of(key, member)).collect();
            items.sort_by(|a, b| a.as_str().cmp(&b.as_str()));
            items
        }
        _ => Vec::new(),
    }
}

fn pairs_of(key: &str, member: &Member) -> Vec<Value> {
    let origin = Origin { span: member.key.span.cover(member.value.origin.span), ..member.value.origin.clone() };
    let pair = |data: &Data| Value::text(&format!("{key}={}", plain(data)), origin.clone());
    match &member.value.data {
        Data::Null => vec![Value::text(key, origin)],
        Data::List(values) => values.iter().map(|it| pair(&it.data)).collect(),
        data => vec![pair(data)],
    }
}

fn build(base: Value, over: Value, path: &str, report: &mut Report) -> Value {
    let origin = base.origin.clone();
    let mut map = build_map(base);
    merge_maps(&mut map, build_map(over), path, report);
    Value::new(Data::Map(map), origin)
}

/// The long syntax of `build`; anything else is as good as nothing.
fn build_map(value: Value) -> Map {
    match value.data {
        Data::Map(map) => map,
        Data::Str(_) => Map::from([(Arc::from("context"), Member { key: value.origin.clone(), value })]),
        _ => Map::new(),
    }
}

#[allow(clippy::needless_pass_by_value)] // a rule
fn depends_on(base: Value, over: Value, path: &str, report: &mut Report) -> Value {
    let started = |origin: &Origin| {
        let member = |data: Data| Member { key: origin.clone(), value: Value::new(data, origin.clone()) };
        Data::Map(Map::from([
            (Arc::from("condition"), member(Data::Str(Arc::from("service_started")))),
            (Arc::from("required"), member(Data::Bool(true))),
        ]))
    };
    as_maps(base, &over, &started, path, report)
}

#[allow(clippy::needless_pass_by_value)] // a rule
fn named(base: Value, over: Value, path: &str, report: &mut Report) -> Value {
    as_maps(base, &over, &|_| Data::Null, path, report)
}

fn as_maps(base: Value, over: &Value, default: &dyn Fn(&Origin) -> Data, path: &str, report: &mut Report) -> Value {
    let origin = base.origin.clone();
    let (Some(mut map), Some(other)) = (names(&base, default, path, report), names(over, default, path, report)) else {
        return base;
    };
    merge_maps(&mut map, other, path, report);
    Value::new(Data::Map(map), origin)
}

/// A list of names as a map of names.
fn names(value: &Value, default: &dyn Fn(&Origin) -> Data, path: &str, report: &mut Report) -> Option<Map> {
    let member = |origin: &Origin| Member { key: origin.clone(), value: Value::new(default(origin), origin.clone()) };
    match &value.data {
        Data::Map(map) => Some(map.clone()),
        Data::Str(name) => Some(Map::from([(name.clone(), member(&value.origin))])),
        Data::List(items) => {
            let mut map = Map::new();
            for item in items {
                match &item.data {
                    Data::Str(name) => {
                        map.insert(name.clone(), member(&item.origin));
                    }
                    _ => refuse(item, path, "cannot use %T as a mapping key", report),
                }
            }
            Some(map)
        }
        Data::Null => Some(Map::new()),
        _ => {
            refuse(value, path, "cannot convert %T into a mapping", report);
            None
        }
    }
}

/// Options add up only for one and the same driver.
fn logging(base: Value, over: Value, path: &str, report: &mut Report) -> Value {
    let words = "cannot merge logging: expected a mapping, got %T";
    let (Data::Map(map), Data::Map(other)) = (&base.data, &over.data) else {
        let culprit = if matches!(base.data, Data::Map(_)) { &over } else { &base };
        refuse(culprit, path, words, report);
        return base;
    };
    let driver = |map: &Map| map.get("driver").map(|it| it.value.data.clone());
    let (before, after) = (driver(map), driver(other));
    let differ = matches!((&before, &after), (Some(a), Some(b)) if !equal(a, b));
    if differ {
        return replace(base, over, path, report);
    }
    let (mut map, other) = (map.clone(), other.clone());
    merge_maps(&mut map, other, path, report);
    Value::new(Data::Map(map), base.origin)
}

fn ulimit(base: Value, over: Value, path: &str, report: &mut Report) -> Value {
    match (base.data, over.data) {
        (Data::Map(mut map), Data::Map(other)) => {
            merge_maps(&mut map, other, path, report);
            Value::new(Data::Map(map), base.origin)
        }
        (_, data) => Value::new(data, over.origin.over(&base.origin)),
    }
}

/// Blocks of addresses by their subnet. Compose goes through both lists in two loops and changes the base's blocks on the
/// way; what comes out of several blocks depends on that, so the steps are the same here.
#[allow(clippy::needless_pass_by_value)] // a rule
fn ipam_config(base: Value, over: Value, path: &str, report: &mut Report) -> Value {
    let Data::List(blocks) = &base.data else {
        refuse(&base, path, "unexpected type %T", report);
        return base;
    };
    let Data::List(others) = &over.data else {
        refuse(&over, path, "unexpected type %T", report);
        return base;
    };
    let mut arena: Vec<(Map, Origin)> = Vec::new();
    let mut read = |value: &Value| {
        let map = names(value, &|_| Data::Null, path, report)?;
        arena.push((map, value.origin.clone()));
        Some(arena.len() - 1)
    };
    let blocks: Vec<usize> = blocks.iter().filter_map(&mut read).collect();
    let others: Vec<usize> = others.iter().filter_map(&mut read).collect();
    let mut merged: Vec<usize> = Vec::new();
    for block in blocks {
        for other in &others {
            let known = |arena: &[(Map, Origin)], of: usize| {
                let same = |it: &usize| same_subnet(arena, *it, of);
                merged.iter().position(same)
            };
            if !same_subnet(&arena, *other, block) && known(&arena, *other).is_none() {
                merged.push(*other);
                continue;
            }
            let Some((addition, _)) = arena.get(*other).cloned() else { continue };
            if let Some((map, _)) = arena.get_mut(block) {
                merge_maps(map, addition, path, report);
            }
            let at = merged.iter().position(|it| same_subnet(&arena, *it, block));
            match at.and_then(|it| merged.get_mut(it)) {
                Some(place) => *place = block,
                None => merged.push(block),
            }
        }
    }
    let blocks = merged.iter().filter_map(|it| arena.get(*it).cloned());
    let blocks = blocks.map(|(map, origin)| Value::new(Data::Map(map), origin));
    Value::new(Data::List(blocks.collect()), base.origin)
}

fn same_subnet(arena: &[(Map, Origin)], a: usize, b: usize) -> bool {
    let subnet = |at: usize| arena.get(at).and_then(|it| it.0.get("subnet")).map(|it| &it.value.data);
    match (subnet(a), subnet(b)) {
        (Some(a), Some(b)) => equal(a, b),
        (None | Some(Data::Null), None | Some(Data::Null)) => true,
        _ => false,
    }
}
