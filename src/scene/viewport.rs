//! `Viewport`: which part of the canvas is on the screen.

use crate::scene::graph::{Point, Rect};

/// Pan and zoom: screen = canvas * zoom + offset.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// Screen position of the canvas origin, to the right, in px.
    pub x: f64,
    /// Screen position of the canvas origin, down, in px.
    pub y: f64,
    /// Screen px a canvas unit.
    pub zoom: f64,
}

impl Default for Viewport {
    fn default() -> Self {
        Self { x: 0.0, y: 0.0, zoom: 1.0 }
    }
}

impl Viewport {
    /// Smallest and largest zoom.
    pub const ZOOM: (f64, f64) = (0.05, 4.0);

    /// The canvas point under a screen point.
    pub fn to_canvas(self, screen: Point) -> Point {
        Point { x: (screen.x - self.x) / self.zoom, y: (screen.y - self.y) / self.zoom }
    }

    /// The screen point of a canvas point.
    pub fn to_screen(self, canvas: Point) -> Point {
        Point { x: canvas.x * self.zoom + self.x, y: canvas.y * self.zoom + self.y }
    }

    /// Zooms by `factor`; the canvas point under `screen` stays there.
    #[must_use]
    pub fn zoom_at(self, screen: Point, factor: f64) -> Self {
        let zoom = (self.zoom * factor).clamp(Self::ZOOM.0, Self::ZOOM.1);
        let under = self.to_canvas(screen);
        Self { x: screen.x - under.x * zoom, y: screen.y - under.y * zoom, zoom }
    }

    /// Shows `content` wholly and centred in a screen area of `width` × `height`, never above 100 %.
    #[must_use]
    pub fn fit(content: Rect, width: f64, height: f64) -> Self {
        let room = 0.9;
        let wide = width * room / content.width.max(1.0);
        let zoom = wide.min(height * room / content.height.max(1.0)).clamp(Self::ZOOM.0, 1.0);
        let x = (width - content.width * zoom) / 2.0 - content.x * zoom;
        let y = (height - content.height * zoom) / 2.0 - content.y * zoom;
        Self { x, y, zoom }
    }
}
