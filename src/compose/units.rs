//! Durations and byte sizes: `1m30s`, `1.5gb`. Read and printed as the Go libraries of Docker Compose do, with their
//! messages.

use crate::compose::go_number::{parse_float, parse_int};

/// Nanoseconds of the units, in the order in which messages do not matter.
const UNITS: [(&str, u64); 10] = [
    ("ns", 1),
    ("us", 1_000),
    ("µs", 1_000),
    ("μs", 1_000),
    ("ms", 1_000_000),
    ("s", 1_000_000_000),
    ("m", 60_000_000_000),
    ("h", 3_600_000_000_000),
    ("d", 86_400_000_000_000),
    ("w", 604_800_000_000_000),
];

/// One above the longest duration.
const LIMIT: u64 = 1 << 63;

/// Reads a duration in nanoseconds; an error in Compose's words.
pub fn parse_duration(text: &str) -> Result<i64, String> {
    let invalid = || format!("time: invalid duration {}", quote_duration(text));
    let (negative, mut rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if rest == "0" {
        return Ok(0);
    }
    if rest.is_empty() {
        return Err(invalid());
    }
    let mut total = 0_u64;
    while !rest.is_empty() {
        let (part, behind) = duration_part(text, rest)?;
        total = total.checked_add(part).filter(|it| *it <= LIMIT).ok_or_else(invalid)?;
        rest = behind;
    }
    match (negative, total) {
        (true, LIMIT) => Ok(i64::MIN),
        (true, _) => i64::try_from(total).map(|it| -it).map_err(|_| invalid()),
        (false, _) => i64::try_from(total).map_err(|_| invalid()),
    }
}

/// One number with its unit at the start of `rest`, and what is behind it.
fn duration_part<'a>(text: &str, rest: &'a str) -> Result<(u64, &'a str), String> {
    let invalid = || format!("time: invalid duration {}", quote_duration(text));
    let number_end = rest.find(|it: char| !it.is_ascii_digit() && it != '.').unwrap_or(rest.len());
    let (number, behind) = rest.split_at(number_end);
    let (whole, tail) = number.split_once('.').map_or((number, None), |(whole, tail)| (whole, Some(tail)));
    let fraction = tail.unwrap_or_default();
    if whole.is_empty() && fraction.is_empty() {
        return Err(invalid());
    }
    if fraction.contains('.') {
        return Err(format!("time: missing unit in duration {}", quote_duration(text)));
    }
    let unit_end = behind.find(|it: char| it.is_ascii_digit() || it == '.').unwrap_or(behind.len());
    let (name, behind) = behind.split_at(unit_end);
    let value: u64 = if whole.is_empty() { 0 } else { whole.parse().map_err(|_| invalid())? };
    if value > LIMIT {
        return Err(invalid());
    }
    if name.is_empty() {
        return Err(format!("time: missing unit in duration {}", quote_duration(text)));
    }
    let unit = UNITS.iter().find(|(it, _)| *it == name).map(|(_, unit)| *unit);
    let unit = unit
        .ok_or_else(|| format!("time: unknown unit {} in duration {}", quote_duration(name), quote_duration(text)))?;
    let nanos = value.checked_mul(unit).filter(|it| *it <= LIMIT).ok_or_else(invalid)?;
    Ok((nanos.saturating_add(fraction_nanos(fraction, unit)), behind))
}

#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss, clippy::cast_sign_loss)]
fn fraction_nanos(fraction: &str, unit: u64) -> u64 {
    // Digits beyond what fits are dropped, as Go does.
    let kept: String = fraction.chars().take(18).collect();
    let value: u64 = kept.parse().unwrap_or_default();
    let scale = 10_f64.powi(i32::try_from(kept.len()).unwrap_or_default());
    (value as f64 * (unit as f64 / scale)) as u64
}

/// The library's own quoting: nothing is escaped.
fn quote_duration(text: &str) -> String {
    format!("\"{text}\"")
}

/// Prints nanoseconds as Go does: `1h0m0.5s`, `1.5ms`, `0s`.
pub fn print_duration(nanos: i64) -> String {
    let sign = if nanos < 0 { "-" } else { "" };
    let magnitude = nanos.unsigned_abs();
    let small = [("ns", 1), ("µs", 1_000), ("ms", 1_000_000)];
    if magnitude == 0 {
        return "0s".to_owned();
    }
    if magnitude < 1_000_000_000 {
        let unit = small.into_iter().rev().find(|(_, unit)| magnitude >= *unit).unwrap_or(("ns", 1));
        return format!("{sign}{}{}", fixed(magnitude, unit.1), unit.0);
    }
    let (minutes, rest) = (magnitude / 60_000_000_000, magnitude % 60_000_000_000);
    let seconds = fixed(rest, 1_000_000_000);
    match (minutes / 60, minutes % 60) {
        (0, 0) => format!("{sign}{seconds}s"),
        (0, minutes) => format!("{sign}{minutes}m{seconds}s"),
        (hours, minutes) => format!("{sign}{hours}h{minutes}m{seconds}s"),
    }
}

/// `value / unit` without trailing zeros.
fn fixed(value: u64, unit: u64) -> String {
    let (whole, rest) = (value / unit, value % unit);
    if rest == 0 {
        return whole.to_string();
    }
    let digits = unit.ilog10() as usize;
    format!("{whole}.{}", format!("{rest:0digits$}").trim_end_matches('0'))
}

/// Reads a size in bytes: `512m`, `1.5 GiB`, units of 1024; an error in Compose's words.
pub fn parse_bytes(text: &str) -> Result<i64, String> {
    if let Ok(whole) = parse_int(text) {
        return Ok(whole);
    }
    let invalid = || format!("invalid size: '{text}'");
    let separator = text.rfind(|it: char| it.is_ascii_digit() || it == '.' || it == ' ').ok_or_else(invalid)?;
    let (before, suffix) = text.split_at(separator + 1);
    let number = before.strip_suffix(' ').unwrap_or(before);
    let size = parse_float(number).map_err(|it| {
        format!("strconv.ParseFloat: parsing {}: {}", crate::compose::go_format::quote(number), it.words())
    })?;
    if size < 0.0 {
        return Err(invalid());
    }
    Ok(truncate(size * multiplier(suffix)?))
}

#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)]
fn truncate(size: f64) -> i64 {
    // Go's conversion overflows to the smallest number.
    if size >= i64::MAX as f64 || size.is_nan() { i64::MIN } else { size as i64 }
}

fn multiplier(suffix: &str) -> Result<f64, String> {
    if suffix.len() > 3 {
        return Err(format!("invalid suffix: '{suffix}'"));
    }
    let suffix = suffix.to_lowercase();
    let bad = || format!("invalid suffix: '{suffix}'");
    let mut letters = suffix.chars();
    let Some(first) = letters.next() else { return Ok(1.0) };
    let rest = letters.as_str();
    if first == 'b' {
        return if rest.is_empty() { Ok(1.0) } else { Err(bad()) };
    }
    let power = "kmgtp".find(first).ok_or_else(bad)?;
    if !matches!(rest, "" | "b" | "ib") {
        return Err(bad());
    }
    Ok(1024_f64.powi(i32::try_from(power).unwrap_or_default() + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_round() {
        for (text, printed) in [
            ("1w2d3h", "219h0m0s"),
            ("90s", "1m30s"),
            ("1500ms", "1.5s"),
            ("1.5h", "1h30m0s"),
            ("-5s", "-5s"),
            ("1us", "1µs"),
            ("3600001ms", "1h0m0.001s"),
            ("0", "0s"),
            (".5s", "500ms"),
        ] {
            assert_eq!(parse_duration(text).map(print_duration).as_deref(), Ok(printed), "{text}");
        }
    }

    #[test]
    fn durations_that_are_none() {
        for (text, message) in [
            ("", "time: invalid duration \"\""),
            ("10", "time: missing unit in duration \"10\""),
            ("1x", "time: unknown unit \"x\" in duration \"1x\""),
            ("ñ", "time: invalid duration \"ñ\""),
        ] {
            assert_eq!(parse_duration(text), Err(message.to_owned()), "{text}");
        }
    }

    #[test]
    fn sizes() {
        for (text, bytes) in
            [("1 kb", 1024), ("1.5KiB", 1536), ("-5", -5), ("1_0", 10), ("3.5 b", 3), ("100000000000g", i64::MIN)]
        {
            assert_eq!(parse_bytes(text), Ok(bytes), "{text}");
        }
        for (text, message) in [
            ("inf", "invalid size: 'inf'"),
            ("-1k", "invalid size: '-1k'"),
            ("1KiBB", "invalid suffix: 'KiBB'"),
            ("1  k", "strconv.ParseFloat: parsing \"1 \": invalid syntax"),
        ] {
            assert_eq!(parse_bytes(text), Err(message.to_owned()), "{text}");
        }
    }
}
