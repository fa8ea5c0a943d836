//! Merging: what an override file, or a service that extends another, says on top of what was said before. Maps merge key
//! by key, lists grow, anything else is replaced; some attributes have rules of their own.

use crate::compose::go_format::type_name;
use crate::compose::merge_special::special;
use crate::compose::pattern::{below, shown};
use crate::compose::report::Report;
use crate::compose::value::{Data, Map, Value};

/// `over` on top of `base`, both whole models.
pub fn merge(base: Value, over: Value, report: &mut Report) -> Value {
    merge_at(base, over, "", report)
}

/// `over` on top of `base` at `path`; where they do not fit, the base stays and the report has a line.
pub fn merge_at(base: Value, over: Value, path: &str, report: &mut Report) -> Value {
    if let Some(rule) = special(path) {
        return rule(base, over, path, report);
    }
    if matches!(over.data, Data::Null) {
        return base;
    }
    match (base.data, over.data) {
        (Data::Map(mut map), Data::Map(other)) => {
            merge_maps(&mut map, other, path, report);
            Value::new(Data::Map(map), base.origin)
        }
        (Data::List(items), Data::List(others)) => Value::new(Data::List(append(items, others)), base.origin),
        (data @ (Data::Map(_) | Data::List(_)), _) => {
            report.error(&over.origin, format!("cannot override {}", shown(path)));
            Value::new(data, base.origin)
        }
        (_, data) => Value::new(data, over.origin.over(&base.origin)),
    }
}

/// The members of `other` on top of `map`.
pub fn merge_maps(map: &mut Map, other: Map, path: &str, report: &mut Report) {
    for (key, member) in other {
        match map.get_mut(&key) {
            None => {
                map.insert(key, member);
            }
            Some(base) => {
                let nothing = Value::new(Data::Null, base.value.origin.clone());
                let value = std::mem::replace(&mut base.value, nothing);
                base.value = merge_at(value, member.value, &below(path, &key), report);
            }
        }
    }
}

/// `others` behind `items`, without those that are there already to the letter.
pub fn append(mut items: Vec<Value>, others: Vec<Value>) -> Vec<Value> {
    for it in others {
        if !items.iter().any(|item| equal(&item.data, &it.data)) {
            items.push(it);
        }
    }
    items
}

/// Whether both are the same, type by type; the order of a map does not count, places do not either.
pub fn equal(a: &Data, b: &Data) -> bool {
    match (a, b) {
        (Data::List(a), Data::List(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| equal(&a.data, &b.data)),
        (Data::Map(a), Data::Map(b)) => {
            let in_b = |key: &str| b.get(key).map(|it| &it.value.data);
            a.len() == b.len() && a.iter().all(|(key, it)| in_b(key).is_some_and(|b| equal(&it.value.data, b)))
        }
        _ => a == b,
    }
}

/// Reports that `value` is not what `path` wants, as `words` say it of its type.
pub fn refuse(value: &Value, path: &str, words: &str, report: &mut Report) {
    report.error(&value.origin, format!("{}: {}", shown(path), words.replace("%T", type_name(&value.data))));
}
