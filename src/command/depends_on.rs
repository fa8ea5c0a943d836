//! Dependencies between services, over all files: who waits for whom, and the long syntax for a list of them.

use crate::command::plan::Plan;
use crate::command::sheet::Sheet;
use crate::command::short_syntax::items;
use crate::compose::model::Condition;
use crate::syntax::yaml::edit_fragment::Fragment;
use crate::syntax::yaml::edit_tree::{Data, Tree};
use std::collections::BTreeSet;

/// What one waits for where there is a health check.
pub const HEALTHY: Condition = Condition::Healthy;

/// The services that `service` waits for.
pub fn dependencies(plan: &Plan<'_>, service: &str) -> Vec<String> {
    let typed = plan.typed(service).into_iter().flat_map(|it| it.depends_on.keys().cloned());
    let mut names: Vec<String> = typed.collect();
    for (_, value) in plan.all(&["services", service, "depends_on"]) {
        let here: Vec<&str> = match &value.data {
            Data::List(items) => items.iter().filter_map(Tree::words).collect(),
            _ => value.keys(),
        };
        names.extend(here.into_iter().map(str::to_owned));
    }
    names.sort();
    names.dedup();
    names
}

/// A chain of dependencies from one service to another, both ends in it.
pub fn path_between(plan: &Plan<'_>, from: &str, to: &str) -> Option<Vec<String>> {
    let mut seen = BTreeSet::from([from.to_owned()]);
    let mut paths = vec![vec![from.to_owned()]];
    while let Some(path) = paths.pop() {
        let last = path.last()?;
        if last == to {
            return Some(path);
        }
        for next in dependencies(plan, last) {
            if seen.insert(next.clone()) {
                paths.push([&path[..], &[next]].concat());
            }
        }
    }
    None
}

/// Whether the service has a health check that is on.
pub fn has_health_check(plan: &Plan<'_>, service: &str) -> bool {
    if let Some(typed) = plan.typed(service) {
        return typed.healthcheck.as_ref().is_some_and(|it| !it.disabled && !it.test.is_empty());
    }
    plan.value(&["services", service, "healthcheck"]).is_some_and(|check| {
        let disabled = check.child("disable").and_then(Tree::words) == Some("true");
        let none = items(check.child("test")).first().and_then(Tree::words) == Some("NONE");
        check.child("test").is_some() && !disabled && !none
    })
}

/// The list of dependencies at `path` in long syntax, with the comments of its items.
pub fn with_conditions(sheet: &Sheet, path: &[&str]) -> Option<Fragment> {
    let mut lines = String::new();
    for item in sheet.commented(path)? {
        for comment in &item.above {
            lines.push_str(comment);
            lines.push('\n');
        }
        let behind = item.behind.map(|it| format!(" {it}")).unwrap_or_default();
        let key = Tree::key(&item.words);
        let key = if key == Tree::text(&item.words) { item.words.clone() } else { format!("\"{}\"", item.words) };
        let condition = Condition::Started.id();
        lines.extend([
            &key,
            ":",
            &behind,
            "
  condition: ",
            condition,
            "
",
        ]);
    }
    Fragment::read(&lines).ok()
}
