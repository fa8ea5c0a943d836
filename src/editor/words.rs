//! Sentences of the editor: history, announcements, refusals of a gesture.

use crate::scene::graph::NodeId;
use crate::text::words::{Pair, Text, pair};

/// A sentence about another sentence, which stands for `{what}`.
pub fn about(pair: Pair, values: &[(&str, &str)], what: &Text) -> Text {
    let fill = |words: &str| pair.fill(&[values, &[("what", words)]].concat());
    Text { en: fill(&what.en).en, es: fill(&what.es).es }
}

/// A sentence about cards: `one` with the `{name}` of a single one, `many` with the `{count}` of more.
pub fn of_cards(one: Pair, many: Pair, cards: &[NodeId]) -> Text {
    match cards {
        [card] => one.fill(&[("name", &card.name)]),
        more => many.fill(&[("count", &more.len().to_string())]),
    }
}

/// Several things done as one step.
pub const AND_MORE: Pair = pair("{what}, and {count} more", "{what}, y {count} más");

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
/// History: a card was moved.
pub const MOVED: Pair = pair("Moved `{name}` to {x}, {y}", "Se movió `{name}` a {x}, {y}");
/// History: cards were moved.
pub const MOVED_MANY: Pair = pair("Moved {count} cards", "Se movieron {count} tarjetas");
/// History: a service was added.
pub const ADDED: Pair = pair("Added `{name}`", "Se añadió `{name}`");
/// History: a secret or config was given to a service.
pub const ATTACHED: Pair = pair("Gave `{to}` to `{from}`", "Se dio `{to}` a `{from}`");
/// History: a secret or config was taken from a service.
pub const DETACHED: Pair = pair("Took `{to}` from `{from}`", "Se quitó `{to}` a `{from}`");
/// Announcement of an undo.
pub const UNDONE: Pair = pair("Undone: {what}", "Deshecho: {what}");
/// Announcement of a redo.
pub const REDONE: Pair = pair("Redone: {what}", "Rehecho: {what}");
/// Refusal: the compose text is broken.
pub const BROKEN_TEXT: Pair = pair(
    "the compose file cannot be read as it stands; mend its text first, or undo",
    "el archivo de Compose no se puede leer tal como está; corrige primero el texto o deshaz",
);
/// Refusal: an edit came for a text that has changed since.
pub const STALE_EDIT: Pair =
    pair("the text has changed in the meantime; try again", "el texto ha cambiado mientras tanto; inténtalo otra vez");
/// Refusal: not enough random bytes.
pub const NO_ENTROPY: Pair = pair(
    "the browser gave too few random bytes to make up passwords; reload the page",
    "el navegador dio muy pocos bytes aleatorios para crear contraseñas; recarga la página",
);
/// Refusal: only services can be copied.
pub const NOTHING_TO_COPY: Pair =
    pair("only services can be duplicated; select one", "solo se pueden duplicar servicios; selecciona uno");
/// Refusal of a connection.
pub const TO_ITSELF: Pair =
    pair("a card cannot be connected with itself", "una tarjeta no se puede conectar consigo misma");
/// Refusal of a connection.
pub const NEEDS_SERVICE: Pair =
    pair("one end of a connection must be a service", "uno de los extremos de una conexión debe ser un servicio");
/// Refusal of a connection.
pub const ALREADY: Pair = pair("`{from}` is already connected to `{to}`", "`{from}` ya está conectado con `{to}`");
/// Refusal of a connection.
pub const CYCLE: Pair = pair(
    "`{to}` already depends on `{from}`; Compose refuses a cycle",
    "`{to}` ya depende de `{from}`; Compose rechaza un ciclo",
);
/// Refusal of a connection.
pub const NETWORK_MODE: Pair = pair(
    "`{from}` sets `network_mode` and cannot join `{to}`; remove that attribute first",
    "`{from}` define `network_mode` y no puede unirse a `{to}`; quita antes ese atributo",
);
/// Announcement: one card is selected.
pub const SELECTED: Pair = pair("Selected `{name}`", "Seleccionado: `{name}`");
/// Announcement: cards are selected.
pub const SELECTED_MANY: Pair = pair("Selected {count} cards", "Seleccionadas: {count} tarjetas");
/// Announcement: an edge is selected.
pub const SELECTED_EDGE: Pair =
    pair("Selected the connection of `{from}` with `{to}`", "Seleccionada: la conexión de `{from}` con `{to}`");
/// Announcement: nothing is selected.
pub const NONE_SELECTED: Pair = pair("Nothing selected", "Nada seleccionado");
/// Announcement of an arrow key that finds no card.
pub const NO_CARD_THERE: Pair = pair("No card in that direction", "No hay ninguna tarjeta en esa dirección");
/// History: automatic layout.
pub const LAID_OUT: Pair = pair("Laid out automatically", "Se ordenó automáticamente");
/// History: cards were aligned.
pub const ALIGNED: Pair = pair("Aligned the cards", "Se alinearon las tarjetas");
/// History: cards were distributed.
pub const DISTRIBUTED: Pair = pair("Distributed the cards evenly", "Se repartieron las tarjetas por igual");
/// History: a card was locked.
pub const LOCKED: Pair = pair("Locked `{name}` in its place", "Se fijó `{name}` en su sitio");
/// History: cards were locked.
pub const LOCKED_MANY: Pair = pair("Locked {count} cards in their places", "Se fijaron {count} tarjetas en su sitio");
/// Refusal of a drag.
pub const IS_LOCKED: Pair =
    pair("`{name}` is locked in its place; Shift+L unlocks it", "`{name}` está fijada en su sitio; Mayús+L la suelta");
/// History: a card was unlocked.
pub const UNLOCKED: Pair = pair("Unlocked `{name}`", "Se soltó `{name}`");
/// History: cards were unlocked.
pub const UNLOCKED_MANY: Pair = pair("Unlocked {count} cards", "Se soltaron {count} tarjetas");
/// History: a fix was taken.
pub const FIXED: Pair = pair("Fixed: {what}", "Corregido: {what}");
/// Refusal: a diagnostic or its fix is gone.
pub const NO_SUCH_FIX: Pair =
    pair("this problem has changed in the meantime", "este problema ha cambiado mientras tanto");
/// Refusal of a session that cannot be read.
pub const BAD_SESSION: Pair = pair(
    "what this browser had stored cannot be read, so the page starts empty",
    "lo que este navegador había guardado no se puede leer, así que la página empieza vacía",
);
/// Refusal of a blueprint.
pub const NO_BLUEPRINT: Pair = pair("there is no blueprint `{id}`", "no existe ningún plano `{id}`");
/// History: a blueprint was opened.
pub const BLUEPRINT: Pair = pair("Opened the blueprint {what}", "Se abrió el plano {what}");
/// Refusal of an export.
pub const NO_ZIP: Pair = pair("the archive cannot be made: {why}", "no se puede crear el archivo comprimido: {why}");
/// Toast after copying.
pub const COPIED: Pair = pair("Copied `{file}`", "Se copió `{file}`");
/// Refusal: a file is not there or not text.
pub const NO_TEXT: Pair = pair("`{file}` is not a text file", "`{file}` no es un archivo de texto");
