//! Casts: attributes that are numbers or booleans become so when they are written as text, because a variable is always
//! text. Compose does this while it interpolates, so that the schema sees the number.

use crate::compose::go_format::quote;
use crate::compose::pattern::matches;
use crate::compose::value::Data;
use std::sync::Arc;

/// What a text becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cast {
    /// A whole number, read by Go's `Atoi`.
    Int,
    /// A whole number, read by Go's `ParseInt`.
    Int64,
    /// A number.
    Float,
    /// A number of 32 bits.
    Float32,
    /// `true` or `false`, with the other words of YAML 1.1.
    Bool,
}

/// Attributes of anything that runs a container: services, jobs, `pre_start` hooks.
const CONTAINER: [(&str, Cast); 19] = [
    ("cpu_count", Cast::Int64),
    ("cpu_percent", Cast::Float),
    ("cpu_period", Cast::Int64),
    ("cpu_quota", Cast::Int64),
    ("cpu_rt_period", Cast::Int64),
    ("cpu_rt_runtime", Cast::Int64),
    ("cpus", Cast::Float32),
    ("cpu_shares", Cast::Int64),
    ("init", Cast::Bool),
    ("oom_kill_disable", Cast::Bool),
    ("oom_score_adj", Cast::Int64),
    ("pids_limit", Cast::Int64),
    ("privileged", Cast::Bool),
    ("read_only", Cast::Bool),
    ("ulimits.*", Cast::Int),
    ("ulimits.*.hard", Cast::Int),
    ("ulimits.*.soft", Cast::Int),
    ("volumes.[].read_only", Cast::Bool),
    ("volumes.[].volume.nocopy", Cast::Bool),
];

/// Attributes of services and jobs.
const WORKLOAD: [(&str, Cast); 7] = [
    ("depends_on.*.required", Cast::Bool),
    ("depends_on.*.restart", Cast::Bool),
    ("healthcheck.retries", Cast::Int),
    ("healthcheck.disable", Cast::Bool),
    ("ports.[].target", Cast::Int),
    ("stdin_open", Cast::Bool),
    ("tty", Cast::Bool),
];

/// Attributes of services alone.
const SERVICE: [(&str, Cast); 8] = [
    ("deploy.replicas", Cast::Int),
    ("deploy.update_config.parallelism", Cast::Int),
    ("deploy.update_config.max_failure_ratio", Cast::Float),
    ("deploy.rollback_config.parallelism", Cast::Int),
    ("deploy.rollback_config.max_failure_ratio", Cast::Float),
    ("deploy.restart_policy.max_attempts", Cast::Int),
    ("deploy.placement.max_replicas_per_node", Cast::Int),
    ("scale", Cast::Int),
];

/// Attributes of top-level resources.
const RESOURCE: [(&str, Cast); 8] = [
    ("networks.*.external", Cast::Bool),
    ("networks.*.internal", Cast::Bool),
    ("networks.*.attachable", Cast::Bool),
    ("networks.*.enable_ipv4", Cast::Bool),
    ("networks.*.enable_ipv6", Cast::Bool),
    ("volumes.*.external", Cast::Bool),
    ("secrets.*.external", Cast::Bool),
    ("configs.*.external", Cast::Bool),
];

/// The cast at `path`, where a list's item is `[]`.
pub fn cast_at(path: &str) -> Option<Cast> {
    let find = |rows: &[(&str, Cast)], path: &str| rows.iter().find(|it| matches(path, it.0)).map(|it| it.1);
    let section = path.split('.').next().unwrap_or_default();
    let inside = path.splitn(3, '.').nth(2)?;
    match section {
        "services" => {
            let hook = inside.strip_prefix("pre_start.[].").and_then(|it| find(&CONTAINER, it));
            hook.or_else(|| find(&CONTAINER, inside))
                .or_else(|| find(&WORKLOAD, inside))
                .or_else(|| find(&SERVICE, inside))
        }
        "jobs" => find(&CONTAINER, inside).or_else(|| find(&WORKLOAD, inside)),
        _ => find(&RESOURCE, path),
    }
}

impl Cast {
    /// `text` as this type, or Go's words about it; `warn` hears of booleans that YAML 1.2 does not know.
    pub fn apply(self, text: &str, warn: &mut dyn FnMut(String)) -> Result<Data, String> {
        match self {
            Self::Int => integer(text, "Atoi"),
            Self::Int64 => integer(text, "ParseInt"),
            Self::Float => float(text).map(Data::Float),
            Self::Float32 => float(text).and_then(|it| to_f32(it, text)).map(Data::Float),
            Self::Bool => boolean(text, warn),
        }
    }
}

fn integer(text: &str, function: &str) -> Result<Data, String> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|it| it.is_ascii_digit()) {
        return Err(format!("strconv.{function}: parsing {}: invalid syntax", quote(text)));
    }
    let range = || format!("strconv.{function}: parsing {}: value out of range", quote(text));
    text.parse::<i64>().map(Data::Int).map_err(|_| range())
}

/// Go's `ParseFloat`: decimal, hexadecimal with a `p`, `inf` and `nan` in any case, underscores only behind a prefix.
pub fn float(text: &str) -> Result<f64, String> {
    let invalid = || format!("strconv.ParseFloat: parsing {}: invalid syntax", quote(text));
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if let Some(digits) = unsigned.strip_prefix("0x").or_else(|| unsigned.strip_prefix("0X")) {
        let value = hexadecimal(digits).ok_or_else(invalid)?;
        return Ok(if text.starts_with('-') { -value } else { value });
    }
    let word = matches!(unsigned.to_ascii_lowercase().as_str(), "inf" | "infinity");
    let nan = text.eq_ignore_ascii_case("nan");
    let plain = if underscores_fit(unsigned) { unsigned.replace('_', "") } else { unsigned.to_owned() };
    let numeric = plain.bytes().all(|it| it.is_ascii_digit() || matches!(it, b'.' | b'e' | b'E' | b'+' | b'-'));
    if !(word || nan || numeric) {
        return Err(invalid());
    }
    let value: f64 = plain.parse().map_err(|_| invalid())?;
    let value = if text.starts_with('-') { -value } else { value };
    if value.is_infinite() && !word {
        return Err(format!("strconv.ParseFloat: parsing {}: value out of range", quote(text)));
    }
    Ok(value)
}

/// Whether every underscore stands between digits.
fn underscores_fit(text: &str) -> bool {
    let parts: Vec<&str> = text.split('_').collect();
    let ends = |it: &str| it.ends_with(|c: char| c.is_ascii_digit());
    let begins = |it: &str| it.starts_with(|c: char| c.is_ascii_digit());
    parts.windows(2).all(|pair| matches!(pair, [before, after] if ends(before) && begins(after)))
}

/// `1.8p3` as a number; the exponent is required.
fn hexadecimal(digits: &str) -> Option<f64> {
    let digits = digits.replace('_', "");
    let (mantissa, exponent) = digits.split_once(['p', 'P'])?;
    let exponent: i32 = exponent.parse().ok()?;
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let mut value = 0.0;
    for digit in whole.chars().chain(fraction.chars()) {
        value = value * 16.0 + f64::from(digit.to_digit(16)?);
    }
    let shift = i32::try_from(fraction.len()).ok()?.checked_mul(4)?;
    Some(value * 2f64.powi(exponent.checked_sub(shift)?))
}

/// The nearest number of 32 bits, by its shortest decimal form, which is what Compose passes on.
#[allow(clippy::cast_possible_truncation)] // that is the purpose
fn to_f32(value: f64, text: &str) -> Result<f64, String> {
    let narrow = value as f32;
    if narrow.is_infinite() && value.is_finite() {
        return Err(format!("strconv.ParseFloat: parsing {}: value out of range", quote(text)));
    }
    Ok(narrow.to_string().parse().unwrap_or(value))
}

/// The booleans of YAML 1.1, as Compose takes them where the type is known.
pub fn boolean(text: &str, warn: &mut dyn FnMut(String)) -> Result<Data, String> {
    let (value, word) = match text.to_lowercase().as_str() {
        "true" => return Ok(Data::Bool(true)),
        "false" => return Ok(Data::Bool(false)),
        "y" | "yes" | "on" => (true, "true"),
        "n" | "no" | "off" => (false, "false"),
        _ => return Err(format!("invalid boolean: {text}")),
    };
    warn(format!("{} for boolean is not supported by YAML 1.2, please use `{word}`", quote(text)));
    Ok(Data::Bool(value))
}

/// `text` as a value of its own.
pub fn text(text: &str) -> Data {
    Data::Str(Arc::from(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_decides() {
        for (path, expected) in [
            ("services.a.init", Some(Cast::Bool)),
            ("services.a.ports.[].target", Some(Cast::Int)),
            ("services.a.pre_start.[].cpus", Some(Cast::Float32)),
            ("jobs.a.scale", None),
            ("volumes.v.external", Some(Cast::Bool)),
            ("services.a.image", None),
            ("name", None),
        ] {
            assert_eq!(cast_at(path), expected, "{path}");
        }
    }

    #[test]
    fn numbers_in_the_words_of_go() {
        let mut silent = |_| {};
        assert_eq!(Cast::Int.apply("+7", &mut silent), Ok(Data::Int(7)));
        assert_eq!(Cast::Float32.apply("0.1", &mut silent), Ok(Data::Float(0.1)));
        assert_eq!(Cast::Float.apply("0x1p-2", &mut silent), Ok(Data::Float(0.25)));
        let error = Cast::Int.apply("0x1", &mut silent).unwrap_err();
        assert_eq!(error, "strconv.Atoi: parsing \"0x1\": invalid syntax");
        let error = Cast::Int64.apply("99999999999999999999", &mut silent).unwrap_err();
        assert_eq!(error, "strconv.ParseInt: parsing \"99999999999999999999\": value out of range");
    }

    #[test]
    fn old_booleans_are_warned_of() {
        let mut warnings = Vec::new();
        assert_eq!(Cast::Bool.apply("Yes", &mut |it| warnings.push(it)), Ok(Data::Bool(true)));
        assert_eq!(warnings, ["\"Yes\" for boolean is not supported by YAML 1.2, please use `true`"]);
    }
}
