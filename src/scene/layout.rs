//! Automatic layout: where the cards go that nobody placed. Dependents stand left of what they depend on, so that a stack
//! reads like a sentence; parts without a connection stand below each other; what a person placed stays, and nothing lands
//! on it. The same scene gives the same picture.

use crate::scene::columns::{COLUMN_GAP, GAP, places, snapped};
use crate::scene::graph::{Node, NodeId, Point, Rect, Scene};
use crate::scene::layers::Layers;
use crate::scene::places::Places;
use std::collections::BTreeMap;

/// Width to height of the picture that parts are packed into: a screen's.
const ASPECT: f64 = 1.6;
/// Step of the search for a free place.
const STEP: f64 = 16.0;
/// The search ends after so many rings, far outside any canvas.
const RINGS: i32 = 4000;

/// Cards that edges join, laid out from (0, 0).
struct Part<'a> {
    nodes: Vec<&'a Node>,
    places: Vec<Point>,
    width: f64,
    height: f64,
}

/// Places for every card of `scene` that `pinned` does not name.
pub fn arrange(scene: &Scene, pinned: &Places) -> Places {
    let free: Vec<&Node> = scene.nodes.values().filter(|it| !pinned.contains_key(&it.id)).collect();
    let parts = parts(scene, &free);
    if free.len() == scene.nodes.len() { pack(parts) } else { fit_in(scene, pinned, parts) }
}

/// The place nearest to `near` (a left top corner) where a card of `width` × `height` keeps its distance from all `taken`.
pub fn free_place(taken: &[Rect], width: f64, height: f64, near: Point) -> Point {
    let is_free = |at: &Point| {
        let card = Rect::new(at.x, at.y, width, height).grown(GAP - 1.0);
        !taken.iter().any(|it| it.overlaps(card))
    };
    let ring = |ring: i32| {
        let mut points: Vec<Point> = ring_points(ring).map(|it| near.plus(it)).filter(is_free).collect();
        points.sort_by(|a, b| a.distance(near).total_cmp(&b.distance(near)));
        points.first().copied()
    };
    (0..RINGS).find_map(ring).unwrap_or(near)
}

/// The steps of a square ring around the origin; right and below come first, where a stack grows.
fn ring_points(ring: i32) -> impl Iterator<Item = Point> {
    let reach = f64::from(ring) * STEP;
    let along = (-ring..=ring).map(|it| f64::from(it) * STEP);
    along.flat_map(move |it| {
        [Point::new(reach, it), Point::new(it, reach), Point::new(-reach, it), Point::new(it, -reach)]
    })
}

/// The parts of `free` that edges join, each laid out, in the order of their first cards.
fn parts<'a>(scene: &Scene, free: &[&'a Node]) -> Vec<Part<'a>> {
    let index: BTreeMap<&NodeId, usize> = free.iter().enumerate().map(|(at, it)| (&it.id, at)).collect();
    let inner = scene.edges.iter().filter_map(|it| Some((*index.get(&it.from)?, *index.get(&it.to)?)));
    let edges: Vec<(usize, usize)> = inner.collect();
    let group = groups(free.len(), &edges);
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (card, group) in group.iter().enumerate() {
        members.entry(*group).or_default().push(card);
    }
    let mut inside: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
    for (from, to) in edges {
        inside.entry(group[from]).or_default().push((from, to));
    }
    let lay_out = |(group, cards): (usize, Vec<usize>)| {
        let local: BTreeMap<usize, usize> = cards.iter().enumerate().map(|(at, card)| (*card, at)).collect();
        let edges = inside.get(&group).map(Vec::as_slice).unwrap_or_default();
        let edges: Vec<_> = edges.iter().map(|(from, to)| (local[from], local[to])).collect();
        Part::new(cards.iter().map(|it| free[*it]).collect(), &edges)
    };
    members.into_iter().map(lay_out).collect()
}

/// For each card the first card that it hangs together with.
fn groups(cards: usize, edges: &[(usize, usize)]) -> Vec<usize> {
    let mut leader: Vec<usize> = (0..cards).collect();
    for (from, to) in edges {
        let (a, b) = (find(&mut leader, *from), find(&mut leader, *to));
        let (first, second) = (a.min(b), a.max(b));
        leader[second] = first;
    }
    (0..cards).map(|it| find(&mut leader, it)).collect()
}

/// The leader of a card; the way to it is shortened.
fn find(leader: &mut [usize], card: usize) -> usize {
    let mut at = card;
    while leader[at] != at {
        leader[at] = leader[leader[at]];
        at = leader[at];
    }
    at
}

impl<'a> Part<'a> {
    fn new(nodes: Vec<&'a Node>, edges: &[(usize, usize)]) -> Self {
        let sizes: Vec<(f64, f64)> = nodes.iter().map(|it| (it.rect.width, it.rect.height)).collect();
        let places = places(&Layers::new(nodes.len(), edges), &sizes);
        let width = places.iter().zip(&sizes).map(|(at, size)| at.x + size.0).fold(0.0, f64::max);
        let height = places.iter().zip(&sizes).map(|(at, size)| at.y + size.1).fold(0.0, f64::max);
        Self { nodes, places, width, height }
    }

    /// The part's cards with its corner at `origin`.
    fn at(&self, origin: Point) -> impl Iterator<Item = (NodeId, Point)> {
        self.nodes.iter().zip(&self.places).map(move |(node, at)| (node.id.clone(), at.plus(origin)))
    }
}

/// Packs the parts on shelves of a picture with a screen's shape: large ones first, single cards last.
fn pack(mut parts: Vec<Part<'_>>) -> Places {
    parts.sort_by_key(|it| std::cmp::Reverse(it.nodes.len()));
    let area: f64 = parts.iter().map(|it| (it.width + COLUMN_GAP) * (it.height + GAP * 2.0)).sum();
    let widest = parts.iter().map(|it| it.width).fold(0.0, f64::max);
    let limit = widest.max((area * ASPECT).sqrt());
    let (mut placed, mut x, mut y, mut shelf) = (Places::new(), 0.0, 0.0, 0.0_f64);
    for part in &parts {
        if x > 0.0 && x + part.width > limit {
            (x, y, shelf) = (0.0, y + shelf + GAP * 2.0, 0.0);
        }
        placed.extend(part.at(Point::new(x, snapped(y))));
        x += part.width + COLUMN_GAP / 2.0;
        shelf = shelf.max(part.height);
    }
    placed
}

/// Puts each part at a free place near the pinned cards that it hangs together with.
fn fit_in(scene: &Scene, pinned: &Places, parts: Vec<Part<'_>>) -> Places {
    let mut standing: BTreeMap<&NodeId, Rect> = BTreeMap::new();
    for node in scene.nodes.values() {
        if let Some(at) = pinned.get(&node.id) {
            standing.insert(&node.id, node.rect.at(*at));
        }
    }
    let mut taken: Vec<Rect> = standing.values().copied().collect();
    let mut placed = Places::new();
    for part in parts {
        let near = near(scene, &standing, &part).unwrap_or_else(|| below(&taken));
        let at = free_place(&taken, part.width, part.height, Point::new(snapped(near.x), snapped(near.y)));
        taken.push(Rect::new(at.x, at.y, part.width, part.height));
        placed.extend(part.at(at));
    }
    placed
}

/// Where a part would stand best: right of a card that needs it, left of a card that it needs.
fn near(scene: &Scene, standing: &BTreeMap<&NodeId, Rect>, part: &Part<'_>) -> Option<Point> {
    scene.edges.iter().find_map(|edge| {
        let own = |id: &NodeId| part.nodes.iter().position(|it| it.id == *id).map(|at| part.places[at]);
        match (standing.get(&edge.from), standing.get(&edge.to)) {
            (Some(from), None) => own(&edge.to).map(|at| Point::new(from.right() + COLUMN_GAP - at.x, from.y - at.y)),
            (None, Some(to)) => own(&edge.from).map(|at| Point::new(to.x - COLUMN_GAP - part.width, to.y - at.y)),
            _ => None,
        }
    })
}

/// Below everything, at its left edge.
fn below(taken: &[Rect]) -> Point {
    Rect::around(taken.iter().copied()).map_or(Point::default(), |it| Point::new(it.x, it.bottom() + GAP))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::sample::scene;

    fn overlaps(scene: &Scene) -> usize {
        let rects: Vec<Rect> = scene.nodes.values().map(|it| it.rect).collect();
        let below = |at: usize| rects[at + 1..].iter().filter(|it| it.overlaps(rects[at])).count();
        (0..rects.len()).map(below).sum()
    }

    /// Services in a random-looking but fixed graph.
    fn large(count: usize) -> Scene {
        let names: Vec<String> = (0..count).map(|it| format!("s{it}")).collect();
        let cards: Vec<(&str, f64, f64)> = names.iter().map(|it| (it.as_str(), 0.0, 0.0)).collect();
        let to = |from: usize, salt: usize| (from * 7919 + salt * 104_729) % from.max(1);
        let pairs = (1..count).flat_map(|from| [(from, to(from, 1)), (from, to(from, 2))]);
        let pairs: Vec<_> = pairs.filter(|(from, _)| from % 3 != 0).collect();
        let edges: Vec<(&str, &str)> = pairs.iter().map(|(a, b)| (names[*a].as_str(), names[*b].as_str())).collect();
        scene(&cards, &edges)
    }

    #[test]
    fn dependents_stand_left_and_nothing_overlaps() {
        let mut scene = large(60);
        let places = arrange(&scene, &Places::new());
        scene.place(&places);
        assert_eq!(overlaps(&scene), 0);
        for edge in &scene.edges {
            let (from, to) = (scene.node(&edge.from).unwrap().rect, scene.node(&edge.to).unwrap().rect);
            assert!(from.right() < to.x, "{}", edge.id());
        }
        assert_eq!(arrange(&scene, &Places::new()), places, "the same picture whatever was before");
    }

    #[test]
    fn a_thousand_cards_are_laid_out_before_one_notices() {
        let mut scene = large(1000);
        let start = std::time::Instant::now();
        let places = arrange(&scene, &Places::new());
        let took = start.elapsed();
        scene.place(&places);
        assert_eq!(overlaps(&scene), 0);
        // Without optimization, on a busy machine; a release build needs a tenth.
        assert!(took.as_secs_f64() < 5.0, "{took:?}");
    }

    #[test]
    fn pinned_cards_stay_and_new_ones_stand_beside_them() {
        let mut scene = scene(&[("api", 0.0, 0.0), ("db", 0.0, 0.0), ("lone", 0.0, 0.0)], &[("api", "db")]);
        let pinned = Places::from([(NodeId::service("api"), Point::new(500.0, 300.0))]);
        let new = arrange(&scene, &pinned);
        assert_eq!(new.len(), 2);
        assert_eq!(new[&NodeId::service("db")], Point::new(848.0, 304.0));
        scene.place(&pinned);
        scene.place(&new);
        assert_eq!(overlaps(&scene), 0);
    }

    #[test]
    fn a_free_place_is_near_and_free() {
        let card = Rect::new(0.0, 0.0, 232.0, 56.0);
        assert_eq!(free_place(&[], 232.0, 56.0, Point::new(3.0, 4.0)), Point::new(3.0, 4.0));
        let beside = free_place(&[card], 232.0, 56.0, Point::new(0.0, 0.0));
        assert_eq!(beside, Point::new(0.0, 96.0));
        assert!(!card.grown(GAP - 1.0).overlaps(card.at(beside)));
    }
}
