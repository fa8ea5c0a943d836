//! Paths in a project as Docker Compose writes them, `services.web.ports`, and patterns over them, `services.*.ports`.
//! A dot inside a name does not part it: a character that no name holds stands for it, the one that Compose takes.

use std::borrow::Cow;

/// What stands for a dot inside a name.
const DOT: char = '\u{1f47b}';

/// Whether `path` has the shape of `pattern`, where `*` stands for any one part.
pub fn matches(path: &str, pattern: &str) -> bool {
    let (mut parts, mut wanted) = (path.split('.'), pattern.split('.'));
    loop {
        match (parts.next(), wanted.next()) {
            (None, None) => return true,
            (Some(part), Some(want)) if want == "*" || want == part => {}
            _ => return false,
        }
    }
}

/// The path of `key` below `path`.
pub fn below(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{}", part(key)) }
}

/// `key` as a part of a path.
pub fn part(key: &str) -> Cow<'_, str> {
    if key.contains('.') { Cow::Owned(key.replace('.', DOT.encode_utf8(&mut [0; 4]))) } else { Cow::Borrowed(key) }
}

/// `path` as people read it.
pub fn shown(path: &str) -> Cow<'_, str> {
    if path.contains(DOT) { Cow::Owned(path.replace(DOT, ".")) } else { Cow::Borrowed(path) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_is_one_part() {
        assert!(matches("services.a.image", "services.*.image"));
        assert!(!matches("services.a.b.image", "services.*.image"));
        assert!(!matches("services.a", "services.*.image"));
        assert!(matches("services.a", "services.*"));
    }

    #[test]
    fn a_dot_in_a_name_does_not_part_it() {
        let path = below(&below("services", "a.b"), "image");
        assert!(matches(&path, "services.*.image"));
        assert_eq!(shown(&path), "services.a.b.image");
    }
}
