//! Loading: the files of a project through every phase of Docker Compose to the resolved model. Nothing is read from a
//! disk; a file that is not among those given is missing.

use crate::compose::discovery::{Settings, discover};
use crate::compose::environment::Environment;
use crate::compose::folder;
use crate::compose::interpolation::{error_at, interpolate_text};
use crate::compose::model::Project;
use crate::compose::natural_order::sorted_deep;
use crate::compose::normalize::{networks, normalize};
use crate::compose::pipeline::{Loader, Scope};
use crate::compose::project_name;
use crate::compose::resolve::{Surroundings, resolve};
use crate::compose::source::{Lookup, Source};
use crate::compose::typed::project;
use crate::compose::value::{FileId, Origin, Value};
use crate::text::diagnostic::{Diagnostic, Severity};
use crate::text::path::FilePath;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The version of Docker Compose that this engine agrees with.
pub const COMPOSE_VERSION: &str = "5.6.1";

/// The files of a project by path; bytes, because a compose file may be UTF-16 and any other file anything.
pub type Files = BTreeMap<FilePath, Arc<[u8]>>;

/// What is loaded and how; the options of `docker compose`.
#[derive(Clone, Debug, Default)]
#[allow(clippy::struct_excessive_bools)] // Each is a flag of the command line.
pub struct Options {
    /// `-f`, in order; empty to find them by name.
    pub files: Vec<FilePath>,
    /// `-p`.
    pub project_name: Option<String>,
    /// `--profile`.
    pub profiles: Vec<String>,
    /// `--env-file`; empty for `.env`.
    pub env_files: Vec<FilePath>,
    /// The environment of the process; empty in a browser.
    pub environment: BTreeMap<String, String>,
    /// The absolute path of the folder that `Files` are relative to, as in `/work/shop`.
    pub working_dir: String,
    /// `--project-directory`, absolute.
    pub project_directory: Option<String>,
    /// Turn phases off, as the flags `--no-interpolate` and so on do.
    pub no_interpolate: bool,
    /// `--no-consistency`.
    pub no_consistency: bool,
    /// `--no-normalize`.
    pub no_normalize: bool,
    /// `--no-path-resolution`.
    pub no_path_resolution: bool,
    /// `--no-env-resolution`.
    pub no_env_resolution: bool,
    /// The services to keep, with what they depend on; empty for all.
    pub services: Vec<String>,
    /// `--all-resources`: keep what no service uses.
    pub all_resources: bool,
    /// How deep a text may be nested; 0 for what every stack of a thread bears. More needs a thread with a larger one.
    pub max_depth: usize,
}

/// Nesting that fits into a megabyte of stack.
const MAX_DEPTH: usize = 250;

impl Options {
    /// How deep a text may be nested.
    pub fn depth(&self) -> usize {
        if self.max_depth == 0 { MAX_DEPTH } else { self.max_depth }
    }
}

/// What came of a load. A fault does not end it: whatever can still be understood is in the project.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The files read, by `FileId`.
    pub files: Vec<FilePath>,
    /// The typed project; `None` where there is nothing that could be one (no file, or a text that cannot be read).
    pub project: Option<Project>,
    /// The resolved tree as `config` prints it.
    pub resolved: Option<Value>,
    /// Everything that Compose refuses, in the order in which Compose would meet it, and its warnings.
    pub diagnostics: Vec<Diagnostic>,
    /// The warnings as Compose prints them, each as often; the diagnostics have each once.
    pub warnings: Vec<String>,
    /// The whole message that Compose stops with; `None` for a project that it takes.
    pub refusal: Option<String>,
    /// The variables that interpolation saw.
    pub environment: Environment,
}

impl Outcome {
    /// The path of a file that an origin names.
    pub fn path(&self, file: FileId) -> Option<&FilePath> {
        self.files.get(file.0 as usize)
    }
}

/// Loads a project of the given files.
pub fn load(files: &Files, options: &Options) -> Outcome {
    let source = |path: &FilePath| look_up(files, path);
    load_from(&source, options)
}

/// What stands at `path`: a file, or a folder that one of the files is in.
fn look_up(files: &Files, path: &FilePath) -> Lookup {
    if let Some(bytes) = files.get(path) {
        return Lookup::File(bytes.clone());
    }
    let folder = format!("{}/", path.as_str());
    let inside = files.keys().any(|it| it.as_str().starts_with(&folder) || path.as_str().is_empty());
    if inside { Lookup::Folder } else { Lookup::Missing }
}

/// Loads a project whose files are looked up as they are named.
pub fn load_from(source: &Source<'_>, options: &Options) -> Outcome {
    let mut loader = Loader::new(source, options);
    let mut settings = discover(&mut loader);
    let name = project_name(&mut loader, &mut settings);
    let scope = Scope {
        folder: settings.folder.clone(),
        search: settings.folder.clone(),
        environment: settings.environment.clone(),
        part: false,
    };
    let mut model = loader.model(&settings.files, &scope, &[], &Origin::none());
    let empty = model.as_map().is_none_or(indexmap::IndexMap::is_empty);
    let mut written = loader.written.take().unwrap_or_else(|| model.clone());
    let mut report = loader.report;
    if empty && !report.refused() {
        report.error(&Origin::none(), "empty compose file");
    }
    if name.is_empty() {
        report.error(&Origin::none(), "project name must not be empty");
    }
    if !options.no_normalize {
        normalize(&mut model, &name, &settings.environment, &mut report);
    }
    // The typed project says paths and dependencies as the files do; only who is on `default` is made plain.
    networks(&mut written);
    let project = (!empty).then(|| project(&written, &name, &settings.folder));
    let around = Surroundings { options, source, environment: &settings.environment, profiles: &settings.profiles };
    let resolved = match (empty, options.no_interpolate) {
        (true, _) => None,
        (false, true) => Some(sorted_deep(&model)),
        (false, false) => Some(resolve(&model, &around, &mut report)),
    };
    Outcome {
        files: report.files,
        project,
        resolved,
        diagnostics: tidy(report.diagnostics),
        warnings: report.warnings,
        refusal: report.refusal,
        environment: settings.environment,
    }
}

/// The project's name, which the files then see as `COMPOSE_PROJECT_NAME`.
fn project_name(loader: &mut Loader<'_>, settings: &mut Settings) -> String {
    let given = loader.options.project_name.clone().filter(|it| !it.is_empty());
    let given = given.or_else(|| settings.environment.get("COMPOSE_PROJECT_NAME").filter(|it| !it.is_empty()).cloned());
    if let Some(name) = given.as_ref().filter(|it| project_name::normalize(it) != **it) {
        loader.report.error(&Origin::none(), project_name::invalid(name));
    }
    let name = given.or_else(|| said_name(loader, settings));
    let name = name.unwrap_or_else(|| project_name::normalize(folder::base(&settings.folder)));
    let mut variables = (*settings.environment).clone();
    variables.insert("COMPOSE_PROJECT_NAME".to_owned(), name.clone());
    settings.environment = Environment::new(variables);
    name
}

/// The name that the last of the files with one says.
fn said_name(loader: &mut Loader<'_>, settings: &Settings) -> Option<String> {
    let mut said: Option<(String, Origin)> = None;
    for path in &settings.files {
        let Some((text, file)) = loader.text(path, &Origin::none()) else { continue };
        match project_name::said_in(&text, loader.options.depth()) {
            Ok(name) => {
                let name = name.filter(|it| !it.0.is_empty());
                said = name.map(|(name, span)| (name, Origin::new(file, span))).or(said);
            }
            Err(refusal) => loader.report.unreadable(file, refusal.span, refusal.message),
        }
    }
    let (name, origin) = said?;
    if loader.options.no_interpolate {
        return Some(project_name::normalize(&name));
    }
    match interpolate_text(&name, &origin, &settings.environment, &mut loader.report) {
        Ok(name) => Some(project_name::normalize(&name)),
        Err(error) => {
            loader.report.error(&origin, error_at("name", &error));
            None
        }
    }
}

/// One error for each place: what follows from a value that is wrong already says nothing new.
fn tidy(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut kept: Vec<Diagnostic> = Vec::with_capacity(diagnostics.len());
    for it in diagnostics {
        let error = it.severity == Severity::Error && it.file.is_some();
        let said =
            |other: &Diagnostic| other.severity == Severity::Error && other.file == it.file && other.span == it.span;
        if !(error && kept.iter().any(said)) {
            kept.push(it);
        }
    }
    kept
}
