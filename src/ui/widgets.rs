//! Small parts: a button with an icon, a menu that opens below its button, a dialog.

use crate::ui::icon::Icon;
use leptos::html::{Dialog as DialogElement, Div};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, HtmlElement, KeyboardEvent};

/// A button that is only an icon; its words are its name and tooltip.
#[component]
pub fn IconButton(
    /// The icon.
    icon: &'static str,
    /// What it does.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it can do that now.
    #[prop(into, default = Signal::stored(false))]
    disabled: Signal<bool>,
    /// More classes.
    #[prop(default = "button--ghost")]
    class: &'static str,
    /// Does it.
    #[prop(into)]
    run: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=format!("button button--icon {class}")
            title=label
            aria-label=label
            disabled=disabled
            on:click=move |_| run.run(())
        >
            <Icon name=icon />
        </button>
    }
}

/// A button with a menu below it. The menu closes at Escape, at a choice, and when the focus leaves.
#[allow(clippy::needless_pass_by_value, reason = "a component owns what it is given")]
#[component]
pub fn MenuButton(
    /// What stands on the button.
    face: ViewFn,
    /// The name of button and menu.
    #[prop(into)]
    label: Signal<String>,
    /// More classes of the button.
    #[prop(default = "")]
    class: &'static str,
    /// More classes of the place.
    #[prop(default = "")]
    place: &'static str,
    /// The items.
    children: ChildrenFn,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let area = NodeRef::<Div>::new();
    let children = StoredValue::new(children);
    let on_key = move |event: KeyboardEvent| menu_key(&event, open, area);
    let on_out = move |event: FocusEvent| {
        let next = event.related_target().and_then(|it| it.dyn_into::<web_sys::Node>().ok());
        let inside = area.try_get_untracked().flatten().is_some_and(|it| it.contains(next.as_ref()));
        if !inside {
            open.try_set(false);
        }
    };
    view! {
        <div class=format!("anchor {place}") node_ref=area on:keydown=on_key on:focusout=on_out>
            <button
                type="button"
                class=format!("button {class}")
                title=label
                aria-label=label
                aria-haspopup="menu"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|it| *it = !*it)
            >
                {face.run()}
            </button>
            <Show when=move || open.get()>
                <div class="menu" role="menu" aria-label=label on:click=move |_| open.set(false)>
                    {children.with_value(|it| it())}
                </div>
            </Show>
        </div>
    }
}

/// Arrow keys walk through a menu, Escape closes it.
fn menu_key(event: &KeyboardEvent, open: RwSignal<bool>, area: NodeRef<Div>) {
    let Some(area) = area.get_untracked() else { return };
    let step = match event.key().as_str() {
        "Escape" => {
            open.set(false);
            0
        }
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    event.prevent_default();
    event.stop_propagation();
    if step == 1 && !open.get_untracked() {
        open.set(true);
        return;
    }
    move_focus(&area, step);
}

/// Moves the focus among the items of a menu; `0` goes to its button.
pub fn move_focus(area: &HtmlElement, step: i32) {
    let Ok(items) = area.query_selector_all(".menu__item:not(:disabled)") else { return };
    let button = area.query_selector("button").ok().flatten().and_then(|it| it.dyn_into::<HtmlElement>().ok());
    let active = document().active_element();
    let all: Vec<HtmlElement> = (0..items.length()).filter_map(|it| items.item(it)?.dyn_into().ok()).collect();
    let now = all.iter().position(|it| active.as_ref().is_some_and(|a| a.is_same_node(Some(it))));
    let next = match (now, step) {
        (_, 0) => button,
        (None, 1) => all.first().cloned(),
        (None, _) => all.last().cloned(),
        (Some(at), 1) => all.get(at + 1).or(all.first()).cloned(),
        (Some(at), _) => at.checked_sub(1).and_then(|it| all.get(it)).or(all.last()).cloned(),
    };
    if let Some(it) = next {
        let _ = it.focus();
    }
}

/// An item of a menu.
#[component]
pub fn MenuItem(
    /// What it does.
    #[prop(into)]
    label: Signal<String>,
    /// The icon.
    #[prop(default = "")]
    icon: &'static str,
    /// The keys that do the same.
    #[prop(into, default = Signal::stored(String::new()))]
    key: Signal<String>,
    /// Whether this is what holds now; `None` for what is no choice.
    #[prop(into, default = Signal::stored(None))]
    chosen: Signal<Option<bool>>,
    /// More classes.
    #[prop(default = "")]
    class: &'static str,
    /// Does it.
    #[prop(into)]
    run: Callback<()>,
) -> impl IntoView {
    let role = move || if chosen.get().is_some() { "menuitemradio" } else { "menuitem" };
    view! {
        <button
            type="button"
            class=format!("menu__item {class}")
            role=role
            aria-checked=move || chosen.get().map(|it| it.to_string())
            on:click=move |_| run.run(())
        >
            <Show when=move || !icon.is_empty()><Icon name=icon /></Show>
            <span class="menu__words">{label}</span>
            <Show when=move || chosen.get() == Some(true)><Icon name="check" /></Show>
            <Show when=move || !key.get().is_empty()><kbd class="key">{key}</kbd></Show>
        </button>
    }
}

/// A dialog over the page; the browser keeps the focus in it and closes it at Escape.
#[component]
pub fn Dialog(
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// The name of its close button.
    #[prop(into)]
    close_label: Signal<String>,
    /// More classes.
    #[prop(default = "")]
    class: &'static str,
    /// It is closed without an answer.
    #[prop(into)]
    close: Callback<()>,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let element = NodeRef::<DialogElement>::new();
    Effect::new(move |_| {
        if let Some(it) = element.get() {
            let _ = it.show_modal();
        }
    });
    let outside = move |event: web_sys::PointerEvent| {
        let at = event.target().and_then(|it| it.dyn_into::<web_sys::Node>().ok());
        let on_backdrop = element
            .get_untracked()
            .is_some_and(|it: web_sys::HtmlDialogElement| at.is_some_and(|at| at.is_same_node(Some(&it))));
        if on_backdrop {
            close.run(());
        }
    };
    view! {
        <dialog
            class=format!("dialog {class}")
            node_ref=element
            aria-label=title
            on:cancel=move |event: web_sys::Event| {
                event.prevent_default();
                close.run(());
            }
            on:pointerdown=outside
        >
            <div class="dialog__head">
                <h2>{title}</h2>
                <IconButton icon="close" label=close_label run=close />
            </div>
            {children()}
        </dialog>
    }
}
