//! `EditorHandle`: the one way from the page to the editor and back. `dispatch` does an action and then wakes the signals of
//! what differs between the two snapshots, and of nothing else.

use crate::editor::action::Action;
use crate::editor::changes::changes;
use crate::editor::editor::Editor;
use crate::editor::live::Live;
use crate::editor::selection::Selection;
use crate::editor::snapshot::Snapshot;
use crate::scene::graph::{Edge, Node, NodeId, Point};
use crate::text::words::{Lang, Pair, Text};
use crate::ui::effects::perform;
use crate::ui::signals::{CardSignals, EdgeSignals, Light, Shell, View};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The editor with its signals; copied freely.
#[derive(Clone, Copy)]
pub struct EditorHandle {
    editor: StoredValue<Editor>,
    cards: StoredValue<BTreeMap<String, CardSignals>>,
    edges: StoredValue<BTreeMap<String, EdgeSignals>>,
    /// What the document shows.
    pub view: View,
    /// What the page shows besides.
    pub shell: Shell,
}

/// The handle of this page.
pub fn use_editor() -> EditorHandle {
    expect_context::<EditorHandle>()
}

impl EditorHandle {
    /// The handle of `editor`, whose state the signals then show.
    pub fn new(editor: &Editor) -> Self {
        let it = Self {
            editor: StoredValue::new(editor.clone()),
            cards: StoredValue::default(),
            edges: StoredValue::default(),
            view: View::default(),
            shell: Shell::default(),
        };
        let blank = Editor::new(editor.lang());
        it.show(blank.snapshot(), editor, true);
        it
    }

    /// Does `action` and what follows from it.
    pub fn dispatch(self, action: Action) {
        self.change(|editor| editor.dispatch(action));
    }

    /// Changes the editor by `act`, shows what differs, and performs the effects.
    pub fn change(self, act: impl FnOnce(&mut Editor) -> Vec<crate::editor::action::Effect>) {
        let before = self.editor.with_value(|it| Arc::clone(it.snapshot()));
        let effects = self.editor.try_update_value(act).unwrap_or_default();
        self.editor.with_value(|it| self.show(&before, it, false));
        for effect in effects {
            perform(self, effect);
        }
    }

    /// Reads the editor.
    pub fn read<T>(self, look: impl FnOnce(&Editor) -> T) -> T {
        self.editor.with_value(look)
    }

    /// The signals of a card.
    pub fn card(self, key: &str) -> Option<CardSignals> {
        self.cards.with_value(|it| it.get(key).cloned())
    }

    /// The signals of an edge.
    pub fn edge(self, id: &str) -> Option<EdgeSignals> {
        self.edges.with_value(|it| it.get(id).cloned())
    }

    /// The words of `pair` in the language of the page.
    pub fn t(self, pair: Pair) -> &'static str {
        pair.get(self.view.lang.get())
    }

    /// `text` in the language of the page.
    pub fn say(self, text: &Text) -> String {
        text.get(self.view.lang.get()).to_owned()
    }

    /// The language, without listening to it.
    pub fn lang_now(self) -> Lang {
        self.view.lang.get_untracked()
    }

    /// Sets every signal that differs between `before` and the editor.
    fn show(self, before: &Arc<Snapshot>, editor: &Editor, first: bool) {
        let after = editor.snapshot();
        if first || !Arc::ptr_eq(before, after) {
            self.show_snapshot(before, after, first);
        }
        self.show_selection(editor.selection());
        self.show_live(editor.live(), after);
        set(self.view.viewport, editor.viewport());
        set(self.view.undo, editor.undo_says().cloned());
        set(self.view.redo, editor.redo_says().cloned());
        set(self.view.panels, editor.panels().clone());
        set(self.view.lang, editor.lang());
        set(self.view.theme, editor.theme());
        set(self.view.active, editor.active_file().cloned());
    }

    /// Wakes what differs between two snapshots.
    fn show_snapshot(self, before: &Snapshot, after: &Snapshot, first: bool) {
        let changes = changes(before, after);
        let added = if first { after.scene.nodes.keys().cloned().collect() } else { changes.added };
        for key in &added {
            self.add_card(key, after);
        }
        for key in &changes.changed {
            self.change_card(key, after);
        }
        let edges: BTreeMap<String, Arc<Edge>> =
            after.scene.edges.iter().map(|it| (it.id(), Arc::new(it.clone()))).collect();
        let new = if first { edges.keys().cloned().collect() } else { changes.edges_added };
        self.edges.update_value(|known| {
            for id in &new {
                let Some(edge) = edges.get(id) else { continue };
                let signals =
                    EdgeSignals { edge: ArcRwSignal::new(Arc::clone(edge)), selected: ArcRwSignal::new(false) };
                known.insert(id.clone(), signals);
            }
            for id in &changes.edges_changed {
                let (Some(signals), Some(edge)) = (known.get(id), edges.get(id)) else { continue };
                // Also where only the way around the cards is another.
                signals.edge.set(Arc::clone(edge));
            }
        });
        set(self.view.order, after.scene.nodes.keys().cloned().collect());
        set(self.view.edges, after.scene.edges.iter().map(Edge::id).collect());
        self.edges.update_value(|known| known.retain(|id, _| edges.contains_key(id)));
        self.cards.update_value(|known| known.retain(|key, _| after.scene.nodes.contains_key(key)));
        set(self.view.diagnostics, Arc::clone(&after.diagnostics));
        set(self.view.stale, after.stale);
        set(self.view.project, after.project().map(|it| it.name.clone()).unwrap_or_default());
        set(self.view.files, after.files_in_order());
        self.view.revision.update(|it| *it += 1);
    }

    /// A card is new.
    fn add_card(self, key: &str, after: &Snapshot) {
        let Some(node) = after.scene.nodes.get(key) else { return };
        let signals = CardSignals {
            node: ArcRwSignal::new(Arc::new(node.clone())),
            rect: ArcRwSignal::new(node.rect),
            selected: ArcRwSignal::new(false),
            light: ArcRwSignal::new(Light::Plain),
        };
        self.cards.update_value(|it| drop(it.insert(key.to_owned(), signals)));
    }

    /// A card says something else or stands elsewhere.
    fn change_card(self, key: &str, after: &Snapshot) {
        let (Some(signals), Some(node)) = (self.card(key), after.scene.nodes.get(key)) else { return };
        set_arc(&signals.rect, node.rect);
        let same = says_same(&signals.node.read_untracked(), node);
        if !same {
            signals.node.set(Arc::new(node.clone()));
        }
    }

    /// Wakes the cards and edges whose selection changed.
    fn show_selection(self, selection: &Selection) {
        if *self.view.selection.read_untracked() == *selection {
            return;
        }
        let before = self.view.selection.get_untracked();
        let keys = |it: &Selection| it.nodes().iter().map(NodeId::key).collect::<BTreeSet<String>>();
        for key in keys(&before).symmetric_difference(&keys(selection)) {
            if let Some(card) = self.card(key) {
                card.selected.update(|it| *it = !*it);
            }
        }
        for (id, on) in [(before.edge(), false), (selection.edge(), true)] {
            if let Some(edge) = id.and_then(|it| self.edge(it)) {
                set_arc(&edge.selected, on);
            }
        }
        self.view.selection.set(selection.clone());
    }

    /// Puts moving cards where the pointer has them, and lights the others up.
    fn show_live(self, live: &Live, after: &Snapshot) {
        if *self.view.live.read_untracked() == *live {
            return;
        }
        let before = self.view.live.get_untracked();
        let (old, new) = (lights(&before, after), lights(live, after));
        for key in old.keys().chain(new.keys()).collect::<BTreeSet<_>>() {
            let Some(card) = self.card(key) else { continue };
            let light = new.get(key).copied().unwrap_or_default();
            set_arc(&card.light, light);
            if let Some(node) = after.scene.nodes.get(key) {
                let offset = live.moving.as_ref().filter(|it| light == Light::Moving && !it.copies);
                let offset = offset.map_or(Point::default(), |it| it.offset);
                set_arc(&card.rect, node.rect.at(node.rect.origin().plus(offset)));
            }
        }
        self.view.live.set(live.clone());
    }
}

/// How cards look during a gesture; those not named look as always.
fn lights(live: &Live, after: &Snapshot) -> BTreeMap<String, Light> {
    let mut lights = BTreeMap::new();
    if let Some(moving) = &live.moving {
        lights.extend(moving.nodes.iter().map(|it| (it.key(), Light::Moving)));
    }
    if let Some(connecting) = &live.connecting {
        let from = connecting.preview.from.key();
        lights.extend(
            connecting
                .refusals
                .keys()
                // That a card cannot be connected with itself needs no dimming.
                .filter(|it| **it != from)
                .filter(|it| after.scene.nodes.contains_key(*it))
                .map(|it| (it.clone(), Light::Refused)),
        );
        if let Some(over) = connecting.over.as_ref().filter(|it| !connecting.refusals.contains_key(&it.key())) {
            lights.insert(over.key(), Light::Over);
        }
    }
    lights
}

/// Whether two cards say the same, wherever they stand; their size is part of what they say.
fn says_same(a: &Node, b: &Node) -> bool {
    let at_origin = |it: &Node| Node { rect: it.rect.at(Point::default()), ..it.clone() };
    at_origin(a) == at_origin(b)
}

/// Sets a signal where its value differs.
fn set<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if *signal.read_untracked() != value {
        signal.set(value);
    }
}

/// Sets a card's signal where its value differs.
fn set_arc<T: PartialEq + Send + Sync + 'static>(signal: &ArcRwSignal<T>, value: T) {
    if *signal.read_untracked() != value {
        signal.set(value);
    }
}
