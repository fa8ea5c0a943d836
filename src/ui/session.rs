//! Keeps the session in the browser: soon after every change, and at once when the page is left.

use crate::editor::editor::Editor;
use crate::text::words::Lang;
use crate::ui::effects::toast;
use crate::ui::handle::EditorHandle;
use crate::ui::platform;
use crate::ui::signals::Kept;
use crate::ui::words;
use leptos::prelude::*;
use std::time::Duration;

/// The name of the session in the browser's storage.
const KEY: &str = "estiba.session";
/// The name of the colors there; the page reads it before the program runs.
const THEME_KEY: &str = "estiba.theme";
/// How long one waits for more before storing.
const PAUSE: Duration = Duration::from_millis(250);

/// Stores the session in a moment.
pub fn save_soon(handle: EditorHandle) {
    let kept = handle.shell.kept;
    if kept.get_untracked() == Kept::Pending {
        return;
    }
    let failed_before = kept.get_untracked() == Kept::Failed;
    kept.set(Kept::Pending);
    set_timeout(move || save(handle, failed_before), PAUSE);
}

/// Stores the session at once where it waits to be stored.
pub fn flush(handle: EditorHandle) {
    if handle.shell.kept.get_untracked() == Kept::Pending {
        save(handle, true);
    }
}

/// Stores the session; a failure is said once, not at every letter.
fn save(handle: EditorHandle, said: bool) {
    let session = handle.read(Editor::session);
    let stored = platform::store(KEY, &session);
    handle.shell.kept.set(if stored { Kept::Saved } else { Kept::Failed });
    if !stored && !said {
        toast(handle, words::NOT_KEPT.text(), false);
    }
}

/// Takes the stored session up again, where there is one.
pub fn restore(handle: EditorHandle) {
    if let Some(session) = platform::stored(KEY) {
        handle.change(|it| it.restore(&session));
    }
}

/// Shows language and colors on the page's root, for the style sheet and for screen readers.
pub fn mark_root(lang: Lang, theme: &'static str) {
    let Some(root) = platform::root() else { return };
    let _ = root.set_attribute("lang", lang.tag());
    let _ = root.set_attribute("data-theme", theme);
    platform::store(THEME_KEY, theme);
}
