//! `Tree`: what an edit is meant to give. Splices are computed on the text and this tree is changed beside them; a
//! splice counts only when the new text reads as the changed tree, so that no trick of YAML can bend an edit.

use crate::syntax::yaml::edit_scalar::{is_null, is_string};
use crate::syntax::yaml::node::{Document, NodeId, NodeKind, ScalarStyle};

/// Deeper nesting than this is not edited: nobody writes it, and recursion has to end somewhere.
const DEPTH: usize = 100;

/// What a node says, without how it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Data {
    /// Nothing.
    Null,
    /// A plain scalar that is no text: a number, a truth value, a time; as it is written.
    Typed(String),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// A map in the order of the file.
    Map(Vec<(Tree, Tree)>),
    /// `*name`.
    Alias(String),
}

/// A node with its anchor and tag. Aliases stay aliases: an edit that is not about them must not touch them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree {
    /// `&name`, without the `&`.
    pub anchor: Option<String>,
    /// The tag in its long form.
    pub tag: Option<String>,
    /// What it says.
    pub data: Data,
}

impl From<Data> for Tree {
    fn from(data: Data) -> Self {
        Self { anchor: None, tag: None, data }
    }
}

impl Tree {
    /// The text `words`.
    pub fn text(words: impl Into<String>) -> Self {
        Data::Text(words.into()).into()
    }

    /// What the plain scalar `words` says.
    pub fn plain(words: &str) -> Self {
        let data = match words {
            _ if is_null(words) => Data::Null,
            _ if is_string(words) => Data::Text(words.to_owned()),
            _ => Data::Typed(words.to_owned()),
        };
        data.into()
    }

    /// A map of texts as keys.
    pub fn map<K: Into<String>>(pairs: impl IntoIterator<Item = (K, Tree)>) -> Self {
        Data::Map(pairs.into_iter().map(|(key, value)| (Self::key(&key.into()), value)).collect()).into()
    }

    /// A list.
    pub fn list(items: impl IntoIterator<Item = Tree>) -> Self {
        Data::List(items.into_iter().collect()).into()
    }

    /// `words` as a key: what a plain key of these words says, because keys are compared by their words.
    pub fn key(words: &str) -> Self {
        if words.is_empty() { Self::text("") } else { Self::plain(words) }
    }

    /// What the node `id` says; `None` where it is nested too deeply.
    pub fn of(document: &Document, id: NodeId) -> Option<Self> {
        read(document, id, DEPTH)
    }

    /// The words of a scalar, empty for null; `None` for a collection or an alias.
    pub fn words(&self) -> Option<&str> {
        match &self.data {
            Data::Null => Some(""),
            Data::Typed(words) | Data::Text(words) => Some(words),
            _ => None,
        }
    }

    /// Number of entries or items.
    pub fn len(&self) -> usize {
        match &self.data {
            Data::List(items) => items.len(),
            Data::Map(pairs) => pairs.len(),
            _ => 0,
        }
    }

    /// Whether it is nothing or a collection of nothing, which an insertion may turn into any collection.
    pub fn is_empty(&self) -> bool {
        match &self.data {
            Data::Null => true,
            Data::List(_) | Data::Map(_) => self.len() == 0,
            _ => false,
        }
    }

    /// The words of the keys of a map; keys that are no scalars as empty words.
    pub fn keys(&self) -> Vec<&str> {
        match &self.data {
            Data::Map(pairs) => pairs.iter().map(|(key, _)| key.words().unwrap_or_default()).collect(),
            _ => Vec::new(),
        }
    }

    /// The place of `step` among the entries or items: a key of a map, a number in a list.
    pub fn index_of(&self, step: &str) -> Option<usize> {
        match &self.data {
            Data::Map(pairs) => pairs.iter().position(|(key, _)| key.words() == Some(step)),
            Data::List(items) => step.parse().ok().filter(|it| *it < items.len()),
            _ => None,
        }
    }

    /// The value of the entry or item `step` (not through an alias).
    pub fn child(&self, step: &str) -> Option<&Tree> {
        let index = self.index_of(step)?;
        match &self.data {
            Data::Map(pairs) => pairs.get(index).map(|it| &it.1),
            Data::List(items) => items.get(index),
            _ => None,
        }
    }

    /// The value at a path of keys and numbers.
    pub fn at<S: AsRef<str>>(&self, path: &[S]) -> Option<&Tree> {
        path.iter().try_fold(self, |tree, step| tree.child(step.as_ref()))
    }

    /// The value at `path`, to change it.
    pub fn at_mut(&mut self, path: &[String]) -> Option<&mut Tree> {
        path.iter().try_fold(self, |tree, step| {
            let index = tree.index_of(step)?;
            match &mut tree.data {
                Data::Map(pairs) => pairs.get_mut(index).map(|it| &mut it.1),
                Data::List(items) => items.get_mut(index),
                _ => None,
            }
        })
    }

    /// The same without anchors: a copy must not define them again.
    #[must_use]
    pub fn without_anchors(&self) -> Self {
        let data = match &self.data {
            Data::List(items) => Data::List(items.iter().map(Self::without_anchors).collect()),
            Data::Map(pairs) => {
                Data::Map(pairs.iter().map(|(key, it)| (key.without_anchors(), it.without_anchors())).collect())
            }
            scalar => scalar.clone(),
        };
        Self { anchor: None, tag: self.tag.clone(), data }
    }

    /// Puts `value` at `index`, under `key` in a map; `false` where that does not fit.
    pub fn insert(&mut self, index: usize, key: Option<&str>, value: Tree) -> bool {
        match (&mut self.data, key) {
            (Data::Map(pairs), Some(key)) if index <= pairs.len() => pairs.insert(index, (Self::key(key), value)),
            (Data::List(items), None) if index <= items.len() => items.insert(index, value),
            _ => return false,
        }
        true
    }

    /// Takes the entry or item `step` out; `false` where there is none.
    pub fn remove(&mut self, step: &str) -> bool {
        let Some(index) = self.index_of(step) else { return false };
        match &mut self.data {
            Data::Map(pairs) => drop(pairs.remove(index)),
            Data::List(items) => drop(items.remove(index)),
            _ => return false,
        }
        true
    }

    /// Calls the entry `step` of a map `name`; `false` where there is none.
    pub fn rename(&mut self, step: &str, name: &str) -> bool {
        let Some(index) = self.index_of(step) else { return false };
        match &mut self.data {
            Data::Map(pairs) => pairs.get_mut(index).is_some_and(|it| {
                it.0.data = Self::key(name).data;
                true
            }),
            _ => false,
        }
    }
}

fn read(document: &Document, id: NodeId, depth: usize) -> Option<Tree> {
    let depth = depth.checked_sub(1)?;
    let node = document.node(id);
    let data = match &node.kind {
        NodeKind::Scalar { style: ScalarStyle::Plain, value } => Tree::plain(value).data,
        NodeKind::Scalar { value, .. } => Data::Text(value.clone()),
        NodeKind::Sequence { items, .. } => {
            Data::List(items.iter().map(|it| read(document, *it, depth)).collect::<Option<_>>()?)
        }
        NodeKind::Mapping { pairs, .. } => {
            let pairs = pairs.iter().map(|it| Some((read(document, it.key, depth)?, read(document, it.value, depth)?)));
            Data::Map(pairs.collect::<Option<_>>()?)
        }
        NodeKind::Alias { name, .. } => Data::Alias(name.clone()),
    };
    let (anchor, tag) = (node.anchor.as_ref(), node.tag.as_ref());
    Some(Tree { anchor: anchor.map(|it| it.value.clone()), tag: tag.map(|it| it.value.clone()), data })
}
