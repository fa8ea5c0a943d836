//! Opening and saving without a change gives the same bytes, for every kind of file and through every way out.

use crate::pack::{files, pack};
use estiba::editor::action::{Action, Effect};
use estiba::editor::editor::Editor;
use estiba::text::path::FilePath;
use estiba::text::words::Lang;
use std::collections::{BTreeMap, BTreeSet};

/// Files that a careless reader would change.
fn own_files() -> BTreeMap<String, Vec<u8>> {
    let texts: [(&str, &[u8]); 9] = [
        ("compose.yaml", b"services:\r\n  web:   # front\r\n    image: \"nginx\"\r\n"),
        ("compose.override.yaml", b"services: {web: {ports: [ '80:80' ,]}}   "),
        ("Dockerfile", b"FROM a\r\nRUN <<EOF\r\necho\r\nEOF"),
        ("win/Dockerfile", b"# escape=`\nFROM b`\n  AS c\nCOPY a `\n C:\\"),
        (".env", b"\xEF\xBB\xBFA=1\n\n# c\nB='x'"),
        ("latin1.env", b"A=\xE9\n"),
        ("utf16.yaml", b"\xFF\xFEa\x00:\x00 \x001\x00\n\x00"),
        ("logo.png", b"\x89PNG\r\n\x1a\n\x00\x00"),
        ("empty", b""),
    ];
    texts.into_iter().map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect()
}

/// Opens `files`, saves each, and again after a reload; all must be the bytes that were opened.
fn check(files: &BTreeMap<String, Vec<u8>>, what: &str) {
    let mut editor = Editor::new(Lang::En);
    editor.dispatch(Action::Open(files.iter().map(|(path, bytes)| (FilePath::new(path), bytes.clone())).collect()));
    let mut reloaded = Editor::new(Lang::En);
    reloaded.restore(&editor.session());
    for (path, bytes) in files {
        for editor in [&mut editor, &mut reloaded] {
            assert_eq!(&saved(editor, path), bytes, "{what}: {path}");
        }
    }
}

/// What the person gets who saves `path`.
fn saved(editor: &mut Editor, path: &str) -> Vec<u8> {
    let effects = editor.dispatch(Action::SaveFile(FilePath::new(path)));
    let file = effects.into_iter().find_map(|it| match it {
        Effect::Download { bytes, .. } => Some(bytes),
        _ => None,
    });
    file.unwrap_or_else(|| panic!("{path} was not saved"))
}

#[test]
fn our_own_odd_files() {
    check(&own_files(), "own");
}

#[test]
fn real_projects() {
    let (mut seen, mut opened) = (BTreeSet::new(), 0);
    for case in pack("corpus") {
        let files = files(&case);
        if seen.insert(files.clone()) {
            check(&files, case["id"].as_str().unwrap_or_default());
            opened += files.len();
        }
    }
    println!("{opened} files of {} sets opened and saved: same bytes", seen.len());
}
