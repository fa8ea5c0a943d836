#!/bin/sh
# Para el stack. Los datos se conservan en los volúmenes.
set -eu
cd "$(dirname "$0")"
docker compose down
