//! From the bytes of a file to its text and back: UTF-8, or UTF-16 behind a byte order mark. What cannot be read is told in
//! go-yaml's words, but only when reading comes there: an error of syntax before it is told first.

use crate::syntax::yaml::cursor::{Unreadable, width};

/// How a file holds its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8; a byte order mark is part of the text, so that offsets in text and file are the same.
    #[default]
    Utf8,
    /// UTF-16, low byte first, behind a byte order mark that is not part of the text.
    Utf16Le,
    /// UTF-16, high byte first, behind a byte order mark that is not part of the text.
    Utf16Be,
}

/// A file as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text; bytes that are no character became U+FFFD.
    pub text: String,
    /// How the file holds it.
    pub encoding: Encoding,
    /// The first place that YAML cannot be read over: bytes that are no character, or a control character.
    pub unreadable: Option<Unreadable>,
    /// Whether [`encode`] gives the same bytes back.
    pub lossless: bool,
}

/// Reads the bytes of a file.
pub fn decode(bytes: &[u8]) -> Decoded {
    let (encoding, (text, bad)) = match bytes {
        [0xFF, 0xFE, rest @ ..] => (Encoding::Utf16Le, utf16(rest, u16::from_le_bytes)),
        [0xFE, 0xFF, rest @ ..] => (Encoding::Utf16Be, utf16(rest, u16::from_be_bytes)),
        _ => (Encoding::Utf8, utf8(bytes)),
    };
    let lossless = bad.is_none();
    let forbidden = Unreadable::find(&text);
    let unreadable = match (forbidden, bad) {
        (Some(forbidden), Some(bad)) if forbidden.offset < bad.offset => Some(forbidden),
        (forbidden, bad) => bad.or(forbidden),
    };
    Decoded { text, encoding, unreadable, lossless }
}

/// The bytes of a file that holds `text` in `encoding`.
pub fn encode(text: &str, encoding: Encoding) -> Vec<u8> {
    let utf16 =
        |bytes: fn(u16) -> [u8; 2]| std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(bytes).collect();
    match encoding {
        Encoding::Utf8 => text.as_bytes().to_vec(),
        Encoding::Utf16Le => utf16(u16::to_le_bytes),
        Encoding::Utf16Be => utf16(u16::to_be_bytes),
    }
}

fn utf8(bytes: &[u8]) -> (String, Option<Unreadable>) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), None),
        Err(error) => {
            let offset = error.valid_up_to();
            let problem = utf8_problem(bytes.get(offset..).unwrap_or_default());
            (String::from_utf8_lossy(bytes).into_owned(), Some(Unreadable { offset, problem }))
        }
    }
}

/// Why no character begins with `bytes`.
fn utf8_problem(bytes: &[u8]) -> String {
    let first = bytes.first().copied().unwrap_or_default();
    if !(0xC0..0xF8).contains(&first) {
        return format!("invalid leading UTF-8 octet (value: {first})");
    }
    let width = width(first);
    let Some(trailing) = bytes.get(1..width) else {
        return "incomplete UTF-8 octet sequence".to_owned();
    };
    if let Some(octet) = trailing.iter().find(|it| **it & 0xC0 != 0x80) {
        return format!("invalid trailing UTF-8 octet (value: {octet})");
    }
    let head = u32::from(first & (0x7F >> width));
    let value = trailing.iter().fold(head, |value, octet| value << 6 | u32::from(octet & 0x3F));
    let least = [0, 0, 0x80, 0x800, 0x1_0000];
    if least.get(width).is_some_and(|it| value < *it) {
        return "invalid length of a UTF-8 sequence".to_owned();
    }
    format!("invalid Unicode character (value: {value})")
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, Option<Unreadable>) {
    let pairs = bytes.chunks_exact(2);
    let odd = !pairs.remainder().is_empty();
    let units: Vec<u16> = pairs.filter_map(|it| it.try_into().ok()).map(unit).collect();
    let mut text = String::with_capacity(units.len());
    let mut unreadable = None;
    let mut at = 0;
    for it in char::decode_utf16(units.iter().copied()) {
        if let Err(error) = &it {
            let problem = surrogate_problem(error.unpaired_surrogate(), units.get(at + 1).copied());
            unreadable.get_or_insert(Unreadable { offset: text.len(), problem });
        }
        let it = it.unwrap_or(char::REPLACEMENT_CHARACTER);
        at += it.len_utf16();
        text.push(it);
    }
    if odd {
        let problem = "incomplete UTF-16 character".to_owned();
        unreadable.get_or_insert(Unreadable { offset: text.len(), problem });
    }
    (text, unreadable)
}

fn surrogate_problem(unit: u16, next: Option<u16>) -> String {
    match (unit, next) {
        (0xDC00.., _) => format!("unexpected low surrogate area (value: {unit})"),
        (_, Some(next)) => format!("expected low surrogate area (value: {next})"),
        (_, None) => "incomplete UTF-16 surrogate pair".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(bytes: &[u8]) -> String {
        decode(bytes).unreadable.map(|it| it.problem).unwrap_or_default()
    }

    #[test]
    fn a_file_comes_back_byte_for_byte() {
        let utf16 = [0xFF, 0xFE, b'a', 0, 0x3D, 0xD8, 0, 0xDE, 0xF1, 0];
        for bytes in [&utf16[..], b"\xFE\xFF\x00a\x00\n", b"\xEF\xBB\xBFa: \xC3\xB1", b"", b"\xFF\xFE"] {
            let decoded = decode(bytes);
            assert!(decoded.lossless, "{bytes:?}");
            assert_eq!(encode(&decoded.text, decoded.encoding), bytes);
        }
        assert_eq!(decode(&utf16).text, "a\u{1F600}\u{F1}");
    }

    #[test]
    fn what_go_yaml_says_of_bytes_that_are_no_text() {
        for (bytes, expected) in [
            (&b"\xFF"[..], "invalid leading UTF-8 octet (value: 255)"),
            (b"a\xE2\x82", "incomplete UTF-8 octet sequence"),
            (b"a\xE2bc", "invalid trailing UTF-8 octet (value: 98)"),
            (b"\xC0\x80", "invalid length of a UTF-8 sequence"),
            (b"\xED\xA0\x80", "invalid Unicode character (value: 55296)"),
            (b"\xF5\x80\x80\x80", "invalid Unicode character (value: 1310720)"),
            (b"\x01\xFF", "control characters are not allowed (value: 1)"),
            (b"\xFF\xFEa", "incomplete UTF-16 character"),
            (b"\xFF\xFE\x00\xDC", "unexpected low surrogate area (value: 56320)"),
            (b"\xFF\xFE\x00\xD8", "incomplete UTF-16 surrogate pair"),
            (b"\xFF\xFE\x00\xD8a\x00", "expected low surrogate area (value: 97)"),
        ] {
            assert_eq!(problem(bytes), expected, "{bytes:?}");
        }
    }
}
