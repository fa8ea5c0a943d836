//! A sentence with names in it: what stands in backticks is shown as code. The text stays text; nothing in it is markup.

use leptos::prelude::*;

/// A sentence.
#[component]
pub fn Words(
    /// The sentence, names in backticks.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let parts = move || {
        let text = text.get();
        let part = |(index, it): (usize, &str)| {
            if index % 2 == 1 { view! { <code>{it.to_owned()}</code> }.into_any() } else { it.to_owned().into_any() }
        };
        text.split('`').enumerate().map(part).collect_view()
    };
    view! { <span class="words">{parts}</span> }
}
