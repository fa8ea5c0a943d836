//! The sentences of commands: what was done, and why something was not. Sentences of the history are in the past tense;
//! a refusal is three: what, why, what to do.

use crate::text::words::{Pair, pair};

const NOTHING: Pair = pair("", "");

/// A new service.
pub const ADDED_SERVICE: Pair = pair("Added service `{name}`", "Se añadió el servicio `{name}`");
/// Nothing else named it.
pub const RENAMED: Pair = pair("Renamed `{old}` to `{new}`", "Se renombró `{old}` a `{new}`");
/// Others named it.
pub const RENAMED_WITH: Pair = pair(
    "Renamed `{old}` to `{new}`; places that name it and follow: {count}",
    "Se renombró `{old}` a `{new}`; lugares que lo nombran y siguen: {count}",
);
/// A service went.
pub const REMOVED_SERVICE: Pair = pair("Removed service `{name}`", "Se eliminó el servicio `{name}`");
/// A copy.
pub const DUPLICATED: Pair = pair("Duplicated `{name}` as `{new}`", "Se duplicó `{name}` como `{new}`");
/// A dependency between two that share a network.
pub const CONNECTED: Pair = pair("Connected `{from}` to `{to}`", "Se conectó `{from}` con `{to}`");
/// Another condition of a dependency.
pub const WAITS: Pair =
    pair("`{from}` waits for `{to}` with `{condition}`", "`{from}` espera a `{to}` con `{condition}`");
/// A dependency and a network for it.
pub const CONNECTED_ON: Pair = pair(
    "Connected `{from}` to `{to}` over network `{network}`",
    "Se conectó `{from}` con `{to}` por la red `{network}`",
);
/// A dependency went.
pub const DISCONNECTED: Pair = pair("Disconnected `{from}` from `{to}`", "Se desconectó `{from}` de `{to}`");
/// A new mount.
pub const MOUNTED: Pair =
    pair("Mounted `{source}` in `{service}` at `{target}`", "Se montó `{source}` en `{service}` en `{target}`");
/// A mount went.
pub const UNMOUNTED: Pair = pair("Unmounted `{target}` from `{service}`", "Se desmontó `{target}` de `{service}`");
/// On one more network.
pub const JOINED: Pair = pair("Joined `{service}` to network `{network}`", "Se unió `{service}` a la red `{network}`");
/// On one network less.
pub const LEFT: Pair = pair("Took `{service}` off network `{network}`", "Se sacó `{service}` de la red `{network}`");
/// A new port.
pub const PUBLISHED: Pair = pair("Published `{port}` of `{service}`", "Se publicó `{port}` de `{service}`");
/// A port went.
pub const UNPUBLISHED: Pair =
    pair("Stopped publishing port `{port}` of `{service}`", "Se dejó de publicar el puerto `{port}` de `{service}`");
/// A value at a path.
pub const SET: Pair = pair("Set `{path}`", "Se cambió `{path}`");
/// No value at a path.
pub const UNSET: Pair = pair("Removed `{path}`", "Se quitó `{path}`");
/// A variable.
pub const SET_VARIABLE: Pair = pair("Set `{key}` of `{service}`", "Se cambió `{key}` de `{service}`");
/// A literal went to the env file.
pub const LIFTED: Pair = pair("Moved the value of `{key}` to `{file}`", "Se llevó el valor de `{key}` a `{file}`");
/// A sentence, and what else changed because it uses the same fragment.
pub const WITH_SHARED: Pair =
    pair("{says}; it is shared, so it changes in {shared} too", "{says}; es compartido y cambia también en {shared}");

/// Added, renamed, removed: a sentence for each kind of resource, because Spanish articles differ.
pub const ADDED_RESOURCE: [Pair; 4] = [
    pair("Added volume `{name}`", "Se añadió el volumen `{name}`"),
    pair("Added network `{name}`", "Se añadió la red `{name}`"),
    pair("Added secret `{name}`", "Se añadió el secreto `{name}`"),
    pair("Added config `{name}`", "Se añadió la configuración `{name}`"),
];
/// The same for removals.
pub const REMOVED_RESOURCE: [Pair; 4] = [
    pair("Removed volume `{name}`", "Se eliminó el volumen `{name}`"),
    pair("Removed network `{name}`", "Se eliminó la red `{name}`"),
    pair("Removed secret `{name}`", "Se eliminó el secreto `{name}`"),
    pair("Removed config `{name}`", "Se eliminó la configuración `{name}`"),
];

/// The text is broken.
pub const UNREADABLE: [Pair; 3] = [
    pair("`{file}` cannot be read: {error}", "no se puede leer `{file}`: {error}"),
    pair("an edit of a broken text could destroy what is in it", "editar un texto roto podría destruir su contenido"),
    pair("mend the text first", "corrige primero el texto"),
];
/// The file is no text that can be edited.
pub const NOT_UTF8: [Pair; 3] = [
    pair("`{file}` is not UTF-8", "`{file}` no está en UTF-8"),
    pair("only UTF-8 texts can be edited", "solo se pueden editar textos en UTF-8"),
    pair("save it as UTF-8 first", "guárdalo primero en UTF-8"),
];
/// A path that leads nowhere.
pub const NOTHING_AT: [Pair; 3] = [
    pair("there is nothing at `{path}` in `{file}`", "no hay nada en `{path}` de `{file}`"),
    NOTHING,
    pair("look at the spelling of the path", "revisa cómo está escrita la ruta"),
];
/// A path that goes through a scalar.
pub const NO_COLLECTION: [Pair; 3] = [
    pair("nothing can be added to `{path}` in `{file}`", "no se puede añadir nada a `{path}` de `{file}`"),
    pair("its value is neither a map nor a list", "su valor no es ni un mapa ni una lista"),
    pair("replace the value as a whole", "reemplaza el valor completo"),
];
/// The new name of an entry is taken.
pub const KEY_EXISTS: [Pair; 3] = [
    pair("`{name}` is there already in `{file}`", "`{name}` ya existe en `{file}`"),
    pair("a key may stand only once in a map", "una clave solo puede estar una vez en un mapa"),
    pair("choose another name", "elige otro nombre"),
];
/// No edit would do just this.
pub const STUBBORN: [Pair; 3] = [
    pair("`{path}` in `{file}` cannot be edited in place", "no se puede editar `{path}` de `{file}` en su lugar"),
    pair(
        "the way it is written leaves no edit that would change this and nothing else",
        "tal como está escrito, ningún cambio tocaría solo esto y nada más",
    ),
    pair("edit the text by hand", "edita el texto a mano"),
];
/// Nesting that nobody writes.
pub const TOO_DEEP: [Pair; 3] = [
    pair("`{file}` is nested too deeply", "`{file}` tiene demasiados niveles"),
    NOTHING,
    pair("edit the text by hand", "edita el texto a mano"),
];
/// A name in a stack without services.
pub const NO_SERVICES: [Pair; 3] = [
    pair("there is no service `{service}`", "no hay ningún servicio `{service}`"),
    pair("the stack has no services yet", "el proyecto aún no tiene servicios"),
    pair("add it first", "añádelo primero"),
];
/// A name that no service has.
pub const NO_SERVICE: [Pair; 3] = [
    pair("there is no service `{service}`", "no hay ningún servicio `{service}`"),
    pair("the services are {known}", "los servicios son {known}"),
    pair("choose one of them or add it first", "elige uno de ellos o añádelo primero"),
];
/// A name that a service has.
pub const SERVICE_EXISTS: [Pair; 3] = [
    pair("service `{name}` is already there", "el servicio `{name}` ya existe"),
    pair("names of services are unique in a project", "los nombres de servicio son únicos en un proyecto"),
    pair("choose another name", "elige otro nombre"),
];
/// What Compose takes for no name.
pub const BAD_NAME: [Pair; 3] = [
    pair("`{name}` cannot be a name", "`{name}` no puede ser un nombre"),
    pair(
        "a name is letters, digits, dots, underscores and hyphens",
        "un nombre se compone de letras, dígitos, puntos, guiones bajos y guiones",
    ),
    pair("choose another name", "elige otro nombre"),
];
/// A value that is not YAML.
pub const BAD_VALUE: [Pair; 3] = [
    pair("the value cannot be read: {error}", "no se puede leer el valor: {error}"),
    pair("a value is YAML", "un valor se escribe en YAML"),
    pair("put it in quotes", "ponlo entre comillas"),
];
/// Another service is built on it.
pub const EXTENDED: [Pair; 3] = [
    pair(
        "`{name}` cannot be removed while `{by}` extends it",
        "no se puede eliminar `{name}` mientras `{by}` lo extienda",
    ),
    pair("`{by}` would lose the attributes that it takes from there", "`{by}` perdería los atributos que toma de ahí"),
    pair("unset `services.{by}.extends` first", "quita primero `services.{by}.extends`"),
];
/// Both ends are one.
pub const ITSELF: [Pair; 3] = [
    pair("`{from}` cannot depend on itself", "`{from}` no puede depender de sí mismo"),
    pair("it would wait for itself forever", "se esperaría a sí mismo para siempre"),
    pair("connect it to another service", "conéctalo con otro servicio"),
];
/// The dependency is there.
pub const CONNECTED_ALREADY: [Pair; 3] = [
    pair("`{from}` already depends on `{to}`", "`{from}` ya depende de `{to}`"),
    NOTHING,
    pair("change the condition of the existing connection instead", "cambia la condición de la conexión existente"),
];
/// The dependency would close a circle.
pub const CYCLE: [Pair; 3] = [
    pair("`{from}` cannot depend on `{to}`: {cycle}", "`{from}` no puede depender de `{to}`: {cycle}"),
    pair("each would wait for the other to start", "cada uno esperaría a que arranque el otro"),
    pair("disconnect one of them first", "desconecta primero uno de ellos"),
];
/// No such dependency.
pub const NOT_CONNECTED: [Pair; 3] = [
    pair("`{from}` does not depend on `{to}`", "`{from}` no depende de `{to}`"),
    NOTHING,
    pair("there is nothing to disconnect", "no hay nada que desconectar"),
];
/// The path is taken.
pub const MOUNTED_ALREADY: [Pair; 3] = [
    pair(
        "`{source}` is already mounted in `{service}` at `{target}`",
        "`{source}` ya está montado en `{service}` en `{target}`",
    ),
    pair("one path can hold one mount only", "una ruta solo admite un montaje"),
    pair("choose another path or unmount it first", "elige otra ruta o desmóntalo primero"),
];
/// The path is free.
pub const NOT_MOUNTED: [Pair; 3] = [
    pair("nothing is mounted in `{service}` at `{target}`", "no hay nada montado en `{service}` en `{target}`"),
    NOTHING,
    pair("the mounts are {known}", "los montajes son {known}"),
];
/// A relative path in a container.
pub const BAD_TARGET: [Pair; 3] = [
    pair("`{target}` is no path in a container", "`{target}` no es una ruta de un contenedor"),
    pair("a path in a container begins with `/`", "una ruta de un contenedor empieza por `/`"),
    pair("write it from the root, as in `/data`", "escríbela desde la raíz, como en `/data`"),
];
/// It is on that network.
pub const JOINED_ALREADY: [Pair; 3] = [
    pair("`{service}` is already on network `{network}`", "`{service}` ya está en la red `{network}`"),
    NOTHING,
    NOTHING,
];
/// Networks are excluded.
pub const NETWORK_MODE: [Pair; 3] = [
    pair("`{service}` cannot join a network", "`{service}` no puede unirse a una red"),
    pair("it has `network_mode`, which excludes `networks`", "tiene `network_mode`, que excluye `networks`"),
    pair("unset `services.{service}.network_mode` first", "quita primero `services.{service}.network_mode`"),
];
/// It does not name that network.
pub const NOT_JOINED: [Pair; 3] = [
    pair("`{service}` does not name network `{network}`", "`{service}` no nombra la red `{network}`"),
    pair("a service that names no network is on `default`", "un servicio que no nombra ninguna red está en `default`"),
    pair("join it to another network instead", "únelo en cambio a otra red"),
];
/// A name that a resource has.
pub const RESOURCE_EXISTS: [Pair; 3] = [
    pair("`{name}` is already among the {section}", "`{name}` ya está en `{section}`"),
    NOTHING,
    pair("choose another name", "elige otro nombre"),
];
/// A name that no resource has.
pub const NO_RESOURCE: [Pair; 3] = [
    pair("there is no `{name}` among the {section}", "no hay ningún `{name}` en `{section}`"),
    NOTHING,
    pair("look at the spelling of the name", "revisa cómo está escrito el nombre"),
];
/// No port mapping.
pub const BAD_PORT: [Pair; 3] = [
    pair("`{port}` is no port mapping", "`{port}` no es una asignación de puertos"),
    pair("a mapping is `[HOST_IP:][HOST_PORT:]PORT[/udp]`", "una asignación es `[IP:][PUERTO_HOST:]PUERTO[/udp]`"),
    pair("write it as in `127.0.0.1:8080:80`", "escríbela como en `127.0.0.1:8080:80`"),
];
/// The mapping is there.
pub const PUBLISHED_ALREADY: [Pair; 3] = [
    pair("`{service}` already publishes `{port}`", "`{service}` ya publica `{port}`"),
    NOTHING,
    pair("choose another port of the host", "elige otro puerto del host"),
];
/// No such mapping.
pub const NOT_PUBLISHED: [Pair; 3] = [
    pair("`{service}` does not publish port `{port}`", "`{service}` no publica el puerto `{port}`"),
    pair("ports are named as in the container", "los puertos se nombran como en el contenedor"),
    NOTHING,
];
/// Nothing to move.
pub const NO_VARIABLE: [Pair; 3] = [
    pair("`{service}` sets no value for `{key}`", "`{service}` no da ningún valor a `{key}`"),
    pair("only a value in `environment` can be moved", "solo se puede llevar un valor de `environment`"),
    NOTHING,
];
/// The value is interpolated.
pub const LIFTED_ALREADY: [Pair; 3] = [
    pair("the value of `{key}` is no literal", "el valor de `{key}` no es literal"),
    pair("it already comes from a variable", "ya viene de una variable"),
    NOTHING,
];
/// The env file says otherwise.
pub const OTHER_VALUE: [Pair; 3] = [
    pair("`{file}` already has another value for `{key}`", "`{file}` ya tiene otro valor para `{key}`"),
    pair("other services may use that one", "otros servicios pueden usar ese"),
    pair("make the values equal or rename the variable", "iguala los valores o cambia el nombre de la variable"),
];
/// The first word of a line.
pub const UNKNOWN_COMMAND: Pair = pair(
    "there is no command `{name}`; the commands are {known}",
    "no existe la orden `{name}`; las órdenes son {known}",
);
/// The rest of a line.
pub const BAD_LINE: Pair = pair("write it as `{grammar}`", "escríbela así: `{grammar}`");
