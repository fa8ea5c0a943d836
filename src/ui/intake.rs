//! What comes in from outside: files that are chosen or dropped, and text that is pasted onto the canvas.

use crate::editor::action::Action;
use crate::text::path::FilePath;
use crate::ui::effects::toast;
use crate::ui::handle::EditorHandle;
use crate::ui::platform::{files_of, is_typing, read_files};
use crate::ui::words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{ClipboardEvent, DragEvent, FileList};

/// The name of a pasted text.
const PASTED: &str = "compose.yaml";

/// Opens files that a person chose.
pub fn open_files(handle: EditorHandle, list: &FileList) {
    let chosen = files_of(list);
    spawn_local(async move {
        let (files, failed) = read_files(chosen).await;
        if !failed.is_empty() {
            toast(handle, words::NOT_READ.fill(&[("files", &failed.join(", "))]), false);
        }
        open(handle, files);
    });
}

/// Opens `files` in the place of what is open, and offers the way back where there was something.
fn open(handle: EditorHandle, files: Vec<(FilePath, Vec<u8>)>) {
    if files.is_empty() {
        return;
    }
    let had = handle.view.files.with_untracked(|it| !it.is_empty());
    let count = files.len().to_string();
    handle.dispatch(Action::Open(files));
    toast(handle, words::OPENED.fill(&[("count", &count)]), had);
}

/// Opens a text as the compose file of a project.
pub fn open_text(handle: EditorHandle, text: &str) {
    open(handle, vec![(FilePath::new(PASTED), text.as_bytes().to_vec())]);
}

/// Listens to drops and pastes on the page; answers whether files hang over it.
pub fn listen_for_files(handle: EditorHandle) {
    let over = handle.shell.dropping;
    let _ = window_event_listener(leptos::ev::dragover, move |event: DragEvent| {
        if has_files(&event) {
            event.prevent_default();
            over.set(true);
        }
    });
    let _ = window_event_listener(leptos::ev::dragleave, move |event: DragEvent| {
        if event.related_target().is_none() {
            over.set(false);
        }
    });
    let _ = window_event_listener(leptos::ev::drop, move |event: DragEvent| {
        over.set(false);
        if let Some(files) = event.data_transfer().and_then(|it| it.files()).filter(|it| it.length() > 0) {
            event.prevent_default();
            open_files(handle, &files);
        }
    });
    let _ = window_event_listener(leptos::ev::paste, move |event| pasted(handle, &event));
}

/// Whether a drag carries files.
fn has_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|it| it.types().iter().any(|it| it.as_string().as_deref() == Some("Files")))
}

/// A paste outside of fields: files are opened, and so is a text of several lines.
fn pasted(handle: EditorHandle, event: &web_sys::Event) {
    use wasm_bindgen::JsCast;
    let Some(event) = event.dyn_ref::<ClipboardEvent>() else { return };
    if is_typing(event.target()) || handle.shell.asking.get_untracked().is_some() {
        return;
    }
    let Some(data) = event.clipboard_data() else { return };
    if let Some(files) = data.files().filter(|it| it.length() > 0) {
        event.prevent_default();
        open_files(handle, &files);
        return;
    }
    let text = data.get_data("text/plain").unwrap_or_default();
    if text.contains("services:") {
        event.prevent_default();
        open_text(handle, &text);
    }
}
