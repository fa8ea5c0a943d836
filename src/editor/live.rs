//! `Live`: what a gesture shows while it lasts. Nothing of it is in the texts; it becomes edits when the gesture ends, and
//! nothing when it is broken off.

use crate::editor::action::Preview;
use crate::scene::graph::{EdgeKind, NodeId, Point, Rect};
use crate::scene::guides::Guide;
use crate::text::words::Text;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is shown on top of the scene.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Live {
    /// Cards that follow the pointer.
    pub moving: Option<Moving>,
    /// The connection being drawn.
    pub connecting: Option<Connecting>,
    /// The selection box, in canvas units.
    pub brush: Option<Rect>,
    /// Alignment guides of the move.
    pub guides: Vec<Guide>,
    /// Whether a drag pans now, or would: the grab cursor.
    pub panning: bool,
}

/// Cards being moved: each is shown at its place in the scene plus `offset`.
#[derive(Clone, Debug, PartialEq)]
pub struct Moving {
    /// Which; the same `Arc` for the whole gesture.
    pub nodes: Arc<[NodeId]>,
    /// How far, in canvas units.
    pub offset: Point,
    /// Whether the drop leaves copies and the originals stay: Alt.
    pub copies: bool,
}

/// A connection being drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Connecting {
    /// The line, and what it would make.
    pub preview: Preview,
    /// The handle that it starts from.
    pub handle: EdgeKind,
    /// The card that it would connect to.
    pub over: Option<NodeId>,
    /// Cards by key that it cannot connect to, with the reason; every other card is a valid target.
    pub refusals: Arc<BTreeMap<String, Text>>,
}
