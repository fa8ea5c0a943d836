//! Reads a `.env` file by the grammar of Docker Compose, keeping every byte's place. Variables inside values are left as
//! they stand: what they mean depends on an environment, which this floor does not know.

use crate::text::span::{Span, Spanned};
use std::fmt::Write;

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quote {
    /// Without quotes: up to the end of the line or a ` #`.
    None,
    /// `'…'`: literal.
    Single,
    /// `"…"`: with escapes.
    Double,
}

/// The value of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnvValue {
    /// How it is written.
    pub quote: Quote,
    /// Its text after quotes and escapes are undone; `$` still stands for a variable unless the quotes are single.
    pub text: String,
    /// Its bytes, with the quotes.
    pub span: Span,
}

/// `KEY=value`, or `KEY` alone, which passes a variable on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The name.
    pub key: Spanned<String>,
    /// The value; `None` for a name alone.
    pub value: Option<EnvValue>,
}

/// Where reading stopped, in Compose's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnvError {
    /// The words, with the line.
    pub message: String,
    /// The place.
    pub span: Span,
}

/// A file, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EnvFile {
    /// The entries before the error, in order.
    pub entries: Vec<Entry>,
    /// Comments on lines of their own, from `#` to the end of the line.
    pub comments: Vec<Span>,
    /// Where reading stopped.
    pub error: Option<EnvError>,
}

/// Reads `text`; never fails, an error is part of the result.
pub fn read(text: &str) -> EnvFile {
    let at = text.strip_prefix('\u{feff}').map_or(0, |rest| text.len() - rest.len());
    let mut reader = Reader { text, at, line: 1, file: EnvFile::default() };
    while reader.seek_statement() {
        if let Err(error) = reader.statement() {
            reader.file.error = Some(error);
            break;
        }
    }
    reader.file
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// As Compose counts it, which is not always the line of `at`.
    line: usize,
    file: EnvFile,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn error<T>(&self, message: impl std::fmt::Display, span: Span) -> Result<T, EnvError> {
        Err(EnvError { message: format!("line {}: {message}", self.line), span })
    }

    /// Skips space and comments; whether something is left.
    fn seek_statement(&mut self) -> bool {
        loop {
            let rest = self.rest();
            let space = rest.len() - rest.trim_start().len();
            self.line += rest.get(..space).map_or(0, |it| it.matches('\n').count());
            self.at += space;
            let rest = self.rest();
            if !rest.starts_with('#') {
                return !rest.is_empty();
            }
            let length = rest.find('\n').unwrap_or(rest.len());
            self.file.comments.push(Span::new(self.at, self.at + length));
            self.at += length;
        }
    }

    fn statement(&mut self) -> Result<(), EnvError> {
        self.skip_export();
        let start = self.at;
        let (length, end) = self.key_end()?;
        let raw = self.rest().get(..length).unwrap_or_default();
        let key = Spanned::new(raw.trim_end().to_owned(), Span::new(start, start + raw.trim_end().len()));
        let inherited = end == Some('\n');
        if inherited && !raw.contains(' ') {
            self.line += 1;
        }
        self.at += length + end.map_or(0, char::len_utf8);
        if key.value.contains(' ') {
            return self.error("key cannot contain a space", key.span);
        }
        self.skip_blank();
        let value = if inherited { None } else { Some(self.value()?) };
        self.file.entries.push(Entry { key, value });
        Ok(())
    }

    fn skip_export(&mut self) {
        let rest = self.rest();
        if rest.strip_prefix("export").is_some_and(|it| it.starts_with(|c: char| c.is_ascii_whitespace())) {
            self.at += "export".len();
            self.skip_blank();
        }
    }

    fn skip_blank(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(is_blank).len();
    }

    /// The length of the key and what ends it; at the end of the file Compose takes what is left for the value of a
    /// variable without a name.
    fn key_end(&self) -> Result<(usize, Option<char>), EnvError> {
        let rest = self.rest();
        for (at, it) in rest.char_indices() {
            match it {
                '=' | ':' | '\n' => return Ok((at, Some(it))),
                '_' | '.' | '-' | '[' | ']' => {}
                _ if is_blank(it) || it.is_alphabetic() || it.is_numeric() => {}
                _ => {
                    let line = rest.split('\n').next().unwrap_or_default();
                    let (character, line) = (quote(&it.to_string()), quote(line));
                    let span = Span::new(self.at + at, self.at + at + it.len_utf8());
                    return self.error(format!("unexpected character {character} in variable name {line}"), span);
                }
            }
        }
        Ok((0, None))
    }

    fn value(&mut self) -> Result<EnvValue, EnvError> {
        match self.rest().chars().next() {
            Some('"') => self.quoted('"', Quote::Double),
            Some('\'') => self.quoted('\'', Quote::Single),
            _ => Ok(self.unquoted()),
        }
    }

    fn unquoted(&mut self) -> EnvValue {
        let rest = self.rest();
        let line = rest.split('\n').next().unwrap_or_default();
        let value = line.split(" #").next().unwrap_or_default().trim_end();
        let span = Span::new(self.at, self.at + value.len());
        self.line += 1;
        self.at = (self.at + line.len() + 1).min(self.text.len());
        EnvValue { quote: Quote::None, text: value.to_owned(), span }
    }

    fn quoted(&mut self, mark: char, quote: Quote) -> Result<EnvValue, EnvError> {
        let rest = self.rest();
        let (mut text, mut escaped) = (String::new(), false);
        for (at, it) in rest.char_indices().skip(1) {
            self.line += usize::from(it == '\n');
            if escaped {
                escaped = false;
                if it != mark {
                    text.push('\\');
                }
                text.push(it);
            } else if it == '\\' {
                escaped = true;
            } else if it == mark {
                let span = Span::new(self.at, self.at + at + 1);
                self.at = span.end;
                let text = if quote == Quote::Double { unescape(&text) } else { text };
                return Ok(EnvValue { quote, text, span });
            } else {
                text.push(it);
            }
        }
        let line = rest.split('\n').next().unwrap_or_default();
        self.error(format!("unterminated quoted value {line}"), Span::new(self.at, self.at + line.len()))
    }
}

/// Space that does not end a line.
fn is_blank(it: char) -> bool {
    matches!(it, '\t' | '\u{b}' | '\u{c}' | '\r' | ' ' | '\u{85}' | '\u{a0}')
}

/// Undoes the escapes that Compose knows; `\$` becomes `$$`, which stands for a `$` that begins no variable.
fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        plain.push_str(before);
        let (replacement, length) = escape(after);
        plain.push_str(&replacement);
        rest = after.get(length..).unwrap_or_default();
    }
    plain.push_str(rest);
    plain
}

/// What the escape behind a `\` stands for, and how many bytes it has.
fn escape(after: &str) -> (String, usize) {
    let simple = match after.chars().next() {
        Some('a') => "\u{7}",
        Some('b') => "\u{8}",
        Some('f') => "\u{c}",
        Some('n') => "\n",
        Some('r') => "\r",
        Some('t') => "\t",
        Some('v') => "\u{b}",
        Some('$') => "$$",
        Some('"') => "\"",
        Some('\\') => "\\",
        Some('c') => "\\c",
        Some('0') => return octal(after),
        _ => return ("\\".to_owned(), 0),
    };
    (simple.to_owned(), 1)
}

/// `\0123` is the character of octal 123; with fewer digits only the 0 goes.
fn octal(after: &str) -> (String, usize) {
    let digits: String = after.chars().skip(1).take(3).take_while(char::is_ascii_digit).collect();
    let code = u32::from_str_radix(&digits, 8).ok().filter(|it| digits.len() == 3 && *it < 256);
    let replacement = code.and_then(char::from_u32).map_or_else(|| format!("\\{digits}"), String::from);
    (replacement, digits.len() + 1)
}

/// In quotes, as Compose's messages have it.
fn quote(text: &str) -> String {
    let mut quoted = String::from("\"");
    for it in text.chars() {
        match it {
            '"' | '\\' => quoted.extend(['\\', it]),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            '\u{feff}' => quoted.push_str("\\ufeff"),
            _ if it.is_control() => {
                let _ = write!(quoted, "\\x{:02x}", u32::from(it));
            }
            _ => quoted.push(it),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(text: &str) -> Vec<(String, Option<String>)> {
        let file = read(text);
        assert_eq!(file.error, None);
        file.entries.into_iter().map(|it| (it.key.value, it.value.map(|it| it.text))).collect()
    }

    fn pair(key: &str, value: &str) -> (String, Option<String>) {
        (key.to_owned(), Some(value.to_owned()))
    }

    #[test]
    fn the_ways_to_write_a_value() {
        let text = "\u{feff}A=1 # one\nexport B: 'x \\' $Y' # two\n# three\nC=\"a\\tb\\$c\\0123\"\nD#=";
        assert_eq!(read(text).entries.len(), 3);
        let text = "A=1 # one\nexport B: 'x \\' $Y' # two\n# three\nC=\"a\\tb\\$c\\0123\"\nD\nE=";
        let expected =
            [pair("A", "1"), pair("B", "x ' $Y"), pair("C", "a\tb$$cS"), ("D".to_owned(), None), pair("E", "")];
        assert_eq!(entries(text), expected);
    }

    #[test]
    fn every_span_holds_what_it_names() {
        let text = "# c\nA = 'b' \nexport K=v\n";
        let file = read(text);
        let found: Vec<(&str, &str)> =
            file.entries.iter().map(|it| (it.key.span.of(text), it.value.as_ref().unwrap().span.of(text))).collect();
        assert_eq!(found, [("A", "'b'"), ("K", "v")]);
        assert_eq!(file.comments[0].of(text), "# c");
    }

    #[test]
    fn errors_in_the_words_of_compose() {
        for (text, expected) in [
            ("A B=1", "line 1: key cannot contain a space"),
            ("A=1\n\nA+B=1", "line 3: unexpected character \"+\" in variable name \"A+B=1\""),
            ("A='x", "line 1: unterminated quoted value 'x"),
        ] {
            assert_eq!(read(text).error.unwrap().message, expected);
        }
    }
}
