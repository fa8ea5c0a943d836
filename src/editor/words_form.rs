//! The words of the inspector's form.

use crate::text::words::{Pair, pair};

/// Section headings.
pub const GENERAL: Pair = pair("General", "General");
/// `build`.
pub const BUILD: Pair = pair("Build", "Construcción");
/// `ports`.
pub const PORTS: Pair = pair("Ports", "Puertos");
/// `volumes` of a service.
pub const MOUNTS: Pair = pair("Volumes and folders", "Volúmenes y carpetas");
/// `depends_on` and `networks`.
pub const CONNECTIONS: Pair = pair("Connections", "Conexiones");
/// `environment` and `env_file`.
pub const ENVIRONMENT: Pair = pair("Environment", "Entorno");
/// `healthcheck`.
pub const HEALTH: Pair = pair("Health check", "Comprobación de salud");
/// `command` and `entrypoint`.
pub const RUN: Pair = pair("Start command", "Orden de arranque");
/// Heading of a connection.
pub const CONNECTION: Pair = pair("Connection", "Conexión");

/// The name of a node.
pub const NAME: Pair = pair("Name", "Nombre");
/// `image`.
pub const IMAGE: Pair = pair("Image", "Imagen");
/// `container_name`.
pub const CONTAINER_NAME: Pair = pair("Container name", "Nombre del contenedor");
/// Help of `container_name`.
pub const CONTAINER_NAME_HELP: Pair =
    pair("Fixed; leave it empty to allow several replicas", "Fijo; déjalo vacío para permitir varias réplicas");
/// `restart`.
pub const RESTART: Pair = pair("Restart", "Reinicio");
/// `profiles`.
pub const PROFILES: Pair = pair("Profiles", "Perfiles");
/// `build.context`.
pub const CONTEXT: Pair = pair("Folder (context)", "Carpeta (contexto)");
/// `build.dockerfile`.
pub const DOCKERFILE: Pair = pair("Dockerfile", "Dockerfile");
/// `build.target`.
pub const TARGET: Pair = pair("Target stage", "Etapa de destino");
/// `build.args`.
pub const ARGS: Pair = pair("Build arguments", "Argumentos de construcción");
/// `ports`.
pub const PUBLISHED: Pair = pair("Published ports", "Puertos publicados");
/// Help of `ports`.
pub const PUBLISHED_HELP: Pair = pair(
    "host:container; with 127.0.0.1: in front only this computer reaches it",
    "equipo:contenedor; con 127.0.0.1: delante solo llega este equipo",
);
/// `volumes`.
pub const MOUNTED: Pair = pair("Mounts", "Montajes");
/// Help of `volumes`.
pub const MOUNTED_HELP: Pair =
    pair("volume or ./folder, then the path in the container", "volumen o ./carpeta y la ruta en el contenedor");
/// `depends_on`.
pub const DEPENDS_ON: Pair = pair("Starts after", "Arranca después de");
/// `networks`.
pub const NETWORKS: Pair = pair("Networks", "Redes");
/// `environment`.
pub const VARIABLES: Pair = pair("Variables", "Variables");
/// `env_file`.
pub const ENV_FILES: Pair = pair("Files with variables", "Ficheros con variables");
/// `healthcheck.test`.
pub const TEST: Pair = pair("Test", "Prueba");
/// Help of `healthcheck.test`.
pub const TEST_HELP: Pair = pair(
    "A shell line, or a list such as [\"CMD\", \"pg_isready\"]",
    "Una línea de shell, o una lista como [\"CMD\", \"pg_isready\"]",
);
/// `healthcheck.interval`.
pub const INTERVAL: Pair = pair("Interval", "Intervalo");
/// `healthcheck.timeout`.
pub const TIMEOUT: Pair = pair("Timeout", "Tiempo límite");
/// `healthcheck.retries`.
pub const RETRIES: Pair = pair("Retries", "Reintentos");
/// `healthcheck.start_period`.
pub const START_PERIOD: Pair = pair("Start period", "Margen de arranque");
/// `healthcheck.disable`.
pub const DISABLE: Pair = pair("Switch the image's own check off", "Desactivar la comprobación de la imagen");
/// `command`.
pub const COMMAND: Pair = pair("Command", "Orden");
/// `entrypoint`.
pub const ENTRYPOINT: Pair = pair("Entrypoint", "Punto de entrada");
/// Help of `command` and `entrypoint`.
pub const WORDS_HELP: Pair =
    pair("One line, or a list such as [\"npm\", \"start\"]", "Una línea, o una lista como [\"npm\", \"start\"]");
/// `driver`.
pub const DRIVER: Pair = pair("Driver", "Controlador");
/// `external`.
pub const EXTERNAL: Pair = pair("Exists outside this project", "Existe fuera de este proyecto");
/// `internal`.
pub const INTERNAL: Pair = pair("Without a way to the outside", "Sin salida al exterior");
/// `name` of a resource.
pub const REAL_NAME: Pair = pair("Name in Docker", "Nombre en Docker");
/// `file` of a secret or config.
pub const FILE: Pair = pair("File", "Fichero");
/// `environment` of a secret or config.
pub const FROM_VARIABLE: Pair = pair("Environment variable", "Variable de entorno");
/// The condition of a dependency.
pub const CONDITION: Pair = pair("Waits until", "Espera a que");
/// The path of a mount.
pub const MOUNT_PATH: Pair = pair("Path in the container", "Ruta en el contenedor");

/// `service_started`.
pub const STARTED: Pair = pair("it has started", "haya arrancado");
/// `service_healthy`.
pub const HEALTHY: Pair = pair("it is healthy", "esté sano");
/// `service_completed_successfully`.
pub const COMPLETED: Pair = pair("it has finished well", "haya terminado bien");
/// An unset choice.
pub const NOT_SET: Pair = pair("not set", "sin definir");
/// `restart: no`.
pub const RESTART_NO: Pair = pair("never", "nunca");
/// `restart: always`.
pub const RESTART_ALWAYS: Pair = pair("always", "siempre");
/// `restart: on-failure`.
pub const RESTART_FAILURE: Pair = pair("after a failure", "tras un fallo");
/// `restart: unless-stopped`.
pub const RESTART_UNLESS: Pair = pair("unless stopped by hand", "salvo parada manual");
