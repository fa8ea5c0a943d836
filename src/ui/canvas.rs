//! The canvas: one surface that takes pointer, wheel and keys, and one transformed world with edges below and cards above.

use crate::editor::action::Action;
use crate::scene::viewport::Viewport;
use crate::ui::card::Card;
use crate::ui::edge::{EdgeLine, EdgeMark};
use crate::ui::handle::{EditorHandle, use_editor};
use crate::ui::keys::canvas_key;
use crate::ui::overlay::{Overlay, OverlayBox};
use crate::ui::pointer::{capture, element_of, pointer, target_of, tick_while_wanted, under, wheel};
use crate::ui::words;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{AddEventListenerOptions, PointerEvent, ResizeObserver, WheelEvent};

/// The canvas. It is one tab stop: the selected card is its active descendant.
#[component]
pub fn Canvas() -> impl IntoView {
    let handle = use_editor();
    let surface = NodeRef::<Div>::new();
    Effect::new(move |_| {
        if let Some(it) = surface.get() {
            listen_wheel(handle, &it);
            watch_size(handle, &it);
        }
    });
    let hands = Hands { handle, surface, down: StoredValue::new(false), ticking: StoredValue::new(false) };
    let surface_state = SurfaceState::new(handle);
    view! {
        <div
            id="canvas"
            class="canvas"
            node_ref=surface
            role="application"
            tabindex="0"
            data-canvas=""
            data-viewport=surface_state.mark
            data-detail=surface_state.detail
            data-stale=move || handle.view.stale.get().to_string()
            data-panning=move || handle.view.live.with(|it| it.panning).to_string()
            data-connecting=move || handle.view.live.with(|it| it.connecting.is_some()).to_string()
            style=surface_state.style
            aria-label=move || handle.t(words::CANVAS)
            aria-roledescription=move || handle.t(words::CANVAS_ROLE)
            aria-activedescendant=surface_state.active
            on:pointerdown=move |event| hands.down(&event)
            on:pointermove=move |event| hands.go(&event)
            on:pointerup=move |event| hands.up(&event)
            on:pointercancel=move |_| hands.cancel()
            on:contextmenu=move |event| event.prevent_default()
            on:keydown=move |event| canvas_key(handle, &event)
            on:keyup=move |event| crate::ui::keys::canvas_key_up(handle, &event)
        >
            <World />
            <OverlayBox />
        </div>
    }
}

/// Pointers on the surface.
#[derive(Clone, Copy)]
struct Hands {
    handle: EditorHandle,
    surface: NodeRef<Div>,
    /// Whether one is down.
    down: StoredValue<bool>,
    /// Whether the clock of a gesture runs.
    ticking: StoredValue<bool>,
}

impl Hands {
    fn down(self, event: &PointerEvent) {
        let Some(canvas) = self.surface.get_untracked() else { return };
        let target = target_of(element_of(event));
        capture(event, &canvas);
        self.down.set_value(true);
        self.handle.dispatch(Action::PointerDown(pointer(event, &canvas, target)));
        tick_while_wanted(self.handle, self.ticking);
    }

    /// A move matters while a pointer is down, and between the two clicks of a connection.
    fn go(self, event: &PointerEvent) {
        let connecting = self.handle.view.live.with_untracked(|it| it.connecting.is_some());
        if !self.down.get_value() && !connecting {
            return;
        }
        let Some(canvas) = self.surface.get_untracked() else { return };
        let target = if connecting { under(event) } else { target_of(None) };
        self.handle.dispatch(Action::PointerMove(pointer(event, &canvas, target)));
        tick_while_wanted(self.handle, self.ticking);
    }

    fn up(self, event: &PointerEvent) {
        let Some(canvas) = self.surface.get_untracked() else { return };
        self.down.set_value(false);
        self.handle.dispatch(Action::PointerUp(pointer(event, &canvas, under(event))));
    }

    fn cancel(self) {
        self.down.set_value(false);
        self.handle.dispatch(Action::PointerCancel);
    }
}

/// What the surface says of itself.
struct SurfaceState {
    mark: Memo<String>,
    detail: Memo<&'static str>,
    style: Memo<String>,
    active: Memo<Option<String>>,
}

impl SurfaceState {
    fn new(handle: EditorHandle) -> Self {
        let port = handle.view.viewport;
        Self {
            mark: Memo::new(move |_| port.with(|it| format!("{} {} {}", it.x, it.y, it.zoom))),
            detail: Memo::new(move |_| if port.with(|it| it.zoom) < 0.4 { "low" } else { "full" }),
            style: Memo::new(move |_| view_style(port.get())),
            active: Memo::new(move |_| {
                handle.view.selection.with(|it| it.primary().map(|id| format!("card-{}", id.key())))
            }),
        }
    }
}

/// The viewport as the style sheet's custom properties; the deck's dots keep between half and full distance at any zoom.
fn view_style(it: Viewport) -> String {
    let dots = it.zoom / it.zoom.log2().round().exp2();
    format!("--view-x:{}px;--view-y:{}px;--view-zoom:{};--grid-zoom:{dots}", it.x, it.y, it.zoom)
}

/// Everything that pans and zooms.
#[component]
fn World() -> impl IntoView {
    let handle = use_editor();
    view! {
        <div class="canvas__world">
            <svg class="edges" aria-hidden="true" focusable="false">
                <For each=move || handle.view.edges.get() key=Clone::clone children=move |id| view! { <EdgeLine id=id /> } />
                <Overlay />
            </svg>
            <For each=move || handle.view.edges.get() key=Clone::clone children=move |id| view! { <EdgeMark id=id /> } />
            <div role="listbox" aria-multiselectable="true" aria-label=move || handle.t(words::CARDS)>
                <For each=move || handle.view.order.get() key=Clone::clone children=move |id| view! { <Card id=id /> } />
            </div>
        </div>
    }
}

/// Takes the wheel without letting the page scroll or zoom, which needs a listener that is not passive.
fn listen_wheel(handle: EditorHandle, canvas: &web_sys::HtmlElement) {
    let surface = canvas.clone();
    let turn = Closure::<dyn FnMut(WheelEvent)>::new(move |event: WheelEvent| {
        event.prevent_default();
        handle.dispatch(wheel(&event, &surface));
    });
    let options = AddEventListenerOptions::new();
    options.set_passive(false);
    let _ = canvas.add_event_listener_with_callback_and_add_event_listener_options(
        "wheel",
        turn.as_ref().unchecked_ref(),
        &options,
    );
    // The canvas lives as long as the page.
    turn.forget();
}

/// Tells the editor the size of the canvas, now and after every change.
fn watch_size(handle: EditorHandle, canvas: &web_sys::HtmlElement) {
    let surface = canvas.clone();
    let changed = Closure::<dyn FnMut()>::new(move || {
        let (width, height) = (f64::from(surface.client_width()), f64::from(surface.client_height()));
        if width > 0.0 && height > 0.0 {
            handle.dispatch(Action::Resize { width, height });
        }
    });
    if let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) {
        observer.observe(canvas);
    }
    changed.forget();
}
