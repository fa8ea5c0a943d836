//! `rename-volume` and so on: the key and every service that names it; for a secret also its path in the environment,
//! for it is mounted under its name.

use crate::command::add_service::must_be_name;
use crate::command::commands::{Command, ResourceKind};
use crate::command::grammar::{Row, words};
use crate::command::plan::Plan;
use crate::command::references::rename;
use crate::command::refusal::Refusal;
use crate::command::sheet::{Sheet, SheetId};
use crate::command::uses::of_resource;
use crate::command::words as say;
use crate::syntax::yaml::edit_op::Op;
use crate::syntax::yaml::edit_tree::{Data, Tree};
use crate::text::words::Text;
use std::collections::BTreeMap;

/// Its rows.
pub const ROWS: [Row; 4] = [
    Row { name: "rename-volume", grammar: "rename-volume OLD NEW", parse: |it| parse(ResourceKind::Volume, it) },
    Row { name: "rename-network", grammar: "rename-network OLD NEW", parse: |it| parse(ResourceKind::Network, it) },
    Row { name: "rename-secret", grammar: "rename-secret OLD NEW", parse: |it| parse(ResourceKind::Secret, it) },
    Row { name: "rename-config", grammar: "rename-config OLD NEW", parse: |it| parse(ResourceKind::Config, it) },
];

fn parse(kind: ResourceKind, line: &str) -> Option<Command> {
    words(line).map(|[old, new]| Command::RenameResource { kind, old: old.to_owned(), new: new.to_owned() })
}

/// Renames a resource and what names it.
pub fn run(plan: &mut Plan<'_>, kind: ResourceKind, old: &str, new: &str) -> Result<Text, Refusal> {
    must_be_name(new)?;
    let section = kind.section();
    if plan.names(section).iter().any(|it| it == new) {
        return Err(Refusal::new(say::RESOURCE_EXISTS, &[("name", new), ("section", section)]));
    }
    plan.means_shared();
    let mut count = rename(plan, new, |body| of_resource(body, kind, old));
    if kind == ResourceKind::Secret {
        let paths: Vec<(SheetId, Op)> = plan.sheets().iter().flat_map(|it| secret_paths(it, old, new)).collect();
        count += paths.len();
        plan.want_all(paths);
    }
    let declared = plan.written(&[section, old]);
    if declared.is_empty() && count == 0 {
        return Err(Refusal::new(say::NO_RESOURCE, &[("name", old), ("section", section)]));
    }
    for sheet in declared {
        plan.want(sheet, Op::rename(&[section, old], new));
    }
    let values = [("old", old), ("new", new), ("count", &count.to_string())];
    Ok(if count == 0 { say::RENAMED.fill(&values) } else { say::RENAMED_WITH.fill(&values) })
}

/// Edits of values of environments that end in the path of the secret `old`.
fn secret_paths(sheet: &Sheet, old: &str, new: &str) -> Vec<(SheetId, Op)> {
    let path = format!("/run/secrets/{old}");
    let mut edits = BTreeMap::new();
    for (service, body) in sheet.services() {
        let Some(environment) = body.child("environment") else { continue };
        let values: Vec<(String, &str)> = match &environment.data {
            Data::Map(pairs) => pairs.iter().filter_map(|it| Some((it.0.words()?.to_owned(), it.1.words()?))).collect(),
            Data::List(items) => {
                items.iter().enumerate().filter_map(|(at, it)| Some((at.to_string(), it.words()?))).collect()
            }
            _ => Vec::new(),
        };
        for (step, value) in values {
            let Some(before) = value.strip_suffix(&path) else { continue };
            if let Some(place) = sheet.written_at(&["services", service, "environment", &step]) {
                edits.insert(place.clone(), Op::set(&place, Tree::text(format!("{before}/run/secrets/{new}"))));
            }
        }
    }
    edits.into_values().map(|op| (sheet.id, op)).collect()
}
