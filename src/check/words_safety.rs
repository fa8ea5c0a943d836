//! Sentences of the rules on safety and on what belongs to production.

#![allow(missing_docs, reason = "the sentence says what it is for")]

use crate::text::words::{Pair, pair};

pub const SOCKET: Pair = pair("`{service}` gets `{source}`", "`{service}` recibe `{source}`");
pub const SOCKET_WHY: Pair = pair(
    "who speaks to the runtime's socket is root on the host, read-only or not",
    "quien habla con el socket del motor es root en el host, aunque sea en solo lectura",
);
pub const SOCKET_HINT: Pair = pair(
    "Put a socket proxy between them that lets only the needed requests through",
    "Pon en medio un proxy del socket que solo deje pasar las peticiones necesarias",
);

pub const PRIVILEGED: Pair = pair("`{service}` is privileged", "`{service}` es un contenedor privilegiado");
pub const PRIVILEGED_WHY: Pair =
    pair("it may do on the host what root may", "puede hacer en el host lo mismo que root");
pub const PRIVILEGED_HINT: Pair = pair(
    "Give it only what it needs, with `cap_add` and `devices`",
    "Dale solo lo que necesita, con `cap_add` y `devices`",
);
pub const DROP_PRIVILEGED: Pair = pair("Run without privileges", "Ejecutar sin privilegios");

pub const HOST_ROOT_READ: Pair = pair(
    "`{service}` mounts the host's root file system (read only)",
    "`{service}` monta el sistema de archivos raíz del host (solo lectura)",
);
pub const HOST_ROOT_WRITE: Pair = pair(
    "`{service}` mounts the host's root file system, writable",
    "`{service}` monta el sistema de archivos raíz del host, con escritura",
);
pub const HOST_PATH_READ: Pair =
    pair("`{service}` reads `{source}` of the host", "`{service}` lee `{source}` del host");
pub const HOST_PATH_WRITE: Pair =
    pair("`{service}` can write `{source}` of the host", "`{service}` puede escribir en `{source}` del host");
pub const HOST_PATH_WHY: Pair = pair(
    "the container sees the host's keys and passwords, and changes the host where it may write",
    "el contenedor ve las claves y contraseñas del host, y lo modifica allí donde puede escribir",
);
pub const HOST_PATH_HINT: Pair =
    pair("Mount only the folder that is needed, with `:ro`", "Monta solo la carpeta necesaria, con `:ro`");

pub const DISCONTINUED: Pair = pair("image `{image}` is no longer kept up", "la imagen `{image}` ya no se mantiene");
pub const GONE_MINIO: Pair = pair(
    "it was taken off Docker Hub in September 2026; consider RustFS, SeaweedFS or Garage",
    "se retiró de Docker Hub en septiembre de 2026; valora RustFS, SeaweedFS o Garage",
);
pub const GONE_WATCHTOWER: Pair = pair(
    "it was archived in December 2025, and Docker Engine 29 refuses it; `nickfedor/watchtower` goes on",
    "se archivó en diciembre de 2025 y Docker Engine 29 la rechaza; `nickfedor/watchtower` la continúa",
);
pub const GONE_MONGO_EXPRESS: Pair =
    pair("its official image is deprecated since 2024", "su imagen oficial está en desuso desde 2024");
pub const GONE_BITNAMI: Pair = pair(
    "Bitnami's free images moved to `bitnamilegacy` in 2025 and get no updates there; use the project's own image",
    "las imágenes gratuitas de Bitnami pasaron a `bitnamilegacy` en 2025 y ya no se actualizan; usa la imagen oficial del proyecto",
);

pub const DEVELOPMENT: Pair = pair(
    "`{service}` runs with `{sign}`, hot reload or debugging, in a production stack",
    "`{service}` se ejecuta con `{sign}` (recarga en caliente o depuración) en un stack de producción",
);
pub const DEVELOPMENT_WHY: Pair = pair(
    "it is slower, starts again whenever a file is touched, and may show its insides",
    "es más lento, se reinicia cada vez que se toca un archivo y puede mostrar sus interioridades",
);
pub const DEVELOPMENT_HINT: Pair = pair(
    "Run the server for production, and keep this command in an override file",
    "Usa el servidor de producción y deja esta orden en un archivo override",
);

pub const PLAIN_HTTP: Pair = pair(
    "`{service}` offers plain HTTP on a public port, without TLS",
    "`{service}` ofrece HTTP sin cifrar en un puerto público, sin TLS",
);
pub const PLAIN_HTTP_WHY: Pair = pair(
    "passwords and sessions cross the network readable",
    "las contraseñas y las sesiones viajan legibles por la red",
);
pub const PLAIN_HTTP_HINT: Pair = pair(
    "Put a proxy with certificates before it (Caddy, Traefik), or serve 443",
    "Pon delante un proxy con certificados (Caddy, Traefik), o sirve el 443",
);
