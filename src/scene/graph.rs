//! `Scene`: the nodes and edges of a project as the canvas shows them, with their places. Pure data, compared whole to
//! find which cards changed.

use crate::compose::model::Condition;
use indexmap::IndexMap;

/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeKind {
    /// A service.
    Service,
    /// A named volume.
    Volume,
    /// A network.
    Network,
    /// A secret.
    Secret,
    /// A config.
    Config,
}

impl NodeKind {
    /// The word before the colon in a node's id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Volume => "volume",
            Self::Network => "network",
            Self::Secret => "secret",
            Self::Config => "config",
        }
    }
}

/// The name of a node: `service:api`, as in `data-node` and the layout file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId {
    /// What it stands for.
    pub kind: NodeKind,
    /// Its name in the project.
    pub name: String,
}

/// What an edge says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EdgeKind {
    /// Service to service.
    DependsOn,
    /// Service to volume.
    Mount,
    /// Service to network.
    Network,
    /// Service to secret.
    Secret,
    /// Service to config.
    Config,
}

impl EdgeKind {
    /// The word in `data-edge` and `data-handle`.
    pub fn id(self) -> &'static str {
        match self {
            Self::DependsOn => "depends_on",
            Self::Mount => "mount",
            Self::Network => "network",
            Self::Secret => "secret",
            Self::Config => "config",
        }
    }
}

/// A point on the canvas, in canvas units (px at 100 %).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// A rectangle on the canvas.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// A published port as a card shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PortLabel {
    /// As in `8080:80`.
    pub text: String,
    /// Whether only the host itself reaches it.
    pub loopback: bool,
}

/// A node as the canvas shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Its name.
    pub id: NodeId,
    /// Catalogue icon, as in `postgres`; the kind's own where the image is not known.
    pub icon: String,
    /// The line below the name: image reference, build context, driver.
    pub detail: String,
    /// Whether a service is built here.
    pub built: bool,
    /// Published ports.
    pub ports: Vec<PortLabel>,
    /// Mounts as `pgdata → /var/lib/postgresql/data`.
    pub mounts: Vec<String>,
    /// Whether it has a health check that is on.
    pub healthy: bool,
    /// Whether other services wait for its completion.
    pub one_shot: bool,
    /// `profiles`.
    pub profiles: Vec<String>,
    /// More than one: how many.
    pub replicas: Option<u64>,
    /// Number of errors and of warnings.
    pub problems: (usize, usize),
    /// Left top corner and size.
    pub rect: Rect,
}

/// An edge as the canvas shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// What it says.
    pub kind: EdgeKind,
    /// The dependent service.
    pub from: NodeId,
    /// What it depends on, mounts or joins.
    pub to: NodeId,
    /// The condition of a dependency.
    pub condition: Option<Condition>,
    /// Path of a mount; empty for the rest.
    pub label: String,
}

impl Edge {
    /// The edge's name in `data-edge`: `depends_on:api->db`.
    pub fn id(&self) -> String {
        format!("{}:{}->{}", self.kind.id(), self.from.name, self.to.name)
    }
}

/// Everything on the canvas.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Nodes by id (`service:api`), in the order of the files.
    pub nodes: IndexMap<String, Node>,
    /// Edges.
    pub edges: Vec<Edge>,
}
