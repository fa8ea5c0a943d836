//! Gestures: each case has the files of a project, a script of what hands do, and what must come of it: what the editor
//! answers, what is selected, and which lines of the texts changed. Behind every case, undoing everything gives the first
//! bytes, and redoing everything the last ones.

use crate::case::{Case, cases};
use crate::hands::Hands;
use estiba::editor::action::{Action, Modifiers};
use estiba::editor::editor::Editor;
use estiba::editor::workspace::Workspace;
use estiba::scene::graph::Point;
use estiba::text::diff::changed_lines;
use estiba::text::path::FilePath;
use estiba::text::words::Lang;
use std::collections::BTreeSet;
use std::fmt::Write;

#[test]
fn gestures_do_what_the_cases_expect() {
    for case in cases("gesture") {
        let mut hands = Hands::new(open(&case));
        let before = hands.editor.snapshot().workspace.clone();
        for line in case.text("script").lines().filter(|it| !it.trim().is_empty() && !it.starts_with('#')) {
            hands.play(line).unwrap_or_else(|why| panic!("{}: `{line}`: {why}", case.path.display()));
        }
        case.expect("says", &hands.log);
        case.expect("selection", &selection(&hands.editor));
        case.expect("diff", &diff(&before, &hands.editor.snapshot().workspace));
        to_and_fro(&mut hands.editor, &before, &case);
    }
}

/// An editor on a canvas of 1200 by 800 with the files of a case, at 100 % from the corner.
fn open(case: &Case) -> Editor {
    let mut editor = Editor::new(Lang::En);
    let named = case.sections.iter().filter_map(|(name, text)| Some((name.strip_prefix("file ")?, text)));
    let files = named.map(|(path, text)| (FilePath::new(path), text.clone().into_bytes())).collect();
    editor.dispatch(Action::Resize { width: 1200.0, height: 800.0 });
    editor.dispatch(Action::Open(files));
    // Opening shows everything; scripts count from the corner.
    let view = editor.viewport();
    let delta = Point::new(view.x, view.y);
    editor.dispatch(Action::Wheel { at: Point::default(), delta, modifiers: Modifiers::default() });
    editor
}

/// What is selected, a line each.
fn selection(editor: &Editor) -> String {
    let nodes = editor.selection().nodes().iter().map(ToString::to_string);
    nodes.chain(editor.selection().edge().map(str::to_owned)).map(|it| it + "\n").collect()
}

/// The changed lines of every file.
fn diff(before: &Workspace, after: &Workspace) -> String {
    let paths: BTreeSet<&FilePath> = before.files.keys().chain(after.files.keys()).collect();
    let mut text = String::new();
    for path in paths {
        let changed = changed_lines(before.text(path).unwrap_or_default(), after.text(path).unwrap_or_default());
        changed.lines().for_each(|it| writeln!(text, "{path}: {it}").unwrap());
    }
    text
}

/// Undoes everything since `before`, and redoes it.
fn to_and_fro(editor: &mut Editor, before: &Workspace, case: &Case) {
    let (after, scene) = (editor.snapshot().workspace.clone(), editor.snapshot().scene.clone());
    let mut steps = 0;
    while editor.snapshot().workspace != *before && editor.can_undo() {
        editor.dispatch(Action::Undo);
        steps += 1;
    }
    assert_eq!(editor.snapshot().workspace, *before, "{}: undo gives the first bytes", case.path.display());
    for _ in 0..steps {
        editor.dispatch(Action::Redo);
    }
    assert_eq!(editor.snapshot().workspace, after, "{}: redo gives the last bytes", case.path.display());
    assert_eq!(editor.snapshot().scene, scene, "{}: redo gives the last picture", case.path.display());
}
