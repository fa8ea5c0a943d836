//! The states of a gesture: what the pointers are doing. A gesture touches nothing but `Live` and the selection until it
//! ends, and it keeps what it found, so that breaking it off leaves no trace.

use crate::editor::action::{Pointer, PointerKind, Target};
use crate::editor::selection::Selection;
use crate::scene::graph::{EdgeKind, NodeId, Point, Rect};
use crate::text::words::Text;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Px on the screen that a pressed mouse or pen may wander and still be a click.
const MOUSE_SLOP: f64 = 4.0;
/// The same for a finger.
const TOUCH_SLOP: f64 = 6.0;
/// Two clicks within so many milliseconds are a double click.
const DOUBLE: f64 = 400.0;
/// A finger that rests for so many milliseconds opens the menu.
pub const LONG_PRESS: f64 = 500.0;

/// What the pointers are doing.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Gesture {
    /// Nothing.
    #[default]
    Idle,
    /// A pointer is down and has not moved yet.
    Pointing(Pointing),
    /// The canvas follows the pointer, which was last at this screen point.
    Panning(Point),
    /// Cards follow the pointer.
    Moving(Moving),
    /// A connection follows the pointer.
    Connecting(Wire),
    /// A selection box is drawn.
    Brushing(Brush),
    /// Two fingers, last at these screen points.
    Pinching(Point, Point),
}

/// A pointer that is down and has not moved yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Pointing {
    /// Its going down.
    pub down: Pointer,
    /// What was selected before it.
    pub before: Selection,
    /// Whether it can only pan: Space, the middle button, the right one.
    pub pans: bool,
}

/// Cards that follow the pointer.
#[derive(Clone, Debug, PartialEq)]
pub struct Moving {
    /// Where it started, on the canvas.
    pub start: Point,
    /// Which cards.
    pub nodes: Arc<[NodeId]>,
    /// The box around them where they stand.
    pub bounds: Rect,
    /// What they can align with: the cards in view that stay.
    pub others: Vec<Rect>,
    /// What was selected before the gesture.
    pub before: Selection,
}

/// A connection that follows the pointer.
#[derive(Clone, Debug, PartialEq)]
pub struct Wire {
    /// The card that it starts from.
    pub from: NodeId,
    /// The handle that it starts from.
    pub handle: EdgeKind,
    /// Whether it was begun by a click, so that the next click ends it.
    pub sticky: bool,
    /// Cards by key that it cannot end at, with the reason.
    pub refusals: Arc<BTreeMap<String, Text>>,
    /// What was selected before the gesture.
    pub before: Selection,
}

/// A selection box.
#[derive(Clone, Debug, PartialEq)]
pub struct Brush {
    /// Where it started, on the canvas.
    pub start: Point,
    /// What was selected before the gesture, which Shift adds to.
    pub before: Selection,
}

/// The pointers and keys of a gesture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hands {
    /// What they are doing.
    pub gesture: Gesture,
    /// Fingers on the canvas, on the screen.
    pub fingers: BTreeMap<i32, Point>,
    /// Whether Space is held.
    pub space: bool,
    /// The last event of the pointer that drags.
    pub last: Option<Pointer>,
    /// The last click, to tell a double one.
    pub clicked: Option<Pointer>,
    /// When the pointer came near an edge of the canvas, and the last frame there.
    pub at_edge: Option<(f64, f64)>,
}

impl Hands {
    /// Whether `up`, a click, is the second one of a double click; it is remembered for the next.
    pub fn is_double(&mut self, up: &Pointer) -> bool {
        let before = self.clicked.take();
        let double = before.is_some_and(|it| {
            it.target == up.target && up.time - it.time <= DOUBLE && it.at.distance(up.at) <= slop(up.kind) * 2.0
        });
        if !double {
            self.clicked = Some(up.clone());
        }
        double
    }
}

impl Pointing {
    /// Whether `now` is so far from where the pointer went down that this is a drag.
    pub fn is_drag(&self, now: &Pointer) -> bool {
        self.down.at.distance(now.at) >= slop(self.down.kind)
    }

    /// Whether a drag from here pans: also a finger that is on no card.
    pub fn is_pan(&self) -> bool {
        let on_card = matches!(self.down.target, Target::Node(_) | Target::Handle(..));
        self.pans || (self.down.kind == PointerKind::Touch && !on_card)
    }
}

/// How far such a pointer may wander and still be a click.
fn slop(kind: PointerKind) -> f64 {
    if kind == PointerKind::Touch { TOUCH_SLOP } else { MOUSE_SLOP }
}
