//! Alignment guides: while cards move they catch on the edges and centers of their neighbors, and on equal gaps.

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
