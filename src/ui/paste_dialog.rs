//! Takes a compose file as text, where nothing can be dropped or chosen.

use crate::ui::handle::use_editor;
use crate::ui::intake::open_text;
use crate::ui::platform::focus_soon;
use crate::ui::widgets::Dialog;
use crate::ui::words;
use leptos::prelude::*;

/// The dialog.
#[component]
pub fn PasteDialog() -> impl IntoView {
    let handle = use_editor();
    let text = RwSignal::new(String::new());
    let words_of = move |pair: crate::text::words::Pair| Signal::derive(move || handle.t(pair).to_owned());
    let close = move || handle.shell.asking.set(None);
    let open = move |_| {
        close();
        open_text(handle, &text.get_untracked());
    };
    focus_soon("paste-text");
    view! {
        <Dialog title=words_of(words::FROM_TEXT) close_label=words_of(words::CLOSE) close=move |()| close()>
            <div class="dialog__body form">
                <label class="field__label" for="paste-text">{move || handle.t(words::PASTE_LEAD)}</label>
                <textarea
                    id="paste-text"
                    class="input input--mono paste"
                    spellcheck="false"
                    placeholder="services:\n  web:\n    image: nginx"
                    prop:value=move || text.get()
                    on:input=move |event| text.set(event_target_value(&event))
                ></textarea>
            </div>
            <div class="dialog__foot">
                <button type="button" class="button" on:click=move |_| close()>{move || handle.t(words::CANCEL)}</button>
                <button type="button" class="button button--primary" disabled=move || text.read().trim().is_empty() on:click=open>
                    {move || handle.t(words::OPEN)}
                </button>
            </div>
        </Dialog>
    }
}
