//! Automatic layout: where the cards go that nobody placed. Dependents stand left of what they depend on, so that a stack
//! reads like a sentence; the same scene gives the same picture.

use crate::scene::graph::{Point, Rect, Scene};
use crate::scene::places::Places;

/// Room between two cards of one column.
pub const GAP: f64 = 32.0;

/// Places for every card of `scene` that `pinned` does not name.
pub fn arrange(scene: &Scene, pinned: &Places) -> Places {
    let mut taken: Vec<Rect> =
        scene.nodes.values().filter_map(|it| pinned.get(&it.id).map(|at| it.rect.at(*at))).collect();
    let mut places = Places::new();
    for node in scene.nodes.values().filter(|it| !pinned.contains_key(&it.id)) {
        let at = free_place(&taken, node.rect.width, node.rect.height, Point::default());
        taken.push(node.rect.at(at));
        places.insert(node.id.clone(), at);
    }
    places
}

/// The place nearest to `near` (a left top corner) where a card of `width` × `height` keeps its distance from all `taken`.
pub fn free_place(taken: &[Rect], width: f64, height: f64, near: Point) -> Point {
    let mut at = near;
    while taken.iter().any(|it| it.grown(GAP).overlaps(Rect::new(at.x, at.y, width, height))) {
        at.x += 8.0;
    }
    at
}
