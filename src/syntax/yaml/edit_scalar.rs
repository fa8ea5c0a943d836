//! Scalars as text: which words may stand without quotes, and how they are quoted. Careful rather than terse: words that
//! any YAML 1.1 reader takes for something else than text are quoted, for the file is read by others too.

use crate::syntax::yaml::node::ScalarStyle;
use std::fmt::Write as _;

/// Where a scalar stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// By indentation.
    Block,
    /// In brackets or braces.
    Flow,
}

/// Whether go-yaml reads these plain words as nothing.
pub fn is_null(words: &str) -> bool {
    matches!(words, "" | "~" | "null" | "Null" | "NULL")
}

/// Whether go-yaml reads these plain words as text.
pub fn is_string(words: &str) -> bool {
    let Some(first) = words.chars().next() else { return false };
    match first {
        '~' | 'n' | 'N' => !is_null(words),
        't' | 'T' | 'f' | 'F' => !is_truth(words),
        '<' => words != "<<",
        '0'..='9' | '+' | '-' | '.' => !is_number(words) && !is_time(words),
        _ => true,
    }
}

/// `words` as a scalar, in `style` where it can be and in the nearest that can elsewhere.
pub fn write_text(words: &str, style: ScalarStyle, place: Place) -> String {
    match style {
        ScalarStyle::Plain if plain_is_safe(words, place) => words.to_owned(),
        ScalarStyle::SingleQuoted if words.chars().all(is_printable) => format!("'{}'", words.replace('\'', "''")),
        _ => double_quoted(words),
    }
}

/// Whether these words mean themselves without quotes, to go-yaml and to YAML 1.1 readers.
pub fn plain_is_safe(words: &str, place: Place) -> bool {
    is_string(words) && !is_old_word(words) && !is_ports(words) && plain_can_stand(words, place)
}

/// Whether these words can stand without quotes at all, whatever they would mean.
pub fn plain_can_stand(words: &str, place: Place) -> bool {
    let Some(first) = words.chars().next() else { return false };
    let second = words.chars().nth(1);
    let start = match first {
        '-' | '?' | ':' => second.is_some_and(|it| !it.is_whitespace()) && place == Place::Block,
        ',' | '[' | ']' | '{' | '}' | '#' | '&' | '*' | '!' | '|' | '>' | '\'' | '"' | '%' | '@' | '`' => false,
        _ => true,
    };
    let inside = !words.contains(": ") && !words.contains(" #") && words.chars().all(is_printable);
    let edges = words.trim() == words && !words.ends_with(':');
    let marker = words.starts_with("---") || words.starts_with("...");
    let flow = place == Place::Flow && words.contains([',', '[', ']', '{', '}', '?']);
    start && inside && edges && !marker && !flow
}

/// Whether `words` can be a literal block scalar: more than one line, and nothing that only quotes can say.
pub fn literal_is_safe(words: &str) -> bool {
    let body = words.trim_end_matches('\n');
    let lines = words.contains('\n') && !body.is_empty() && !body.starts_with([' ', '\n', '\t']);
    lines && words.chars().all(|it| it == '\n' || is_printable(it) || it == '\t')
}

fn double_quoted(words: &str) -> String {
    let mut result = String::with_capacity(words.len() + 2);
    result.push('"');
    for it in words.chars() {
        match it {
            '"' => result.push_str("\\\""),
            '\\' => result.push_str("\\\\"),
            '\n' => result.push_str("\\n"),
            '\t' => result.push_str("\\t"),
            '\r' => result.push_str("\\r"),
            _ if is_printable(it) => result.push(it),
            _ => drop(write!(result, "\\U{:08x}", u32::from(it))),
        }
    }
    result.push('"');
    result
}

/// Characters that mean themselves on one line; the byte order mark and line separators do not.
fn is_printable(it: char) -> bool {
    !it.is_control() && !matches!(it, '\u{feff}' | '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}')
}

fn is_truth(words: &str) -> bool {
    matches!(words, "true" | "True" | "TRUE" | "false" | "False" | "FALSE")
}

/// Truth values and the default key of YAML 1.1, text to go-yaml.
fn is_old_word(words: &str) -> bool {
    let lower = words.to_ascii_lowercase();
    matches!(lower.as_str(), "y" | "n" | "yes" | "no" | "on" | "off" | "=")
}

/// `22:22`, a number of base 60 to YAML 1.1; with it every `8080:80`, which people quote by habit for that reason.
fn is_ports(words: &str) -> bool {
    let words = words.strip_suffix("/udp").or(words.strip_suffix("/tcp")).unwrap_or(words);
    let numbers = words.bytes().all(|it| it.is_ascii_digit() || matches!(it, b':' | b'.' | b'-'));
    numbers && words.contains(':') && words.starts_with(|it: char| it.is_ascii_digit())
}

fn is_number(words: &str) -> bool {
    let bare = words.trim_start_matches(['+', '-']);
    if words.len() - bare.len() > 1 || bare.is_empty() {
        return false;
    }
    if matches!(bare, ".inf" | ".Inf" | ".INF") || matches!(words, ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    let digits = bare.replace('_', "");
    let radix = |prefix: [&str; 2], radix: u32| {
        let rest = prefix.iter().find_map(|it| digits.strip_prefix(it));
        rest.is_some_and(|it| !it.is_empty() && it.chars().all(|c| c.is_digit(radix)))
    };
    radix(["0x", "0X"], 16) || radix(["0o", "0O"], 8) || radix(["0b", "0B"], 2) || is_decimal(&digits)
}

/// Digits, one dot, an exponent: the float expression of go-yaml, which whole numbers fit too.
fn is_decimal(digits: &str) -> bool {
    let (mantissa, exponent) = digits.split_once(['e', 'E']).map_or((digits, None), |(m, e)| (m, Some(e)));
    let (whole, fraction) = mantissa.split_once('.').map_or((mantissa, None), |(w, f)| (w, Some(f)));
    let all_digits = |it: &str| it.bytes().all(|b| b.is_ascii_digit());
    let some = !whole.is_empty() || fraction.is_some_and(|it| !it.is_empty());
    let exponent = exponent.is_none_or(|it| {
        let it = it.strip_prefix(['+', '-']).unwrap_or(it);
        !it.is_empty() && all_digits(it)
    });
    some && all_digits(whole) && fraction.is_none_or(all_digits) && exponent
}

/// `2001-12-14` with or without a time behind it.
fn is_time(words: &str) -> bool {
    let date = words.split(['T', 't', ' ']).next().unwrap_or_default();
    let parts: Vec<&str> = date.split('-').collect();
    let digits = parts.iter().all(|it| !it.is_empty() && it.bytes().all(|b| b.is_ascii_digit()));
    matches!(parts.as_slice(), [year, month, day] if digits && year.len() == 4 && month.len() <= 2 && day.len() <= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_go_yaml_takes_for_something_else() {
        for it in ["", "~", "null", "true", "8080", "0x1f", "0o17", "1_000", ".5", "5.", "1e3", "-.inf", "2001-01-02"] {
            assert!(!is_string(it), "{it}");
        }
        for it in ["yes", "nginx", "8080:80", "1.2.3", "-", "+", "./x", "tru", "0x", "1e", "127.0.0.1"] {
            assert!(is_string(it), "{it}");
        }
    }

    #[test]
    fn quotes_where_needed() {
        let write = |words| write_text(words, ScalarStyle::Plain, Place::Block);
        for it in ["nginx:1.27", "postgres://a:b@db:5432/x", "${VAR:-x}", "ñandú", "./a:/b", "-x"] {
            assert_eq!(write(it), it);
        }
        for (given, expected) in [
            ("no", "\"no\""),
            ("8080:80", "\"8080:80\""),
            ("a: b", "\"a: b\""),
            ("a\tb\\", "\"a\\tb\\\\\""),
            ("- x", "\"- x\""),
        ] {
            assert_eq!(write(given), expected);
        }
        assert_eq!(write_text("${X}", ScalarStyle::Plain, Place::Flow), "\"${X}\"");
        assert_eq!(write_text("it's", ScalarStyle::SingleQuoted, Place::Block), "'it''s'");
    }
}
