//! How Go prints what a compose file holds. Docker Compose writes its messages and turns values into text with Go's
//! `fmt`, so the same words need the same printing.

use crate::compose::value::{Data, Value};
use std::fmt::Write;
use std::sync::Arc;

/// The type as `%T` prints it.
pub fn type_name(data: &Data) -> &'static str {
    match data {
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

/// The value as `%v` prints it.
pub fn plain(data: &Data) -> String {
    match data {
        Data::Null => "<nil>".to_owned(),
        Data::Bool(it) => it.to_string(),
        Data::Int(it) => it.to_string(),
        Data::Uint(it) => it.to_string(),
        Data::Float(it) => float(*it, 6),
        Data::Str(it) => it.to_string(),
        Data::Time(it) => time_plain(it),
        Data::List(items) => {
            let items: Vec<String> = items.iter().map(|it| plain(&it.data)).collect();
            format!("[{}]", items.join(" "))
        }
        Data::Map(map) => {
            let mut members: Vec<(&str, &Value)> = map.iter().map(|(key, it)| (&**key, &it.value)).collect();
            members.sort_by_key(|(key, _)| *key);
            let members: Vec<String> = members.iter().map(|(key, it)| format!("{key}:{}", plain(&it.data))).collect();
            format!("map[{}]", members.join(" "))
        }
    }
}

/// The value as `%s` prints it, which is meant for text and says so of anything else.
pub fn verb_s(data: &Data) -> String {
    match data {
        Data::Str(it) => it.to_string(),
        Data::Null => "%!s(<nil>)".to_owned(),
        Data::List(items) => {
            let items: Vec<String> = items.iter().map(|it| verb_s(&it.data)).collect();
            format!("[{}]", items.join(" "))
        }
        Data::Map(map) => {
            let mut members: Vec<(&str, &Value)> = map.iter().map(|(key, it)| (&**key, &it.value)).collect();
            members.sort_by_key(|(key, _)| *key);
            let members: Vec<String> = members.iter().map(|(key, it)| format!("{key}:{}", verb_s(&it.data))).collect();
            format!("map[{}]", members.join(" "))
        }
        Data::Time(it) => time_plain(it),
        _ => format!("%!s({}={})", type_name(data), plain(data)),
    }
}

/// The value as `%#v` prints it.
pub fn source(data: &Data) -> String {
    match data {
        Data::Uint(it) => format!("{it:#x}"),
        Data::Str(it) => quote(it),
        Data::Time(it) => time_source(it),
        Data::List(items) => {
            let items: Vec<String> = items.iter().map(|it| element(&it.data)).collect();
            format!("[]interface {{}}{{{}}}", items.join(", "))
        }
        Data::Map(map) => {
            let mut members: Vec<(&str, &Value)> = map.iter().map(|(key, it)| (&**key, &it.value)).collect();
            members.sort_by_key(|(key, _)| *key);
            let members: Vec<String> =
                members.iter().map(|(key, it)| format!("{}:{}", quote(key), element(&it.data))).collect();
            format!("map[string]interface {{}}{{{}}}", members.join(", "))
        }
        _ => plain(data),
    }
}

/// A value inside a list or map as `%#v` prints it.
fn element(data: &Data) -> String {
    if matches!(data, Data::Null) { "interface {}(nil)".to_owned() } else { source(data) }
}

/// A float as `%g` with the shortest digits prints it; in scientific notation from 10 to the power of `large` on.
pub fn float(value: f64, large: i32) -> String {
    if value.is_nan() {
        return "NaN".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "+Inf" } else { "-Inf" }.to_owned();
    }
    let scientific = format!("{value:e}");
    let Some((digits, exponent)) = scientific.split_once('e') else { return scientific };
    let exponent: i32 = exponent.parse().unwrap_or_default();
    if value != 0.0 && (exponent < -4 || exponent >= large) {
        let sign = if exponent < 0 { '-' } else { '+' };
        format!("{digits}e{sign}{:02}", exponent.abs())
    } else {
        format!("{value}")
    }
}

/// Text in quotes as `%q` prints it.
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
            _ if is_printable(it) => quoted.push(it),
            _ => escape(&mut quoted, it),
        }
    }
    quoted.push('"');
    quoted
}

fn escape(quoted: &mut String, it: char) {
    let code = u32::from(it);
    let _ = match code {
        0..0x80 => write!(quoted, "\\x{code:02x}"),
        0x80..0x1_0000 => write!(quoted, "\\u{code:04x}"),
        _ => write!(quoted, "\\U{code:08x}"),
    };
}

/// What Go's `unicode.IsPrint` says, for the characters that turn up: no controls, no format characters, no odd spaces.
fn is_printable(it: char) -> bool {
    let odd_space = it != ' ' && it.is_whitespace();
    let format = matches!(it, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e000}'..='\u{f8ff}' | '\u{fffe}'..='\u{ffff}');
    !it.is_control() && !odd_space && !format
}

/// `2001-01-01T00:00:00Z` as a Go time prints itself: `2001-01-01 00:00:00 +0000 UTC`.
fn time_plain(rfc3339: &str) -> String {
    let (date, clock) = rfc3339.split_once('T').unwrap_or((rfc3339, ""));
    if let Some(clock) = clock.strip_suffix('Z') {
        return format!("{date} {clock} +0000 UTC");
    }
    let split = clock.rfind(['+', '-']).unwrap_or(clock.len());
    let (clock, zone) = clock.split_at(split);
    let zone = zone.replace(':', "");
    format!("{date} {clock} {zone} {zone}")
}

/// A time as RFC 3339, or `None` for a day or an hour that does not exist; `fraction` holds the digits behind the point.
pub fn time_of(date: (u32, u32, u32), clock: (u32, u32, u32), fraction: &str, zone: &str) -> Option<Arc<str>> {
    let ((year, month, day), (hour, minute, second)) = (date, clock);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if !(1..=days).contains(&day) || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let fraction = fraction.get(..fraction.len().min(9)).unwrap_or_default().trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    Some(Arc::from(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{point}{fraction}{zone}")))
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `2001-01-01T00:00:00Z` as the Go expression that makes it.
fn time_source(rfc3339: &str) -> String {
    let numbers: Vec<&str> = rfc3339.split(|it: char| !it.is_ascii_digit()).collect();
    let number = |at: usize| numbers.get(at).and_then(|it| it.parse::<usize>().ok()).unwrap_or_default();
    let month = MONTHS.get(number(1).wrapping_sub(1)).copied().unwrap_or_default();
    let nanoseconds =
        if rfc3339.contains('.') { format!("{:0<9}", numbers.get(6).unwrap_or(&"")) } else { String::new() };
    let nanoseconds = nanoseconds.parse::<usize>().unwrap_or_default();
    format!(
        "time.Date({}, time.{month}, {}, {}, {}, {}, {nanoseconds}, time.UTC)",
        number(0),
        number(2),
        number(3),
        number(4),
        number(5)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_as_go_prints_them() {
        for (value, expected) in [
            (1.0, "1"),
            (1.1, "1.1"),
            (1e6, "1e+06"),
            (1e20, "1e+20"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (-0.0, "-0"),
        ] {
            assert_eq!(float(value, 6), expected);
        }
    }

    #[test]
    fn text_in_quotes() {
        assert_eq!(quote("a\"\\\n\u{feff}ñ"), "\"a\\\"\\\\\\n\\ufeffñ\"");
    }

    #[test]
    fn a_time_in_both_ways() {
        let time = Data::Time(Arc::from("2001-01-02T03:04:05Z"));
        assert_eq!(plain(&time), "2001-01-02 03:04:05 +0000 UTC");
        assert_eq!(source(&time), "time.Date(2001, time.January, 2, 3, 4, 5, 0, time.UTC)");
    }
}
