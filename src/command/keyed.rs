//! Attributes that are a map or a list of `KEY=VALUE`: environment, labels, build arguments. A change keeps the form that
//! is there.

use crate::command::plan::Plan;
use crate::command::sheet::SheetId;
use crate::syntax::yaml::edit_op::Op;
use crate::syntax::yaml::edit_tree::{Data, Tree};

/// Where a key of such an attribute is said.
pub struct Found {
    /// The sheet.
    pub sheet: SheetId,
    /// The path of the value, or of the item of a list.
    pub path: Vec<String>,
    /// Whether it is an item `KEY=VALUE`.
    pub item: bool,
    /// The value; `None` for a key alone.
    pub value: Option<Tree>,
}

/// Whether the collection is a list of texts, in which `KEY=VALUE` is an item.
pub fn is_list(collection: &Tree) -> bool {
    matches!(&collection.data, Data::List(items) if items.iter().all(|it| it.words().is_some()))
}

/// The key or index of the entry, item or `KEY=VALUE` item that `step` names.
pub fn step(collection: &Tree, step: &str) -> Option<String> {
    if collection.child(step).is_some() {
        return Some(step.to_owned());
    }
    let Data::List(items) = &collection.data else { return None };
    let named = |it: &Tree| it.words().and_then(|it| it.split('=').next()) == Some(step);
    items.iter().position(named).map(|it| it.to_string())
}

/// The winning place of `key` in the attribute at `path`.
pub fn find<S: AsRef<str>>(plan: &Plan<'_>, path: &[S], key: &str) -> Option<Found> {
    let path: Vec<String> = path.iter().map(|it| it.as_ref().to_owned()).collect();
    let own = [&path[..], &[key.to_owned()]].concat();
    let mut collections = plan.all(&path);
    let winner = plan.all(&own).first().map(|it| it.0);
    collections.sort_by_key(|it| winner != Some(it.0));
    collections.into_iter().find_map(|(sheet, collection)| match &collection.data {
        Data::Map(_) => {
            let value = collection.child(key)?.clone();
            let value = (value.data != Data::Null).then_some(value);
            Some(Found { sheet, path: own.clone(), item: false, value })
        }
        Data::List(items) => items.iter().enumerate().find_map(|(at, it)| {
            let (name, value) = it.words()?.split_once('=').map_or((it.words()?, None), |(k, v)| (k, Some(v)));
            let path = [&path[..], &[at.to_string()]].concat();
            (name == key).then(|| Found { sheet, path, item: true, value: value.map(Tree::text) })
        }),
        _ => None,
    })
}

/// Gives `key` of the attribute at `path` the value `value`; gives whether it had one.
pub fn set<S: AsRef<str>>(plan: &mut Plan<'_>, path: &[S], key: &str, value: Tree) -> bool {
    let words = |value: &Tree| format!("{key}={}", value.words().unwrap_or_default());
    if let Some(found) = find(plan, path, key) {
        let value = if found.item { Tree::text(words(&value)) } else { value };
        plan.want(found.sheet, Op::set(&found.path, value));
        return true;
    }
    let sheet = plan.home_of_new(path);
    let op = match plan.here(sheet, path) {
        Some(it) if is_list(it) => Op::push(path, Tree::text(words(&value))),
        _ => {
            let own: Vec<&str> = path.iter().map(AsRef::as_ref).chain([key]).collect();
            Op::set(&own, value)
        }
    };
    plan.want(sheet, op);
    false
}
