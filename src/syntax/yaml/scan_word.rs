//! Directives, anchors, aliases and tags.

use crate::syntax::yaml::cursor::width;
use crate::syntax::yaml::mark::{Fault, Mark};
use crate::syntax::yaml::scanner::Scanner;
use crate::syntax::yaml::token::TokenKind;

const IN_DIRECTIVE: &str = "while scanning a directive";
const IN_VERSION: &str = "while scanning a %YAML directive";
const IN_TAG_DIRECTIVE: &str = "while scanning a %TAG directive";

/// Where a tag is read, which decides the words of its errors.
#[derive(Clone, Copy)]
struct TagPlace {
    start: Mark,
    directive: bool,
}

/// A letter, a digit, `_` or `-`.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

fn is_flow_indicator(byte: u8) -> bool {
    matches!(byte, b',' | b'[' | b']' | b'{' | b'}')
}

/// What a tag may hold; within `!<…>` and directives flow indicators too.
fn is_tag_char(byte: u8, verbatim: bool) -> bool {
    is_word(byte)
        || matches!(byte, b';' | b'/' | b'?' | b':' | b'@' | b'&' | b'=' | b'+' | b'$' | b'.' | b'!' | b'~' | b'*')
        || matches!(byte, b'\'' | b'(' | b')' | b'%')
        || verbatim && is_flow_indicator(byte)
}

impl Scanner<'_> {
    fn scan_fault(&self, context: &'static str, start: Mark, problem: &'static str) -> Fault {
        Fault::within("scanner", context, start, problem, self.cursor.mark)
    }

    fn tag_fault(&self, place: TagPlace, problem: impl Into<std::borrow::Cow<'static, str>>) -> Fault {
        let context = if place.directive { "while parsing a %TAG directive" } else { "while parsing a tag" };
        Fault::within("scanner", context, place.start, problem, self.cursor.mark)
    }

    /// `%YAML 1.1` or `%TAG !handle! prefix`, with the rest of its line.
    pub(crate) fn scan_directive(&mut self) -> Result<(), Fault> {
        let start = self.cursor.mark;
        self.cursor.skip()?;
        let name = self.scan_directive_name(start)?;
        let kind = match name.as_str() {
            "YAML" => self.scan_version(start)?,
            "TAG" => self.scan_tag_directive(start)?,
            _ => return Err(self.scan_fault(IN_DIRECTIVE, start, "found unknown directive name")),
        };
        let end = self.cursor.mark;
        self.cursor.skip_blanks()?;
        if self.cursor.at(0) == b'#' {
            self.cursor.comment()?;
        }
        if !self.cursor.break_or_end(0) {
            return Err(self.scan_fault(IN_DIRECTIVE, start, "did not find expected comment or line break"));
        }
        self.cursor.skip_line()?;
        self.push(kind, start, end);
        Ok(())
    }

    fn scan_directive_name(&mut self, start: Mark) -> Result<String, Fault> {
        let mut name = String::new();
        while is_word(self.cursor.at(0)) {
            self.cursor.read(&mut name)?;
        }
        if name.is_empty() {
            return Err(self.scan_fault(IN_DIRECTIVE, start, "could not find expected directive name"));
        }
        if !self.cursor.blank_or_end(0) {
            return Err(self.scan_fault(IN_DIRECTIVE, start, "found unexpected non-alphabetical character"));
        }
        Ok(name)
    }

    fn scan_version(&mut self, start: Mark) -> Result<TokenKind, Fault> {
        self.cursor.skip_blanks()?;
        let major = self.scan_version_number(start)?;
        if self.cursor.at(0) != b'.' {
            return Err(self.scan_fault(IN_VERSION, start, "did not find expected digit or '.' character"));
        }
        self.cursor.skip()?;
        Ok(TokenKind::Version(major, self.scan_version_number(start)?))
    }

    fn scan_version_number(&mut self, start: Mark) -> Result<u8, Fault> {
        let mut value = 0;
        let mut length = 0;
        while self.cursor.at(0).is_ascii_digit() {
            length += 1;
            if length > 2 {
                return Err(self.scan_fault(IN_VERSION, start, "found extremely long version number"));
            }
            value = value * 10 + (self.cursor.at(0) - b'0');
            self.cursor.skip()?;
        }
        if length == 0 {
            return Err(self.scan_fault(IN_VERSION, start, "did not find expected version number"));
        }
        Ok(value)
    }

    fn scan_tag_directive(&mut self, start: Mark) -> Result<TokenKind, Fault> {
        let place = TagPlace { start, directive: true };
        self.cursor.skip_blanks()?;
        let handle = self.scan_tag_handle(place)?;
        if !self.cursor.blank(0) {
            return Err(self.scan_fault(IN_TAG_DIRECTIVE, start, "did not find expected whitespace"));
        }
        self.cursor.skip_blanks()?;
        let prefix = self.scan_tag_uri(place, true, "")?;
        if !self.cursor.blank_or_end(0) {
            return Err(self.scan_fault(IN_TAG_DIRECTIVE, start, "did not find expected whitespace or line break"));
        }
        Ok(TokenKind::TagDirective { handle, prefix })
    }

    /// `&name` or `*name`.
    pub(crate) fn scan_name(&mut self, kind: fn(String) -> TokenKind) -> Result<(), Fault> {
        let start = self.cursor.mark;
        let context = if self.cursor.at(0) == b'&' { "while scanning an anchor" } else { "while scanning an alias" };
        self.cursor.skip()?;
        let mut name = String::new();
        while self.stands_at_name_char() {
            self.cursor.read(&mut name)?;
        }
        let ends = self.cursor.blank_or_end(0)
            || matches!(self.cursor.at(0), b'?' | b':' | b',' | b']' | b'}' | b'%' | b'@' | b'`');
        if name.is_empty() || !ends {
            return Err(self.scan_fault(context, start, "did not find expected alphabetic or numeric character"));
        }
        self.push(kind(name), start, self.cursor.mark);
        Ok(())
    }

    fn stands_at_name_char(&self) -> bool {
        let byte = self.cursor.at(0);
        byte.is_ascii_graphic() && byte != b':' && !is_flow_indicator(byte) && !self.cursor.byte_order_mark()
    }

    /// `!suffix`, `!handle!suffix`, `!<verbatim>` or `!`.
    pub(crate) fn scan_tag(&mut self) -> Result<(), Fault> {
        let start = self.cursor.mark;
        let place = TagPlace { start, directive: false };
        let (handle, suffix) = if self.cursor.at(1) == b'<' {
            self.cursor.skip()?;
            self.cursor.skip()?;
            let suffix = self.scan_tag_uri(place, true, "")?;
            if self.cursor.at(0) != b'>' {
                return Err(self.scan_fault("while scanning a tag", start, "did not find the expected '>'"));
            }
            self.cursor.skip()?;
            (String::new(), suffix)
        } else {
            self.scan_short_tag(place)?
        };
        if !self.cursor.blank_or_end(0) {
            let problem = "did not find expected whitespace or line break";
            return Err(self.scan_fault("while scanning a tag", start, problem));
        }
        self.push(TokenKind::Tag { handle, suffix }, start, self.cursor.mark);
        Ok(())
    }

    fn scan_short_tag(&mut self, place: TagPlace) -> Result<(String, String), Fault> {
        let handle = self.scan_tag_handle(place)?;
        if handle.len() > 1 && handle.ends_with('!') {
            let suffix = self.scan_tag_uri(place, false, "")?;
            return Ok((handle, suffix));
        }
        let suffix = self.scan_tag_uri(place, false, &handle)?;
        // A lone `!` is a tag by itself.
        Ok(if suffix.is_empty() { (String::new(), handle) } else { ("!".to_owned(), suffix) })
    }

    fn scan_tag_handle(&mut self, place: TagPlace) -> Result<String, Fault> {
        let mut handle = String::new();
        if self.cursor.at(0) != b'!' {
            return Err(self.tag_fault(place, "did not find expected '!'"));
        }
        self.cursor.read(&mut handle)?;
        while is_word(self.cursor.at(0)) {
            self.cursor.read(&mut handle)?;
        }
        if self.cursor.at(0) == b'!' {
            self.cursor.read(&mut handle)?;
        } else if place.directive && handle != "!" {
            return Err(self.tag_fault(place, "did not find expected '!'"));
        }
        Ok(handle)
    }

    /// The rest of a tag behind `head`, whose `!` does not count.
    fn scan_tag_uri(&mut self, place: TagPlace, verbatim: bool, head: &str) -> Result<String, Fault> {
        let mut uri = head.strip_prefix('!').unwrap_or(head).to_owned();
        let mut found = !head.is_empty();
        while is_tag_char(self.cursor.at(0), verbatim) {
            if self.cursor.at(0) == b'%' {
                self.scan_escaped_char(place, &mut uri)?;
            } else {
                self.cursor.read(&mut uri)?;
            }
            found = true;
        }
        let next = self.cursor.at(0);
        if !verbatim && next.is_ascii_graphic() {
            let problem = format!("found character '{}' that is not allowed in a YAML tag", char::from(next));
            return Err(self.tag_fault(place, problem));
        }
        if found { Ok(uri) } else { Err(self.tag_fault(place, "did not find expected tag URI")) }
    }

    /// `%C3%B1`: the escaped bytes of one character.
    fn scan_escaped_char(&mut self, place: TagPlace, into: &mut String) -> Result<(), Fault> {
        let mut bytes: Vec<u8> = Vec::new();
        let mut length = 1;
        while bytes.len() < length {
            let digit = |at| char::from(self.cursor.at(at)).to_digit(16).and_then(|it| u8::try_from(it).ok());
            let (b'%', Some(high), Some(low)) = (self.cursor.at(0), digit(1), digit(2)) else {
                return Err(self.tag_fault(place, "did not find URI escaped octet"));
            };
            let octet = high * 16 + low;
            let continues = octet & 0xC0 == 0x80;
            if bytes.is_empty() {
                if continues || octet >= 0xF8 {
                    return Err(self.tag_fault(place, "found an incorrect leading UTF-8 octet"));
                }
                length = width(octet);
            } else if !continues {
                return Err(self.tag_fault(place, "found an incorrect trailing UTF-8 octet"));
            }
            bytes.push(octet);
            for _ in 0..3 {
                self.cursor.skip()?;
            }
        }
        into.push_str(&String::from_utf8_lossy(&bytes));
        Ok(())
    }
}
