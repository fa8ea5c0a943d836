//! Scalars within lines: plain, `'single'` and `"double"` quoted, with the folding of those that span lines.

use crate::syntax::yaml::mark::{Fault, Mark};
use crate::syntax::yaml::node::ScalarStyle;
use crate::syntax::yaml::scanner::Scanner;
use crate::syntax::yaml::token::TokenKind;

const IN_QUOTES: &str = "while scanning a quoted scalar";

/// Blanks and line breaks between two words, which fold when another word follows.
#[derive(Default)]
struct Gap {
    whitespace: String,
    first_break: String,
    more_breaks: String,
    /// Whether a line break was met: blanks then indent and do not count.
    broken: bool,
}

impl Gap {
    /// Appends to `value` what the gap means and empties it.
    fn fold(&mut self, value: &mut String) {
        if !self.broken {
            value.push_str(&self.whitespace);
        } else if !self.first_break.starts_with('\n') {
            value.push_str(&self.first_break);
            value.push_str(&self.more_breaks);
        } else if self.more_breaks.is_empty() {
            value.push(' ');
        } else {
            value.push_str(&self.more_breaks);
        }
        self.whitespace.clear();
        self.first_break.clear();
        self.more_breaks.clear();
        self.broken = false;
    }
}

impl Scanner<'_> {
    /// Steps over one blank or line break into `gap`.
    fn scan_gap_char(&mut self, gap: &mut Gap) -> Result<(), Fault> {
        if self.cursor.blank(0) {
            return if gap.broken { self.cursor.skip() } else { self.cursor.read(&mut gap.whitespace) };
        }
        if gap.broken {
            return self.cursor.read_line(&mut gap.more_breaks);
        }
        gap.whitespace.clear();
        gap.broken = true;
        self.cursor.read_line(&mut gap.first_break)
    }

    /// The scalar that begins with the quote here.
    pub(crate) fn scan_quoted_scalar(&mut self) -> Result<(), Fault> {
        let start = self.cursor.mark;
        let quote = self.cursor.at(0);
        let single = quote == b'\'';
        self.cursor.skip()?;
        let mut value = String::new();
        let mut gap = Gap::default();
        loop {
            self.cursor.need(4)?;
            if self.cursor.document_indicator() {
                return Err(self.quote_fault(start, "found unexpected document indicator"));
            }
            if self.cursor.end(0) {
                return Err(self.quote_fault(start, "found unexpected end of stream"));
            }
            gap.broken = self.scan_quoted_word(start, single, &mut value)?;
            if self.cursor.at(0) == quote {
                break;
            }
            while self.cursor.blank(0) || self.cursor.line_break(0) {
                self.scan_gap_char(&mut gap)?;
            }
            gap.fold(&mut value);
        }
        self.cursor.skip()?;
        let style = if single { ScalarStyle::SingleQuoted } else { ScalarStyle::DoubleQuoted };
        let end = self.cursor.mark;
        self.push(TokenKind::Scalar { style, value, content_end: end.offset }, start, end);
        Ok(())
    }

    /// Characters up to a blank, a break or the closing quote; answers whether the word ended in an escaped line break.
    fn scan_quoted_word(&mut self, start: Mark, single: bool, value: &mut String) -> Result<bool, Fault> {
        while !self.cursor.blank_or_end(0) {
            match self.cursor.at(0) {
                b'\'' if single && self.cursor.at(1) == b'\'' => {
                    value.push('\'');
                    self.cursor.skip()?;
                    self.cursor.skip()?;
                }
                b'\'' if single => break,
                b'"' if !single => break,
                b'\\' if !single && self.cursor.line_break(1) => {
                    self.cursor.skip()?;
                    self.cursor.skip_line()?;
                    return Ok(true);
                }
                b'\\' if !single => self.scan_escape(start, value)?,
                _ => self.cursor.read(value)?,
            }
        }
        Ok(false)
    }

    fn quote_fault(&self, start: Mark, problem: &'static str) -> Fault {
        Fault::within("scanner", IN_QUOTES, start, problem, self.cursor.mark)
    }

    /// `\n`, `\x41`, …
    fn scan_escape(&mut self, start: Mark, value: &mut String) -> Result<(), Fault> {
        let length = match self.cursor.at(1) {
            b'x' => 2,
            b'u' => 4,
            b'U' => 8,
            other => {
                let Some(it) = short_escape(other) else {
                    return Err(self.quote_fault(start, "found unknown escape character"));
                };
                value.push(it);
                0
            }
        };
        self.cursor.skip()?;
        self.cursor.skip()?;
        if length == 0 {
            return Ok(());
        }
        let mut code: u32 = 0;
        for at in 0..length {
            let Some(digit) = char::from(self.cursor.at(at)).to_digit(16) else {
                return Err(self.quote_fault(start, "did not find expected hexadecimal number"));
            };
            code = (code << 4) | digit;
        }
        let Some(it) = char::from_u32(code) else {
            return Err(self.quote_fault(start, "found invalid Unicode character escape code"));
        };
        value.push(it);
        for _ in 0..length {
            self.cursor.skip()?;
        }
        Ok(())
    }

    /// The scalar without quotes that begins here.
    pub(crate) fn scan_plain_scalar(&mut self) -> Result<(), Fault> {
        let start = self.cursor.mark;
        let mut end = start;
        let least_column = usize::try_from(self.indent + 1).unwrap_or(0);
        let mut value = String::new();
        let mut gap = Gap::default();
        loop {
            self.cursor.need(4)?;
            if self.cursor.document_indicator() || self.cursor.at(0) == b'#' {
                break;
            }
            while !self.cursor.blank_or_end(0) && !self.ends_plain_scalar() {
                gap.fold(&mut value);
                self.cursor.read(&mut value)?;
                end = self.cursor.mark;
            }
            if !self.cursor.blank(0) && !self.cursor.line_break(0) {
                break;
            }
            while self.cursor.blank(0) || self.cursor.line_break(0) {
                if gap.broken && self.cursor.mark.column < least_column && self.cursor.at(0) == b'\t' {
                    let problem = "found a tab character that violates indentation";
                    let context = "while scanning a plain scalar";
                    return Err(Fault::within("scanner", context, start, problem, self.cursor.mark));
                }
                self.scan_gap_char(&mut gap)?;
            }
            if self.flow_level == 0 && self.cursor.mark.column < least_column {
                break;
            }
        }
        let kind = TokenKind::Scalar { style: ScalarStyle::Plain, value, content_end: end.offset };
        self.push(kind, start, end);
        if gap.broken {
            self.simple_key_allowed = true;
        }
        Ok(())
    }

    /// Whether an indicator here ends a plain scalar.
    fn ends_plain_scalar(&self) -> bool {
        let in_flow = self.flow_level > 0;
        match self.cursor.at(0) {
            b':' => self.cursor.blank_or_end(1) || in_flow && matches!(self.cursor.at(1), b',' | b']' | b'}'),
            b',' | b'[' | b']' | b'{' | b'}' => in_flow,
            b'?' => in_flow && self.cursor.blank_or_end(1),
            _ => false,
        }
    }
}

fn short_escape(byte: u8) -> Option<char> {
    Some(match byte {
        b'0' => '\0',
        b'a' => '\u{7}',
        b'b' => '\u{8}',
        b't' | b'\t' => '\t',
        b'n' => '\n',
        b'v' => '\u{B}',
        b'f' => '\u{C}',
        b'r' => '\r',
        b'e' => '\u{1B}',
        b' ' => ' ',
        b'"' => '"',
        b'\'' => '\'',
        b'\\' => '\\',
        b'N' => '\u{85}',
        b'_' => '\u{A0}',
        b'L' => '\u{2028}',
        b'P' => '\u{2029}',
        _ => return None,
    })
}
