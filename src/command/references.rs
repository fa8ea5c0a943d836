//! Follows names: after a rename every use is renamed, after a removal every use is gone, where it is really written,
//! so that services that share a fragment stay sharing it.

use crate::command::plan::Plan;
use crate::command::sheet::{Sheet, SheetId};
use crate::command::uses::Use;
use crate::syntax::yaml::edit_op::Op;
use crate::syntax::yaml::edit_tree::Tree;
use std::collections::{BTreeMap, BTreeSet};

/// Path of an attribute of a service, from the top.
type Path = Vec<String>;

/// Renames every use of a name in the services of all files; gives how many there were.
pub fn rename(plan: &mut Plan<'_>, new: &str, uses: impl Fn(&Tree) -> Vec<Use>) -> usize {
    let mut wanted: Vec<(SheetId, Op)> = Vec::new();
    for sheet in plan.sheets() {
        let mut seen: BTreeSet<Path> = BTreeSet::new();
        for (service, body) in sheet.services() {
            for it in uses(body) {
                let place = sheet.written_at(&full(service, &it.place));
                let Some(place) = place else { continue };
                if !seen.insert(place.clone()) {
                    continue;
                }
                let op = if it.key {
                    Op::rename(&place, new)
                } else {
                    Op::set(&place, Tree::text(format!("{}{new}{}", it.around.0, it.around.1)))
                };
                wanted.push((sheet.id, op));
            }
        }
    }
    let count = wanted.len();
    plan.want_all(wanted);
    count
}

/// Removes every use of a name in the services of all files but `except`, and lists and maps that it empties; gives how
/// many there were.
pub fn remove(plan: &mut Plan<'_>, except: Option<&str>, uses: impl Fn(&Tree) -> Vec<Use>) -> usize {
    let (mut wanted, mut count) = (Vec::new(), 0);
    for sheet in plan.sheets() {
        let mut places: BTreeSet<Path> = BTreeSet::new();
        for (service, body) in sheet.services().into_iter().filter(|it| Some(it.0) != except) {
            let elements = uses(body).into_iter().map(|it| full(service, &it.element));
            places.extend(elements.filter_map(|it| sheet.written_at(&it)));
        }
        count += places.len();
        wanted.extend(removals(sheet, places).into_iter().map(|it| (sheet.id, it)));
    }
    plan.want_all(wanted);
    count
}

/// What removes `places` from `sheet` and the collections inside services that are empty then; later items first, so
/// that indexes stay true.
pub fn removals(sheet: &Sheet, places: BTreeSet<Path>) -> Vec<Op> {
    let mut by_parent: BTreeMap<Path, Vec<Path>> = BTreeMap::new();
    for place in places {
        if let Some((_, parent)) = place.split_last() {
            by_parent.entry(parent.to_vec()).or_default().push(place);
        }
    }
    let mut ops = Vec::new();
    for (parent, mut places) in by_parent {
        let emptied = sheet.raw(&parent).is_some_and(|it| it.len() == places.len() && it.anchor.is_none());
        if emptied && may_vanish(&parent) {
            ops.extend(removals(sheet, BTreeSet::from([parent])));
            continue;
        }
        let index = |it: &Path| it.last().and_then(|it| it.parse::<usize>().ok());
        places.sort_by_key(|it| std::cmp::Reverse(index(it)));
        ops.extend(places.iter().map(|it| Op::remove(it)));
    }
    ops
}

/// Whether a collection goes when it is empty: an attribute inside a service, or a top-level element of resources.
fn may_vanish(path: &[String]) -> bool {
    match path {
        [section] => section != "services" && !section.starts_with("x-"),
        [section, _, _, ..] => section == "services",
        _ => false,
    }
}

fn full(service: &str, path: &[String]) -> Path {
    ["services", service].into_iter().map(str::to_owned).chain(path.iter().cloned()).collect()
}
