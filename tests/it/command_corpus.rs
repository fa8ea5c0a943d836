//! Commands on real files: every file of the corpus takes a set of commands, each on another of its first services, and
//! every edit that comes of it is swept. A refusal must have a reason in the stack; a file that cannot be edited is an exception, and
//! there are none.

use crate::command_sweep::{faults, is_yaml};
use crate::pack::{files, pack};
use estiba::command::commands::{Command, Stack};
use estiba::command::table::{apply, parse};
use estiba::compose::load::{Files, Options, Outcome, load};
use estiba::syntax::yaml::edit::Draft;
use estiba::text::diff::changed_lines;
use estiba::text::path::FilePath;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Services of a file that are tried: the first ones show the same as the hundredth. With `EVERY_SERVICE` set each of
/// them takes every command.
const SERVICES: usize = 3;

/// Starts of refusals that say something of the stack and nothing against the editing.
const REASONS: [&str; 8] = [
    "already depends on",
    "cannot depend on",
    "already publishes",
    "while `",
    "nothing can be added to",
    "`network_mode`",
    "does not depend on",
    "is already there",
];

/// What came of all edits.
#[derive(Default)]
struct Tally {
    done: BTreeMap<&'static str, usize>,
    refused: BTreeMap<String, usize>,
    /// Edits that took lines away though they only add.
    rewrote: usize,
    time: Duration,
    exceptions: Vec<String>,
}

#[test]
fn real_files_take_commands() {
    let mut seen = BTreeSet::new();
    let mut tally = Tally::default();
    for case in pack("corpus") {
        for (path, bytes) in files(&case) {
            let yaml = is_yaml(&path);
            let Ok(text) = String::from_utf8(bytes) else { continue };
            if yaml && seen.insert(text.clone()) {
                tally.file(&FilePath::new(&path), &text);
            }
        }
    }
    let Tally { done, refused, rewrote, time, exceptions } = tally;
    let each = time / u32::try_from(done.values().sum::<usize>().max(1)).expect("a count");
    println!(
        "{} files; edits {done:?}; refused {refused:?}; additions that rewrote lines {rewrote}; {each:?} each",
        seen.len()
    );
    assert!(exceptions.is_empty(), "{} exceptions\n{}", exceptions.len(), exceptions.join("\n"));
}

impl Tally {
    fn file(&mut self, path: &FilePath, text: &str) {
        let Ok(draft) = Draft::new(text) else { return };
        let Some(services) = draft.expanded(0).and_then(|it| it.child("services").cloned()) else { return };
        let names: Vec<&str> = services.keys();
        let all = std::env::var_os("EVERY_SERVICE").is_some();
        for (at, name) in names.iter().enumerate().take(SERVICES) {
            let next = names.get(at + 1).or(names.first()).unwrap_or(name);
            let lines = [
                ("set", format!("set services.\"{name}\".labels.team=core")),
                ("publish", format!("publish {name} 127.0.0.1:18080:18080")),
                ("env", format!("env {name} ESTIBA=on")),
                ("mount", format!("mount estiba -> {name}:/estiba")),
                ("join", format!("join {name} -> estiba")),
                ("rename", format!("rename-service {name} renamed")),
                ("connect", format!("connect {name} -> {next} condition=service_healthy")),
                ("duplicate", format!("duplicate-service {name} copy")),
                ("remove", format!("remove-service {name}")),
            ];
            let turns = names.len().min(SERVICES);
            for (turn, (kind, line)) in lines.into_iter().enumerate() {
                if turn % turns != at && !all {
                    continue;
                }
                let Ok(command) = parse(&line) else { continue };
                self.command(path, text, kind, &command);
            }
        }
    }

    fn command(&mut self, path: &FilePath, text: &str, kind: &'static str, command: &Command) {
        let files = Files::from([(path.clone(), Arc::from(text.as_bytes()))]);
        let nothing = load(&Files::new(), &Options::default());
        let outcome = Outcome { files: vec![path.clone()], project: None, resolved: None, ..nothing };
        let begun = Instant::now();
        let answer = apply(command, Stack { files: &files, outcome: &outcome, target: path });
        self.time += begun.elapsed();
        match answer {
            Ok(change) => {
                *self.done.entry(kind).or_default() += 1;
                for (file, edit) in change.edits.iter().filter(|it| it.0 == *path) {
                    if let Err(fault) = faults(file.as_str(), text, edit, kind == "remove") {
                        self.exceptions.push(format!("{path}: {command:?}: {fault}"));
                    }
                    let after = edit.apply(text).unwrap_or_default();
                    let took = changed_lines(text, &after).lines().filter(|it| it.starts_with('-')).count();
                    self.rewrote +=
                        usize::from(took > 1 && matches!(kind, "set" | "publish" | "env" | "mount" | "join"));
                }
            }
            Err(refusal) => {
                let what = refusal.text().en;
                match REASONS.iter().find(|it| what.contains(**it)) {
                    Some(reason) => *self.refused.entry((*reason).to_owned()).or_default() += 1,
                    None => self.exceptions.push(format!("{path}: {command:?}: {what}")),
                }
            }
        }
    }
}
