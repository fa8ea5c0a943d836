//! The typed project: what the canvas, the checks and the documents read. Each part keeps its place in the files; the
//! untyped value beside it holds the attributes that nothing here needs by name, so none is lost.

use crate::compose::value::{Origin, Value};
use indexmap::IndexMap;

/// A value with the place that says it.
#[derive(Clone, Debug, PartialEq)]
pub struct Said<T> {
    /// What.
    pub value: T,
    /// Where.
    pub origin: Origin,
}

/// A resolved project: after interpolation, merge, extends, include and defaults.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Project {
    /// The project's name.
    pub name: String,
    /// Services in the order of the files, those of inactive profiles too.
    pub services: IndexMap<String, Service>,
    /// Top-level volumes.
    pub volumes: IndexMap<String, Resource>,
    /// Top-level networks, with `default` where a service uses it.
    pub networks: IndexMap<String, Resource>,
    /// Top-level secrets.
    pub secrets: IndexMap<String, Resource>,
    /// Top-level configs.
    pub configs: IndexMap<String, Resource>,
}

/// A top-level volume, network, secret or config.
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// The key's place; `FileId::NONE` for one that no file declares (the implicit `default` network).
    pub origin: Origin,
    /// Whether it exists outside the project.
    pub external: bool,
    /// All its attributes.
    pub value: Value,
}

/// A service.
#[derive(Clone, Debug, PartialEq)]
pub struct Service {
    /// The key's place.
    pub origin: Origin,
    /// `image`.
    pub image: Option<Said<String>>,
    /// `build`.
    pub build: Option<Build>,
    /// `container_name`.
    pub container_name: Option<Said<String>>,
    /// `restart`.
    pub restart: Option<Said<String>>,
    /// `command` as words; `None` where the image's own runs.
    pub command: Option<Said<Vec<String>>>,
    /// `entrypoint` as words.
    pub entrypoint: Option<Said<Vec<String>>>,
    /// `ports`.
    pub ports: Vec<Said<Port>>,
    /// `volumes`.
    pub mounts: Vec<Said<Mount>>,
    /// `networks` by name; `default` where none is named and `network_mode` is not set.
    pub networks: IndexMap<String, Origin>,
    /// `network_mode`.
    pub network_mode: Option<Said<String>>,
    /// `depends_on` by service, without what Compose infers.
    pub depends_on: IndexMap<String, Dependency>,
    /// `environment` alone: literal and interpolated; `None` for a variable that is passed on from the outside.
    pub environment: IndexMap<String, Said<Option<String>>>,
    /// Paths of `env_file`.
    pub env_files: Vec<Said<String>>,
    /// `healthcheck`.
    pub healthcheck: Option<HealthCheck>,
    /// Names of `secrets`.
    pub secrets: Vec<Said<String>>,
    /// Names of `configs`.
    pub configs: Vec<Said<String>>,
    /// `profiles`; empty for a service that always runs.
    pub profiles: Vec<Said<String>>,
    /// `scale` or `deploy.replicas`.
    pub replicas: Option<u64>,
    /// All its attributes.
    pub value: Value,
}

/// How an image is built.
#[derive(Clone, Debug, PartialEq)]
pub struct Build {
    /// The attribute's place.
    pub origin: Origin,
    /// `context`, as written.
    pub context: String,
    /// `dockerfile`, as written or `Dockerfile`.
    pub dockerfile: String,
    /// `target`.
    pub target: Option<String>,
    /// `args`.
    pub args: IndexMap<String, Option<String>>,
}

/// A published or exposed port; a range gives one for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Port {
    /// `target`: the port in the container.
    pub target: u16,
    /// `published`: the port or range on the host; `None` lets Docker choose.
    pub published: Option<String>,
    /// `host_ip`; `None` for every interface.
    pub host_ip: Option<String>,
    /// `protocol`: `tcp` or `udp`.
    pub protocol: String,
}

/// What a mount mounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MountKind {
    /// A named or anonymous volume.
    Volume,
    /// A folder or file of the host.
    Bind,
    /// Memory.
    Tmpfs,
    /// `npipe`, `cluster`, `image`.
    Other,
}

/// An element of a service's `volumes`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mount {
    /// What it mounts.
    pub kind: MountKind,
    /// The volume's name or the path on the host as written; `None` for an anonymous volume.
    pub source: Option<String>,
    /// The path in the container.
    pub target: String,
    /// `read_only`.
    pub read_only: bool,
}

/// When a dependency is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Condition {
    /// `service_started`.
    Started,
    /// `service_healthy`.
    Healthy,
    /// `service_completed_successfully`.
    Completed,
}

impl Condition {
    /// The Specification's word.
    pub fn id(self) -> &'static str {
        match self {
            Self::Started => "service_started",
            Self::Healthy => "service_healthy",
            Self::Completed => "service_completed_successfully",
        }
    }

    /// The condition of the Specification's word.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Started, Self::Healthy, Self::Completed].into_iter().find(|it| it.id() == id)
    }
}

/// An element of `depends_on`.
#[derive(Clone, Debug, PartialEq)]
pub struct Dependency {
    /// Its place.
    pub origin: Origin,
    /// `condition`.
    pub condition: Condition,
    /// `restart`.
    pub restart: bool,
    /// `required`.
    pub required: bool,
}

/// A health check; durations as the Specification writes them.
#[derive(Clone, Debug, PartialEq)]
pub struct HealthCheck {
    /// The attribute's place.
    pub origin: Origin,
    /// `disable: true` or `test: [NONE]`.
    pub disabled: bool,
    /// `test`, with `CMD` or `CMD-SHELL` as its first word; empty where only timings are set.
    pub test: Vec<String>,
    /// `interval`.
    pub interval: Option<String>,
    /// `timeout`.
    pub timeout: Option<String>,
    /// `start_period`.
    pub start_period: Option<String>,
    /// `retries`.
    pub retries: Option<u64>,
}
