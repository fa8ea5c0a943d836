//! Findings of the rules: each case has the files of a stack, what is said about it, and what the first fix of each
//! finding changes.

use crate::case::{Case, cases};
use estiba::check::table::{RULES, check};
use estiba::compose::load::{Files, Options, load};
use estiba::text::diagnostic::{Applicability, Diagnostic};
use estiba::text::diff::changed_lines;
use estiba::text::line_index::LineIndex;
use estiba::text::path::FilePath;
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

/// The files of a case: its sections named `file PATH`.
pub fn files(case: &Case) -> Files {
    let named = case.sections.iter().filter_map(|(name, text)| Some((name.strip_prefix("file ")?, text)));
    named.map(|(path, text)| (FilePath::new(path), Arc::from(text.as_bytes()))).collect()
}

/// Loads the stack of `files` as a project in `/work/shop`.
pub fn options(files: &Files) -> Options {
    let named = files.keys().filter(|it| it.name().contains("prod")).filter(|it| it.name().contains("compose"));
    Options { working_dir: "/work/shop".to_owned(), files: named.cloned().collect(), ..Options::default() }
}

#[test]
fn rules_say_what_the_cases_expect() {
    for case in cases("check") {
        let files = files(&case);
        let outcome = load(&files, &options(&files));
        assert!(outcome.project.is_some(), "{}: {:?}", case.path.display(), outcome.diagnostics);
        let findings = check(&files, &outcome);
        case.expect("findings", &findings.iter().map(|it| line(it, &files)).collect::<String>());
        case.expect("fixes", &findings.iter().map(|it| fixes(it, &files)).collect::<String>());
    }
}

/// A finding in a line: place, severity, rule, and what it says in both languages.
fn line(it: &Diagnostic, files: &Files) -> String {
    let place = it.file.as_ref().map_or_else(String::new, |file| {
        let text = std::str::from_utf8(&files[file]).unwrap();
        let at = LineIndex::new(text).position(it.span.start, text);
        format!("{file}:{}:{} `{}`", at.line, at.column, it.span.of(text).lines().next().unwrap_or_default())
    });
    let node = it.node.as_deref().unwrap_or("-");
    format!("{} {} {node} at {place}\n  {}\n  {}\n", it.severity.id(), it.rule, it.what.en, it.what.es)
}

/// What the fixes of a finding change, each alone.
fn fixes(it: &Diagnostic, files: &Files) -> String {
    let mut text = String::new();
    for fix in &it.fixes {
        let safe = if fix.applicability == Applicability::Safe { "safe" } else { "unsafe" };
        writeln!(text, "{}: {} ({safe})", it.rule, fix.title.en).unwrap();
        for (path, edit) in &fix.edits {
            let before = files.get(path).map_or("", |it| std::str::from_utf8(it).unwrap());
            let after = edit.apply(before).unwrap_or_else(|| panic!("{}: a span outside {path}", it.rule));
            assert_eq!(edit.invert(before).apply(&after).as_deref(), Some(before), "an edit can be taken back");
            changed_lines(before, &after).lines().for_each(|it| writeln!(text, "  {path}: {it}").unwrap());
        }
    }
    text
}

#[test]
fn every_rule_has_a_case_and_its_page() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for rule in RULES {
        assert!(root.join("tests/data/check").join(rule.id).is_dir(), "no case for {}", rule.id);
        let page =
            std::fs::read_to_string(root.join("src/check/rules").join(rule.id.replace('-', "_") + ".rs")).unwrap();
        for heading in ["## What it does", "## Why is this bad?", "## Example", "## Fix safety"] {
            assert!(page.contains(heading), "{}: no `{heading}`", rule.id);
        }
    }
    let mut ids: Vec<&str> = RULES.iter().map(|it| it.id).collect();
    ids.sort_unstable();
    assert!(ids.windows(2).all(|it| it[0] != it[1]), "an id twice");
}
