//! Connections: what drawing a line from one card to another means, and why it may mean nothing.

use crate::command::commands::Command;
use crate::compose::model::Project;
use crate::editor::words;
use crate::scene::graph::{NodeId, NodeKind};
use crate::text::words::{Pair, Text};
use std::collections::{BTreeMap, BTreeSet};

/// What a connection makes.
#[derive(Clone, Debug, PartialEq)]
pub enum Plan {
    /// These commands.
    Run(Vec<Command>),
    /// A mount, once its path is known.
    AskMount {
        /// The volume.
        volume: String,
        /// The service that mounts it.
        service: String,
    },
}

/// What connecting `from` with `to` makes, or why it makes nothing.
pub fn plan(project: &Project, from: &NodeId, to: &NodeId) -> Result<Plan, Text> {
    let refusals = cycle_makers(project, from);
    connect(project, from, to, &refusals)
}

/// Every card of `project` by key that `from` cannot be connected with, and why.
pub fn refusals<'a>(
    project: &Project,
    from: &NodeId,
    nodes: impl Iterator<Item = &'a NodeId>,
) -> BTreeMap<String, Text> {
    let cycles = cycle_makers(project, from);
    nodes.filter_map(|to| Some((to.key(), connect(project, from, to, &cycles).err()?))).collect()
}

/// Services that depend on the service `from`, near or far: `from` must not depend on them.
fn cycle_makers(project: &Project, from: &NodeId) -> BTreeSet<String> {
    let mut found: BTreeSet<String> = BTreeSet::new();
    let mut open = vec![from.name.clone()];
    while let Some(name) = open.pop().filter(|_| from.kind == NodeKind::Service) {
        for (dependent, service) in &project.services {
            if service.depends_on.contains_key(&name) && found.insert(dependent.clone()) {
                open.push(dependent.clone());
            }
        }
    }
    found
}

/// The plan, with the services that would close a cycle known.
fn connect(project: &Project, from: &NodeId, to: &NodeId, cycles: &BTreeSet<String>) -> Result<Plan, Text> {
    if from == to {
        return Err(words::TO_ITSELF.text());
    }
    match (from.kind, to.kind) {
        (NodeKind::Service, NodeKind::Service) => depend(project, from, to, cycles),
        (NodeKind::Service, _) => attach(project, &from.name, to),
        (_, NodeKind::Service) => attach(project, &to.name, from),
        _ => Err(words::NEEDS_SERVICE.text()),
    }
}

/// Service to service: a dependency; the command also sees to a network that both are on.
fn depend(project: &Project, from: &NodeId, to: &NodeId, cycles: &BTreeSet<String>) -> Result<Plan, Text> {
    let Some(service) = project.services.get(&from.name) else { return Err(words::NEEDS_SERVICE.text()) };
    if service.depends_on.contains_key(&to.name) {
        return Err(both(words::ALREADY, &from.name, &to.name));
    }
    if cycles.contains(&to.name) {
        return Err(both(words::CYCLE, &from.name, &to.name));
    }
    let connect = Command::Connect { from: from.name.clone(), to: to.name.clone(), condition: None, restart: false };
    Ok(Plan::Run(vec![connect]))
}

/// A service and a volume, network, secret or config.
fn attach(project: &Project, service: &str, resource: &NodeId) -> Result<Plan, Text> {
    let Some(it) = project.services.get(service) else { return Err(words::NEEDS_SERVICE.text()) };
    let name = &resource.name;
    let has = match resource.kind {
        NodeKind::Volume => it.mounts.iter().any(|mount| mount.value.source.as_ref() == Some(name)),
        NodeKind::Network => it.networks.contains_key(name),
        NodeKind::Secret => it.secrets.iter().any(|it| it.value == *name),
        NodeKind::Config => it.configs.iter().any(|it| it.value == *name),
        NodeKind::Service => false,
    };
    if has {
        return Err(both(words::ALREADY, service, name));
    }
    let list = |attribute: &str, count: usize| Command::Set {
        path: ["services", service, attribute, &count.to_string()].map(str::to_owned).to_vec(),
        value: name.clone(),
    };
    match resource.kind {
        NodeKind::Volume => Ok(Plan::AskMount { volume: name.clone(), service: service.to_owned() }),
        NodeKind::Network if it.network_mode.is_some() => Err(both(words::NETWORK_MODE, service, name)),
        NodeKind::Network => Ok(Plan::Run(vec![Command::Join { service: service.to_owned(), network: name.clone() }])),
        NodeKind::Secret => Ok(Plan::Run(vec![list("secrets", it.secrets.len())])),
        NodeKind::Config => Ok(Plan::Run(vec![list("configs", it.configs.len())])),
        NodeKind::Service => Err(words::NEEDS_SERVICE.text()),
    }
}

/// A sentence about two names.
fn both(pair: Pair, from: &str, to: &str) -> Text {
    pair.fill(&[("from", from), ("to", to)])
}
