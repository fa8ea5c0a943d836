//! `rename-service`: the key and everything that names it: dependencies, links, shared namespaces, `extends`, build
//! contexts, and the host in connection URLs of the environment and of env files.

use crate::command::add_service::must_be_free;
use crate::command::commands::Command;
use crate::command::env_text::rename_hosts;
use crate::command::grammar::{Row, words};
use crate::command::host::with_host;
use crate::command::keyed::is_list;
use crate::command::plan::{Plan, is_env_file};
use crate::command::references::rename;
use crate::command::refusal::Refusal;
use crate::command::sheet::{Sheet, SheetId};
use crate::command::uses::of_service;
use crate::command::words as say;
use crate::syntax::yaml::edit_op::Op;
use crate::syntax::yaml::edit_tree::{Data, Tree};
use crate::text::path::FilePath;
use crate::text::words::Text;
use std::collections::BTreeMap;

/// Its row.
pub const ROW: Row = Row { name: "rename-service", grammar: "rename-service OLD NEW", parse };

fn parse(line: &str) -> Option<Command> {
    words(line).map(|[old, new]| Command::RenameService { old: old.to_owned(), new: new.to_owned() })
}

/// Renames a service and what names it.
pub fn run(plan: &mut Plan<'_>, old: &str, new: &str) -> Result<Text, Refusal> {
    plan.must_exist(old)?;
    must_be_free(plan, new)?;
    plan.means_shared();
    let hosts: Vec<(SheetId, Op)> = plan.sheets().iter().flat_map(|it| host_edits(it, old, new)).collect();
    let env_files: Vec<FilePath> = plan.stack.files.keys().filter(|it| is_env_file(it)).cloned().collect();
    let mut count = rename(plan, new, |body| of_service(body, old)) + hosts.len();
    plan.want_all(hosts);
    for file in env_files {
        let text = plan.stack.files.get(&file).and_then(|it| std::str::from_utf8(it).ok()).unwrap_or_default();
        let (edit, found) = rename_hosts(text, old, new);
        count += found;
        plan.want_text(file, edit);
    }
    // Last, so that the paths before still have the old key.
    for sheet in plan.written(&["services", old]) {
        plan.want(sheet, Op::rename(&["services", old], new));
    }
    let values = [("old", old), ("new", new), ("count", &count.to_string())];
    Ok(if count == 0 { say::RENAMED.fill(&values) } else { say::RENAMED_WITH.fill(&values) })
}

/// Edits of the environment of every service, where it is really written.
fn host_edits(sheet: &Sheet, old: &str, new: &str) -> Vec<(SheetId, Op)> {
    let mut edits: BTreeMap<Vec<String>, Op> = BTreeMap::new();
    for (service, body) in sheet.services() {
        for attribute in [&["environment"][..], &["build", "args"]] {
            let path = [&["services", service], attribute].concat();
            let Some(environment) = body.at(attribute) else { continue };
            for (step, value) in host_values(environment, old, new) {
                let own: Vec<&str> = path.iter().copied().chain([step.as_str()]).collect();
                if let Some(place) = sheet.written_at(&own) {
                    edits.insert(place.clone(), Op::set(&place, Tree::text(value)));
                }
            }
        }
    }
    edits.into_values().map(|op| (sheet.id, op)).collect()
}

/// Keys or indexes whose value names the host `old`, with the value that names `new`.
fn host_values(environment: &Tree, old: &str, new: &str) -> Vec<(String, String)> {
    match &environment.data {
        Data::Map(pairs) => {
            let renamed = pairs.iter().filter_map(|(key, value)| {
                let (key, Data::Text(value)) = (key.words()?, &value.data) else { return None };
                Some((key.to_owned(), with_host(key, value, old, new)?))
            });
            renamed.collect()
        }
        Data::List(items) if is_list(environment) => {
            let renamed = items.iter().enumerate().filter_map(|(at, item)| {
                let (key, value) = item.words()?.split_once('=')?;
                Some((at.to_string(), format!("{key}={}", with_host(key, value, old, new)?)))
            });
            renamed.collect()
        }
        _ => Vec::new(),
    }
}
