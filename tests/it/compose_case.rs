//! Stacks as cases: what the engine makes of them and what it says, with the places; Docker Compose itself referees.

use crate::case::{Case, cases};
use crate::oracle;
use estiba::compose::config::{Format, render};
use estiba::compose::load::{Files, Options, Outcome, load};
use estiba::text::line_index::LineIndex;
use estiba::text::path::FilePath;
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

/// The folder that the engine is told.
const FOLDER: &str = "/work/shop";

#[test]
fn stacks_are_loaded() {
    for case in cases("compose") {
        let files = files(&case);
        let outcome = load(&files, &Options { working_dir: FOLDER.to_owned(), ..Options::default() });
        case.expect("says", &said(&files, &outcome));
        case.expect("config", &printed(&outcome));
    }
}

#[test]
fn docker_compose_agrees() {
    let Some(program) = oracle::find("docker-compose") else { return };
    for case in cases("compose") {
        let folder = oracle::scratch("compose_case").join("shop");
        write(&folder, &case);
        let output = oracle::compose_config(&program, &folder, &[]);
        let here = folder.to_str().expect("the build folder's name is text");
        let (out, log) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        let answer = if output.status.success() {
            out.into_owned()
        } else {
            let lines = log.lines().filter(|it| !it.starts_with("time="));
            format!("refused: {}\n", lines.collect::<Vec<_>>().join("\n"))
        };
        let answer = answer.replace(here, FOLDER);
        // Of several faults Compose names one at random; ours are all in the list.
        let named = answer.strip_prefix("refused: ").is_some_and(|it| {
            let words = format!("error: {}\n", it.trim_end().replace('\n', "\\n"));
            case.text("says").contains(&words)
        });
        assert!(named || answer == case.text("config"), "{}\n{answer}", case.path.display());
    }
}

fn sections(case: &Case) -> impl Iterator<Item = (&str, &str)> {
    case.sections.iter().filter_map(|(name, text)| Some((name.strip_prefix("file ")?, text.as_str())))
}

fn files(case: &Case) -> Files {
    sections(case).map(|(path, text)| (FilePath::new(path), Arc::from(text.as_bytes()))).collect()
}

fn write(folder: &Path, case: &Case) {
    for (path, text) in sections(case) {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the build folder can be written");
        std::fs::write(path, text).expect("the build folder can be written");
    }
}

/// What Docker Compose would print.
fn printed(outcome: &Outcome) -> String {
    if let Some(refusal) = &outcome.refusal {
        return format!("refused: {refusal}\n");
    }
    outcome.resolved.as_ref().map(|it| render(it, Format::Yaml, false).expect("it can be printed")).unwrap_or_default()
}

/// The diagnostics with their places.
fn said(files: &Files, outcome: &Outcome) -> String {
    let mut said = String::new();
    for it in &outcome.diagnostics {
        if let Some(file) = &it.file {
            let text = files.get(file).map(|it| String::from_utf8_lossy(it).into_owned()).unwrap_or_default();
            let place = LineIndex::new(&text).position(it.span.start, &text);
            let _ =
                write!(said, "{file}:{}:{}: `{}` ", place.line, place.column, it.span.of(&text).replace('\n', "\\n"));
        }
        let _ = writeln!(said, "{}: {}", it.severity.id(), it.what.en.replace('\n', "\\n"));
    }
    said
}
