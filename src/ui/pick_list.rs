//! Searchable lists in a dialog: what to add, and what to connect to. Arrows walk, Enter takes.

use crate::catalog::image::Image;
use crate::catalog::secret::ENTROPY;
use crate::editor::action::Action;
use crate::editor::describe::kind;
use crate::editor::shelf::shelves;
use crate::scene::graph::{NodeId, Point};
use crate::ui::handle::{EditorHandle, use_editor};
use crate::ui::icon::Icon;
use crate::ui::platform::{entropy, focus_soon};
use crate::ui::widgets::Dialog;
use crate::ui::words;
use leptos::prelude::*;

/// Something to pick.
#[derive(Clone, Debug, PartialEq)]
struct Pick {
    /// What it is called in the answer.
    id: String,
    /// Its icon.
    icon: String,
    /// Its name.
    name: String,
    /// What stands behind the name.
    note: String,
    /// Why it cannot be picked; empty where it can.
    refusal: String,
}

/// What to put on the deck; something that no image is called is taken as an image reference.
#[component]
pub fn AddDialog(
    /// Where.
    at: Point,
    /// What it is connected from.
    from: Option<NodeId>,
) -> impl IntoView {
    let handle = use_editor();
    let query = RwSignal::new(String::new());
    let picks = Memo::new(move |_| {
        let typed = query.get();
        let images = shelves(&typed, handle.view.lang.get())
            .into_iter()
            .flat_map(|it| it.images)
            .map(|it| image_pick(handle, it));
        let own = typed.trim().to_owned();
        let own = (!own.is_empty()).then(|| Pick {
            id: own.clone(),
            icon: "container".to_owned(),
            name: own.clone(),
            note: handle.t(words::AS_IMAGE).to_owned(),
            refusal: String::new(),
        });
        images.chain(own).collect::<Vec<_>>()
    });
    let pick = move |image: String| {
        close(handle);
        handle.dispatch(Action::AddImage { image, at: Some(at), from: from.clone(), entropy: entropy(ENTROPY) });
    };
    view! { <PickDialog title=words::QUICK_ADD placeholder=words::SEARCH_IMAGES query=query picks=picks pick=pick /> }
}

/// An image of the catalogue.
fn image_pick(handle: EditorHandle, it: &Image) -> Pick {
    Pick {
        id: it.id.clone(),
        icon: it.icon.clone(),
        name: it.name.clone(),
        note: handle.say(&it.description),
        refusal: String::new(),
    }
}

/// What to connect a card to.
#[allow(clippy::needless_pass_by_value, reason = "a component owns what it is given")]
#[component]
pub fn ConnectDialog(
    /// The card.
    from: NodeId,
) -> impl IntoView {
    let handle = use_editor();
    let query = RwSignal::new(String::new());
    let start = from.clone();
    let picks = Memo::new(move |_| {
        let typed = query.get().to_lowercase();
        let all = handle.read(|it| it.targets(&start));
        let found = all.into_iter().filter(|(id, _)| id.name.to_lowercase().contains(typed.trim()));
        found
            .map(|(id, refusal)| target_pick(handle, &id, refusal.as_ref().map(|it| handle.say(it))))
            .collect::<Vec<_>>()
    });
    let pick = move |key: String| {
        close(handle);
        if let Some(it) = NodeId::parse(&key) {
            handle.dispatch(Action::ConnectTo(it));
        }
    };
    view! { <PickDialog title=words::CONNECT_TITLE placeholder=words::SEARCH_TARGETS query=query picks=picks pick=pick /> }
}

/// A card to connect to.
fn target_pick(handle: EditorHandle, id: &NodeId, refusal: Option<String>) -> Pick {
    let icon = handle.card(&id.key()).map(|it| it.node.read().icon.clone()).unwrap_or_default();
    let refusal = refusal.unwrap_or_default();
    let note = if refusal.is_empty() { handle.t(kind(id.kind)).to_owned() } else { refusal.clone() };
    Pick { id: id.key(), icon, name: id.name.clone(), note, refusal }
}

/// Closes the dialog; the keyboard goes back to the canvas.
fn close(handle: EditorHandle) {
    handle.shell.asking.set(None);
    focus_soon("canvas");
}

/// A dialog with a search field over a list.
#[component]
fn PickDialog(
    /// Its heading.
    title: crate::text::words::Pair,
    /// What one searches.
    placeholder: crate::text::words::Pair,
    /// What is typed.
    query: RwSignal<String>,
    /// What is found.
    picks: Memo<Vec<Pick>>,
    /// One is picked.
    #[prop(into)]
    pick: Callback<String>,
) -> impl IntoView {
    let handle = use_editor();
    let current = RwSignal::new(0_usize);
    let words_of = move |pair: crate::text::words::Pair| Signal::derive(move || handle.t(pair).to_owned());
    let take = move |index: usize| {
        let found = picks.with_untracked(|it| it.get(index).filter(|it| it.refusal.is_empty()).map(|it| it.id.clone()));
        if let Some(it) = found {
            pick.run(it);
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let last = picks.with_untracked(Vec::len).saturating_sub(1);
        match event.key().as_str() {
            "ArrowDown" => current.update(|it| *it = if *it >= last { 0 } else { *it + 1 }),
            "ArrowUp" => current.update(|it| *it = it.checked_sub(1).unwrap_or(last)),
            "Enter" => take(current.get_untracked()),
            _ => return,
        }
        event.prevent_default();
    };
    focus_soon("pick-search");
    view! {
        <Dialog title=words_of(title) close_label=words_of(words::CLOSE) close=move |()| close(handle)>
            <div class="dialog__body">
                <SearchField placeholder query current on_key />
                <div class="list" id="pick-list" role="listbox" aria-label=words_of(title)>
                    {move || picks.get().into_iter().enumerate().map(|(index, it)| view! {
                        <Row index=index pick=it current=current take=take />
                    }).collect_view()}
                </div>
                <Show when=move || picks.with(Vec::is_empty)><p class="hint">{words_of(words::NOTHING_THERE)}</p></Show>
            </div>
        </Dialog>
    }
}

/// The field over the list; the arrow keys move through the list, the caret stays here.
#[component]
fn SearchField(
    /// What one searches.
    placeholder: crate::text::words::Pair,
    /// What is typed.
    query: RwSignal<String>,
    /// Which row is current; the first again after typing.
    current: RwSignal<usize>,
    /// A key went down.
    on_key: impl Fn(leptos::ev::KeyboardEvent) + 'static,
) -> impl IntoView {
    let handle = use_editor();
    let words = Signal::derive(move || handle.t(placeholder).to_owned());
    view! {
        <div class="search">
            <Icon name="search" />
            <input
                id="pick-search"
                class="input"
                autocomplete="off"
                spellcheck="false"
                role="combobox"
                aria-expanded="true"
                aria-controls="pick-list"
                aria-activedescendant=move || format!("pick-{}", current.get())
                aria-label=words
                placeholder=words
                on:input=move |event| {
                    query.set(event_target_value(&event));
                    current.set(0);
                }
                on:keydown=on_key
            />
        </div>
    }
}

/// One row of the list.
#[component]
fn Row(
    /// Its place.
    index: usize,
    /// What it offers.
    pick: Pick,
    /// The row that Enter takes.
    current: RwSignal<usize>,
    /// It is taken.
    #[prop(into)]
    take: Callback<usize>,
) -> impl IntoView {
    let is_current = Memo::new(move |_| current.get() == index);
    let element = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        if let (true, Some(it)) = (is_current.get(), element.get()) {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            it.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
    let paint = crate::editor::shelf::paint(&pick.icon);
    view! {
        <div
            id=format!("pick-{index}")
            class="list__row"
            role="option"
            node_ref=element
            aria-selected=move || is_current.get().to_string()
            aria-disabled=(!pick.refusal.is_empty()).to_string()
            on:click=move |_| take.run(index)
        >
            <span class="cargo__tile" data-paint=paint><Icon name=pick.icon /></span>
            <b>{pick.name}</b>
            <small>{pick.note}</small>
        </div>
    }
}
