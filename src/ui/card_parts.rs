//! The parts of a card: head, rows, badges, handles, and the field that renames it in place.

use crate::editor::action::Action;
use crate::editor::describe::kind as kind_words;
use crate::editor::form::{Entry, Field};
use crate::editor::form_entry::commands;
use crate::editor::form_service::name_field;
use crate::scene::graph::{EdgeKind, Node, NodeId, NodeKind};
use crate::scene::size::{MOUNT_ROWS, has_marks};
use crate::ui::handle::{EditorHandle, use_editor};
use crate::ui::icon::Icon;
use crate::ui::platform::focus_soon;
use crate::ui::words;
use leptos::prelude::*;
use std::sync::Arc;

/// Icon, name and the line below.
#[component]
pub fn Head(
    /// The card.
    node: RwSignal<Arc<Node>>,
) -> impl IntoView {
    let handle = use_editor();
    let icon = Signal::derive(move || node.read().icon.clone());
    let detail = move || {
        let it = node.read();
        match (it.detail.as_str(), it.built) {
            ("", _) => handle.t(kind_words(it.id.kind)).to_owned(),
            (path, true) => handle.say(&words::BUILT_FROM.fill(&[("path", path)])),
            (detail, false) => detail.to_owned(),
        }
    };
    view! {
        <div class="card__head">
            <span class="card__tile"><Icon name=icon /></span>
            <span class="card__words">
                <span class="card__name">{move || node.read().id.name.clone()}</span>
                <span class="card__detail">{detail}</span>
            </span>
        </div>
    }
}

/// Ports, marks and mounts, in the order and number that the card's size allows.
#[component]
pub fn Rows(
    /// The card.
    node: RwSignal<Arc<Node>>,
) -> impl IntoView {
    let ports = move || {
        let it = node.read();
        (!it.ports.is_empty()).then(|| {
            let reach = if it.ports.iter().all(|it| it.loopback) { "loopback" } else { "public" };
            let all: Vec<&str> = it.ports.iter().map(|it| it.text.as_str()).collect();
            view! {
                <div class="card__row" data-reach=reach>
                    <Icon name=if reach == "loopback" { "lock" } else { "port" } />
                    <span>{all.join("  ")}</span>
                </div>
            }
        })
    };
    let mounts = move || {
        node.read()
            .mounts
            .iter()
            .take(MOUNT_ROWS)
            .cloned()
            .map(|it| {
                view! {
                    <div class="card__row"><Icon name="mount" /><span>{it}</span></div>
                }
            })
            .collect_view()
    };
    view! {
        <div class="card__rows">
            {ports}
            <Show when=move || has_marks(&node.read())><Marks node=node /></Show>
            {mounts}
        </div>
    }
}

/// Health check, one-shot, replicas, profiles.
#[component]
fn Marks(
    /// The card.
    node: RwSignal<Arc<Node>>,
) -> impl IntoView {
    let handle = use_editor();
    let replicas = move || node.read().replicas.map(|it| view! { <span class="card__count">{format!("×{it}")}</span> });
    let profiles = move || node.read().profiles.join(", ");
    view! {
        <div class="card__row card__row--marks">
            <Show when=move || node.read().healthy>
                <span class="card__sign card__sign--health"><Icon name="health" />{move || handle.t(words::HEALTH_MARK)}</span>
            </Show>
            <Show when=move || node.read().one_shot>
                <span class="card__sign"><Icon name="job" />{move || handle.t(words::ONE_SHOT_MARK)}</span>
            </Show>
            {replicas}
            <Show when=move || !node.read().profiles.is_empty()><span class="card__sign">{profiles}</span></Show>
        </div>
    }
}

/// How many errors and warnings it has.
#[component]
pub fn Problems(
    /// The card.
    node: RwSignal<Arc<Node>>,
) -> impl IntoView {
    let badge = move |severity: &'static str, number: usize| {
        (number > 0).then(|| {
            view! {
                <span class=format!("badge badge--{severity}")><Icon name=severity />{number}</span>
            }
        })
    };
    view! {
        <div class="card__problems" aria-hidden="true">
            {move || badge("error", node.read().problems.0)}
            {move || badge("warning", node.read().problems.1)}
        </div>
    }
}

/// Where connections start. The keyboard has its own way, so these are for pointers only.
#[component]
pub fn Handles(
    /// What the card stands for.
    kind: NodeKind,
) -> impl IntoView {
    let handle = use_editor();
    let kinds: &[EdgeKind] = match kind {
        NodeKind::Service => &[EdgeKind::DependsOn, EdgeKind::Mount, EdgeKind::Network],
        NodeKind::Volume => &[EdgeKind::Mount],
        NodeKind::Network => &[EdgeKind::Network],
        NodeKind::Secret => &[EdgeKind::Secret],
        NodeKind::Config => &[EdgeKind::Config],
    };
    let of = move |it: EdgeKind| {
        view! {
            <span class="handle" aria-hidden="true" data-handle=it.id() title=move || handle.t(handle_words(it))></span>
        }
    };
    kinds.iter().map(|it| of(*it)).collect_view()
}

/// What a handle is for.
fn handle_words(kind: EdgeKind) -> crate::text::words::Pair {
    match kind {
        EdgeKind::DependsOn => words::HANDLE_DEPENDS,
        EdgeKind::Mount => words::HANDLE_MOUNT,
        EdgeKind::Network => words::HANDLE_NETWORK,
        EdgeKind::Secret | EdgeKind::Config => words::HANDLE_FILE,
    }
}

/// The field that renames a card in place: Enter commits, Escape leaves the name as it was.
#[component]
pub fn Rename(
    /// The card.
    id: NodeId,
) -> impl IntoView {
    let handle = use_editor();
    let field = StoredValue::new(name_field(id.clone()));
    focus_soon("rename");
    let end = move || {
        handle.shell.renaming.set(None);
        focus_soon("canvas");
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        event.stop_propagation();
        match event.key().as_str() {
            "Enter" => {
                field.with_value(|it| commit_name(handle, it, &event_target_value(&event)));
                end();
            }
            "Escape" => end(),
            _ => {}
        }
    };
    let on_blur = move |event: leptos::ev::FocusEvent| {
        if handle.shell.renaming.get_untracked().is_some() {
            field.with_value(|it| commit_name(handle, it, &event_target_value(&event)));
            handle.shell.renaming.set(None);
        }
    };
    view! {
        <input
            id="rename"
            class="input card__rename"
            prop:value=id.name
            spellcheck="false"
            autocomplete="off"
            aria-label=move || handle.t(words::RENAME)
            on:keydown=on_key
            on:blur=on_blur
            on:pointerdown=|event| event.stop_propagation()
        />
    }
}

/// Renames where the name is another one.
fn commit_name(handle: EditorHandle, field: &Field, name: &str) {
    for command in commands(field, &Entry::Value(name.to_owned())) {
        handle.dispatch(Action::Run(command));
    }
}
