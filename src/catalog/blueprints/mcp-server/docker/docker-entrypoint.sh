#!/bin/sh
# Prepara el contenedor de la API y cede el sitio al proceso que llega como argumentos.
set -eu

# Migraciones, si el proyecto usa Alembic. Solo antes del servidor, no de una orden suelta.
if [ "${1:-}" = "uvicorn" ] && [ -f alembic.ini ]; then
  echo "Aplicando migraciones..."
  alembic upgrade head
fi

exec "$@"
