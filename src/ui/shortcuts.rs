//! The sheet of shortcuts: the table of the editor, as it is.

use crate::editor::keymap::SHORTCUTS;
use crate::text::words::Pair;
use crate::ui::handle::use_editor;
use crate::ui::widgets::Dialog;
use crate::ui::words;
use leptos::prelude::*;

/// The sheet.
#[component]
pub fn Shortcuts() -> impl IntoView {
    let handle = use_editor();
    let words_of = move |pair: Pair| Signal::derive(move || handle.t(pair).to_owned());
    let mut groups: Vec<Pair> = SHORTCUTS.iter().map(|it| it.group).collect();
    groups.dedup();
    let row = move |label: Pair, keys: &'static str| {
        view! {
            <div class="keys__row">
                <dt>{move || handle.t(label)}</dt>
                <dd><kbd class="key">{keys.replace("Digit", "").replace("Arrow", "")}</kbd></dd>
            </div>
        }
    };
    let group = move |it: Pair| {
        let rows = SHORTCUTS.iter().filter(move |row| row.group == it);
        view! {
            <section class="shelf">
                <h3 class="eyebrow">{move || handle.t(it)}</h3>
                <dl class="keys">{rows.filter_map(|it| Some(row(it.label, it.keys.first()?))).collect_view()}</dl>
            </section>
        }
    };
    view! {
        <Dialog
            class="dialog--wide"
            title=words_of(words::SHORTCUTS)
            close_label=words_of(words::CLOSE)
            close=move |()| handle.shell.asking.set(None)
        >
            <div class="dialog__body" tabindex="0">{groups.into_iter().map(group).collect_view()}</div>
        </Dialog>
    }
}
