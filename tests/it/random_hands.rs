//! Whatever hands do, in whatever order: nothing panics, the selection names only what is there, undoing everything gives
//! the first bytes, and a stored session comes back whole.

use estiba::command::commands::{Command, ResourceKind};
use estiba::editor::action::{Action, Modifiers, Pointer, PointerKind, Target};
use estiba::editor::editor::Editor;
use estiba::editor::keymap::SHORTCUTS;
use estiba::scene::graph::{EdgeKind, NodeId, Point};
use estiba::text::edit::TextEdit;
use estiba::text::path::FilePath;
use estiba::text::span::Span;
use estiba::text::words::Lang;
use proptest::prelude::*;

/// A stack that has one of everything.
const STACK: &str = "\
# A stack.
services:
  api:
    build: ./api
    depends_on: [cache]
    volumes: ['data:/data']
    networks: [back]
  db:
    image: postgres:16
    healthcheck: {test: pg_isready}
    networks: [back]
  cache:
    image: redis:7
    networks: [back]
volumes:
  data:
networks:
  back:
secrets:
  token: {file: ./token}
";

/// A raw choice, read against what the editor shows at that moment.
type Choice = (u8, u16, u16, u16);

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_whatever_hands_do(choices in prop::collection::vec(any::<Choice>(), 1..60)) {
        let mut editor = Editor::new(Lang::Es);
        editor.dispatch(Action::Resize { width: 1000.0, height: 700.0 });
        editor.dispatch(Action::Open(vec![
            (FilePath::new("compose.yaml"), STACK.as_bytes().to_vec()),
            (FilePath::new("logo"), vec![0, 159, 255]),
        ]));
        // A session has no history, so that no undo goes back before the project was opened.
        let stored = editor.session();
        editor.restore(&stored);
        let before = editor.snapshot().workspace.clone();
        for (time, choice) in choices.into_iter().enumerate() {
            let action = action(&editor, choice, time);
            editor.dispatch(action);
            let scene = &editor.snapshot().scene;
            prop_assert_eq!(&editor.selection().clone().within(scene), editor.selection());
            prop_assert!(editor.viewport().zoom > 0.0 && editor.viewport().x.is_finite());
        }
        let mut again = Editor::new(Lang::En);
        again.restore(&editor.session());
        prop_assert_eq!(&again.snapshot().workspace, &editor.snapshot().workspace);
        prop_assert_eq!(&again.snapshot().scene.nodes, &editor.snapshot().scene.nodes);
        while editor.can_undo() && editor.snapshot().workspace != before {
            editor.dispatch(Action::Undo);
        }
        prop_assert_eq!(&editor.snapshot().workspace, &before);
    }
}

/// The action of a choice.
fn action(editor: &Editor, (what, a, b, c): Choice, time: usize) -> Action {
    let nodes: Vec<NodeId> = editor.snapshot().scene.nodes.values().map(|it| it.id.clone()).collect();
    let node = |it: u16| nodes.get(usize::from(it) % nodes.len().max(1)).cloned();
    let name = |it: u16| node(it).map_or("x".to_owned(), |it| it.name);
    match what % 14 {
        0 | 1 => Action::PointerDown(pointer(editor, a, b, c, time)),
        2 | 3 => Action::PointerMove(pointer(editor, a, b, c, time)),
        4 | 5 => Action::PointerUp(pointer(editor, a, b, c, time)),
        6 => match (node(a), node(b)) {
            (Some(from), Some(to)) if c % 2 == 0 => Action::Select(vec![from, to]),
            (Some(to), _) => Action::ConnectTo(to),
            _ => Action::SelectAll,
        },
        7 => (SHORTCUTS[usize::from(a) % SHORTCUTS.len()].action)(),
        8 => Action::Key { key: "Escape".to_owned(), code: "Escape".to_owned(), modifiers: Modifiers::default() },
        9 => Action::Run(command(&name(a), &name(b), c)),
        10 => typing(editor, a, b, c),
        11 => Action::AddImage {
            image: ["postgres", "nginx:1.27", "build", "no such image"][usize::from(a) % 4].to_owned(),
            at: (b % 2 == 0).then(|| Point::new(f64::from(b % 900), f64::from(c % 700))),
            from: node(c),
            entropy: vec![7; 2048],
        },
        12 if a % 2 == 0 => Action::Undo,
        12 => Action::Redo,
        _ if a % 2 == 0 => Action::Tick { time: f64::from(u32::try_from(time).unwrap()) * 100.0 },
        _ => Action::MountAt { volume: name(a), service: name(b), target: "/data".to_owned(), read_only: c % 2 == 0 },
    }
}

/// A pointer over something of the scene.
fn pointer(editor: &Editor, a: u16, b: u16, c: u16, time: usize) -> Pointer {
    let scene = &editor.snapshot().scene;
    let node = scene.nodes.values().nth(usize::from(c) % (scene.nodes.len() + 1)).map(|it| it.id.clone());
    let edge = scene.edges.get(usize::from(c) % (scene.edges.len() + 1)).map(estiba::scene::graph::Edge::id);
    let target = match (c >> 8) % 4 {
        0 => Target::Canvas,
        1 => edge.map_or(Target::Canvas, Target::Edge),
        2 => node.map_or(Target::Canvas, |it| Target::Handle(it, EdgeKind::DependsOn)),
        _ => node.map_or(Target::Canvas, Target::Node),
    };
    Pointer {
        at: Point::new(f64::from(a % 1000), f64::from(b % 700)),
        target,
        button: u8::try_from(a >> 14).unwrap() % 3,
        modifiers: Modifiers { ctrl: b & 0x8000 != 0, shift: b & 0x4000 != 0, alt: c & 0x8000 != 0 },
        kind: if c & 0x4000 != 0 { PointerKind::Touch } else { PointerKind::Mouse },
        id: i32::from(a >> 13) % 2,
        time: f64::from(u32::try_from(time).unwrap()) * 100.0,
    }
}

/// A command on names that may or may not fit it.
fn command(a: &str, b: &str, c: u16) -> Command {
    let (a, b) = (a.to_owned(), b.to_owned());
    let new = format!("n{}", c % 7);
    match c % 9 {
        0 => Command::RenameService { old: a, new },
        1 => Command::RemoveService { name: a },
        2 => Command::DuplicateService { name: a, new },
        3 => Command::Connect { from: a, to: b, condition: None, restart: false },
        4 => Command::Disconnect { from: a, to: b },
        5 => Command::Join { service: a, network: b },
        6 => Command::AddResource { kind: ResourceKind::Volume, name: new },
        7 => Command::RemoveResource { kind: ResourceKind::Network, name: b },
        _ => Command::Set { path: ["services", &a, "restart"].map(str::to_owned).to_vec(), value: "always".to_owned() },
    }
}

/// Typing or deleting a little anywhere, also where it breaks the text.
fn typing(editor: &Editor, a: u16, b: u16, c: u16) -> Action {
    let file = FilePath::new("compose.yaml");
    let text = editor.snapshot().text(&file).map_or("", |it| it).to_owned();
    let at = |it: u16| {
        let offset = usize::from(it) % (text.len() + 1);
        (0..=offset).rev().find(|it| text.is_char_boundary(*it)).unwrap_or(0)
    };
    let (start, insert) = (at(a), ["", "x", "\n", ": ", "[", "# ñ"][usize::from(c) % 6]);
    let end = if b.is_multiple_of(3) { at(a.wrapping_add(b % 12)).max(start) } else { start };
    Action::Type { file, edit: TextEdit::replace(Span::new(start, end), insert) }
}
