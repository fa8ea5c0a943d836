//! Recorded cases: what a machine with the shared folder has besides our own. One JSON object a line, packed.

use flate2::read::GzDecoder;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader};

/// The cases of `../shared/NAME/dev.jsonl.gz`; none where the folder is not there, which is said.
pub fn pack(name: &str) -> Vec<Value> {
    let Some(shared) = crate::case::shared() else { return Vec::new() };
    let path = shared.join(name).join("dev.jsonl.gz");
    let Ok(file) = File::open(&path) else {
        println!("skipped: no {}", path.display());
        return Vec::new();
    };
    let lines = BufReader::new(GzDecoder::new(file)).lines();
    lines.map(|line| serde_json::from_str(&line.expect("the pack is whole")).expect("a line is JSON")).collect()
}

/// The files of a case: path to bytes.
pub fn files(case: &Value) -> BTreeMap<String, Vec<u8>> {
    let files = case["files"].as_object().expect("a case has files");
    files.iter().map(|(path, content)| (path.clone(), bytes(content))).collect()
}

/// A file is a text, or base64 where it is not UTF-8.
fn bytes(content: &Value) -> Vec<u8> {
    match content["base64"].as_str() {
        Some(packed) => decode(packed),
        None => content.as_str().expect("a file is a text").as_bytes().to_vec(),
    }
}

/// The bytes of standard base64.
fn decode(packed: &str) -> Vec<u8> {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digits = packed.bytes().filter_map(|it| ALPHABET.iter().position(|letter| *letter == it));
    let (mut held, mut bits, mut result) = (0usize, 0, Vec::new());
    for digit in digits {
        held = (held << 6 | digit) & 0xFFFF;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            result.push(u8::try_from(held >> bits & 0xFF).expect("eight bits"));
        }
    }
    result
}

#[test]
fn base64_is_undone() {
    assert_eq!(decode("/v8AeA=="), [0xFE, 0xFF, 0x00, 0x78]);
}
