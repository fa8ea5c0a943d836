//! `Command`: what a person can do to a stack, and what a command looks at and gives. `command::table` reads and does them.

use crate::compose::load::{Files, Outcome};
use crate::compose::model::Condition;
use crate::text::edit::TextEdit;
use crate::text::path::FilePath;
use crate::text::words::Text;

/// The kinds of top-level resources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ResourceKind {
    /// `volumes`.
    Volume,
    /// `networks`.
    Network,
    /// `secrets`.
    Secret,
    /// `configs`.
    Config,
}

/// Where a new service comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A published image.
    Image(String),
    /// A build context.
    Build(String),
}

/// One thing to do; the grammar of the command line (`design`: `estiba edit`) has a line for each.
#[allow(missing_docs, reason = "the sentence of a variant names its fields")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// `add-service NAME image=IMAGE | build=PATH`.
    AddService { name: String, source: Source },
    /// A service with a whole YAML body (a catalogue entry, a pasted service), indented by two from column 0.
    AddServiceText { name: String, body: String },
    /// `rename-service OLD NEW`.
    RenameService { old: String, new: String },
    /// `remove-service NAME`.
    RemoveService { name: String },
    /// `duplicate-service NAME NEW`.
    DuplicateService { name: String, new: String },
    /// `connect A -> B [condition=…] [restart=true]`; without a condition `service_healthy` where B has a health check.
    Connect { from: String, to: String, condition: Option<Condition>, restart: bool },
    /// `disconnect A -> B`.
    Disconnect { from: String, to: String },
    /// `mount SOURCE -> SERVICE:/path[:ro]`; a named volume is declared.
    Mount { source: String, service: String, target: String, read_only: bool },
    /// `unmount SERVICE:/path`.
    Unmount { service: String, target: String },
    /// `join SERVICE -> NETWORK`; the network is declared.
    Join { service: String, network: String },
    /// `leave SERVICE -> NETWORK`.
    Leave { service: String, network: String },
    /// `add-volume NAME` and so on.
    AddResource { kind: ResourceKind, name: String },
    /// `rename-volume OLD NEW` and so on; everything that names it follows.
    RenameResource { kind: ResourceKind, old: String, new: String },
    /// `remove-volume NAME` and so on; with everything that names it.
    RemoveResource { kind: ResourceKind, name: String },
    /// `publish SERVICE 127.0.0.1:8080:80`.
    Publish { service: String, port: String },
    /// `unpublish SERVICE 80`, by port in the container.
    Unpublish { service: String, target: String },
    /// `set PATH=VALUE`; VALUE is YAML in one line, PATH is keys and indexes with dots (`"…"` around a key with dots).
    Set { path: Vec<String>, value: String },
    /// `unset PATH`.
    Unset { path: Vec<String> },
    /// `env SERVICE KEY=VALUE`.
    Env { service: String, key: String, value: String },
    /// `lift-env SERVICE KEY`: the literal goes to `.env`, `${KEY}` stays.
    LiftEnv { service: String, key: String },
}

/// What commands look at.
#[derive(Clone, Copy)]
pub struct Stack<'a> {
    /// All files.
    pub files: &'a Files,
    /// What loading them gave; its `files` says which compose files there are, the first is the main one.
    pub outcome: &'a Outcome,
    /// The compose file that new things go to; a thing that exists is changed where it stands.
    pub target: &'a FilePath,
}

/// What a command does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Edits by file; a file that does not exist is made by an insertion at 0.
    pub edits: Vec<(FilePath, TextEdit)>,
    /// The sentence of the history, past tense: "Connected `api` to `db`".
    pub says: Text,
}
