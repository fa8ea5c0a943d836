//! Going from card to card by keyboard: the nearest one in a direction, along an edge, and in reading order.

use crate::scene::graph::{Edge, Node, NodeId, Point, Rect, Scene};

/// Which way an arrow goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// ←
    Left,
    /// →
    Right,
    /// ↑
    Up,
    /// ↓
    Down,
}

impl Direction {
    /// `(ahead, aside)`: how far `to` lies ahead of `from` this way, and how far off to the side.
    fn measure(self, from: Rect, to: Rect) -> (f64, f64) {
        let way = to.center().minus(from.center());
        match self {
            Self::Left => (-way.x, way.y.abs()),
            Self::Right => (way.x, way.y.abs()),
            Self::Up => (-way.y, way.x.abs()),
            Self::Down => (way.y, way.x.abs()),
        }
    }
}

/// The nearest card from `from` in a direction; one that is more aside than ahead is not in that direction.
pub fn nearest<'a>(scene: &'a Scene, from: &NodeId, direction: Direction) -> Option<&'a NodeId> {
    best(scene, from, direction, |_| true)
}

/// The nearest card in a direction that an edge joins with `from`.
pub fn along_edge<'a>(scene: &'a Scene, from: &NodeId, direction: Direction) -> Option<&'a NodeId> {
    let touches = |it: &Edge, to: &NodeId| (it.from == *from && it.to == *to) || (it.to == *from && it.from == *to);
    let joined = |to: &Node| scene.edges.iter().any(|it| touches(it, &to.id));
    best(scene, from, direction, joined)
}

/// The card in a direction that costs least: a step aside counts double.
fn best<'a>(scene: &'a Scene, from: &NodeId, direction: Direction, may: impl Fn(&Node) -> bool) -> Option<&'a NodeId> {
    let start = scene.node(from)?.rect;
    let measured = scene.nodes.values().filter(|it| it.id != *from).map(|it| (direction.measure(start, it.rect), it));
    let ahead = measured.filter(|((ahead, aside), _)| *ahead > 0.0 && *aside <= *ahead * 2.0);
    let cost = |(ahead, aside): (f64, f64)| ahead + aside * 2.0;
    ahead.filter(|(_, it)| may(it)).min_by(|a, b| cost(a.0).total_cmp(&cost(b.0))).map(|(_, it)| &it.id)
}

/// All cards in reading order: by rows from the top, each from left to right; cards that overlap in height by half are in
/// one row.
pub fn reading_order(scene: &Scene) -> Vec<&NodeId> {
    let mut nodes: Vec<&Node> = scene.nodes.values().collect();
    nodes.sort_by(|a, b| a.rect.center().y.total_cmp(&b.rect.center().y));
    let mut rows: Vec<Vec<&Node>> = Vec::new();
    for node in nodes {
        let half = node.rect.height / 2.0;
        match rows.last_mut() {
            Some(row) if row.first().is_some_and(|it| node.rect.center().y - it.rect.center().y < half) => {
                row.push(node);
            }
            _ => rows.push(vec![node]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.rect.x.total_cmp(&b.rect.x));
    }
    rows.into_iter().flatten().map(|it| &it.id).collect()
}

/// The card after `from` in reading order, or before it; the first one where nothing is selected. It does not go round, so
/// that Tab leaves the canvas behind the last card.
pub fn next<'a>(scene: &'a Scene, from: Option<&NodeId>, forward: bool) -> Option<&'a NodeId> {
    let order = reading_order(scene);
    let Some(at) = from.and_then(|from| order.iter().position(|it| *it == from)) else {
        return if forward { order.first().copied() } else { order.last().copied() };
    };
    let to = if forward { Some(at + 1) } else { at.checked_sub(1) };
    to.and_then(|to| order.get(to).copied())
}

/// The card nearest to a point: where the arrows begin when nothing is selected.
pub fn closest(scene: &Scene, point: Point) -> Option<&NodeId> {
    let far = |it: &Node| it.rect.center().distance(point);
    scene.nodes.values().min_by(|a, b| far(a).total_cmp(&far(b))).map(|it| &it.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::sample::scene;

    #[test]
    fn arrows_go_to_what_a_person_sees_there() {
        let cards = [("a", 0.0, 0.0), ("b", 400.0, 20.0), ("c", 380.0, 300.0), ("d", 0.0, 200.0)];
        let scene = scene(&cards, &[("a", "c")]);
        let go = |from, to| nearest(&scene, &NodeId::service(from), to).map(|it| it.name.as_str());
        assert_eq!(go("a", Direction::Right), Some("b"));
        assert_eq!(go("a", Direction::Down), Some("d"));
        assert_eq!(go("b", Direction::Down), Some("c"));
        assert_eq!(go("a", Direction::Left), None);
        let walked = along_edge(&scene, &NodeId::service("a"), Direction::Right);
        assert_eq!(walked.map(|it| it.name.as_str()), Some("c"));
    }

    #[test]
    fn tab_reads_by_rows_and_leaves_at_the_end() {
        let scene = scene(&[("c", 0.0, 200.0), ("b", 400.0, 10.0), ("a", 0.0, 0.0)], &[]);
        let names: Vec<_> = reading_order(&scene).iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["a", "b", "c"]);
        assert_eq!(next(&scene, None, true).unwrap().name, "a");
        assert_eq!(next(&scene, Some(&NodeId::service("c")), true), None);
        assert_eq!(next(&scene, Some(&NodeId::service("b")), false).unwrap().name, "a");
    }
}
