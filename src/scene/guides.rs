//! Alignment guides: while cards move they catch on the edges and centers of their neighbors, and on gaps as wide as the
//! one between two others.

use crate::scene::graph::{Point, Rect};

/// Reach of a guide in px on the screen, whatever the zoom.
pub const REACH: f64 = 8.0;

/// A guide to draw: a line, in canvas units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guide {
    /// Whether it runs up and down.
    pub vertical: bool,
    /// Its place across: `x` of a vertical line, `y` of a level one.
    pub at: f64,
    /// Where it begins, along.
    pub from: f64,
    /// Where it ends, along.
    pub to: f64,
    /// Whether it marks one of equal gaps, not an alignment.
    pub gap: bool,
}

/// Where a move catches: what to add to its offset, and the guides to draw.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Snap {
    /// To add to the offset.
    pub shift: Point,
    /// To draw.
    pub guides: Vec<Guide>,
}

/// One axis of a rectangle: across it runs from `start` to `end`, along the other from `low` to `high`.
#[derive(Clone, Copy)]
struct Band {
    start: f64,
    end: f64,
    low: f64,
    high: f64,
}

impl Band {
    fn new(rect: Rect, vertical: bool) -> Self {
        if vertical {
            Self { start: rect.x, end: rect.right(), low: rect.y, high: rect.bottom() }
        } else {
            Self { start: rect.y, end: rect.bottom(), low: rect.x, high: rect.right() }
        }
    }

    /// Both edges and the center.
    fn lines(self) -> [f64; 3] {
        [self.start, f64::midpoint(self.start, self.end), self.end]
    }

    /// Whether both share some of the other axis, so that there is a gap between them to speak of.
    fn beside(self, other: Band) -> bool {
        self.low < other.high && other.low < self.high
    }

    fn moved(self, by: f64) -> Self {
        Self { start: self.start + by, end: self.end + by, ..self }
    }
}

/// Where `moving` (at its unsnapped place) catches on `others` at this zoom; each axis for itself, edges before gaps.
pub fn snap(moving: Rect, others: &[Rect], zoom: f64) -> Snap {
    let reach = REACH / zoom;
    let across = snap_axis(moving, others, true, reach);
    let along = snap_axis(moving, others, false, reach);
    let shift = Point::new(across.0.unwrap_or(0.0), along.0.unwrap_or(0.0));
    let placed = moving.at(moving.origin().plus(shift));
    let guides = [(true, across), (false, along)].into_iter().flat_map(|(vertical, (shift, gaps))| {
        let lines = shift.map(|_| lines(placed, others, vertical)).unwrap_or_default();
        lines.into_iter().chain(gaps.into_iter().filter(move |_| shift.is_some()))
    });
    Snap { shift, guides: guides.collect() }
}

/// The shift on one axis, and the marks of equal gaps where it comes from such.
fn snap_axis(moving: Rect, others: &[Rect], vertical: bool, reach: f64) -> (Option<f64>, Vec<Guide>) {
    let own = Band::new(moving, vertical);
    let pairs = others.iter().flat_map(|it| Band::new(*it, vertical).lines().into_iter());
    let shifts = pairs.flat_map(|line| own.lines().into_iter().map(move |mine| line - mine));
    let nearest = shifts.filter(|it| it.abs() <= reach).min_by(|a, b| a.abs().total_cmp(&b.abs()));
    match nearest {
        Some(shift) => (Some(shift), Vec::new()),
        None => {
            equal_gap(own, others, vertical, reach).map_or((None, Vec::new()), |(shift, marks)| (Some(shift), marks))
        }
    }
}

/// The guides through every edge or center that `placed` now shares with another card; one a line.
fn lines(placed: Rect, others: &[Rect], vertical: bool) -> Vec<Guide> {
    let own = Band::new(placed, vertical);
    let mut guides: Vec<Guide> = Vec::new();
    for line in own.lines() {
        let on_line = |it: &Band| it.lines().iter().any(|other| (other - line).abs() < 0.01);
        let sharing = others.iter().map(|it| Band::new(*it, vertical)).filter(on_line);
        if let Some((from, to)) = sharing.map(|it| (it.low, it.high)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))) {
            let (from, to) = (from.min(own.low), to.max(own.high));
            guides.push(Guide { vertical, at: line, from, to, gap: false });
        }
    }
    guides
}

/// The shift that makes the gap to a neighbor as wide as the gap between that neighbor and the next one, or that centers
/// the card between two.
fn equal_gap(own: Band, others: &[Rect], vertical: bool, reach: f64) -> Option<(f64, Vec<Guide>)> {
    let mut row: Vec<Band> = others.iter().map(|it| Band::new(*it, vertical)).filter(|it| it.beside(own)).collect();
    row.sort_by(|a, b| a.start.total_cmp(&b.start));
    let mut best: Option<(f64, [(Band, Band); 2])> = None;
    for pair in row.windows(2) {
        let [first, second] = pair else { continue };
        let gap = second.start - first.end;
        let room = gap - (own.end - own.start);
        let candidates = [
            (gap > 0.0).then_some((second.end + gap - own.start, [(*first, *second), (*second, own)])),
            (gap > 0.0).then_some((first.start - gap - own.end, [(own, *first), (*first, *second)])),
            (room > 0.0).then(|| (first.end + room / 2.0 - own.start, [(*first, own), (own, *second)])),
        ];
        for (shift, pairs) in candidates.into_iter().flatten() {
            if shift.abs() <= reach && best.as_ref().is_none_or(|it| shift.abs() < it.0.abs()) {
                best = Some((shift, pairs));
            }
        }
    }
    let (shift, pairs) = best?;
    let place = |it: Band| if it.start.total_cmp(&own.start).is_eq() { it.moved(shift) } else { it };
    let marks = pairs.map(|(a, b)| gap_mark(place(a), place(b), vertical));
    Some((shift, marks.to_vec()))
}

/// The mark across a gap, in the middle of what both sides share.
fn gap_mark(a: Band, b: Band, vertical: bool) -> Guide {
    let at = f64::midpoint(a.low.max(b.low), a.high.min(b.high));
    Guide { vertical: !vertical, at, from: a.end, to: b.start, gap: true }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rect(x: f64, y: f64) -> Rect {
        Rect::new(x, y, 100.0, 50.0)
    }

    #[test]
    fn edges_catch_within_reach_whatever_the_zoom() {
        let near = snap(rect(205.0, 100.0), &[rect(200.0, 0.0)], 1.0);
        assert_eq!(near.shift, Point::new(-5.0, 0.0));
        assert_eq!(near.guides.len(), 3, "left, center and right: {:?}", near.guides);
        assert_eq!(near.guides[0], Guide { vertical: true, at: 200.0, from: 0.0, to: 150.0, gap: false });
        assert_eq!(snap(rect(205.0, 100.0), &[rect(200.0, 0.0)], 2.0), Snap::default());
    }

    #[test]
    fn a_third_card_keeps_the_gap_of_the_other_two() {
        let others = [rect(0.0, 0.0), rect(140.0, 10.0)];
        let third = snap(rect(283.0, 23.0), &others, 1.0);
        assert!((third.shift.x + 3.0).abs() < 1e-9, "{third:?}");
        let gaps: Vec<_> = third.guides.iter().filter(|it| it.gap).map(|it| (it.from, it.to)).collect();
        assert_eq!(gaps, [(100.0, 140.0), (240.0, 280.0)]);
        let between = snap(rect(153.0, 23.0), &[rect(0.0, 0.0), rect(300.0, 0.0)], 1.0);
        assert!((between.shift.x + 3.0).abs() < 1e-9, "{between:?}");
    }
}
