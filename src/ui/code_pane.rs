//! The code pane: the text of a file in `CodeMirror`, which is fetched when it is first shown. Until then, and where it cannot
//! be fetched, a plain text field does the same work.

use crate::editor::action::Action;
use crate::editor::code::{caret, language, typed, underlines, units};
use crate::editor::editor::Editor;
use crate::text::edit::TextEdit;
use crate::text::path::FilePath;
use crate::ui::handle::{EditorHandle, use_editor};
use crate::ui::platform::{CodeListener, CodePane as Pane, Squiggle, is_dark, open_code_pane, triples};
use crate::ui::words;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::Closure;

/// What came of fetching the editor.
#[derive(Clone)]
enum Fetched {
    /// It is on its way.
    Waiting,
    /// It is here.
    Here(Pane),
    /// It could not be had.
    Failed,
}

/// The pane.
#[component]
pub fn CodePane() -> impl IntoView {
    let handle = use_editor();
    let host = NodeRef::<Div>::new();
    let pane = RwSignal::new_local(Fetched::Waiting);
    let listener = StoredValue::new_local(listener(handle));
    Effect::new(move |_| {
        let Some(host) = host.get() else { return };
        spawn_local(async move {
            let label = handle.view.lang.with_untracked(|it| words::CODE.get(*it));
            let listener = listener.try_with_value(std::rc::Rc::clone);
            let Some(listener) = listener else { return };
            let opened = open_code_pane(&host, label, handle.lang_now().tag(), is_dark(), &listener).await;
            pane.try_set(opened.map_or(Fetched::Failed, Fetched::Here));
        });
    });
    follow(handle, pane);
    view! {
        <div class="code__host" node_ref=host hidden=move || matches!(*pane.read(), Fetched::Failed)></div>
        <Show when=move || matches!(*pane.read(), Fetched::Failed)><Plain /></Show>
    }
}

/// What a person does in the pane, as actions.
fn listener(handle: EditorHandle) -> std::rc::Rc<CodeListener> {
    std::rc::Rc::new(CodeListener {
        change: Closure::new(move |path: String, flat: js_sys::Array| {
            if let Some(it) = handle.read(|it| typed(it.snapshot(), &path, &triples(&flat))) {
                handle.dispatch(it);
            }
        }),
        caret: Closure::new(move |path: String, _anchor: u32, head: u32| {
            if let Some(it) = handle.read(|it| caret(it.snapshot(), &path, head as usize)) {
                handle.dispatch(it);
            }
        }),
        undo: Closure::new(move || handle.dispatch(Action::Undo)),
        redo: Closure::new(move || handle.dispatch(Action::Redo)),
        fix: Closure::new(move |diagnostic: u32, fix: u32| {
            handle.dispatch(Action::ApplyFix { diagnostic: diagnostic as usize, fix: fix as usize });
        }),
    })
}

/// Keeps the pane in step with the program: text, problems, place, language, colors.
fn follow(handle: EditorHandle, pane: RwSignal<Fetched, LocalStorage>) {
    let with = move |act: &dyn Fn(&Pane)| {
        pane.with(|it| {
            if let Fetched::Here(it) = it {
                act(it);
            }
        });
    };
    let view = handle.view;
    Effect::new(move |_| {
        view.revision.track();
        let Some(file) = view.active.get() else { return with(&|it| it.set_document("", "", "text")) };
        let text = handle.read(|it| it.snapshot().text(&file).cloned());
        with(&|it| it.set_document(file.as_str(), text.as_deref().unwrap_or_default(), language(&file)));
    });
    Effect::new(move |_| {
        view.revision.track();
        view.diagnostics.track();
        let Some(file) = view.active.get() else { return };
        let all = squiggles(handle, &file);
        with(&|it| it.squiggle(&all));
    });
    Effect::new(move |_| {
        let Some((file, start, end, focus)) = handle.shell.reveal.get() else { return };
        let Some((from, to)) = handle.read(|it| units(it.snapshot(), &file, start, end)) else { return };
        let narrow = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
        if !matches!(*pane.read(), Fetched::Here(_)) {
            return;
        }
        if view.active.get().as_ref() != Some(&file) {
            handle.dispatch(Action::ShowFile(file));
            return;
        }
        with(&|it| it.reveal(narrow(from), narrow(to), focus));
        handle.shell.reveal.set(None);
    });
    Effect::new(move |before: Option<()>| {
        view.selection.track();
        // When the pane has just opened, the file that was asked for counts; who types selects by the caret, which stands right.
        if before.is_none() || is_focused() {
            return;
        }
        if let Some((file, span)) = handle.read(Editor::selection_place) {
            handle.shell.reveal.set(Some((file, span.start, span.start, false)));
        }
    });
    Effect::new(move |_| {
        let lang = view.lang.get();
        with(&|it| it.set_lang(lang.tag(), words::CODE.get(lang)));
    });
    follow_theme(handle, pane);
}

/// Keeps the pane in the colors of the page, which the style sheet has only in the next frame.
fn follow_theme(handle: EditorHandle, pane: RwSignal<Fetched, LocalStorage>) {
    Effect::new(move |_| {
        handle.view.theme.track();
        request_animation_frame(move || {
            let _ = pane.try_with_untracked(|it| {
                if let Fetched::Here(it) = it {
                    it.set_dark(is_dark());
                }
            });
        });
    });
}

/// Whether the keyboard is in the code pane.
fn is_focused() -> bool {
    document().active_element().is_some_and(|it| it.closest(".code").ok().flatten().is_some())
}

/// What to underline in `file`.
fn squiggles(handle: EditorHandle, file: &FilePath) -> Vec<Squiggle> {
    let lang = handle.view.lang.get();
    let all = handle.read(|it| underlines(it.snapshot(), file, lang));
    let squiggle = |it: crate::editor::code::Underline| Squiggle {
        from: it.range.0,
        to: it.range.1,
        severity: it.severity,
        message: it.message,
        fixes: it.fixes,
        index: it.index,
    };
    all.into_iter().map(squiggle).collect()
}

/// The text without CodeMirror.
#[component]
fn Plain() -> impl IntoView {
    let handle = use_editor();
    let text = move || {
        handle.view.revision.track();
        let file = handle.view.active.get()?;
        handle.read(|it| it.snapshot().text(&file).map(ToString::to_string))
    };
    let type_text = move |event| {
        let (Some(file), Some(before)) = (handle.view.active.get_untracked(), untrack(text)) else { return };
        let edit = TextEdit::between(&before, &event_target_value(&event));
        handle.dispatch(Action::Type { file, edit });
    };
    view! {
        <textarea class="input code__plain" spellcheck="false" aria-label=move || handle.t(words::CODE) prop:value=text on:input=type_text></textarea>
    }
}
