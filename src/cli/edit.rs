//! `estiba edit`: stack commands as minimal edits of files. All of them are done or none; `--dry-run` shows the difference.

use crate::disk::Disk;
use crate::project::Project;
use clap::Args;
use estiba::command::commands::{Command, Stack};
use estiba::command::plan::is_env_file;
use estiba::command::table::{apply, parse, rows};
use estiba::compose::load::{Files, Outcome, load_from};
use estiba::compose::source::Lookup;
use estiba::text::diff::unified;
use estiba::text::path::FilePath;
use std::process::ExitCode;
use std::sync::Arc;

/// The file that a new stack begins in.
const NEW_FILE: &str = "compose.yaml";

/// Options of `estiba edit`.
#[derive(Args, Clone, Debug)]
#[command(after_help = grammar())]
pub struct Edit {
    /// Print what would change instead of writing it.
    #[arg(long)]
    dry_run: bool,
    /// What to do, in order.
    #[arg(required = true, value_name = "COMMAND")]
    commands: Vec<String>,
}

/// A line for each command.
fn grammar() -> String {
    rows().fold("Commands:".to_owned(), |text, row| format!("{text}\n  {}", row.grammar))
}

/// Does the commands: 0, or 1 after a refusal, or 2 where a line is no command; then nothing was written.
pub fn run(edit: &Edit, project: &Project) -> ExitCode {
    let mut commands = Vec::new();
    for line in &edit.commands {
        match parse(line) {
            Ok(command) => commands.push(command),
            Err(error) => {
                eprintln!("estiba: `{line}`: {}", error.en);
                return ExitCode::from(2);
            }
        }
    }
    let done = Desk::open(project).and_then(|mut desk| {
        for command in &commands {
            desk.apply(command)?;
        }
        desk.leave(edit.dry_run)
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("estiba: {why}");
            ExitCode::FAILURE
        }
    }
}

/// The files of a project while they are edited.
struct Desk<'a> {
    project: &'a Project,
    folder: String,
    disk: Disk,
    // What was changed, over what the disk has.
    changed: Files,
}

impl<'a> Desk<'a> {
    fn open(project: &'a Project) -> Result<Self, String> {
        let folder = std::env::current_dir().map_err(|error| format!("the working folder: {error}"))?;
        let folder = folder.to_str().ok_or("the path of the working folder is not UTF-8")?.to_owned();
        Ok(Self { project, disk: Disk::new(&folder), folder, changed: Files::new() })
    }

    fn look_up(&self, path: &FilePath) -> Lookup {
        self.changed.get(path).map_or_else(|| self.disk.look_up(path), |it| Lookup::File(Arc::clone(it)))
    }

    fn load(&self) -> Outcome {
        load_from(&|path| self.look_up(path), &self.project.options(&self.folder))
    }

    /// The compose file that new things go to: the first that was read, or named, or a new one.
    fn target(&self, outcome: &Outcome) -> FilePath {
        let read = outcome.files.iter().find(|it| !is_env_file(it)).cloned();
        let named = || self.project.file.first().map(|it| FilePath::new(it));
        read.or_else(named).unwrap_or_else(|| FilePath::new(NEW_FILE))
    }

    fn apply(&mut self, command: &Command) -> Result<(), String> {
        let outcome = self.load();
        let target = self.target(&outcome);
        let mut paths = outcome.files.clone();
        paths.extend([target.clone(), target.beside(".env")]);
        let files: Files = paths
            .iter()
            .filter_map(|path| match self.look_up(path) {
                Lookup::File(bytes) => Some((path.clone(), bytes)),
                _ => None,
            })
            .collect();
        let change = apply(command, Stack { files: &files, outcome: &outcome, target: &target })
            .map_err(|refusal| refusal.text().en)?;
        for (path, edit) in &change.edits {
            let before = files.get(path).and_then(|it| std::str::from_utf8(it).ok()).unwrap_or_default();
            let after = edit.apply(before).ok_or_else(|| format!("{path}: the edit does not fit the text"))?;
            self.changed.insert(path.clone(), Arc::from(after.into_bytes()));
        }
        eprintln!("{}", change.says.en);
        Ok(())
    }

    /// Writes what was changed, or prints the difference. The standard input goes to the standard output.
    fn leave(&self, dry_run: bool) -> Result<(), String> {
        for (path, after) in &self.changed {
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            if dry_run {
                let before = match self.disk.look_up(path) {
                    Lookup::File(bytes) => text(&bytes),
                    _ => String::new(),
                };
                print!("{}", unified(path.as_str(), &before, &text(after)));
            } else if path.as_str() == "-" {
                print!("{}", text(after));
            } else {
                std::fs::write(path.as_str(), after).map_err(|error| format!("{path}: {error}"))?;
            }
        }
        Ok(())
    }
}
