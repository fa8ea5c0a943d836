//! `Action`: everything a person can do; `Effect`: what the shell must then do. Together they are the whole border
//! between the application and the screen.

use crate::command::commands::Command;
use crate::scene::align::Align;
use crate::scene::graph::{Edge, EdgeKind, NodeId, Point};
use crate::scene::navigate::Direction;
use crate::text::edit::TextEdit;
use crate::text::path::FilePath;
use crate::text::words::{Lang, Text};

/// Keys held during a pointer or key event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Modifiers {
    /// Ctrl, or ⌘ on Apple keyboards.
    pub ctrl: bool,
    /// Shift.
    pub shift: bool,
    /// Alt or Option.
    pub alt: bool,
}

/// Which kind of pointer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PointerKind {
    /// A mouse.
    #[default]
    Mouse,
    /// A finger.
    Touch,
    /// A pen.
    Pen,
}

/// What a pointer is over; the view knows it from the element, never from geometry.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// The empty canvas.
    Canvas,
    /// A card.
    Node(NodeId),
    /// The handle of a card.
    Handle(NodeId, EdgeKind),
    /// An edge, by its id.
    Edge(String),
}

/// A pointer event on the canvas; `at` in px from the canvas's left top corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Pointer {
    /// Where.
    pub at: Point,
    /// Over what.
    pub target: Target,
    /// 0 main, 1 middle, 2 secondary.
    pub button: u8,
    /// Keys held.
    pub modifiers: Modifiers,
    /// Mouse, finger, pen.
    pub kind: PointerKind,
    /// Which finger.
    pub id: i32,
    /// Milliseconds since any fixed moment.
    pub time: f64,
}

/// Panels that can be shown and hidden, and that a narrow screen shows one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Panel {
    /// Palette of images.
    Palette,
    /// Inspector of the selection.
    Inspector,
    /// Code pane.
    Code,
    /// Problems.
    Problems,
    /// Outline tree.
    Outline,
}

impl Panel {
    /// Every panel.
    pub const ALL: [Self; 5] = [Self::Palette, Self::Inspector, Self::Code, Self::Problems, Self::Outline];

    /// The word for it in the session.
    pub fn id(self) -> &'static str {
        match self {
            Self::Palette => "palette",
            Self::Inspector => "inspector",
            Self::Code => "code",
            Self::Problems => "problems",
            Self::Outline => "outline",
        }
    }

    /// The panel of that word.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.id() == id)
    }
}

/// Colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// What the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The word for it in the session and in `data-theme`.
    pub fn id(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that word.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::System, Self::Light, Self::Dark].into_iter().find(|it| it.id() == id)
    }
}

/// Everything a person can do.
#[allow(missing_docs, reason = "the sentence of a variant names its fields")]
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Start with an empty project.
    NewProject,
    /// Open these files as the project, in the place of the one that is open (which undo brings back).
    Open(Vec<(FilePath, Vec<u8>)>),
    /// Open a blueprint; `entropy` are random bytes for its secrets.
    OpenBlueprint { id: String, entropy: Vec<u8> },
    /// Put a catalogue image, or any image reference, on the canvas (`any` and `build` are entries too); `at` is the middle of
    /// the card's head, `None` for a free place in the view; `from` is connected with it.
    AddImage { image: String, at: Option<Point>, from: Option<NodeId>, entropy: Vec<u8> },
    /// A stack command.
    Run(Command),
    /// Several commands as one step.
    RunAll(Vec<Command>),
    /// Typing in the code pane; neighbouring edits of one file join to one step.
    Type { file: FilePath, edit: TextEdit },
    /// A new file, or a new content of one.
    WriteFile { path: FilePath, text: String },
    /// Remove a file.
    RemoveFile(FilePath),
    /// Take fix `fix` of diagnostic `diagnostic` of the snapshot.
    ApplyFix { diagnostic: usize, fix: usize },
    /// Undo a step.
    Undo,
    /// Redo a step.
    Redo,
    /// A pointer goes down on the canvas.
    PointerDown(Pointer),
    /// A pointer moves.
    PointerMove(Pointer),
    /// A pointer goes up.
    PointerUp(Pointer),
    /// The gesture is broken off by the system.
    PointerCancel,
    /// The wheel turns or two fingers slide: by `delta` px at `at`; `ctrl` or pinch zooms, else pans.
    Wheel { at: Point, delta: Point, modifiers: Modifiers },
    /// A key goes down while the canvas has the focus; `code` is the physical key, `key` what it types.
    Key { key: String, code: String, modifiers: Modifiers },
    /// A key goes up; the canvas watches Space and Alt.
    KeyUp { key: String, code: String, modifiers: Modifiers },
    /// A frame passes at `time` (the clock of `Pointer`) while `Editor::wants_ticks`: auto-pan at the edges, long press.
    Tick { time: f64 },
    /// What is being typed in a field is done: the next edit is a step of its own.
    Settle,
    /// The canvas has this size in px.
    Resize { width: f64, height: f64 },
    /// Select exactly these.
    Select(Vec<NodeId>),
    /// Select an edge by its id.
    SelectEdge(String),
    /// Select everything.
    SelectAll,
    /// Select nothing, or break off what is going on.
    Escape,
    /// Select the nearest card in a direction.
    Go(Direction),
    /// Select the nearest card in a direction that an edge joins with the selected one.
    Walk(Direction),
    /// Select the next card in reading order, `false` the one before.
    Next(bool),
    /// Move the selection by canvas units.
    Nudge { x: f64, y: f64 },
    /// Delete what is selected.
    DeleteSelection,
    /// Duplicate the selected services.
    DuplicateSelection,
    /// Connect the selected card to this one; asks through `Effect::AskMount` where a path is needed.
    ConnectTo(NodeId),
    /// Start connecting from the selected card: the view shows a list of targets.
    StartConnect,
    /// Begin to rename the selected card in place.
    StartRename,
    /// Open the quick-add list in the middle of the view.
    QuickAdd,
    /// Open the menu of what is selected, by keyboard.
    OpenMenu,
    /// Show the sheet of shortcuts.
    ShowShortcuts,
    /// Answer of `Effect::AskMount`.
    MountAt { volume: String, service: String, target: String, read_only: bool },
    /// Lay everything out anew, or the selected cards where there are several; locked ones stay.
    AutoLayout,
    /// Bring the selected cards into one line.
    Align(Align),
    /// Make the gaps between the selected cards equal.
    Distribute { vertical: bool },
    /// Lock the selected cards in their places, or unlock them.
    ToggleLock,
    /// Zoom by a factor around the centre.
    Zoom(f64),
    /// Zoom to exactly this.
    ZoomTo(f64),
    /// Show everything.
    FitAll,
    /// Show the selection.
    FitSelection,
    /// Show or hide a panel.
    TogglePanel(Panel),
    /// Show this file in the code pane.
    ShowFile(FilePath),
    /// The caret of the code pane stands here: selects what is written there.
    Caret { file: FilePath, offset: usize },
    /// Go to the place of diagnostic `0` of the snapshot.
    GoToDiagnostic(usize),
    /// Change the language.
    SetLang(Lang),
    /// Change the colours.
    SetTheme(Theme),
    /// Export everything as an archive.
    ExportZip,
    /// Save one file.
    SaveFile(FilePath),
    /// Copy one file.
    CopyFile(FilePath),
}

/// What the shell must do after an action.
#[allow(missing_docs, reason = "the sentence of a variant names its fields")]
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Hand this file to the person.
    Download { name: String, bytes: Vec<u8>, mime: &'static str },
    /// Put this text on the clipboard.
    Copy(String),
    /// Say this sentence in the live region.
    Announce(Text),
    /// Show a short message with an undo button if `undo`.
    Toast { text: Text, undo: bool },
    /// Ask for the path at which `service` mounts `volume`; `proposed` is the image's data path.
    AskMount { volume: String, service: String, proposed: String },
    /// Show the searchable list of targets for a connection from this node.
    AskTarget(NodeId),
    /// Open the quick-add list for a place on the canvas; a service placed there is connected from `from`.
    AskAdd { at: Point, from: Option<NodeId> },
    /// Open the menu for this target at a screen position.
    OpenMenu { target: Target, at: Point },
    /// Begin to rename this node in place.
    Rename(NodeId),
    /// Show the sheet of shortcuts.
    ShowShortcuts,
    /// Put the caret of the code pane here.
    Reveal { file: FilePath, start: usize, end: usize },
    /// Move the focus to a panel.
    Focus(Panel),
    /// Store the session: the texts or the settings changed.
    Save,
}

/// The end of a connection gesture that has nothing below it yet, for the preview line.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// The card that it starts from.
    pub from: NodeId,
    /// The pointer, on the canvas.
    pub to: Point,
    /// What would be made if it ended here.
    pub edge: Option<Edge>,
    /// Why nothing would be made.
    pub refusal: Option<Text>,
}
