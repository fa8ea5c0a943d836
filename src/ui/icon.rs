//! One icon of the sprite that stands in the page.

use leptos::prelude::*;

/// An icon; it says nothing to a screen reader, the words beside it do.
#[component]
pub fn Icon(
    /// Its name in `public/icons.svg`, without the `i-`.
    #[prop(into)]
    name: Signal<String>,
) -> impl IntoView {
    let href = move || format!("#i-{}", name.get());
    view! { <svg class="icon" aria-hidden="true" focusable="false"><use href=href></use></svg> }
}
