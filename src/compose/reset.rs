//! `!reset` and `!override`: what an override file takes back. Compose walks the YAML tree for these tags before it reads
//! values from it; the walk is also where it finds a key that is there twice and an alias that contains itself.

use crate::compose::pattern::{below, matches, shown};
use crate::compose::read::{Place, Refusal};
use crate::compose::value::Value;
use crate::syntax::yaml::node::{Document, Node, NodeId, NodeKind};
use std::collections::{BTreeMap, BTreeSet};

/// Compose gives up on a document of more nodes than this.
const MAX_VISITS: usize = 100_000;

/// What the walk found.
#[derive(Clone, Debug, Default)]
pub struct Resets {
    /// Paths of the tagged values: whatever earlier files say there is dropped.
    pub paths: Vec<String>,
    /// Items and pairs that `!reset` takes out, as the collection and the index in it.
    pub dropped: BTreeSet<(NodeId, usize)>,
}

impl Resets {
    /// Drops from `model` what is at one of the paths.
    pub fn apply(&self, model: &mut Value) {
        if !self.paths.is_empty() {
            self.apply_below(model, "");
        }
    }

    fn apply_below(&self, value: &mut Value, path: &str) {
        if let Some(map) = value.as_map_mut() {
            map.retain(|key, _| {
                let path = below(path, key);
                !self.paths.iter().any(|it| matches(&path, it))
            });
            for (key, member) in map {
                self.apply_below(&mut member.value, &below(path, key));
            }
        } else if let crate::compose::value::Data::List(items) = &mut value.data {
            for (index, item) in items.iter_mut().enumerate() {
                let path = below(path, &format!("[{index}]"));
                if !self.paths.iter().any(|it| matches(&path, it)) {
                    self.apply_below(item, &path);
                }
            }
        }
    }
}

/// Walks `document`; the walk ends at the first fault.
pub fn collect(document: &Document, place: &Place<'_>) -> (Resets, Option<Refusal>) {
    let Some(root) = document.root() else { return (Resets::default(), None) };
    let mut walk =
        Walk { document, place, found: Resets::default(), visits: 0, seen: BTreeMap::new(), done: BTreeMap::new() };
    let fault = walk.visit(root, "", 0).err();
    (walk.found, fault)
}

struct Walk<'a> {
    document: &'a Document,
    place: &'a Place<'a>,
    found: Resets,
    visits: usize,
    /// Paths at which an anchored node was reached through an alias.
    seen: BTreeMap<NodeId, Vec<String>>,
    /// Collections walked before, with the tagged paths below each.
    done: BTreeMap<NodeId, Vec<String>>,
}

impl Walk<'_> {
    /// Whether the node stays.
    fn visit(&mut self, id: NodeId, path: &str, depth: usize) -> Result<bool, Refusal> {
        self.visits += 1;
        let node = self.document.node(id);
        if self.visits > MAX_VISITS {
            let message = format!("compose file exceeds maximum node visit limit ({MAX_VISITS})");
            return Err(Refusal::new(message, node.span));
        }
        self.place.check_depth(depth, node.span)?;
        let path = path.replacen(".<<", "", 1);
        if let Some(kept) = self.tagged(node, &path) {
            return Ok(kept);
        }
        if let NodeKind::Alias { target, .. } = &node.kind {
            self.check_cycle(*target, node, &path)?;
            let anchored = self.document.node(*target);
            if let Some(kept) = self.tagged(anchored, &path) {
                return Ok(kept);
            }
            return self.visit_collection(*target, &path, depth).map(|()| true);
        }
        self.visit_collection(id, &path, depth).map(|()| true)
    }

    /// Notes a tagged node; whether it stays.
    fn tagged(&mut self, node: &Node, path: &str) -> Option<bool> {
        let kept = match node.tag.as_ref()?.value.as_str() {
            "!reset" => false,
            "!override" => true,
            _ => return None,
        };
        self.found.paths.push(path.to_owned());
        Some(kept)
    }

    fn visit_collection(&mut self, id: NodeId, path: &str, depth: usize) -> Result<(), Refusal> {
        if let Some(tagged) = self.done.get(&id) {
            let paths = tagged.iter().map(|it| join(path, it));
            self.found.paths.extend(paths);
            return Ok(());
        }
        let before = self.found.paths.len();
        match &self.document.node(id).kind {
            NodeKind::Sequence { items, .. } => {
                for (index, item) in items.iter().enumerate() {
                    if !self.visit(*item, &below(path, &index.to_string()), depth + 1)? {
                        self.found.dropped.insert((id, index));
                    }
                }
            }
            NodeKind::Mapping { .. } => self.visit_pairs(id, path, depth)?,
            _ => return Ok(()),
        }
        let added = self.found.paths.get(before..).unwrap_or_default();
        let relative = added.iter().map(|it| it.strip_prefix(path).unwrap_or(it).trim_start_matches('.').to_owned());
        let relative = relative.collect();
        self.done.insert(id, relative);
        Ok(())
    }

    fn visit_pairs(&mut self, id: NodeId, path: &str, depth: usize) -> Result<(), Refusal> {
        let mut lines: BTreeMap<&str, usize> = BTreeMap::new();
        for (index, pair) in self.document.pairs(id).iter().enumerate() {
            let node = self.document.node(pair.key);
            let (key, line) = (key_text(node), self.place.line(node));
            if let Some(first) = lines.insert(key, line) {
                let key = crate::compose::go_format::quote(key);
                let message = format!("line {line}: mapping key {key} already defined at line {first}");
                return Err(Refusal::new(message, node.span));
            }
            if !self.visit(pair.value, &below(path, key), depth + 1)? {
                self.found.dropped.insert((id, index));
            }
        }
        Ok(())
    }

    /// Refuses an alias inside the very node that it names, unless a merge key or another service lies between.
    fn check_cycle(&mut self, target: NodeId, node: &Node, path: &str) -> Result<(), Refusal> {
        let earlier = self.seen.entry(target).or_default();
        for before in earlier.iter().filter(|it| *it != path && !it.contains("<<") && !path.contains("<<")) {
            let inside = is_inside(path, before) || is_inside(before, path);
            if inside && !in_different_services(path, before) {
                let (path, before) = (shown(path), shown(before));
                let message = format!("cycle detected: node at path {path} references node at path {before}");
                return Err(Refusal::new(message, node.span));
            }
        }
        earlier.push(path.to_owned());
        Ok(())
    }
}

/// The text that Compose compares keys by: a scalar's value, an alias's name, nothing for a collection.
pub fn key_text(node: &Node) -> &str {
    match &node.kind {
        NodeKind::Scalar { value, .. } => value,
        NodeKind::Alias { name, .. } => name,
        _ => "",
    }
}

fn join(path: &str, relative: &str) -> String {
    if relative.is_empty() { path.to_owned() } else { below(path, relative) }
}

fn is_inside(path: &str, outer: &str) -> bool {
    path.strip_prefix(outer).is_some_and(|it| it.starts_with('.'))
}

fn in_different_services(a: &str, b: &str) -> bool {
    let mut pairs = a.split('.').zip(b.split('.'));
    while let Some((x, y)) = pairs.next() {
        if x == "services" && y == "services" {
            return pairs.next().is_some_and(|(x, y)| x != y);
        }
    }
    false
}
