//! The gallery of blueprints: whole stacks to begin with.

use crate::catalog::blueprint::{Blueprint, blueprints};
use crate::catalog::secret::ENTROPY;
use crate::editor::action::Action;
use crate::ui::effects::toast;
use crate::ui::handle::use_editor;
use crate::ui::icon::Icon;
use crate::ui::platform::entropy;
use crate::ui::widgets::Dialog;
use crate::ui::words;
use leptos::prelude::*;

/// The gallery.
#[component]
pub fn Gallery() -> impl IntoView {
    let handle = use_editor();
    let words_of = move |pair: crate::text::words::Pair| Signal::derive(move || handle.t(pair).to_owned());
    view! {
        <Dialog
            class="dialog--wide"
            title=words_of(words::GALLERY)
            close_label=words_of(words::CLOSE)
            close=move |()| handle.shell.asking.set(None)
        >
            <div class="dialog__body">
                <ul class="gallery">{blueprints().iter().map(|it| view! { <Choice blueprint=it /> }).collect_view()}</ul>
            </div>
        </Dialog>
    }
}

/// One blueprint.
#[component]
fn Choice(
    /// Which.
    blueprint: &'static Blueprint,
) -> impl IntoView {
    let handle = use_editor();
    let about = &blueprint.about;
    let open = move |_| {
        let had = handle.view.files.with_untracked(|it| !it.is_empty());
        handle.shell.asking.set(None);
        handle.dispatch(Action::OpenBlueprint { id: about.id.clone(), entropy: entropy(ENTROPY) });
        toast(handle, words::OPENED_BLUEPRINT.fill(&[("name", &about.title.en)]), had);
    };
    view! {
        <li>
            <button type="button" class="blueprint" data-blueprint=about.id.clone() on:click=open>
                <span class="blueprint__stack">
                    {about.icons.iter().map(|it| view! { <span class="cargo__tile" data-paint=crate::editor::shelf::paint(it)><Icon name=it.clone() /></span> }).collect_view()}
                </span>
                <b>{move || handle.say(&about.title)}</b>
                <span class="blueprint__text">{move || handle.say(&about.description)}</span>
            </button>
        </li>
    }
}
