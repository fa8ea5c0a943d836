//! Culling: which cards and edges are on the screen. What is not costs nothing, yet stays in the scene, so that search and
//! outline find it.

use crate::scene::graph::{Edge, Node, Rect, Scene};
use crate::scene::viewport::Viewport;

/// Room around the screen in px that is drawn too, so that a short pan shows nothing empty.
const MARGIN: f64 = 200.0;

/// The part of the canvas that a screen area of `width` × `height` shows.
pub fn view(viewport: Viewport, width: f64, height: f64) -> Rect {
    let (x, y) = (-viewport.x / viewport.zoom, -viewport.y / viewport.zoom);
    Rect::new(x, y, width / viewport.zoom, height / viewport.zoom)
}

/// The cards in or near the view, in scene order.
pub fn cards(scene: &Scene, viewport: Viewport, width: f64, height: f64) -> impl Iterator<Item = &Node> {
    let view = view(viewport, width, height).grown(MARGIN / viewport.zoom);
    scene.nodes.values().filter(move |it| view.overlaps(it.rect))
}

/// The edges that may cross the view, in scene order.
pub fn edges(scene: &Scene, viewport: Viewport, width: f64, height: f64) -> impl Iterator<Item = &Edge> {
    let view = view(viewport, width, height).grown(MARGIN / viewport.zoom);
    scene.edges.iter().filter(move |it| match (scene.node(&it.from), scene.node(&it.to)) {
        (Some(from), Some(to)) => from.rect.cover(to.rect).overlaps(view),
        _ => false,
    })
}

/// Whether no card is in the view although there are some: then a way back is offered.
pub fn is_lost(scene: &Scene, viewport: Viewport, width: f64, height: f64) -> bool {
    let view = view(viewport, width, height);
    !scene.nodes.is_empty() && !scene.nodes.values().any(|it| view.overlaps(it.rect))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::sample::scene;

    #[test]
    fn only_what_is_near_the_screen_is_drawn() {
        let scene = scene(&[("a", 0.0, 0.0), ("b", 2000.0, 0.0), ("c", 4000.0, 0.0)], &[("a", "c"), ("b", "c")]);
        let at = Viewport::default();
        let names = |it: Viewport| cards(&scene, it, 800.0, 600.0).map(|it| it.id.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(at), ["a"]);
        assert_eq!(names(Viewport { zoom: 0.3, ..at }), ["a", "b"]);
        assert_eq!(edges(&scene, at, 800.0, 600.0).count(), 1, "an edge that passes through is drawn");
        assert!(is_lost(&scene, Viewport { y: 3000.0, ..at }, 800.0, 600.0) && !is_lost(&scene, at, 800.0, 600.0));
    }
}
