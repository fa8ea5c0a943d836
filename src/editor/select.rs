//! Selecting by keyboard, from a list and from a place in a text; what is selected that way is brought into view.

use crate::editor::action::Effect;
use crate::editor::editor::Editor;
use crate::editor::selection::Selection;
use crate::editor::words;
use crate::scene::graph::{NodeId, Point, Rect};
use crate::scene::navigate::{Direction, along_edge, closest, nearest, next};
use crate::scene::visible;
use crate::text::path::FilePath;

/// Room in px that a card brought into view keeps from the edge of the canvas.
const MARGIN: f64 = 48.0;

impl Editor {
    /// Selects `nodes`, as far as the scene has them, and shows them.
    pub(in crate::editor) fn select(&mut self, nodes: Vec<NodeId>) {
        self.selection = Selection::of(nodes).within(&self.snapshot.scene);
        self.reveal_selection();
        self.announce_selection();
    }

    /// Selects an edge.
    pub(in crate::editor) fn select_edge(&mut self, id: String) {
        self.selection = Selection::of_edge(id).within(&self.snapshot.scene);
        self.announce_selection();
    }

    /// Selects every card that is not locked.
    pub(in crate::editor) fn select_all(&mut self) {
        let locked = &self.snapshot.layout.locked;
        let nodes = self.snapshot.scene.nodes.values().map(|it| &it.id).filter(|it| !locked.contains(*it));
        self.selection = Selection::of(nodes.cloned().collect());
        self.announce_selection();
    }

    /// Breaks off what is going on; where nothing is, selects nothing.
    pub(in crate::editor) fn escape(&mut self) {
        if !self.cancel_gesture() && !self.selection.is_empty() {
            self.selection = Selection::default();
            self.announce_selection();
        }
    }

    /// Selects the nearest card in a direction, or along an edge; with nothing selected, the one in the middle.
    pub(in crate::editor) fn go(&mut self, direction: Direction, edges_only: bool) {
        let scene = &self.snapshot.scene;
        let to = match self.selection.primary() {
            Some(from) if edges_only => along_edge(scene, from, direction),
            Some(from) => nearest(scene, from, direction),
            None => {
                let middle = Point::new(self.canvas.0 / 2.0, self.canvas.1 / 2.0);
                closest(scene, self.viewport.to_canvas(middle))
            }
        };
        match to.cloned() {
            Some(to) => self.select(vec![to]),
            None => self.effects.push(Effect::Announce(words::NO_CARD_THERE.text())),
        }
    }

    /// Selects the next card in reading order; behind the last one nothing, so that the focus can go on.
    pub(in crate::editor) fn next(&mut self, forward: bool) {
        let to = next(&self.snapshot.scene, self.selection.primary(), forward).cloned();
        self.select(to.into_iter().collect());
    }

    /// The caret stands in a text: the card that is written there is selected, without moving the canvas.
    pub(in crate::editor) fn caret(&mut self, file: &FilePath, offset: usize) {
        self.active_file = Some(file.clone());
        let found = self.snapshot.node_at(file, offset);
        if let Some(id) = found.filter(|it| self.selection.nodes() != std::slice::from_ref(it)) {
            self.selection = Selection::of(vec![id]);
            self.announce_selection();
        }
    }

    /// Pans just so far that the primary card is in view.
    pub(in crate::editor) fn reveal_selection(&mut self) {
        let (width, height) = self.canvas;
        let Some(node) = self.selection.primary().and_then(|it| self.snapshot.scene.node(it)) else { return };
        if width <= 0.0 || height <= 0.0 {
            return;
        }
        let zoom = self.viewport.zoom;
        let view = visible::view(self.viewport, width, height).grown(-MARGIN / zoom);
        let Rect { x, y, .. } = view;
        let across = shift(x, view.right(), node.rect.x, node.rect.right());
        let along = shift(y, view.bottom(), node.rect.y, node.rect.bottom());
        self.viewport.x -= across * zoom;
        self.viewport.y -= along * zoom;
    }

    /// Says what is selected.
    pub(in crate::editor) fn announce_selection(&mut self) {
        let edge = self.selection.edge().and_then(|it| self.snapshot.scene.edge(it));
        let text = match (self.selection.nodes(), edge) {
            ([], None) => words::NONE_SELECTED.text(),
            ([], Some(edge)) => words::SELECTED_EDGE.fill(&[("from", &edge.from.name), ("to", &edge.to.name)]),
            (nodes, _) => words::of_cards(words::SELECTED, words::SELECTED_MANY, nodes),
        };
        self.effects.push(Effect::Announce(text));
    }
}

/// How far a view from `low` to `high` must move so that it shows `start` to `end`; the start, where not both fit.
fn shift(low: f64, high: f64, start: f64, end: f64) -> f64 {
    if start < low || end - start > high - low {
        start - low
    } else if end > high {
        end - high
    } else {
        0.0
    }
}
