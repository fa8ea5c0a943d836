//! The empty deck: three ways to begin.

use crate::editor::action::Action;
use crate::text::words::Pair;
use crate::ui::handle::use_editor;
use crate::ui::icon::Icon;
use crate::ui::signals::Asking;
use crate::ui::top_bar::choose_files;
use crate::ui::words;
use leptos::prelude::*;

/// What one sees before anything is on the deck.
#[component]
pub fn Empty() -> impl IntoView {
    let handle = use_editor();
    let start = move |icon: &'static str, title: Pair, text: Pair, run: fn(crate::ui::handle::EditorHandle)| {
        view! {
            <button type="button" class="start-card" on:click=move |_| run(handle)>
                <Icon name=icon />
                <b>{move || handle.t(title)}</b>
                <span>{move || handle.t(text)}</span>
            </button>
        }
    };
    view! {
        <div class="empty">
            <div class="empty__words">
                <h2>{move || handle.t(words::EMPTY_TITLE)}</h2>
                <p class="empty__lead">{move || handle.t(words::EMPTY_LEAD)}</p>
                <div class="empty__starts">
                    {start("gallery", words::START_BLUEPRINT, words::START_BLUEPRINT_TEXT, |it| it.shell.asking.set(Some(Asking::Gallery)))}
                    {start("open", words::START_FILES, words::START_FILES_TEXT, |_| choose_files())}
                    {start("plus", words::START_SERVICE, words::START_SERVICE_TEXT, |it| it.dispatch(Action::QuickAdd))}
                </div>
                <p class="empty__hint">{move || handle.t(words::EMPTY_HINT)}</p>
            </div>
        </div>
    }
}
