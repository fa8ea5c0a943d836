//! Pointers going down, moving and going up: the transitions between the states of a gesture.

use crate::editor::action::{Effect, Modifiers, Pointer, PointerKind, Target};
use crate::editor::editor::Editor;
use crate::editor::gesture::{Brush, Gesture, Hands, LONG_PRESS, Pointing};
use crate::editor::live::Live;
use crate::editor::selection::Selection;
use crate::editor::words;
use crate::scene::graph::{NodeId, Point};

impl Editor {
    /// A pointer goes down.
    pub(in crate::editor) fn pointer_down(&mut self, pointer: Pointer) {
        if pointer.kind == PointerKind::Touch {
            self.hands.fingers.insert(pointer.id, pointer.at);
            if self.hands.fingers.len() > 1 {
                return self.begin_pinch();
            }
        }
        if let Gesture::Connecting(wire) = &self.hands.gesture {
            // Between the two clicks of a connection: the end comes when this one goes up.
            if !wire.sticky || pointer.button != 0 {
                self.cancel_gesture();
            }
            self.hands.last = Some(pointer);
            return;
        }
        let pans = self.hands.space || pointer.button != 0;
        let before = self.selection.clone();
        if !pans {
            self.select_under(&pointer);
        }
        self.live.panning = self.hands.space || pointer.button == 1;
        self.hands.last = Some(pointer.clone());
        self.hands.gesture = Gesture::Pointing(Pointing { down: pointer, before, pans });
    }

    /// Selects on the way down, so that a drag can start at once.
    fn select_under(&mut self, pointer: &Pointer) {
        match &pointer.target {
            Target::Node(id) | Target::Handle(id, _) if !self.selection.contains(id) => {
                let selection =
                    if adds(pointer.modifiers) { self.selection.clone().with([id.clone()]) } else { one(id) };
                self.selection = selection;
            }
            Target::Edge(id) => self.selection = Selection::of_edge(id.clone()),
            Target::Node(_) | Target::Handle(..) | Target::Canvas => {}
        }
    }

    /// A pointer moves.
    pub(in crate::editor) fn pointer_move(&mut self, pointer: Pointer) {
        if let Some(finger) = self.hands.fingers.get_mut(&pointer.id) {
            *finger = pointer.at;
        }
        if let Gesture::Pointing(pointing) = &self.hands.gesture {
            if !pointing.is_drag(&pointer) {
                return;
            }
            let pointing = pointing.clone();
            self.begin_drag(pointing);
        }
        self.drag(&pointer);
        self.hands.last = Some(pointer);
    }

    /// The pointer has moved far enough to mean something.
    fn begin_drag(&mut self, pointing: Pointing) {
        let start = self.viewport.to_canvas(pointing.down.at);
        self.hands.gesture = if pointing.is_pan() {
            self.selection = pointing.before.clone();
            self.live.panning = true;
            Gesture::Panning(pointing.down.at)
        } else {
            match &pointing.down.target {
                Target::Canvas => Gesture::Brushing(Brush { start, before: pointing.before }),
                Target::Node(id) => {
                    let gesture = self.begin_move(start, pointing.before.clone());
                    if gesture == Gesture::Idle {
                        self.refuse(words::IS_LOCKED.fill(&[("name", &id.name)]));
                    }
                    gesture
                }
                Target::Handle(id, kind) => self.begin_wire(id, *kind, false, pointing.before),
                Target::Edge(_) => Gesture::Idle,
            }
        };
    }

    /// The gesture follows the pointer. It is taken out for that, because what it holds may be large.
    pub(in crate::editor) fn drag(&mut self, pointer: &Pointer) {
        let to = self.viewport.to_canvas(pointer.at);
        let mut gesture = std::mem::take(&mut self.hands.gesture);
        match &mut gesture {
            Gesture::Panning(last) => {
                let by = pointer.at.minus(*last);
                *last = pointer.at;
                self.viewport.x += by.x;
                self.viewport.y += by.y;
            }
            Gesture::Moving(moving) => self.drag_cards(moving, to, pointer.modifiers),
            Gesture::Connecting(wire) => self.drag_wire(wire, to),
            Gesture::Brushing(brush) => self.drag_brush(brush, to, pointer.modifiers),
            Gesture::Pinching(a, b) => self.pinch(a, b),
            Gesture::Idle | Gesture::Pointing(_) => {}
        }
        self.hands.gesture = gesture;
    }

    /// A pointer goes up.
    pub(in crate::editor) fn pointer_up(&mut self, pointer: &Pointer) {
        self.hands.fingers.remove(&pointer.id);
        self.hands.at_edge = None;
        let gesture = std::mem::take(&mut self.hands.gesture);
        let end = self.viewport.to_canvas(pointer.at);
        match gesture {
            Gesture::Pointing(pointing) => self.click(&pointing, pointer),
            Gesture::Moving(moving) => self.drop_cards(&moving),
            Gesture::Connecting(wire) => self.drop_wire(&wire, end),
            Gesture::Brushing(brush) if brush.before != self.selection => self.announce_selection(),
            // Where a person looks is kept too.
            Gesture::Panning(_) | Gesture::Pinching(..) => self.effects.push(Effect::Save),
            Gesture::Idle | Gesture::Brushing(_) => {}
        }
        if matches!(self.hands.gesture, Gesture::Idle) {
            self.live = Live { panning: self.hands.space, ..Live::default() };
        }
    }

    /// A press without a drag.
    fn click(&mut self, pointing: &Pointing, up: &Pointer) {
        let Pointer { at, target, button, modifiers, .. } = pointing.down.clone();
        if button == 2 {
            return self.open_menu(target, at);
        }
        if pointing.pans {
            return;
        }
        let double = self.hands.is_double(&Pointer { target: target.clone(), ..up.clone() });
        match target {
            Target::Handle(id, kind) => {
                self.hands.gesture = self.begin_wire(&id, kind, true, pointing.before.clone());
                self.drag(&pointing.down);
            }
            Target::Node(id) if double => {
                self.selection = one(&id);
                self.effects.push(Effect::Rename(id));
            }
            Target::Node(id) if adds(modifiers) => self.selection = pointing.before.clone().toggled(id),
            Target::Node(id) => self.selection = one(&id),
            Target::Canvas if double => {
                self.effects.push(Effect::AskAdd { at: self.viewport.to_canvas(at), from: None });
            }
            Target::Canvas if !adds(modifiers) => self.selection = Selection::default(),
            Target::Canvas | Target::Edge(_) => {}
        }
        if self.selection != pointing.before {
            self.announce_selection();
        }
    }

    /// Opens the menu of what was pressed, which is selected first.
    fn open_menu(&mut self, target: Target, at: Point) {
        match &target {
            Target::Node(id) | Target::Handle(id, _) if !self.selection.contains(id) => self.selection = one(id),
            Target::Edge(id) => self.selection = Selection::of_edge(id.clone()),
            _ => {}
        }
        self.effects.push(Effect::OpenMenu { target, at });
    }

    /// Breaks off whatever is going on; nothing of it remains. Answers whether there was something.
    pub(in crate::editor) fn cancel_gesture(&mut self) -> bool {
        let hands = std::mem::take(&mut self.hands);
        self.hands = Hands { space: hands.space, fingers: hands.fingers, ..Hands::default() };
        self.live = Live { panning: hands.space, ..Live::default() };
        let before = match hands.gesture {
            Gesture::Idle => return false,
            Gesture::Pointing(it) => it.before,
            Gesture::Moving(it) => it.before,
            Gesture::Connecting(it) => it.before,
            Gesture::Brushing(it) => it.before,
            Gesture::Panning(_) | Gesture::Pinching(..) => return true,
        };
        self.selection = before;
        true
    }

    /// A frame passes: a resting finger opens the menu, a drag at an edge pans.
    pub(in crate::editor) fn tick(&mut self, time: f64) {
        if let Gesture::Pointing(pointing) = &self.hands.gesture
            && pointing.down.kind == PointerKind::Touch
            && time - pointing.down.time >= LONG_PRESS
        {
            let Pointer { target, at, .. } = pointing.down.clone();
            self.cancel_gesture();
            return self.open_menu(target, at);
        }
        self.pan_at_edge(time);
    }

    /// A key goes up; Space lets go of the canvas.
    pub(in crate::editor) fn key_up(&mut self, code: &str, modifiers: Modifiers) {
        if code == "Space" {
            self.hands.space = false;
            self.live.panning = matches!(self.hands.gesture, Gesture::Panning(_));
        }
        self.modifiers_changed(modifiers);
    }

    /// Shift, Ctrl or Alt went down or up in the middle of a drag, which then means something else at once.
    pub(in crate::editor) fn modifiers_changed(&mut self, modifiers: Modifiers) {
        if let Some(last) = self.hands.last.clone().filter(|it| it.modifiers != modifiers) {
            let pointer = Pointer { modifiers, ..last };
            self.drag(&pointer);
            self.hands.last = Some(pointer);
        }
    }

    /// A second finger came: whatever the first one was doing never happened.
    fn begin_pinch(&mut self) {
        self.cancel_gesture();
        if let [a, b] = self.hands.fingers.values().copied().collect::<Vec<_>>()[..] {
            self.hands.gesture = Gesture::Pinching(a, b);
        }
    }

    /// Two fingers, last at `a` and `b`, pan by their middle and zoom by their distance.
    fn pinch(&mut self, a: &mut Point, b: &mut Point) {
        let mut fingers = self.hands.fingers.values().copied();
        let (Some(c), Some(d)) = (fingers.next(), fingers.next()) else { return };
        let middle = |a: Point, b: Point| Point::new(f64::midpoint(a.x, b.x), f64::midpoint(a.y, b.y));
        let (from, to, factor) = (middle(*a, *b), middle(c, d), c.distance(d) / a.distance(*b).max(1.0));
        (*a, *b) = (c, d);
        self.viewport.x += to.x - from.x;
        self.viewport.y += to.y - from.y;
        self.viewport = self.viewport.zoom_at(to, factor);
    }
}

/// Whether a click adds to the selection.
fn adds(modifiers: Modifiers) -> bool {
    modifiers.shift || modifiers.ctrl
}

/// One card alone.
fn one(id: &NodeId) -> Selection {
    Selection::of(vec![id.clone()])
}
