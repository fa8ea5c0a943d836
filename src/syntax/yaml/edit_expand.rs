//! A document as its readers see it: aliases and merge keys written out. Commands look at this; what they change is
//! named by path and found in the text as it is written.

use crate::syntax::yaml::edit_share::{child, merged, path_of, sources};
use crate::syntax::yaml::edit_tree::{Data, Tree};
use crate::syntax::yaml::node::{Document, NodeId, NodeKind};
use std::collections::HashSet;

/// Merge keys inside merged maps are followed this far.
const MERGES: usize = 20;
/// Nesting that is followed; deeper is null.
const DEPTH: usize = 100;
/// Nodes that aliases may grow a document to; a file of this size is an attack, not a stack.
const BUDGET: usize = 200_000;

/// What `document` says with everything shared written out; `None` for a document without a value.
pub fn expanded(document: &Document) -> Option<Tree> {
    let mut budget = BUDGET;
    Some(expand(document, document.root()?, DEPTH, &mut budget))
}

/// The path at which the value that a reader finds at `path` is really written.
pub fn written_at<S: AsRef<str>>(document: &Document, path: &[S]) -> Option<Vec<String>> {
    let through = |id: NodeId| match document.node(id).kind {
        NodeKind::Alias { target, .. } => target,
        _ => id,
    };
    let found = path.iter().try_fold(through(document.root()?), |id, step| {
        let step = step.as_ref();
        child(document, id, step).or_else(|| merged(document, id, step, MERGES)).map(through)
    });
    path_of(document, found?)
}

fn expand(document: &Document, id: NodeId, depth: usize, budget: &mut usize) -> Tree {
    let id = match document.node(id).kind {
        NodeKind::Alias { target, .. } => target,
        _ => id,
    };
    let (Some(depth), Some(rest)) = (depth.checked_sub(1), budget.checked_sub(1)) else { return Data::Null.into() };
    *budget = rest;
    let node = document.node(id);
    let data = match &node.kind {
        NodeKind::Sequence { items, .. } => {
            Data::List(items.iter().map(|it| expand(document, *it, depth, budget)).collect())
        }
        NodeKind::Mapping { .. } => {
            let pairs = entries(document, id, MERGES).into_iter();
            Data::Map(
                pairs
                    .map(|(key, it)| (expand(document, key, 1, budget), expand(document, it, depth, budget)))
                    .collect(),
            )
        }
        _ => return Tree { anchor: None, ..Tree::of(document, id).unwrap_or(Data::Null.into()) },
    };
    Tree { anchor: None, tag: node.tag.as_ref().map(|it| it.value.clone()), data }
}

/// The entries of a map with those it merges behind its own.
fn entries(document: &Document, id: NodeId, depth: usize) -> Vec<(NodeId, NodeId)> {
    let all: Vec<(NodeId, NodeId)> = document.pairs(id).iter().map(|it| (it.key, it.value)).collect();
    let merges = sources(document, id);
    if merges.is_empty() || depth == 0 {
        return all;
    }
    let name = |key: NodeId| document.scalar(key).unwrap_or_default();
    let mut result: Vec<_> = all.into_iter().filter(|it| name(it.0) != "<<").collect();
    let mut seen: HashSet<&str> = result.iter().map(|it| name(it.0)).collect();
    for source in merges {
        let more = entries(document, source, depth - 1).into_iter();
        result.extend(more.filter(|it| seen.insert(name(it.0))));
    }
    result
}
