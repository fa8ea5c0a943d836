//! Numbers as Go reads and prints them: Docker Compose casts, compares and prints with these rules, and quotes their
//! errors.

/// Why Go refuses a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// Not a number.
    Syntax,
    /// A number that does not fit.
    Range,
}

impl NumberError {
    /// Go's words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Syntax => "invalid syntax",
            Self::Range => "value out of range",
        }
    }
}

/// `strconv.ParseInt(text, 10, 64)`.
pub fn parse_int(text: &str) -> Result<i64, NumberError> {
    parse_radix(text, 10)
}

/// `strconv.ParseInt(text, radix, 64)` for a fixed radix.
pub fn parse_radix(text: &str, radix: u32) -> Result<i64, NumberError> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.chars().all(|it| it.is_digit(radix)) {
        return Err(NumberError::Syntax);
    }
    i64::from_str_radix(text, radix).map_err(|_| NumberError::Range)
}

/// `strconv.ParseFloat(text, 64)`: decimal and hexadecimal, underscores between digits, `inf`, `nan`.
pub fn parse_float(text: &str) -> Result<f64, NumberError> {
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let magnitude = match rest.to_ascii_lowercase().as_str() {
        "inf" | "infinity" => f64::INFINITY,
        "nan" if rest.len() == text.len() => f64::NAN,
        lower => match lower.strip_prefix("0x") {
            Some(hex) => hexadecimal(hex)?,
            None => decimal(lower)?,
        },
    };
    Ok(if negative { -magnitude } else { magnitude })
}

fn decimal(text: &str) -> Result<f64, NumberError> {
    let (mantissa, exponent) = text.split_once('e').map_or((text, None), |(m, e)| (m, Some(e)));
    let plain = without_underscores(text, false).ok_or(NumberError::Syntax)?;
    let digits = mantissa.chars().filter(char::is_ascii_digit).count();
    let dots = mantissa.chars().filter(|it| *it == '.').count();
    let known = mantissa.chars().all(|it| it.is_ascii_digit() || it == '.' || it == '_');
    if digits == 0 || dots > 1 || !known || !exponent.is_none_or(is_exponent) {
        return Err(NumberError::Syntax);
    }
    let value: f64 = plain.parse().map_err(|_| NumberError::Syntax)?;
    if value.is_infinite() { Err(NumberError::Range) } else { Ok(value) }
}

fn is_exponent(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    digits.starts_with(|it: char| it.is_ascii_digit()) && digits.chars().all(|it| it.is_ascii_digit() || it == '_')
}

/// The text behind `0x`: a hexadecimal mantissa and a binary exponent, which Go demands.
fn hexadecimal(text: &str) -> Result<f64, NumberError> {
    let plain = without_underscores(text, true).ok_or(NumberError::Syntax)?;
    let (mantissa, exponent) = plain.split_once('p').ok_or(NumberError::Syntax)?;
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if whole.len() + fraction.len() == 0 || !is_exponent(exponent) {
        return Err(NumberError::Syntax);
    }
    let mut value = 0.0_f64;
    for digit in whole.chars().chain(fraction.chars()) {
        value = value * 16.0 + f64::from(digit.to_digit(16).ok_or(NumberError::Syntax)?);
    }
    let shift = exponent.parse::<i32>().map_err(|_| NumberError::Range)?;
    let places = i32::try_from(fraction.len()).map_err(|_| NumberError::Range)?;
    let value = value * 2.0_f64.powi(shift.saturating_sub(places.saturating_mul(4)));
    if value.is_infinite() { Err(NumberError::Range) } else { Ok(value) }
}

/// `text` without underscores, `None` where one does not stand between two digits (or behind a base prefix).
fn without_underscores(text: &str, after_prefix: bool) -> Option<String> {
    let mut before = if after_prefix { '0' } else { ' ' };
    let mut result = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(it) = characters.next() {
        if it == '_' {
            let after = characters.peek().copied().unwrap_or(' ');
            if !before.is_ascii_hexdigit() || !after.is_ascii_hexdigit() {
                return None;
            }
        } else {
            result.push(it);
        }
        before = it;
    }
    Some(result)
}

/// How Go's `%v` prints a float of 64 bits: shortest, with an exponent below 1e-4 and from 1e6 on.
pub fn print_float(value: f64) -> String {
    shortest(value, &format!("{value:e}"), -4, 6)
}

/// How Go's encoder for YAML prints a float of 64 bits: shortest, as `%v` does.
pub fn yaml_float(value: f64) -> String {
    if value.is_nan() {
        return ".nan".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { ".inf" } else { "-.inf" }.to_owned();
    }
    shortest(value, &format!("{value:e}"), -4, 6)
}

/// How Go's encoder for JSON prints a float; `None` for what JSON cannot say.
pub fn json_float(value: f64) -> Option<String> {
    if !value.is_finite() {
        return None;
    }
    let printed = shortest(value, &format!("{value:e}"), -6, 21);
    // encoding/json writes e-9, not e-09.
    let exponent = printed.find("e-0").map(|at| at + 2);
    Some(exponent.map_or(printed.clone(), |at| format!("{}{}", &printed[..at], &printed[at + 1..])))
}

/// `digits` (as `1.5e3`) without an exponent where that lies in `low..high`, otherwise with one of two digits.
fn shortest(value: f64, digits: &str, low: i32, high: i32) -> String {
    if value.is_nan() {
        return "NaN".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "+Inf" } else { "-Inf" }.to_owned();
    }
    let (mantissa, exponent) = digits.split_once('e').unwrap_or((digits, "0"));
    let exponent: i32 = exponent.parse().unwrap_or_default();
    if exponent < low || exponent >= high {
        let sign = if exponent < 0 { '-' } else { '+' };
        return format!("{mantissa}e{sign}{:02}", exponent.abs());
    }
    positional(mantissa, exponent)
}

/// `1.5` and `3` as `1500`.
fn positional(mantissa: &str, exponent: i32) -> String {
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |it| ("-", it));
    let digits = mantissa.replace('.', "");
    let point = usize::try_from(exponent + 1);
    match point {
        Ok(0) | Err(_) => {
            let zeros = "0".repeat(usize::try_from(-exponent - 1).unwrap_or_default());
            format!("{sign}0.{zeros}{digits}")
        }
        Ok(point) if point >= digits.len() => format!("{sign}{digits}{}", "0".repeat(point - digits.len())),
        Ok(point) => format!("{sign}{}.{}", &digits[..point], &digits[point..]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers() {
        assert_eq!(parse_int("+12"), Ok(12));
        assert_eq!(parse_radix("0644", 8), Ok(420));
        assert_eq!(parse_int("1_0"), Err(NumberError::Syntax));
        assert_eq!(parse_int("99999999999999999999"), Err(NumberError::Range));
    }

    #[test]
    fn floats_are_read_as_go_does() {
        for (text, value) in
            [("1_0", 10.0), ("0x1p4", 16.0), ("0x_1.8p0", 1.5), ("1.", 1.0), (".5", 0.5), ("1e3", 1000.0)]
        {
            assert_eq!(parse_float(text), Ok(value), "{text}");
        }
        for text in ["", ".", "1__0", "_1", "0o17", "0x10", "1e", "1 ", "infinit"] {
            assert_eq!(parse_float(text), Err(NumberError::Syntax), "{text}");
        }
        assert_eq!(parse_float("1e400"), Err(NumberError::Range));
        assert!(parse_float("-Inf").unwrap().is_infinite());
    }

    #[test]
    fn floats_are_printed_as_go_does() {
        let rows = [(1e6, "1e+06"), (1.0, "1"), (0.0001, "0.0001"), (0.00001, "1e-05"), (-1.5, "-1.5"), (0.0, "0")];
        for (value, text) in rows.into_iter().chain([(123_456.0, "123456"), (1_234_567.0, "1.234567e+06")]) {
            assert_eq!(print_float(value), text);
        }
        assert_eq!(json_float(1e20).unwrap(), "100000000000000000000");
        assert_eq!(json_float(0.1).unwrap(), "0.1");
        assert_eq!(json_float(1e-9).unwrap(), "1e-9");
        assert_eq!(json_float(f64::NAN), None);
    }
}
