//! Values as Go prints them: Docker Compose turns numbers into texts with `%v` and names Go's types in its messages.

use crate::compose::go_number::print_float;
use crate::compose::value::{Data, Value};
use std::fmt::Write;

/// Go's `%T`: the name of the type that Compose reads the value into.
pub fn type_name(value: &Value) -> &'static str {
    match value.data {
        Data::Null => "<nil>",
        Data::Bool(_) => "bool",
        Data::Int(_) => "int",
        Data::Uint(_) => "uint64",
        Data::Float(_) => "float64",
        Data::Str(_) => "string",
        Data::Time(_) => "time.Time",
        Data::List(_) => "[]interface {}",
        Data::Map(_) => "map[string]interface {}",
    }
}

/// Go's kind of the value, as the decoder of structs names it.
pub fn kind_name(value: &Value) -> &'static str {
    match value.data {
        Data::List(_) => "slice",
        Data::Map(_) => "map",
        Data::Time(_) => "struct",
        _ => type_name(value),
    }
}

/// Go's `%v`.
pub fn print(value: &Value) -> String {
    match &value.data {
        Data::Null => "<nil>".to_owned(),
        Data::Bool(it) => it.to_string(),
        Data::Int(it) => it.to_string(),
        Data::Uint(it) => it.to_string(),
        Data::Float(it) => print_float(*it),
        Data::Str(it) => it.to_string(),
        Data::Time(it) => print_time(it),
        Data::List(items) => format!("[{}]", items.iter().map(print).collect::<Vec<_>>().join(" ")),
        Data::Map(map) => {
            let mut pairs: Vec<_> = map.iter().map(|(key, it)| (key, print(&it.value))).collect();
            pairs.sort();
            let pairs: Vec<String> = pairs.into_iter().map(|(key, it)| format!("{key}:{it}")).collect();
            format!("map[{}]", pairs.join(" "))
        }
    }
}

/// A time of RFC 3339 as Go's `String` prints it: `2001-01-01 00:00:00 +0000 UTC`.
fn print_time(time: &str) -> String {
    let Some((date, clock)) = time.split_once(['T', 't', ' ']) else {
        return format!("{time} 00:00:00 +0000 UTC");
    };
    let zone_at = clock.find(['Z', 'z', '+', '-']).unwrap_or(clock.len());
    let (clock, zone) = clock.split_at(zone_at);
    match zone {
        "" | "Z" | "z" => format!("{date} {clock} +0000 UTC"),
        offset => {
            let offset = offset.replace(':', "");
            format!("{date} {clock} {offset} {offset}")
        }
    }
}

/// Go's `%q`.
pub fn quote(text: &str) -> String {
    let mut quoted = String::from("\"");
    for it in text.chars() {
        match it {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\u{7}' => quoted.push_str("\\a"),
            '\u{8}' => quoted.push_str("\\b"),
            '\u{c}' => quoted.push_str("\\f"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '\u{b}' => quoted.push_str("\\v"),
            ' ' => quoted.push(' '),
            _ if it < ' ' || it == '\u{7f}' => drop(write!(quoted, "\\x{:02x}", u32::from(it))),
            _ if it.is_control() || it.is_whitespace() || it == '\u{feff}' => drop(write!(quoted, "\\u{:04x}", u32::from(it))),
            _ => quoted.push(it),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::value::Origin;

    #[test]
    fn values_print_as_go_does() {
        let value = |data| Value::new(data, Origin::none());
        let list = Data::List(vec![value(Data::Float(1e6)), value(Data::Null), value(Data::Bool(true))]);
        assert_eq!(print(&value(list)), "[1e+06 <nil> true]");
        assert_eq!(print(&value(Data::Time("2001-01-01T00:00:00Z".into()))), "2001-01-01 00:00:00 +0000 UTC");
        assert_eq!(quote("a\"\n\u{a0}ñ"), "\"a\\\"\\n\\u00a0ñ\"");
    }
}
