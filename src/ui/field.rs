//! One field of the inspector: label, control, where the value comes from, and its problems.

use crate::editor::action::Action;
use crate::editor::form::{Choice, Control, Entry, Field};
use crate::editor::form_entry::commands;
use crate::ui::bottom::show_code;
use crate::ui::field_rows::RowsControl;
use crate::ui::handle::{EditorHandle, use_editor};
use crate::ui::icon::Icon;
use crate::ui::sentence::Words;
use crate::ui::signals::Tab;
use crate::ui::words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The field as it is now; `None` for a moment while its form goes.
pub type FieldMemo = Memo<Option<Field>>;

/// Does what `entry` means.
pub fn commit(handle: EditorHandle, field: FieldMemo, entry: &Entry) {
    let all = field.with_untracked(|it| it.as_ref().map(|it| commands(it, entry)).unwrap_or_default());
    let mut all = all.into_iter();
    match (all.next(), all.next()) {
        (Some(one), None) => handle.dispatch(Action::Run(one)),
        (Some(one), Some(two)) => handle.dispatch(Action::RunAll([one, two].into_iter().chain(all).collect())),
        _ => {}
    }
}

/// One field.
#[component]
pub fn FieldView(
    /// What to show.
    field: FieldMemo,
) -> impl IntoView {
    let handle = use_editor();
    let id = field.with_untracked(|it| it.as_ref().map(|it| format!("field-{}", it.id))).unwrap_or_default();
    let control = field.with_untracked(|it| it.as_ref().map(|it| it.control.clone()))?;
    let label = Signal::derive(move || {
        field.with(|it| it.as_ref().map(|it| handle.t(it.label).to_owned())).unwrap_or_default()
    });
    let single = !matches!(control, Control::Toggle(_));
    let body = match control {
        Control::Text { example, .. } => view! { <TextControl field=field id=id.clone() example=example /> }.into_any(),
        Control::Choice { .. } => view! { <ChoiceControl field=field id=id.clone() /> }.into_any(),
        Control::Toggle(_) => view! { <ToggleControl field=field label=label /> }.into_any(),
        Control::List { .. } | Control::Pairs { .. } => view! { <RowsControl field=field label=label /> }.into_any(),
    };
    let help = move || field.with(|it| it.as_ref().and_then(|it| it.help)).map(|it| handle.t(it));
    Some(view! {
        <div class="field">
            <div class="field__label" hidden=!single>
                <label for=id>{label}</label>
                <From field=field />
            </div>
            {body}
            {move || help().map(|it| view! { <p class="field__note">{it}</p> })}
            <FieldProblems field=field />
        </div>
    })
}

/// Where the value was said; a click goes there.
#[component]
fn From(
    /// Whose.
    field: FieldMemo,
) -> impl IntoView {
    let handle = use_editor();
    let place = Memo::new(move |_| field.with(|it| it.as_ref().and_then(|it| it.place.clone())));
    let words = move || {
        place.get().map(|it| match &it.over {
            Some((file, line)) => {
                let (at, over) = (format!("{}:{}", it.file, it.line), format!("{file}:{line}"));
                handle.say(&words::FROM_OVER.fill(&[("at", &at), ("over", &over)]))
            }
            None => format!("{}:{}", it.file.name(), it.line),
        })
    };
    let go = move |_| {
        if let Some(it) = place.get_untracked() {
            handle.dispatch(Action::ShowFile(it.file.clone()));
            if handle.shell.tab.get_untracked() != Tab::Canvas {
                handle.shell.tab.set(Tab::Code);
            }
            show_code(handle);
            handle.shell.reveal.set(Some((it.file, it.span.start, it.span.end, false)));
        }
    };
    view! {
        <Show when=move || place.with(Option::is_some)>
            <button type="button" class="field__from mono" title=move || handle.t(words::GO_TO_TEXT) on:click=go>{words}</button>
        </Show>
    }
}

/// The problems of a value.
#[component]
fn FieldProblems(
    /// Whose.
    field: FieldMemo,
) -> impl IntoView {
    let handle = use_editor();
    let all = move || {
        let indexes = field.with(|it| it.as_ref().map(|it| it.problems.clone())).unwrap_or_default();
        let known = handle.view.diagnostics.get();
        let rows =
            indexes.into_iter().filter_map(|it| known.get(it).map(|it| (it.severity.id(), handle.say(&it.what))));
        rows.map(|(severity, what)| {
            view! {
                <p class="field__problem" data-severity=severity><Icon name=severity /><Words text=Signal::stored(what) /></p>
            }
        })
        .collect_view()
    };
    view! { {all} }
}

/// The text of a control of one value.
fn value(field: FieldMemo) -> String {
    field.with(|it| match it.as_ref().map(|it| &it.control) {
        Some(Control::Text { value, .. } | Control::Choice { value, .. }) => value.clone(),
        _ => String::new(),
    })
}

/// One line of text. Enter and leaving commit (the browser calls both a change); Escape brings the old text back.
#[component]
fn TextControl(
    /// Whose.
    field: FieldMemo,
    /// Its name on the page.
    id: String,
    /// What a value looks like.
    example: &'static str,
) -> impl IntoView {
    let handle = use_editor();
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let input = event.target().and_then(|it| it.dyn_into::<web_sys::HtmlInputElement>().ok());
        if let ("Escape", Some(it)) = (event.key().as_str(), input) {
            it.set_value(&untrack(|| value(field)));
        }
    };
    view! {
        <input
            id=id.clone()
            name=id
            class="input input--mono"
            spellcheck="false"
            autocomplete="off"
            placeholder=example
            prop:value=move || value(field)
            aria-invalid=move || field.with(|it| it.as_ref().is_some_and(|it| !it.problems.is_empty())).to_string()
            on:change=move |event| commit(handle, field, &Entry::Value(event_target_value(&event)))
            on:keydown=on_key
        />
    }
}

/// One of a few.
#[component]
fn ChoiceControl(
    /// Whose.
    field: FieldMemo,
    /// Its name on the page.
    id: String,
) -> impl IntoView {
    let handle = use_editor();
    let options = Memo::new(move |_| {
        field.with(|it| match it.as_ref().map(|it| &it.control) {
            Some(Control::Choice { options, .. }) => options.clone(),
            _ => Vec::new(),
        })
    });
    view! {
        <select id=id.clone() name=id class="input" on:change=move |event| commit(handle, field, &Entry::Value(event_target_value(&event)))>
            <Options options=options value=Signal::derive(move || value(field)) />
        </select>
    }
}

/// The options of a choice.
#[component]
pub fn Options(
    /// Them.
    options: Memo<Vec<Choice>>,
    /// The one that holds.
    value: Signal<String>,
) -> impl IntoView {
    let handle = use_editor();
    let option = move |it: Choice| {
        let (this, label) = (it.value.clone(), it.label);
        view! { <option value=it.value selected=move || value.get() == this>{move || handle.say(&label)}</option> }
    };
    view! { {move || options.get().into_iter().map(option).collect_view()} }
}

/// Yes or no.
#[component]
fn ToggleControl(
    /// Whose.
    field: FieldMemo,
    /// What it is called.
    label: Signal<String>,
) -> impl IntoView {
    let handle = use_editor();
    let on = move || field.with(|it| matches!(it.as_ref().map(|it| &it.control), Some(Control::Toggle(true))));
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=on
                on:change=move |event| commit(handle, field, &Entry::Value(event_target_checked(&event).to_string()))
            />
            <span>{label}</span>
        </label>
    }
}
