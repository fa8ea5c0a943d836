//! The picture of a stack: of every blueprint, and of the real stacks that a machine may have beside the repository. No card
//! lies on another, no edge runs over a card, and the same texts give the same picture.

use crate::pack::{files, pack};
use estiba::catalog::blueprint::blueprints;
use estiba::editor::action::Action;
use estiba::editor::editor::Editor;
use estiba::scene::graph::{Point, Rect};
use estiba::scene::route::{Route, at};
use estiba::text::path::FilePath;
use estiba::text::words::Lang;
use std::collections::BTreeSet;

/// So many real stacks are looked at; a hundred more say nothing new and take their time.
const STACKS: usize = 150;

#[test]
fn blueprints_open_as_clear_pictures() {
    for blueprint in blueprints() {
        let mut editor = Editor::new(Lang::En);
        editor.dispatch(Action::OpenBlueprint { id: blueprint.about.id.clone(), entropy: vec![7; 8192] });
        assert!(!editor.snapshot().scene.nodes.is_empty(), "{}", blueprint.about.id);
        look_at(&editor, &blueprint.about.id);
    }
}

#[test]
fn real_stacks_open_as_clear_pictures() {
    let mut seen = BTreeSet::new();
    for case in pack("corpus") {
        let files = files(&case);
        if seen.len() >= STACKS || !seen.insert(files.clone()) {
            continue;
        }
        let open = || {
            let mut editor = Editor::new(Lang::En);
            let files = files.iter().map(|(path, bytes)| (FilePath::new(path), bytes.clone()));
            editor.dispatch(Action::Open(files.collect()));
            editor
        };
        let editor = open();
        look_at(&editor, &format!("{:?}", files.keys()));
        assert_eq!(open().snapshot().scene, editor.snapshot().scene);
    }
}

/// Fails where a card lies on another, or an edge runs over one.
fn look_at(editor: &Editor, name: &str) {
    let scene = &editor.snapshot().scene;
    let cards: Vec<(&String, Rect)> = scene.nodes.iter().map(|(key, it)| (key, it.rect)).collect();
    for (index, (key, rect)) in cards.iter().enumerate() {
        let below = cards.iter().take(index).find(|it| it.1.overlaps(*rect));
        assert!(below.is_none(), "{name}: {key} lies on {}", below.unwrap().0);
    }
    for edge in &scene.edges {
        let (id, ends) = (&edge.id(), [edge.from.key(), edge.to.key()]);
        let route = drawn(editor, &ends, id, 0.0);
        assert_eq!(editor.snapshot().routes.get(id), Some(&route), "{name}: {id} is drawn as it was led");
        assert_ne!(drawn(editor, &ends, id, 400.0), route, "{name}: {id} follows a card that is moved");
        for curve in &route.curves {
            for step in 0..=40 {
                let point: Point = at(*curve, f64::from(step) / 40.0);
                let over = cards.iter().find(|(key, it)| !ends.contains(key) && it.grown(-2.0).contains(point));
                assert!(over.is_none(), "{name}: {id} runs over {}", over.unwrap().0);
            }
        }
    }
}

/// The edge between the cards `ends` as the view draws it while the second one is moved by `moved` both ways.
fn drawn(editor: &Editor, ends: &[String; 2], id: &str, moved: f64) -> Route {
    let rect = |key: &String| editor.snapshot().scene.nodes.get(key).expect("an edge has two cards").rect;
    let (from, to) = (rect(&ends[0]), rect(&ends[1]));
    editor.snapshot().route(id, from, Rect { x: to.x + moved, y: to.y + moved, ..to })
}
