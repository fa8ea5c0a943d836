//! `Places`: where cards stand, by node; what the layout file says and what the automatic layout answers.

use crate::scene::graph::{NodeId, Point, Scene};
use std::collections::BTreeMap;

/// Left top corners by node.
pub type Places = BTreeMap<NodeId, Point>;

impl Scene {
    /// Puts every card that `places` names at its place.
    pub fn place(&mut self, places: &Places) {
        for node in self.nodes.values_mut() {
            if let Some(place) = places.get(&node.id) {
                node.rect = node.rect.at(*place);
            }
        }
    }

    /// Where every card stands.
    pub fn places(&self) -> Places {
        self.nodes.values().map(|it| (it.id.clone(), it.rect.origin())).collect()
    }
}
