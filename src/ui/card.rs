//! One card: a service as a container, a volume as a barrel, a network as a rope, secrets and configs as tags.

use crate::editor::describe::describe;
use crate::editor::shelf::paint;
use crate::scene::graph::{Node, NodeKind, Rect};
use crate::ui::card_parts::{Handles, Head, Problems, Rename, Rows};
use crate::ui::handle::use_editor;
use crate::ui::signals::Light;
use leptos::prelude::*;
use std::sync::Arc;

/// The card of a node.
#[component]
pub fn Card(
    /// The node's key.
    id: String,
) -> impl IntoView {
    let handle = use_editor();
    let signals = handle.card(&id)?;
    let node_id = signals.node.read_untracked().id.clone();
    let kind = node_id.kind;
    let node: RwSignal<Arc<Node>> = signals.node.into();
    let rect: RwSignal<Rect> = signals.rect.into();
    let light: RwSignal<Light> = signals.light.into();
    let selected: RwSignal<bool> = signals.selected.into();
    let is = move |it: Light| (light.get() == it).to_string();
    let label = move || handle.say(&handle.read(|it| describe(&node.read(), &it.snapshot().scene)));
    let renamed = node_id.clone();
    let renaming = Memo::new(move |_| handle.shell.renaming.with(|it| it.as_ref() == Some(&renamed)));
    Some(view! {
        <div
            id=format!("card-{id}")
            class="card"
            role="option"
            data-node=id
            data-kind=kind.id()
            data-paint=move || paint(&node.read().icon)
            data-selected=move || selected.get().to_string()
            data-once=move || node.read().one_shot.to_string()
            data-profile=move || (!node.read().profiles.is_empty()).to_string()
            data-moving=move || is(Light::Moving)
            data-over=move || is(Light::Over)
            data-refused=move || is(Light::Refused)
            aria-selected=move || selected.get().to_string()
            style=move || box_style(rect.get())
        >
            <span class="visually-hidden">{label}</span>
            <div class="card__body" aria-hidden="true">
                <Head node=node />
                <Show when=move || kind == NodeKind::Service>
                    <Rows node=node />
                </Show>
            </div>
            <Problems node=node />
            <Handles kind=kind />
            <Show when=move || renaming.get()>
                <Rename id=node_id.clone() />
            </Show>
        </div>
    })
}

/// A place and a size for the style sheet.
fn box_style(it: Rect) -> String {
    format!("transform:translate({}px,{}px);width:{}px;height:{}px", it.x, it.y, it.width, it.height)
}
