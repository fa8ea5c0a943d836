//! Sentences of the shortcut sheet.

use crate::text::words::{Pair, pair};

/// A heading.
pub const EDIT: Pair = pair("Edit", "Editar");
/// A heading.
pub const SELECT: Pair = pair("Select", "Seleccionar");
/// A heading.
pub const MOVE: Pair = pair("Arrange", "Organizar");
/// A heading.
pub const VIEW: Pair = pair("View", "Ver");
/// A heading.
pub const FILE: Pair = pair("File and help", "Archivo y ayuda");
/// A row of the sheet.
pub const UNDO: Pair = pair("Undo", "Deshacer");
/// A row of the sheet.
pub const REDO: Pair = pair("Redo", "Rehacer");
/// A row of the sheet.
pub const QUICK_ADD: Pair = pair("Add a service", "Añadir un servicio");
/// A row of the sheet.
pub const CONNECT: Pair = pair("Connect the selected card", "Conectar la tarjeta seleccionada");
/// A row of the sheet.
pub const RENAME: Pair = pair("Rename", "Cambiar el nombre");
/// A row of the sheet.
pub const DUPLICATE: Pair = pair("Duplicate", "Duplicar");
/// A row of the sheet.
pub const DELETE: Pair = pair("Delete", "Eliminar");
/// A row of the sheet.
pub const MENU: Pair = pair("Open the menu", "Abrir el menú");
/// A row of the sheet.
pub const ESCAPE: Pair = pair("Cancel, or select nothing", "Cancelar o quitar la selección");
/// A row of the sheet.
pub const SELECT_ALL: Pair = pair("Select all", "Seleccionar todo");
/// A row of the sheet.
pub const NEXT: Pair = pair("Next card", "Tarjeta siguiente");
/// A row of the sheet.
pub const PREVIOUS: Pair = pair("Previous card", "Tarjeta anterior");
/// A row of the sheet.
pub const GO_LEFT: Pair = pair("Nearest card to the left", "Tarjeta más cercana a la izquierda");
/// A row of the sheet.
pub const GO_RIGHT: Pair = pair("Nearest card to the right", "Tarjeta más cercana a la derecha");
/// A row of the sheet.
pub const GO_UP: Pair = pair("Nearest card above", "Tarjeta más cercana arriba");
/// A row of the sheet.
pub const GO_DOWN: Pair = pair("Nearest card below", "Tarjeta más cercana abajo");
/// A row of the sheet.
pub const WALK_LEFT: Pair = pair("Along an edge to the left", "Por una conexión a la izquierda");
/// A row of the sheet.
pub const WALK_RIGHT: Pair = pair("Along an edge to the right", "Por una conexión a la derecha");
/// A row of the sheet.
pub const WALK_UP: Pair = pair("Along an edge upward", "Por una conexión hacia arriba");
/// A row of the sheet.
pub const WALK_DOWN: Pair = pair("Along an edge downward", "Por una conexión hacia abajo");
/// A row of the sheet.
pub const MOVE_LEFT: Pair = pair("Move left", "Mover a la izquierda");
/// A row of the sheet.
pub const MOVE_RIGHT: Pair = pair("Move right", "Mover a la derecha");
/// A row of the sheet.
pub const MOVE_UP: Pair = pair("Move up", "Mover hacia arriba");
/// A row of the sheet.
pub const MOVE_DOWN: Pair = pair("Move down", "Mover hacia abajo");
/// A row of the sheet.
pub const FAR_LEFT: Pair = pair("Move far left", "Mover mucho a la izquierda");
/// A row of the sheet.
pub const FAR_RIGHT: Pair = pair("Move far right", "Mover mucho a la derecha");
/// A row of the sheet.
pub const FAR_UP: Pair = pair("Move far up", "Mover mucho hacia arriba");
/// A row of the sheet.
pub const FAR_DOWN: Pair = pair("Move far down", "Mover mucho hacia abajo");
/// A row of the sheet.
pub const AUTO_LAYOUT: Pair = pair("Lay out automatically", "Ordenar automáticamente");
/// A row of the sheet.
pub const LOCK: Pair = pair("Lock in place, or unlock", "Fijar en su sitio o soltar");
/// A row of the sheet.
pub const ALIGN_LEFT: Pair = pair("Align left edges", "Alinear a la izquierda");
/// A row of the sheet.
pub const ALIGN_RIGHT: Pair = pair("Align right edges", "Alinear a la derecha");
/// A row of the sheet.
pub const ALIGN_TOP: Pair = pair("Align top edges", "Alinear por arriba");
/// A row of the sheet.
pub const ALIGN_BOTTOM: Pair = pair("Align bottom edges", "Alinear por abajo");
/// A row of the sheet.
pub const ALIGN_CENTER: Pair = pair("Align centers in a column", "Alinear los centros en columna");
/// A row of the sheet.
pub const ALIGN_MIDDLE: Pair = pair("Align centers in a row", "Alinear los centros en fila");
/// A row of the sheet.
pub const DISTRIBUTE: Pair = pair("Equal gaps, left to right", "Huecos iguales, de izquierda a derecha");
/// A row of the sheet.
pub const DISTRIBUTE_DOWN: Pair = pair("Equal gaps, top to bottom", "Huecos iguales, de arriba abajo");
/// A row of the sheet.
pub const ZOOM_IN: Pair = pair("Zoom in", "Acercar");
/// A row of the sheet.
pub const ZOOM_OUT: Pair = pair("Zoom out", "Alejar");
/// A row of the sheet.
pub const ZOOM_100: Pair = pair("Zoom to 100 %", "Zoom al 100 %");
/// A row of the sheet.
pub const FIT_ALL: Pair = pair("Show everything", "Mostrar todo");
/// A row of the sheet.
pub const FIT_SELECTION: Pair = pair("Show the selection", "Mostrar la selección");
/// A row of the sheet.
pub const PALETTE: Pair = pair("Show or hide the palette", "Mostrar u ocultar la paleta");
/// A row of the sheet.
pub const INSPECTOR: Pair = pair("Show or hide the inspector", "Mostrar u ocultar el inspector");
/// A row of the sheet.
pub const CODE: Pair = pair("Show or hide the code", "Mostrar u ocultar el código");
/// A row of the sheet.
pub const PROBLEMS: Pair = pair("Show or hide the problems", "Mostrar u ocultar los problemas");
/// A row of the sheet.
pub const OUTLINE: Pair = pair("Show or hide the outline", "Mostrar u ocultar el esquema");
/// A row of the sheet.
pub const EXPORT: Pair = pair("Export everything", "Exportar todo");
/// A row of the sheet.
pub const SHEET: Pair = pair("Show this sheet", "Mostrar esta lista");
