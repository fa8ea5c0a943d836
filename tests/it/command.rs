//! Commands: each case is a stack, lines of the grammar, and what they change. Every case also sweeps: nothing but the
//! lines of the diff changes, comments stay, an edit taken back gives the same bytes.

use crate::case::{Case, cases};
use crate::command_sweep::{is_yaml, sweep};
use estiba::command::commands::{Command, Stack};
use estiba::command::plan::is_env_file;
use estiba::command::table::{apply, parse, rows};
use estiba::compose::load::{Files, Options, Outcome, load};
use estiba::text::diff::changed_lines;
use estiba::text::path::FilePath;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::Arc;

/// Sections that are no files.
const OTHER: [&str; 3] = ["action", "diff", "says"];

/// What loading gives; the compose files by name, where the stack is too broken for more. A file comes before its
/// overrides.
pub fn outcome(files: &Files) -> Outcome {
    let is_compose = |it: &&FilePath| is_yaml(it.as_str());
    let mut compose: Vec<FilePath> = files.keys().filter(is_compose).cloned().collect();
    compose.sort_by_key(|it| it.as_str().contains("override"));
    let options = Options { files: compose.clone(), working_dir: "/work/shop".to_owned(), ..Options::default() };
    let mut outcome = load(files, &options);
    for path in compose {
        if !outcome.files.contains(&path) {
            outcome.files.push(path);
        }
    }
    outcome
}

/// The text of a file; empty where there is none.
pub fn text<'a>(files: &'a Files, path: &FilePath) -> &'a str {
    files.get(path).map_or("", |it| std::str::from_utf8(it).expect("a case is UTF-8"))
}

/// The stack after `command` and what was said; refusals change nothing.
pub fn run(files: &Files, command: &Command) -> (Files, Result<String, String>) {
    let outcome = outcome(files);
    let main = outcome.files.iter().find(|it| !is_env_file(it));
    let target = main.cloned().unwrap_or(FilePath::new("compose.yaml"));
    match apply(command, Stack { files, outcome: &outcome, target: &target }) {
        Ok(change) => {
            let mut after = files.clone();
            for (path, edit) in &change.edits {
                let before = text(files, path);
                let new = edit.apply(before).expect("an edit fits its file");
                sweep(path.as_str(), before, edit, command);
                after.insert(path.clone(), Arc::from(new.into_bytes()));
            }
            (after, Ok(format!("{}\n{}\n", change.says.en, change.says.es)))
        }
        Err(refusal) => (files.clone(), Err(format!("refused: {}\n", refusal.text().en))),
    }
}

/// A section name may end in ` crlf` or ` no-eol`: the text with these line ends, and without its last one.
fn stack(case: &Case) -> Files {
    let mut files = Files::new();
    for (name, body) in case.sections.iter().filter(|(name, _)| !OTHER.contains(&name.as_str())) {
        let mut words = name.split(' ');
        let path = words.next().expect("a section has a name");
        let mut body = body.clone();
        for word in words {
            body = match word {
                "crlf" => body.replace('\n', "\r\n"),
                "no-eol" => body.trim_end_matches(['\r', '\n']).to_owned(),
                _ => panic!("{}: `{word}` is neither crlf nor no-eol", case.path.display()),
            };
        }
        files.insert(FilePath::new(path), Arc::from(body.into_bytes()));
    }
    files
}

/// Lines of an action; one that is indented goes on with the one before.
fn lines(action: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in action.lines() {
        match lines.last_mut() {
            Some(last) if line.starts_with(' ') => write!(last, "\n{line}").expect("a string takes all"),
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

#[test]
fn commands_change_what_their_cases_say() {
    let mut used: BTreeMap<String, usize> = BTreeMap::new();
    for case in cases("command") {
        let before = stack(&case);
        let (mut files, mut says) = (before.clone(), String::new());
        for line in lines(case.text("action")) {
            match parse(&line) {
                Ok(command) => {
                    *used.entry(line.split(' ').next().unwrap_or_default().to_owned()).or_default() += 1;
                    let (after, said) = run(&files, &command);
                    files = after;
                    says.push_str(&said.unwrap_or_else(|refusal| refusal));
                }
                Err(error) => writeln!(says, "no command: {}", error.en).expect("a string takes all"),
            }
        }
        let paths: BTreeSet<&FilePath> = before.keys().chain(files.keys()).collect();
        let mut diff = String::new();
        for path in paths {
            let changed = changed_lines(text(&before, path), text(&files, path));
            if !changed.is_empty() {
                write!(diff, "{path}\n{}", changed.replace('\r', "\\r")).expect("a string takes all");
            }
        }
        case.expect("diff", &diff);
        case.expect("says", &says);
    }
    println!("lines by command: {used:?}");
    let unused: Vec<&str> = rows().map(|it| it.name).filter(|it| !used.contains_key(*it)).collect();
    assert!(unused.is_empty(), "no case for {unused:?}");
}
