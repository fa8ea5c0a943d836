//! The engine against Docker Compose itself: recorded cases, run in this process. The figures may only rise.

use crate::pack;
use estiba::compose::config::{self, Format};
use estiba::compose::load::{Options, Outcome, load_from};
use estiba::compose::source::Lookup;
use estiba::text::path::FilePath;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Where the cases were recorded.
const FOLDER: &str = "/tmp/case";

/// Held and asked, by category and figure.
type Figures = BTreeMap<(String, &'static str), (usize, usize)>;

/// Takes a figure, whether it held, and what to say where it did not.
type Note<'a> = dyn FnMut(&'static str, bool, &dyn Fn() -> String) + 'a;

/// What must hold, in hundredths of a per cent. Of several faults Compose names one at random, so messages hold less.
const THRESHOLDS: [(&str, usize); 5] =
    [("verdict", 10_000), ("model", 10_000), ("yaml", 10_000), ("message", 9_970), ("warnings", 10_000)];

#[test]
fn as_docker_compose_does() {
    let worker = std::thread::Builder::new().stack_size(256 << 20).spawn(run).expect("a thread starts");
    if let Err(panic) = worker.join() {
        std::panic::resume_unwind(panic);
    }
}

fn run() {
    let cases = pack::pack("conformance");
    if cases.is_empty() {
        return;
    }
    let only = std::env::var("ONLY").unwrap_or_default();
    let mut figures = Figures::new();
    for case in cases.iter().filter(|it| text(&it["id"]).contains(&only)) {
        judge(case, &mut figures);
    }
    print(&figures);
    for (figure, least) in THRESHOLDS.iter().filter(|_| only.is_empty()) {
        let (held, asked) = figures[&("ALL".to_owned(), *figure)];
        assert!(held * 10_000 >= asked * least, "{figure}: {held} of {asked}");
    }
}

fn judge(case: &Value, figures: &mut Figures) {
    let expected = &case["expected"];
    let verdict = text(&expected["verdict"]);
    if !matches!(verdict, "accept" | "reject" | "crash") {
        return;
    }
    let mut outcome = load_case(case);
    let unprintable = outcome.resolved.as_ref().and_then(|it| config::render(it, Format::Json, false).err());
    outcome.refusal = outcome.refusal.or(unprintable);
    let note: &mut Note<'_> = &mut |figure: &'static str, held: bool, said: &dyn Fn() -> String| {
        for row in [text(&case["category"]), "ALL"] {
            let counts = figures.entry((row.to_owned(), figure)).or_default();
            counts.0 += usize::from(held);
            counts.1 += 1;
        }
        if !held && std::env::var("SHOW").is_ok_and(|it| it.contains(figure)) {
            println!("{figure}: {} {}", text(&case["id"]), said());
        }
    };
    let accepted = outcome.refusal.is_none();
    let said = || format!("{verdict} {:?} {:?}", outcome.refusal, expected["errors"]);
    note("verdict", accepted == (verdict == "accept"), &said);
    if accepted && verdict == "accept" {
        let mut found = outcome.warnings.clone();
        found.sort();
        let mut wanted = vec![strings(&expected["warnings"])];
        wanted.extend(expected["warnings_alternatives"].as_array().into_iter().flatten().map(strings));
        note("warnings", wanted.contains(&found), &|| format!("{found:?} {wanted:?}"));
    }
    if accepted && verdict == "accept" && lists(&case["cmd"]).is_none() {
        judge_output(&outcome, case, note);
    }
    if !accepted && verdict == "reject" {
        let refusal = outcome.refusal.clone().unwrap_or_default();
        let first = refusal.split("\n\n").next().unwrap_or_default().trim().to_owned();
        let wanted = strings(&expected["errors"]);
        note("message", wanted.contains(&refusal) || wanted.contains(&first), &said);
    }
}

/// Notes whether the engine prints what Compose prints.
fn judge_output(outcome: &Outcome, case: &Value, note: &mut Note<'_>) {
    let expected = &case["expected"];
    let flags = strings(&case["cmd"]["flags"]);
    let raw = flags.iter().any(|it| it == "--no-interpolate");
    let print = |format: Format| {
        let model = outcome.resolved.as_ref().map(|it| config::render(it, format, raw));
        model.unwrap_or_else(|| Ok(String::new())).unwrap_or_else(|error| error)
    };
    let mut models: Vec<&Value> = expected.get("config").into_iter().collect();
    models.extend(expected["config_alternatives"].as_array().into_iter().flatten());
    let printed = print(Format::Json);
    if !models.is_empty() {
        let undoubled = if flags.is_empty() { printed.replace("$$", "$") } else { printed.clone() };
        let found = serde_json::from_str::<Value>(&undoubled).unwrap_or_default();
        note("model", models.contains(&&found), &|| format!("{printed}\n---- wanted\n{:#}", models[0]));
    } else if let Some(wanted) = expected["stdout"].as_str() {
        note("model", printed == wanted, &|| format!("{printed}\n---- wanted\n{wanted}"));
    }
    if let Some(wanted) = expected["yaml"].as_str() {
        let printed = print(Format::Yaml);
        note("yaml", printed == wanted, &|| format!("{printed}\n---- wanted\n{wanted}"));
    }
}

/// The flag that prints a list in the place of the model.
fn lists(cmd: &Value) -> Option<String> {
    let lists =
        ["--environment", "--hash", "--images", "--models", "--networks", "--profiles", "--services", "--volumes"];
    strings(&cmd["flags"]).into_iter().find(|it| lists.iter().any(|list| it.starts_with(list)))
}

/// Loads a case in the folder that it was recorded in.
fn load_case(case: &Value) -> Outcome {
    let (cmd, files) = (&case["cmd"], pack::files(case));
    let files: BTreeMap<FilePath, Vec<u8>> = files.into_iter().map(|(path, it)| (FilePath::new(&path), it)).collect();
    let cwd = FilePath::new(text(&cmd["cwd"]));
    let working_dir = format!("{FOLDER}/{}", cwd.as_str()).trim_end_matches('/').to_owned();
    let stdin = cmd["stdin"].as_str().map(FilePath::new);
    let source = |path: &FilePath| match (path.as_str(), &stdin) {
        ("-", Some(stdin)) => look_up(&files, stdin),
        _ => look_up(&files, &FilePath::new(format!("{}/{}", cwd.as_str(), path.as_str()).trim_start_matches('/'))),
    };
    load_from(&source, &options(cmd, working_dir))
}

fn look_up(files: &BTreeMap<FilePath, Vec<u8>>, path: &FilePath) -> Lookup {
    if let Some(bytes) = files.get(path) {
        return Lookup::File(Arc::from(bytes.as_slice()));
    }
    let folder = format!("{}/", path.as_str());
    let inside = path.as_str().is_empty() || files.keys().any(|it| it.as_str().starts_with(&folder));
    if inside { Lookup::Folder } else { Lookup::Missing }
}

fn options(cmd: &Value, working_dir: String) -> Options {
    let flag = |name: &str| cmd["flags"].as_array().into_iter().flatten().any(|it| it == name);
    let paths = |key: &str| cmd[key].as_array().into_iter().flatten().map(|it| FilePath::new(text(it))).collect();
    let mut environment: BTreeMap<String, String> =
        [("HOME", "/home/user"), ("PATH", "/usr/bin:/bin")].map(|(key, it)| (key.to_owned(), it.to_owned())).into();
    environment
        .extend(cmd["env"].as_object().into_iter().flatten().map(|(key, it)| (key.clone(), text(it).to_owned())));
    Options {
        files: paths("files"),
        project_name: cmd["project_name"].as_str().map(ToOwned::to_owned),
        profiles: cmd["profiles"].as_array().into_iter().flatten().map(|it| text(it).to_owned()).collect(),
        env_files: paths("env_files"),
        environment,
        working_dir,
        project_directory: cmd["project_directory"].as_str().map(ToOwned::to_owned),
        no_interpolate: flag("--no-interpolate"),
        no_consistency: flag("--no-consistency"),
        no_normalize: flag("--no-normalize"),
        no_path_resolution: flag("--no-path-resolution"),
        no_env_resolution: flag("--no-env-resolution"),
        services: cmd["services"].as_array().into_iter().flatten().map(|it| text(it).to_owned()).collect(),
        max_depth: 10_000,
        all_resources: flag("--all-resources"),
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn strings(value: &Value) -> Vec<String> {
    let mut all: Vec<String> = value.as_array().into_iter().flatten().map(|it| text(it).to_owned()).collect();
    all.sort();
    all
}

fn print(figures: &Figures) {
    let rows: BTreeSet<&String> = figures.keys().map(|it| &it.0).collect();
    for row in rows {
        let cells = THRESHOLDS.iter().filter_map(|(figure, _)| {
            let (held, asked) = figures.get(&(row.clone(), *figure))?;
            Some(format!("  {figure} {held}/{asked}"))
        });
        println!("{row:10}{}", cells.collect::<String>());
    }
}
