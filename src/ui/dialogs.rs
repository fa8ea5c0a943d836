//! Whatever dialog or menu waits for an answer; one at a time.

use crate::ui::context_menu::ContextMenu;
use crate::ui::gallery::Gallery;
use crate::ui::handle::use_editor;
use crate::ui::mount_dialog::MountDialog;
use crate::ui::new_file_dialog::NewFileDialog;
use crate::ui::paste_dialog::PasteDialog;
use crate::ui::pick_list::{AddDialog, ConnectDialog};
use crate::ui::shortcuts::Shortcuts;
use crate::ui::signals::Asking;
use leptos::prelude::*;

/// The open dialog.
#[component]
pub fn Dialogs() -> impl IntoView {
    let handle = use_editor();
    move || {
        handle.shell.asking.get().map(|it| match it {
            Asking::Mount { volume, service, proposed } => {
                view! { <MountDialog volume=volume service=service proposed=proposed /> }.into_any()
            }
            Asking::ConnectTo(from) => view! { <ConnectDialog from=from /> }.into_any(),
            Asking::Add(at, from) => view! { <AddDialog at=at from=from /> }.into_any(),
            Asking::Menu(target, at) => view! { <ContextMenu target=target at=at /> }.into_any(),
            Asking::Gallery => view! { <Gallery /> }.into_any(),
            Asking::Shortcuts => view! { <Shortcuts /> }.into_any(),
            Asking::Paste => view! { <PasteDialog /> }.into_any(),
            Asking::NewFile => view! { <NewFileDialog /> }.into_any(),
        })
    }
}
