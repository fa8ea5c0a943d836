//! The left side: the palette of what can be put on the deck, or the outline of what is there.

use crate::ui::handle::use_editor;
use crate::ui::icon::Icon;
use crate::ui::outline::Outline;
use crate::ui::palette::Palette;
use crate::ui::words;
use leptos::prelude::*;

/// Palette or outline.
#[component]
pub fn Left() -> impl IntoView {
    let handle = use_editor();
    let outline = handle.shell.outline;
    let tab = move |is_outline: bool, icon: &'static str, words: crate::text::words::Pair| {
        view! {
            <button
                type="button"
                class="tab"
                role="tab"
                aria-selected=move || (outline.get() == is_outline).to_string()
                on:click=move |_| outline.set(is_outline)
            >
                <Icon name=icon />
                {move || handle.t(words)}
            </button>
        }
    };
    view! {
        <aside class="side side--left" aria-label=move || handle.t(words::LEFT_SIDE)>
            <div class="tabs" role="tablist" aria-label=move || handle.t(words::LEFT_SIDE)>
                {tab(false, "palette", words::PALETTE)}
                {tab(true, "outline", words::OUTLINE)}
            </div>
            <Show when=move || outline.get() fallback=|| view! { <Palette /> }>
                <Outline />
            </Show>
        </aside>
    }
}
