//! Keys: on the canvas all of them go to the editor; elsewhere only those of the whole page do, so that a field keeps its own.

use crate::editor::action::{Action, Modifiers};
use crate::editor::keymap::{Place, action};
use crate::ui::handle::EditorHandle;
use crate::ui::platform::is_typing;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// The keys held in a key event.
fn modifiers(event: &KeyboardEvent) -> Modifiers {
    Modifiers { ctrl: event.ctrl_key() || event.meta_key(), shift: event.shift_key(), alt: event.alt_key() }
}

/// A key goes down on the canvas.
pub fn canvas_key(handle: EditorHandle, event: &KeyboardEvent) {
    if is_typing(event.target()) {
        return;
    }
    let (key, code, held) = (event.key(), event.code(), modifiers(event));
    let known = code == "Space" || action(&key, &code, held, Place::Canvas).is_some();
    let before = handle.view.selection.get_untracked();
    let is_tab = key == "Tab";
    // Into the canvas one goes card by card, out of it backwards at once where no card is selected.
    if is_tab && held.shift && before.is_empty() {
        return;
    }
    handle.dispatch(Action::Key { key, code, modifiers: held });
    // Behind the last card Tab goes on to the next part of the page, so that the canvas is no trap.
    let after = handle.view.selection.get_untracked();
    let leaves = is_tab && (after == before || after.is_empty());
    if known && !leaves {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// A key goes up on the canvas.
pub fn canvas_key_up(handle: EditorHandle, event: &KeyboardEvent) {
    handle.dispatch(Action::KeyUp { key: event.key(), code: event.code(), modifiers: modifiers(event) });
}

/// Listens to the keys of the whole page.
pub fn listen_for_keys(handle: EditorHandle) {
    let _ = window_event_listener(leptos::ev::keydown, move |event| page_key(handle, &event));
}

/// A key that nobody before took. While a dialog is open the page behind it has none.
fn page_key(handle: EditorHandle, event: &KeyboardEvent) {
    if event.default_prevented() || handle.shell.asking.get_untracked().is_some() {
        return;
    }
    let place = if is_typing(event.target()) { Place::Field } else { Place::Page };
    if let Some(it) = action(&event.key(), &event.code(), modifiers(event), place) {
        event.prevent_default();
        handle.dispatch(it);
    }
}
