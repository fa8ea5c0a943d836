//! Where a service names another service or a resource: the one list that renaming and removing go by.

use crate::command::commands::ResourceKind;
use crate::command::short_syntax::{items, mount};
use crate::syntax::yaml::edit_tree::{Data, Tree};

/// A place that names something; paths are relative to the service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// The entry or item that goes when the named thing goes.
    pub element: Vec<String>,
    /// The scalar that holds the name; the entry itself where its key is the name.
    pub place: Vec<String>,
    /// Whether the key of `place` is the name.
    pub key: bool,
    /// What stands before and behind the name in the scalar.
    pub around: (String, String),
}

/// Every place in the service `body` that names the service `name`.
pub fn of_service(body: &Tree, name: &str) -> Vec<Use> {
    let mut uses = keys_or_items(body, &["depends_on"], name);
    for attribute in ["links", "volumes_from"] {
        let named =
            |words: &str| words.strip_prefix(name).filter(|it| it.is_empty() || it.starts_with(':')).map(behind);
        uses.extend(in_items(body, &[attribute], named));
    }
    for attribute in ["network_mode", "ipc", "pid", "uts", "cgroup"] {
        if body.child(attribute).and_then(Tree::words).is_some_and(|it| it.strip_prefix("service:") == Some(name)) {
            uses.push(scalar(&[attribute], &[attribute], ("service:", "")));
        }
    }
    uses.extend(extends(body, name));
    uses.extend(contexts(body, name));
    uses
}

/// Every place in the service `body` that names the resource `name`.
pub fn of_resource(body: &Tree, kind: ResourceKind, name: &str) -> Vec<Use> {
    match kind {
        ResourceKind::Network => keys_or_items(body, &["networks"], name),
        ResourceKind::Volume => volumes(body, name),
        ResourceKind::Secret => {
            [short_or_long(body, &["secrets"], name), short_or_long(body, &["build", "secrets"], name)].concat()
        }
        ResourceKind::Config => short_or_long(body, &["configs"], name),
    }
}

/// Whether the service `body` extends `name` of its own file.
pub fn extends(body: &Tree, name: &str) -> Option<Use> {
    let value = body.child("extends")?;
    if value.words() == Some(name) {
        return Some(scalar(&["extends"], &["extends"], ("", "")));
    }
    let here = value.child("file").is_none() && value.child("service")?.words() == Some(name);
    here.then(|| scalar(&["extends"], &["extends", "service"], ("", "")))
}

fn volumes(body: &Tree, name: &str) -> Vec<Use> {
    let list = items(body.child("volumes")).iter().enumerate();
    let named = list.filter(|(_, it)| mount(it).is_some_and(|it| it.named && it.source == Some(name)));
    let uses = named.map(|(at, item)| {
        let at = at.to_string();
        match item.words() {
            Some(words) => {
                let behind = words.strip_prefix(name).unwrap_or_default();
                scalar(&["volumes", &at], &["volumes", &at], ("", behind))
            }
            None => scalar(&["volumes", &at], &["volumes", &at, "source"], ("", "")),
        }
    });
    uses.collect()
}

fn short_or_long(body: &Tree, path: &[&str], name: &str) -> Vec<Use> {
    let list = items(body.at(path)).iter().enumerate();
    let uses = list.filter_map(|(at, item)| {
        let at = at.to_string();
        let element = [path, &[&at]].concat();
        if item.words() == Some(name) {
            return Some(scalar(&element, &element, ("", "")));
        }
        let source = item.child("source")?.words()? == name;
        source.then(|| scalar(&element, &[&element[..], &["source"]].concat(), ("", "")))
    });
    uses.collect()
}

fn contexts(body: &Tree, name: &str) -> Vec<Use> {
    let path = ["build", "additional_contexts"];
    let wanted = format!("service:{name}");
    let Some(contexts) = body.at(&path) else { return Vec::new() };
    if let Data::List(_) = contexts.data {
        let named = |words: &str| {
            let (key, value) = words.split_once('=')?;
            (value == wanted).then(|| (format!("{key}=service:"), String::new()))
        };
        return in_items(body, &path, named);
    }
    let keys = contexts.keys().into_iter().filter(|it| contexts.child(it).and_then(Tree::words) == Some(&wanted));
    keys.map(|it| [path[0], path[1], it]).map(|it| scalar(&it, &it, ("service:", ""))).collect()
}

/// Entries of this key or items of these words.
pub fn keys_or_items(body: &Tree, path: &[&str], name: &str) -> Vec<Use> {
    match body.at(path).map(|it| &it.data) {
        Some(Data::Map(_)) if body.at(&[path, &[name]].concat()).is_some() => {
            let place = [path, &[name]].concat();
            vec![Use { key: true, ..scalar(&place, &place, ("", "")) }]
        }
        Some(Data::List(_)) => in_items(body, path, |words| (words == name).then(Default::default)),
        _ => Vec::new(),
    }
}

/// Items for whose words `named` gives what stands around the name.
fn in_items(body: &Tree, path: &[&str], named: impl Fn(&str) -> Option<(String, String)>) -> Vec<Use> {
    let list = items(body.at(path)).iter().enumerate();
    let uses = list.filter_map(|(at, item)| {
        let (before, behind) = named(item.words()?)?;
        let at = at.to_string();
        let place = [path, &[&at]].concat();
        Some(scalar(&place, &place, (&before, &behind)))
    });
    uses.collect()
}

fn behind(rest: &str) -> (String, String) {
    (String::new(), rest.to_owned())
}

fn scalar(element: &[&str], place: &[&str], around: (&str, &str)) -> Use {
    let owned = |path: &[&str]| path.iter().map(|it| (*it).to_owned()).collect();
    Use { element: owned(element), place: owned(place), key: false, around: (around.0.to_owned(), around.1.to_owned()) }
}
