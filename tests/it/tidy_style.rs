//! Colors stand in one style sheet, so that a theme is one file and contrast can be computed.

use crate::source_text::files;

/// Functions that make a color out of numbers.
const MAKERS: [&str; 8] = ["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklch("];

/// Color names that people write by hand; `transparent`, `currentColor` and the system's colors are no decision of ours.
const NAMES: [&str; 14] = [
    "white", "black", "red", "green", "blue", "gray", "grey", "orange", "yellow", "purple", "silver", "navy", "teal",
    "tomato",
];

/// The first color that a declaration such as `color: #fff` names.
fn color(declaration: &str) -> Option<String> {
    let (_, value) = declaration.split_once(':')?;
    let splits = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ')');
    value.split(splits).flat_map(|part| part.split_inclusive('(')).find(|word| is_color(word)).map(str::to_owned)
}

fn is_color(word: &str) -> bool {
    let hex = word
        .strip_prefix('#')
        .is_some_and(|rest| matches!(rest.len(), 3 | 4 | 6 | 8) && rest.chars().all(|c| c.is_ascii_hexdigit()));
    hex || MAKERS.contains(&word) || NAMES.contains(&word)
}

/// CSS with its comments blanked.
fn without_comments(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("/*") {
        let (inner, after) = comment.split_once("*/").unwrap_or((comment, ""));
        out.push_str(before);
        out.push_str(&"\n".repeat(inner.matches('\n').count()));
        rest = after;
    }
    out + rest
}

#[test]
fn colors_stand_in_the_tokens_alone() {
    let mut faults = Vec::new();
    for file in files(&["style"], &[".css"]).iter().filter(|file| file.name() != "tokens.css") {
        for (at, line) in without_comments(&file.text).lines().enumerate() {
            if let Some(found) = color(line) {
                faults.push(format!("{}:{}: `{found}`; name a token of tokens.css", file.path, at + 1));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn colors_are_recognized() {
    assert_eq!(color("  color: #1b2;").as_deref(), Some("#1b2"));
    assert_eq!(color("border: 1px solid white").as_deref(), Some("white"));
    assert_eq!(color("background: color-mix(in oklab, rgb(1 2 3), var(--a))").as_deref(), Some("rgb("));
    assert_eq!(color("color: var(--white)"), None);
    assert_eq!(color("background: transparent url(#a)"), None);
}
