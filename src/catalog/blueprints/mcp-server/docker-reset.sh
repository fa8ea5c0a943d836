#!/bin/sh
# Borra los contenedores y TODOS los datos, y vuelve a arrancar de cero.
set -eu
cd "$(dirname "$0")"

printf 'Se borrarán la base de datos, la caché y los ajustes de pgAdmin. Escribe "borrar" para seguir: '
read -r answer
if [ "$answer" != "borrar" ]; then
  echo "No se ha borrado nada."
  exit 1
fi

docker compose down -v --remove-orphans
exec ./docker-start.sh
