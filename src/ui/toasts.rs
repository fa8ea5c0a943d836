//! Short messages, and the live region that says sentences to those who do not see the canvas.

use crate::editor::action::Action;
use crate::ui::effects::dismiss;
use crate::ui::handle::use_editor;
use crate::ui::sentence::Words;
use crate::ui::signals::Toast;
use crate::ui::widgets::IconButton;
use crate::ui::words;
use leptos::prelude::*;

/// Messages and live region.
#[component]
pub fn Toasts() -> impl IntoView {
    let handle = use_editor();
    let said = move || handle.shell.said.with(|it| handle.say(it));
    view! {
        <div class="visually-hidden" role="status" aria-live="polite">{said}</div>
        <div class="toasts">
            <For each=move || handle.shell.toasts.get() key=|it| it.id children=move |it| view! { <Message toast=it /> } />
        </div>
    }
}

/// One message.
#[component]
fn Message(
    /// What it says.
    toast: Toast,
) -> impl IntoView {
    let handle = use_editor();
    let Toast { id, text, undo } = toast;
    let undo_it = move |_| {
        handle.dispatch(Action::Undo);
        dismiss(handle, id);
    };
    view! {
        <div class="toast">
            <Words text=Signal::derive(move || handle.say(&text)) />
            <Show when=move || undo>
                <button type="button" class="button button--small" on:click=undo_it>{move || handle.t(words::UNDO)}</button>
            </Show>
            <IconButton
                icon="close"
                class="button--ghost button--small"
                label=Signal::derive(move || handle.t(words::CLOSE).to_owned())
                run=move |()| dismiss(handle, id)
            />
        </div>
    }
}
