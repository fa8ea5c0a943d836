#!/bin/sh
# Prepara la base de datos. PostgreSQL lo ejecuta una sola vez, cuando el volumen pgdata está vacío;
# las tablas las crea después Prisma (prisma migrate deploy).
set -eu

psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
-- Identificadores aleatorios y búsqueda de texto aproximada.
CREATE EXTENSION IF NOT EXISTS pgcrypto;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
SQL

echo "Base de datos $POSTGRES_DB preparada."
