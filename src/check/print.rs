//! Findings for a terminal and for machines: lines of text, JSON, and SARIF 2.1.0, which code hosts show beside the lines.

use crate::check::table::{RULES, rule};
use crate::compose::load::Files;
use crate::text::diagnostic::{Applicability, Diagnostic, Fix, Severity};
use crate::text::edit::Indel;
use crate::text::line_index::{LineIndex, Position};
use crate::text::path::FilePath;
use crate::text::words::Lang;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Where the lines of each text begin, so that a file with many findings is read once.
pub struct Places<'a> {
    files: &'a Files,
    lines: BTreeMap<FilePath, LineIndex>,
}

impl<'a> Places<'a> {
    /// The places of `files`.
    pub fn new(files: &'a Files) -> Self {
        Self { files, lines: BTreeMap::new() }
    }

    /// Line and column, from 1, of an offset; the start for a file that is no text.
    fn position(&mut self, path: &FilePath, offset: usize) -> Position {
        let text = self.files.get(path).and_then(|it| std::str::from_utf8(it).ok()).unwrap_or_default();
        let index = self.lines.entry(path.clone()).or_insert_with(|| LineIndex::new(text));
        index.position(offset, text)
    }
}

/// A line for each finding, as compilers write them, with why and what to do below; ends with how many there are.
pub fn text(findings: &[Diagnostic], files: &Files, lang: Lang) -> String {
    let (mut places, mut lines) = (Places::new(files), String::new());
    for it in findings {
        if let Some(file) = &it.file {
            let at = places.position(file, it.span.start);
            let _ = write!(lines, "{file}:{}:{}: ", at.line, at.column);
        }
        let _ = writeln!(lines, "{}: {} [{}]", it.severity.id(), it.what.get(lang), it.rule);
        let below = [&it.why].into_iter().chain(&it.hints).map(|it| it.get(lang)).filter(|it| !it.is_empty());
        for words in below {
            let _ = writeln!(lines, "    {words}");
        }
    }
    lines
}

/// The list of the command line's contract: `file`, `line`, `column`, `rule`, `aliases`, `severity`, `message`, `fix`.
pub fn json(findings: &[Diagnostic], files: &Files, lang: Lang) -> String {
    let mut places = Places::new(files);
    let list: Vec<Value> = findings.iter().map(|it| json_finding(it, &mut places, lang)).collect();
    pretty(&Value::Array(list))
}

/// One finding.
fn json_finding(it: &Diagnostic, places: &mut Places<'_>, lang: Lang) -> Value {
    let at = it.file.as_ref().map(|file| places.position(file, it.span.start));
    json!({
        "file": it.file.as_ref().map(FilePath::as_str),
        "line": at.map(|it| it.line),
        "column": at.map(|it| it.column),
        "rule": it.rule,
        "aliases": rule(it.rule).map_or(&[][..], |it| it.aliases),
        "severity": it.severity.id(),
        "message": it.what.get(lang),
        "why": it.why.get(lang),
        "fix": it.fixes.first().map(|fix| json_fix(fix, places, lang)),
    })
}

/// A fix: what it does, whether it is safe, and its replacements.
fn json_fix(fix: &Fix, places: &mut Places<'_>, lang: Lang) -> Value {
    let edits = fix.edits.iter().flat_map(|(file, edit)| edit.indels().iter().map(move |it| (file, it)));
    let edits: Vec<Value> = edits.map(|(file, it)| json_edit(file, it, places)).collect();
    let applicability = if fix.applicability == Applicability::Safe { "safe" } else { "unsafe" };
    json!({ "title": fix.title.get(lang), "applicability": applicability, "edits": edits })
}

/// A replacement by lines and columns.
fn json_edit(file: &FilePath, it: &Indel, places: &mut Places<'_>) -> Value {
    let (start, end) = (places.position(file, it.delete.start), places.position(file, it.delete.end));
    json!({
        "file": file.as_str(), "line": start.line, "column": start.column,
        "end_line": end.line, "end_column": end.column, "insert": it.insert,
    })
}

/// A SARIF log with one run.
pub fn sarif(findings: &[Diagnostic], files: &Files, lang: Lang) -> String {
    let mut places = Places::new(files);
    let results: Vec<Value> = findings.iter().map(|it| sarif_result(it, &mut places, lang)).collect();
    let rules: Vec<Value> =
        RULES.iter().map(|it| json!({ "id": it.id, "properties": { "aliases": it.aliases } })).collect();
    let driver = json!({ "name": "estiba", "version": env!("CARGO_PKG_VERSION"), "rules": rules });
    pretty(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{ "tool": { "driver": driver }, "columnKind": "unicodeCodePoints", "results": results }],
    }))
}

/// One result.
fn sarif_result(it: &Diagnostic, places: &mut Places<'_>, lang: Lang) -> Value {
    let level = match it.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    };
    let location = it.file.as_ref().map(|file| {
        let region = region(file, (it.span.start, it.span.end), places);
        json!({ "physicalLocation": { "artifactLocation": { "uri": file.as_str() }, "region": region } })
    });
    let fixes: Vec<Value> = it.fixes.iter().map(|fix| sarif_fix(fix, places, lang)).collect();
    let locations: Vec<Value> = location.into_iter().collect();
    json!({ "ruleId": it.rule, "level": level, "message": { "text": it.what.get(lang) }, "locations": locations, "fixes": fixes })
}

/// A fix as changes by artifact.
fn sarif_fix(fix: &Fix, places: &mut Places<'_>, lang: Lang) -> Value {
    let mut changes = Vec::new();
    for (file, edit) in &fix.edits {
        let replacement = |it: &Indel| {
            let deleted = region(file, (it.delete.start, it.delete.end), places);
            json!({ "deletedRegion": deleted, "insertedContent": { "text": it.insert } })
        };
        let replacements: Vec<Value> = edit.indels().iter().map(replacement).collect();
        changes.push(json!({ "artifactLocation": { "uri": file.as_str() }, "replacements": replacements }));
    }
    json!({ "description": { "text": fix.title.get(lang) }, "artifactChanges": changes })
}

/// A region by lines and columns.
fn region(file: &FilePath, (start, end): (usize, usize), places: &mut Places<'_>) -> Value {
    let (start, end) = (places.position(file, start), places.position(file, end));
    json!({ "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column })
}

/// JSON as a person reads it, with a last line break.
fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::edit::TextEdit;
    use crate::text::span::Span;
    use crate::text::words::Text;
    use std::sync::Arc;

    fn example() -> (Files, Vec<Diagnostic>) {
        let path = FilePath::new("compose.yaml");
        let files = Files::from([(path.clone(), Arc::from("a: ñ\nb: redis\n".as_bytes()))]);
        let what = Text { en: "what".to_owned(), es: "qué".to_owned() };
        let mut it = Diagnostic::new("unpinned-image", Severity::Warning, Some(path.clone()), Span::new(9, 14), what);
        it.why = Text::same("why");
        let edits = vec![(path, TextEdit::insert(14, ":8"))];
        it.fixes.push(Fix { title: Text::same("fix"), applicability: Applicability::Unsafe, edits });
        (files, vec![it])
    }

    #[test]
    fn lines_for_people() {
        let (files, findings) = example();
        assert_eq!(text(&findings, &files, Lang::Es), "compose.yaml:2:4: warning: qué [unpinned-image]\n    why\n");
    }

    #[test]
    fn lists_for_machines() {
        let (files, findings) = example();
        let list: Value = serde_json::from_str(&json(&findings, &files, Lang::En)).unwrap();
        assert_eq!((&list[0]["line"], &list[0]["column"], &list[0]["message"]), (&json!(2), &json!(4), &json!("what")));
        assert!(list[0]["aliases"].as_array().unwrap().contains(&json!("CL-0004")));
        assert_eq!(list[0]["fix"]["edits"][0]["insert"], ":8");
        let log: Value = serde_json::from_str(&sarif(&findings, &files, Lang::En)).unwrap();
        let result = &log["runs"][0]["results"][0];
        assert_eq!((&result["ruleId"], &result["level"]), (&json!("unpinned-image"), &json!("warning")));
        assert_eq!(result["locations"][0]["physicalLocation"]["region"]["startColumn"], 4);
    }
}
