//! Card sizes from their content. The view draws exactly these, so that nothing jumps when a card is measured, and so that
//! layout, routes and hit tests need no browser.

use crate::scene::graph::{Node, NodeKind};

/// Width of a service's card.
pub const SERVICE_WIDTH: f64 = 232.0;
/// Width of the cards of all other nodes.
pub const RESOURCE_WIDTH: f64 = 176.0;
/// Height of the head with icon, name and detail: the whole card of a resource.
pub const HEAD: f64 = 56.0;
/// Height of one further row: ports, marks, each mount.
pub const ROW: f64 = 24.0;
/// Room below the last row, where there is one.
pub const FOOT: f64 = 8.0;
/// So many mounts get a row of their own; of more, the last row says how many are left.
pub const MOUNT_ROWS: usize = 3;

/// Width and height of the card of `node`.
pub fn size(node: &Node) -> (f64, f64) {
    if node.id.kind != NodeKind::Service {
        return (RESOURCE_WIDTH, HEAD);
    }
    let rows = usize::from(!node.ports.is_empty()) + usize::from(has_marks(node)) + node.mounts.len().min(MOUNT_ROWS);
    let rows = u32::try_from(rows).unwrap_or(0);
    let foot = if rows > 0 { FOOT } else { 0.0 };
    (SERVICE_WIDTH, HEAD + ROW * f64::from(rows) + foot)
}

/// Whether the card has a row of marks: health check, one-shot, profiles, replicas.
pub fn has_marks(node: &Node) -> bool {
    node.healthy || node.one_shot || node.replicas.is_some() || !node.profiles.is_empty()
}
