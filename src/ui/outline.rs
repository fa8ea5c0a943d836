//! The outline: the same graph as the canvas, as a tree of text.

use crate::editor::action::Action;
use crate::editor::describe::kind;
use crate::scene::graph::{NodeId, NodeKind};
use crate::ui::handle::use_editor;
use crate::ui::icon::Icon;
use crate::ui::sentence::Words;
use crate::ui::words;
use leptos::prelude::*;

/// The outline.
#[component]
pub fn Outline() -> impl IntoView {
    let handle = use_editor();
    let of = move |it: NodeKind| {
        let prefix = format!("{}:", it.id());
        Memo::new(move |_| {
            handle.view.order.with(|all| all.iter().filter(|key| key.starts_with(&prefix)).cloned().collect::<Vec<_>>())
        })
    };
    let group = move |it: NodeKind| {
        let keys = of(it);
        view! {
            <Show when=move || keys.with(|it| !it.is_empty())>
                <div class="shelf">
                    <h2 class="eyebrow">{move || handle.t(kind(it))} " · " {move || keys.with(Vec::len)}</h2>
                    <ul class="tree">
                        <For each=move || keys.get() key=Clone::clone children=move |id| view! { <Row id=id /> } />
                    </ul>
                </div>
            </Show>
        }
    };
    view! {
        <div class="panel__scroll" id="outline" tabindex="-1">
            {NodeKind::ALL.into_iter().map(group).collect_view()}
            <Show when=move || handle.view.order.with(Vec::is_empty)>
                <p class="hint">{move || handle.t(words::OUTLINE_EMPTY)}</p>
            </Show>
        </div>
    }
}

/// One node with what it is connected to.
#[component]
fn Row(
    /// Its key.
    id: String,
) -> impl IntoView {
    let handle = use_editor();
    let card = handle.card(&id)?;
    let (node, selected) = (RwSignal::from(card.node), RwSignal::from(card.selected));
    let node_id = NodeId::parse(&id)?;
    let from = node_id.clone();
    // The edges of a service, by id: `depends_on:api->db`.
    let edges = Memo::new(move |_| {
        handle.view.edges.with(|all| {
            let own = all.iter().filter(|_| from.kind == NodeKind::Service);
            own.filter(|it| it.split_once(':').is_some_and(|(_, it)| it.starts_with(&format!("{}->", from.name))))
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    Some(view! {
        <li>
            <button
                type="button"
                class="tree__row"
                aria-current=move || selected.get().then_some("true")
                data-selected=move || selected.get().to_string()
                on:click=move |_| {
                    handle.dispatch(Action::Select(vec![node_id.clone()]));
                    handle.dispatch(Action::FitSelection);
                }
            >
                <Icon name=Signal::derive(move || node.read().icon.clone()) />
                <span class="mono">{move || node.read().id.name.clone()}</span>
                <small>{move || node.read().detail.clone()}</small>
            </button>
            <Show when=move || edges.with(|it| !it.is_empty())>
                <ul class="tree tree--inner">
                    <For each=move || edges.get() key=Clone::clone children=move |id| view! { <EdgeRow id=id /> } />
                </ul>
            </Show>
        </li>
    })
}

/// One connection.
#[component]
fn EdgeRow(
    /// Its id.
    id: String,
) -> impl IntoView {
    let handle = use_editor();
    let signals = handle.edge(&id)?;
    let (edge, selected) = (RwSignal::from(signals.edge), RwSignal::from(signals.selected));
    let words = move || handle.say(&crate::editor::describe::describe_edge(&edge.read()));
    Some(view! {
        <li>
            <button
                type="button"
                class="tree__row"
                aria-current=move || selected.get().then_some("true")
                data-selected=move || selected.get().to_string()
                on:click=move |_| handle.dispatch(Action::SelectEdge(id.clone()))
            >
                <Icon name="arrow" />
                <Words text=Signal::derive(words) />
            </button>
        </li>
    })
}
