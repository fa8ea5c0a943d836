//! What several places share: anchors with their aliases, and merge keys. An edit that goes through an alias or a merge
//! key is turned into edits of a copy of one's own, and an anchor that is taken away moves to the first that uses it.

use crate::syntax::yaml::edit_op::{EditError, Habits, Op};
use crate::syntax::yaml::edit_plan::lower;
use crate::syntax::yaml::edit_tree::{Data, Tree};
use crate::syntax::yaml::node::{Document, NodeId, NodeKind};

/// Merge keys inside merged maps are followed this far.
const MERGES: usize = 20;

/// The steps that do what `op` does without touching what others share; `None` where `op` may be done as it is.
pub fn localize(document: &Document, op: &Op, habits: Habits) -> Result<Option<Vec<Op>>, EditError> {
    let shared = document.nodes().iter().any(|it| it.anchor.is_some());
    let Some(root) = document.root().filter(|_| shared) else { return Ok(None) };
    let path = op.path();
    let mut id = root;
    for (at, step) in path.iter().enumerate() {
        if let NodeKind::Alias { name, target } = &document.node(id).kind {
            return through_alias(document, op, at, (name, *target), habits).map(Some);
        }
        match (child(document, id, step), merged(document, id, step, MERGES)) {
            (Some(next), _) => id = next,
            (None, Some(source)) => return through_merge(document, op, at, (id, source), habits),
            (None, None) => return Ok(None),
        }
    }
    if let (NodeKind::Alias { name, target }, Op::Push { .. }) = (&document.node(id).kind, op) {
        return through_alias(document, op, path.len(), (name, *target), habits).map(Some);
    }
    Ok(relocate(document, op, id))
}

/// Names of the places that change with `op`, because they use an anchor that its path goes through: `services.worker`.
pub fn sharers(document: &Document, op: &Op) -> Vec<String> {
    let mut result: Vec<String> = Vec::new();
    if matches!(op, Op::Remove { .. } | Op::Rename { .. }) && op.path().len() < 3 {
        return result;
    }
    let mut on_path: Vec<NodeId> = document.root().into_iter().collect();
    for step in op.path() {
        let next = on_path.last().and_then(|it| child(document, *it, step));
        on_path.extend(next);
    }
    for id in on_path.into_iter().filter(|it| document.node(*it).anchor.is_some()) {
        for alias in outside(document, id, id) {
            let mut path = path_of(document, alias).unwrap_or_default();
            path.truncate(2);
            let name = path.join(".");
            if !result.contains(&name) {
                result.push(name);
            }
        }
    }
    result
}

/// The value of `key` that a map gets through its merge keys.
pub fn merged(document: &Document, id: NodeId, key: &str, depth: usize) -> Option<NodeId> {
    let depth = depth.checked_sub(1)?;
    sources(document, id)
        .into_iter()
        .find_map(|it| child(document, it, key).or_else(|| merged(document, it, key, depth)))
}

/// The maps that a map merges, the strongest first.
pub fn sources(document: &Document, id: NodeId) -> Vec<NodeId> {
    let through = |id: NodeId| match document.node(id).kind {
        NodeKind::Alias { target, .. } => target,
        _ => id,
    };
    let Some(merge) = document.pair(id, "<<") else { return Vec::new() };
    let value = through(merge.value);
    match &document.node(value).kind {
        NodeKind::Mapping { .. } => vec![value],
        NodeKind::Sequence { items, .. } => items.iter().map(|it| through(*it)).collect(),
        _ => Vec::new(),
    }
}

/// The entry or item `step` of a collection, not through an alias or a merge key.
pub fn child(document: &Document, id: NodeId, step: &str) -> Option<NodeId> {
    match &document.node(id).kind {
        NodeKind::Mapping { .. } => document.pair(id, step).map(|it| it.value),
        NodeKind::Sequence { items, .. } => items.get(step.parse::<usize>().ok()?).copied(),
        _ => None,
    }
}

/// The anchor of a node, where its name is given only once in the document.
fn only_anchor(document: &Document, id: NodeId) -> Option<&str> {
    let name = document.node(id).anchor.as_ref()?.value.as_str();
    let all = document.nodes().iter().filter_map(|it| it.anchor.as_ref());
    (all.filter(|it| it.value == name).count() == 1).then_some(name)
}

/// A copy of a node to be one's own.
fn copy(document: &Document, id: NodeId) -> Result<Tree, EditError> {
    Ok(Tree::of(document, id).ok_or(EditError::TooDeep)?.without_anchors())
}

/// `op`, whose path meets an alias before its step `at`, on a copy of what the alias stands for. A map is merged and
/// only the changed entry is written out.
fn through_alias(
    document: &Document,
    op: &Op,
    at: usize,
    (name, target): (&str, NodeId),
    habits: Habits,
) -> Result<Vec<Op>, EditError> {
    let (here, rest) = op.path().split_at(at);
    let whole = changed(copy(document, target)?, op, rest, habits)?;
    let entry = rest.first().and_then(|key| Some((key, whole.child(key)?.clone())));
    let takes_away = rest.len() == 1 && matches!(op, Op::Remove { .. } | Op::Rename { .. });
    let value = match entry {
        Some((key, value)) if matches!(whole.data, Data::Map(_)) && !takes_away => {
            Tree::map([("<<", Data::Alias(name.to_owned()).into()), (key, value)])
        }
        _ => whole,
    };
    Ok(vec![Op::set(here, value)])
}

/// `op`, whose step `at` the map `id` has by a merge only.
fn through_merge(
    document: &Document,
    op: &Op,
    at: usize,
    (id, source): (NodeId, NodeId),
    habits: Habits,
) -> Result<Option<Vec<Op>>, EditError> {
    let (here, rest) = op.path().split_at(at);
    let (Some(key), below) = (rest.first(), rest.get(1..).unwrap_or_default()) else { return Ok(None) };
    let own = [here, std::slice::from_ref(key)].concat();
    match op {
        Op::Set { .. } if below.is_empty() => Ok(None),
        Op::Remove { .. } | Op::Rename { .. } if below.is_empty() => expand(document, op, here, id).map(Some),
        _ => {
            let resolved = match document.node(source).kind {
                NodeKind::Alias { target, .. } => target,
                _ => source,
            };
            if let Some(name) = only_anchor(document, resolved) {
                let op = op.clone().with_path(own.into_iter().chain(below.iter().cloned()).collect());
                return through_alias(document, &op, at + 1, (name, resolved), habits).map(Some);
            }
            Ok(Some(vec![Op::set(&own, changed(copy(document, resolved)?, op, below, habits)?)]))
        }
    }
}

/// Writes out what the map `id` merges, so that an entry of it can go.
fn expand(document: &Document, op: &Op, here: &[String], id: NodeId) -> Result<Vec<Op>, EditError> {
    let step = |key: &str| [here, &[key.to_owned()]].concat();
    let mut own: Vec<String> =
        document.pairs(id).iter().filter_map(|it| document.scalar(it.key)).map(str::to_owned).collect();
    let mut result = Vec::new();
    let mut queue = sources(document, id);
    for _ in 0..MERGES {
        let Some(source) = (!queue.is_empty()).then(|| queue.remove(0)) else { break };
        for pair in document.pairs(source) {
            let Some(key) = document.scalar(pair.key).filter(|it| *it != "<<") else { continue };
            if !own.iter().any(|it| it == key) {
                own.push(key.to_owned());
                result.push(Op::set(&step(key), copy(document, pair.value)?));
            }
        }
        let deeper = sources(document, source);
        queue.splice(0..0, deeper);
    }
    result.push(Op::Remove { path: step("<<") });
    result.push(op.clone());
    Ok(result)
}

/// `tree` after `op` with `path` as its path.
fn changed(tree: Tree, op: &Op, path: &[String], habits: Habits) -> Result<Tree, EditError> {
    let op = op.clone().with_path(path.to_vec());
    let mut tree = Some(tree);
    let splice = lower(&op, tree.as_ref(), habits)?;
    splice.intend(&mut tree).ok_or_else(|| EditError::Missing(op.path().to_vec()))?;
    tree.ok_or(EditError::TooDeep)
}

/// Where `op` takes an anchor away that others use: first the anchor moves to the first of them.
fn relocate(document: &Document, op: &Op, id: NodeId) -> Option<Vec<Op>> {
    let removes = match op {
        Op::Remove { .. } => true,
        Op::Set { .. } => false,
        _ => return None,
    };
    let inside = subtree(document, id);
    let anchored = |it: &&NodeId| document.node(**it).anchor.is_some() && (removes || **it != id);
    inside.iter().filter(anchored).find_map(|anchor| {
        let alias = outside(document, *anchor, id).into_iter().next()?;
        let path = path_of(document, alias)?;
        Some(vec![Op::set(&path, Tree::of(document, *anchor)?), op.clone()])
    })
}

/// The aliases of the node `anchor` that stand outside the node `region`, in the order of the text.
fn outside(document: &Document, anchor: NodeId, region: NodeId) -> Vec<NodeId> {
    let span = document.node(region).outer_span();
    let all = (0u32..).zip(document.nodes()).filter(|(_, it)| {
        matches!(it.kind, NodeKind::Alias { target, .. } if target == anchor) && !span.encloses(it.span)
    });
    let mut all: Vec<(u32, usize)> = all.map(|(id, it)| (id, it.span.start)).collect();
    all.sort_by_key(|it| it.1);
    all.into_iter().map(|it| NodeId(it.0)).collect()
}

/// A node with all below it.
fn subtree(document: &Document, id: NodeId) -> Vec<NodeId> {
    let mut result = vec![id];
    let mut at = 0;
    while let Some(id) = result.get(at).copied() {
        result.extend(document.items(id));
        result.extend(document.pairs(id).iter().map(|it| it.value));
        at += 1;
    }
    result
}

/// The path of a node; `None` for one inside a key.
pub fn path_of(document: &Document, wanted: NodeId) -> Option<Vec<String>> {
    let place = document.node(wanted).span;
    let (mut id, mut path) = (document.root()?, Vec::new());
    while id != wanted {
        let covers = |it: NodeId| it == wanted || document.node(it).outer_span().encloses(place);
        let entry = document.pairs(id).iter().find(|it| covers(it.value));
        let item = document.items(id).iter().position(|it| covers(*it));
        let step;
        (id, step) = match (entry, item) {
            (Some(pair), _) => (pair.value, document.scalar(pair.key)?.to_owned()),
            (None, Some(index)) => (*document.items(id).get(index)?, index.to_string()),
            (None, None) => return None,
        };
        path.push(step);
    }
    Some(path)
}
