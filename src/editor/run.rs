//! Commands as steps: each is applied to the texts that the one before left, all of them are one step of the history, and
//! what they rename is followed by positions and selection.

use crate::command::commands::{Change, Command, ResourceKind, Source, Stack};
use crate::command::table::apply;
use crate::editor::action::Effect;
use crate::editor::editor::Editor;
use crate::editor::history::Join;
use crate::editor::layout_file::LayoutFile;
use crate::editor::selection::Selection;
use crate::editor::snapshot::Snapshot;
use crate::editor::words;
use crate::editor::workspace::Workspace;
use crate::scene::graph::{NodeId, NodeKind};
use crate::text::words::Text;
use std::sync::Arc;

/// What commands left behind.
pub struct Done {
    /// Everything derived from the texts after them.
    pub snapshot: Snapshot,
    /// What they did, one sentence.
    pub says: Text,
    /// What is selected after them.
    pub selection: Selection,
}

impl Editor {
    /// Runs `commands` as one step; a refusal of one of them leaves everything as it was.
    pub(in crate::editor) fn run(&mut self, commands: &[Command], join: Option<Join>) {
        match self.carry_out(commands) {
            Ok(done) => self.commit_done(done, join),
            Err(why) => self.refuse(why),
        }
    }

    /// Makes what commands left behind the present state, and says it.
    pub(in crate::editor) fn commit_done(&mut self, done: Done, join: Option<Join>) {
        self.effects.push(Effect::Announce(done.says.clone()));
        self.commit_derived(done.snapshot, done.selection, done.says, join);
    }

    /// What `commands` would leave behind, or why one of them is refused.
    pub(in crate::editor) fn carry_out(&self, commands: &[Command]) -> Result<Done, Text> {
        if self.snapshot.stale || self.snapshot.is_unreadable() {
            return Err(words::BROKEN_TEXT.text());
        }
        let mut snapshot = Snapshot::clone(&self.snapshot);
        let (mut says, mut selection) = (Vec::new(), self.selection.clone());
        for command in commands {
            let change = change(command, &snapshot)?;
            snapshot = after(&snapshot, command, &change)?;
            says.push(change.says);
            selection = follow(selection, command, &snapshot);
        }
        Ok(Done { snapshot, says: together(says), selection })
    }
}

/// What `command` changes in the texts of `snapshot`.
fn change(command: &Command, snapshot: &Snapshot) -> Result<Change, Text> {
    let target = snapshot.target();
    let stack = Stack { files: &snapshot.workspace.files, outcome: &snapshot.outcome, target: &target };
    apply(command, stack).map_err(|refusal| refusal.text())
}

/// The snapshot after `change`; positions follow what `command` renames.
fn after(snapshot: &Snapshot, command: &Command, change: &Change) -> Result<Snapshot, Text> {
    let workspace = snapshot.workspace.edited(&change.edits).ok_or_else(|| words::STALE_EDIT.text())?;
    let Some((old, new)) = renamed(command) else { return Ok(Snapshot::derive(&workspace, Some(snapshot))) };
    let mut base = snapshot.clone();
    if let Some(at) = base.auto.get(&old).copied() {
        Arc::make_mut(&mut base.auto).insert(new.clone(), at);
    }
    Ok(Snapshot::derive(&rename_place(&workspace, snapshot, &old, &new), Some(&base)))
}

/// `workspace` with the place of `old` given to `new` in the layout file.
fn rename_place(workspace: &Workspace, snapshot: &Snapshot, old: &NodeId, new: &NodeId) -> Workspace {
    let mut layout = snapshot.layout.clone();
    let Some(at) = layout.places.remove(old) else { return workspace.clone() };
    layout.places.insert(new.clone(), at);
    if layout.locked.remove(old) {
        layout.locked.insert(new.clone());
    }
    let path = LayoutFile::path();
    let edit = layout.edit(workspace.text(&path).unwrap_or_default());
    workspace.edited(&[(path, edit)]).unwrap_or_else(|| workspace.clone())
}

/// The old and the new node of a command that renames.
fn renamed(command: &Command) -> Option<(NodeId, NodeId)> {
    match command {
        Command::RenameService { old, new } => Some((NodeId::service(old), NodeId::service(new))),
        Command::RenameResource { kind, old, new } => {
            Some((NodeId::new(node_kind(*kind), old), NodeId::new(node_kind(*kind), new)))
        }
        _ => None,
    }
}

/// What is selected after `command`: what it made; what it renamed stays selected.
fn follow(selection: Selection, command: &Command, snapshot: &Snapshot) -> Selection {
    let made = match command {
        Command::AddService { name, .. } | Command::AddServiceText { name, .. } => NodeId::service(name),
        Command::DuplicateService { new, .. } => NodeId::service(new),
        Command::AddResource { kind, name } => NodeId::new(node_kind(*kind), name),
        _ => {
            let selection = match renamed(command) {
                Some((old, new)) => selection.renamed(&old, &new),
                None => selection,
            };
            return selection.within(&snapshot.scene);
        }
    };
    Selection::of(vec![made])
}

/// The node of a resource.
pub fn node_kind(kind: ResourceKind) -> NodeKind {
    match kind {
        ResourceKind::Volume => NodeKind::Volume,
        ResourceKind::Network => NodeKind::Network,
        ResourceKind::Secret => NodeKind::Secret,
        ResourceKind::Config => NodeKind::Config,
    }
}

/// The resource of a node; `None` for a service.
pub fn resource_kind(kind: NodeKind) -> Option<ResourceKind> {
    match kind {
        NodeKind::Service => None,
        NodeKind::Volume => Some(ResourceKind::Volume),
        NodeKind::Network => Some(ResourceKind::Network),
        NodeKind::Secret => Some(ResourceKind::Secret),
        NodeKind::Config => Some(ResourceKind::Config),
    }
}

/// What makes further commands of this kind the same step: an attribute that is typed letter by letter.
pub fn join_of(command: &Command) -> Option<Join> {
    match command {
        Command::Set { path, .. } => Some(Join::Attribute(path.clone())),
        Command::Env { service, key, .. } => {
            let path = ["services", service, "environment", key];
            Some(Join::Attribute(path.map(str::to_owned).to_vec()))
        }
        _ => None,
    }
}

/// A new service of an image, by its reference.
pub fn add_image(name: &str, reference: &str) -> Command {
    Command::AddService { name: name.to_owned(), source: Source::Image(reference.to_owned()) }
}

/// Several sentences as one.
fn together(mut says: Vec<Text>) -> Text {
    let more = says.len().saturating_sub(1);
    let first = if says.is_empty() { Text::default() } else { says.swap_remove(0) };
    if more == 0 { first } else { words::about(words::AND_MORE, &[("count", &more.to_string())], &first) }
}
