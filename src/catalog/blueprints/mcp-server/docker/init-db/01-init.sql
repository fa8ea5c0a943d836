-- PostgreSQL lo ejecuta una sola vez, cuando el volumen postgres_data está vacío.
-- Extensiones: identificadores aleatorios, búsqueda de texto aproximada e índices combinados.
CREATE EXTENSION IF NOT EXISTS "uuid-ossp";
CREATE EXTENSION IF NOT EXISTS "pg_trgm";
CREATE EXTENSION IF NOT EXISTS "btree_gin";
