//! How go-yaml writes a text: which quotes it needs, where a long one is folded, how a block of lines is marked. The
//! rules are those of its emitter, followed case by case, because Compose's output is compared byte by byte.

use crate::compose::scalar;
use crate::compose::value::Data;
use crate::syntax::yaml::node::ScalarStyle;
use std::fmt::Write;

/// The column behind which a line is folded at the next space.
const WIDTH: usize = 80;

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// `'…'`.
    Single,
    /// `"…"`.
    Double,
    /// `|`.
    Literal,
}

/// The style of `text`, as a key of one line if `key`.
pub fn style_of(text: &str, key: bool) -> Style {
    let wanted = if text.contains('\n') {
        if text.trim().is_empty() { Style::Double } else { Style::Literal }
    } else {
        unquoted(text)
    };
    let found = Analysis::of(text);
    match wanted {
        Style::Plain if found.plain && !(key && text.is_empty()) => Style::Plain,
        Style::Plain | Style::Single if found.single => Style::Single,
        Style::Literal if found.block && !key => Style::Literal,
        _ => Style::Double,
    }
}

/// Whether a text would be read as something else without quotes; words that YAML 1.1 took for something else get single
/// ones.
fn unquoted(text: &str) -> Style {
    if is_old_word(text) || text == "<<" {
        return Style::Single;
    }
    match scalar::value(ScalarStyle::Plain, text, None) {
        Ok(Data::Str(_)) => Style::Plain,
        _ => Style::Double,
    }
}

/// A boolean or a number to the base of 60 in YAML 1.1.
fn is_old_word(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let cased = text == lower || text == text.to_ascii_uppercase() || {
        let mut rest = text.chars();
        rest.next().is_some_and(char::is_uppercase) && rest.as_str() == lower.get(1..).unwrap_or_default()
    };
    let boolean = matches!(lower.as_str(), "y" | "yes" | "on" | "n" | "no" | "off");
    boolean && cased || is_base_60(text)
}

fn is_base_60(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let mut parts = digits.split(':');
    let first = parts.next().unwrap_or_default();
    let number = |it: &str| it.starts_with(|it: char| it.is_ascii_digit()) && only_digits(it);
    if !number(first) {
        return false;
    }
    let rest: Vec<&str> = parts.collect();
    let Some((last, middle)) = rest.split_last() else { return false };
    let (last, fraction) = last.split_once('.').unwrap_or((last, ""));
    let sixtieth = |it: &str| match it.as_bytes() {
        [digit] => digit.is_ascii_digit(),
        [ten, digit] => (b'0'..=b'5').contains(ten) && digit.is_ascii_digit(),
        _ => false,
    };
    middle.iter().all(|it| sixtieth(it)) && sixtieth(last) && only_digits(fraction)
}

fn only_digits(text: &str) -> bool {
    text.chars().all(|it| it.is_ascii_digit() || it == '_')
}

/// Which styles a text bears.
struct Analysis {
    plain: bool,
    single: bool,
    block: bool,
}

impl Analysis {
    fn of(text: &str) -> Self {
        if text.is_empty() {
            return Self { plain: true, single: true, block: false };
        }
        let indicators = has_indicators(text);
        let special = text.chars().any(|it| it != '\t' && !is_printable(it));
        let tabs = text.contains('\t');
        let breaks = text.chars().any(is_break);
        let edge = |it: Option<char>| it.is_some_and(|it| it == ' ' || is_break(it));
        let edges = edge(text.chars().next()) || edge(text.chars().next_back());
        let pair = |test: fn(char, char) -> bool| text.chars().zip(text.chars().skip(1)).any(|(a, b)| test(a, b));
        let break_space = pair(|a, b| is_break(a) && b == ' ');
        let space_break = pair(|a, b| a == ' ' && is_break(b));
        let quiet = !break_space && !space_break && !tabs && !special;
        Self {
            plain: quiet && !edges && !breaks && !indicators,
            single: quiet,
            block: !text.ends_with(' ') && !space_break && !special,
        }
    }
}

/// Whether a text without quotes would be read as structure.
fn has_indicators(text: &str) -> bool {
    if text.starts_with("---") || text.starts_with("...") {
        return true;
    }
    let blank = |it: Option<&char>| it.is_none_or(|it| matches!(it, ' ' | '\t'));
    let mut characters = text.chars().peekable();
    let mut before: Option<char> = None;
    while let Some(it) = characters.next() {
        let followed = blank(characters.peek());
        let preceded = before.is_none_or(|it| matches!(it, ' ' | '\t') || is_break(it));
        let found = match it {
            ',' | '[' | ']' | '{' | '}' | '&' | '*' | '!' | '|' | '>' | '\'' | '"' | '%' | '@' | '`' => {
                before.is_none()
            }
            '?' | '-' => before.is_none() && followed,
            ':' => followed,
            '#' => preceded,
            _ => false,
        };
        if found {
            return true;
        }
        before = Some(it);
    }
    false
}

fn is_break(it: char) -> bool {
    matches!(it, '\r' | '\n' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What go-yaml writes as it is: nothing beyond the basic plane.
fn is_printable(it: char) -> bool {
    matches!(it, '\n' | ' '..='~' | '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fefe}' | '\u{ff00}'..='\u{fffd}')
}

/// Writes `value` behind `text` in `style`; lines behind the first begin at `indent`, long ones are folded if `fold`.
pub fn write(text: &mut String, value: &str, style: Style, indent: usize, fold: bool) {
    let mut writer = Writer { column: column_of(text), text, indent, fold };
    match style {
        Style::Plain => writer.plain(value),
        Style::Single => writer.single(value),
        Style::Double => writer.double(value),
        Style::Literal => writer.literal(value),
    }
}

fn column_of(text: &str) -> usize {
    text.rsplit('\n').next().unwrap_or_default().chars().count()
}

struct Writer<'a> {
    text: &'a mut String,
    column: usize,
    indent: usize,
    fold: bool,
}

impl Writer<'_> {
    fn put(&mut self, it: char) {
        self.text.push(it);
        self.column = if is_break(it) { 0 } else { self.column + 1 };
    }

    /// The next line, at the indent.
    fn wrap(&mut self) {
        if self.column > 0 {
            self.put('\n');
        }
        while self.column < self.indent {
            self.put(' ');
        }
    }

    fn plain(&mut self, value: &str) {
        let mut spaces = false;
        let mut characters = value.chars().peekable();
        while let Some(it) = characters.next() {
            if it == ' ' && self.fold && !spaces && self.column > WIDTH && characters.peek() != Some(&' ') {
                self.wrap();
            } else {
                self.put(it);
            }
            spaces = it == ' ';
        }
    }

    fn single(&mut self, value: &str) {
        self.put('\'');
        let (mut spaces, mut breaks) = (false, false);
        let mut characters = value.chars().enumerate().peekable();
        while let Some((at, it)) = characters.next() {
            let next = characters.peek().map(|(_, it)| *it);
            if it == ' ' {
                let inside = at > 0 && next.is_some() && next != Some(' ');
                if self.fold && !spaces && self.column > WIDTH && inside {
                    self.wrap();
                } else {
                    self.put(it);
                }
            } else if is_break(it) {
                if !breaks && it == '\n' {
                    self.put('\n');
                }
                self.put(it);
            } else {
                if breaks {
                    self.wrap();
                }
                if it == '\'' {
                    self.put('\'');
                }
                self.put(it);
            }
            (spaces, breaks) = (it == ' ', is_break(it));
        }
        self.put('\'');
    }

    fn double(&mut self, value: &str) {
        self.put('"');
        let mut spaces = false;
        let mut characters = value.chars().enumerate().peekable();
        while let Some((at, it)) = characters.next() {
            let next = characters.peek().map(|(_, it)| *it);
            if !is_printable(it) || is_break(it) || matches!(it, '"' | '\\') {
                self.escape(it);
                spaces = false;
            } else if it == ' ' {
                if self.fold && !spaces && self.column > WIDTH && at > 0 && next.is_some() {
                    self.wrap();
                    if next == Some(' ') {
                        self.put('\\');
                    }
                } else {
                    self.put(it);
                }
                spaces = true;
            } else {
                self.put(it);
                spaces = false;
            }
        }
        self.put('"');
    }

    fn escape(&mut self, it: char) {
        let short = match it {
            '\0' => '0',
            '\u{7}' => 'a',
            '\u{8}' => 'b',
            '\t' => 't',
            '\n' => 'n',
            '\u{b}' => 'v',
            '\u{c}' => 'f',
            '\r' => 'r',
            '\u{1b}' => 'e',
            '"' => '"',
            '\\' => '\\',
            '\u{85}' => 'N',
            '\u{a0}' => '_',
            '\u{2028}' => 'L',
            '\u{2029}' => 'P',
            _ => return self.escape_code(u32::from(it)),
        };
        self.put('\\');
        self.put(short);
    }

    fn escape_code(&mut self, code: u32) {
        let mut escape = String::new();
        let _ = match code {
            0..=0xff => write!(escape, "\\x{code:02X}"),
            0x100..=0xffff => write!(escape, "\\u{code:04X}"),
            _ => write!(escape, "\\U{code:08X}"),
        };
        escape.chars().for_each(|it| self.put(it));
    }

    fn literal(&mut self, value: &str) {
        self.put('|');
        if value.starts_with(' ') {
            self.put('2');
        }
        let kept = value.chars().rev().take_while(|it| is_break(*it)).count();
        match kept {
            0 => self.put('-'),
            1 if value.chars().count() > 1 => {}
            _ => self.put('+'),
        }
        self.put('\n');
        let mut breaks = true;
        for it in value.chars() {
            if breaks && !is_break(it) {
                self.wrap();
            }
            self.put(it);
            breaks = is_break(it);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: &str) -> String {
        let mut text = String::from("k: ");
        write(&mut text, value, style_of(value, false), 2, true);
        text.split_off(3)
    }

    #[test]
    fn quotes() {
        for (value, expected) in [
            ("a b", "a b"),
            ("", "\"\""),
            ("yes", "'yes'"),
            ("tRUE", "tRUE"),
            ("true", "\"true\""),
            ("12:30", "'12:30'"),
            ("60:60", "60:60"),
            ("a: b", "'a: b'"),
            ("it's", "it's"),
            ("- a", "'- a'"),
            ("a\tb", "\"a\\tb\""),
            ("😀", "\"\\U0001F600\""),
            ("'", "''''"),
        ] {
            assert_eq!(written(value), expected, "{value}");
        }
    }

    #[test]
    fn blocks() {
        for (value, expected) in [
            ("a\nb", "|-\n  a\n  b"),
            ("a\n\n", "|+\n  a\n\n"),
            ("  a\nb\n", "|2\n    a\n  b\n"),
            ("\na", "|-\n\n  a"),
            ("\n", "\"\\n\""),
            ("a \nb", "\"a \\nb\""),
        ] {
            assert_eq!(written(value), expected, "{value:?}");
        }
    }

    #[test]
    fn long_lines_are_folded() {
        let long = "word ".repeat(20);
        let folded = written(long.trim_end());
        assert!(folded.lines().all(|it| it.len() <= WIDTH + 5) && folded.contains("\n  word"), "{folded}");
    }
}
