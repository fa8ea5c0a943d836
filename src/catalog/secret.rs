//! Made-up passwords. The bytes come from the caller (a browser's cryptographic source), because nothing below the
//! screen is random; a character is as likely as any other.

use serde::Deserialize;

/// Random bytes that are more than enough for one new service or blueprint.
pub const ENTROPY: usize = 2048;

/// Which characters a secret has. All of them stand unquoted in a URL, a shell, YAML and `.env`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Alphabet {
    /// Letters and digits.
    #[default]
    Alphanumeric,
    /// Digits and `a` to `f`.
    Hex,
    /// Letters and digits, ending so that every class of character a strict server asks for is there.
    Strong,
}

impl Alphabet {
    /// The characters drawn from.
    fn characters(self) -> &'static [u8] {
        match self {
            Self::Hex => b"0123456789abcdef",
            Self::Alphanumeric | Self::Strong => b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
        }
    }
}

/// Random bytes that are used up one by one, so that two secrets never share any.
#[derive(Clone, Debug)]
pub struct Entropy<'a> {
    rest: &'a [u8],
}

impl<'a> Entropy<'a> {
    /// Draws from `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// A secret of `length` characters; `None` where the bytes do not suffice.
    pub fn secret(&mut self, length: usize, alphabet: Alphabet) -> Option<String> {
        let suffix = if alphabet == Alphabet::Strong { "-Aa1" } else { "" };
        let mut secret = String::with_capacity(length);
        while secret.len() + suffix.len() < length {
            secret.push(self.character(alphabet.characters())?);
        }
        Some(secret + suffix)
    }

    /// A character, each as likely as any other: a byte behind the last full round of them is thrown away.
    fn character(&mut self, characters: &[u8]) -> Option<char> {
        let fair = 256 - 256 % characters.len();
        loop {
            let (&byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            let byte = usize::from(byte);
            if byte < fair {
                return characters.get(byte % characters.len()).map(|&it| char::from(it));
            }
        }
    }
}

/// One secret out of `entropy`; `None` where the bytes do not suffice.
pub fn secret(entropy: &[u8], length: usize, alphabet: Alphabet) -> Option<String> {
    Entropy::new(entropy).secret(length, alphabet)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn every_character_is_as_likely() {
        let bytes: Vec<u8> = (0..=255).collect();
        let all = secret(&bytes, 248, Alphabet::Alphanumeric).unwrap();
        let mut counts = BTreeMap::new();
        all.chars().for_each(|it| *counts.entry(it).or_insert(0) += 1);
        assert_eq!(counts.len(), 62);
        assert!(counts.values().all(|&it| it == 4), "{counts:?}");
        assert_eq!(secret(&bytes, 249, Alphabet::Alphanumeric), None, "biased bytes are not used");
    }

    #[test]
    fn two_secrets_share_no_byte() {
        let mut entropy = Entropy::new(&[0, 1, 2, 3]);
        assert_eq!(entropy.secret(2, Alphabet::Hex).as_deref(), Some("01"));
        assert_eq!(entropy.secret(2, Alphabet::Hex).as_deref(), Some("23"));
        assert_eq!(entropy.secret(1, Alphabet::Hex), None);
        assert_eq!(secret(&[7; 9], 8, Alphabet::Strong).as_deref(), Some("HHHH-Aa1"));
    }
}
