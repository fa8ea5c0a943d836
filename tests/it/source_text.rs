//! `SourceFile`: a file of the project as the style rules read it. The words inside strings and comments are blanked, so that a rule
//! about code does not stumble over a sentence; what stands below `#[cfg(test)]` is left out, since tests have rules of their own.

use std::fs;
use std::path::{Path, PathBuf};

/// A text file of the project.
pub struct SourceFile {
    /// From the top folder, with slashes.
    pub path: String,
    /// As it stands.
    pub text: String,
}

impl SourceFile {
    /// The last part of the path.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// The Rust code outside of tests, line by line from 1, with strings and comments blanked.
    pub fn code(&self) -> Vec<(usize, String)> {
        without_tests(&blank(&self.text))
    }

    /// All lines from 1.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.split('\n').enumerate().map(|(index, line)| (index + 1, line))
    }
}

/// The folder that holds Cargo.toml.
pub fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below `folders` (or the file itself) whose name ends with one of `endings`; sorted.
pub fn files(folders: &[&str], endings: &[&str]) -> Vec<SourceFile> {
    let mut paths = Vec::new();
    for folder in folders {
        collect(&top().join(folder), &mut paths);
    }
    paths.sort();
    let wanted = paths.into_iter().filter(|path| endings.iter().any(|ending| path.to_string_lossy().ends_with(ending)));
    wanted.filter_map(|path| read(&path)).collect()
}

fn read(path: &Path) -> Option<SourceFile> {
    let text = fs::read_to_string(path).ok()?;
    let path = path.strip_prefix(top()).ok()?.to_string_lossy().replace('\\', "/");
    Some(SourceFile { path, text })
}

fn collect(path: &Path, into: &mut Vec<PathBuf>) {
    if path.is_file() {
        into.push(path.to_path_buf());
    }
    if path.file_name().is_some_and(|name| name == "node_modules") {
        return;
    }
    for entry in fs::read_dir(path).into_iter().flatten().flatten() {
        collect(&entry.path(), into);
    }
}

/// The lines outside of `#[cfg(test)]` items that stand at the left margin.
fn without_tests(text: &str) -> Vec<(usize, String)> {
    let mut kept = Vec::new();
    let mut in_test = false;
    for (index, line) in text.split('\n').enumerate() {
        in_test |= line.starts_with("#[cfg(test)]");
        if !in_test {
            kept.push((index + 1, line.to_owned()));
        }
        if line.starts_with('}') {
            in_test = false;
        }
    }
    kept
}

/// Rust with the content of comments, strings and characters as spaces; line ends stay.
pub fn blank(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let length = hidden(rest);
        if length == 0 {
            let next = rest.chars().next().unwrap_or_default();
            out.push(next);
            rest = &rest[next.len_utf8()..];
            if next.is_alphanumeric() || next == '_' {
                let word = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
                out.push_str(&rest[..word]);
                rest = &rest[word..];
            }
        } else {
            out.extend(rest[..length].chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
            rest = &rest[length..];
        }
    }
    out
}

/// How many bytes from here are a comment, a string or a character; 0 where code goes on.
fn hidden(rest: &str) -> usize {
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return rest.find("*/").map_or(rest.len(), |end| end + 2);
    }
    if rest.starts_with('"') || rest.starts_with("b\"") {
        let open = rest.find('"').unwrap_or_default() + 1;
        return open + closing(&rest[open..], '"');
    }
    if let Some(length) = raw_string(rest) {
        return length;
    }
    character(rest)
}

/// The length up to and with the next `quote` that no backslash escapes.
fn closing(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (index, c) in text.char_indices() {
        if c == quote && !escaped {
            return index + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    text.len()
}

fn raw_string(rest: &str) -> Option<usize> {
    let body = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = body.len() - body.trim_start_matches('#').len();
    let inner = body[hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let length = inner.find(&end).map_or(inner.len(), |at| at + end.len());
    Some(rest.len() - inner.len() + length)
}

/// A character such as `'"'`; a lifetime is none.
fn character(rest: &str) -> usize {
    let Some(inner) = rest.strip_prefix('\'') else { return 0 };
    let mut chars = inner.chars();
    match (chars.next(), chars.next()) {
        (Some('\\'), _) => 1 + closing(inner, '\''),
        (Some(one), Some('\'')) => 2 + one.len_utf8(),
        _ => 0,
    }
}

#[test]
fn strings_comments_and_tests_are_no_code() {
    let text = "fn a<'x>() { \"if \\\" b\"; r#\"c\"d\"#; '\"'; e } // f\n#[cfg(test)]\nmod tests {\n    g\n}\nh";
    let file = SourceFile { path: "src/a.rs".into(), text: text.into() };
    let code: String = file.code().into_iter().map(|(_, line)| line).collect();
    let words: Vec<&str> = code.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    assert_eq!(words, ["fn", "a", "x", "e", "h"]);
}
