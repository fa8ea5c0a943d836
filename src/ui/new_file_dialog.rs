//! Asks for the path of a new file, a Dockerfile or a script say, which is then shown in the code pane.

use crate::editor::action::Action;
use crate::text::path::FilePath;
use crate::ui::bottom::show_code;
use crate::ui::handle::{EditorHandle, use_editor};
use crate::ui::platform::focus_soon;
use crate::ui::signals::Tab;
use crate::ui::widgets::Dialog;
use crate::ui::words;
use leptos::prelude::*;

/// The dialog.
#[component]
pub fn NewFileDialog() -> impl IntoView {
    let handle = use_editor();
    let path = RwSignal::new(String::new());
    let words_of = move |pair: crate::text::words::Pair| Signal::derive(move || handle.t(pair).to_owned());
    let close = move || handle.shell.asking.set(None);
    let named =
        move || path.read().trim().trim_end_matches('/') == path.read().trim() && !path.read().trim().is_empty();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if named() {
            close();
            create(handle, FilePath::new(path.get_untracked().trim()));
        }
    };
    focus_soon("new-file-path");
    view! {
        <Dialog title=words_of(words::NEW_FILE) close_label=words_of(words::CLOSE) close=move |()| close()>
            <form on:submit=submit>
                <div class="dialog__body form">
                    <div class="field">
                        <label class="field__label" for="new-file-path">{move || handle.t(words::FILE_PATH)}</label>
                        <input
                            id="new-file-path"
                            class="input input--mono"
                            spellcheck="false"
                            autocomplete="off"
                            placeholder="Dockerfile"
                            prop:value=move || path.get()
                            on:input=move |event| path.set(event_target_value(&event))
                        />
                        <p class="field__note">{move || handle.t(words::FILE_PATH_HELP)}</p>
                    </div>
                </div>
                <div class="dialog__foot">
                    <button type="button" class="button" on:click=move |_| close()>{move || handle.t(words::CANCEL)}</button>
                    <button type="submit" class="button button--primary" disabled=move || !named()>{move || handle.t(words::CREATE)}</button>
                </div>
            </form>
        </Dialog>
    }
}

/// Makes the file where there is none, and shows it.
fn create(handle: EditorHandle, path: FilePath) {
    if !handle.view.files.with_untracked(|it| it.contains(&path)) {
        handle.dispatch(Action::WriteFile { path: path.clone(), text: String::new() });
    }
    handle.shell.reveal.set(None);
    handle.dispatch(Action::ShowFile(path));
    handle.shell.tab.update(|it| *it = if *it == Tab::Problems { Tab::Code } else { *it });
    show_code(handle);
}
