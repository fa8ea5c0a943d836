//! Hit tests: what lies under a point. The view knows the element below a pointer; this serves drops, where the pointer is
//! captured, and cards and edges that are painted, not elements.

use crate::scene::detour::Routes;
use crate::scene::graph::{EdgeKind, NodeId, Point, Rect, Scene};
use crate::scene::route::{Route, at, handles};

/// Reach of a handle in px on the screen, whatever the zoom.
pub const HANDLE_RADIUS: f64 = 20.0;
/// Reach of an edge to each side of its line, in px on the screen.
pub const EDGE_RADIUS: f64 = 8.0;
/// So many straight pieces stand for a curve.
const PIECES: u32 = 24;

/// What lies under a point.
#[derive(Clone, Debug, PartialEq)]
pub enum Hit {
    /// A handle of a card.
    Handle(NodeId, EdgeKind),
    /// A card.
    Node(NodeId),
    /// An edge, by its id.
    Edge(String),
}

/// What lies under `point`: a card, else a handle within reach, else an edge, which runs as `routes` say.
pub fn hit(scene: &Scene, routes: &Routes, point: Point, zoom: f64) -> Option<Hit> {
    let card = card_at(scene, point).map(|it| Hit::Node(it.clone()));
    let handle = || handle_at(scene, point, zoom).map(|(id, kind)| Hit::Handle(id, kind));
    card.or_else(handle).or_else(|| edge_at(routes, point, zoom).map(Hit::Edge))
}

/// The card under `point`; of several the one on top, which is the last.
pub fn card_at(scene: &Scene, point: Point) -> Option<&NodeId> {
    scene.nodes.values().rev().find(|it| it.rect.contains(point)).map(|it| &it.id)
}

/// The card that a connection dropped at `point` means: the one under it, else the nearest within a handle's reach.
pub fn drop_card(scene: &Scene, point: Point, zoom: f64) -> Option<&NodeId> {
    let near = || {
        let distances = scene.nodes.values().map(|it| (distance_to(it.rect, point), &it.id));
        let within = distances.filter(|(distance, _)| *distance * zoom <= HANDLE_RADIUS);
        within.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, id)| id)
    };
    card_at(scene, point).or_else(near)
}

/// The nearest handle within reach of `point`.
fn handle_at(scene: &Scene, point: Point, zoom: f64) -> Option<(NodeId, EdgeKind)> {
    let reach = HANDLE_RADIUS / zoom;
    let close = scene.nodes.values().filter(|it| it.rect.grown(reach).contains(point));
    let handles =
        close.flat_map(|node| handles(node).into_iter().map(move |(kind, at)| (at.distance(point), node, kind)));
    let nearest = handles.filter(|it| it.0 <= reach).min_by(|a, b| a.0.total_cmp(&b.0));
    nearest.map(|(_, node, kind)| (node.id.clone(), kind))
}

/// The nearest edge within reach of `point`.
fn edge_at(routes: &Routes, point: Point, zoom: f64) -> Option<String> {
    let reach = EDGE_RADIUS / zoom;
    // A curve lies within the box around its own points.
    let close = |route: &Route| {
        let points = route.curves.iter().flatten().map(|it| Rect::new(it.x, it.y, 0.0, 0.0));
        Rect::around(points).is_some_and(|it| it.grown(reach).contains(point))
    };
    let distances = routes.iter().filter(|(_, it)| close(it)).map(|(id, it)| (distance_to_route(it, point), id));
    let nearest = distances.filter(|it| it.0 <= reach).min_by(|a, b| a.0.total_cmp(&b.0));
    nearest.map(|(_, id)| id.clone())
}

/// Distance of a point to a rectangle, 0 inside.
fn distance_to(rect: Rect, point: Point) -> f64 {
    let across = (rect.x - point.x).max(point.x - rect.right()).max(0.0);
    let along = (rect.y - point.y).max(point.y - rect.bottom()).max(0.0);
    across.hypot(along)
}

/// Distance of a point to a route.
fn distance_to_route(route: &Route, point: Point) -> f64 {
    let along = |curve: [Point; 4], piece: u32| at(curve, f64::from(piece) / f64::from(PIECES));
    let pieces = route.curves.iter().flat_map(|curve| {
        (0..PIECES).map(|piece| distance_to_line(along(*curve, piece), along(*curve, piece + 1), point))
    });
    pieces.fold(f64::INFINITY, f64::min)
}

/// Distance of a point to a straight piece from `a` to `b`.
fn distance_to_line(a: Point, b: Point, point: Point) -> f64 {
    let (line, to) = (b.minus(a), point.minus(a));
    let length = line.x * line.x + line.y * line.y;
    let part = if length > 0.0 { ((to.x * line.x + to.y * line.y) / length).clamp(0.0, 1.0) } else { 0.0 };
    point.distance(Point::new(a.x + line.x * part, a.y + line.y * part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::detour::routes;
    use crate::scene::sample::scene;

    #[test]
    fn cards_come_before_handles_and_handles_before_edges() {
        let scene = scene(&[("api", 0.0, 0.0), ("db", 400.0, 0.0)], &[("api", "db")]);
        let api = scene.nodes["service:api"].rect;
        let routes = routes(&scene);
        let at = |x, y| hit(&scene, &routes, Point::new(x, y), 1.0);
        assert_eq!(at(10.0, 10.0), Some(Hit::Node(NodeId::service("api"))));
        assert_eq!(at(api.right() + 15.0, 28.0), Some(Hit::Handle(NodeId::service("api"), EdgeKind::DependsOn)));
        assert_eq!(at(320.0, 34.0), Some(Hit::Edge("depends_on:api->db".to_owned())));
        assert_eq!(at(320.0, 60.0), None);
        assert_eq!(
            hit(&scene, &routes, Point::new(320.0, 60.0), 0.25),
            Some(Hit::Edge("depends_on:api->db".to_owned()))
        );
    }

    #[test]
    fn a_drop_beside_a_card_still_means_it() {
        let scene = scene(&[("api", 0.0, 0.0), ("db", 400.0, 0.0)], &[]);
        assert_eq!(drop_card(&scene, Point::new(385.0, 10.0), 1.0), Some(&NodeId::service("db")));
        assert_eq!(drop_card(&scene, Point::new(320.0, 10.0), 1.0), None);
    }
}
