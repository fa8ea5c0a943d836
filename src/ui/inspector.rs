//! The inspector: the form of what is selected. It draws fields and knows nothing of Compose.

use crate::editor::action::Action;
use crate::editor::describe::{describe_edge, kind};
use crate::editor::editor::Editor;
use crate::editor::form::{Form, Section};
use crate::ui::field::FieldView;
use crate::ui::handle::{EditorHandle, use_editor};
use crate::ui::icon::Icon;
use crate::ui::sentence::Words;
use crate::ui::widgets::IconButton;
use crate::ui::words;
use leptos::prelude::*;

/// The inspector.
#[component]
pub fn Inspector() -> impl IntoView {
    let handle = use_editor();
    let form = Memo::new(move |_| {
        handle.view.revision.track();
        handle.view.selection.track();
        handle.read(Editor::form)
    });
    // A form is built anew for another subject and woken field by field for the same one.
    let subject = Memo::new(move |_| form.with(|it| it.as_ref().map(|it| (it.node.clone(), it.title.clone()))));
    view! {
        <aside class="side side--right" id="inspector" tabindex="-1" aria-label=move || handle.t(words::INSPECTOR)>
            {move || match subject.get() {
                Some(_) => view! { <Subject form=form /> }.into_any(),
                None => view! { <Nothing /> }.into_any(),
            }}
        </aside>
    }
}

/// Heading, sections and what can be done with the whole.
#[component]
fn Subject(
    /// What to show.
    form: Memo<Option<Form>>,
) -> impl IntoView {
    let handle = use_editor();
    let title = move || form.with(|it| it.as_ref().map(|it| it.title.clone()));
    let is_node = move || form.with(|it| it.as_ref().is_some_and(|it| it.node.is_some()));
    let ids =
        Memo::new(move |_| form.with(|it| it.iter().flat_map(|it| &it.sections).map(|it| it.id).collect::<Vec<_>>()));
    let words_of = move |pair: crate::text::words::Pair| Signal::derive(move || handle.t(pair).to_owned());
    view! {
        <div class="subject">
            <div class="subject__words">
                <p class="eyebrow">{move || subtitle(handle, form)}</p>
                <h2 class="mono">{title}</h2>
                <p class="subject__says"><Words text=Signal::derive(move || sentence(handle, form)) /></p>
            </div>
            <Show when=is_node>
                <IconButton icon="link" label=words_of(words::CONNECT) run=move |()| handle.dispatch(Action::StartConnect) />
                <IconButton icon="copy" label=words_of(words::DUPLICATE) run=move |()| handle.dispatch(Action::DuplicateSelection) />
            </Show>
            <IconButton icon="trash" class="button--ghost button--danger" label=words_of(words::DELETE) run=move |()| handle.dispatch(Action::DeleteSelection) />
        </div>
        <div class="panel__scroll" style="padding-inline: 0">
            <For each=move || ids.get() key=|it| *it children=move |id| view! { <SectionView form=form id=id /> } />
        </div>
    }
}

/// What the subject is.
fn subtitle(handle: EditorHandle, form: Memo<Option<Form>>) -> String {
    let node = form.with(|it| it.as_ref().and_then(|it| it.node.clone()));
    handle.t(node.map_or(words::CONNECTION, |it| kind(it.kind))).to_owned()
}

/// What a connection says, as a sentence; empty for a card.
fn sentence(handle: EditorHandle, form: Memo<Option<Form>>) -> String {
    if form.with(|it| it.as_ref().is_none_or(|it| it.node.is_some())) {
        return String::new();
    }
    let edge = handle.view.selection.with(|it| it.edge().map(str::to_owned)).and_then(|it| handle.edge(&it));
    edge.map(|it| handle.say(&describe_edge(&it.edge.read()))).unwrap_or_default()
}

/// The section `id` of a form.
fn section(form: Memo<Option<Form>>, id: &'static str) -> Option<Section> {
    form.with(|it| it.as_ref()?.sections.iter().find(|it| it.id == id).cloned())
}

/// Fields that belong together; open where something is set.
#[component]
fn SectionView(
    /// Where it is found.
    form: Memo<Option<Form>>,
    /// Its name.
    id: &'static str,
) -> impl IntoView {
    let handle = use_editor();
    let now = Memo::new(move |_| section(form, id));
    let open = now.with_untracked(|it| {
        it.as_ref().is_some_and(|it| it.set > 0 || ["general", "ports", "environment"].contains(&id))
    });
    let set = move || now.with(|it| it.as_ref().map_or(0, |it| it.set));
    let troubled = move || now.with(|it| it.iter().flat_map(|it| &it.fields).any(|it| !it.problems.is_empty()));
    let ids = Memo::new(move |_| {
        now.with(|it| it.iter().flat_map(|it| &it.fields).map(|it| it.id.clone()).collect::<Vec<_>>())
    });
    view! {
        <details class="section" open=open>
            <summary>
                <Icon name="right" />
                {move || now.with(|it| it.as_ref().map(|it| handle.t(it.title)))}
                <Show when=troubled><Icon name="warning" /></Show>
                <Show when=move || { set() > 0 && id != "general" }><span class="badge">{set}</span></Show>
            </summary>
            <div class="section__fields">
                <For each=move || ids.get() key=Clone::clone children=move |name| {
                    let field = Memo::new(move |_| now.with(|it| it.as_ref()?.fields.iter().find(|it| it.id == name).cloned()));
                    view! { <FieldView field=field /> }
                } />
            </div>
        </details>
    }
}

/// What one reads where nothing, or more than one card, is selected.
#[component]
fn Nothing() -> impl IntoView {
    let handle = use_editor();
    let count = move || handle.view.selection.with(|it| it.nodes().len());
    let several = move || handle.say(&words::SEVERAL.fill(&[("count", &count().to_string())]));
    let words_of = move |pair: crate::text::words::Pair| Signal::derive(move || handle.t(pair).to_owned());
    view! {
        <Show
            when=move || { count() > 1 }
            fallback=move || view! {
                <div class="hint">
                    <h2>{move || handle.t(words::INSPECTOR)}</h2>
                    <p>{move || handle.t(words::INSPECTOR_EMPTY)}</p>
                </div>
            }
        >
            <div class="subject">
                <div class="subject__words"><h2>{several}</h2></div>
                <IconButton icon="copy" label=words_of(words::DUPLICATE) run=move |()| handle.dispatch(Action::DuplicateSelection) />
                <IconButton icon="trash" class="button--ghost button--danger" label=words_of(words::DELETE) run=move |()| handle.dispatch(Action::DeleteSelection) />
            </div>
        </Show>
    }
}
