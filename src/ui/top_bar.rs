//! The top bar: what is open, undo and redo, zoom, language, colors, open and export.

use crate::editor::action::{Action, Theme};
use crate::text::words::{Lang, Pair, Text};
use crate::ui::handle::{EditorHandle, use_editor};
use crate::ui::icon::Icon;
use crate::ui::intake::open_files;
use crate::ui::signals::{Asking, Kept};
use crate::ui::widgets::{IconButton, MenuButton, MenuItem};
use crate::ui::words;
use leptos::html::Input;
use leptos::prelude::*;

/// The bar.
#[component]
pub fn TopBar() -> impl IntoView {
    let handle = use_editor();
    let kept = move || match handle.shell.kept.get() {
        Kept::Saved => ("saved", handle.t(words::KEPT)),
        Kept::Pending => ("pending", handle.t(words::KEEPING)),
        Kept::Failed => ("failed", handle.t(words::KEPT_FAILED)),
    };
    view! {
        <header class="bar">
            <div class="bar__brand"><Wordmark /><h1 class="bar__name">"Estiba"</h1></div>
            <div class="bar__project">
                <span>{move || handle.t(words::PROJECT)}</span>
                <b>{move || handle.view.project.get()}</b>
            </div>
            <UndoRedo />
            <span class="bar__saved" data-state=move || kept().0>{move || kept().1}</span>
            <div class="bar__space"></div>
            <ZoomMenu />
            <LanguageMenu />
            <ThemeMenu />
            <IconButton
                icon="keyboard"
                class="button--ghost bar__wide"
                label=words_of(handle, words::SHORTCUTS)
                run=move |()| handle.shell.asking.set(Some(Asking::Shortcuts))
            />
            <OpenMenu />
            <ExportMenu />
        </header>
    }
}

/// `pair` as a signal.
fn words_of(handle: EditorHandle, pair: Pair) -> Signal<String> {
    Signal::derive(move || handle.t(pair).to_owned())
}

/// Three containers on a hull.
#[component]
fn Wordmark() -> impl IntoView {
    view! { <Icon name="estiba" /> }
}

/// Undo and redo; each says what it would do.
#[component]
fn UndoRedo() -> impl IntoView {
    let handle = use_editor();
    let label = move |pair: Pair, says: RwSignal<Option<Text>>| {
        Signal::derive(move || match says.get() {
            Some(it) => format!("{}: {}", handle.t(pair), handle.say(&it)),
            None => handle.t(pair).to_owned(),
        })
    };
    let none = move |says: RwSignal<Option<Text>>| Signal::derive(move || says.with(Option::is_none));
    let (undo, redo) = (handle.view.undo, handle.view.redo);
    view! {
        <IconButton icon="undo" label=label(words::UNDO, undo) disabled=none(undo) run=move |()| handle.dispatch(Action::Undo) />
        <IconButton icon="redo" label=label(words::REDO, redo) disabled=none(redo) run=move |()| handle.dispatch(Action::Redo) />
    }
}

/// The zoom, and where to go from it.
#[component]
fn ZoomMenu() -> impl IntoView {
    let handle = use_editor();
    let percent = move || format!("{:.0} %", handle.view.viewport.with(|it| it.zoom) * 100.0);
    let item = move |label: Signal<String>, key: &str, action: Action| {
        view! {
            <MenuItem label=label key=key.to_owned() run=move |()| handle.dispatch(action.clone()) />
        }
    };
    view! {
        <MenuButton
            label=Signal::derive(move || format!("{}: {}", handle.t(words::ZOOM), percent()))
            class="bar__zoom"
            place="bar__zoom-wrap bar__wide"
            face=ViewFn::from(move || view! { <span>{percent}</span> })
        >
            {item(words_of(handle, words::ZOOM_IN), "+", Action::Zoom(1.25))}
            {item(words_of(handle, words::ZOOM_OUT), "−", Action::Zoom(0.8))}
            {item(Signal::stored("50 %".to_owned()), "", Action::ZoomTo(0.5))}
            {item(Signal::stored("100 %".to_owned()), "⇧0", Action::ZoomTo(1.0))}
            {item(Signal::stored("200 %".to_owned()), "", Action::ZoomTo(2.0))}
            <hr class="menu__rule" />
            {item(words_of(handle, words::FIT_ALL), "⇧1", Action::FitAll)}
            {item(words_of(handle, words::FIT_SELECTION), "⇧2", Action::FitSelection)}
            <hr class="menu__rule" />
            {item(words_of(handle, words::AUTO_LAYOUT), "⇧L", Action::AutoLayout)}
        </MenuButton>
    }
}

/// English or Spanish.
#[component]
fn LanguageMenu() -> impl IntoView {
    let handle = use_editor();
    let item = move |lang: Lang, name: &'static str| {
        view! {
            <MenuItem
                label=Signal::stored(name.to_owned())
                chosen=Signal::derive(move || Some(handle.view.lang.get() == lang))
                run=move |()| handle.dispatch(Action::SetLang(lang))
            />
        }
    };
    view! {
        <MenuButton
            label=words_of(handle, words::LANGUAGE)
            class="button--icon"
            face=ViewFn::from(|| view! { <Icon name="language" /> })
        >
            {item(Lang::En, "English")}
            {item(Lang::Es, "Español")}
        </MenuButton>
    }
}

/// Light, dark, or what the system says.
#[component]
fn ThemeMenu() -> impl IntoView {
    let handle = use_editor();
    let item = move |theme: Theme, pair: Pair, icon: &'static str| {
        view! {
            <MenuItem
                icon=icon
                label=words_of(handle, pair)
                chosen=Signal::derive(move || Some(handle.view.theme.get() == theme))
                run=move |()| handle.dispatch(Action::SetTheme(theme))
            />
        }
    };
    view! {
        <MenuButton
            label=words_of(handle, words::THEME)
            class="button--icon"
            face=ViewFn::from(|| view! { <Icon name="contrast" /> })
        >
            {item(Theme::System, words::THEME_SYSTEM, "contrast")}
            {item(Theme::Light, words::THEME_LIGHT, "sun")}
            {item(Theme::Dark, words::THEME_DARK, "moon")}
        </MenuButton>
    }
}

/// Ways to begin: new, blueprint, files, text.
#[component]
fn OpenMenu() -> impl IntoView {
    let handle = use_editor();
    let ask = move |it: Asking| handle.shell.asking.set(Some(it));
    view! {
        <FileInput />
        <MenuButton
            label=words_of(handle, words::OPEN)
            face=ViewFn::from(move || view! {
                <Icon name="open" />
                <span class="button__words">{move || handle.t(words::OPEN)}</span>
            })
        >
            <MenuItem icon="gallery" label=words_of(handle, words::FROM_BLUEPRINT) run=move |()| ask(Asking::Gallery) />
            <MenuItem icon="open" label=words_of(handle, words::FROM_FILES) run=move |()| choose_files() />
            <MenuItem icon="copy" label=words_of(handle, words::FROM_TEXT) run=move |()| ask(Asking::Paste) />
            <hr class="menu__rule" />
            <MenuItem icon="plus" label=words_of(handle, words::NEW_PROJECT) run=move |()| handle.dispatch(Action::NewProject) />
        </MenuButton>
    }
}

/// The chooser of files; it has no face of its own.
#[component]
fn FileInput() -> impl IntoView {
    let handle = use_editor();
    let input = NodeRef::<Input>::new();
    let chosen = move |_| {
        let Some(it) = input.get_untracked() else { return };
        if let Some(files) = it.files() {
            open_files(handle, &files);
        }
        // The same file may be chosen again.
        it.set_value("");
    };
    view! {
        <input
            id="file-chooser"
            class="visually-hidden"
            type="file"
            multiple
            tabindex="-1"
            aria-label=words_of(handle, words::FROM_FILES)
            node_ref=input
            on:change=chosen
        />
    }
}

/// Opens the chooser of files.
pub fn choose_files() {
    if let Some(it) = crate::ui::platform::element("file-chooser") {
        it.click();
    }
}

/// Ways out: archive, one file, clipboard.
#[component]
fn ExportMenu() -> impl IntoView {
    let handle = use_editor();
    let with_file = move |make: fn(crate::text::path::FilePath) -> Action| {
        if let Some(file) = handle.view.active.get_untracked() {
            handle.dispatch(make(file));
        }
    };
    let file_words = move |pair: Pair| {
        Signal::derive(move || {
            let file = handle.view.active.with(|it| it.as_ref().map(ToString::to_string)).unwrap_or_default();
            handle.say(&pair.fill(&[("file", &file)]))
        })
    };
    view! {
        <MenuButton
            label=words_of(handle, words::EXPORT)
            class="button--export"
            face=ViewFn::from(move || view! {
                <Icon name="download" />
                <span class="button__words">{move || handle.t(words::EXPORT)}</span>
            })
        >
            <MenuItem icon="archive" label=words_of(handle, words::EXPORT_ZIP) key="Ctrl S" run=move |()| handle.dispatch(Action::ExportZip) />
            <Show when=move || handle.view.active.with(Option::is_some)>
                <MenuItem icon="download" label=file_words(words::SAVE_FILE) run=move |()| with_file(Action::SaveFile) />
                <MenuItem icon="copy" label=file_words(words::COPY_FILE) run=move |()| with_file(Action::CopyFile) />
            </Show>
        </MenuButton>
    }
}
