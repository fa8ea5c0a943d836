//! The words of the page.

use crate::text::words::{Pair, pair};

/// “Skip to the canvas”.
pub const SKIP_TO_CANVAS: Pair = pair("Skip to the canvas", "Ir al lienzo");
/// “Canvas of the stack”.
pub const CANVAS: Pair = pair("Canvas of the stack", "Lienzo del stack");
/// “diagram”.
pub const CANVAS_ROLE: Pair = pair("diagram", "diagrama");
/// “Cards”.
pub const CARDS: Pair = pair("Cards", "Tarjetas");
/// “Saved {file}”.
pub const DOWNLOADED: Pair = pair("Saved `{file}`", "Se guardó `{file}`");
/// “The browser refused the download”.
pub const DOWNLOAD_FAILED: Pair = pair(
    "The browser refused the download: {why}. Copy the text instead",
    "El navegador rechazó la descarga: {why}. Copia el texto",
);
/// “Copied”.
pub const COPIED: Pair = pair("Copied", "Copiado");
/// “The browser refused the clipboard”.
pub const COPY_FAILED: Pair = pair(
    "The browser refused the clipboard: {why}. Save the file instead",
    "El navegador rechazó el portapapeles: {why}. Guarda el archivo",
);
/// “This browser cannot keep the project (storage is full or ref”.
pub const NOT_KEPT: Pair = pair(
    "This browser cannot keep the project (storage is full or refused). Export it before you leave",
    "Este navegador no puede conservar el proyecto (almacenamiento lleno o denegado). Expórtalo antes de salir",
);
/// “There is no blueprint {id}; the gallery shows all”.
pub const NO_BLUEPRINT: Pair = pair(
    "There is no blueprint `{id}`; the gallery shows all",
    "No existe el plano `{id}`; la galería los muestra todos",
);
/// “Could not be read”.
pub const NOT_READ: Pair = pair("Could not be read: {files}", "No se pudo leer: {files}");
/// “Opened {count} files”.
pub const OPENED: Pair = pair("Files opened: {count}", "Archivos abiertos: {count}");
/// “Opened “{name}””.
pub const OPENED_BLUEPRINT: Pair = pair("Opened “{name}”", "Se abrió «{name}»");
/// “Undo”.
pub const UNDO: Pair = pair("Undo", "Deshacer");
/// “Redo”.
pub const REDO: Pair = pair("Redo", "Rehacer");
/// “Close”.
pub const CLOSE: Pair = pair("Close", "Cerrar");
/// “Cancel”.
pub const CANCEL: Pair = pair("Cancel", "Cancelar");
/// “Add”.
pub const TAB_ADD: Pair = pair("Add", "Añadir");
/// “Canvas”.
pub const TAB_CANVAS: Pair = pair("Canvas", "Lienzo");
/// “Inspector”.
pub const TAB_INSPECTOR: Pair = pair("Inspector", "Inspector");
/// “Code”.
pub const TAB_CODE: Pair = pair("Code", "Código");
/// “Problems”.
pub const TAB_PROBLEMS: Pair = pair("Problems", "Problemas");
/// “Parts of the page”.
pub const TABS: Pair = pair("Parts of the page", "Partes de la página");
/// “Project”.
pub const PROJECT: Pair = pair("Project", "Proyecto");
/// “Kept in this browser”.
pub const KEPT: Pair = pair("Kept in this browser", "Guardado en este navegador");
/// “Keeping…”.
pub const KEEPING: Pair = pair("Keeping…", "Guardando…");
/// “Not kept”.
pub const KEPT_FAILED: Pair = pair("Not kept", "Sin guardar");
/// “Zoom”.
pub const ZOOM: Pair = pair("Zoom", "Zoom");
/// “Zoom in”.
pub const ZOOM_IN: Pair = pair("Zoom in", "Acercar");
/// “Zoom out”.
pub const ZOOM_OUT: Pair = pair("Zoom out", "Alejar");
/// “Show everything”.
pub const FIT_ALL: Pair = pair("Show everything", "Ver todo");
/// “Show the selection”.
pub const FIT_SELECTION: Pair = pair("Show the selection", "Ver la selección");
/// “Tidy up”.
pub const AUTO_LAYOUT: Pair = pair("Tidy up", "Ordenar");
/// “Language”.
pub const LANGUAGE: Pair = pair("Language", "Idioma");
/// “Colors”.
pub const THEME: Pair = pair("Colors", "Colores");
/// “As the system”.
pub const THEME_SYSTEM: Pair = pair("As the system", "Como el sistema");
/// “Light”.
pub const THEME_LIGHT: Pair = pair("Light", "Claro");
/// “Dark”.
pub const THEME_DARK: Pair = pair("Dark", "Oscuro");
/// “Open”.
pub const OPEN: Pair = pair("Open", "Abrir");
/// “From a blueprint…”.
pub const FROM_BLUEPRINT: Pair = pair("From a blueprint…", "Desde un plano…");
/// “Files…”.
pub const FROM_FILES: Pair = pair("Files…", "Archivos…");
/// “Paste a text…”.
pub const FROM_TEXT: Pair = pair("Paste a text…", "Pegar un texto…");
/// “New project”.
pub const NEW_PROJECT: Pair = pair("New project", "Proyecto nuevo");
/// “Export”.
pub const EXPORT: Pair = pair("Export", "Exportar");
/// “Everything as a zip”.
pub const EXPORT_ZIP: Pair = pair("Everything as a zip", "Todo en un zip");
/// “Save {file}”.
pub const SAVE_FILE: Pair = pair("Save {file}", "Guardar {file}");
/// “Copy {file}”.
pub const COPY_FILE: Pair = pair("Copy {file}", "Copiar {file}");
/// “Add and outline”.
pub const LEFT_SIDE: Pair = pair("Add and outline", "Añadir y esquema");
/// “Add”.
pub const PALETTE: Pair = pair("Add", "Añadir");
/// “Outline”.
pub const OUTLINE: Pair = pair("Outline", "Esquema");
/// “Nothing is on the deck yet.”.
pub const OUTLINE_EMPTY: Pair = pair("Nothing is on the deck yet.", "Aún no hay nada en cubierta.");
/// “Search images”.
pub const SEARCH_IMAGES: Pair = pair("Search images", "Buscar imágenes");
/// “Nothing found for “{query}”. Any image can be added”.
pub const NOTHING_FOUND: Pair = pair(
    "Nothing found for “{query}”. Any image can be added: choose “Any image” and type its name in the inspector.",
    "Nada para «{query}». Se puede añadir cualquier imagen: elige «Cualquier imagen» y escribe su nombre en el inspector.",
);
/// “Nothing found”.
pub const NOTHING_THERE: Pair = pair("Nothing found", "No se encontró nada");
/// “Any image”.
pub const ANY_IMAGE: Pair = pair("Any image", "Cualquier imagen");
/// “Build from source”.
pub const BUILD_FROM_SOURCE: Pair = pair("Build from source", "Construir desde el código");
/// “as an image reference”.
pub const AS_IMAGE: Pair = pair("as an image reference", "como referencia de imagen");
/// “Inspector”.
pub const INSPECTOR: Pair = pair("Inspector", "Inspector");
/// “Select a card or a connection to see and change its attribut”.
pub const INSPECTOR_EMPTY: Pair = pair(
    "Select a card or a connection to see and change its attributes.",
    "Selecciona una tarjeta o una conexión para ver y cambiar sus atributos.",
);
/// “{count} cards selected”.
pub const SEVERAL: Pair = pair("{count} cards selected", "{count} tarjetas seleccionadas");
/// “Connect…”.
pub const CONNECT: Pair = pair("Connect…", "Conectar…");
/// “Duplicate”.
pub const DUPLICATE: Pair = pair("Duplicate", "Duplicar");
/// “Delete”.
pub const DELETE: Pair = pair("Delete", "Eliminar");
/// “Rename”.
pub const RENAME: Pair = pair("Rename", "Cambiar el nombre");
/// “Select all”.
pub const SELECT_ALL: Pair = pair("Select all", "Seleccionar todo");
/// “Menu”.
pub const MENU: Pair = pair("Menu", "Menú");
/// “{at}, over {over}”.
pub const FROM_OVER: Pair = pair("{at}, over {over}", "{at}, sobre {over}");
/// “Go to the text”.
pub const GO_TO_TEXT: Pair = pair("Go to the text", "Ir al texto");
/// “{field}, line {row}”.
pub const ROW_OF: Pair = pair("{field}, line {row}", "{field}, línea {row}");
/// “Value of {field}”.
pub const VALUE_OF: Pair = pair("Value of {field}", "Valor de {field}");
/// “Remove {row}”.
pub const REMOVE_ROW: Pair = pair("Remove {row}", "Quitar {row}");
/// “Move {row} to .env”.
pub const LIFT_ROW: Pair = pair("Move {row} to .env", "Llevar {row} a .env");
/// “{field}”.
pub const NEW_ROW: Pair = pair("{field}: add", "{field}: añadir");
/// “New value”.
pub const NEW_VALUE: Pair = pair("New value", "Valor nuevo");
/// “Code and problems”.
pub const BOTTOM: Pair = pair("Code and problems", "Código y problemas");
/// “Files”.
pub const FILES: Pair = pair("Files", "Archivos");
/// “New file”.
pub const NEW_FILE: Pair = pair("New file", "Archivo nuevo");
/// “Path in the project”.
pub const FILE_PATH: Pair = pair("Path in the project", "Ruta en el proyecto");
/// “For instance Dockerfile or scripts/init.sh”.
pub const FILE_PATH_HELP: Pair = pair(
    "For example Dockerfile or scripts/init.sh; a file that is there already is shown",
    "Por ejemplo Dockerfile o scripts/init.sh; si el archivo ya existe, se muestra",
);
/// “Create”.
pub const CREATE: Pair = pair("Create", "Crear");
/// “Problems”.
pub const PROBLEMS: Pair = pair("Problems", "Problemas");
/// “No problems found”.
pub const NO_PROBLEMS: Pair = pair("No problems found", "No se encontraron problemas");
/// “Show the code”.
pub const SHOW_CODE: Pair = pair("Show the code", "Mostrar el código");
/// “Hide the code”.
pub const HIDE_CODE: Pair = pair("Hide the code", "Ocultar el código");
/// “Height of the pane”.
pub const RESIZE: Pair = pair("Height of the pane", "Altura del panel");
/// “Text of the file”.
pub const CODE: Pair = pair("Text of the file", "Texto del archivo");
/// “The text cannot be read right now; the canvas shows the last”.
pub const STALE: Pair = pair(
    "The text cannot be read right now; the canvas shows the last state that could",
    "El texto no se puede leer ahora; el lienzo muestra el último estado legible",
);
/// “Back to the cards”.
pub const BACK_TO_CONTENT: Pair = pair("Back to the cards", "Volver a las tarjetas");
/// “Drop the files to open them”.
pub const DROP_HERE: Pair = pair("Drop the files to open them", "Suelta los archivos para abrirlos");
/// “Drop on a card to connect, or on the deck to add a service”.
pub const CONNECT_HINT: Pair = pair(
    "Drop on a card to connect, or on the deck to add a service",
    "Suelta sobre una tarjeta para conectar, o en cubierta para añadir un servicio",
);
/// “health check”.
pub const HEALTH_MARK: Pair = pair("health check", "salud");
/// “runs once”.
pub const ONE_SHOT_MARK: Pair = pair("runs once", "una vez");
/// “Starts after”.
pub const HANDLE_DEPENDS: Pair = pair("Starts after: drag to a service", "Arranca después de: arrastra a un servicio");
/// “Mount”.
pub const HANDLE_MOUNT: Pair = pair("Mount: drag to a volume or service", "Montaje: arrastra a un volumen o servicio");
/// “Network”.
pub const HANDLE_NETWORK: Pair = pair("Network: drag to a network or service", "Red: arrastra a una red o servicio");
/// “Drag to a service”.
pub const HANDLE_FILE: Pair = pair("Drag to a service", "Arrastra a un servicio");
/// “Keyboard shortcuts”.
pub const SHORTCUTS: Pair = pair("Keyboard shortcuts", "Atajos de teclado");
/// “Add a service”.
pub const QUICK_ADD: Pair = pair("Add a service", "Añadir un servicio");
/// “Connect to”.
pub const CONNECT_TITLE: Pair = pair("Connect to", "Conectar con");
/// “Search cards”.
pub const SEARCH_TARGETS: Pair = pair("Search cards", "Buscar tarjetas");
/// “Blueprints”.
pub const GALLERY: Pair = pair("Blueprints", "Planos");
/// “Mount a volume”.
pub const MOUNT_TITLE: Pair = pair("Mount a volume", "Montar un volumen");
/// “Where in {service} does the volume {volume} appear?”.
pub const MOUNT_LEAD: Pair = pair(
    "Where in `{service}` does the volume `{volume}` appear?",
    "¿Dónde aparece el volumen `{volume}` en `{service}`?",
);
/// “Path in the container”.
pub const MOUNT_PATH: Pair = pair("Path in the container", "Ruta en el contenedor");
/// “An absolute path, as the image expects its data”.
pub const MOUNT_PATH_HELP: Pair =
    pair("An absolute path, as the image expects its data", "Una ruta absoluta, donde la imagen espera sus datos");
/// “Read-only”.
pub const READ_ONLY: Pair = pair("Read-only", "Solo lectura");
/// “Mount”.
pub const MOUNT_DO: Pair = pair("Mount", "Montar");
/// “Text of a compose file”.
pub const PASTE_LEAD: Pair = pair("Text of a compose file", "Texto de un archivo compose");
/// “An empty deck. What shall we load?”.
pub const EMPTY_TITLE: Pair = pair("An empty deck. What shall we load?", "Una cubierta vacía. ¿Qué cargamos?");
/// “Draw your services, wire them, and take files home that Dock”.
pub const EMPTY_LEAD: Pair = pair(
    "Draw your services, wire them, and take files home that Docker Compose runs. Nothing leaves this page.",
    "Dibuja tus servicios, conéctalos y llévate archivos que Docker Compose ejecuta. Nada sale de esta página.",
);
/// “Start from a blueprint”.
pub const START_BLUEPRINT: Pair = pair("Start from a blueprint", "Partir de un plano");
/// “A complete stack, ready to run and to change”.
pub const START_BLUEPRINT_TEXT: Pair =
    pair("A complete stack, ready to run and to change", "Un stack completo, listo para ejecutar y cambiar");
/// “Open your files”.
pub const START_FILES: Pair = pair("Open your files", "Abrir tus archivos");
/// “Choose, drop or paste a compose file; it stays as you wrote ”.
pub const START_FILES_TEXT: Pair = pair(
    "Choose, drop or paste a compose file; it stays as you wrote it",
    "Elige, suelta o pega un archivo compose; queda como lo escribiste",
);
/// “Add a service”.
pub const START_SERVICE: Pair = pair("Add a service", "Añadir un servicio");
/// “From the shelf on the left, or any image”.
pub const START_SERVICE_TEXT: Pair =
    pair("From the shelf on the left, or any image", "Del estante de la izquierda, o cualquier imagen");
/// “Double-click the deck or press N to add; press ? for all key”.
pub const EMPTY_HINT: Pair = pair(
    "Double-click the deck or press N to add; press ? for all keys.",
    "Doble clic en cubierta o N para añadir; pulsa ? para ver las teclas.",
);
/// “Error”.
pub const ERROR: Pair = pair("Error", "Error");
/// “Warning”.
pub const WARNING: Pair = pair("Warning", "Aviso");
/// “Advice”.
pub const INFO: Pair = pair("Advice", "Consejo");

/// “Connection”.
pub const CONNECTION: Pair = pair("Connection", "Conexión");
/// “built from”.
pub const BUILT_FROM: Pair = pair("build {path}", "construcción {path}");

/// The word for a severity's id.
pub fn severity(id: &str) -> Pair {
    match id {
        "error" => ERROR,
        "warning" => WARNING,
        _ => INFO,
    }
}
