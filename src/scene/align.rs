//! Aligning and distributing cards: the click way to a tidy picture.

use crate::scene::graph::{NodeId, Rect};
use crate::scene::places::Places;

/// What becomes one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Align {
    /// Left edges.
    Left,
    /// Right edges.
    Right,
    /// Top edges.
    Top,
    /// Bottom edges.
    Bottom,
    /// Centers, above each other.
    Center,
    /// Centers, beside each other.
    Middle,
}

/// Places of `cards` with what `align` says in one line: that of the outermost card, or the middle of all.
pub fn align(cards: &[(NodeId, Rect)], align: Align) -> Places {
    let Some(all) = Rect::around(cards.iter().map(|it| it.1)) else { return Places::new() };
    let placed = |rect: Rect| {
        let mut at = rect.origin();
        match align {
            Align::Left => at.x = all.x,
            Align::Right => at.x = all.right() - rect.width,
            Align::Top => at.y = all.y,
            Align::Bottom => at.y = all.bottom() - rect.height,
            Align::Center => at.x = all.center().x - rect.width / 2.0,
            Align::Middle => at.y = all.center().y - rect.height / 2.0,
        }
        at
    };
    cards.iter().map(|(id, rect)| (id.clone(), placed(*rect))).collect()
}

/// Places of `cards` with equal gaps between them, from left to right or, `vertical`, from top to bottom; the outermost
/// stay. Fewer than three have no gaps to make equal.
pub fn distribute(cards: &[(NodeId, Rect)], vertical: bool) -> Places {
    let start = |it: &Rect| if vertical { it.y } else { it.x };
    let length = |it: &Rect| if vertical { it.height } else { it.width };
    let mut sorted: Vec<&(NodeId, Rect)> = cards.iter().collect();
    sorted.sort_by(|a, b| start(&a.1).total_cmp(&start(&b.1)));
    let (Some(first), Some(last), true) = (sorted.first(), sorted.last(), sorted.len() > 2) else {
        return Places::new();
    };
    let whole = start(&last.1) + length(&last.1) - start(&first.1);
    let cards: f64 = sorted.iter().map(|it| length(&it.1)).sum();
    let gaps: f64 = sorted.iter().skip(1).map(|_| 1.0).sum();
    let gap = (whole - cards) / gaps;
    let (mut places, mut next) = (Places::new(), start(&first.1));
    for (id, rect) in sorted {
        let mut at = rect.origin();
        *(if vertical { &mut at.y } else { &mut at.x }) = next;
        next += length(rect) + gap;
        places.insert(id.clone(), at);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::graph::Point;

    fn card(name: &str, x: f64, y: f64) -> (NodeId, Rect) {
        (NodeId::service(name), Rect::new(x, y, 100.0, 50.0))
    }

    #[test]
    fn one_line() {
        let cards = [card("a", 0.0, 0.0), card("b", 30.0, 100.0)];
        assert_eq!(align(&cards, Align::Right)[&NodeId::service("a")], Point::new(30.0, 0.0));
        assert_eq!(align(&cards, Align::Middle)[&NodeId::service("b")], Point::new(30.0, 50.0));
    }

    #[test]
    fn equal_gaps() {
        let cards = [card("c", 400.0, 0.0), card("a", 0.0, 0.0), card("b", 110.0, 7.0)];
        assert_eq!(distribute(&cards, false)[&NodeId::service("b")], Point::new(200.0, 7.0));
        assert!(distribute(&cards[..2], false).is_empty());
    }
}
