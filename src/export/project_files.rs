//! The files of an export: those of the project as they are, and the ones that a careful person would put beside them.

use crate::compose::load::{Files, Outcome};
use crate::compose::model::Project;
use crate::export::env_example;
use crate::export::stack_document::{self, Source};
use crate::text::diagnostic::Diagnostic;
use crate::text::path::FilePath;
use crate::text::words::Lang;
use std::sync::Arc;

/// What a build context leaves out where nobody said anything: secrets, what is made anew, what is never run.
const DOCKERIGNORE: &str = "\
.git
.gitignore
.env
.env.*
!.env.example
**/node_modules
**/__pycache__
**/*.pyc
**/.venv
**/.pytest_cache
**/target
**/*.log
**/.DS_Store
.vscode
.idea
compose*.yaml
compose*.yml
docker-compose*.yaml
docker-compose*.yml
STACK.md
";

/// The project's files, with `.env.example`, a `.dockerignore` for each build context and `STACK.md` in `lang`. What the
/// person wrote stays as it is; a `STACK.md` of an earlier export is written anew.
pub fn files(files: &Files, outcome: &Outcome, findings: &[Diagnostic], lang: Lang) -> Files {
    let mut all = files.clone();
    let text = |path: &str| files.get(&FilePath::new(path)).and_then(|it| std::str::from_utf8(it).ok());
    if let Some(env) = text(".env") {
        let example =
            text(".env.example").map_or_else(|| env_example::derive(env), |it| env_example::keep_in_step(it, env));
        put(&mut all, ".env.example", &example);
    }
    let Some(project) = &outcome.project else { return all };
    for context in contexts(project) {
        let path = FilePath::new(&format!("{context}/.dockerignore"));
        let built = all.keys().any(|it| FilePath::new(&format!("{context}/x")).folder() == it.folder());
        if built && !all.contains_key(&path) {
            put(&mut all, path.as_str(), DOCKERIGNORE);
        }
    }
    if text(stack_document::NAME).is_none_or(stack_document::is_ours) {
        put(&mut all, stack_document::NAME, "");
        if let Some(compose_file) = main_file(outcome) {
            let source = Source { files: &all, compose_file, project, findings, lang };
            let document = stack_document::document(&source);
            put(&mut all, stack_document::NAME, &document);
        }
    }
    all
}

/// The compose file that comes first; `.env` may have been read before it.
pub fn main_file(outcome: &Outcome) -> Option<&FilePath> {
    outcome.files.iter().find(|it| matches!(it.name().rsplit('.').next(), Some("yaml" | "yml")))
}

/// Writes a text.
fn put(files: &mut Files, path: &str, text: &str) {
    files.insert(FilePath::new(path), Arc::from(text.as_bytes()));
}

/// The folders of the project in which images are built, each once.
fn contexts(project: &Project) -> Vec<String> {
    let mut contexts: Vec<String> =
        project.services.values().filter_map(|it| it.build.as_ref()).map(|it| it.context.clone()).collect();
    // An address is no folder of ours, and neither is a place outside the project.
    contexts.retain(|it| !it.contains("://") && !it.starts_with('/') && !FilePath::new(it).as_str().starts_with(".."));
    contexts.sort();
    contexts.dedup();
    contexts
}
