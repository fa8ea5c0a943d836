//! Routes: the curve of an edge between two cards, the place of its label, and where the handles of a card are. A curve
//! leaves and enters a card at a right angle, so that its arrow stands straight.

use crate::scene::graph::{EdgeKind, Node, NodeKind, Point, Rect};
use crate::scene::size::HEAD;

/// An edge as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// The curve as the `d` of an SVG path.
    pub path: String,
    /// Its cubics, each as start, two control points, end; most edges have one.
    pub curves: Vec<[Point; 4]>,
    /// Middle of the curve, where a label stands.
    pub label: Point,
}

impl Route {
    /// Where it leaves the dependent card.
    pub fn start(&self) -> Point {
        self.curves.first().map(|it| it[0]).unwrap_or_default()
    }

    /// Where the arrow stands.
    pub fn end(&self) -> Point {
        self.curves.last().map(|it| it[3]).unwrap_or_default()
    }
}

/// A side of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Left,
    Right,
    Top,
    Bottom,
}

impl Side {
    /// The middle of this side.
    fn middle(self, rect: Rect) -> Point {
        let center = rect.center();
        match self {
            Self::Left => Point::new(rect.x, center.y),
            Self::Right => Point::new(rect.right(), center.y),
            Self::Top => Point::new(center.x, rect.y),
            Self::Bottom => Point::new(center.x, rect.bottom()),
        }
    }

    /// `from`, moved outward by `reach`.
    fn outward(self, from: Point, reach: f64) -> Point {
        match self {
            Self::Left => Point::new(from.x - reach, from.y),
            Self::Right => Point::new(from.x + reach, from.y),
            Self::Top => Point::new(from.x, from.y - reach),
            Self::Bottom => Point::new(from.x, from.y + reach),
        }
    }
}

/// The curve from card `from` to card `to`.
pub fn route(from: Rect, to: Rect) -> Route {
    let (leave, enter) = sides(from, to);
    curve(leave.middle(from), leave, enter.middle(to), enter)
}

/// The curve of a connection being drawn from card `from` to the pointer.
pub fn draft(from: Rect, to: Point) -> Route {
    route(from, Rect::new(to.x, to.y, 0.0, 0.0))
}

/// The handles of a card: what one can draw from it, and where, in canvas units.
pub fn handles(node: &Node) -> Vec<(EdgeKind, Point)> {
    let rect = node.rect;
    if node.id.kind != NodeKind::Service {
        return vec![(EdgeKind::to(node.id.kind), Point::new(rect.x, rect.y + HEAD / 2.0))];
    }
    let below = [EdgeKind::Mount, EdgeKind::Network, EdgeKind::Secret, EdgeKind::Config];
    let places = below.into_iter().zip([0.2, 0.4, 0.6, 0.8]);
    let below = places.map(|(kind, part)| (kind, Point::new(rect.x + rect.width * part, rect.bottom())));
    std::iter::once((EdgeKind::DependsOn, Point::new(rect.right(), rect.y + HEAD / 2.0))).chain(below).collect()
}

/// Cards with so much room between them stand side by side, however far one is below the other.
const BESIDE: f64 = 40.0;

/// The sides that face each other; side by side comes before one above the other, because layout goes left to right.
fn sides(from: Rect, to: Rect) -> (Side, Side) {
    let (right, left) = (to.x - from.right(), from.x - to.right());
    let (below, above) = (to.y - from.bottom(), from.y - to.bottom());
    let level = right.max(left);
    if level >= BESIDE || (level >= 0.0 && level >= below.max(above)) {
        return if right >= left { (Side::Right, Side::Left) } else { (Side::Left, Side::Right) };
    }
    if below >= above { (Side::Bottom, Side::Top) } else { (Side::Top, Side::Bottom) }
}

/// The cubic that leaves `start` and enters `end` straight.
fn curve(start: Point, leave: Side, end: Point, enter: Side) -> Route {
    let reach = (start.distance(end) * 0.4).clamp(16.0, 160.0);
    joined(vec![[start, leave.outward(start, reach), enter.outward(end, reach), end]])
}

/// Whether an edge from `from` to `to` runs level rather than up and down, and whether to the right, or down.
pub fn faces(from: Rect, to: Rect) -> (bool, bool) {
    let (leave, _) = sides(from, to);
    (matches!(leave, Side::Left | Side::Right), matches!(leave, Side::Right | Side::Bottom))
}

/// The cubic from `a` to `b` that is level at both.
pub fn curve_between(a: Point, b: Point) -> [Point; 4] {
    let reach = (b.x - a.x) / 2.0;
    [a, Point::new(a.x + reach, a.y), Point::new(b.x - reach, b.y), b]
}

/// Cubics, each beginning where the one before ends, as a route.
pub fn joined(curves: Vec<[Point; 4]>) -> Route {
    use std::fmt::Write;
    let mut path = String::new();
    for (index, [a, b, c, d]) in curves.iter().enumerate() {
        if index == 0 {
            let _ = write!(path, "M{},{}", n(a.x), n(a.y));
        }
        let _ = write!(path, " C{},{} {},{} {},{}", n(b.x), n(b.y), n(c.x), n(c.y), n(d.x), n(d.y));
    }
    let label = curves.get(curves.len() / 2).map(|it| at(*it, 0.5)).unwrap_or_default();
    Route { path, curves, label }
}

/// The point of a cubic at `t` from 0 to 1.
pub fn at(points: [Point; 4], t: f64) -> Point {
    let s = 1.0 - t;
    let weights = [s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t];
    points.iter().zip(weights).fold(Point::default(), |sum, (it, w)| Point::new(sum.x + it.x * w, sum.y + it.y * w))
}

/// A number of a path: one decimal is a tenth of a pixel.
fn n(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_joins_the_sides_that_face_each_other() {
        let from = Rect::new(0.0, 0.0, 100.0, 50.0);
        assert_eq!(route(from, Rect::new(200.0, 0.0, 100.0, 50.0)).path, "M100,25 C140,25 160,25 200,25");
        let back = route(from, Rect::new(-300.0, 0.0, 100.0, 50.0));
        assert_eq!((back.start(), back.end()), (Point::new(0.0, 25.0), Point::new(-200.0, 25.0)));
        let down = route(from, Rect::new(0.0, 200.0, 100.0, 50.0));
        assert_eq!((down.start(), down.end()), (Point::new(50.0, 50.0), Point::new(50.0, 200.0)));
        assert_eq!(down.label, Point::new(50.0, 125.0));
    }
}
