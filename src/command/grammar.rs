//! The grammar of commands in words: what the command line, the test cases and a person at a prompt write. Each command
//! says its own line; these are the pieces.

use crate::command::commands::{Command, ResourceKind};

/// A row of the table of commands.
pub struct Row {
    /// The first word of the line.
    pub name: &'static str,
    /// The whole line, as design and help show it.
    pub grammar: &'static str,
    /// Reads what follows the name, without spaces at both ends.
    pub parse: fn(&str) -> Option<Command>,
}

/// Exactly `N` words.
pub fn words<const N: usize>(line: &str) -> Option<[&str; N]> {
    line.split_whitespace().collect::<Vec<_>>().try_into().ok()
}

/// `LEFT -> RIGHT`, each without spaces at both ends and neither empty.
pub fn arrow(line: &str) -> Option<(&str, &str)> {
    let (left, right) = line.split_once("->")?;
    let (left, right) = (left.trim(), right.trim());
    (!left.is_empty() && !right.is_empty()).then_some((left, right))
}

/// One word.
pub fn word(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty() && !text.contains(char::is_whitespace)).then(|| text.to_owned())
}

/// `SERVICE:/path`.
pub fn service_path(text: &str) -> Option<(String, String)> {
    let (service, path) = text.split_once(':')?;
    (!path.is_empty()).then(|| Some((word(service)?, word(path)?)))?
}

/// `PATH` of keys and indexes with dots, `"…"` around a key with dots; with what follows it behind `=` or nothing.
pub fn path(text: &str) -> Option<(Vec<String>, &str)> {
    let (mut steps, mut rest) = (Vec::new(), text);
    loop {
        let step;
        (step, rest) = match rest.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"')?,
            None => rest.split_at(rest.find(['.', '=']).unwrap_or(rest.len())),
        };
        if step.is_empty() || (step.contains(char::is_whitespace) && !rest.is_empty() && !text.contains('"')) {
            return None;
        }
        steps.push(step.to_owned());
        match rest.strip_prefix('.') {
            Some(next) => rest = next,
            None => return (rest.is_empty() || rest.starts_with('=')).then_some((steps, rest)),
        }
    }
}

/// `path` as a person writes it, the inverse of reading it.
pub fn in_words(path: &[String]) -> String {
    let step = |it: &String| if it.contains(['.', '=', ' ']) { format!("\"{it}\"") } else { it.clone() };
    path.iter().map(step).collect::<Vec<_>>().join(".")
}

impl ResourceKind {
    /// The top-level element and the attribute of a service.
    pub fn section(self) -> &'static str {
        match self {
            Self::Volume => "volumes",
            Self::Network => "networks",
            Self::Secret => "secrets",
            Self::Config => "configs",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_with_quoted_keys() {
        let steps = |text| path(text).map(|(steps, rest)| (steps.join("|"), rest));
        assert_eq!(steps("services.api.ports.0=80"), Some(("services|api|ports|0".into(), "=80")));
        assert_eq!(steps("a.\"x.y/z\".b=c.d=e"), Some(("a|x.y/z|b".into(), "=c.d=e")));
        assert_eq!(steps("a..b"), None);
        assert_eq!(steps("\"a"), None);
        assert_eq!(in_words(&["a".into(), "x.y".into()]), "a.\"x.y\"");
    }
}
