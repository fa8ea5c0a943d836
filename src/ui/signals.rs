//! The signals of the page. Those of the document are written only by `handle`, from the difference of two snapshots.

use crate::editor::action::Theme;
use crate::editor::action::{Panel, Target};
use crate::editor::live::Live;
use crate::editor::selection::Selection;
use crate::scene::graph::{Edge, Node, NodeId, Point, Rect};
use crate::scene::viewport::Viewport;
use crate::text::diagnostic::Diagnostic;
use crate::text::path::FilePath;
use crate::text::words::{Lang, Text};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The signals of one card. They live as long as the card does.
#[derive(Clone)]
pub struct CardSignals {
    /// What it says; its `rect` is not to be read here.
    pub node: ArcRwSignal<Arc<Node>>,
    /// Where it is drawn: apart, so that a drag writes nothing else.
    pub rect: ArcRwSignal<Rect>,
    /// Whether it is selected.
    pub selected: ArcRwSignal<bool>,
    /// What a gesture makes of it.
    pub light: ArcRwSignal<Light>,
}

/// How a card looks during a gesture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Light {
    /// As always.
    #[default]
    Plain,
    /// It follows the pointer.
    Moving,
    /// A connection would end here.
    Over,
    /// A connection cannot end here.
    Refused,
}

/// The signals of one edge.
#[derive(Clone)]
pub struct EdgeSignals {
    /// What it says.
    pub edge: ArcRwSignal<Arc<Edge>>,
    /// Whether it is selected.
    pub selected: ArcRwSignal<bool>,
}

/// What the document shows.
#[derive(Clone, Copy, Default)]
pub struct View {
    /// Keys of the cards, in order.
    pub order: RwSignal<Vec<String>>,
    /// Ids of the edges, in order.
    pub edges: RwSignal<Vec<String>>,
    /// What is selected.
    pub selection: RwSignal<Selection>,
    /// Which part of the canvas is seen.
    pub viewport: RwSignal<Viewport>,
    /// What the gesture under way shows.
    pub live: RwSignal<Live>,
    /// Everything to say.
    pub diagnostics: RwSignal<Arc<Vec<Diagnostic>>>,
    /// Whether the canvas shows an older state than the texts.
    pub stale: RwSignal<bool>,
    /// The project's name.
    pub project: RwSignal<String>,
    /// The files.
    pub files: RwSignal<Vec<FilePath>>,
    /// The file in the code pane.
    pub active: RwSignal<Option<FilePath>>,
    /// Counts the states of the texts.
    pub revision: RwSignal<u64>,
    /// What undo would take back.
    pub undo: RwSignal<Option<Text>>,
    /// What redo would do again.
    pub redo: RwSignal<Option<Text>>,
    /// The panels that are shown.
    pub panels: RwSignal<BTreeSet<Panel>>,
    /// The language.
    pub lang: RwSignal<Lang>,
    /// The colors.
    pub theme: RwSignal<Theme>,
}

/// A dialog or menu that waits for an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Asking {
    /// At which path to mount a volume.
    Mount {
        /// The volume.
        volume: String,
        /// The service.
        service: String,
        /// The path that fits the image.
        proposed: String,
    },
    /// What to connect this card to.
    ConnectTo(NodeId),
    /// What to put here; it is connected from a card.
    Add(Point, Option<NodeId>),
    /// What to do with this; at a place of the screen.
    Menu(Target, Point),
    /// Which blueprint.
    Gallery,
    /// Nothing: the list of shortcuts.
    Shortcuts,
    /// Text to open.
    Paste,
    /// The path of a new file.
    NewFile,
}

/// A short message.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    /// Tells it from others.
    pub id: u64,
    /// What it says.
    pub text: Text,
    /// Whether it offers to undo.
    pub undo: bool,
}

/// What a narrow screen shows: one thing at a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// The palette and the outline.
    Palette,
    /// The canvas.
    #[default]
    Canvas,
    /// The inspector.
    Inspector,
    /// The code pane.
    Code,
    /// Problems.
    Problems,
}

impl Tab {
    /// The word in `data-tab`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Palette => "palette",
            Self::Canvas => "canvas",
            Self::Inspector => "inspector",
            Self::Code => "code",
            Self::Problems => "problems",
        }
    }
}

/// Whether the work is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kept {
    /// It is, in this browser.
    #[default]
    Saved,
    /// It will be in a moment.
    Pending,
    /// The browser refused.
    Failed,
}

/// What the page itself shows, which no file knows.
#[derive(Clone, Copy, Default)]
pub struct Shell {
    /// Messages.
    pub toasts: RwSignal<Vec<Toast>>,
    /// The sentence of the live region.
    pub said: RwSignal<Text>,
    /// The dialog or menu that is open.
    pub asking: RwSignal<Option<Asking>>,
    /// The card whose name is being typed.
    pub renaming: RwSignal<Option<NodeId>>,
    /// Where the code pane should go: file, first and last byte, whether to take the keyboard there.
    pub reveal: RwSignal<Option<(FilePath, usize, usize, bool)>>,
    /// What a narrow screen shows.
    pub tab: RwSignal<Tab>,
    /// Whether the work is kept.
    pub kept: RwSignal<Kept>,
    /// Whether the palette's place shows the outline instead.
    pub outline: RwSignal<bool>,
    /// Whether files are being dragged over the page.
    pub dropping: RwSignal<bool>,
}
