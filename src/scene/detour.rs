//! Detours: where the plain curve of an edge would run over a card, the edge goes through the gaps between the cards
//! instead. Cards in its way are grouped into columns; it crosses each column on a lane that is free, and bends only between
//! columns, where no card is.

use crate::scene::graph::{Point, Rect, Scene};
use crate::scene::route::{Route, at, curve_between, faces, joined, route};
use std::collections::BTreeMap;

/// Routes by the ids of their edges.
pub type Routes = BTreeMap<String, Route>;

/// Room that a passing edge keeps from a card.
const ROOM: f64 = 12.0;
/// So often a detour that meets further cards is looked for again.
const ATTEMPTS: usize = 4;
/// Points of a curve that are looked at for a card below them.
const LOOKS: u32 = 24;

/// The routes of all edges.
pub fn routes(scene: &Scene) -> Routes {
    let cards: Vec<Rect> = scene.nodes.values().map(|it| it.rect).collect();
    let ends = scene.edges.iter().filter_map(|it| Some((it, scene.node(&it.from)?.rect, scene.node(&it.to)?.rect)));
    ends.map(|(edge, from, to)| (edge.id(), around(from, to, &cards))).collect()
}

/// The route from card `from` to card `to` that runs over none of `cards`, where there is one.
pub fn around(from: Rect, to: Rect, cards: &[Rect]) -> Route {
    let plain = route(from, to);
    let others = || cards.iter().copied().filter(|it| *it != from && *it != to);
    let (level, forward) = faces(from, to);
    let mut band = from.cover(to).grown(ROOM);
    let mut best = (others().filter(|it| band.overlaps(*it) && touches(&plain, *it)).count(), plain);
    // Only cards that the edge meets make columns, lest others in far places join them to one wall. A detour may meet
    // new ones: then it is looked for again among those too.
    for _ in 0..ATTEMPTS {
        if best.0 == 0 {
            break;
        }
        let near: Vec<Rect> = others().filter(|it| band.overlaps(*it)).map(|it| turned(it, level)).collect();
        let ends = (turned_point(best.1.start(), level), turned_point(best.1.end(), level));
        let route = detour(ends, forward, &near, level);
        band = extent(&route).map_or(band, |it| band.cover(it.grown(ROOM)));
        let touched = others().filter(|it| band.overlaps(*it) && touches(&route, *it)).count();
        if touched < best.0 {
            best = (touched, route);
        }
    }
    best.1
}

/// The route between two points on the free lanes between `cards`; turned back where the edge does not run `level`.
fn detour((start, end): (Point, Point), forward: bool, cards: &[Rect], level: bool) -> Route {
    let mut way = if forward { lanes(start, end, cards) } else { lanes(end, start, cards) };
    if !forward {
        way.reverse();
    }
    let stops: Vec<Point> = std::iter::once(start).chain(way).chain([end]).collect();
    let bend = |pair: &[Point]| match pair {
        [a, b] => Some(curve_between(*a, *b).map(|it| turned_point(it, level))),
        _ => None,
    };
    joined(stops.windows(2).filter_map(bend).collect())
}

/// The box around a route.
fn extent(route: &Route) -> Option<Rect> {
    Rect::around(route.curves.iter().flatten().map(|it| Rect::new(it.x, it.y, 0.0, 0.0)))
}

/// Whether a curve runs over a card.
fn touches(route: &Route, card: Rect) -> bool {
    let part = |it: u32| f64::from(it) / f64::from(LOOKS);
    let mut points = route.curves.iter().flat_map(|curve| (0..=LOOKS).map(|it| at(*curve, part(it))));
    let inside = card.grown(-1.0);
    points.any(|it| inside.contains(it))
}

/// The points between `start` and `end` at which a lane across a column of cards begins and ends.
fn lanes(start: Point, end: Point, cards: &[Rect]) -> Vec<Point> {
    let mut at = start;
    let mut way = Vec::new();
    for (from, to, cards) in columns(start, end, cards) {
        // A column that an end stands in is left, or entered, on the level of that end.
        let (leaves, enters) = (from <= start.x, to >= end.x);
        let part = ((f64::midpoint(from, to) - at.x) / (end.x - at.x).max(1.0)).clamp(0.0, 1.0);
        let wish = at.y + (end.y - at.y) * part;
        let y = match (leaves, enters) {
            (true, _) => start.y,
            (false, true) => end.y,
            (false, false) => free_lane(wish, &cards),
        };
        at = Point::new(to, y);
        way.extend((!leaves).then_some(Point::new(from, y)));
        way.extend((!enters).then_some(at));
    }
    way
}

/// The cards between `start` and `end` as columns: from where to where each reaches, with its room.
fn columns(start: Point, end: Point, cards: &[Rect]) -> Vec<(f64, f64, Vec<Rect>)> {
    let mut sorted: Vec<Rect> = cards.iter().filter(|it| it.right() > start.x && it.x < end.x).copied().collect();
    sorted.sort_by(|a, b| a.x.total_cmp(&b.x));
    let mut columns: Vec<(f64, f64, Vec<Rect>)> = Vec::new();
    for card in sorted {
        let (from, to) = (card.x - ROOM, card.right() + ROOM);
        match columns.last_mut() {
            Some(last) if from < last.1 => {
                last.1 = last.1.max(to);
                last.2.push(card);
            }
            _ => columns.push((from, to, vec![card])),
        }
    }
    columns
}

/// The level nearest to `wish` at which no card is.
fn free_lane(wish: f64, cards: &[Rect]) -> f64 {
    let blocked = |y: f64| cards.iter().any(|it| it.y - ROOM < y && y < it.bottom() + ROOM);
    let edges = cards.iter().flat_map(|it| [it.y - ROOM, it.bottom() + ROOM]);
    let free = std::iter::once(wish).chain(edges).filter(|it| !blocked(*it));
    free.min_by(|a, b| (a - wish).abs().total_cmp(&(b - wish).abs())).unwrap_or(wish)
}

/// A rectangle with the axes exchanged, unless the edge runs `level`.
fn turned(rect: Rect, level: bool) -> Rect {
    if level { rect } else { Rect::new(rect.y, rect.x, rect.height, rect.width) }
}

/// A point with the axes exchanged, unless the edge runs `level`.
fn turned_point(point: Point, level: bool) -> Point {
    if level { point } else { Point::new(point.y, point.x) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::sample::scene;

    fn clear(from: usize, to: usize, cards: &[Rect]) -> Route {
        let route = around(cards[from], cards[to], cards);
        for (at, card) in cards.iter().enumerate().filter(|(at, _)| *at != from && *at != to) {
            assert!(!touches(&route, *card), "over card {at}: {}", route.path);
        }
        route
    }

    #[test]
    fn an_edge_runs_over_no_card() {
        let card = |x: f64, y: f64| Rect::new(x, y, 200.0, 60.0);
        let row = [card(0.0, 0.0), card(300.0, 0.0), card(600.0, 10.0), card(900.0, 0.0), card(300.0, 100.0)];
        assert_eq!(clear(0, 3, &row).curves.len(), 5);
        assert_eq!(clear(3, 0, &row).curves.len(), 5, "and back");
        let column = [card(0.0, 0.0), card(20.0, 200.0), card(0.0, 400.0)];
        assert_eq!(clear(0, 2, &column).curves.len(), 3);
        assert_eq!(clear(0, 1, &column).curves.len(), 1, "a free way stays plain");
    }

    #[test]
    fn every_edge_has_its_route() {
        let scene = scene(&[("a", 0.0, 0.0), ("b", 400.0, 0.0), ("c", 800.0, 0.0)], &[("a", "c"), ("a", "b")]);
        let routes = routes(&scene);
        assert_eq!(routes.len(), 2);
        assert_eq!(routes["depends_on:a->b"], route(scene.nodes["service:a"].rect, scene.nodes["service:b"].rect));
        assert!(routes["depends_on:a->c"].curves.len() > 1);
    }
}
