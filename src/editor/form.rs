//! `Form`: what the inspector shows of the selection, as data: sections of controls with their values, where each value was
//! said and which problems it has. The view draws it and knows nothing of Compose.

use crate::scene::graph::NodeId;
use crate::text::path::FilePath;
use crate::text::span::Span;
use crate::text::words::{Pair, Text};

/// A place in a file that a person can go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub file: FilePath,
    /// Its bytes there.
    pub span: Span,
    /// Its line, from 1.
    pub line: usize,
    /// The file of the value that this one took the place of, with its line.
    pub over: Option<(FilePath, usize)>,
}

/// One line of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The left part of a pair; the whole of a single.
    pub key: String,
    /// The right part of a pair.
    pub value: String,
    /// What the command that removes it calls it; the key where it has no other name.
    pub name: String,
    /// Its index in the list of the file that says it; `None` where that is no plain list item.
    pub at: Option<usize>,
}

impl Row {
    /// A row that a person typed.
    pub fn typed(key: &str, value: &str) -> Self {
        Self { key: key.to_owned(), value: value.to_owned(), ..Self::default() }
    }
}

/// A value that can be chosen, and how it reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is written.
    pub value: String,
    /// What a person reads.
    pub label: Text,
}

/// What a person handles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Control {
    /// One line of text; `ideas` are offered while typing.
    Text {
        /// The value as written.
        value: String,
        /// What a value looks like.
        example: &'static str,
        /// Values that would fit.
        ideas: Vec<String>,
    },
    /// One of a few.
    Choice {
        /// The value as written.
        value: String,
        /// The few.
        options: Vec<Choice>,
    },
    /// Yes or no.
    Toggle(bool),
    /// Lines.
    List {
        /// The lines.
        rows: Vec<Row>,
        /// What a line looks like.
        example: &'static str,
        /// Values that would fit.
        ideas: Vec<String>,
    },
    /// Lines of two parts, the right one perhaps one of a few.
    Pairs {
        /// The lines.
        rows: Vec<Row>,
        /// What a line looks like, left and right.
        example: (&'static str, &'static str),
        /// Left parts that would fit.
        ideas: Vec<String>,
        /// The few; empty where the right part is free.
        options: Vec<Choice>,
    },
}

/// What a change of a control means for the stack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// Rename the node.
    Rename(NodeId),
    /// The text at a path.
    Text(Vec<String>),
    /// The number or truth at a path, written without quotes.
    Plain(Vec<String>),
    /// Words at a path: a list in brackets or one text.
    Words(Vec<String>),
    /// The list of texts at a path.
    Items(Vec<String>),
    /// The map of texts at a path.
    Map(Vec<String>),
    /// `build.context` of a service, in whichever syntax.
    Context(String),
    /// `ports` of a service.
    Ports(String),
    /// `volumes` of a service.
    Mounts(String),
    /// `networks` of a service.
    Networks(String),
    /// `depends_on` of a service.
    Dependencies(String),
    /// `environment` of a service.
    Environment(String),
    /// The condition of the dependency of the first service on the second.
    Condition(String, String),
    /// The path at which a service mounts a volume.
    MountPath {
        /// The volume.
        volume: String,
        /// The service.
        service: String,
        /// The path now.
        target: String,
        /// Whether it is read-only.
        read_only: bool,
    },
}

/// One control with what stands around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name on the page, unique in the form.
    pub id: String,
    /// What it is called.
    pub label: Pair,
    /// The attribute as the file writes it.
    pub attribute: &'static str,
    /// One line of help; empty for what needs none.
    pub help: Option<Pair>,
    /// What a person handles.
    pub control: Control,
    /// What a change means.
    pub goal: Goal,
    /// Where the value was said; `None` where no file says it.
    pub place: Option<Place>,
    /// Indexes of the snapshot's diagnostics that are about it.
    pub problems: Vec<usize>,
}

/// Fields that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its name on the page.
    pub id: &'static str,
    /// Its heading.
    pub title: Pair,
    /// How many of its values are set.
    pub set: usize,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// Everything that the inspector shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// The node that it is about; `None` for an edge.
    pub node: Option<NodeId>,
    /// The heading: the name, or `api → db`.
    pub title: String,
    /// Its sections.
    pub sections: Vec<Section>,
}

/// What a person did to a control.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The text, choice or truth is now this.
    Value(String),
    /// Row `index` is now this.
    Row {
        /// Which row.
        index: usize,
        /// What it says now.
        row: Row,
    },
    /// A row more.
    Add(Row),
    /// Row `index` goes.
    Remove(usize),
    /// The value of row `index` goes to `.env`, and a reference to it stays.
    Lift(usize),
}

impl Control {
    /// How many values are set: lines, or one for a control of one value.
    pub fn count(&self) -> usize {
        match self {
            Self::Text { value, .. } | Self::Choice { value, .. } => usize::from(!value.is_empty()),
            Self::Toggle(on) => usize::from(*on),
            Self::List { rows, .. } | Self::Pairs { rows, .. } => rows.len(),
        }
    }

    /// The lines; none for a control of one value.
    pub fn rows(&self) -> &[Row] {
        match self {
            Self::List { rows, .. } | Self::Pairs { rows, .. } => rows,
            _ => &[],
        }
    }
}
