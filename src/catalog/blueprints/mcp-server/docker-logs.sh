#!/bin/sh
# Sigue los registros de todos los servicios, o solo de los que se nombren: ./docker-logs.sh api
set -eu
cd "$(dirname "$0")"
docker compose logs -f --tail 100 "$@"
