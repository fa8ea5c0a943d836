//! The menu of a card, an edge or the deck, at the pointer.

use crate::editor::action::{Action, Target};
use crate::scene::graph::{NodeKind, Point};
use crate::text::words::Pair;
use crate::ui::handle::use_editor;
use crate::ui::platform::focus_soon;
use crate::ui::widgets::{MenuItem, move_focus};
use crate::ui::words;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, KeyboardEvent};

/// One line of the menu: icon, words, keys, what it does.
type Item = (&'static str, Pair, &'static str, Action);

/// What can be done with `target`.
fn items(target: &Target) -> Vec<Item> {
    let delete = ("trash", words::DELETE, "Del", Action::DeleteSelection);
    match target {
        Target::Node(id) | Target::Handle(id, _) => {
            let mut all = vec![
                ("link", words::CONNECT, "C", Action::StartConnect),
                ("rename", words::RENAME, "F2", Action::StartRename),
            ];
            if id.kind == NodeKind::Service {
                all.push(("copy", words::DUPLICATE, "Ctrl D", Action::DuplicateSelection));
            }
            all.push(("fit", words::FIT_SELECTION, "⇧2", Action::FitSelection));
            all.push(delete);
            all
        }
        Target::Edge(_) => vec![delete],
        Target::Canvas => vec![
            ("plus", words::QUICK_ADD, "N", Action::QuickAdd),
            ("check", words::SELECT_ALL, "Ctrl A", Action::SelectAll),
            ("layout", words::AUTO_LAYOUT, "⇧L", Action::AutoLayout),
            ("fit", words::FIT_ALL, "⇧1", Action::FitAll),
        ],
    }
}

/// The menu.
#[allow(clippy::needless_pass_by_value, reason = "a component owns what it is given")]
#[component]
pub fn ContextMenu(
    /// Of what.
    target: Target,
    /// Where on the canvas's part of the screen.
    at: Point,
) -> impl IntoView {
    let handle = use_editor();
    let area = NodeRef::<Div>::new();
    let close = move || handle.shell.asking.set(None);
    Effect::new(move |_| {
        if let Some(it) = area.get() {
            keep_on_screen(&it, at);
            move_focus(&it, 1);
        }
    });
    let on_key = move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "Escape" | "Tab" => {
                close();
                focus_soon("canvas");
                return event.prevent_default();
            }
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        if let Some(it) = area.get_untracked() {
            move_focus(&it, step);
        }
    };
    let on_out = move |event: FocusEvent| {
        let next = event.related_target().and_then(|it| it.dyn_into::<web_sys::Node>().ok());
        if !area.try_get_untracked().flatten().is_some_and(|it| it.contains(next.as_ref())) {
            close();
        }
    };
    let item = move |(icon, words, key, action): Item| {
        view! {
            <MenuItem
                icon=icon
                class=if icon == "trash" { "menu__item--danger" } else { "" }
                label=Signal::derive(move || handle.t(words).to_owned())
                key=key.to_owned()
                run=move |()| {
                    close();
                    focus_soon("canvas");
                    handle.dispatch(action.clone());
                }
            />
        }
    };
    view! {
        <div class="menu context" role="menu" aria-label=move || handle.t(words::MENU) tabindex="-1" node_ref=area on:keydown=on_key on:focusout=on_out>
            {items(&target).into_iter().map(item).collect_view()}
        </div>
    }
}

/// Puts the menu at the pointer, or so far from it that it stays on the screen.
fn keep_on_screen(menu: &web_sys::HtmlElement, at: Point) {
    let canvas = crate::ui::platform::element("canvas").map(|it| it.get_bounding_client_rect());
    let (left, top) = canvas.map_or((0.0, 0.0), |it| (it.x(), it.y()));
    let room = |total: Result<wasm_bindgen::JsValue, _>, size: i32| {
        total.ok().and_then(|it: wasm_bindgen::JsValue| it.as_f64()).unwrap_or(0.0) - f64::from(size) - 8.0
    };
    let x = (left + at.x).min(room(window().inner_width(), menu.offset_width())).max(8.0);
    let y = (top + at.y).min(room(window().inner_height(), menu.offset_height())).max(8.0);
    let _ = menu.set_attribute("style", &format!("transform:translate({x}px,{y}px)"));
}
