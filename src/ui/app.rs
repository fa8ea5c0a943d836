//! The page: its regions and their order.

use crate::editor::action::{Action, Panel, Theme};
use crate::editor::editor::Editor;
use crate::editor::launch::{Launch, launch};
use crate::ui::bottom::Bottom;
use crate::ui::dialogs::Dialogs;
use crate::ui::effects::toast;
use crate::ui::handle::{EditorHandle, use_editor};
use crate::ui::inspector::Inspector;
use crate::ui::intake::listen_for_files;
use crate::ui::keys::listen_for_keys;
use crate::ui::left::Left;
use crate::ui::platform;
use crate::ui::session::{flush, mark_root, restore};
use crate::ui::stage::Stage;
use crate::ui::tab_bar::TabBar;
use crate::ui::toasts::Toasts;
use crate::ui::top_bar::TopBar;
use crate::ui::words;
use leptos::prelude::*;

/// Builds the page and starts what listens to it.
#[component]
pub fn App() -> impl IntoView {
    let launch = launch(&platform::address_pairs(), &platform::languages());
    let handle = EditorHandle::new(&Editor::new(launch.lang));
    provide_context(handle);
    restore(handle);
    start(handle, &launch);
    Effect::new(move |_| mark_root(handle.view.lang.get(), theme_word(handle.view.theme.get())));
    listen_for_keys(handle);
    listen_for_files(handle);
    let _ = window_event_listener(leptos::ev::pagehide, move |_| flush(handle));
    let _ = window_event_listener(leptos::ev::visibilitychange, move |_| flush(handle));
    view! { <Page /> }
}

/// Does what the address asks for.
fn start(handle: EditorHandle, launch: &Launch) {
    if launch.lang_asked {
        handle.dispatch(Action::SetLang(launch.lang));
    }
    let Some(id) = &launch.blueprint else { return };
    platform::forget_blueprint();
    if crate::catalog::blueprint::blueprint(id).is_some() {
        let entropy = platform::entropy(crate::catalog::secret::ENTROPY);
        handle.dispatch(Action::OpenBlueprint { id: id.clone(), entropy });
    } else {
        toast(handle, words::NO_BLUEPRINT.fill(&[("id", id)]), false);
    }
}

/// The regions.
#[component]
fn Page() -> impl IntoView {
    let handle = use_editor();
    let shown = move |panel: Panel| handle.view.panels.with(|it| it.contains(&panel));
    let tab = move || handle.shell.tab.get().id();
    view! {
        <a class="skip" href="#canvas">{move || handle.t(words::SKIP_TO_CANVAS)}</a>
        <div class="app" data-tab=tab>
            <TopBar />
            <Show when=move || shown(Panel::Palette) || handle.shell.tab.get() == crate::ui::signals::Tab::Palette>
                <Left />
            </Show>
            <Stage />
            <Bottom />
            <Show when=move || shown(Panel::Inspector) || handle.shell.tab.get() == crate::ui::signals::Tab::Inspector>
                <Inspector />
            </Show>
            <TabBar />
        </div>
        <Dialogs />
        <Toasts />
    }
}

/// The word in `data-theme`.
fn theme_word(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "system",
        Theme::Light => "light",
        Theme::Dark => "dark",
    }
}
