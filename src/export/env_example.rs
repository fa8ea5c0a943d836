//! `.env.example`: what `.env` needs, without its secrets. It has the same keys, comments and groups in the same order,
//! so that the two can be laid side by side.

use crate::catalog::secret_name::{is_secret, url_password};
use std::collections::BTreeSet;

/// What stands in the place of a secret: plainly nothing, for a person to fill in.
const EMPTY: &str = "\"\"";
/// What stands in the place of a password inside an address.
const PLACEHOLDER: &str = "change-me";

/// A line, or the lines of a value in quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry<'a> {
    /// A comment or an empty line, with its line break.
    Other(&'a str),
    /// A variable.
    Variable {
        /// What stands before the value: `export KEY = `.
        head: &'a str,
        /// The key.
        key: &'a str,
        /// The value with its quotes.
        value: &'a str,
        /// A comment behind the value and the line break.
        tail: &'a str,
    },
}

/// The entries of a `.env` text; together they are the text.
pub fn entries(text: &str) -> Vec<Entry<'_>> {
    let (mut found, mut rest) = (Vec::new(), text);
    while !rest.is_empty() {
        let (entry, length) = entry(rest);
        found.push(entry);
        rest = rest.get(length..).unwrap_or_default();
    }
    found
}

/// The first entry of `rest`, and its length.
fn entry(rest: &str) -> (Entry<'_>, usize) {
    let line_end = rest.find('\n').map_or(rest.len(), |at| at + 1);
    let line = rest.get(..line_end).unwrap_or(rest);
    let variable = || {
        let key = line.trim_start().strip_prefix("export ").unwrap_or(line.trim_start()).trim_start();
        let key = key.get(..key.find('=')?)?.trim_end();
        let named = !key.is_empty() && key.chars().all(|it| it.is_alphanumeric() || "_.-".contains(it));
        let equals = line.find('=')? + 1;
        let value_start = equals + (line.len() - equals) - line.get(equals..)?.trim_start_matches([' ', '\t']).len();
        let length = value_length(rest.get(value_start..)?);
        let value_end = value_start + length;
        let end = rest.get(value_end..)?.find('\n').map_or(rest.len(), |at| value_end + at + 1);
        let (head, value, tail) =
            (rest.get(..value_start)?, rest.get(value_start..value_end)?, rest.get(value_end..end)?);
        named.then_some((Entry::Variable { head, key, value, tail }, end))
    };
    variable().unwrap_or((Entry::Other(line), line_end))
}

/// Length of the value at the start of `rest`: to the closing quote, or to a comment or the end of the line.
fn value_length(rest: &str) -> usize {
    let line_end = rest.find('\n').unwrap_or(rest.len());
    let quote = rest.chars().next().filter(|it| matches!(it, '"' | '\''));
    if let Some(quote) = quote {
        let mut escaped = false;
        for (at, it) in rest.char_indices().skip(1) {
            if it == quote && !escaped {
                return at + 1;
            }
            escaped = it == '\\' && !escaped;
        }
        return line_end;
    }
    let line = rest.get(..line_end).unwrap_or_default();
    let line = line.find(" #").map_or(line, |at| line.get(..at).unwrap_or(line));
    line.trim_end().len()
}

/// The example of a `.env` text.
pub fn derive(env: &str) -> String {
    entries(env).into_iter().map(example).collect()
}

/// `example` with the keys of `env` that it lacks, at its end; everything that it has stays as it is.
pub fn keep_in_step(example_text: &str, env: &str) -> String {
    let have: BTreeSet<&str> = entries(example_text).into_iter().filter_map(key).collect();
    let missing: Vec<Entry<'_>> =
        entries(env).into_iter().filter(|it| key(*it).is_some_and(|it| !have.contains(it))).collect();
    let mut text = example_text.to_owned();
    if !missing.is_empty() && !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    for it in missing {
        text.push_str(&example(it));
        if !text.ends_with('\n') {
            text.push('\n');
        }
    }
    text
}

/// The key of a variable.
fn key(entry: Entry<'_>) -> Option<&str> {
    match entry {
        Entry::Variable { key, .. } => Some(key),
        Entry::Other(_) => None,
    }
}

/// An entry as the example says it.
fn example(entry: Entry<'_>) -> String {
    match entry {
        Entry::Other(text) => text.to_owned(),
        Entry::Variable { head, key, value, tail } => format!("{head}{}{tail}", shown(key, value)),
    }
}

/// The value of `key` as others may see it: nothing of a secret, the rest of an address.
pub fn shown(key: &str, value: &str) -> String {
    if is_secret(key) {
        // A reference to another variable tells nothing.
        let bare = value.trim_matches(['"', '\'']);
        let reference = bare.starts_with("${") && bare.ends_with('}');
        return if reference { value.to_owned() } else { EMPTY.to_owned() };
    }
    match url_password(value) {
        Some(range) => {
            let mut value = value.to_owned();
            value.replace_range(range, PLACEHOLDER);
            value
        }
        None => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn same_lines_without_secrets() {
        let env = "# --- db ---\nDB_USER=app\nexport DB_PASSWORD = \"a\nb\" # note\n\nURL=pg://u:p@db/x\nALIAS_TOKEN=${DB_PASSWORD}\nnot a pair\n";
        let example = "# --- db ---\nDB_USER=app\nexport DB_PASSWORD = \"\" # note\n\nURL=pg://u:change-me@db/x\nALIAS_TOKEN=${DB_PASSWORD}\nnot a pair\n";
        assert_eq!(derive(env), example);
    }

    #[test]
    fn what_the_example_has_stays() {
        let example = "# mine\nA=something else\n";
        assert_eq!(keep_in_step(example, "A=1\nB=2\nC_SECRET=x\n"), "# mine\nA=something else\nB=2\nC_SECRET=\"\"\n");
        assert_eq!(keep_in_step("A=1", "A=2"), "A=1");
    }

    proptest! {
        #[test]
        fn the_entries_are_the_text(text in "[A-C=#\"' \\\\\nñ$]{0,24}") {
            let back: String = entries(&text).into_iter().map(|it| match it {
                Entry::Other(text) => text.to_owned(),
                Entry::Variable { head, value, tail, .. } => format!("{head}{value}{tail}"),
            }).collect();
            prop_assert_eq!(back, text);
        }
    }
}
