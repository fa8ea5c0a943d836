//! From what is wanted to where it is written: what an operation means for a tree as it stands now. Missing parents are
//! made, empty ones become collections, new entries find their place among the others.

use crate::syntax::yaml::edit_fragment::Fragment;
use crate::syntax::yaml::edit_op::{EditError, Habits, Op};
use crate::syntax::yaml::edit_splice::Splice;
use crate::syntax::yaml::edit_tree::{Data, Tree};

/// The splice that does `op` on `tree`.
pub fn lower(op: &Op, tree: Option<&Tree>, habits: Habits) -> Result<Splice, EditError> {
    match op {
        Op::Set { path, value } => set(path, value.clone(), tree, habits),
        Op::Push { path, value } => match tree.and_then(|it| it.at(path)) {
            Some(Tree { data: Data::List(items), .. }) if !items.is_empty() => Ok(Splice::Insert {
                path: path.clone(),
                index: items.len(),
                key: None,
                value: value.clone(),
                airy: false,
            }),
            Some(it) if !it.is_empty() => Err(EditError::NoCollection(path.clone())),
            _ => set(path, Tree::list([value.tree.clone()]).into(), tree, habits),
        },
        Op::Remove { path } => remove(path, tree),
        Op::Rename { path, key } => {
            let (last, parent) = path.split_last().ok_or_else(|| EditError::Missing(path.clone()))?;
            let parent = tree.and_then(|it| it.at(parent)).ok_or_else(|| EditError::Missing(path.clone()))?;
            if parent.child(last).is_none() || !matches!(parent.data, Data::Map(_)) {
                return Err(EditError::Missing(path.clone()));
            }
            if key != last && parent.child(key).is_some() {
                return Err(EditError::Exists(key.clone()));
            }
            Ok(Splice::Rename(path.clone(), key.clone()))
        }
    }
}

fn set(path: &[String], value: Fragment, tree: Option<&Tree>, habits: Habits) -> Result<Splice, EditError> {
    let Some(mut node) = tree else { return Ok(Splice::Replace(Vec::new(), wrapped(path, value))) };
    for (at, step) in path.iter().enumerate() {
        if let Some(child) = node.child(step) {
            node = child;
            continue;
        }
        let (here, below) = path.split_at(at);
        return match &node.data {
            _ if node.is_empty() => Ok(Splice::Replace(here.to_vec(), kept(wrapped(below, value), node))),
            Data::Map(_) => {
                let value = wrapped(below.get(1..).unwrap_or_default(), value);
                let index = position(&node.keys(), step, (habits.order)(here));
                Ok(Splice::Insert {
                    path: here.to_vec(),
                    index,
                    key: Some(step.clone()),
                    value,
                    airy: (habits.airy)(here),
                })
            }
            Data::List(items) if step.parse() == Ok(items.len()) => {
                let value = wrapped(below.get(1..).unwrap_or_default(), value);
                Ok(Splice::Insert { path: here.to_vec(), index: items.len(), key: None, value, airy: false })
            }
            Data::List(_) => Err(EditError::Missing(path.to_vec())),
            _ => Err(EditError::NoCollection(here.to_vec())),
        };
    }
    Ok(Splice::Replace(path.to_vec(), kept(value, node)))
}

/// `value` with the anchor of the `old` one, because others use it, and with a tag such as `!override`.
fn kept(mut value: Fragment, old: &Tree) -> Fragment {
    if matches!(value.tree.data, Data::Alias(_)) {
        return value;
    }
    if value.tree.anchor.is_none() {
        value.tree.anchor.clone_from(&old.anchor);
    }
    let tag = old.tag.as_ref().filter(|it| *it == "!override");
    if value.tree.tag.is_none() {
        value.tree.tag = tag.cloned();
    }
    value
}

/// `value` inside maps of the keys `path`; `0` begins a list.
fn wrapped(path: &[String], value: Fragment) -> Fragment {
    path.iter().rev().fold(
        value,
        |value, key| {
            if key == "0" { Tree::list([value.tree]).into() } else { value.under(key, 2) }
        },
    )
}

/// The place of `key` among `keys`: behind the last that comes before it in `order`, at the end where `order` does not
/// know it.
fn position(keys: &[&str], key: &str, order: &[&str]) -> usize {
    let rank = |key: &str| order.iter().position(|it| *it == key);
    let Some(own) = rank(key) else { return keys.len() };
    let before = |it: &&str| rank(it).is_some_and(|it| it < own);
    match keys.iter().rposition(before) {
        Some(last) => last + 1,
        None if keys.iter().any(|it| rank(it).is_some()) => keys.iter().position(|it| rank(it).is_some()).unwrap_or(0),
        None => keys.len(),
    }
}

fn remove(path: &[String], tree: Option<&Tree>) -> Result<Splice, EditError> {
    let missing = || EditError::Missing(path.to_vec());
    let (last, parent) = path.split_last().ok_or_else(missing)?;
    let holder = tree.and_then(|it| it.at(parent)).ok_or_else(missing)?;
    holder.child(last).ok_or_else(missing)?;
    if holder.len() > 1 {
        return Ok(Splice::Remove(path.to_vec()));
    }
    let data = if matches!(holder.data, Data::List(_)) { Data::List(Vec::new()) } else { Data::Map(Vec::new()) };
    let emptied = Tree { anchor: holder.anchor.clone(), tag: holder.tag.clone(), data };
    Ok(Splice::Replace(parent.to_vec(), emptied.into()))
}
