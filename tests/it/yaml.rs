//! The YAML reader against its own cases, and against what the real Docker Compose said of thousands of files.

use estiba::syntax::yaml::reader::read;
use serde_json::Value;

use crate::pack::pack;

/// What Compose said of the YAML of a file: its words, if it was refused as YAML.
fn recorded_error(case: &Value) -> Option<String> {
    let errors = case["expected"]["errors"].as_array()?;
    let first = errors.iter().filter_map(Value::as_str).find(|it| it.contains("go-yaml load error in "))?;
    let at = first.find("go-yaml load error in ")?;
    let before = &first[..at];
    (before.is_empty() || before.starts_with("failed to parse ") && before.ends_with(".yaml: "))
        .then(|| first[at..].to_owned())
}

/// How a recorded case differs from what the reader says.
fn disagreement(case: &Value, text: &str) -> Option<String> {
    let stream = read(text);
    let ours = stream.error.map(|it| it.message);
    let theirs = recorded_error(case);
    // Compose stops at the first document that it refuses and does not read the ones behind it.
    let refused_before = theirs.is_none() && case["expected"]["verdict"] == "reject" && !stream.documents.is_empty();
    (ours != theirs && !refused_before).then(|| format!("{}: {theirs:?} but {ours:?}", case["id"]))
}

/// How many files of a pack were read, and the cases that differ.
fn compare(name: &str) -> (usize, Vec<String>) {
    let mut seen = 0;
    let mut wrong = Vec::new();
    for case in pack(name) {
        let files = case["files"].as_object().unwrap();
        let mut texts = files.iter().filter(|(name, _)| name.contains(".y"));
        // With several files it is not known which one the error is about.
        let (Some((_, Value::String(text))), None) = (texts.next(), texts.next()) else { continue };
        seen += 1;
        wrong.extend(disagreement(&case, text));
    }
    (seen, wrong)
}

#[test]
fn agrees_with_docker_compose_on_recorded_cases() {
    for name in ["conformance", "corpus"] {
        let (seen, wrong) = compare(name);
        println!("{name}: {seen} files");
        assert!(wrong.is_empty(), "{name}: {} of {seen} differ\n{}", wrong.len(), wrong.join("\n"));
    }
}
