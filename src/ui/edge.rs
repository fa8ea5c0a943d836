//! One connection: its curve, a wider invisible one that is easy to hit, and the mark in its middle.

use crate::compose::model::Condition;
use crate::editor::describe::{describe_edge, mark};
use crate::scene::graph::{Edge, EdgeKind, Rect};
use crate::scene::route::Route;
use crate::ui::handle::{EditorHandle, use_editor};
use crate::ui::icon::Icon;
use leptos::prelude::*;
use std::sync::Arc;

/// What line and mark of an edge read.
#[derive(Clone, Copy)]
struct EdgeView {
    edge: RwSignal<Arc<Edge>>,
    selected: RwSignal<bool>,
    route: Memo<Route>,
}

impl EdgeView {
    /// The view of the edge `id`; the curve follows the cards at its ends.
    fn new(handle: EditorHandle, id: &str) -> Option<Self> {
        let signals = handle.edge(id)?;
        let ends = signals.edge.read_untracked();
        let rect = |key: String| handle.card(&key).map(|it| RwSignal::from(it.rect));
        let from: RwSignal<Rect> = rect(ends.from.key())?;
        let to: RwSignal<Rect> = rect(ends.to.key())?;
        drop(ends);
        let (edge, id): (RwSignal<Arc<Edge>>, _) = (signals.edge.into(), id.to_owned());
        let route = Memo::new(move |_| {
            edge.track();
            handle.read(|it| it.snapshot().route(&id, from.get(), to.get()))
        });
        Some(Self { edge, selected: signals.selected.into(), route })
    }
}

/// The line of an edge.
#[component]
pub fn EdgeLine(
    /// The edge's id.
    id: String,
) -> impl IntoView {
    let handle = use_editor();
    let it = EdgeView::new(handle, &id)?;
    let path = move || it.route.with(|it| it.path.clone());
    let kind = it.edge.read_untracked().kind;
    let end = if kind == EdgeKind::DependsOn { "url(#arrow)" } else { "url(#ring)" };
    Some(view! {
        <g class="edge" data-edge=id data-kind=kind.id() data-selected=move || it.selected.get().to_string()>
            <path class="edge__line" d=path marker-end=end></path>
            <path class="edge__hit" d=path></path>
        </g>
    })
}

/// The mark of an edge: always for a condition that makes one wait, else only while it is selected.
#[component]
pub fn EdgeMark(
    /// The edge's id.
    id: String,
) -> impl IntoView {
    let handle = use_editor();
    let it = EdgeView::new(handle, &id)?;
    let waits = move || matches!(it.edge.read().condition, Some(Condition::Healthy | Condition::Completed));
    let shown = Memo::new(move |_| it.selected.get() || waits());
    let words = move || handle.say(&mark(&it.edge.read()));
    let icon = Signal::derive(move || icon_of(&it.edge.read()).to_owned());
    let style = move || {
        it.route.with(|it| format!("transform:translate({}px,{}px) translate(-50%,-50%)", it.label.x, it.label.y))
    };
    let title = move || handle.say(&describe_edge(&it.edge.read()));
    let id = StoredValue::new(id);
    Some(view! {
        <Show when=move || shown.get()>
            <div
                class="mark"
                data-edge=id.get_value()
                data-kind=move || it.edge.read().kind.id()
                data-selected=move || it.selected.get().to_string()
                style=style
                title=title
            >
                <Icon name=icon />
                <Show when=move || it.selected.get()><span>{words}</span></Show>
            </div>
        </Show>
    })
}

/// The picture of an edge.
fn icon_of(edge: &Edge) -> &'static str {
    match (edge.kind, edge.condition) {
        (EdgeKind::DependsOn, Some(Condition::Healthy)) => "health",
        (EdgeKind::DependsOn, Some(Condition::Completed)) => "job",
        (EdgeKind::DependsOn, _) => "arrow",
        (EdgeKind::Mount, _) => "mount",
        (EdgeKind::Network, _) => "network",
        (EdgeKind::Secret | EdgeKind::Config, _) => "file",
    }
}
