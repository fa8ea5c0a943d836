//! Every entry of the catalogue is read, looked at, turned into a service and shown to the real Docker Compose.

use crate::oracle;
use estiba::catalog::draft::{Taken, draft, service_name};
use estiba::catalog::image::Image;
use estiba::catalog::secret::ENTROPY;
use estiba::catalog::{blueprint, images};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

/// Bytes that stand for random ones.
fn entropy() -> Vec<u8> {
    (0..ENTROPY).map(|it| u8::try_from(it * 37 % 251).unwrap()).collect()
}

/// Files of a folder of the sources, by name.
fn names(folder: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn every_image_reads_and_every_file_is_embedded() {
    let wrong: Vec<String> = images::read().into_iter().filter_map(Result::err).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let embedded: BTreeSet<String> = images::images().iter().map(|it| format!("{}.yaml", it.id)).collect();
    assert_eq!(
        embedded,
        names("src/catalog/images"),
        "run `touch src/catalog/images.rs` after a new file; a file has its id's name"
    );
}

#[test]
fn every_image_is_complete() {
    for it in images::images() {
        let id = &it.id;
        assert!(!it.description.en.is_empty() && !it.description.es.is_empty(), "{id}: no description");
        assert!(
            !it.description.en.ends_with('.') && !it.description.es.ends_with('.'),
            "{id}: a description ends without a full stop"
        );
        assert!(!it.names.is_empty(), "{id}: no name for a service");
        if it.image.is_empty() {
            continue;
        }
        assert!(!it.tag.is_empty() && it.tag != "latest", "{id}: a new service is pinned");
        assert_eq!(
            images::for_reference(&it.reference()).map(|it| &it.id),
            (id != "any").then_some(id),
            "{id}: is found by its reference"
        );
        assert!(it.note.en.is_empty() == it.note.es.is_empty(), "{id}: a note in one language");
        if let Some(health) = &it.health {
            let first = health.test.first().map_or("", String::as_str);
            assert!(health.builtin || matches!(first, "CMD" | "CMD-SHELL"), "{id}: {first}");
            assert!(first != "CMD-SHELL" || health.test.len() == 2, "{id}: CMD-SHELL takes one line");
        }
        unfilled(it);
    }
}

/// No name in braces is left in what a new service says.
fn unfilled(image: &Image) {
    let draft = draft(image, "svc", &Taken::default(), &entropy()).unwrap();
    let plain = draft.body.replace("${", "");
    let command: Vec<&str> = plain.lines().filter(|it| it.contains("{service}") || it.contains("- \"{")).collect();
    assert!(command.is_empty(), "{}: {command:?}", image.id);
}

#[test]
fn docker_compose_takes_every_image() {
    let folder = oracle::scratch("catalog");
    let (mut services, mut env, mut taken) = (String::new(), String::new(), Taken::default());
    let mut names = BTreeSet::new();
    for it in images::images() {
        let name = service_name(it, &names);
        let draft = draft(it, &name, &taken, &entropy()).unwrap();
        writeln!(services, "  {name}:").unwrap();
        draft.body.lines().for_each(|line| writeln!(services, "    {line}").unwrap());
        draft.env.iter().for_each(|line| writeln!(env, "{}={}", line.key, line.value).unwrap());
        assert!(draft.env.iter().all(|line| taken.variables.insert(line.key.clone())), "{name}: a key twice");
        assert!(draft.volumes.into_iter().all(|it| taken.volumes.insert(it)), "{name}: a volume twice");
        assert!(names.insert(name.clone()), "{name}: a service twice");
    }
    let volumes: Vec<String> = taken.volumes.iter().map(|it| format!("  {it}:\n")).collect();
    let volumes = volumes.concat();
    std::fs::write(folder.join("compose.yaml"), format!("services:\n{services}volumes:\n{volumes}")).unwrap();
    std::fs::write(folder.join(".env"), env).unwrap();
    let Some(program) = oracle::find("docker-compose") else { return };
    let output = oracle::compose_config(&program, &folder, &["--format", "json"]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && errors.is_empty(), "{errors}");
    let model: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(model["services"].as_object().unwrap().len(), images::images().len());
    let postgres = &model["services"]["db"]["healthcheck"]["test"][1];
    assert!(
        postgres.as_str().unwrap().contains("$${POSTGRES_USER:-"),
        "the shell of the container fills it in: {postgres}"
    );
}

#[test]
fn every_blueprint_reads_and_gets_its_secrets() {
    let wrong: Vec<String> = blueprint::read().into_iter().filter_map(Result::err).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let ids: BTreeSet<String> = blueprint::blueprints().iter().map(|it| it.about.id.clone()).collect();
    assert_eq!(ids, names("src/catalog/blueprints"), "run `touch src/catalog/blueprint.rs` after a new folder");
    for it in blueprint::blueprints() {
        let files = it.open(&entropy()).unwrap();
        assert!(it.open(&[]).is_none() || it.about.secrets.is_empty(), "{}: secrets without entropy", it.about.id);
        for (path, content) in &files {
            let text = String::from_utf8_lossy(content);
            assert!(!path.name().starts_with(".env") || !text.contains("{{"), "{}: {path} has a gap", it.about.id);
        }
        let env = String::from_utf8_lossy(&files[&".env".into()]).into_owned();
        assert!(it.about.secrets.iter().all(|it| env.contains(&format!("{}=", it.name))), "{env}");
    }
}
