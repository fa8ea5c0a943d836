//! The command line: the same engine for a terminal and for continuous integration.

#[path = "cli/blueprint.rs"]
mod blueprint;
#[path = "cli/check.rs"]
mod check;
#[path = "cli/config.rs"]
mod config;
#[path = "cli/disk.rs"]
mod disk;
#[path = "cli/edit.rs"]
mod edit;
#[path = "cli/export.rs"]
mod export;
#[path = "cli/gather.rs"]
mod gather;
#[path = "cli/project.rs"]
mod project;
#[path = "cli/usage.rs"]
mod usage;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Stack the engine runs on: a text may be nested as deeply as Docker Compose allows.
const STACK: usize = 2 << 30;

/// Designs, checks and resolves Docker Compose stacks.
#[derive(Parser)]
#[command(name = "estiba", version)]
struct Line {
    #[command(flatten)]
    project: project::Project,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print the resolved model as `docker compose config` does.
    Config(config::Config),
    /// Say what is wrong in compose files and Dockerfiles.
    Check(check::Check),
    /// Write the export of a blueprint.
    Blueprint(blueprint::BlueprintLine),
    /// Write a project as an archive, a document or a diagram.
    Export(export::Export),
    /// Do stack commands as minimal edits of the files.
    Edit(edit::Edit),
}

fn main() -> ExitCode {
    let line = match Line::try_parse() {
        Ok(line) => line,
        Err(error) => return usage::explain(&error),
    };
    let engine = std::thread::Builder::new().stack_size(STACK).spawn(move || run(&line));
    let code =
        engine.map_err(|it| it.to_string()).and_then(|it| it.join().map_err(|_| "the engine stopped".to_owned()));
    code.unwrap_or_else(|why| {
        eprintln!("estiba: {why}");
        ExitCode::FAILURE
    })
}

fn run(line: &Line) -> ExitCode {
    match &line.command {
        Command::Config(it) => config::run(it, &line.project),
        Command::Check(it) => check::run(it, &line.project),
        Command::Blueprint(it) => blueprint::run(it),
        Command::Export(it) => export::run(it, &line.project),
        Command::Edit(it) => edit::run(it, &line.project),
    }
}
