//! What a scalar of a compose file means: go-yaml's own resolution, a mixture of YAML 1.1 and 1.2 (`0644` is octal,
//! `yes` is text, `1_000` is a number, `2001-01-01` is a time).

use crate::compose::go_format::time_of;
use crate::compose::value::Data;
use crate::syntax::yaml::node::{Node, NodeKind, ScalarStyle};
use std::sync::Arc;

/// Prefix of the tags that YAML itself defines.
const LONG: &str = "tag:yaml.org,2002:";

/// `tag:yaml.org,2002:str` as `!!str`; any other tag as it is.
pub fn short_tag(tag: &str) -> String {
    tag.strip_prefix(LONG).map_or_else(|| tag.to_owned(), |name| format!("!!{name}"))
}

/// The tag of `node` in its short form: what is written, or what the value resolves to.
pub fn tag_of(node: &Node) -> String {
    if let Some(tag) = node.tag.as_ref().filter(|it| !it.value.is_empty()) {
        return short_tag(&tag.value);
    }
    match &node.kind {
        NodeKind::Sequence { .. } => "!!seq".to_owned(),
        NodeKind::Mapping { .. } => "!!map".to_owned(),
        NodeKind::Scalar { style: ScalarStyle::Plain, value } => resolve(value).0.to_owned(),
        _ => "!!str".to_owned(),
    }
}

/// Why a scalar cannot be what its tag says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// The words of go-yaml's resolver, which knows no place.
    Resolver(String),
    /// The words of its constructor.
    Constructor(String),
}

/// The value of a scalar node.
pub fn value(style: ScalarStyle, text: &str, tag: Option<&str>) -> Result<Data, Misfit> {
    let tag = tag.map(short_tag).unwrap_or_default();
    let quoted = style != ScalarStyle::Plain;
    match tag.as_str() {
        "" if quoted => Ok(string(text)),
        "" => Ok(resolve(text).1),
        "!!binary" => binary(text),
        "!!bool" | "!!int" | "!!float" | "!!null" | "!!timestamp" => typed(text, &tag),
        _ => Ok(string(text)),
    }
}

fn typed(text: &str, tag: &str) -> Result<Data, Misfit> {
    let (found, data) = resolve(text);
    match data {
        _ if found == tag => Ok(data),
        #[allow(clippy::cast_precision_loss)] // go-yaml loses it too
        Data::Int(it) if tag == "!!float" => Ok(Data::Float(it as f64)),
        _ => Err(Misfit::Resolver(format!("cannot construct {found} `{text}` as a {tag}"))),
    }
}

fn string(text: &str) -> Data {
    Data::Str(Arc::from(text))
}

/// The short tag and value of a plain scalar.
fn resolve(text: &str) -> (&'static str, Data) {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return ("!!null", Data::Null),
        "true" | "True" | "TRUE" => return ("!!bool", Data::Bool(true)),
        "false" | "False" | "FALSE" => return ("!!bool", Data::Bool(false)),
        ".nan" | ".NaN" | ".NAN" => return ("!!float", Data::Float(f64::NAN)),
        ".inf" | ".Inf" | ".INF" | "+.inf" | "+.Inf" | "+.INF" => return ("!!float", Data::Float(f64::INFINITY)),
        "-.inf" | "-.Inf" | "-.INF" => return ("!!float", Data::Float(f64::NEG_INFINITY)),
        "-0" | "-0.0" => return ("!!float", Data::Float(-0.0)),
        "<<" => return ("!!merge", string(text)),
        _ => {}
    }
    let number = match text.as_bytes().first() {
        Some(b'0'..=b'9' | b'+' | b'-') => time(text).or_else(|| number(text)),
        Some(b'.') if separates_digits(text) => decimal(&text.replace('_', "")).map(Data::Float),
        _ => None,
    };
    match number {
        Some(data @ (Data::Int(_) | Data::Uint(_))) => ("!!int", data),
        Some(data @ Data::Float(_)) => ("!!float", data),
        Some(data @ Data::Time(_)) => ("!!timestamp", data),
        _ => ("!!str", string(text)),
    }
}

/// Behind a leading point an underscore stands between digits only; elsewhere it may stand anywhere.
fn separates_digits(text: &str) -> bool {
    let digit = |it: Option<u8>| it.is_some_and(|byte| byte.is_ascii_digit());
    let mut seams = text.split('_').zip(text.split('_').skip(1));
    seams.all(|(before, behind)| digit(before.bytes().next_back()) && digit(behind.bytes().next()))
}

fn number(text: &str) -> Option<Data> {
    let text = text.replace('_', "");
    integer(&text).or_else(|| decimal(&text).map(Data::Float))
}

/// A whole number in Go's base 0: `0x`, `0o`, `0b`, a leading 0 for octal.
fn integer(text: &str) -> Option<Data> {
    let (negative, digits) = match text.as_bytes().first()? {
        b'-' => (true, text.get(1..)?),
        b'+' => (false, text.get(1..)?),
        _ => (false, text),
    };
    let (radix, digits) = base(digits);
    if digits.is_empty() || !digits.bytes().all(|it| it.is_ascii_alphanumeric()) {
        return None;
    }
    let magnitude = u64::from_str_radix(digits, radix).ok()?;
    if negative {
        return 0i64.checked_sub_unsigned(magnitude).map(Data::Int);
    }
    match i64::try_from(magnitude) {
        Ok(it) => Some(Data::Int(it)),
        Err(_) if text.starts_with('+') => None,
        Err(_) => Some(Data::Uint(magnitude)),
    }
}

fn base(digits: &str) -> (u32, &str) {
    for (prefixes, radix) in [(["0x", "0X"], 16), (["0o", "0O"], 8), (["0b", "0B"], 2)] {
        if let Some(rest) = prefixes.iter().find_map(|it| digits.strip_prefix(it)) {
            return (radix, rest);
        }
    }
    match digits.strip_prefix('0') {
        Some(rest) if !rest.is_empty() => (8, rest),
        _ => (10, digits),
    }
}

/// `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?` as a float; `None` where it is too large for one.
fn decimal(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).map_or((unsigned, None), |(m, e)| (m, Some(e)));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all_digits = |it: &str| it.bytes().all(|digit| digit.is_ascii_digit());
    let exponent_fits = exponent.is_none_or(|it| {
        let digits = it.strip_prefix(['-', '+']).unwrap_or(it);
        !digits.is_empty() && all_digits(digits)
    });
    let fits = all_digits(whole) && all_digits(fraction) && !(whole.is_empty() && fraction.is_empty());
    if !(fits && exponent_fits) {
        return None;
    }
    text.parse::<f64>().ok().filter(|it| it.is_finite())
}

/// The four layouts of go-yaml: `2006-1-2T15:4:5.999Z07:00`, the same with `t` or a space before the clock, and the date
/// alone; with a space, no zone at all is a zone too.
fn time(text: &str) -> Option<Data> {
    let date_len = text.find(['T', 't', ' ']).unwrap_or(text.len());
    let (date, clock) = text.split_at_checked(date_len)?;
    let mut date = date.split('-');
    let (year, month, day) = (date.next()?, date.next()?, date.next()?);
    let two = |it: &str| (1..=2).contains(&it.len()) && it.bytes().all(|digit| digit.is_ascii_digit());
    if date.next().is_some()
        || year.len() != 4
        || !year.bytes().all(|it| it.is_ascii_digit())
        || !two(month)
        || !two(day)
    {
        return None;
    }
    let date = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    if clock.is_empty() {
        return time_of(date, (0, 0, 0), "", "Z").map(Data::Time);
    }
    let spaced = clock.starts_with(' ');
    let clock = clock.get(1..)?;
    let (clock, zone) = split_zone(if spaced { clock.trim_start_matches(' ') } else { clock }, spaced)?;
    let (clock, fraction) = clock.split_once(['.', ',']).unwrap_or((clock, "0"));
    let mut parts = clock.split(':');
    let (hour, minute, second) = (parts.next()?, parts.next()?, parts.next()?);
    let fraction_fits = !fraction.is_empty() && fraction.bytes().all(|it| it.is_ascii_digit());
    if parts.next().is_some() || !two(hour) || !two(minute) || !two(second) || !fraction_fits {
        return None;
    }
    time_of(date, (hour.parse().ok()?, minute.parse().ok()?, second.parse().ok()?), fraction, &zone).map(Data::Time)
}

/// The clock and the zone in its RFC 3339 form.
fn split_zone(clock: &str, spaced: bool) -> Option<(&str, String)> {
    if spaced {
        return (!clock.contains(['Z', '+', '-'])).then(|| (clock, "Z".to_owned()));
    }
    if let Some(clock) = clock.strip_suffix('Z') {
        return Some((clock, "Z".to_owned()));
    }
    let at = clock.rfind(['+', '-'])?;
    let (clock, zone) = clock.split_at_checked(at)?;
    let (hours, minutes) = zone.get(1..)?.split_once(':')?;
    let two = |it: &str| it.parse::<u32>().ok().filter(|_| it.len() == 2 && !it.starts_with('+'));
    let (hours, minutes) = (two(hours).filter(|it| *it <= 24)?, two(minutes).filter(|it| *it <= 60)?);
    let sign = zone.get(..1)?;
    let zone = match hours * 60 + minutes {
        0 => "Z".to_owned(),
        total => format!("{sign}{:02}:{:02}", total / 60, total % 60),
    };
    Some((clock, zone))
}

fn binary(text: &str) -> Result<Data, Misfit> {
    let bytes =
        base64(text).ok_or_else(|| Misfit::Constructor("!!binary value contains invalid base64 data".into()))?;
    Ok(string(&String::from_utf8_lossy(&bytes)))
}

/// Standard base 64 with padding, line breaks anywhere.
fn base64(text: &str) -> Option<Vec<u8>> {
    let symbols: Vec<u8> = text.bytes().filter(|it| !matches!(it, b'\r' | b'\n')).collect();
    if !symbols.len().is_multiple_of(4) {
        return None;
    }
    let padding = symbols.iter().rev().take_while(|it| **it == b'=').count();
    let body = symbols.get(..symbols.len() - padding)?;
    let mut bits = 0u32;
    let mut bytes = Vec::with_capacity(symbols.len() / 4 * 3);
    for (at, symbol) in body.iter().enumerate() {
        bits = bits << 6 | digit64(*symbol)?;
        if at % 4 == 3 {
            bytes.extend(bits.to_be_bytes().get(1..4)?);
            bits = 0;
        }
    }
    match padding {
        0 => {}
        1 => bytes.extend((bits << 6).to_be_bytes().get(1..3)?),
        2 => bytes.extend((bits << 12).to_be_bytes().get(1..2)?),
        _ => return None,
    }
    Some(bytes)
}

fn digit64(symbol: u8) -> Option<u32> {
    let value = match symbol {
        b'A'..=b'Z' => symbol - b'A',
        b'a'..=b'z' => symbol - b'a' + 26,
        b'0'..=b'9' => symbol - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    };
    Some(u32::from(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Data {
        value(ScalarStyle::Plain, text, None).unwrap()
    }

    #[test]
    fn numbers_as_go_yaml_reads_them() {
        for (text, expected) in [
            ("0644", 420),
            ("0o644", 420),
            ("0x1F", 31),
            ("0b11", 3),
            ("1_000", 1000),
            ("+7", 7),
            ("-0b11", -3),
            ("0", 0),
        ] {
            assert_eq!(plain(text), Data::Int(expected), "{text}");
        }
        assert_eq!(plain("18446744073709551615"), Data::Uint(u64::MAX));
        for (text, expected) in [("08", 8.0), ("1.10", 1.1), (".5", 0.5), (".5_5", 0.55), ("5.", 5.0), ("1e3", 1000.0)]
        {
            assert_eq!(plain(text), Data::Float(expected), "{text}");
        }
    }

    #[test]
    fn what_stays_text() {
        for text in [
            "yes",
            "on",
            "22:22",
            "1e400",
            "0x",
            "0o9",
            "1.2.3",
            ".",
            "-",
            "._1",
            "2001-1",
            "2001-02-30",
            "2001-01-01 01:02:03.",
            ".5_",
        ] {
            assert_eq!(plain(text), string(text), "{text}");
        }
    }

    #[test]
    fn times() {
        for (text, expected) in [
            ("2001-01-01", "2001-01-01T00:00:00Z"),
            ("2001-12-14t21:59:43.10-05:00", "2001-12-14T21:59:43.1-05:00"),
            ("2001-12-14 21:59:43", "2001-12-14T21:59:43Z"),
            ("2001-01-01  1:2:3,50", "2001-01-01T01:02:03.5Z"),
            ("2001-01-01T01:02:03-00:00", "2001-01-01T01:02:03Z"),
            ("2001-01-01T01:02:03+05:60", "2001-01-01T01:02:03+06:00"),
        ] {
            assert_eq!(plain(text), Data::Time(Arc::from(expected)), "{text}");
        }
    }

    #[test]
    fn tags_that_do_not_fit() {
        let misfit = value(ScalarStyle::Plain, "yes", Some("tag:yaml.org,2002:bool"));
        assert_eq!(misfit, Err(Misfit::Resolver("cannot construct !!str `yes` as a !!bool".into())));
        assert_eq!(value(ScalarStyle::Plain, "aGk=", Some("!!binary")), Ok(string("hi")));
        assert!(value(ScalarStyle::Plain, "a", Some("!!binary")).is_err());
    }
}
