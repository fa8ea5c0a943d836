//! `Op`: what is to change in a YAML text, by path, and why it may not.

use crate::syntax::yaml::edit_fragment::Fragment;
use crate::syntax::yaml::node::SyntaxError;

/// One thing to change. A path is the keys from the top; a number counts the items of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    /// Gives `path` a value; what is missing on the way is made.
    Set {
        /// Where.
        path: Vec<String>,
        /// What.
        value: Fragment,
    },
    /// Puts an item at the end of the list at `path`; the list is made where it is missing.
    Push {
        /// The list.
        path: Vec<String>,
        /// What.
        value: Fragment,
    },
    /// Takes an entry or item out; the last one leaves an empty collection.
    Remove {
        /// Which.
        path: Vec<String>,
    },
    /// Calls an entry otherwise.
    Rename {
        /// Which.
        path: Vec<String>,
        /// Its new key.
        key: String,
    },
}

impl Op {
    /// `Op::Set` with copies.
    pub fn set<S: AsRef<str>>(path: &[S], value: impl Into<Fragment>) -> Self {
        Self::Set { path: owned(path), value: value.into() }
    }

    /// `Op::Push` with copies.
    pub fn push<S: AsRef<str>>(path: &[S], value: impl Into<Fragment>) -> Self {
        Self::Push { path: owned(path), value: value.into() }
    }

    /// `Op::Remove` with copies.
    pub fn remove<S: AsRef<str>>(path: &[S]) -> Self {
        Self::Remove { path: owned(path) }
    }

    /// `Op::Rename` with copies.
    pub fn rename<S: AsRef<str>>(path: &[S], key: &str) -> Self {
        Self::Rename { path: owned(path), key: key.to_owned() }
    }

    /// Where.
    pub fn path(&self) -> &[String] {
        match self {
            Self::Set { path, .. } | Self::Push { path, .. } | Self::Remove { path } | Self::Rename { path, .. } => {
                path
            }
        }
    }

    /// The same elsewhere.
    #[must_use]
    pub fn with_path(mut self, new: Vec<String>) -> Self {
        match &mut self {
            Self::Set { path, .. } | Self::Push { path, .. } | Self::Remove { path } | Self::Rename { path, .. } => {
                *path = new;
            }
        }
        self
    }
}

fn owned<S: AsRef<str>>(path: &[S]) -> Vec<String> {
    path.iter().map(|it| it.as_ref().to_owned()).collect()
}

/// What is usual in files of a kind, by path: this floor does not know Compose.
#[derive(Clone, Copy)]
pub struct Habits {
    /// The usual order of the keys of the map at a path; a key that it does not know goes to the end.
    pub order: fn(&[String]) -> &'static [&'static str],
    /// Whether blank lines usually stand between the entries of the map at a path.
    pub airy: fn(&[String]) -> bool,
}

/// Why an edit was not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// The text cannot be read.
    Syntax(SyntaxError),
    /// There is nothing at this path.
    Missing(Vec<String>),
    /// The value at this path is neither a map nor a list and not empty.
    NoCollection(Vec<String>),
    /// This key is there already.
    Exists(String),
    /// No splice at this path gives what was meant.
    Stubborn(Vec<String>),
    /// The text is nested too deeply.
    TooDeep,
}
