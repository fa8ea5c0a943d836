//! Arranging cards without a drag: arrow keys, automatic layout, aligning, distributing, locking. All of it ends as one
//! edit of the layout file.

use crate::editor::action::Effect;
use crate::editor::editor::Editor;
use crate::editor::history::Join;
use crate::editor::layout_file::{LayoutFile, whole};
use crate::editor::words;
use crate::scene::align::{Align, align, distribute};
use crate::scene::graph::{NodeId, Point, Rect};
use crate::scene::layout::arrange;
use crate::scene::places::Places;
use crate::text::words::Text;

impl Editor {
    /// Moves the selected cards by `by`.
    pub(in crate::editor) fn nudge(&mut self, by: Point) {
        let locked = &self.snapshot.layout.locked;
        let moved: Vec<NodeId> = self.selection.nodes().iter().filter(|it| !locked.contains(*it)).cloned().collect();
        if moved.is_empty() {
            return;
        }
        let join = Join::Nudge(self.selection.clone());
        self.move_nodes(&moved, by, Some(join));
    }

    /// Lays out every card that is not locked anew: the selected ones, where there are several.
    pub(in crate::editor) fn auto_layout(&mut self) {
        let (scene, locked) = (&self.snapshot.scene, &self.snapshot.layout.locked);
        let some = self.selection.nodes().len() > 1;
        let moves = |id: &NodeId| !locked.contains(id) && (!some || self.selection.contains(id));
        let mut places = scene.places();
        places.retain(|id, _| !moves(id));
        let new = arrange(scene, &places);
        places.extend(new);
        let workspace = self.snapshot.with_places(places);
        let says = words::LAID_OUT.text();
        self.effects.push(Effect::Announce(says.clone()));
        self.commit(&workspace, self.selection.clone(), says, None);
        if !some {
            self.fit_all();
        }
    }

    /// Moves `nodes` by `by` as one step.
    pub(in crate::editor) fn move_nodes(&mut self, nodes: &[NodeId], by: Point, join: Option<Join>) {
        let by = Point::new(by.x.round(), by.y.round());
        let mut places = self.snapshot.scene.places();
        for id in nodes {
            if let Some(at) = places.get_mut(id) {
                *at = at.plus(by);
            }
        }
        let says = moved(nodes, &places);
        let workspace = self.snapshot.with_places(places);
        self.commit(&workspace, self.selection.clone(), says.clone(), join);
        self.effects.push(Effect::Announce(says));
    }

    /// Brings the selected cards into one line.
    pub(in crate::editor) fn align(&mut self, how: Align) {
        let places = align(&self.movable(), how);
        self.put(places, words::ALIGNED.text());
    }

    /// Makes the gaps between the selected cards equal.
    pub(in crate::editor) fn distribute(&mut self, vertical: bool) {
        let places = distribute(&self.movable(), vertical);
        self.put(places, words::DISTRIBUTED.text());
    }

    /// The selected cards that are not locked, where they stand.
    fn movable(&self) -> Vec<(NodeId, Rect)> {
        let locked = &self.snapshot.layout.locked;
        let selected = self.selection.nodes().iter().filter(|it| !locked.contains(*it));
        selected.filter_map(|it| Some((it.clone(), self.snapshot.scene.node(it)?.rect))).collect()
    }

    /// Puts cards at places, as one step.
    fn put(&mut self, places: Places, says: Text) {
        let mut all = self.snapshot.scene.places();
        all.extend(places.into_iter().map(|(id, at)| (id, Point::new(at.x.round(), at.y.round()))));
        let workspace = self.snapshot.with_places(all);
        if workspace != self.snapshot.workspace {
            self.effects.push(Effect::Announce(says.clone()));
            self.commit(&workspace, self.selection.clone(), says, None);
        }
    }

    /// Locks the selected cards where they stand; unlocks them where all are locked already.
    pub(in crate::editor) fn toggle_lock(&mut self) {
        let nodes = self.selection.nodes();
        if nodes.is_empty() {
            return;
        }
        let mut layout = self.snapshot.layout.clone();
        let unlock = nodes.iter().all(|it| layout.locked.contains(it));
        for id in nodes {
            if unlock {
                layout.locked.remove(id);
            } else {
                layout.locked.insert(id.clone());
            }
        }
        layout.places = self.snapshot.scene.places();
        let (one, many) =
            if unlock { (words::UNLOCKED, words::UNLOCKED_MANY) } else { (words::LOCKED, words::LOCKED_MANY) };
        let says = words::of_cards(one, many, nodes);
        let path = LayoutFile::path();
        let edit = layout.edit(self.snapshot.text(&path).map_or("", |it| it));
        if let Some(workspace) = self.snapshot.workspace.edited(&[(path, edit)]) {
            self.effects.push(Effect::Announce(says.clone()));
            self.commit(&workspace, self.selection.clone(), says, None);
        }
    }
}

/// What a move says: where to, for one card.
fn moved(nodes: &[NodeId], places: &Places) -> Text {
    match nodes {
        [id] => {
            let at = places.get(id).copied().unwrap_or_default();
            let (x, y) = (whole(at.x), whole(at.y));
            words::MOVED.fill(&[("name", &id.name), ("x", &x), ("y", &y)])
        }
        more => words::MOVED_MANY.fill(&[("count", &more.len().to_string())]),
    }
}
