//! Prints a decoded model as `docker compose config --format json` does: the shapes' order, two spaces a level, `<`, `>`
//! and `&` escaped. Objects without attributes print here, nested extensions and models do not.

use crate::compose::go_number::json_float;
use crate::compose::shape::{Attribute, Kind, Shape};
use crate::compose::shape_project::PROJECT;
use crate::compose::value::{Data, Map, Value};
use std::fmt::Write;

/// A value of JSON that still has to be laid out.
enum Json {
    Word(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

/// Prints a decoded model, `None` in the place of a message where JSON cannot say it.
pub fn print(model: &Value) -> Result<String, String> {
    let empty = Map::new();
    let map = model.as_map().unwrap_or(&empty);
    let mut pairs = Vec::new();
    for attribute in PROJECT.attributes().filter(|it| it.name != "models") {
        if let Some(value) = map.get(attribute.name) {
            pairs.push((attribute.name.to_owned(), by_kind(attribute.kind, &value.value)?));
        }
    }
    for (name, it) in map.iter().filter(|(name, _)| name.starts_with("x-")) {
        pairs.push((name.to_string(), plain(&it.value)?));
    }
    pairs.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(laid_out(&Json::Object(pairs)))
}

/// Prints a value that is not decoded: every key, sorted.
pub fn print_plain(value: &Value) -> Result<String, String> {
    Ok(laid_out(&plain(value)?))
}

/// One object in one line, without spaces, its attributes in the order of `rank`: what Compose hashes.
pub fn print_compact(shape: &'static Shape, value: &Value, rank: &dyn Fn(&str) -> usize) -> Result<String, String> {
    let mut text = String::new();
    let mut json = object(shape, value)?;
    if let Json::Object(pairs) = &mut json {
        pairs.sort_by_key(|(name, _)| rank(name));
    }
    compact(&mut text, &json);
    Ok(text)
}

fn object(shape: &'static Shape, value: &Value) -> Result<Json, String> {
    let empty = Map::new();
    let map = value.as_map().unwrap_or(&empty);
    let mut pairs = Vec::new();
    for attribute in shape.attributes() {
        let Some(name) = attribute.json else { continue };
        if let Some(json) = attribute_json(attribute, map)? {
            pairs.push((name.to_owned(), json));
        }
    }
    Ok(Json::Object(pairs))
}

fn attribute_json(attribute: &Attribute, map: &Map) -> Result<Option<Json>, String> {
    match (map.get(attribute.name), attribute.kind) {
        (Some(it), kind) => by_kind(kind, &it.value).map(Some),
        (None, Kind::Words) => Ok(Some(Json::Word("null".to_owned()))),
        (None, Kind::Object(shape)) => {
            object(shape, &Value::new(Data::Null, crate::compose::value::Origin::none())).map(Some)
        }
        (None, _) => Ok(None),
    }
}

fn by_kind(kind: Kind, value: &Value) -> Result<Json, String> {
    match (kind, &value.data) {
        (Kind::Object(shape) | Kind::Maybe(shape), _) => object(shape, value),
        (Kind::List(shape), Data::List(items)) => {
            items.iter().map(|it| object(shape, it)).collect::<Result<_, _>>().map(Json::List)
        }
        (Kind::Map(shape) | Kind::MapMaybe(shape), Data::Map(map)) => {
            let one = |it: &Value| if it.data == Data::Null { plain(it) } else { object(shape, it) };
            let pairs = map.iter().map(|(key, it)| Ok((key.to_string(), one(&it.value)?)));
            sorted(pairs.collect::<Result<_, String>>()?)
        }
        (Kind::Ulimits, Data::Map(map)) => {
            let pairs = map.iter().map(|(key, it)| Ok((key.to_string(), plain(&without_zeros(&it.value))?)));
            sorted(pairs.collect::<Result<_, String>>()?)
        }
        (Kind::Ssh, Data::List(items)) if items.iter().any(|it| it.as_str().is_some_and(|it| it.contains(": "))) => {
            let type_name = "types.SSHKey";
            Err(format!(
                "json: error calling MarshalJSON for type {type_name}: invalid character ':' after top-level value"
            ))
        }
        _ => plain(value),
    }
}

fn without_zeros(limit: &Value) -> Value {
    let mut limit = limit.clone();
    if let Some(map) = limit.as_map_mut() {
        map.retain(|_, it| it.value.data != Data::Int(0));
    }
    limit
}

#[allow(clippy::unnecessary_wraps)]
fn sorted(mut pairs: Vec<(String, Json)>) -> Result<Json, String> {
    pairs.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(Json::Object(pairs))
}

fn plain(value: &Value) -> Result<Json, String> {
    Ok(match &value.data {
        Data::Null => Json::Word("null".to_owned()),
        Data::Bool(it) => Json::Word(it.to_string()),
        Data::Int(it) => Json::Word(it.to_string()),
        Data::Uint(it) => Json::Word(it.to_string()),
        Data::Float(it) => {
            let printed = json_float(*it);
            let name = if it.is_nan() {
                "NaN"
            } else if *it > 0.0 {
                "+Inf"
            } else {
                "-Inf"
            };
            Json::Word(printed.ok_or_else(|| format!("json: unsupported value: {name}"))?)
        }
        Data::Str(it) | Data::Time(it) => Json::Word(quoted(it)),
        Data::List(items) => Json::List(items.iter().map(plain).collect::<Result<_, _>>()?),
        Data::Map(map) => {
            let pairs = map.iter().map(|(key, it)| Ok((key.to_string(), plain(&it.value)?)));
            return sorted(pairs.collect::<Result<_, String>>()?);
        }
    })
}

/// Text as Go's encoder writes it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for it in text.chars() {
        match it {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\u{8}' => quoted.push_str("\\b"),
            '\u{c}' => quoted.push_str("\\f"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => drop(write!(quoted, "\\u{:04x}", u32::from(it))),
            _ if it < ' ' => drop(write!(quoted, "\\u{:04x}", u32::from(it))),
            _ => quoted.push(it),
        }
    }
    quoted.push('"');
    quoted
}

fn laid_out(json: &Json) -> String {
    let mut text = String::new();
    lay_out(&mut text, json, 0);
    text
}

fn lay_out(text: &mut String, json: &Json, depth: usize) {
    let line = |text: &mut String, depth: usize| {
        text.push('\n');
        text.extend(std::iter::repeat_n("  ", depth));
    };
    match json {
        Json::Word(it) => text.push_str(it),
        Json::List(items) if items.is_empty() => text.push_str("[]"),
        Json::Object(pairs) if pairs.is_empty() => text.push_str("{}"),
        Json::List(items) => {
            text.push('[');
            for (at, it) in items.iter().enumerate() {
                text.push_str(if at > 0 { "," } else { "" });
                line(text, depth + 1);
                lay_out(text, it, depth + 1);
            }
            line(text, depth);
            text.push(']');
        }
        Json::Object(pairs) => {
            text.push('{');
            for (at, (key, it)) in pairs.iter().enumerate() {
                text.push_str(if at > 0 { "," } else { "" });
                line(text, depth + 1);
                text.push_str(&quoted(key));
                text.push_str(": ");
                lay_out(text, it, depth + 1);
            }
            line(text, depth);
            text.push('}');
        }
    }
}

fn compact(text: &mut String, json: &Json) {
    match json {
        Json::Word(it) => text.push_str(it),
        Json::List(items) => {
            text.push('[');
            for (at, it) in items.iter().enumerate() {
                text.push_str(if at > 0 { "," } else { "" });
                compact(text, it);
            }
            text.push(']');
        }
        Json::Object(pairs) => {
            text.push('{');
            for (at, (key, it)) in pairs.iter().enumerate() {
                text.push_str(if at > 0 { "," } else { "" });
                text.push_str(&quoted(key));
                text.push(':');
                compact(text, it);
            }
            text.push('}');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::member;
    use crate::compose::value::Origin;

    #[test]
    fn text_is_escaped_as_go_does() {
        assert_eq!(quoted("<a & \"b\">\u{2028}\u{1}é"), "\"\\u003ca \\u0026 \\\"b\\\"\\u003e\\u2028\\u0001é\"");
    }

    #[test]
    fn a_service_without_a_command_says_so() {
        let at = Origin::none();
        let service = member::map(vec![("image", member::text("x", &at)), ("x-a", member::int(1, &at))], &at);
        let model = member::map(vec![("services", member::map(vec![("a", service)], &at))], &at);
        let printed = print(&model).unwrap();
        assert!(printed.contains("\"command\": null") && !printed.contains("x-a"), "{printed}");
    }
}
