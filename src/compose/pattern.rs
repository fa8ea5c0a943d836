//! Paths in a project as Docker Compose writes them, `services.web.ports`, and patterns over them, `services.*.ports`.
//! A path is text with dots: a name that holds a dot counts as two parts, there as here.

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
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
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
}
