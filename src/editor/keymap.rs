//! The table of shortcuts: one row is a key, what it does, and the words of the shortcut sheet. Letters go by what is typed
//! and, on keyboards without Latin letters, by the physical key; digits always by the physical key, because Shift changes
//! what they type.

use crate::editor::action::{Action, Modifiers, Panel};
use crate::editor::words_keys as words;
use crate::scene::align::Align;
use crate::scene::navigate::Direction;
use crate::text::words::Pair;

/// Where a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// On the canvas.
    Canvas,
    /// Anywhere else but in a text field.
    Page,
    /// In a text field: its own keys come first.
    Field,
}

/// Where a shortcut works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// On the canvas only.
    Canvas,
    /// On the whole page but in text fields.
    Page,
    /// Everywhere.
    Everywhere,
}

impl Scope {
    /// Whether a key pressed at `place` counts.
    pub fn admits(self, place: Place) -> bool {
        match self {
            Self::Canvas => place == Place::Canvas,
            Self::Page => place != Place::Field,
            Self::Everywhere => true,
        }
    }
}

/// A shortcut.
#[derive(Clone, Copy)]
pub struct Shortcut {
    /// Keys as in `Ctrl+Shift+Z`, any of which does it; Ctrl stands for ⌘ too. The sheet shows the first.
    pub keys: &'static [&'static str],
    /// Where it works.
    pub scope: Scope,
    /// Heading on the shortcut sheet.
    pub group: Pair,
    /// What it does.
    pub label: Pair,
    /// What it does, as an action.
    pub action: fn() -> Action,
}

/// A row of the table.
const fn row(
    keys: &'static [&'static str],
    scope: Scope,
    group: Pair,
    label: Pair,
    action: fn() -> Action,
) -> Shortcut {
    Shortcut { keys, scope, group, label, action }
}

/// How far an arrow moves a card with Shift, and with Alt too.
const STEP: f64 = 8.0;
/// One step of the zoom keys.
const ZOOM: f64 = 1.25;

/// Every shortcut, in the order of the sheet.
pub const SHORTCUTS: &[Shortcut] = {
    use Scope::{Canvas, Everywhere, Page};
    use words::{EDIT, FILE, MOVE, SELECT, VIEW};
    &[
        row(&["Ctrl+Z"], Page, EDIT, words::UNDO, || Action::Undo),
        row(&["Ctrl+Shift+Z", "Ctrl+Y"], Page, EDIT, words::REDO, || Action::Redo),
        row(&["N", "/"], Page, EDIT, words::QUICK_ADD, || Action::QuickAdd),
        row(&["C"], Canvas, EDIT, words::CONNECT, || Action::StartConnect),
        row(&["Enter", "F2"], Canvas, EDIT, words::RENAME, || Action::StartRename),
        row(&["Ctrl+D"], Page, EDIT, words::DUPLICATE, || Action::DuplicateSelection),
        row(&["Delete", "Backspace"], Canvas, EDIT, words::DELETE, || Action::DeleteSelection),
        row(&["Shift+F10", "ContextMenu"], Canvas, EDIT, words::MENU, || Action::OpenMenu),
        row(&["Escape"], Page, SELECT, words::ESCAPE, || Action::Escape),
        row(&["Ctrl+A"], Page, SELECT, words::SELECT_ALL, || Action::SelectAll),
        row(&["Tab"], Canvas, SELECT, words::NEXT, || Action::Next(true)),
        row(&["Shift+Tab"], Canvas, SELECT, words::PREVIOUS, || Action::Next(false)),
        row(&["ArrowLeft", "Ctrl+ArrowLeft"], Canvas, SELECT, words::GO_LEFT, || Action::Go(Direction::Left)),
        row(&["ArrowRight", "Ctrl+ArrowRight"], Canvas, SELECT, words::GO_RIGHT, || Action::Go(Direction::Right)),
        row(&["ArrowUp", "Ctrl+ArrowUp"], Canvas, SELECT, words::GO_UP, || Action::Go(Direction::Up)),
        row(&["ArrowDown", "Ctrl+ArrowDown"], Canvas, SELECT, words::GO_DOWN, || Action::Go(Direction::Down)),
        row(&["Alt+ArrowLeft"], Canvas, SELECT, words::WALK_LEFT, || Action::Walk(Direction::Left)),
        row(&["Alt+ArrowRight"], Canvas, SELECT, words::WALK_RIGHT, || Action::Walk(Direction::Right)),
        row(&["Alt+ArrowUp"], Canvas, SELECT, words::WALK_UP, || Action::Walk(Direction::Up)),
        row(&["Alt+ArrowDown"], Canvas, SELECT, words::WALK_DOWN, || Action::Walk(Direction::Down)),
        row(&["Shift+ArrowLeft"], Canvas, MOVE, words::MOVE_LEFT, || Action::Nudge { x: -STEP, y: 0.0 }),
        row(&["Shift+ArrowRight"], Canvas, MOVE, words::MOVE_RIGHT, || Action::Nudge { x: STEP, y: 0.0 }),
        row(&["Shift+ArrowUp"], Canvas, MOVE, words::MOVE_UP, || Action::Nudge { x: 0.0, y: -STEP }),
        row(&["Shift+ArrowDown"], Canvas, MOVE, words::MOVE_DOWN, || Action::Nudge { x: 0.0, y: STEP }),
        row(&["Alt+Shift+ArrowLeft"], Canvas, MOVE, words::FAR_LEFT, || Action::Nudge { x: -STEP * 10.0, y: 0.0 }),
        row(&["Alt+Shift+ArrowRight"], Canvas, MOVE, words::FAR_RIGHT, || Action::Nudge { x: STEP * 10.0, y: 0.0 }),
        row(&["Alt+Shift+ArrowUp"], Canvas, MOVE, words::FAR_UP, || Action::Nudge { x: 0.0, y: -STEP * 10.0 }),
        row(&["Alt+Shift+ArrowDown"], Canvas, MOVE, words::FAR_DOWN, || Action::Nudge { x: 0.0, y: STEP * 10.0 }),
        row(&["L"], Page, MOVE, words::AUTO_LAYOUT, || Action::AutoLayout),
        row(&["Shift+L"], Page, MOVE, words::LOCK, || Action::ToggleLock),
        row(&["Alt+A"], Canvas, MOVE, words::ALIGN_LEFT, || Action::Align(Align::Left)),
        row(&["Alt+D"], Canvas, MOVE, words::ALIGN_RIGHT, || Action::Align(Align::Right)),
        row(&["Alt+W"], Canvas, MOVE, words::ALIGN_TOP, || Action::Align(Align::Top)),
        row(&["Alt+S"], Canvas, MOVE, words::ALIGN_BOTTOM, || Action::Align(Align::Bottom)),
        row(&["Alt+H"], Canvas, MOVE, words::ALIGN_CENTER, || Action::Align(Align::Center)),
        row(&["Alt+V"], Canvas, MOVE, words::ALIGN_MIDDLE, || Action::Align(Align::Middle)),
        row(&["Alt+Shift+H"], Canvas, MOVE, words::DISTRIBUTE, || Action::Distribute { vertical: false }),
        row(&["Alt+Shift+V"], Canvas, MOVE, words::DISTRIBUTE_DOWN, || Action::Distribute { vertical: true }),
        row(&["+", "=", "Ctrl++", "Ctrl+="], Page, VIEW, words::ZOOM_IN, || Action::Zoom(ZOOM)),
        row(&["-", "Ctrl+-"], Page, VIEW, words::ZOOM_OUT, || Action::Zoom(1.0 / ZOOM)),
        row(&["Shift+Digit0", "Ctrl+Digit0"], Page, VIEW, words::ZOOM_100, || Action::ZoomTo(1.0)),
        row(&["Shift+Digit1"], Page, VIEW, words::FIT_ALL, || Action::FitAll),
        row(&["Shift+Digit2"], Page, VIEW, words::FIT_SELECTION, || Action::FitSelection),
        row(&["Alt+Digit1"], Everywhere, VIEW, words::PALETTE, || Action::TogglePanel(Panel::Palette)),
        row(&["Alt+Digit2"], Everywhere, VIEW, words::INSPECTOR, || Action::TogglePanel(Panel::Inspector)),
        row(&["Alt+Digit3"], Everywhere, VIEW, words::CODE, || Action::TogglePanel(Panel::Code)),
        row(&["Alt+Digit4"], Everywhere, VIEW, words::PROBLEMS, || Action::TogglePanel(Panel::Problems)),
        row(&["Alt+Digit5"], Everywhere, VIEW, words::OUTLINE, || Action::TogglePanel(Panel::Outline)),
        row(&["Ctrl+S"], Everywhere, FILE, words::EXPORT, || Action::ExportZip),
        row(&["?"], Page, FILE, words::SHEET, || Action::ShowShortcuts),
    ]
};

/// The action of a key pressed at `place`; `key` is what it types, `code` the physical key. The first row that fits.
pub fn action(key: &str, code: &str, modifiers: Modifiers, place: Place) -> Option<Action> {
    let fits = |it: &&Shortcut| it.scope.admits(place) && it.keys.iter().any(|keys| is(keys, key, code, modifiers));
    SHORTCUTS.iter().find(fits).map(|it| (it.action)())
}

/// Whether a key event is the chord `keys`.
fn is(keys: &str, key: &str, code: &str, held: Modifiers) -> bool {
    let (modifiers, name) = chord(keys);
    // `?` needs Shift on one keyboard and not on another: for what is typed, Shift says nothing.
    let symbol = name.chars().all(|it| it.is_ascii_punctuation());
    let same_modifiers =
        modifiers.ctrl == held.ctrl && modifiers.alt == held.alt && (symbol || modifiers.shift == held.shift);
    same_modifiers && is_key(name, key, code)
}

/// `Ctrl+Shift+Z` as modifiers and key.
fn chord(keys: &str) -> (Modifiers, &str) {
    let (mut modifiers, mut rest) = (Modifiers::default(), keys);
    loop {
        let tail = if let Some(tail) = rest.strip_prefix("Ctrl+") {
            modifiers.ctrl = true;
            tail
        } else if let Some(tail) = rest.strip_prefix("Shift+") {
            modifiers.shift = true;
            tail
        } else if let Some(tail) = rest.strip_prefix("Alt+") {
            modifiers.alt = true;
            tail
        } else {
            return (modifiers, rest);
        };
        rest = tail;
    }
}

/// Whether a key event is the key called `name`.
fn is_key(name: &str, key: &str, code: &str) -> bool {
    if name.starts_with("Digit") {
        return code == name;
    }
    let letter = name.len() == 1 && name.chars().all(|it| it.is_ascii_alphabetic());
    if !letter {
        return key == name;
    }
    let typed_latin = key.len() == 1 && key.chars().all(|it| it.is_ascii_alphabetic());
    if typed_latin {
        key.eq_ignore_ascii_case(name)
    } else {
        code.strip_prefix("Key") == Some(name) && key.chars().count() == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn no_key_does_two_things() {
        let mut seen: BTreeMap<&str, Vec<Scope>> = BTreeMap::new();
        for shortcut in SHORTCUTS {
            for keys in shortcut.keys {
                let scopes = seen.entry(keys).or_default();
                for place in [Place::Canvas, Place::Page, Place::Field] {
                    let twice = shortcut.scope.admits(place) && scopes.iter().any(|it| it.admits(place));
                    assert!(!twice, "{keys} is taken twice");
                }
                scopes.push(shortcut.scope);
            }
        }
    }

    #[test]
    fn every_chord_finds_its_own_row() {
        for shortcut in SHORTCUTS {
            for keys in shortcut.keys {
                let (modifiers, name) = chord(keys);
                let found = action(name, name, modifiers, Place::Canvas);
                assert_eq!(found, Some((shortcut.action)()), "{keys}");
            }
        }
    }

    #[test]
    fn keyboards_differ() {
        let none = Modifiers::default();
        let (ctrl, shift) = (Modifiers { ctrl: true, ..none }, Modifiers { shift: true, ..none });
        assert_eq!(action("я", "KeyZ", ctrl, Place::Canvas), Some(Action::Undo), "Cyrillic");
        assert_eq!(action("y", "KeyZ", ctrl, Place::Canvas), Some(Action::Redo), "German");
        assert_eq!(action("!", "Digit1", shift, Place::Page), Some(Action::FitAll));
        assert_eq!(action("?", "Minus", shift, Place::Page), Some(Action::ShowShortcuts), "German");
        assert_eq!(action("/", "Slash", none, Place::Field), None, "a field keeps its letters");
        assert_eq!(action("z", "KeyZ", ctrl, Place::Field), None, "a field has its own undo");
        assert!(action("s", "KeyS", ctrl, Place::Field).is_some());
    }
}
