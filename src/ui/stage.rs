//! The middle of the page: the canvas with what floats over it, and the empty state.

use crate::editor::action::Action;
use crate::editor::editor::Editor;
use crate::ui::canvas::Canvas;
use crate::ui::empty::Empty;
use crate::ui::handle::use_editor;
use crate::ui::icon::Icon;
use crate::ui::widgets::IconButton;
use crate::ui::words;
use leptos::prelude::*;

/// The stage.
#[component]
pub fn Stage() -> impl IntoView {
    let handle = use_editor();
    let words_of = move |pair: crate::text::words::Pair| Signal::derive(move || handle.t(pair).to_owned());
    let is_empty = Memo::new(move |_| handle.view.order.with(Vec::is_empty) && !handle.view.stale.get());
    let out_of_sight = Memo::new(move |_| {
        handle.view.viewport.track();
        handle.view.order.track();
        handle.read(Editor::is_out_of_sight)
    });
    view! {
        <main class="stage">
            <Canvas />
            <Show when=move || handle.view.stale.get()>
                <div class="stage__stale" role="status">
                    <Icon name="warning" />
                    <span>{move || handle.t(words::STALE)}</span>
                </div>
            </Show>
            <Show when=move || is_empty.get()><Empty /></Show>
            <div class="stage__tools">
                <IconButton icon="minus" class="button--ghost button--small" label=words_of(words::ZOOM_OUT) run=move |()| handle.dispatch(Action::Zoom(0.8)) />
                <IconButton icon="plus" class="button--ghost button--small" label=words_of(words::ZOOM_IN) run=move |()| handle.dispatch(Action::Zoom(1.25)) />
                <IconButton icon="fit" class="button--ghost button--small" label=words_of(words::FIT_ALL) run=move |()| handle.dispatch(Action::FitAll) />
                <IconButton icon="layout" class="button--ghost button--small" label=words_of(words::AUTO_LAYOUT) run=move |()| handle.dispatch(Action::AutoLayout) />
                <Show when=move || out_of_sight.get()>
                    <button type="button" class="button button--small" on:click=move |_| handle.dispatch(Action::FitAll)>
                        {move || handle.t(words::BACK_TO_CONTENT)}
                    </button>
                </Show>
            </div>
            <Show when=move || handle.shell.dropping.get()>
                <div class="stage__drop" aria-hidden="true">{move || handle.t(words::DROP_HERE)}</div>
            </Show>
        </main>
    }
}
