//! What a drag does as it goes and when it ends: cards move and align, a box selects, the canvas follows at its edges.

use crate::editor::action::Modifiers;
use crate::editor::editor::Editor;
use crate::editor::gesture::{Brush, Gesture, Moving};
use crate::editor::live;
use crate::editor::selection::Selection;
use crate::scene::graph::{NodeId, Point, Rect};
use crate::scene::guides::snap;
use crate::scene::visible;
use std::collections::BTreeSet;
use std::sync::Arc;

/// So near to an edge of the canvas, in px, a drag pans.
const EDGE: f64 = 32.0;
/// After so many milliseconds there.
const EDGE_DELAY: f64 = 200.0;
/// Px a millisecond at the very edge.
const EDGE_SPEED: f64 = 0.9;
/// Cards of larger selections do not align: no one aims with them.
const ALIGN_LIMIT: usize = 100;

impl Editor {
    /// The selected cards begin to follow the pointer; locked ones stay.
    pub(in crate::editor) fn begin_move(&self, start: Point, before: Selection) -> Gesture {
        let locked = &self.snapshot.layout.locked;
        let nodes: Arc<[NodeId]> = self.selection.nodes().iter().filter(|it| !locked.contains(*it)).cloned().collect();
        let scene = &self.snapshot.scene;
        let Some(bounds) = Rect::around(nodes.iter().filter_map(|it| scene.node(it)).map(|it| it.rect)) else {
            return Gesture::Idle;
        };
        let stays = |id: &NodeId| locked.contains(id) || !self.selection.contains(id);
        let (width, height) = self.canvas;
        let in_view = visible::cards(scene, self.viewport, width, height);
        let align = nodes.len() <= ALIGN_LIMIT;
        let others = in_view.filter(|it| align && stays(&it.id)).map(|it| it.rect).collect();
        Gesture::Moving(Moving { start, nodes, bounds, others, before })
    }

    /// The cards follow: Shift keeps to one axis, Ctrl turns the guides off, Alt leaves copies.
    pub(in crate::editor) fn drag_cards(&mut self, moving: &Moving, to: Point, modifiers: Modifiers) {
        let mut offset = to.minus(moving.start);
        if modifiers.shift {
            if offset.x.abs() >= offset.y.abs() { offset.y = 0.0 } else { offset.x = 0.0 }
        }
        self.live.guides.clear();
        if !modifiers.ctrl {
            let found = snap(moving.bounds.at(moving.bounds.origin().plus(offset)), &moving.others, self.viewport.zoom);
            let free = |axis: f64| !modifiers.shift || axis != 0.0;
            let shift = Point::new(
                if free(offset.x) { found.shift.x } else { 0.0 },
                if free(offset.y) { found.shift.y } else { 0.0 },
            );
            offset = offset.plus(shift);
            self.live.guides = if shift == found.shift { found.guides } else { Vec::new() };
        }
        self.live.moving = Some(live::Moving { nodes: Arc::clone(&moving.nodes), offset, copies: modifiers.alt });
    }

    /// The cards are let go: their places are written, or copies of them are made.
    pub(in crate::editor) fn drop_cards(&mut self, moving: &Moving) {
        let Some(shown) = self.live.moving.take() else { return };
        if shown.copies {
            self.copy_services(&moving.nodes, shown.offset, false);
        } else {
            self.move_nodes(&moving.nodes, shown.offset, None);
        }
    }

    /// The box selects what it touches; with Ctrl only what lies wholly in it, with Shift on top of what was selected.
    pub(in crate::editor) fn drag_brush(&mut self, brush: &Brush, to: Point, modifiers: Modifiers) {
        let area = Rect::between(brush.start, to);
        self.live.brush = Some(area);
        let takes = |rect: Rect| if modifiers.ctrl { area.encloses(rect) } else { area.overlaps(rect) };
        let locked: &BTreeSet<NodeId> = &self.snapshot.layout.locked;
        let nodes = self.snapshot.scene.nodes.values();
        let touched = nodes.map(|it| (&it.id, it.rect)).filter(|(id, rect)| takes(*rect) && !locked.contains(*id));
        let touched: Vec<&NodeId> = touched.map(|(id, _)| id).collect();
        if modifiers.shift {
            self.selection = brush.before.clone().with(touched.into_iter().cloned());
        } else if !touched.iter().copied().eq(self.selection.nodes()) {
            self.selection = Selection::of(touched.into_iter().cloned().collect());
        }
    }

    /// Whether `Action::Tick` should come with each frame: a drag may pan at an edge, a finger may rest.
    pub fn wants_ticks(&self) -> bool {
        match &self.hands.gesture {
            Gesture::Moving(_) | Gesture::Connecting(_) | Gesture::Brushing(_) | Gesture::Pointing(_) => true,
            Gesture::Idle | Gesture::Panning(_) | Gesture::Pinching(..) => false,
        }
    }

    /// Pans while a drag rests near an edge, the faster the nearer.
    pub(in crate::editor) fn pan_at_edge(&mut self, time: f64) {
        let drags = matches!(self.hands.gesture, Gesture::Moving(_) | Gesture::Connecting(_) | Gesture::Brushing(_));
        let Some(pointer) = self.hands.last.clone().filter(|_| drags) else { return };
        let pull = Point::new(edge_pull(pointer.at.x, self.canvas.0), edge_pull(pointer.at.y, self.canvas.1));
        if pull == Point::default() {
            self.hands.at_edge = None;
            return;
        }
        let (since, last) = self.hands.at_edge.unwrap_or((time, time));
        self.hands.at_edge = Some((since, time));
        if time - since < EDGE_DELAY {
            return;
        }
        let way = (time - last).clamp(0.0, 50.0) * EDGE_SPEED;
        self.viewport.x -= pull.x * way;
        self.viewport.y -= pull.y * way;
        self.drag(&pointer);
    }
}

/// How strongly the edges of a canvas of `size` px pull at a place: -1 at its start, 1 at its end, 0 between.
fn edge_pull(at: f64, size: f64) -> f64 {
    if size <= EDGE * 2.0 {
        return 0.0;
    }
    let start = ((EDGE - at) / EDGE).clamp(0.0, 1.0);
    let end = ((at - (size - EDGE)) / EDGE).clamp(0.0, 1.0);
    end - start
}
