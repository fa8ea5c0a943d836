//! The palette: images on shelves. A click or Enter puts one on the deck, a drag puts it where it is let go.

use crate::catalog::image::{Category, Image};
use crate::catalog::secret::ENTROPY;
use crate::editor::action::Action;
use crate::editor::shelf::{Shelf, paint, shelves};
use crate::scene::graph::Point;
use crate::ui::handle::{EditorHandle, use_editor};
use crate::ui::icon::Icon;
use crate::ui::platform::{element, entropy};
use crate::ui::pointer::element_under;
use crate::ui::signals::Tab;
use crate::ui::words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

/// So far a pointer goes before a press becomes a drag, in px.
const THRESHOLD: f64 = 5.0;

/// An image that follows the pointer.
#[derive(Clone, Copy, PartialEq)]
struct Drag {
    image: &'static Image,
    start: Point,
    at: Point,
    far: bool,
}

/// The palette.
#[component]
pub fn Palette() -> impl IntoView {
    let handle = use_editor();
    let query = RwSignal::new(String::new());
    let drag = RwSignal::new(None::<Drag>);
    let found = Memo::new(move |_| shelves(&query.get(), handle.view.lang.get()));
    let first = move |event: leptos::ev::KeyboardEvent| {
        let image = found.with_untracked(|all| all.first().and_then(|it| it.images.first().copied()));
        if let (true, false, Some(image)) = (event.key() == "Enter", query.read_untracked().trim().is_empty(), image) {
            add(handle, image, None);
        }
    };
    view! {
        <div class="panel__search" style="padding-top: var(--gap-3)">
            <div class="search">
                <Icon name="search" />
                <input
                    id="palette-search"
                    class="input"
                    type="search"
                    autocomplete="off"
                    placeholder=move || handle.t(words::SEARCH_IMAGES)
                    aria-label=move || handle.t(words::SEARCH_IMAGES)
                    prop:value=move || query.get()
                    on:input=move |event| query.set(event_target_value(&event))
                    on:keydown=first
                />
            </div>
        </div>
        <div class="panel__scroll" tabindex="-1">
            <For each=move || found.get() key=|it| (it.title.en, it.images.len()) children=move |it| view! { <OneShelf shelf=it drag=drag /> } />
            <Show when=move || found.with(Vec::is_empty)>
                <p class="hint">{move || handle.say(&words::NOTHING_FOUND.fill(&[("query", query.get().trim())]))}</p>
            </Show>
        </div>
        <Show when=move || drag.with(|it| it.is_some_and(|it| it.far))>
            <Ghost drag=drag />
        </Show>
    }
}

/// Images that stand together.
#[component]
fn OneShelf(
    /// Which.
    shelf: Shelf,
    /// The image that follows the pointer.
    drag: RwSignal<Option<Drag>>,
) -> impl IntoView {
    let handle = use_editor();
    let title = shelf.title;
    view! {
        <div class="shelf">
            <h2 class="eyebrow">{move || handle.t(title)}</h2>
            <div class="shelf__items">{shelf.images.into_iter().map(|it| view! { <Cargo image=it drag=drag /> }).collect_view()}</div>
        </div>
    }
}

/// One image.
#[component]
fn Cargo(
    /// Which.
    image: &'static Image,
    /// The image that follows the pointer.
    drag: RwSignal<Option<Drag>>,
) -> impl IntoView {
    let handle = use_editor();
    let down = move |event: PointerEvent| {
        if event.button() == 0 {
            let at = at(&event);
            drag.set(Some(Drag { image, start: at, at, far: false }));
            capture(&event);
        }
    };
    let go = move |event: PointerEvent| {
        drag.update(|it| {
            if let Some(it) = it {
                it.at = at(&event);
                it.far = it.far || it.at.distance(it.start) > THRESHOLD;
            }
        });
    };
    let up = move |event: PointerEvent| {
        let was = drag.get_untracked();
        drag.set(None);
        if was.is_some_and(|it| it.far) {
            drop_on_canvas(handle, image, &event);
        }
    };
    let words = move || handle.say(&image.description);
    let is_own = image.category == Category::Own;
    let name = move || if is_own { own_name(handle, image) } else { image.name.clone() };
    // The reference is short and tells two images apart; what is no published image has only its sentence.
    let note = move || if is_own { words() } else { image.reference() };
    view! {
        <button
            type="button"
            class="cargo"
            data-image=image.id.clone()
            data-paint=paint(&image.icon)
            title=words
            on:pointerdown=down
            on:pointermove=go
            on:pointerup=up
            on:pointercancel=move |_| drag.set(None)
            on:click=move |event| {
                if !was_dragged(&event) {
                    add(handle, image, None);
                }
            }
        >
            <span class="cargo__tile"><Icon name=Signal::stored(image.icon.clone()) /></span>
            <span class="cargo__words"><b>{name}</b><small>{note}</small></span>
        </button>
    }
}

/// The words for what is not a published image.
fn own_name(handle: EditorHandle, image: &Image) -> String {
    handle.t(if image.id == "build" { words::BUILD_FROM_SOURCE } else { words::ANY_IMAGE }).to_owned()
}

/// The image that follows the pointer.
#[component]
fn Ghost(
    /// Which, and where.
    drag: RwSignal<Option<Drag>>,
) -> impl IntoView {
    let style =
        move || drag.get().map(|it| format!("transform:translate({}px,{}px) translate(-1rem,-1rem)", it.at.x, it.at.y));
    let icon = Signal::derive(move || drag.get().map(|it| it.image.icon.clone()).unwrap_or_default());
    view! {
        <div class="ghost" aria-hidden="true" style=style>
            <Icon name=icon />
            <span>{move || drag.get().map(|it| it.image.name.clone())}</span>
        </div>
    }
}

/// Where a pointer is on the page.
fn at(event: &PointerEvent) -> Point {
    Point { x: f64::from(event.client_x()), y: f64::from(event.client_y()) }
}

/// Keeps the pointer's events on the button; a finger that scrolls the list gives them up again.
fn capture(event: &PointerEvent) {
    if let Some(it) = event.current_target().and_then(|it| it.dyn_into::<Element>().ok()) {
        let _ = it.set_pointer_capture(event.pointer_id());
    }
}

/// A click that ends a drag over the canvas is none.
fn was_dragged(event: &web_sys::MouseEvent) -> bool {
    let under = element_under(event);
    let keyboard = event.detail() == 0;
    !keyboard && under.is_some_and(|it| it.closest(".cargo").ok().flatten().is_none())
}

/// Puts `image` where the pointer lets it go, where that is the canvas.
fn drop_on_canvas(handle: EditorHandle, image: &Image, event: &PointerEvent) {
    let Some(canvas) = element("canvas") else { return };
    let area = canvas.get_bounding_client_rect();
    let (x, y) = (f64::from(event.client_x()) - area.x(), f64::from(event.client_y()) - area.y());
    if x >= 0.0 && y >= 0.0 && x <= area.width() && y <= area.height() {
        let at = handle.view.viewport.get_untracked().to_canvas(Point { x, y });
        add(handle, image, Some(at));
    }
}

/// Puts `image` on the deck, at a free place where none is given.
fn add(handle: EditorHandle, image: &Image, at: Option<Point>) {
    handle.dispatch(Action::AddImage { image: image.id.clone(), at, from: None, entropy: entropy(ENTROPY) });
    handle.shell.tab.update(|it| {
        if *it == Tab::Palette {
            *it = Tab::Canvas;
        }
    });
}
