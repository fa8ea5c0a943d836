//! The bar at the bottom of a narrow screen, which shows one thing at a time.

use crate::text::diagnostic::Severity;
use crate::text::words::Pair;
use crate::ui::handle::use_editor;
use crate::ui::icon::Icon;
use crate::ui::signals::Tab;
use crate::ui::words;
use leptos::prelude::*;

/// What can be shown, with its picture.
const TABS: [(Tab, &str, Pair); 5] = [
    (Tab::Palette, "plus", words::TAB_ADD),
    (Tab::Canvas, "canvas", words::TAB_CANVAS),
    (Tab::Inspector, "inspector", words::TAB_INSPECTOR),
    (Tab::Code, "code", words::TAB_CODE),
    (Tab::Problems, "warning", words::TAB_PROBLEMS),
];

/// The bar.
#[component]
pub fn TabBar() -> impl IntoView {
    let handle = use_editor();
    let tab = handle.shell.tab;
    let problems = Memo::new(move |_| {
        handle.view.diagnostics.with(|all| all.iter().filter(|it| it.severity != Severity::Info).count())
    });
    let one = move |(it, icon, words): (Tab, &'static str, Pair)| {
        view! {
            <button
                type="button"
                class="tabbar__tab"
                role="tab"
                aria-selected=move || (tab.get() == it).to_string()
                on:click=move |_| tab.set(it)
            >
                <Icon name=icon />
                <span>{move || handle.t(words)}</span>
                <Show when=move || { it == Tab::Problems && problems.get() > 0 }>
                    <span class="badge badge--warning">{move || problems.get()}</span>
                </Show>
            </button>
        }
    };
    view! {
        <nav class="tabbar" aria-label=move || handle.t(words::TABS)>
            <div class="tabbar__tabs" role="tablist" aria-label=move || handle.t(words::TABS)>{TABS.into_iter().map(one).collect_view()}</div>
        </nav>
    }
}
