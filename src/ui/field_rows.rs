//! A field of several lines: ports, mounts, variables, dependencies. Each line is changed where it stands; the last, empty one
//! adds another.

use crate::editor::form::{Choice, Control, Entry, Row};
use crate::editor::form_entry::can_lift;
use crate::ui::field::{FieldMemo, Options, commit};
use crate::ui::handle::use_editor;
use crate::ui::widgets::IconButton;
use crate::ui::words;
use leptos::html::Input;
use leptos::prelude::*;

/// What all lines of a field share.
#[derive(Clone, Copy)]
struct Lines {
    field: FieldMemo,
    label: Signal<String>,
    pairs: bool,
    example: (&'static str, &'static str),
    options: Memo<Vec<Choice>>,
    ideas: Memo<Vec<String>>,
}

impl Lines {
    fn new(field: FieldMemo, label: Signal<String>) -> Self {
        let (pairs, example) = field.with_untracked(|it| match it.as_ref().map(|it| &it.control) {
            Some(Control::Pairs { example, .. }) => (true, *example),
            Some(Control::List { example, .. }) => (false, (*example, "")),
            _ => (false, ("", "")),
        });
        let options = Memo::new(move |_| {
            field.with(|it| match it.as_ref().map(|it| &it.control) {
                Some(Control::Pairs { options, .. }) => options.clone(),
                _ => Vec::new(),
            })
        });
        let ideas = Memo::new(move |_| {
            field.with(|it| match it.as_ref().map(|it| &it.control) {
                Some(Control::Pairs { ideas, .. } | Control::List { ideas, .. }) => ideas.clone(),
                _ => Vec::new(),
            })
        });
        Self { field, label, pairs, example, options, ideas }
    }

    /// Line `index` as it is now.
    fn row(self, index: usize) -> Row {
        self.field.with(|it| it.as_ref().and_then(|it| it.control.rows().get(index).cloned())).unwrap_or_default()
    }

    /// Whether the left part is fixed: a dependency's name is not typed over, it is removed and added.
    fn has_choice(self) -> bool {
        self.options.with_untracked(|it| !it.is_empty())
    }
}

/// The lines of a field.
#[component]
pub fn RowsControl(
    /// Whose.
    field: FieldMemo,
    /// What it is called.
    label: Signal<String>,
) -> impl IntoView {
    let lines = Lines::new(field, label);
    let count = Memo::new(move |_| field.with(|it| it.as_ref().map_or(0, |it| it.control.rows().len())));
    view! {
        <div class="rows" role="group" aria-label=label>
            <For each=move || 0..count.get() key=|it| *it children=move |index| view! { <Line lines=lines index=index /> } />
            <NewLine lines=lines />
        </div>
    }
}

/// One line.
#[component]
fn Line(
    /// What it shares with the others.
    lines: Lines,
    /// Which.
    index: usize,
) -> impl IntoView {
    let handle = use_editor();
    let row = Memo::new(move |_| lines.row(index));
    let change = move |key: Option<String>, value: Option<String>| {
        let now = row.get_untracked();
        let row = Row { key: key.unwrap_or(now.key.clone()), value: value.unwrap_or(now.value.clone()), ..now };
        commit(handle, lines.field, &Entry::Row { index, row });
    };
    let name = Signal::derive(move || {
        handle.say(&words::ROW_OF.fill(&[("field", &lines.label.get()), ("row", &(index + 1).to_string())]))
    });
    let value_name = Signal::derive(move || handle.say(&words::VALUE_OF.fill(&[("field", &row.get().key)])));
    let liftable = Memo::new(move |_| lines.field.with(|it| it.as_ref().is_some_and(|it| can_lift(it, index))));
    let lift = Signal::derive(move || handle.say(&words::LIFT_ROW.fill(&[("row", &row.get().key)])));
    let remove = Signal::derive(move || handle.say(&words::REMOVE_ROW.fill(&[("row", &row.get().key)])));
    view! {
        <div class="rows__row">
            <input
                class=if lines.pairs { "input input--mono rows__key" } else { "input input--mono" }
                spellcheck="false"
                autocomplete="off"
                aria-label=name
                readonly=lines.has_choice()
                prop:value=move || row.get().key
                on:change=move |event| change(Some(event_target_value(&event)), None)
            />
            <Show when=move || lines.pairs>
                <Right lines=lines label=value_name value=Signal::derive(move || row.get().value) change=move |it| change(None, Some(it)) />
            </Show>
            <Show when=move || liftable.get()>
                <IconButton icon="archive" class="button--ghost button--small" label=lift run=move |()| commit(handle, lines.field, &Entry::Lift(index)) />
            </Show>
            <IconButton icon="close" class="button--ghost button--small" label=remove run=move |()| commit(handle, lines.field, &Entry::Remove(index)) />
        </div>
    }
}

/// The right part of a pair.
#[component]
fn Right(
    /// What the lines share.
    lines: Lines,
    /// Its name.
    label: Signal<String>,
    /// What it says.
    value: Signal<String>,
    /// It says something else.
    #[prop(into)]
    change: Callback<String>,
) -> impl IntoView {
    let on_change = move |event| change.run(event_target_value(&event));
    if lines.has_choice() {
        view! { <select class="input" aria-label=label on:change=on_change><Options options=lines.options value=value /></select> }.into_any()
    } else {
        view! {
            <input
                class="input input--mono"
                spellcheck="false"
                autocomplete="off"
                aria-label=label
                placeholder=lines.example.1
                prop:value=move || value.get()
                on:change=on_change
            />
        }
        .into_any()
    }
}

/// The empty line that adds one.
#[component]
fn NewLine(
    /// What it shares with the others.
    lines: Lines,
) -> impl IntoView {
    let handle = use_editor();
    let key = NodeRef::<Input>::new();
    let value = RwSignal::new(String::new());
    let add = move || {
        let Some(input) = key.get_untracked() else { return };
        if input.value().trim().is_empty() {
            return;
        }
        let right = if lines.has_choice() { String::new() } else { value.get_untracked() };
        commit(handle, lines.field, &Entry::Add(Row::typed(&input.value(), &right)));
        input.set_value("");
        value.set(String::new());
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            add();
            if let Some(it) = key.get_untracked() {
                let _ = it.focus();
            }
        }
    };
    let list = lines.field.with_untracked(|it| it.as_ref().map(|it| format!("ideas-{}", it.id))).unwrap_or_default();
    let name = move || handle.say(&words::NEW_ROW.fill(&[("field", &lines.label.get())]));
    let right = !lines.has_choice() && lines.pairs;
    view! {
        <div class="rows__row rows__row--new" on:keydown=on_key>
            <input
                class=if right { "input input--mono rows__key" } else { "input input--mono" }
                node_ref=key
                spellcheck="false"
                autocomplete="off"
                list=list.clone()
                placeholder=lines.example.0
                aria-label=name
                on:change=move |_| if !right { add() }
            />
            <datalist id=list>{move || lines.ideas.get().into_iter().map(|it| view! { <option value=it></option> }).collect_view()}</datalist>
            <Show when=move || right>
                <input
                    class="input input--mono"
                    spellcheck="false"
                    autocomplete="off"
                    placeholder=lines.example.1
                    aria-label=move || handle.t(words::NEW_VALUE)
                    prop:value=move || value.get()
                    on:input=move |event| value.set(event_target_value(&event))
                    on:change=move |_| add()
                />
            </Show>
            <IconButton icon="plus" class="button--ghost button--small" label=Signal::derive(name) run=move |()| add() />
        </div>
    }
}
