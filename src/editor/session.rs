//! The session: what a browser keeps between two visits. Versioned, and read tolerantly, because an older page may have
//! written it; a field that is missing has its default.

use crate::editor::action::{Effect, Panel, Theme};
use crate::editor::editor::Editor;
use crate::editor::history::History;
use crate::editor::selection::Selection;
use crate::editor::snapshot::Snapshot;
use crate::editor::words;
use crate::editor::workspace::Workspace;
use crate::scene::graph::{NodeId, Point};
use crate::scene::places::Places;
use crate::scene::viewport::Viewport;
use crate::text::path::FilePath;
use crate::text::words::Lang;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The version that is written.
const VERSION: u32 = 1;

/// What is stored.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Stored {
    version: u32,
    /// Files that are UTF-8.
    texts: BTreeMap<String, String>,
    /// All other files, as base64.
    bytes: BTreeMap<String, String>,
    /// Files as they last made sense, where they do not now: the canvas shows those.
    good: BTreeMap<String, String>,
    /// Places that automatic layout gave, so that a reload moves no card.
    places: BTreeMap<String, (f64, f64)>,
    viewport: Option<(f64, f64, f64)>,
    panels: Option<Vec<String>>,
    file: Option<String>,
    lang: String,
    theme: String,
}

impl Editor {
    /// The session as a text to store.
    pub fn session(&self) -> String {
        let mut stored = Stored { version: VERSION, ..Stored::default() };
        for (path, bytes) in &self.snapshot.workspace.files {
            let path = path.to_string();
            match std::str::from_utf8(bytes) {
                Ok(text) => drop(stored.texts.insert(path, text.to_owned())),
                Err(_) => drop(stored.bytes.insert(path, STANDARD.encode(bytes))),
            }
        }
        stored.good = self.good_texts();
        let auto = self.snapshot.auto.iter().filter(|(id, _)| self.snapshot.scene.node(id).is_some());
        stored.places = auto.map(|(id, at)| (id.key(), (at.x, at.y))).collect();
        stored.viewport = Some((self.viewport.x, self.viewport.y, self.viewport.zoom));
        stored.panels = Some(self.panels.iter().map(|it| it.id().to_owned()).collect());
        stored.file = self.active_file.as_ref().map(FilePath::to_string);
        self.lang.tag().clone_into(&mut stored.lang);
        self.theme.id().clone_into(&mut stored.theme);
        serde_json::to_string(&stored).unwrap_or_default()
    }

    /// The texts that the canvas shows, as far as they are not the present ones.
    fn good_texts(&self) -> BTreeMap<String, String> {
        let (good, now) = (&self.snapshot.good_workspace, &self.snapshot.workspace);
        let other = good.files.keys().filter(|it| self.snapshot.stale && good.files.get(*it) != now.files.get(*it));
        other.filter_map(|it| Some((it.to_string(), good.text(it)?.to_owned()))).collect()
    }

    /// Takes a stored session up again, with an empty history; one that cannot be read leaves everything as it is and says
    /// so.
    pub fn restore(&mut self, session: &str) -> Vec<Effect> {
        // A list would also do for a struct of defaults, so the shape is looked at first.
        let object = serde_json::from_str(session).ok().filter(serde_json::Value::is_object);
        let stored = object.and_then(|it| serde_json::from_value::<Stored>(it).ok());
        match stored.filter(|it| it.version <= VERSION).and_then(Restored::new) {
            Some(restored) => self.take_up(restored),
            None => self.refuse(words::BAD_SESSION.text()),
        }
        std::mem::take(&mut self.effects)
    }

    /// Makes what was stored the present state.
    fn take_up(&mut self, restored: Restored) {
        let Restored { workspace, good, auto, stored } = restored;
        let empty = Snapshot::derive(&Workspace::default(), None);
        let base = Snapshot { auto: Arc::new(auto), ..empty };
        let base = good.map_or(base.clone(), |it| Snapshot::derive(&it, Some(&base)));
        self.cancel_gesture();
        self.snapshot = Arc::new(Snapshot::derive(&workspace, Some(&base)));
        (self.history, self.selection) = (History::default(), Selection::default());
        match stored.viewport {
            Some((x, y, zoom)) if x.is_finite() && y.is_finite() && zoom > 0.0 => {
                self.viewport = Viewport { x, y, zoom: zoom.clamp(Viewport::ZOOM.0, Viewport::ZOOM.1) };
            }
            _ => self.fit_all(),
        }
        if let Some(panels) = stored.panels {
            self.panels = panels.iter().filter_map(|it| Panel::from_id(it)).collect::<BTreeSet<_>>();
        }
        self.active_file = stored.file.as_deref().map(FilePath::new);
        self.lang = Lang::from_tag(&stored.lang).unwrap_or(self.lang);
        self.theme = Theme::from_id(&stored.theme).unwrap_or_default();
    }
}

/// A stored session whose files are whole.
struct Restored {
    workspace: Workspace,
    /// What the canvas shows, where that is not the present text.
    good: Option<Workspace>,
    auto: Places,
    stored: Stored,
}

impl Restored {
    /// `None` where a file is damaged: half a project is worse than a message.
    fn new(mut stored: Stored) -> Option<Self> {
        let mut workspace = Workspace::default();
        for (path, text) in std::mem::take(&mut stored.texts) {
            workspace.files.insert(FilePath::new(&path), Arc::from(text.into_bytes()));
        }
        for (path, bytes) in std::mem::take(&mut stored.bytes) {
            workspace.files.insert(FilePath::new(&path), Arc::from(STANDARD.decode(bytes).ok()?));
        }
        let mut good = workspace.clone();
        for (path, text) in &stored.good {
            good.files.insert(FilePath::new(path), Arc::from(text.as_bytes()));
        }
        let good = (!stored.good.is_empty()).then_some(good);
        let places = stored.places.iter().filter(|(_, (x, y))| x.is_finite() && y.is_finite());
        let auto = places.filter_map(|(key, (x, y))| Some((NodeId::parse(key)?, Point::new(*x, *y)))).collect();
        Some(Self { workspace, good, auto, stored })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::action::Action;

    #[test]
    fn everything_comes_back_bytes_and_all() {
        let mut editor = Editor::new(Lang::En);
        let files = vec![
            (FilePath::new("compose.yaml"), b"services: {}\r\n".to_vec()),
            (FilePath::new("logo.bin"), vec![0, 159, 146, 150, 255]),
        ];
        editor.dispatch(Action::Open(files));
        editor.dispatch(Action::SetLang(Lang::Es));
        editor.dispatch(Action::SetTheme(Theme::Dark));
        editor.dispatch(Action::TogglePanel(Panel::Problems));
        editor.dispatch(Action::ShowFile(FilePath::new("logo.bin")));
        editor.dispatch(Action::Resize { width: 800.0, height: 600.0 });
        editor.dispatch(Action::Wheel {
            at: Point::default(),
            delta: Point::new(3.0, 4.0),
            modifiers: crate::editor::action::Modifiers::default(),
        });
        let mut other = Editor::new(Lang::En);
        assert_eq!(other.restore(&editor.session()), []);
        assert_eq!(other.session(), editor.session());
        assert_eq!(other.snapshot().workspace, editor.snapshot().workspace);
        assert_eq!((other.lang(), other.theme(), other.viewport()), (Lang::Es, Theme::Dark, editor.viewport()));
        assert!(other.panels().contains(&Panel::Problems) && !other.can_undo());
    }

    #[test]
    fn what_cannot_be_read_is_said_and_changes_nothing() {
        let mut editor = Editor::new(Lang::En);
        editor.dispatch(Action::WriteFile { path: FilePath::new("a.txt"), text: "x".to_owned() });
        for bad in ["", "{", "[]", "{\"version\":99}", "{\"bytes\":{\"a\":\"*\"}}"] {
            assert_eq!(editor.restore(bad).len(), 2, "{bad}");
            assert_eq!(editor.snapshot().workspace.files.len(), 1);
        }
        assert_eq!(editor.restore("{}"), [], "an old session without anything is an empty one");
    }
}
