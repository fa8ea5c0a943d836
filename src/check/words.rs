//! Sentences of the rules, rule by rule: what is wrong, why it matters, what to do, and what a fix does.

#![allow(missing_docs, reason = "the sentence says what it is for")]

use crate::text::words::{Pair, pair};

pub const NO_TAG: Pair = pair(
    "image `{image}` has no tag, which means `latest`",
    "la imagen `{image}` no lleva etiqueta, lo que equivale a `latest`",
);
pub const FLOATING_TAG: Pair = pair(
    "image `{image}` has the tag `{tag}`, which moves",
    "la imagen `{image}` usa la etiqueta `{tag}`, que cambia con el tiempo",
);
pub const UNPINNED_BASE: Pair = pair(
    "the build starts from `{image}`, which moves",
    "la construcción parte de `{image}`, que cambia con el tiempo",
);
pub const UNPINNED_WHY: Pair = pair(
    "each pull may bring another version, on each machine at another time",
    "cada descarga puede traer otra versión, en cada máquina en un momento distinto",
);
pub const UNPINNED_HINT: Pair = pair("Write the version that you have tested", "Escribe la versión que has probado");
pub const PIN_IMAGE: Pair = pair("Pin to `{image}`", "Fijar en `{image}`");

pub const OPEN_PORT: Pair =
    pair("{port} of {name} is published to every interface", "el {port} de {name} se publica en todas las interfaces");
pub const OPEN_WITHOUT_PASSWORD: Pair = pair(
    "{port} of {name} is published to every interface without a password",
    "el {port} de {name} se publica en todas las interfaces sin contraseña",
);
pub const OPEN_PORT_WHY: Pair = pair(
    "whoever reaches the host reaches it, because Docker's rules come before most firewalls",
    "quien llegue al host llega hasta él, porque las reglas de Docker van antes que la mayoría de los cortafuegos",
);
pub const OPEN_PORT_HINT: Pair = pair(
    "Leave the port unpublished: services of the same network reach it by name; or publish it at 127.0.0.1",
    "No publiques el puerto: los servicios de la misma red llegan por su nombre; o publícalo en 127.0.0.1",
);
pub const BIND_LOOPBACK: Pair =
    pair("Publish {port} to the host alone (127.0.0.1)", "Publicar {port} solo para el propio host (127.0.0.1)");

pub const SECRET_LITERAL: Pair =
    pair("the value of `{key}` stands in the compose file", "el valor de `{key}` está en el archivo compose");
pub const SECRET_IN_URL: Pair =
    pair("the address in `{key}` holds a password", "la dirección de `{key}` contiene una contraseña");
pub const SECRET_WHY: Pair = pair(
    "it goes into the repository with the file, and stays in its history",
    "entra en el repositorio con el archivo y se queda en su historial",
);
pub const SECRET_HINT: Pair =
    pair("Keep it in `.env` and write `${{key}}` here", "Guárdalo en `.env` y escribe aquí `${{key}}`");
pub const LIFT_SECRET: Pair = pair("Move the value to `.env` as `{key}`", "Mover el valor a `.env` como `{key}`");

pub const WEAK_PASSWORD: Pair =
    pair("`{key}` has a value that everyone tries first", "`{key}` tiene un valor que todos prueban primero");
pub const WEAK_PASSWORD_WHY: Pair =
    pair("programs try such values within minutes", "hay programas que prueban esos valores en cuestión de minutos");
pub const WEAK_PASSWORD_HINT: Pair = pair(
    "Write a long random value, for instance from `openssl rand -hex 24`",
    "Escribe un valor largo y aleatorio, por ejemplo el de `openssl rand -hex 24`",
);

pub const NO_HEALTH_CHECK: Pair = pair(
    "`{service}` waits for `{other}` to be healthy, but `{other}` has no health check",
    "`{service}` espera a que `{other}` esté sano, pero `{other}` no tiene comprobación de salud",
);
pub const NO_HEALTH_CHECK_WHY: Pair = pair(
    "unless its image brings one, `docker compose up` stops there",
    "si su imagen no trae ninguna, `docker compose up` se detiene ahí",
);
pub const NO_HEALTH_CHECK_HINT: Pair = pair("Give `{other}` a `healthcheck`", "Añade un `healthcheck` a `{other}`");
pub const ADD_HEALTH_CHECK: Pair =
    pair("Add a health check to `{service}`", "Añadir una comprobación de salud a `{service}`");

pub const NEVER_ENDS: Pair = pair(
    "`{service}` waits for `{other}` to finish, but `{other}` always starts again",
    "`{service}` espera a que `{other}` termine, pero `{other}` siempre vuelve a arrancar",
);
pub const NEVER_ENDS_WHY: Pair = pair("the condition never comes true", "la condición no se cumple nunca");
pub const JOB_NOT_AWAITED: Pair = pair(
    "`{service}` does not wait for `{other}` to finish (`{condition}`)",
    "`{service}` no espera a que `{other}` termine (`{condition}`)",
);
pub const JOB_NOT_AWAITED_WHY: Pair = pair(
    "it does a job and ends; what depends on its result starts too early",
    "hace un trabajo y termina; lo que depende de su resultado arranca demasiado pronto",
);
pub const CONDITION_HINT: Pair = pair("Use the condition `{condition}`", "Usa la condición `{condition}`");
pub const SET_CONDITION: Pair = pair("Wait for `{other}` with `{condition}`", "Esperar a `{other}` con `{condition}`");

pub const DUPLICATE_PORT: Pair = pair(
    "`{service}` publishes port {port} of the host, which `{other}` publishes too",
    "`{service}` publica el puerto {port} del host, que también publica `{other}`",
);
pub const DUPLICATE_PORT_WHY: Pair = pair("the second one does not start", "el segundo no arranca");
pub const MOVE_PORT: Pair = pair("Publish it at {port}", "Publicarlo en {port}");

pub const CONTAINER_TWICE: Pair = pair(
    "`{service}` and `{other}` both name their container `{container}`",
    "`{service}` y `{other}` llaman `{container}` a su contenedor",
);
pub const CONTAINER_REPLICAS: Pair = pair(
    "`{service}` has several replicas but one container name, `{container}`",
    "`{service}` tiene varias réplicas pero un solo nombre de contenedor, `{container}`",
);
pub const CONTAINER_NAME_WHY: Pair =
    pair("names of containers are unique on a host", "los nombres de contenedor son únicos en cada host");
pub const DROP_CONTAINER_NAME: Pair =
    pair("Let Docker Compose name the container", "Dejar que Docker Compose ponga el nombre");

pub const NO_DOCKERFILE: Pair = pair(
    "`{service}` is built with `{path}`, which is not in the project",
    "`{service}` se construye con `{path}`, que no está en el proyecto",
);
pub const NO_DOCKERFILE_WHY: Pair = pair("the build stops there", "la construcción se detiene ahí");
pub const NO_DOCKERFILE_HINT: Pair =
    pair("Add the file `{path}`, or change `build`", "Añade el archivo `{path}`, o cambia `build`");

pub const MISSING_VARIABLE: Pair =
    pair("{name} does not start without `{variable}`", "{name} no arranca sin `{variable}`");
pub const MISSING_VARIABLE_WHY: Pair =
    pair("the container ends right after its start", "el contenedor termina nada más arrancar");
pub const MISSING_VARIABLE_HINT: Pair =
    pair("Set `{variable}` in `environment`", "Define `{variable}` en `environment`");
pub const ADD_VARIABLE: Pair =
    pair("Add `{variable}`, with its value in `.env`", "Añadir `{variable}`, con su valor en `.env`");

pub const NO_VOLUME: Pair = pair(
    "{name} keeps its data at `{path}`, where `{service}` has no volume",
    "{name} guarda sus datos en `{path}`, donde `{service}` no tiene ningún volumen",
);
pub const NO_VOLUME_WHY: Pair =
    pair("the data is gone when the container is made anew", "los datos se pierden al volver a crear el contenedor");
pub const NO_VOLUME_HINT: Pair = pair("Mount a named volume at `{path}`", "Monta un volumen con nombre en `{path}`");
pub const ADD_VOLUME: Pair =
    pair("Mount the new volume `{volume}` at `{path}`", "Montar el volumen nuevo `{volume}` en `{path}`");

pub const WRONG_PATH: Pair =
    pair("`{image}` does not keep its data at `{wrong}`", "`{image}` no guarda sus datos en `{wrong}`");
pub const WRONG_PATH_WHY: Pair = pair(
    "the volume stays empty and the data is lost with the container, or the server refuses to start",
    "el volumen queda vacío y los datos se pierden con el contenedor, o el servidor se niega a arrancar",
);
pub const WRONG_PATH_HINT: Pair = pair("In this version it is `{right}`", "En esta versión es `{right}`");
pub const MOVE_MOUNT: Pair = pair("Mount it at `{right}`", "Montarlo en `{right}`");

pub const LOCALHOST: Pair = pair(
    "`{key}` names `{host}:{port}`, where `{other}` listens",
    "`{key}` apunta a `{host}:{port}`, donde escucha `{other}`",
);
pub const LOCALHOST_WHY: Pair = pair(
    "inside a container `localhost` is the container itself",
    "dentro de un contenedor, `localhost` es el propio contenedor",
);
pub const LOCALHOST_HINT: Pair = pair("Write `{other}:{port}`", "Escribe `{other}:{port}`");
pub const NAME_SERVICE: Pair =
    pair("Write `{other}` in the place of `{host}`", "Escribir `{other}` en lugar de `{host}`");

pub const UNUSED_VOLUME: Pair =
    pair("no service mounts the volume `{name}`", "ningún servicio monta el volumen `{name}`");
pub const UNUSED_NETWORK: Pair =
    pair("no service joins the network `{name}`", "ningún servicio se une a la red `{name}`");
pub const UNUSED_SECRET: Pair = pair("no service uses the secret `{name}`", "ningún servicio usa el secreto `{name}`");
pub const UNUSED_CONFIG: Pair = pair("no service uses the config `{name}`", "ningún servicio usa el config `{name}`");
pub const UNUSED_WHY: Pair =
    pair("it does nothing; perhaps a use was forgotten", "no hace nada; quizá se olvidó usarlo");
pub const DROP_RESOURCE: Pair = pair("Remove `{name}`", "Quitar `{name}`");

pub const OBSOLETE_VERSION: Pair = pair("`version` is obsolete", "`version` está obsoleto");
pub const OBSOLETE_VERSION_WHY: Pair =
    pair("Docker Compose ignores it and warns at every command", "Docker Compose lo ignora y avisa en cada orden");
pub const DROP_VERSION: Pair = pair("Remove `version`", "Quitar `version`");

pub const OBSOLETE_LINK: Pair =
    pair("`{service}` uses `{attribute}`, which is obsolete", "`{service}` usa `{attribute}`, que está obsoleto");
pub const OBSOLETE_LINK_WHY: Pair = pair(
    "services of one network find each other by name without it",
    "los servicios de una misma red se encuentran por su nombre sin él",
);
pub const USE_NETWORK: Pair = pair(
    "Name the service itself as the host, and order the start with `depends_on`",
    "Usa el nombre del servicio como host y ordena el arranque con `depends_on`",
);
pub const USE_NAMED_VOLUME: Pair =
    pair("Mount one named volume in both services", "Monta un mismo volumen con nombre en los dos servicios");
