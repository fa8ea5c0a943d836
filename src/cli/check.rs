//! `estiba check`: what is wrong with compose files and Dockerfiles, for a person, a script or a code host. Ends with 0
//! where nothing worse than advice was found, else with 1.

use crate::disk::Disk;
use crate::gather::gather;
use crate::project::Project;
use clap::Args;
use estiba::check::print::{json, sarif, text};
use estiba::check::rules::unpinned_base_image;
use estiba::check::table::check;
use estiba::compose::load::{Files, load_from};
use estiba::compose::source::Lookup;
use estiba::syntax::dockerfile::reader::read;
use estiba::text::diagnostic::{Diagnostic, Severity};
use estiba::text::path::FilePath;
use estiba::text::words::Lang;
use std::process::ExitCode;

/// Options of `estiba check`.
#[derive(Args, Clone, Debug)]
pub struct Check {
    /// `text`, `json` or `sarif`.
    #[arg(long, value_parser = ["text", "json", "sarif"], default_value = "text")]
    format: String,
    /// Language of the sentences.
    #[arg(long, value_parser = ["en", "es"], default_value = "en")]
    lang: String,
    /// Compose files, Dockerfiles and files of variables; by default the stack of this folder.
    #[arg(value_name = "FILE")]
    files: Vec<String>,
}

/// Runs the subcommand.
pub fn run(line: &Check, project: &Project) -> ExitCode {
    let lang = Lang::from_tag(&line.lang).unwrap_or_default();
    let (files, findings) = match look(line, project) {
        Ok(found) => found,
        Err(why) => {
            eprintln!("estiba check: {why}");
            return ExitCode::from(2);
        }
    };
    let print = match line.format.as_str() {
        "json" => json,
        "sarif" => sarif,
        _ => text,
    };
    print!("{}", print(&findings, &files, lang));
    let worst = findings.iter().map(|it| it.severity).min();
    if worst.is_some_and(|it| it < Severity::Info) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// All findings, and the files that they are about.
fn look(line: &Check, project: &Project) -> Result<(Files, Vec<Diagnostic>), String> {
    let folder = std::env::current_dir().map_err(|it| it.to_string())?;
    let folder = folder.to_str().ok_or("the working folder's name is not UTF-8")?.to_owned();
    let disk = Disk::new(&folder);
    let named: Vec<FilePath> = line.files.iter().map(|it| within(it, &folder)).collect();
    let (mut files, mut findings) = (Files::new(), Vec::new());
    for path in &named {
        match disk.look_up(path) {
            Lookup::File(bytes) => drop(files.insert(path.clone(), bytes)),
            Lookup::Folder => return Err(format!("{path} is a folder; name its files")),
            Lookup::Missing => return Err(format!("there is no file {path}")),
        }
    }
    let (dockerfiles, rest): (Vec<FilePath>, Vec<FilePath>) = named.into_iter().partition(is_dockerfile);
    let (_, compose): (Vec<FilePath>, Vec<FilePath>) = rest.into_iter().partition(|it| it.name().contains(".env"));
    let alone = dockerfiles.is_empty() && line.files.is_empty();
    let stacks = if alone { vec![Vec::new()] } else { stacks(&compose) };
    for stack in stacks {
        let mut options = project.options(&folder);
        if !stack.is_empty() {
            options.files = stack;
        }
        let outcome = load_from(&|path: &FilePath| disk.look_up(path), &options);
        let own = gather(&disk, &outcome);
        findings.extend(outcome.diagnostics.iter().cloned());
        findings.extend(check(&own, &outcome));
        files.extend(own);
    }
    for path in dockerfiles {
        let text = files.get(&path).and_then(|it| std::str::from_utf8(it).ok()).unwrap_or_default();
        findings.extend(unpinned_base_image::in_dockerfile(&path, &read(text)));
    }
    // A Dockerfile that is named may have been looked at for its service already.
    let mut seen: Vec<Diagnostic> = Vec::with_capacity(findings.len());
    for it in findings {
        let said = |other: &Diagnostic| {
            other.rule == it.rule && other.file == it.file && other.span == it.span && other.what == it.what
        };
        if !seen.iter().any(said) {
            seen.push(it);
        }
    }
    Ok((files, seen))
}

/// A path as seen from the working folder, where it lies in it.
fn within(path: &str, folder: &str) -> FilePath {
    let inside = path.strip_prefix(folder).and_then(|it| it.strip_prefix('/'));
    FilePath::new(inside.unwrap_or(path))
}

/// Whether a file is a Dockerfile, by its name.
fn is_dockerfile(path: &FilePath) -> bool {
    let name = path.name().to_ascii_lowercase();
    name.starts_with("dockerfile") || name.ends_with(".dockerfile") || name == "containerfile"
}

/// Compose files as stacks: each alone, but an override file with the file before it that it stands beside.
fn stacks(files: &[FilePath]) -> Vec<Vec<FilePath>> {
    let mut stacks: Vec<Vec<FilePath>> = Vec::new();
    for path in files {
        let over = path.name().contains(".override.");
        match stacks.last_mut().filter(|it| over && it.first().is_some_and(|it| it.folder() == path.folder())) {
            Some(stack) => stack.push(path.clone()),
            None => stacks.push(vec![path.clone()]),
        }
    }
    stacks
}
