//! `remove-volume` and so on: the declaration and every mount or mention of it.

use crate::command::add_resource::of_kind;
use crate::command::commands::{Command, ResourceKind};
use crate::command::grammar::{Row, word};
use crate::command::plan::Plan;
use crate::command::references::{removals, remove};
use crate::command::refusal::Refusal;
use crate::command::sheet::SheetId;
use crate::command::uses::of_resource;
use crate::command::words;
use crate::syntax::yaml::edit_op::Op;
use crate::text::words::Text;
use std::collections::BTreeSet;

/// Its rows.
pub const ROWS: [Row; 4] = [
    Row { name: "remove-volume", grammar: "remove-volume NAME", parse: |it| parse(ResourceKind::Volume, it) },
    Row { name: "remove-network", grammar: "remove-network NAME", parse: |it| parse(ResourceKind::Network, it) },
    Row { name: "remove-secret", grammar: "remove-secret NAME", parse: |it| parse(ResourceKind::Secret, it) },
    Row { name: "remove-config", grammar: "remove-config NAME", parse: |it| parse(ResourceKind::Config, it) },
];

fn parse(kind: ResourceKind, line: &str) -> Option<Command> {
    word(line).map(|name| Command::RemoveResource { kind, name })
}

/// Removes a resource and what names it.
pub fn run(plan: &mut Plan<'_>, kind: ResourceKind, name: &str) -> Result<Text, Refusal> {
    let section = kind.section();
    plan.means_shared();
    let count = remove(plan, None, |body| of_resource(body, kind, name));
    let place = vec![section.to_owned(), name.to_owned()];
    let mut wanted: Vec<(SheetId, Op)> = Vec::new();
    for sheet in plan.sheets() {
        if sheet.raw(&place).is_some() {
            let ops = removals(sheet, BTreeSet::from([place.clone()]));
            wanted.extend(ops.into_iter().map(|it| (sheet.id, it)));
        }
    }
    if wanted.is_empty() && count == 0 {
        return Err(Refusal::new(words::NO_RESOURCE, &[("name", name), ("section", section)]));
    }
    plan.want_all(wanted);
    Ok(of_kind(words::REMOVED_RESOURCE, kind).fill(&[("name", name)]))
}
