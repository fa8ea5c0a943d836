//! The bottom pane: the files as tabs with their text, and the problems. Closed, only its tabs are seen.

use crate::editor::action::{Action, Panel};
use crate::editor::editor::Editor;
use crate::text::diagnostic::Severity;
use crate::text::path::FilePath;
use crate::ui::code_pane::CodePane;
use crate::ui::handle::{EditorHandle, use_editor};
use crate::ui::icon::Icon;
use crate::ui::problems::Problems;
use crate::ui::signals::{Asking, Tab};
use crate::ui::widgets::IconButton;
use crate::ui::words;
use leptos::prelude::*;
use web_sys::{KeyboardEvent, PointerEvent};

/// Its least and greatest height, in px.
const HEIGHT: (f64, f64) = (120.0, 640.0);

/// Shows or hides `panel` as `on` says.
pub fn show_panel(handle: EditorHandle, panel: Panel, on: bool) {
    if handle.view.panels.with_untracked(|it| it.contains(&panel)) != on {
        handle.dispatch(Action::TogglePanel(panel));
    }
}

/// Opens the pane with the text of a file.
pub fn show_code(handle: EditorHandle) {
    show_panel(handle, Panel::Problems, false);
    show_panel(handle, Panel::Code, true);
}

/// The pane.
#[component]
pub fn Bottom() -> impl IntoView {
    let handle = use_editor();
    let height = RwSignal::new(280.0);
    let has = move |panel: Panel| handle.view.panels.with(|it| it.contains(&panel));
    let tab = handle.shell.tab;
    let problems = Memo::new(move |_| tab.get() == Tab::Problems || (tab.get() != Tab::Code && has(Panel::Problems)));
    let open =
        Memo::new(move |_| has(Panel::Code) || has(Panel::Problems) || matches!(tab.get(), Tab::Code | Tab::Problems));
    // The editor is fetched when it is first needed and then kept, with its carets and folds.
    let code_wanted =
        Memo::new(move |before: Option<&bool>| before.copied().unwrap_or(false) || (open.get() && !problems.get()));
    view! {
        <section
            class="bottom"
            id="bottom"
            tabindex="-1"
            aria-label=move || handle.t(words::BOTTOM)
            data-open=move || open.get().to_string()
            style=move || format!("--bottom:{}px", height.get())
        >
            <Show when=move || open.get()><Grip height=height /></Show>
            <div class="bottom__head">
                <FileTabs problems=problems open=open />
                <Tools open=open />
            </div>
            <Show when=move || code_wanted.get()>
                <div class="code" hidden=move || problems.get() || !open.get()><CodePane /></div>
            </Show>
            <Show when=move || { open.get() && problems.get() }><Problems /></Show>
        </section>
    }
}

/// The files, and behind them the problems.
#[component]
fn FileTabs(
    /// Whether the problems are shown.
    problems: Memo<bool>,
    /// Whether anything is shown.
    open: Memo<bool>,
) -> impl IntoView {
    let handle = use_editor();
    let number = Memo::new(move |_| {
        handle.view.diagnostics.with(|all| all.iter().filter(|it| it.severity != Severity::Info).count())
    });
    let errors =
        Memo::new(move |_| handle.view.diagnostics.with(|all| all.iter().any(|it| it.severity == Severity::Error)));
    let badge = move || if errors.get() { "badge badge--error" } else { "badge badge--warning" };
    let show_problems = move |_| {
        handle.shell.tab.update(|it| *it = if *it == Tab::Code { Tab::Problems } else { *it });
        show_panel(handle, Panel::Problems, true);
    };
    view! {
        <div class="tabs" role="tablist" aria-label=move || handle.t(words::FILES)>
            <button type="button" class="tab" role="tab" aria-selected=move || (open.get() && problems.get()).to_string() on:click=show_problems>
                <Icon name=Signal::derive(move || if errors.get() { "error" } else { "warning" }.to_owned()) />
                {move || handle.t(words::PROBLEMS)}
                <Show when=move || { number.get() > 0 }><span class=badge>{move || number.get()}</span></Show>
            </button>
            <For each=move || handle.view.files.get() key=Clone::clone children=move |file| view! { <FileTab file=file problems=problems open=open /> } />
        </div>
    }
}

/// One file.
#[component]
fn FileTab(
    /// Which.
    file: FilePath,
    /// Whether the problems are shown instead.
    problems: Memo<bool>,
    /// Whether anything is shown.
    open: Memo<bool>,
) -> impl IntoView {
    let handle = use_editor();
    let name = file.to_string();
    let this = file.clone();
    let chosen =
        move || (open.get() && !problems.get() && handle.view.active.with(|it| it.as_ref() == Some(&this))).to_string();
    let show = move |_| {
        // The file that was asked for, not the place that waits to be shown when the pane opens.
        handle.shell.reveal.set(None);
        handle.dispatch(Action::ShowFile(file.clone()));
        handle.shell.tab.update(|it| *it = if *it == Tab::Problems { Tab::Code } else { *it });
        show_panel(handle, Panel::Problems, false);
        show_panel(handle, Panel::Code, true);
    };
    view! {
        <button type="button" class="tab tab--file" role="tab" aria-selected=chosen on:click=show>{name}</button>
    }
}

/// Open and close.
#[component]
fn Tools(
    /// Whether anything is shown.
    open: Memo<bool>,
) -> impl IntoView {
    let handle = use_editor();
    let toggle = move || {
        let is_open = open.get_untracked();
        let place = handle.read(Editor::selection_place).filter(|_| !is_open);
        handle.shell.reveal.set(place.map(|(file, span)| (file, span.start, span.end, false)));
        show_panel(handle, Panel::Problems, false);
        show_panel(handle, Panel::Code, !is_open);
    };
    view! {
        <div class="bottom__tools">
            <IconButton
                icon="plus"
                class="button--ghost button--small"
                label=Signal::derive(move || handle.t(words::NEW_FILE).to_owned())
                run=move |()| handle.shell.asking.set(Some(Asking::NewFile))
            />
            <span class="bottom__close">
            <Show
                when=move || open.get()
                fallback=move || view! {
                    <IconButton icon="up" class="button--ghost button--small" label=Signal::derive(move || handle.t(words::SHOW_CODE).to_owned()) run=move |()| toggle() />
                }
            >
                <IconButton icon="down" class="button--ghost button--small" label=Signal::derive(move || handle.t(words::HIDE_CODE).to_owned()) run=move |()| toggle() />
            </Show>
            </span>
        </div>
    }
}

/// The edge that one drags, or moves with the arrow keys, to make the pane higher.
#[component]
fn Grip(
    /// The height, in px.
    height: RwSignal<f64>,
) -> impl IntoView {
    let handle = use_editor();
    let start = StoredValue::new(None::<(f64, f64)>);
    let down = move |event: PointerEvent| {
        start.set_value(Some((f64::from(event.client_y()), height.get_untracked())));
        if let Some(it) = crate::ui::pointer::element_of(&event) {
            crate::ui::pointer::capture(&event, &it);
        }
    };
    let go = move |event: PointerEvent| {
        if let Some((y, was)) = start.get_value() {
            height.set((was + y - f64::from(event.client_y())).clamp(HEIGHT.0, HEIGHT.1));
        }
    };
    let key = move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowUp" => 24.0,
            "ArrowDown" => -24.0,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        height.update(|it| *it = (*it + step).clamp(HEIGHT.0, HEIGHT.1));
    };
    view! {
        <div
            class="bottom__grip"
            role="separator"
            aria-orientation="horizontal"
            aria-label=move || handle.t(words::RESIZE)
            aria-valuenow=move || height.get().round().to_string()
            aria-valuemin=HEIGHT.0.to_string()
            aria-valuemax=HEIGHT.1.to_string()
            tabindex="0"
            on:pointerdown=down
            on:pointermove=go
            on:pointerup=move |_| start.set_value(None)
            on:pointercancel=move |_| start.set_value(None)
            on:keydown=key
        ></div>
    }
}
