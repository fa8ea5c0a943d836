//! `Editor`: the application without a screen. `dispatch` takes everything a person can do and answers with what the shell
//! must then do; between two calls the view reads, and only reads.

use crate::editor::action::{Action, Effect, Panel, Theme};
use crate::editor::gesture::Hands;
use crate::editor::history::History;
use crate::editor::live::Live;
use crate::editor::selection::Selection;
use crate::editor::snapshot::Snapshot;
use crate::editor::workspace::Workspace;
use crate::scene::navigate::next;
use crate::scene::viewport::Viewport;
use crate::text::path::FilePath;
use crate::text::words::{Lang, Text};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The application.
#[derive(Clone, Debug)]
pub struct Editor {
    pub(in crate::editor) snapshot: Arc<Snapshot>,
    pub(in crate::editor) history: History,
    pub(in crate::editor) selection: Selection,
    pub(in crate::editor) viewport: Viewport,
    /// Width and height of the canvas on the screen.
    pub(in crate::editor) canvas: (f64, f64),
    /// Whether everything is to be shown as soon as the canvas has a size.
    pub(in crate::editor) fit_pending: bool,
    pub(in crate::editor) hands: Hands,
    pub(in crate::editor) live: Live,
    pub(in crate::editor) lang: Lang,
    pub(in crate::editor) theme: Theme,
    pub(in crate::editor) panels: BTreeSet<Panel>,
    pub(in crate::editor) active_file: Option<FilePath>,
    /// What the action under way asks of the shell.
    pub(in crate::editor) effects: Vec<Effect>,
}

impl Editor {
    /// An empty project, in `lang`.
    pub fn new(lang: Lang) -> Self {
        Self {
            snapshot: Arc::new(Snapshot::derive(&Workspace::default(), None)),
            history: History::default(),
            selection: Selection::default(),
            viewport: Viewport::default(),
            canvas: (0.0, 0.0),
            fit_pending: false,
            hands: Hands::default(),
            live: Live::default(),
            lang,
            theme: Theme::default(),
            panels: BTreeSet::from([Panel::Palette, Panel::Inspector]),
            active_file: None,
            effects: Vec::new(),
        }
    }

    /// Everything derived from the texts as they are.
    pub fn snapshot(&self) -> &Arc<Snapshot> {
        &self.snapshot
    }

    /// What is selected.
    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// Which part of the canvas is on the screen.
    pub fn viewport(&self) -> Viewport {
        self.viewport
    }

    /// What the gesture under way shows.
    pub fn live(&self) -> &Live {
        &self.live
    }

    /// Whether there is a card for Tab to go to, or Shift+Tab; where there is none, the focus leaves the canvas.
    pub fn has_next(&self, forward: bool) -> bool {
        next(&self.snapshot.scene, self.selection.primary(), forward).is_some()
    }

    /// Whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        self.history.undo_says().is_some()
    }

    /// Whether there is a step to redo.
    pub fn can_redo(&self) -> bool {
        self.history.redo_says().is_some()
    }

    /// What undo would take back: "Connected `api` to `db`".
    pub fn undo_says(&self) -> Option<&Text> {
        self.history.undo_says()
    }

    /// What redo would do again.
    pub fn redo_says(&self) -> Option<&Text> {
        self.history.redo_says()
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The colors.
    pub fn theme(&self) -> Theme {
        self.theme
    }

    /// The panels that are shown.
    pub fn panels(&self) -> &BTreeSet<Panel> {
        &self.panels
    }

    /// The file that the code pane shows; the main compose file until one is chosen.
    pub fn active_file(&self) -> Option<&FilePath> {
        let chosen = self.active_file.as_ref().filter(|it| self.snapshot.workspace.files.contains_key(*it));
        chosen.or(self.snapshot.compose_files.first()).or_else(|| self.snapshot.workspace.files.keys().next())
    }

    /// Does `action`; answers what the shell must then do, in order.
    pub fn dispatch(&mut self, action: Action) -> Vec<Effect> {
        self.route(action);
        std::mem::take(&mut self.effects)
    }
}
