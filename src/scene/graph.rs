//! `Scene`: the nodes and edges of a project as the canvas shows them, with their places. Pure data, compared whole to
//! find which cards changed.

use crate::compose::model::Condition;
use indexmap::IndexMap;
use std::fmt;

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
    /// Every kind, in the order in which a list shows them.
    pub const ALL: [Self; 5] = [Self::Service, Self::Volume, Self::Network, Self::Secret, Self::Config];

    /// The kind of the word before the colon.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.id() == id)
    }

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

impl NodeId {
    /// The node of `kind` called `name`.
    pub fn new(kind: NodeKind, name: &str) -> Self {
        Self { kind, name: name.to_owned() }
    }

    /// The service called `name`.
    pub fn service(name: &str) -> Self {
        Self::new(NodeKind::Service, name)
    }

    /// The node of a key such as `service:api`.
    pub fn parse(key: &str) -> Option<Self> {
        let (kind, name) = key.split_once(':')?;
        Some(Self::new(NodeKind::from_id(kind)?, name))
    }

    /// The key, as in `data-node`: `service:api`.
    pub fn key(&self) -> String {
        self.to_string()
    }
}

impl fmt::Display for NodeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind.id(), self.name)
    }
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
    /// Every kind, in the order in which a list shows them.
    pub const ALL: [Self; 5] = [Self::DependsOn, Self::Mount, Self::Network, Self::Secret, Self::Config];

    /// The kind of the word in `data-edge`.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.id() == id)
    }

    /// What such an edge leads to; it always comes from a service.
    pub fn target(self) -> NodeKind {
        match self {
            Self::DependsOn => NodeKind::Service,
            Self::Mount => NodeKind::Volume,
            Self::Network => NodeKind::Network,
            Self::Secret => NodeKind::Secret,
            Self::Config => NodeKind::Config,
        }
    }

    /// The kind of edge that leads from a service to a node of `kind`.
    pub fn to(kind: NodeKind) -> Self {
        match kind {
            NodeKind::Service => Self::DependsOn,
            NodeKind::Volume => Self::Mount,
            NodeKind::Network => Self::Network,
            NodeKind::Secret => Self::Secret,
            NodeKind::Config => Self::Config,
        }
    }

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

impl Point {
    /// The point (`x`, `y`).
    pub fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// This point, moved by `by`.
    #[must_use]
    pub fn plus(self, by: Point) -> Self {
        Self::new(self.x + by.x, self.y + by.y)
    }

    /// The way from `from` to this point.
    #[must_use]
    pub fn minus(self, from: Point) -> Self {
        Self::new(self.x - from.x, self.y - from.y)
    }

    /// The straight distance to `other`.
    pub fn distance(self, other: Point) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
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

impl Rect {
    /// The rectangle of `width` × `height` at (`x`, `y`).
    pub fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width, height }
    }

    /// The rectangle between two corners, in any order.
    pub fn between(a: Point, b: Point) -> Self {
        Self::new(a.x.min(b.x), a.y.min(b.y), (a.x - b.x).abs(), (a.y - b.y).abs())
    }

    /// The smallest rectangle around all of these; `None` for none.
    pub fn around(rects: impl IntoIterator<Item = Rect>) -> Option<Rect> {
        rects.into_iter().reduce(Rect::cover)
    }

    /// The smallest rectangle that holds both.
    #[must_use]
    pub fn cover(self, other: Rect) -> Rect {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Rect::new(x, y, self.right().max(other.right()) - x, self.bottom().max(other.bottom()) - y)
    }

    /// Left top corner.
    pub fn origin(self) -> Point {
        Point::new(self.x, self.y)
    }

    /// Right edge.
    pub fn right(self) -> f64 {
        self.x + self.width
    }

    /// Bottom edge.
    pub fn bottom(self) -> f64 {
        self.y + self.height
    }

    /// Middle.
    pub fn center(self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Whether `point` lies in it or on its edge.
    pub fn contains(self, point: Point) -> bool {
        (self.x..=self.right()).contains(&point.x) && (self.y..=self.bottom()).contains(&point.y)
    }

    /// Whether `other` lies wholly in it.
    pub fn encloses(self, other: Rect) -> bool {
        self.contains(other.origin()) && self.contains(Point::new(other.right(), other.bottom()))
    }

    /// Whether both share more than an edge.
    pub fn overlaps(self, other: Rect) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// This rectangle with its left top corner at `origin`.
    #[must_use]
    pub fn at(self, origin: Point) -> Self {
        Self { x: origin.x, y: origin.y, ..self }
    }

    /// This rectangle, grown by `by` on every side.
    #[must_use]
    pub fn grown(self, by: f64) -> Self {
        Self::new(self.x - by, self.y - by, self.width + 2.0 * by, self.height + 2.0 * by)
    }
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

impl Node {
    /// A card without a place that says nothing but its name, with `icon` and the line below the name.
    pub fn bare(id: NodeId, icon: String, detail: String) -> Self {
        Self {
            id,
            icon,
            detail,
            built: false,
            ports: Vec::new(),
            mounts: Vec::new(),
            healthy: false,
            one_shot: false,
            profiles: Vec::new(),
            replicas: None,
            problems: (0, 0),
            rect: Rect::default(),
        }
    }
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

impl Scene {
    /// The node called `id`.
    pub fn node(&self, id: &NodeId) -> Option<&Node> {
        self.nodes.get(&id.key())
    }

    /// The edge called `id`.
    pub fn edge(&self, id: &str) -> Option<&Edge> {
        self.edges.iter().find(|it| it.id() == id)
    }

    /// The smallest rectangle around every card; `None` for an empty canvas.
    pub fn bounds(&self) -> Option<Rect> {
        Rect::around(self.nodes.values().map(|it| it.rect))
    }
}
