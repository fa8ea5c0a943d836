//! `Image`: what one knows about a published image that its registry does not say: where its data lies, which variables
//! it needs, how to ask whether it is well. Read from `images/*.yaml`; unknown keys are refused, so a typing error in a
//! data file shows at once.

use crate::text::words::Text;
use serde::Deserialize;

/// What a palette groups by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// `any` and `build`.
    Own,
    /// Relational and document databases.
    Database,
    /// Key-value stores in memory.
    Cache,
    /// Message brokers.
    Queue,
    /// What receives requests from outside.
    Proxy,
    /// Search and vectors.
    Search,
    /// Object storage.
    Storage,
    /// Language models and what surrounds them.
    Ai,
    /// Metrics, logs, traces.
    Monitoring,
    /// Consoles of databases and containers.
    Admin,
    /// Sign-in and secrets.
    Identity,
    /// Mail catchers, mocks, registries.
    Development,
    /// Finished applications.
    Application,
}

/// Who should reach a port.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// Other services only: never published by itself.
    Internal,
    /// The host itself: published at 127.0.0.1.
    Loopback,
    /// Everyone.
    Public,
}

/// A port that the image listens at.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Port {
    /// The port in the container.
    pub port: u16,
    /// What speaks there: `sql`, `http`, `admin`.
    pub role: String,
    /// Who should reach it.
    pub reach: Reach,
    /// `tcp` or `udp`.
    #[serde(default = "tcp")]
    pub protocol: String,
}

/// A path that must outlive the container.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Data {
    /// Where the newest version keeps it.
    pub path: String,
    /// Where older major versions keep it.
    #[serde(default)]
    pub before: Option<Before>,
    /// A good name for its volume.
    pub volume: String,
    /// What lies there.
    pub holds: Text,
}

/// An older place of data.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Before {
    /// The first major version that no longer uses `path`.
    pub major: u64,
    /// The older place.
    pub path: String,
}

/// A variable that the image reads.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// Whether the image refuses to start without it.
    #[serde(default)]
    pub required: bool,
    /// Whether its value must not be seen; one is made up for a new service.
    #[serde(default)]
    pub secret: bool,
    /// The value that a new service gets through `.env`; `{secret}` is a made-up one, `{service}` its name.
    #[serde(default)]
    pub default: Option<String>,
    /// The value that a new service gets in the compose file, because nobody need change it; `{service}` is its name.
    #[serde(default)]
    pub value: Option<String>,
    /// The variable that names a file with the value instead.
    #[serde(default)]
    pub file: Option<String>,
    /// What made-up values look like.
    #[serde(default)]
    pub alphabet: crate::catalog::secret::Alphabet,
    /// What one should know.
    #[serde(default)]
    pub note: Text,
}

impl Variable {
    /// Whether a new service sets it.
    pub fn is_set(&self) -> bool {
        self.required || self.secret || self.default.is_some() || self.value.is_some()
    }
}

/// A health check that works with what the image holds; `$` stands single, as a shell sees it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Health {
    /// `CMD` or `CMD-SHELL` and the rest; empty where the image brings its own check.
    #[serde(default)]
    pub test: Vec<String>,
    /// Time between two checks.
    #[serde(default)]
    pub interval: Option<String>,
    /// How long one may take.
    #[serde(default)]
    pub timeout: Option<String>,
    /// Failures in a row until it is unhealthy.
    #[serde(default)]
    pub retries: Option<u64>,
    /// Time in which failures do not count.
    #[serde(default)]
    pub start_period: Option<String>,
    /// Whether the image has a check of its own.
    #[serde(default)]
    pub builtin: bool,
}

/// How the data is saved and brought back; shell lines with `{service}`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Backup {
    /// Writes a backup to the current folder.
    pub save: String,
    /// Brings it back.
    pub restore: String,
}

/// An image of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Image {
    /// Its name for machines, the file's name.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// The shelf it stands on.
    pub category: Category,
    /// Which icon shows it.
    pub icon: String,
    /// One sentence.
    pub description: Text,
    /// More words that find it.
    #[serde(default)]
    pub keywords: Vec<String>,
    /// The repository; empty for `build`.
    #[serde(default)]
    pub image: String,
    /// The tag of a new service; quoted in the file, a version is not a number.
    #[serde(default)]
    pub tag: String,
    /// Other tags that are good to use.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Other repositories of which all of this is true.
    #[serde(default)]
    pub same_as: Vec<String>,
    /// Names for a service of it, the best first.
    #[serde(default)]
    pub names: Vec<String>,
    /// Ports that it listens at.
    #[serde(default)]
    pub ports: Vec<Port>,
    /// Paths that must outlive the container.
    #[serde(default)]
    pub data: Vec<Data>,
    /// Variables that it reads.
    #[serde(default)]
    pub variables: Vec<Variable>,
    /// `command` of a new service; empty to leave the image's own.
    #[serde(default)]
    pub command: Vec<String>,
    /// More mounts of a new service, as `/host:/container:ro`.
    #[serde(default)]
    pub mounts: Vec<String>,
    /// The health check.
    #[serde(default)]
    pub health: Option<Health>,
    /// How a client in the same network names it: `{host}`, `{VARIABLE}`.
    #[serde(default)]
    pub url: Option<String>,
    /// `restart` of a new service.
    #[serde(default = "unless_stopped")]
    pub restart: String,
    /// Memory in MiB: the least that works, and a comfortable size.
    #[serde(default)]
    pub memory: Option<(u64, u64)>,
    /// How its data is saved.
    #[serde(default)]
    pub backup: Option<Backup>,
    /// Why it should no longer be used, and what to use instead; empty for most.
    #[serde(default)]
    pub discontinued: Text,
    /// What one should know before using it.
    #[serde(default)]
    pub note: Text,
}

impl Image {
    /// The reference of a new service: `postgres:18-alpine`.
    pub fn reference(&self) -> String {
        if self.tag.is_empty() { self.image.clone() } else { format!("{}:{}", self.image, self.tag) }
    }

    /// Whether losing its container without a volume loses data.
    pub fn is_stateful(&self) -> bool {
        !self.data.is_empty() && !matches!(self.category, Category::Proxy)
    }

    /// Whether it is a store that only other services should talk to.
    pub fn is_private(&self) -> bool {
        matches!(
            self.category,
            Category::Database | Category::Cache | Category::Queue | Category::Search | Category::Storage
        )
    }
}

/// The usual protocol.
fn tcp() -> String {
    "tcp".to_owned()
}

/// The restart policy of servers.
fn unless_stopped() -> String {
    "unless-stopped".to_owned()
}
