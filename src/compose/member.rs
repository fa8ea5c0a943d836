//! Building values: what a phase adds to the tree is said by the value that implies it, so it takes that one's origin.

use crate::compose::value::{Data, Map, Member, Origin, Value};
use std::sync::Arc;

/// `value` under a key that stands where the value does.
pub fn member(value: Value) -> Member {
    Member { key: value.origin.clone(), value }
}

/// Puts `value` at `key`; a key that is there keeps its own place.
pub fn put(map: &mut Map, key: &str, value: Value) {
    match map.get_mut(key) {
        Some(known) => known.value = value,
        None => drop(map.insert(Arc::from(key), member(value))),
    }
}

/// Puts `value` at `key` unless something is there.
pub fn put_new(map: &mut Map, key: &str, value: Value) {
    if !map.contains_key(key) {
        put(map, key, value);
    }
}

/// A map of `pairs` at `origin`.
pub fn map(pairs: Vec<(&str, Value)>, origin: &Origin) -> Value {
    let pairs = pairs.into_iter().map(|(key, value)| (Arc::from(key), member(value)));
    Value::new(Data::Map(pairs.collect()), origin.clone())
}

/// A list of `items` at `origin`.
pub fn list(items: Vec<Value>, origin: &Origin) -> Value {
    Value::new(Data::List(items), origin.clone())
}

/// Text at `origin`.
pub fn text(text: &str, origin: &Origin) -> Value {
    Value::text(text, origin.clone())
}

/// A truth value at `origin`.
pub fn flag(flag: bool, origin: &Origin) -> Value {
    Value::new(Data::Bool(flag), origin.clone())
}

/// A whole number at `origin`.
pub fn int(number: i64, origin: &Origin) -> Value {
    Value::new(Data::Int(number), origin.clone())
}

/// Nothing at `origin`.
pub fn null(origin: &Origin) -> Value {
    Value::new(Data::Null, origin.clone())
}

/// The map at `key` of `value`, to change it.
pub fn map_at<'a>(value: &'a mut Value, key: &str) -> Option<&'a mut Map> {
    value.as_map_mut()?.get_mut(key)?.value.as_map_mut()
}

/// The items of the list `value`, to change them; none for anything else.
pub fn items_mut(value: &mut Value) -> &mut [Value] {
    match &mut value.data {
        Data::List(items) => items,
        _ => &mut [],
    }
}
