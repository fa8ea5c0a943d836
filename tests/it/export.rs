//! Exports of the blueprints, refereed by the real Docker Compose, hadolint and shellcheck, and where this machine has
//! them by the facts of the real stacks; and what an export says about secrets.

use crate::case::shared;
use crate::oracle;
use estiba::catalog::blueprint::{Blueprint, blueprints};
use estiba::catalog::secret::ENTROPY;
use estiba::check::table::check;
use estiba::compose::load::{Files, Options, Outcome, load};
use estiba::export::bundle::{mode, zip};
use estiba::export::project_files::{files, main_file};
use estiba::text::diagnostic::Diagnostic;
use estiba::text::path::FilePath;
use estiba::text::words::Lang;
use std::collections::BTreeSet;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

/// A blueprint's export with what was found on the way.
struct Export {
    outcome: Outcome,
    findings: Vec<Diagnostic>,
    files: Files,
}

fn export(blueprint: &Blueprint, lang: Lang) -> Export {
    let entropy: Vec<u8> = (0..ENTROPY).map(|it| u8::try_from(it * 73 % 251).unwrap()).collect();
    let opened: Files = blueprint.open(&entropy).unwrap().into_iter().map(|(path, it)| (path, Arc::from(it))).collect();
    let main = opened.keys().find(|it| it.folder().is_empty() && it.name().contains("compose")).unwrap().clone();
    let options = Options { files: vec![main], working_dir: "/stack".to_owned(), ..Options::default() };
    let outcome = load(&opened, &options);
    let findings = check(&opened, &outcome);
    let files = files(&opened, &outcome, &findings, lang);
    Export { outcome, findings, files }
}

/// Writes the files with their modes.
fn write(files: &Files, folder: &Path) {
    for (path, content) in files {
        let target = folder.join(path.as_str());
        std::fs::create_dir_all(target.parent().unwrap()).unwrap();
        std::fs::write(&target, content).unwrap();
        #[cfg(unix)]
        std::fs::set_permissions(&target, std::os::unix::fs::PermissionsExt::from_mode(mode(path.name(), content)))
            .unwrap();
    }
}

#[test]
fn referees_take_every_blueprint() {
    for blueprint in blueprints() {
        let id = &blueprint.about.id;
        let export = export(blueprint, blueprint.lang());
        assert_eq!(export.outcome.diagnostics, [], "{id}");
        let folder = oracle::scratch(&format!("export-{id}"));
        write(&export.files, &folder);
        if let Some(program) = oracle::find("docker-compose") {
            let main = main_file(&export.outcome).unwrap().as_str();
            let output = Command::new(program)
                .args(["-f", main, "config", "-q"])
                .current_dir(&folder)
                .env_clear()
                .output()
                .unwrap();
            assert!(
                output.status.success() && output.stderr.is_empty(),
                "{id}: {}",
                String::from_utf8_lossy(&output.stderr)
            );
        }
        judge("hadolint", &["--failure-threshold", "warning"], &export.files, &folder, |it| {
            it.name().starts_with("Dockerfile")
        });
        judge("shellcheck", &[], &export.files, &folder, |it| it.name().rsplit('.').next() == Some("sh"));
    }
}

/// Runs a linter on the files that `picks` chooses.
fn judge(program: &str, options: &[&str], files: &Files, folder: &Path, picks: fn(&FilePath) -> bool) {
    let Some(program) = oracle::find(program) else { return };
    let picked: Vec<PathBuf> = files.keys().filter(|it| picks(it)).map(|it| folder.join(it.as_str())).collect();
    if !picked.is_empty() {
        let output = Command::new(program).args(options).args(&picked).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
}

#[test]
fn facts_of_the_real_stacks_hold() {
    let (Some(shared), Some(compose), Some(hadolint)) =
        (shared(), oracle::find("docker-compose"), oracle::find("hadolint"))
    else {
        return;
    };
    for blueprint in blueprints() {
        let id = &blueprint.about.id;
        let facts = shared.join(format!("blueprints/{id}.yaml"));
        let folder = oracle::scratch(&format!("facts-{id}"));
        write(&export(blueprint, blueprint.lang()).files, &folder);
        let mut checker = Command::new("python3");
        checker.arg(shared.join("acceptance/check_export.py")).arg(&folder).arg(&facts);
        let output = checker.env("DOCKER_COMPOSE", &compose).env("HADOLINT", &hadolint).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
        if said.contains("No module named 'yaml'") {
            println!("skipped: the checker of the facts needs PyYAML");
            return;
        }
        assert!(output.status.success(), "{id}: {said}");
        println!("{id}: {}", said.trim());
    }
}

#[test]
fn what_a_blueprint_must_warn_of_is_found() {
    let expected = [
        ("study-task-insights", "service:ollama", "unpinned-image"),
        ("mcp-server", "service:db", "open-database-port"),
        ("mcp-server", "service:redis", "open-database-port"),
        ("ovp", "service:frontend", "plain-http"),
        ("paqueteria", "service:prometheus", "unpinned-image"),
        ("paqueteria", "service:node_exporter", "host-path"),
        ("paqueteria", "service:app", "development-command"),
    ];
    let mut found = BTreeSet::new();
    for blueprint in blueprints() {
        let export = export(blueprint, Lang::Es);
        let document = String::from_utf8_lossy(&export.files[&FilePath::new("STACK.md")]).into_owned();
        for it in export.findings {
            assert!(it.severity.id() != "error", "{}: {}", blueprint.about.id, it.what.en);
            let node = it.node.unwrap_or_default();
            assert!(it.severity.id() != "warning" || document.contains(&it.what.es), "{}", it.what.es);
            found.insert((blueprint.about.id.clone(), node, it.rule));
        }
    }
    for (id, node, rule) in expected {
        assert!(found.contains(&(id.to_owned(), node.to_owned(), rule)), "{id} {node} {rule}: not in {found:#?}");
    }
}

#[test]
fn no_secret_leaves_but_in_env() {
    for blueprint in blueprints() {
        let export = export(blueprint, Lang::En);
        let text = |path: &str| String::from_utf8_lossy(&export.files[&FilePath::new(path)]).into_owned();
        let env = text(".env");
        for secret in &blueprint.about.secrets {
            let line = env.lines().find_map(|it| it.strip_prefix(&format!("{}=", secret.name))).unwrap();
            assert_eq!(line.len(), secret.length, "{}", secret.name);
            for (path, content) in export.files.iter().filter(|(path, _)| path.as_str() != ".env") {
                assert!(!String::from_utf8_lossy(content).contains(line), "{path} holds {}", secret.name);
            }
            assert!(text(".env.example").lines().any(|it| it == format!("{}=\"\"", secret.name)), "{}", secret.name);
        }
        let keys =
            |text: &str| text.lines().filter_map(|it| it.split_once('=')).map(|it| it.0.to_owned()).collect::<Vec<_>>();
        assert_eq!(keys(&env), keys(&text(".env.example")));
    }
}

#[test]
fn an_archive_unpacks_to_the_same_files() {
    let first = blueprints().first().unwrap();
    let files = export(first, Lang::Es).files;
    let bytes = zip(&files).unwrap();
    assert_eq!(bytes, zip(&export(first, Lang::Es).files).unwrap(), "two exports are the same bytes");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    assert_eq!(archive.len(), files.len());
    for (path, content) in &files {
        let mut unpacked = Vec::new();
        archive.by_name(path.as_str()).unwrap().read_to_end(&mut unpacked).unwrap();
        assert_eq!(&unpacked[..], &content[..], "{path}");
    }
}

#[test]
fn documents_are_written_anew_and_texts_of_people_are_not() {
    let blueprint = blueprints().iter().find(|it| it.about.id == "study-task-insights").unwrap();
    let first = export(blueprint, Lang::Es);
    let (stack, mine) = (FilePath::new("STACK.md"), Arc::from("# Mine\n".as_bytes()));
    let again = files(&first.files, &first.outcome, &first.findings, Lang::En);
    assert!(String::from_utf8_lossy(&again[&stack]).contains("## Services"));
    let mut own = first.files.clone();
    own.insert(stack.clone(), Arc::clone(&mine));
    assert_eq!(files(&own, &first.outcome, &first.findings, Lang::En)[&stack], mine);
}
