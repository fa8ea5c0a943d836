//! Consistency of dependencies as a whole: nobody waits for himself, nobody waits for who is not there.

use crate::compose::consistency::members;
use crate::compose::go_format::quote;
use crate::compose::profiles::{Parts, names};
use crate::compose::report::Report;
use crate::compose::value::{Data, Member, Origin};
use std::collections::{BTreeMap, BTreeSet};

/// Reports the first cycle, in the order of names, as Compose does.
pub fn check_cycle(parts: &Parts, report: &mut Report) {
    let mut edges: BTreeMap<&str, BTreeMap<&str, &Origin>> = BTreeMap::new();
    for (name, it) in &parts.services {
        let dependencies = members(it.value.get("depends_on"));
        let mut known = BTreeMap::new();
        for (other, it) in dependencies {
            if parts.services.contains_key(other) {
                known.insert(other, &it.key);
            } else {
                disabled(name, other, it, parts, report);
            }
        }
        edges.insert(name, known);
    }
    let mut search = Search { edges: &edges, path: Vec::new(), done: BTreeSet::new() };
    for name in edges.keys() {
        if let Some((origin, cycle)) = search.from(name) {
            report.error(&origin, format!("dependency cycle detected: {}", cycle.join(" -> ")));
            return;
        }
    }
}

fn disabled(name: &str, other: &str, dependency: &Member, parts: &Parts, report: &mut Report) {
    let required = dependency.value.get("required").is_none_or(|it| it.data != Data::Bool(false));
    let Some(it) = parts.disabled.get(other).filter(|_| required) else { return };
    let profiles = names(&it.value).join(" ");
    let (name, other) = (quote(name), quote(other));
    let message =
        format!("service {other} is required by {name} but is disabled. Can be enabled by profiles [{profiles}]");
    report.error(&dependency.key, message);
}

struct Search<'a> {
    edges: &'a BTreeMap<&'a str, BTreeMap<&'a str, &'a Origin>>,
    path: Vec<&'a str>,
    // Nothing behind these leads into a cycle.
    done: BTreeSet<&'a str>,
}

impl<'a> Search<'a> {
    /// The cycle that the dependencies of `name` lead into, and the place that closes it. Without recursion, because a
    /// chain of dependencies may be as long as the project.
    fn from(&mut self, name: &'a str) -> Option<(Origin, Vec<String>)> {
        let mut open = vec![self.children(name)];
        self.path.push(name);
        while let Some(children) = open.last_mut() {
            let Some((child, origin)) = children.pop() else {
                open.pop();
                self.done.extend(self.path.pop());
                continue;
            };
            if let Some(at) = self.path.iter().position(|it| *it == child) {
                let cycle = self.path.iter().skip(at).chain([&child]);
                return Some((origin.clone(), cycle.map(|it| (*it).to_owned()).collect()));
            }
            if !self.done.contains(child) {
                open.push(self.children(child));
                self.path.push(child);
            }
        }
        None
    }

    /// The dependencies of `name`, the first in the order of names last.
    fn children(&self, name: &str) -> Vec<(&'a str, &'a Origin)> {
        let children = self.edges.get(name).into_iter().flatten();
        children.rev().map(|(child, origin)| (*child, *origin)).collect()
    }
}
