//! What must hold after every edit, whatever it was for.

use estiba::command::commands::Command;
use estiba::syntax::yaml::reader::read;
use estiba::text::edit::TextEdit;

/// Fails unless the edit of `before` can be taken back, keeps every comment that it need not remove, and leaves the
/// lines alone that it does not touch.
pub fn sweep(path: &str, before: &str, edit: &TextEdit, command: &Command) {
    if let Err(fault) = faults(path, before, edit, removes(command)) {
        panic!("{command:?} on {path}: {fault}\n---- before\n{before}\n---- after\n{}", edit.apply(before).unwrap());
    }
}

/// Whether a command may take comments along.
fn removes(command: &Command) -> bool {
    use Command::{Disconnect, Leave, RemoveResource, RemoveService, Set, Unmount, Unpublish, Unset};
    matches!(
        command,
        RemoveService { .. }
            | RemoveResource { .. }
            | Unset { .. }
            | Disconnect { .. }
            | Leave { .. }
            | Unmount { .. }
            | Unpublish { .. }
            | Set { .. }
    )
}

/// What is wrong with an edit.
pub fn faults(path: &str, before: &str, edit: &TextEdit, removes: bool) -> Result<(), String> {
    let after = edit.apply(before).ok_or("the edit does not fit the text")?;
    if edit.invert(before).apply(&after).as_deref() != Some(before) {
        return Err("the edit cannot be taken back".to_owned());
    }
    if before.contains("\r\n") && !before.replace("\r\n", "").contains('\n') && after.replace("\r\n", "").contains('\n')
    {
        return Err("a line end is not as in the file".to_owned());
    }
    // Only a block scalar may need the final line break that its file has not.
    let needed = after.ends_with('\n') && after.contains(['|', '>']);
    if !before.is_empty() && before.ends_with('\n') != after.ends_with('\n') && !needed {
        return Err("the final line break changed".to_owned());
    }
    if !is_yaml(path) {
        return Ok(());
    }
    let (old, new) = (read(before), read(&after));
    if let Some(error) = new.error {
        return Err(format!("the new text cannot be read: {}", error.message));
    }
    let comments = |stream: &[estiba::syntax::yaml::node::Comment], text: &str| -> Vec<String> {
        stream.iter().map(|it| it.span.of(text).to_owned()).collect()
    };
    let (old, mut new) = (comments(&old.comments, before), comments(&new.comments, &after));
    for comment in old.iter().filter(|_| !removes) {
        match new.iter().position(|it| it == comment) {
            Some(at) => drop(new.remove(at)),
            None => return Err(format!("the comment `{comment}` is gone")),
        }
    }
    Ok(())
}

/// Whether a file is YAML by its name.
pub fn is_yaml(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, it)| matches!(it, "yaml" | "yml"))
}
