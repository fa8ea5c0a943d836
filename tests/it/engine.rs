//! The engine under stress: whatever the files hold, it answers, and every place that it names is one.

use estiba::compose::load::{Files, Options, Outcome, load};
use estiba::compose::value::{Data, FileId, Origin, Value};
use estiba::text::path::FilePath;
use proptest::prelude::*;
use std::sync::Arc;

/// The stack that a browser gives to WebAssembly.
const STACK: usize = 1 << 20;

fn stack(files: &[(&str, &str)]) -> (Files, Outcome) {
    let files: Files = files.iter().map(|(path, text)| (FilePath::new(path), Arc::from(text.as_bytes()))).collect();
    let options = Options { working_dir: "/work/shop".to_owned(), ..Options::default() };
    let outcome = load(&files, &options);
    (files, outcome)
}

/// Every span of the outcome lies in the file that it names.
fn check_places(files: &Files, outcome: &Outcome) {
    for it in &outcome.diagnostics {
        let Some(file) = &it.file else { continue };
        let text = files.get(file).map(|it| String::from_utf8_lossy(it).into_owned()).unwrap_or_default();
        assert!(text.get(it.span.start..it.span.end).is_some(), "{:?} of {file}: {}", it.span, it.what.en);
    }
    if let Some(model) = &outcome.resolved {
        check_value(files, outcome, model);
    }
}

fn check_value(files: &Files, outcome: &Outcome, value: &Value) {
    check_origin(files, outcome, &value.origin);
    match &value.data {
        Data::List(items) => items.iter().for_each(|it| check_value(files, outcome, it)),
        Data::Map(map) => map.values().for_each(|it| check_value(files, outcome, &it.value)),
        _ => {}
    }
}

fn check_origin(files: &Files, outcome: &Outcome, origin: &Origin) {
    if origin.file == FileId::NONE {
        return;
    }
    let path = outcome.path(origin.file).expect("the file is known");
    let text = String::from_utf8_lossy(&files[path]);
    assert!(text.get(origin.span.start..origin.span.end).is_some(), "{:?} of {path}", origin.span);
}

/// Loads in a thread with the stack of a browser.
fn load_small(files: Vec<(String, String)>) {
    let run = move || {
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let (files, outcome) = stack(&files);
        check_places(&files, &outcome);
        assert!(outcome.refusal.is_some());
    };
    let thread = std::thread::Builder::new().stack_size(4 * STACK).spawn(run).expect("a thread starts");
    thread.join().expect("the engine answers");
}

#[test]
fn nesting_without_end_is_refused() {
    let one = |text: String| vec![("compose.yaml".to_owned(), text)];
    load_small(one(format!("x-v: {}{}\n", "[".repeat(9_000), "]".repeat(9_000))));
    load_small(one(format!("x-v: {}1\n", "{a: ".repeat(9_000))));
    load_small(one((0..2_000).flat_map(|depth| [" ".repeat(depth), "a:\n".to_owned()]).collect()));
}

#[test]
fn services_that_extend_one_another_without_end_are_refused() {
    let services: Vec<String> = (0..3_000).map(|it| format!("  s{it}: {{extends: s{}}}\n", it + 1)).collect();
    let text = format!("services:\n{}  s3000: {{image: x}}\n", services.concat());
    load_small(vec![("compose.yaml".to_owned(), text)]);
}

#[test]
fn files_that_include_one_another_without_end_are_refused() {
    let files = (0..3_000).map(|it| {
        let name = if it == 0 { "compose.yaml".to_owned() } else { format!("f{it}.yaml") };
        (name, format!("include: [f{}.yaml]\n", it + 1))
    });
    load_small(files.collect());
}

#[test]
fn aliases_do_not_explode() {
    let mut lines = vec!["x-a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned()];
    lines.extend((1..12).map(|it| format!("x-a{it}: &a{it} [{}]\n", vec![format!("*a{}", it - 1); 10].join(", "))));
    load_small(vec![("compose.yaml".to_owned(), lines.concat())]);
}

/// One wrong service does not hide the others.
#[test]
fn a_fault_leaves_the_rest() {
    let text = "services:\n  a:\n    image: x\n    ports: nope\n  b: 5\n  c:\n    image: y\n    volumes: [data:/d]\nvolumes:\n  data:\n";
    let (files, outcome) = stack(&[("compose.yaml", text)]);
    check_places(&files, &outcome);
    let project = outcome.project.expect("there is a project");
    let names: Vec<&str> = project.services.keys().map(String::as_str).collect();
    assert_eq!(names, ["a", "c"]);
    assert_eq!(project.services["c"].mounts.len(), 1);
    let errors: Vec<&str> = outcome.diagnostics.iter().map(|it| it.what.en.as_str()).collect();
    assert!(errors.iter().any(|it| it.contains("services.a.ports must be a array")), "{errors:?}");
    assert!(errors.contains(&"services.b must be a mapping"), "{errors:?}");
}

/// A value knows the file that says it, and what it took the place of.
#[test]
fn provenance_goes_through_files() {
    let (_, outcome) = stack(&[
        ("compose.yaml", "services:\n  a:\n    image: x\n    environment: [K=1]\n"),
        ("compose.override.yaml", "services:\n  a:\n    image: ${V:-y}\n    environment: [L=2]\n"),
    ]);
    let model = outcome.resolved.clone().expect("there is a model");
    let image = model.at(&["services", "a", "image"]).expect("there is an image");
    assert_eq!(image.as_str(), Some("y"));
    assert_eq!(outcome.path(image.origin.file), Some(&FilePath::new("compose.override.yaml")));
    let before = image.origin.replaced.as_ref().expect("it took a place");
    assert_eq!(outcome.path(before.file), Some(&FilePath::new("compose.yaml")));
}

fn part() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec![
        "services:\n",
        "  a:\n",
        "  b: ",
        "    image: ",
        "x",
        "${",
        "${V:-",
        "}",
        "$",
        "    extends: a\n",
        "include: ",
        "[",
        "]",
        "{",
        ", ",
        ": ",
        "- ",
        "\n",
        "!reset ",
        "!override ",
        "&x ",
        "*x",
        "<<: ",
        "    ports: ",
        "80:80",
        "-80",
        "null",
        "1",
        "    volumes:\n",
        "      - ",
        "    environment:\n",
        "K=v",
        "    depends_on: ",
        "    build: ",
        "networks:\n",
        "volumes: ",
        "\"",
        "'",
        "#",
        "ñ",
        "\t",
        "|",
        "  ",
        "---\n",
        "name: ",
        "    ulimits: ",
        "    deploy: ",
        "~",
        "0644",
        ".inf",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gets_an_answer(
        first in proptest::collection::vec(part(), 0..40),
        second in proptest::collection::vec(part(), 0..20),
        env in proptest::collection::vec(part(), 0..8),
    ) {
        let (first, second, env) = (first.concat(), second.concat(), env.concat());
        let (files, outcome) =
            stack(&[("compose.yaml", &first), ("compose.override.yaml", &second), (".env", &env)]);
        check_places(&files, &outcome);
    }
}
