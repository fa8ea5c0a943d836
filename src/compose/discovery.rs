//! What is loaded: files by option, by `COMPOSE_FILE` or by name, variables of `.env`, profiles; in the order in which
//! Docker Compose looks, which decides what sees what.

use crate::compose::environment::{Environment, with_files};
use crate::compose::folder;
use crate::compose::go_format::quote;
use crate::compose::load::Options;
use crate::compose::pipeline::Loader;
use crate::compose::source::Lookup;
use crate::compose::value::Origin;

/// Names by which a stack is found, the first that exists.
pub const NAMES: [&str; 4] = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

/// Names of the override file beside it.
pub const OVERRIDE_NAMES: [&str; 4] =
    ["compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml"];

/// The file that stands for what is piped in.
pub const STDIN: &str = "-";

/// What is loaded.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The project's folder, absolute.
    pub folder: String,
    /// The files in order, absolute, or `-`.
    pub files: Vec<String>,
    /// The process's variables and those of `.env`.
    pub environment: Environment,
    /// The profiles asked for.
    pub profiles: Vec<String>,
}

/// Finds out what is loaded.
pub fn discover(loader: &mut Loader<'_>) -> Settings {
    let options = loader.options;
    let mut variables = options.environment.clone();
    variables.entry("PWD".to_owned()).or_insert_with(|| options.working_dir.clone());
    let mut environment = Environment::new(variables);
    let mut files: Vec<String> = options.files.iter().map(|it| absolute(options, it.as_str())).collect();
    for file in &files {
        check(loader, file, &quote(file));
    }

    let first = project_folder(options, &files);
    // Compose looks for its own settings in there before it begins, which shows in how often it warns.
    for _ in 0..2 {
        with_env_files(loader, &environment, &first);
    }
    environment = with_env_files(loader, &environment, &first);
    if files.is_empty() {
        files = files_of_environment(loader, &environment);
    }
    if files.is_empty() {
        files = files_by_name(loader, &first);
    }
    let folder = project_folder(options, &files);
    environment = with_env_files(loader, &environment, &folder);
    let profiles = profiles(options, &environment);
    Settings { folder, files, environment, profiles }
}

fn absolute(options: &Options, path: &str) -> String {
    if path == STDIN { path.to_owned() } else { folder::from(&options.working_dir, path) }
}

/// Reports a file that is none; `shown` is how the message names it.
fn check(loader: &mut Loader<'_>, path: &str, shown: &str) {
    if path == STDIN {
        return;
    }
    let problem = match loader.lookup(path) {
        Lookup::Missing => format!("open {path}: no such file or directory"),
        Lookup::Folder => format!("{path} is a directory"),
        Lookup::File(_) => return,
    };
    loader.report.error(&Origin::none(), format!("compose file {shown} is invalid: {problem}"));
}

fn project_folder(options: &Options, files: &[String]) -> String {
    if let Some(folder) = &options.project_directory {
        return folder::from(&options.working_dir, folder);
    }
    let first = files.iter().find(|it| *it != STDIN);
    first.map_or_else(|| options.working_dir.clone(), |it| folder::of(it))
}

fn with_env_files(loader: &mut Loader<'_>, environment: &Environment, folder: &str) -> Environment {
    let paths = env_files(loader, environment, folder);
    let cwd = &loader.options.working_dir;
    with_files(environment, &paths, cwd, loader.source, &mut loader.report)
}

/// Files of variables, absolute: by option, by `COMPOSE_ENV_FILES`, or `.env`.
fn env_files(loader: &mut Loader<'_>, environment: &Environment, folder: &str) -> Vec<String> {
    let options = loader.options;
    let from = |path: &str| folder::from(&options.working_dir, path);
    if !options.env_files.is_empty() {
        return options.env_files.iter().map(|it| from(it.as_str())).collect();
    }
    if let Some(files) = environment.get("COMPOSE_ENV_FILES").filter(|it| !it.is_empty()) {
        return files.split(',').map(from).collect();
    }
    if let Some(word) = options.environment.get("COMPOSE_DISABLE_ENV_FILE") {
        match boolean(word) {
            Some(true) => return Vec::new(),
            Some(false) => {}
            None => {
                let message = format!("strconv.ParseBool: parsing {}: invalid syntax", quote(word));
                loader.report.error(&Origin::none(), message);
            }
        }
    }
    let default = folder::join(folder, ".env");
    let there = matches!(loader.lookup(&default), Lookup::File(_));
    there.then_some(default).into_iter().collect()
}

/// Go's `ParseBool`.
fn boolean(word: &str) -> Option<bool> {
    match word {
        "1" | "t" | "T" | "TRUE" | "true" | "True" => Some(true),
        "0" | "f" | "F" | "FALSE" | "false" | "False" => Some(false),
        _ => None,
    }
}

fn files_of_environment(loader: &mut Loader<'_>, environment: &Environment) -> Vec<String> {
    let Some(files) = environment.get("COMPOSE_FILE") else { return Vec::new() };
    let separator = environment.get("COMPOSE_PATH_SEPARATOR").filter(|it| !it.is_empty());
    let separator = separator.map_or(":", String::as_str);
    let mut paths = Vec::new();
    for file in files.split(separator) {
        let path = absolute(loader.options, file);
        check(loader, &path, &format!("{} set by COMPOSE_FILE environment variable", quote(file)));
        paths.push(path);
    }
    paths
}

/// The stack in `folder` or the nearest folder above, with its override file.
fn files_by_name(loader: &mut Loader<'_>, folder: &str) -> Vec<String> {
    let mut folder = folder.to_owned();
    loop {
        let found = existing(loader, &folder, &NAMES);
        if let Some(first) = found.first() {
            warn_of_several(loader, &found, "config");
            let overrides = existing(loader, &folder, &OVERRIDE_NAMES);
            warn_of_several(loader, &overrides, "override");
            let files = [first.clone()].into_iter().chain(overrides.first().cloned());
            return files.collect();
        }
        let above = folder::of(folder.trim_end_matches('/'));
        if above == folder || folder == "/" || !folder.starts_with('/') {
            loader.report.error(&Origin::none(), "no configuration file provided: not found");
            return Vec::new();
        }
        folder = above;
    }
}

fn existing(loader: &Loader<'_>, folder: &str, names: &[&str]) -> Vec<String> {
    let paths = names.iter().map(|it| folder::join(folder, it));
    paths.filter(|it| loader.lookup(it) != Lookup::Missing).collect()
}

fn warn_of_several(loader: &mut Loader<'_>, found: &[String], kind: &str) {
    let [first, _, ..] = found else { return };
    let all = found.join(", ");
    loader.report.warn(&Origin::none(), format!("Found multiple {kind} files with supported names: {all}"));
    loader.report.warn(&Origin::none(), format!("Using {first}"));
}

fn profiles(options: &Options, environment: &Environment) -> Vec<String> {
    if !options.profiles.is_empty() {
        return options.profiles.clone();
    }
    let said = environment.get("COMPOSE_PROFILES").map_or("", String::as_str);
    said.split(',').map(|it| it.trim().to_owned()).collect()
}
