//! Small scenes for the tests of this floor.

use crate::scene::graph::{Edge, EdgeKind, Node, NodeId, Point, Rect, Scene};
use crate::scene::size;

/// Cards of services at places, and dependencies between them.
pub fn scene(cards: &[(&str, f64, f64)], edges: &[(&str, &str)]) -> Scene {
    let mut scene = Scene::default();
    for (name, x, y) in cards {
        let node = card(NodeId::service(name), Point::new(*x, *y));
        scene.nodes.insert(node.id.key(), node);
    }
    scene.edges = edges.iter().map(|(from, to)| edge(EdgeKind::DependsOn, from, to)).collect();
    scene
}

/// A card that says nothing but its name.
pub fn card(id: NodeId, at: Point) -> Node {
    let mut node = Node::bare(id, String::new(), String::new());
    let (width, height) = size::size(&node);
    node.rect = Rect::new(at.x, at.y, width, height);
    node
}

/// An edge from a service.
pub fn edge(kind: EdgeKind, from: &str, to: &str) -> Edge {
    let to = NodeId::new(kind.target(), to);
    Edge { kind, from: NodeId::service(from), to, condition: None, label: String::new() }
}
