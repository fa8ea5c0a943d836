#!/bin/sh
# Construye las imágenes y arranca el stack; espera a que todo esté sano.
set -eu
cd "$(dirname "$0")"

if [ ! -f .env ]; then
  echo "Falta .env: copia .env.example y rellena los secretos." >&2
  exit 1
fi

mkdir -p uploads logs
docker compose up -d --build --wait
docker compose ps
echo "API: http://localhost:8000    pgAdmin: http://localhost:5050"
