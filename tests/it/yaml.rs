//! The YAML reader against its own cases, against the real Docker Compose, and against whatever comes.

use crate::case::{Case, cases};
use crate::oracle;
use crate::pack::{files, pack};
use crate::yaml_tree::{print, print_error};
use estiba::syntax::yaml::decode::decode;
use estiba::syntax::yaml::node::{Document, Stream};
use estiba::syntax::yaml::reader::{read, read_until};
use proptest::prelude::{ProptestConfig, any, prop, proptest};
use proptest::strategy::Strategy;
use serde_json::Value;

/// The text of a case: as it stands, or with escapes (`\r`, `\t`, `\u{FEFF}`) and without the line breaks of the case file,
/// where those would be lost.
fn text_of(case: &Case) -> String {
    match case.section("escaped") {
        None => case.text("text").to_owned(),
        Some(escaped) => serde_json::from_str(&format!("\"{}\"", escaped.replace('\n', ""))).unwrap(),
    }
}

#[test]
fn trees_with_their_places() {
    for case in cases("syntax/yaml/ok") {
        let text = text_of(&case);
        let stream = read(&text);
        assert_eq!(stream.error, None, "{}", case.path.display());
        check_places(&stream, &text);
        case.expect("tree", &print(&stream.documents, &stream.comments, &text));
    }
}

#[test]
fn errors_with_their_places() {
    for case in cases("syntax/yaml/err") {
        let text = text_of(&case);
        let stream = read(&text);
        check_places(&stream, &text);
        let error = stream.error.as_ref().unwrap_or_else(|| panic!("{} is accepted", case.path.display()));
        case.expect("error", &print_error(error, &text));
        if case.section("tree").is_some() {
            case.expect("tree", &print(&stream.documents, &stream.comments, &text));
        }
    }
}

/// The part of what Compose printed that is about the syntax of a file.
fn syntax_error(words: &str) -> Option<String> {
    let at = words.find("go-yaml load error in ")?;
    let (before, words) = words.split_at(at);
    let alone = before.is_empty() || before.starts_with("failed to parse ") && !before.contains("yaml: ");
    alone.then(|| words.trim_end().to_owned())
}

/// Whether Compose, which `accepts` the file or not, says of its syntax what the reader says. It stops at the first document
/// that it refuses for another reason and does not read the ones behind it.
fn agree(stream: &Stream, theirs: Option<&str>, accepts: bool) -> bool {
    let ours = stream.error.as_ref().map(|it| it.message.as_str());
    ours == theirs || theirs.is_none() && !accepts && !stream.documents.is_empty()
}

#[test]
fn docker_compose_says_the_same_of_every_case() {
    let Some(program) = oracle::find("docker-compose") else { return };
    let folder = oracle::scratch("yaml-cases");
    for case in cases("syntax/yaml") {
        let text = text_of(&case);
        std::fs::write(folder.join("compose.yaml"), &text).unwrap();
        let output = oracle::compose_config(&program, &folder, &["-q"]);
        let theirs = syntax_error(&String::from_utf8_lossy(&output.stderr));
        let stream = read(&text);
        let agree = agree(&stream, theirs.as_deref(), output.status.success());
        assert!(agree, "{}: {theirs:?} but {:?}", case.path.display(), stream.error);
    }
}

/// How a recorded case differs from what the reader says of its only file.
fn disagreement(case: &Value, bytes: &[u8]) -> Option<String> {
    let decoded = decode(bytes);
    let stream = read_until(&decoded.text, decoded.unreadable);
    check_places(&stream, &decoded.text);
    let errors = case["expected"]["errors"].as_array().map(Vec::as_slice).unwrap_or_default();
    let theirs = errors.iter().filter_map(Value::as_str).find_map(syntax_error);
    let agree = agree(&stream, theirs.as_deref(), case["expected"]["verdict"] != "reject");
    (!agree).then(|| format!("{}: {theirs:?} but {:?}", case["id"], stream.error))
}

#[test]
fn agrees_with_docker_compose_on_recorded_cases() {
    for name in ["conformance", "corpus"] {
        let (mut seen, mut wrong) = (0, Vec::new());
        for case in pack(name) {
            let files = files(&case);
            let mut texts = files.iter().filter(|(path, _)| path.contains(".y"));
            // With several files it is not known which one the error is about.
            let (Some((_, bytes)), None) = (texts.next(), texts.next()) else { continue };
            seen += 1;
            wrong.extend(disagreement(&case, bytes));
        }
        println!("{name}: {seen} files");
        assert!(wrong.is_empty(), "{name}: {} of {seen} differ\n{}", wrong.len(), wrong.join("\n"));
    }
}

/// Every place lies in the text, between characters, and what belongs together lies together.
fn check_places(stream: &Stream, text: &str) {
    for comment in &stream.comments {
        assert!(text.get(comment.span.start..comment.span.end).is_some_and(|it| it.starts_with('#')), "{comment:?}");
    }
    if let Some(error) = &stream.error {
        for span in [Some(error.span), error.context].into_iter().flatten() {
            assert!(text.get(span.start..span.end).is_some(), "{error:?}");
        }
    }
    for document in &stream.documents {
        assert!(text.get(document.span.start..document.span.end).is_some(), "{:?}", document.span);
        check_nodes(document, text);
    }
}

fn check_nodes(document: &Document, text: &str) {
    let mut open: Vec<_> = document.root().into_iter().collect();
    while let Some(id) = open.pop() {
        let node = document.node(id);
        let outer = node.outer_span();
        assert!(document.span.encloses(outer), "{outer:?} in {:?} of {text:?}", document.span);
        assert!(text.get(node.span.start..node.span.end).is_some() && text.is_char_boundary(outer.start), "{node:?}");
        let pairs = document.pairs(id).iter().flat_map(|it| [it.key, it.value]);
        let mut end = node.span.start;
        for child in document.items(id).iter().copied().chain(pairs) {
            let span = document.node(child).outer_span();
            assert!(span.start >= end && node.span.encloses(span), "{span:?} in {:?} of {text:?}", node.span);
            end = span.end;
            open.push(child);
        }
    }
}

/// Texts that are often nearly YAML.
fn yamlish() -> impl Strategy<Value = String> {
    let words = [
        "a",
        "b: ",
        "c:",
        "- ",
        "? ",
        ": ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "\n",
        "\n  ",
        "\n    ",
        " ",
        "\t",
        "# c",
        "\"",
        "'",
        "|\n",
        ">-\n",
        "&a ",
        "*a",
        "!t ",
        "!!str ",
        "%",
        "\n---\n",
        "\n...\n",
        "\r\n",
        "\r",
        "\u{85}",
        "\u{2028}",
        "\u{FEFF}",
        "ñ",
        "\\",
        "<<: ",
        "0",
        "%TAG ! x\n",
        "\u{1}",
    ];
    prop::collection::vec(prop::sample::select(words.to_vec()), 0..40).prop_map(|it| it.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn any_text_can_be_read(text in any::<String>()) {
        check_places(&read(&text), &text);
    }

    #[test]
    fn any_near_yaml_can_be_read(text in yamlish()) {
        check_places(&read(&text), &text);
    }

    #[test]
    fn any_bytes_can_be_read(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let decoded = decode(&bytes);
        check_places(&read_until(&decoded.text, decoded.unreadable), &decoded.text);
    }
}

/// Texts made to be slow or deep; none may overflow the stack or take longer than its length deserves.
#[test]
fn hostile_texts_are_read_in_due_time() {
    let keys = "{".repeat(9_000) + &"a".repeat(300_000) + &"}: b".repeat(9_000);
    let deep = "- ".repeat(9_999) + "a";
    let texts = [
        "[".repeat(400_000),
        "[".repeat(9_999) + &"]".repeat(9_999),
        "- ".repeat(200_000),
        deep,
        keys,
        "&a ".repeat(200_000),
        "? ".repeat(200_000),
        "a: b\n".repeat(100_000),
        "#\n".repeat(200_000),
        " ".repeat(500_000) + "#",
        "\"".to_owned() + &"\\\n".repeat(200_000),
        format!("a: &a {}\n{}", "x".repeat(100_000), "---\nb: *a\n".repeat(20_000)),
    ];
    for text in texts {
        let stream = read(&text);
        assert!(stream.error.is_some() || !stream.documents.is_empty() || !stream.comments.is_empty());
    }
}
