//! Sentences of the stack document, in the order in which it says them.

#![allow(missing_docs, reason = "the sentence says what it is for")]

use crate::text::words::{Pair, pair};

/// First line, by which a later export knows a document of its own.
pub const MARK: &str = "<!-- estiba:stack -->";

pub const INTRO: Pair = pair(
    "What this stack holds and how to run it. Estiba wrote this page from the files beside it; it writes it anew with every export.",
    "Qué contiene este stack y cómo ponerlo en marcha. Estiba ha escrito esta página a partir de los archivos que la acompañan y la reescribe en cada exportación.",
);
pub const OVERVIEW: Pair = pair("Overview", "Vista general");
pub const COUNTS: Pair = pair(
    "Services: {services}. Named volumes: {volumes}. Networks: {networks}. Ports published on the host: {ports}.",
    "Servicios: {services}. Volúmenes con nombre: {volumes}. Redes: {networks}. Puertos publicados en el host: {ports}.",
);
pub const FILES: Pair = pair("Files", "Archivos");
pub const FILE: Pair = pair("File", "Archivo");
pub const PURPOSE: Pair = pair("What for", "Para qué");
pub const FILE_COMPOSE: Pair = pair("services, volumes and networks", "servicios, volúmenes y redes");
pub const FILE_ENV: Pair = pair(
    "values of this installation, secrets among them; never commit it",
    "valores de esta instalación, con sus secretos; no lo subas nunca al repositorio",
);
pub const FILE_EXAMPLE: Pair = pair("the same variables without secrets", "las mismas variables, sin secretos");
pub const FILE_DOCKERFILE: Pair = pair("how an image is built", "cómo se construye una imagen");
pub const FILE_IGNORE: Pair = pair("what stays out of the build", "lo que queda fuera de la construcción");
pub const FILE_LAYOUT: Pair =
    pair("places of the cards on Estiba's canvas", "posición de las tarjetas en el lienzo de Estiba");
pub const FILE_STACK: Pair = pair("this page", "esta página");
pub const FILE_SCRIPT: Pair = pair("script", "script");
pub const FILE_OTHER: Pair = pair("file of the project", "archivo del proyecto");
pub const ARCHITECTURE: Pair = pair("Architecture", "Arquitectura");
pub const DIAGRAM_READS: Pair = pair(
    "A solid arrow goes from a service to what it waits for; a dotted line, to the volume that keeps its data.",
    "Una flecha continua va de cada servicio a lo que espera; una línea de puntos, al volumen que guarda sus datos.",
);
pub const ASCII: Pair = pair(
    "The same without Mermaid; `↓` says what a service waits for:",
    "Lo mismo sin Mermaid; `↓` indica a qué espera cada servicio:",
);
pub const EDGE_STARTED: Pair = pair("once started", "cuando arranca");
pub const EDGE_HEALTHY: Pair = pair("once healthy", "cuando está sano");
pub const EDGE_COMPLETED: Pair = pair("once finished", "cuando termina");
pub const BUILT_FROM: Pair = pair("built from {context}", "construido desde {context}");

pub const REQUIREMENTS: Pair = pair("Requirements", "Requisitos");
pub const NEEDS_DOCKER: Pair = pair(
    "Docker Engine with the Compose plugin, version 2.24 or later (`docker compose version`)",
    "Docker Engine con el complemento Compose, versión 2.24 o posterior (`docker compose version`)",
);
pub const NEEDS_MEMORY: Pair = pair(
    "About {comfortable} MiB of free memory for the services that are known ({least} MiB at the least)",
    "Unos {comfortable} MiB de memoria libre para los servicios conocidos ({least} MiB como mínimo)",
);
pub const NEEDS_PORTS: Pair = pair("Free ports on the host: {ports}", "Puertos libres en el host: {ports}");
pub const NEEDS_NETWORK: Pair = pair(
    "Access to the registries of the images, at least the first time",
    "Acceso a los registros de las imágenes, al menos la primera vez",
);
pub const QUICK_START: Pair = pair("Quick start", "Inicio rápido");
pub const QUICK_ENV: Pair = pair(
    "`.env` already holds the values, with generated secrets. Without it, copy `.env.example` to `.env` and fill in what is empty.",
    "`.env` ya trae los valores, con secretos generados. Si falta, copia `.env.example` como `.env` y rellena lo que esté vacío.",
);
pub const QUICK_COPY: Pair = pair(
    "Copy `.env.example` to `.env` and fill in what is empty before the first start.",
    "Copia `.env.example` como `.env` y rellena lo que esté vacío antes del primer arranque.",
);
pub const OPEN_AT: Pair = pair("Then: {addresses}", "Después: {addresses}");

pub const SERVICES: Pair = pair("Services", "Servicios");
pub const SERVICE: Pair = pair("Service", "Servicio");
pub const IMAGE: Pair = pair("Image or build", "Imagen o construcción");
pub const RESTART: Pair = pair("Restart", "Reinicio");
pub const HEALTH: Pair = pair("Health check", "Comprobación de salud");
pub const WAITS_FOR: Pair = pair("Waits for", "Espera a");
pub const YES: Pair = pair("yes", "sí");
pub const NO: Pair = pair("no", "no");
pub const OF_IMAGE: Pair = pair("the image's own", "la de la imagen");
pub const ONE_SHOT: Pair = pair(
    "Does its job and ends; other services wait for that.",
    "Hace su trabajo y termina; otros servicios esperan a que acabe.",
);
pub const AND: Pair = pair(" and ", " y ");
pub const SOURCE_IMAGE: Pair = pair("Image: {image}", "Imagen: {image}");
pub const SOURCE_BUILD: Pair =
    pair("Built from `{context}` with {dockerfile}", "Se construye desde `{context}` con {dockerfile}");
pub const SOURCE_NAMED: Pair = pair("the image is called {image}", "la imagen se llama {image}");
pub const TARGET_STAGE: Pair = pair("up to stage `{target}`", "hasta la etapa `{target}`");
pub const STAGES: Pair = pair("Stages: {stages}", "Etapas: {stages}");
pub const CONTAINER_NAME: Pair = pair("Container name: {name}", "Nombre del contenedor: {name}");
pub const COMMAND: Pair = pair("Command: {command}", "Orden: {command}");
pub const ENTRYPOINT: Pair = pair("Entry point: {command}", "Punto de entrada: {command}");
pub const RESTART_IS: Pair = pair("Restart policy: {policy}", "Política de reinicio: {policy}");
pub const HEALTH_IS: Pair = pair("Health check: {test}{times}", "Comprobación de salud: {test}{times}");
pub const HEALTH_OFF: Pair = pair("Health check: turned off", "Comprobación de salud: desactivada");
pub const EVERY: Pair = pair("every {interval}", "cada {interval}");
pub const AT_MOST: Pair = pair("at most {timeout}", "como mucho {timeout}");
pub const RETRIES: Pair = pair("{retries} tries", "{retries} intentos");
pub const GRACE: Pair = pair("{period} to start", "{period} para arrancar");
pub const WAITS: Pair = pair("Waits for: {needs}", "Espera a: {needs}");
pub const NEED_STARTED: Pair = pair("{name} to start", "que {name} arranque");
pub const NEED_HEALTHY: Pair = pair("{name} to be healthy", "que {name} esté sano");
pub const NEED_COMPLETED: Pair = pair("{name} to finish without an error", "que {name} termine sin error");
pub const VARIABLES_OF: Pair = pair("Variables: {names}", "Variables: {names}");
pub const SECRETS_OF: Pair = pair("Secrets: {names}", "Secretos: {names}");
pub const CONFIGS_OF: Pair = pair("Configs: {names}", "Configs: {names}");
pub const PROFILES_OF: Pair = pair("Only with the profiles: {names}", "Solo con los perfiles: {names}");
pub const REPLICAS: Pair = pair("Replicas: {count}", "Réplicas: {count}");
pub const GOOD_TO_KNOW: Pair = pair("Good to know: {note}", "Conviene saber: {note}");

pub const PORTS: Pair = pair("Ports", "Puertos");
pub const IN_CONTAINER: Pair = pair("In the container", "En el contenedor");
pub const ON_HOST: Pair = pair("On the host", "En el host");
pub const WHO: Pair = pair("Who reaches it", "Quién llega");
pub const REACH_ALL: Pair = pair("whoever reaches the host", "cualquiera que llegue al host");
pub const REACH_HOST: Pair = pair("only the host itself", "solo el propio host");
pub const REACH_ADDRESS: Pair = pair("whoever reaches the address {address}", "quien llegue a la dirección {address}");
pub const REACH_SERVICES: Pair = pair("only the other services", "solo los demás servicios");
pub const ANY_PORT: Pair = pair("chosen by Docker", "lo elige Docker");
pub const NO_PORTS: Pair =
    pair("No service listens at a known port.", "Ningún servicio escucha en un puerto conocido.");

pub const VOLUMES: Pair = pair("Volumes", "Volúmenes");
pub const VOLUME: Pair = pair("Volume", "Volumen");
pub const MOUNTED_AT: Pair = pair("Mounted at", "Montado en");
pub const HOLDS: Pair = pair("What lives in it", "Qué guarda");
pub const ACCESS: Pair = pair("Access", "Acceso");
pub const READ_ONLY: Pair = pair("read only", "solo lectura");
pub const READ_WRITE: Pair = pair("read and write", "lectura y escritura");
pub const NAMED_VOLUMES: Pair = pair(
    "Named volumes outlive their containers: `down` leaves them, `down -v` deletes them.",
    "Los volúmenes con nombre sobreviven a los contenedores: `down` los conserva y `down -v` los borra.",
);
pub const HOST_PATHS: Pair = pair("Files and folders of the host:", "Archivos y carpetas del host:");
pub const HOST_PATH: Pair = pair("Path on the host", "Ruta en el host");
pub const NO_VOLUMES: Pair =
    pair("The stack keeps nothing: there is no volume.", "El stack no guarda nada: no hay volúmenes.");
pub const EXTERNAL: Pair = pair("made outside this stack", "se crea fuera de este stack");

pub const NETWORKS: Pair = pair("Networks", "Redes");
pub const NETWORK: Pair = pair("Network", "Red");
pub const MEMBERS: Pair = pair("Services in it", "Servicios que la usan");
pub const NETWORKS_SAY: Pair = pair(
    "Services in one network reach each other by name, at the port in the container: `http://NAME:PORT`.",
    "Los servicios de una misma red se alcanzan por su nombre, en el puerto del contenedor: `http://NOMBRE:PUERTO`.",
);
pub const DEFAULT_NETWORK: Pair = pair("made by Docker Compose", "la crea Docker Compose");
