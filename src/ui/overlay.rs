//! What a gesture draws over the scene: the connection being made, alignment guides, the selection box, and the reason why
//! something cannot be.

use crate::editor::describe::describe_edge;
use crate::scene::graph::Rect;
use crate::scene::guides::Guide;
use crate::scene::route::draft;
use crate::ui::handle::use_editor;
use crate::ui::sentence::Words;
use crate::ui::words;
use leptos::prelude::*;

/// The part that is drawn in the world's `svg`.
#[component]
pub fn Overlay() -> impl IntoView {
    let handle = use_editor();
    let live = handle.view.live;
    let preview = Memo::new(move |_| live.with(|it| it.connecting.as_ref().map(|it| it.preview.clone())));
    let path = move || {
        let preview = preview.get()?;
        let from = handle.card(&preview.from.key())?.rect.get_untracked();
        Some(draft(from, preview.to).path)
    };
    let state = move || {
        preview.with(|it| match it {
            Some(it) if it.refusal.is_some() => "false",
            Some(it) if it.edge.is_some() => "true",
            _ => "open",
        })
    };
    let guides = Memo::new(move |_| live.with(|it| it.guides.clone()));
    view! {
        <Show when=move || preview.with(Option::is_some)>
            <g class="edge edge--preview" data-valid=state>
                <path class="edge__line" d=path marker-end="url(#arrow)"></path>
            </g>
        </Show>
        {move || guides.get().into_iter().map(|it| view! { <path class="guide" d=guide_path(&it)></path> }).collect_view()}
    }
}

/// The line of a guide.
fn guide_path(it: &Guide) -> String {
    if it.vertical { format!("M{},{}V{}", it.at, it.from, it.to) } else { format!("M{},{}H{}", it.from, it.at, it.to) }
}

/// The part that is drawn over the world, at the size of the screen.
#[component]
pub fn OverlayBox() -> impl IntoView {
    let handle = use_editor();
    let live = handle.view.live;
    let brush = Memo::new(move |_| {
        let port = handle.view.viewport.get();
        live.with(|it| it.brush).map(|it| {
            let (a, b) = (port.to_screen(it.origin()), it.right() - it.x);
            Rect { x: a.x, y: a.y, width: b * port.zoom, height: it.height * port.zoom }
        })
    });
    let brush_style = move || {
        brush
            .get()
            .map(|it| format!("transform:translate({}px,{}px);width:{}px;height:{}px", it.x, it.y, it.width, it.height))
    };
    let reason = Memo::new(move |_| live.with(|it| it.connecting.as_ref().map(|it| it.preview.clone())));
    let text = move || {
        reason.get().map(|it| match (&it.refusal, &it.edge) {
            (Some(why), _) => handle.say(why),
            (None, Some(edge)) => handle.say(&describe_edge(edge)),
            (None, None) => handle.t(words::CONNECT_HINT).to_owned(),
        })
    };
    let reason_style = move || {
        reason.get().map(|it| {
            let at = handle.view.viewport.get().to_screen(it.to);
            format!("transform:translate({}px,{}px) translate(14px,14px)", at.x, at.y)
        })
    };
    view! {
        <Show when=move || brush.get().is_some()><div class="brush" style=brush_style></div></Show>
        <Show when=move || reason.with(Option::is_some)>
            <div class="reason" data-valid=move || reason.with(|it| it.as_ref().is_none_or(|it| it.refusal.is_none())).to_string() style=reason_style>
                <Words text=Signal::derive(move || text().unwrap_or_default()) />
            </div>
        </Show>
    }
}
