//! Asks at which path a service mounts a volume; the path that fits the image is proposed.

use crate::editor::action::Action;
use crate::ui::handle::use_editor;
use crate::ui::platform::focus_soon;
use crate::ui::sentence::Words;
use crate::ui::widgets::Dialog;
use crate::ui::words;
use leptos::prelude::*;

/// The dialog.
#[component]
pub fn MountDialog(
    /// The volume.
    volume: String,
    /// The service.
    service: String,
    /// The path that fits the image.
    proposed: String,
) -> impl IntoView {
    let handle = use_editor();
    let path = RwSignal::new(proposed);
    let read_only = RwSignal::new(false);
    let lead = words::MOUNT_LEAD.fill(&[("volume", &volume), ("service", &service)]);
    let words_of = move |pair: crate::text::words::Pair| Signal::derive(move || handle.t(pair).to_owned());
    let close = move || {
        handle.shell.asking.set(None);
        focus_soon("canvas");
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let target = path.get_untracked().trim().to_owned();
        close();
        handle.dispatch(Action::MountAt {
            volume: volume.clone(),
            service: service.clone(),
            target,
            read_only: read_only.get_untracked(),
        });
    };
    let is_path = move || path.read().trim().starts_with('/');
    focus_soon("mount-path");
    view! {
        <Dialog title=words_of(words::MOUNT_TITLE) close_label=words_of(words::CLOSE) close=move |()| close()>
            <form on:submit=submit>
                <div class="dialog__body form">
                    <p><Words text=Signal::derive(move || handle.say(&lead)) /></p>
                    <PathField path />
                    <label class="check">
                        <input type="checkbox" prop:checked=move || read_only.get() on:change=move |event| read_only.set(event_target_checked(&event)) />
                        <span>{move || handle.t(words::READ_ONLY)}</span>
                    </label>
                </div>
                <div class="dialog__foot">
                    <button type="button" class="button" on:click=move |_| close()>{move || handle.t(words::CANCEL)}</button>
                    <button type="submit" class="button button--primary" disabled=move || !is_path()>{move || handle.t(words::MOUNT_DO)}</button>
                </div>
            </form>
        </Dialog>
    }
}

/// The path in the container.
#[component]
fn PathField(
    /// What is typed.
    path: RwSignal<String>,
) -> impl IntoView {
    let handle = use_editor();
    view! {
        <div class="field">
            <label class="field__label" for="mount-path">{move || handle.t(words::MOUNT_PATH)}</label>
            <input
                id="mount-path"
                class="input input--mono"
                spellcheck="false"
                autocomplete="off"
                placeholder="/data"
                prop:value=move || path.get()
                on:input=move |event| path.set(event_target_value(&event))
            />
            <p class="field__note">{move || handle.t(words::MOUNT_PATH_HELP)}</p>
        </div>
    }
}
