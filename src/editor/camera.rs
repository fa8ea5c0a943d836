//! The camera: panning and zooming. It is not part of the document and not of undo.

use crate::editor::action::Modifiers;
use crate::editor::editor::Editor;
use crate::scene::graph::{Point, Rect};
use crate::scene::viewport::Viewport;

impl Editor {
    /// The canvas has a new size.
    pub(in crate::editor) fn resize(&mut self, width: f64, height: f64) {
        self.canvas = (width.max(0.0), height.max(0.0));
        if self.fit_pending {
            self.fit_all();
        }
    }

    /// The wheel: pans, or zooms around the pointer with Ctrl; Shift pans sideways.
    pub(in crate::editor) fn wheel(&mut self, at: Point, delta: Point, modifiers: Modifiers) {
        if modifiers.ctrl {
            // A step of a pinch is a few px and a notch of a wheel a hundred, which counts as twenty.
            let step = delta.y.clamp(-20.0, 20.0);
            self.viewport = self.viewport.zoom_at(at, (-step * 0.01).exp());
            return;
        }
        let by = if modifiers.shift && delta.x == 0.0 { Point::new(delta.y, 0.0) } else { delta };
        self.viewport.x -= by.x;
        self.viewport.y -= by.y;
    }

    /// Zooms by `factor` around the middle of the canvas.
    pub(in crate::editor) fn zoom(&mut self, factor: f64) {
        let middle = Point::new(self.canvas.0 / 2.0, self.canvas.1 / 2.0);
        self.viewport = self.viewport.zoom_at(middle, factor);
    }

    /// Shows everything, as soon as the canvas has a size.
    pub(in crate::editor) fn fit_all(&mut self) {
        let (width, height) = self.canvas;
        self.fit_pending = width <= 0.0 || height <= 0.0;
        if let (false, Some(bounds)) = (self.fit_pending, self.snapshot.scene.bounds()) {
            self.viewport = Viewport::fit(bounds, width, height);
        }
    }

    /// Shows the selection; everything where nothing is selected.
    pub(in crate::editor) fn fit_selection(&mut self) {
        let scene = &self.snapshot.scene;
        let edge = self.selection.edge().and_then(|it| scene.edge(it));
        let ends = edge.into_iter().flat_map(|it| [&it.from, &it.to]);
        let nodes = self.selection.nodes().iter().chain(ends).filter_map(|it| scene.node(it));
        match Rect::around(nodes.map(|it| it.rect)) {
            Some(bounds) if self.canvas.0 > 0.0 && self.canvas.1 > 0.0 => {
                self.viewport = Viewport::fit(bounds, self.canvas.0, self.canvas.1);
            }
            _ => self.fit_all(),
        }
    }
}
