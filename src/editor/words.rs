//! Sentences of the editor: history, announcements, refusals of a gesture.

use crate::text::words::{Pair, pair};

/// History: a project was opened.
pub const OPENED: Pair = pair("Opened {count} files", "Se abrieron {count} archivos");
/// History: an empty project.
pub const NEW_PROJECT: Pair = pair("Started a new project", "Se empezó un proyecto nuevo");
/// History: a file was written.
pub const WROTE: Pair = pair("Wrote `{file}`", "Se escribió `{file}`");
/// History: a file was removed.
pub const REMOVED_FILE: Pair = pair("Removed `{file}`", "Se quitó `{file}`");
/// History: typing.
pub const TYPED: Pair = pair("Typed in `{file}`", "Se escribió en `{file}`");
/// History: cards were moved.
pub const MOVED: Pair = pair("Moved {what}", "Se movió {what}");
/// Announcement of an undo.
pub const UNDONE: Pair = pair("Undone: {what}", "Deshecho: {what}");
/// Announcement of a redo.
pub const REDONE: Pair = pair("Redone: {what}", "Rehecho: {what}");
