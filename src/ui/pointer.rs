//! Pointer and wheel events of the canvas as actions. Coordinates are those of the canvas element; what lies under a pointer is
//! read from the marks of the elements, never from geometry.

use crate::editor::action::{Action, Modifiers, Pointer, PointerKind, Target};
use crate::editor::editor::Editor;
use crate::scene::graph::{EdgeKind, NodeId, Point};
use crate::ui::handle::EditorHandle;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, PointerEvent, WheelEvent};

/// The keys held in a mouse event.
pub fn modifiers(event: &MouseEvent) -> Modifiers {
    Modifiers { ctrl: event.ctrl_key() || event.meta_key(), shift: event.shift_key(), alt: event.alt_key() }
}

/// A pointer event as the editor reads it; `target` is looked up where the gesture needs it.
pub fn pointer(event: &PointerEvent, canvas: &Element, target: Target) -> Pointer {
    let kind = match event.pointer_type().as_str() {
        "touch" => PointerKind::Touch,
        "pen" => PointerKind::Pen,
        _ => PointerKind::Mouse,
    };
    Pointer {
        at: place(event, canvas),
        target,
        button: u8::try_from(event.button()).unwrap_or(0),
        modifiers: modifiers(event),
        kind,
        id: event.pointer_id(),
        time: event.time_stamp(),
    }
}

/// Where an event is, from the left top corner of the canvas.
pub fn place(event: &MouseEvent, canvas: &Element) -> Point {
    let area = canvas.get_bounding_client_rect();
    Point { x: f64::from(event.client_x()) - area.x(), y: f64::from(event.client_y()) - area.y() }
}

/// What is marked on this element or around it.
pub fn target_of(element: Option<Element>) -> Target {
    found(element).unwrap_or(Target::Canvas)
}

fn found(element: Option<Element>) -> Option<Target> {
    let marked = element?.closest("[data-handle], [data-node], [data-edge]").ok()??;
    if let Some(edge) = marked.get_attribute("data-edge") {
        return Some(Target::Edge(edge));
    }
    let card = marked.closest("[data-node]").ok()??;
    let node = NodeId::parse(&card.get_attribute("data-node")?)?;
    match marked.get_attribute("data-handle").as_deref().and_then(EdgeKind::from_id) {
        Some(kind) => Some(Target::Handle(node, kind)),
        None => Some(Target::Node(node)),
    }
}

/// What is under an event: with the pointer captured its own target is always the canvas.
pub fn under(event: &MouseEvent) -> Target {
    target_of(element_under(event))
}

/// The element under an event.
pub fn element_under(event: &MouseEvent) -> Option<Element> {
    #[allow(clippy::cast_precision_loss, reason = "screens have fewer pixels than an `f32` has whole numbers")]
    let (x, y) = (event.client_x() as f32, event.client_y() as f32);
    document().element_from_point(x, y)
}

/// A wheel turn; lines and pages are brought to pixels.
pub fn wheel(event: &WheelEvent, canvas: &Element) -> Action {
    let unit = match event.delta_mode() {
        WheelEvent::DOM_DELTA_LINE => 16.0,
        WheelEvent::DOM_DELTA_PAGE => 400.0,
        _ => 1.0,
    };
    let delta = Point { x: event.delta_x() * unit, y: event.delta_y() * unit };
    Action::Wheel { at: place(event, canvas), delta, modifiers: modifiers(event) }
}

/// Starts the clock of a gesture that wants one: auto-pan at the edges, long press.
pub fn tick_while_wanted(handle: EditorHandle, running: StoredValue<bool>) {
    if running.get_value() || !handle.read(Editor::wants_ticks) {
        return;
    }
    running.set_value(true);
    request_animation_frame(move || {
        let _ = running.try_set_value(false);
        let time = window().performance().map_or(0.0, |it| it.now());
        handle.dispatch(Action::Tick { time });
        tick_while_wanted(handle, running);
    });
}

/// Keeps a pointer's events on the canvas until it is let go.
pub fn capture(event: &PointerEvent, canvas: &Element) {
    let _ = canvas.set_pointer_capture(event.pointer_id());
}

/// The element that an event came from.
pub fn element_of(event: &web_sys::Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}
