//! Sentences of the stack document about running it: variables, order, life cycle, safety.

#![allow(missing_docs, reason = "the sentence says what it is for")]

use crate::text::words::{Pair, pair};

pub const ENVIRONMENT: Pair = pair("Environment", "Variables de entorno");
pub const ENVIRONMENT_SAYS: Pair = pair(
    "They stand in `.env`. 🔒 marks secrets, whose values this page does not show.",
    "Están en `.env`. 🔒 marca los secretos, cuyo valor no aparece en esta página.",
);
pub const VARIABLE: Pair = pair("Variable", "Variable");
pub const EXAMPLE: Pair = pair("Example", "Ejemplo");
pub const USED_BY: Pair = pair("Used by", "La usa");
pub const MEANING: Pair = pair("Meaning", "Significado");
pub const SECRET: Pair = pair("secret", "secreto");
pub const GENERAL: Pair = pair("General", "General");
pub const NO_ENVIRONMENT: Pair = pair("The stack has no `.env`.", "El stack no tiene `.env`.");

pub const START_ORDER: Pair = pair("Start order", "Orden de arranque");
pub const START_SAYS: Pair = pair(
    "Docker Compose starts these steps one after the other; what stands in one step starts at the same time.",
    "Docker Compose arranca estos pasos uno tras otro; lo que está en un mismo paso arranca a la vez.",
);
pub const STEP: Pair = pair("Step {number}: {services}", "Paso {number}: {services}");
pub const STEP_WAITS: Pair = pair("{service} waits for {needs}", "{service} espera a {needs}");

pub const LIFE_CYCLE: Pair = pair("Life cycle", "Ciclo de vida");
pub const CHECK: Pair = pair("Check the configuration", "Comprobar la configuración");
pub const START: Pair = pair("Start", "Arrancar");
pub const STATUS: Pair = pair("Status and health", "Estado y salud");
pub const LOGS: Pair = pair("Logs, of all services or of one", "Registros, de todos los servicios o de uno");
pub const SHELL: Pair = pair("A shell inside a service", "Una consola dentro de un servicio");
pub const STOP: Pair = pair("Stop, and start again", "Parar, y volver a arrancar");
pub const REMOVE: Pair =
    pair("Remove the containers; the data stays", "Eliminar los contenedores; los datos se conservan");
pub const UPDATE: Pair = pair("Update the images", "Actualizar las imágenes");
pub const CLEAN: Pair = pair("Start from nothing", "Empezar de cero");
pub const CLEAN_WARNING: Pair = pair(
    "⚠️ This deletes every volume of the stack, with all its data. Save a copy first.",
    "⚠️ Esto borra todos los volúmenes del stack, con todos sus datos. Haz antes una copia.",
);
pub const BACKUP: Pair = pair("Backup and restore", "Copias de seguridad y restauración");
pub const BACKUP_OF: Pair = pair("{service} ({name})", "{service} ({name})");
pub const SAVE_COMMENT: Pair = pair("# save", "# guardar");
pub const RESTORE_COMMENT: Pair = pair("# restore", "# restaurar");
pub const BACKUP_VOLUME: Pair = pair(
    "Volume `{volume}`, with the services that use it stopped:",
    "Volumen `{volume}`, con los servicios que lo usan parados:",
);
pub const NOTHING_TO_SAVE: Pair = pair("No volume needs a copy.", "Ningún volumen necesita copia.");

pub const SECURITY: Pair = pair("Security", "Seguridad");
pub const FINDINGS: Pair =
    pair("Estiba found this when the stack was exported:", "Estiba encontró esto al exportar el stack:");
pub const NO_FINDINGS: Pair = pair(
    "Estiba found nothing to mend when the stack was exported.",
    "Estiba no encontró nada que corregir al exportar el stack.",
);
pub const SECURITY_ENV: Pair = pair(
    "`.env` holds secrets: keep it out of the repository and of the images, and let only its owner read it (`chmod 600 .env`).",
    "`.env` contiene secretos: no lo metas en el repositorio ni en las imágenes, y que solo lo lea su dueño (`chmod 600 .env`).",
);
pub const SECURITY_ROTATE: Pair = pair(
    "A database reads its first password only while its volume is empty; a later change in `.env` does not change it.",
    "Una base de datos solo lee su primera contraseña mientras su volumen está vacío; cambiarla después en `.env` no la cambia.",
);
pub const SECURITY_PUBLIC: Pair = pair(
    "Reachable from outside the host: {ports}. Put a reverse proxy with TLS before what people use over the Internet.",
    "Accesible desde fuera del host: {ports}. Pon un proxy inverso con TLS delante de lo que se use por Internet.",
);
pub const SECURITY_PRIVATE: Pair =
    pair("No port is reachable from outside the host.", "Ningún puerto es accesible desde fuera del host.");

pub const TROUBLE: Pair = pair("Troubleshooting", "Solución de problemas");
pub const TROUBLE_UNHEALTHY: Pair = pair(
    "A service stays `unhealthy`: see its last checks with `docker inspect --format '{{json .State.Health}}' CONTAINER`.",
    "Un servicio sigue `unhealthy`: mira sus últimas comprobaciones con `docker inspect --format '{{json .State.Health}}' CONTENEDOR`.",
);
pub const TROUBLE_PORT: Pair = pair(
    "`port is already allocated`: another program holds the port; change the number before the colon in `ports`.",
    "`port is already allocated`: otro programa ocupa el puerto; cambia el número anterior a los dos puntos en `ports`.",
);
pub const TROUBLE_VARIABLE: Pair = pair(
    "`variable is not set`: a line is missing in `.env`; compare it with `.env.example`.",
    "`variable is not set`: falta una línea en `.env`; compáralo con `.env.example`.",
);
pub const TROUBLE_PASSWORD: Pair = pair(
    "`password authentication failed` after a change of the password: the volume still holds the old one; change it inside the database, or start from nothing.",
    "`password authentication failed` tras cambiar la contraseña: el volumen conserva la anterior; cámbiala dentro de la base de datos, o empieza de cero.",
);
pub const TROUBLE_BUILD: Pair = pair(
    "A change in the code does not show: the image must be built again ({command}).",
    "Un cambio en el código no se nota: hay que volver a construir la imagen ({command}).",
);
