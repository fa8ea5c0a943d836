//! Does what the editor asks of the shell: files out, clipboard, messages, dialogs, storage.

use crate::editor::action::{Effect, Panel};
use crate::text::words::Text;
use crate::ui::bottom::show_code;
use crate::ui::handle::EditorHandle;
use crate::ui::platform;
use crate::ui::session::save_soon;
use crate::ui::signals::{Asking, Tab, Toast};
use crate::ui::words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// How long a message stays.
const TOAST: Duration = Duration::from_secs(8);

/// Does one effect.
pub fn perform(handle: EditorHandle, effect: Effect) {
    let shell = handle.shell;
    match effect {
        Effect::Download { name, bytes, mime } => download(handle, &name, &bytes, mime),
        Effect::Copy(text) => copy(handle, text),
        Effect::Announce(text) => announce(handle, text),
        Effect::Toast { text, undo } => toast(handle, text, undo),
        Effect::AskMount { volume, service, proposed } => {
            shell.asking.set(Some(Asking::Mount { volume, service, proposed }));
        }
        Effect::AskTarget(from) => shell.asking.set(Some(Asking::ConnectTo(from))),
        Effect::AskAdd { at, from } => shell.asking.set(Some(Asking::Add(at, from))),
        Effect::OpenMenu { target, at } => shell.asking.set(Some(Asking::Menu(target, at))),
        Effect::ShowShortcuts => shell.asking.set(Some(Asking::Shortcuts)),
        Effect::Rename(node) => shell.renaming.set(Some(node)),
        Effect::Reveal { file, start, end } => {
            if shell.tab.get_untracked() != Tab::Canvas {
                shell.tab.set(Tab::Code);
            }
            show_code(handle);
            shell.reveal.set(Some((file, start, end, false)));
        }
        Effect::Focus(panel) => focus(handle, panel),
        Effect::Save => save_soon(handle),
    }
}

/// Says a sentence in the live region; the same one again is said again, because the region is emptied first.
pub fn announce(handle: EditorHandle, text: Text) {
    handle.shell.said.set(Text::default());
    set_timeout(move || handle.shell.said.set(text), Duration::from_millis(60));
}

/// Shows a short message.
pub fn toast(handle: EditorHandle, text: Text, undo: bool) {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let id = NEXT.fetch_add(1, Ordering::Relaxed);
    announce(handle, text.clone());
    handle.shell.toasts.update(|all| {
        // An offer to undo is about the last step, so an older one would undo something else than it says.
        all.retain(|it| !it.undo && it.text != text);
        all.push(Toast { id, text, undo });
    });
    set_timeout(move || dismiss(handle, id), TOAST);
}

/// Takes a message away.
pub fn dismiss(handle: EditorHandle, id: u64) {
    let _ = handle.shell.toasts.try_update(|all| all.retain(|it| it.id != id));
}

fn download(handle: EditorHandle, name: &str, bytes: &[u8], mime: &str) {
    let text = match platform::download(name, bytes, mime) {
        Ok(()) => words::DOWNLOADED.fill(&[("file", name)]),
        Err(why) => words::DOWNLOAD_FAILED.fill(&[("why", &why)]),
    };
    toast(handle, text, false);
}

fn copy(handle: EditorHandle, text: String) {
    spawn_local(async move {
        let text = match platform::copy(text).await {
            Ok(()) => words::COPIED.text(),
            Err(why) => words::COPY_FAILED.fill(&[("why", &why)]),
        };
        toast(handle, text, false);
    });
}

/// Moves the keyboard to a panel, and on a narrow screen shows it.
fn focus(handle: EditorHandle, panel: Panel) {
    let (tab, id) = match panel {
        Panel::Palette => (Tab::Palette, "palette-search"),
        Panel::Outline => (Tab::Palette, "outline"),
        Panel::Inspector => (Tab::Inspector, "inspector"),
        Panel::Code => (Tab::Code, "bottom"),
        Panel::Problems => (Tab::Problems, "bottom"),
    };
    if matches!(panel, Panel::Palette | Panel::Outline) {
        handle.shell.outline.set(panel == Panel::Outline);
    }
    handle.shell.tab.set(tab);
    platform::focus_soon(id);
}
