//! Env files as text: a new line in the style of the file, and hosts renamed in place.

use crate::command::host::with_host;
use crate::text::edit::TextEdit;
use crate::text::span::Span;

/// The value that `text` gives `key`, as it is written, without quotes around it; the last one counts.
pub fn value<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    let found = lines(text).filter(|it| it.key == key).last()?;
    let value = found.value.of(text).trim();
    let inside = |quote: char| value.strip_prefix(quote)?.strip_suffix(quote);
    Some(inside('\'').or_else(|| inside('"')).unwrap_or(value))
}

/// The edit that puts `KEY=value` at the end of `text`.
pub fn append(text: &str, key: &str, value: &str) -> TextEdit {
    append_written(text, key, &quoted(value))
}

/// The same for a value that stands as it is to be written.
pub fn append_written(text: &str, key: &str, value: &str) -> TextEdit {
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let before = if text.is_empty() || text.ends_with('\n') { "" } else { line_end };
    let after = if text.is_empty() || text.ends_with('\n') { line_end } else { "" };
    TextEdit::insert(text.len(), format!("{before}{key}={value}{after}"))
}

/// The edit that calls the host `old` `new` in every value, and how many values it changes.
pub fn rename_hosts(text: &str, old: &str, new: &str) -> (TextEdit, usize) {
    let (mut edit, mut count) = (TextEdit::default(), 0);
    for line in lines(text) {
        let value = line.value.of(text);
        let bare = value.trim_matches(['\'', '"']);
        let Some(renamed) = with_host(line.key, bare, old, new) else { continue };
        let start = line.value.start + value.len() - value.trim_start_matches(['\'', '"']).len();
        let place = Span::new(start, start + bare.len());
        if let Some(joined) = edit.clone().union(TextEdit::replace(place, renamed)) {
            (edit, count) = (joined, count + 1);
        }
    }
    (edit, count)
}

/// `KEY=value` on a line of its own.
struct Line<'a> {
    key: &'a str,
    // Without spaces at both ends.
    value: Span,
}

fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let starts = text.split_inclusive('\n').scan(0, |at, line| {
        *at += line.len();
        Some((*at - line.len(), line.trim_end()))
    });
    starts.filter_map(|(start, line)| {
        let (key, value) = line.split_once('=')?;
        let key = key.trim().trim_start_matches("export ").trim();
        let comment = value.find(" #").unwrap_or(value.len());
        let cut = value.get(..comment)?;
        let from = start + line.len() - value.len() + cut.len() - cut.trim_start().len();
        let plain = !key.is_empty() && !key.starts_with('#') && !key.contains(char::is_whitespace);
        plain.then(|| Line { key, value: Span::new(from, from + cut.trim().len()) })
    })
}

/// Whether nothing in a value is special to an env file.
pub fn is_bare(value: &str) -> bool {
    value.chars().all(|it| it.is_alphanumeric() || "_-./:@%+,=?&~^*;[]<>".contains(it))
}

/// A value as an env file holds it: bare where nothing in it is special, else in the quotes that keep it.
fn quoted(value: &str) -> String {
    if is_bare(value) {
        return value.to_owned();
    }
    if !value.contains(['\'', '\n', '\r']) {
        return format!("'{value}'");
    }
    let escaped = value.replace('\\', "\\\\").replace('"', "\\\"").replace('$', "\\$");
    format!("\"{}\"", escaped.replace('\n', "\\n").replace('\r', "\\r"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_in_place() {
        let text = "# db:1\nA='db:5432' # db\nexport B=http://db/\nC=db\n";
        let (edit, count) = rename_hosts(text, "db", "pg");
        assert_eq!(count, 2);
        assert_eq!(edit.apply(text).unwrap(), "# db:1\nA='pg:5432' # db\nexport B=http://pg/\nC=db\n");
        assert_eq!(value(text, "B"), Some("http://db/"));
    }

    #[test]
    fn a_line_at_the_end() {
        assert_eq!(append("A=1", "B", "x y").apply("A=1").unwrap(), "A=1\nB='x y'");
        assert_eq!(append("A=1\r\n", "B", "it's $5").apply("A=1\r\n").unwrap(), "A=1\r\nB=\"it's \\$5\"\r\n");
    }
}
