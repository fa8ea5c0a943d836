//! `add-volume`, `add-network`, `add-secret`, `add-config`: a top-level element of its own.

use crate::command::add_service::must_be_name;
use crate::command::commands::{Command, ResourceKind};
use crate::command::grammar::{Row, word};
use crate::command::plan::Plan;
use crate::command::refusal::Refusal;
use crate::command::words;
use crate::syntax::yaml::edit_op::Op;
use crate::syntax::yaml::edit_tree::{Data, Tree};
use crate::text::words::Text;

/// Its rows.
pub const ROWS: [Row; 4] = [
    Row { name: "add-volume", grammar: "add-volume NAME", parse: |it| parse(ResourceKind::Volume, it) },
    Row { name: "add-network", grammar: "add-network NAME", parse: |it| parse(ResourceKind::Network, it) },
    Row { name: "add-secret", grammar: "add-secret NAME", parse: |it| parse(ResourceKind::Secret, it) },
    Row { name: "add-config", grammar: "add-config NAME", parse: |it| parse(ResourceKind::Config, it) },
];

fn parse(kind: ResourceKind, line: &str) -> Option<Command> {
    word(line).map(|name| Command::AddResource { kind, name })
}

/// Declares a resource. Secrets and configs need a source, which is a file of their name.
pub fn run(plan: &mut Plan<'_>, kind: ResourceKind, name: &str) -> Result<Text, Refusal> {
    must_be_name(name)?;
    let section = kind.section();
    if plan.names(section).iter().any(|it| it == name) {
        return Err(Refusal::new(words::RESOURCE_EXISTS, &[("name", name), ("section", section)]));
    }
    let file = |path: String| Tree::map([("file", Tree::text(path))]);
    let value = match kind {
        ResourceKind::Volume | ResourceKind::Network => Tree::from(Data::Null),
        ResourceKind::Secret => file(format!("./secrets/{name}.txt")),
        ResourceKind::Config => file(format!("./config/{name}")),
    };
    let target = plan.target();
    plan.want(target, Op::set(&[section, name], value));
    Ok(of_kind(words::ADDED_RESOURCE, kind).fill(&[("name", name)]))
}

/// The sentence for a kind.
pub fn of_kind(rows: [crate::text::words::Pair; 4], kind: ResourceKind) -> crate::text::words::Pair {
    let [volume, network, secret, config] = rows;
    match kind {
        ResourceKind::Volume => volume,
        ResourceKind::Network => network,
        ResourceKind::Secret => secret,
        ResourceKind::Config => config,
    }
}
