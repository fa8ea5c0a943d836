//! `Value`: the tree that the phases of loading pass on. Each value knows where it comes from, so that every later phase
//! can point at the culprit's bytes.

use crate::text::span::Span;
use indexmap::IndexMap;
use std::sync::Arc;

/// Index of a file in the load's list of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

impl FileId {
    /// What no file says: defaults, the environment, the command line.
    pub const NONE: FileId = FileId(u32::MAX);
}

/// Where a value was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The file; `FileId::NONE` for what no file says.
    pub file: FileId,
    /// The bytes of the value there.
    pub span: Span,
    /// Earlier values that this one took the place of, the latest first; `None` for most.
    pub replaced: Option<Arc<Origin>>,
}

impl Origin {
    /// Said at `span` of `file`.
    pub fn new(file: FileId, span: Span) -> Self {
        Self { file, span, replaced: None }
    }

    /// Said by no file.
    pub fn none() -> Self {
        Self::new(FileId::NONE, Span::default())
    }

    /// This origin, after `earlier` was replaced by it.
    #[must_use]
    pub fn over(mut self, earlier: &Origin) -> Self {
        self.replaced = Some(Arc::new(earlier.clone()));
        self
    }
}

/// A key of a map with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Where the key stands.
    pub key: Origin,
    /// The value.
    pub value: Value,
}

/// A map in the order of the file.
pub type Map = IndexMap<Arc<str>, Member>;

/// What is said.
#[derive(Clone, Debug, PartialEq)]
pub enum Data {
    /// Nothing.
    Null,
    /// `true`, `false`.
    Bool(bool),
    /// A whole number of 64 bits.
    Int(i64),
    /// A whole number above `i64::MAX`.
    Uint(u64),
    /// Any other number.
    Float(f64),
    /// Text.
    Str(Arc<str>),
    /// A time that go-yaml resolves, as RFC 3339.
    Time(Arc<str>),
    /// A list.
    List(Vec<Value>),
    /// A map.
    Map(Map),
}

/// Something said, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// What.
    pub data: Data,
    /// Where.
    pub origin: Origin,
}

impl Value {
    /// `data` said at `origin`.
    pub fn new(data: Data, origin: Origin) -> Self {
        Self { data, origin }
    }

    /// Text said at `origin`.
    pub fn text(text: &str, origin: Origin) -> Self {
        Self::new(Data::Str(Arc::from(text)), origin)
    }

    /// The text, where it is one.
    pub fn as_str(&self) -> Option<&str> {
        match &self.data {
            Data::Str(text) => Some(text),
            _ => None,
        }
    }

    /// The map, where it is one.
    pub fn as_map(&self) -> Option<&Map> {
        match &self.data {
            Data::Map(map) => Some(map),
            _ => None,
        }
    }

    /// The map, where it is one, to change it.
    pub fn as_map_mut(&mut self) -> Option<&mut Map> {
        match &mut self.data {
            Data::Map(map) => Some(map),
            _ => None,
        }
    }

    /// The list, where it is one.
    pub fn as_list(&self) -> Option<&[Value]> {
        match &self.data {
            Data::List(items) => Some(items),
            _ => None,
        }
    }

    /// The value of `key`, where this is a map that has it.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.as_map()?.get(key).map(|it| &it.value)
    }

    /// The value at a path of keys.
    pub fn at(&self, path: &[&str]) -> Option<&Value> {
        path.iter().try_fold(self, |value, key| value.get(key))
    }
}
