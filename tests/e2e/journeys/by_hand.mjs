//! The first blueprint from nothing, in Spanish, as a person builds it: palette, wires, inspector; the code pane for the start script
//! and the Dockerfile alone. The export passes the same check as the blueprint's own.
import { readFileSync } from 'node:fs';

const BLUEPRINT = 'study-task-insights';

const START_SCRIPT = `#!/bin/sh
# Se ejecuta una sola vez, con el volumen vacío.
set -eu

psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" -c 'CREATE EXTENSION IF NOT EXISTS pgcrypto'
`;

const DOCKERFILE = readFileSync(new URL('../projects/study-task-insights/Dockerfile', import.meta.url), 'utf8');

const wait = (person, edge) => person.edge(edge).first().waitFor({ state: 'attached' });

async function newFile(person, path, text) {
  await person.button('Archivo nuevo').click();
  await person.field('Ruta en el proyecto').fill(path);
  await person.button('Crear').click();
  await person.page.getByRole('tab', { name: path, exact: true, selected: true }).waitFor();
  await person.code().waitFor();
  await person.typeInCode(text);
}

// A variable that stands in .env, where a person may change it without touching the stack.
async function variable(person, key, value) {
  await person.addLine('Entorno', 'Variables', key, value);
  await person.button(`Llevar ${key} a .env`).click();
  await person.button(`Llevar ${key} a .env`).waitFor({ state: 'detached' });
}

async function database(person) {
  await person.add(/^PostgreSQL/, 'service:db');
  await person.select('service:db');
  await person.set('General', 'Imagen', 'postgres:16');
  const mounts = await person.section('Volúmenes y carpetas');
  await person.fill(mounts.getByLabel('Montajes, línea 1'), 'pgdata:/var/lib/postgresql/data');
  await person.addLine('Volúmenes y carpetas', 'Montajes', './migrations:/docker-entrypoint-initdb.d:ro');
}

async function models(person) {
  await person.dragIn(/^Ollama/, 'service:ollama', { x: 420, y: 160 });
  await person.select('service:ollama');
  await person.set('General', 'Imagen', 'ollama/ollama:latest');
  await person.dragIn(/^Cualquier imagen/, 'service:app', { x: 420, y: 480 });
  await person.select('service:app');
  await person.set('General', 'Imagen', 'ollama/ollama:latest');
  await person.set('General', 'Nombre', 'ollama-init');
  await person.card('service:ollama-init').waitFor();
  await person.set('General', 'Reinicio', 'nunca');
  await person.set('Orden de arranque', 'Orden', 'pull qwen2.5:7b-instruct');
  await person.addLine('Entorno', 'Variables', 'OLLAMA_HOST', 'ollama:11434');
  await person.tidyUp();
  await person.connect('service:ollama-init', 'depends_on', 'service:ollama');
  await wait(person, 'depends_on:ollama-init->ollama');
  await person.connect('volume:ollama', 'mount', 'service:ollama-init');
  await person.button('Montar').click();
  await wait(person, 'mount:ollama-init->ollama');
}

async function program(person) {
  await person.add(/^Construir desde el código/, 'service:api');
  await person.tidyUp();
  await person.connect('service:api', 'depends_on', 'service:db');
  await wait(person, 'depends_on:api->db');
  await person.connect('service:api', 'depends_on', 'service:ollama-init');
  await wait(person, 'depends_on:api->ollama-init');
  await person.tidyUp();
  await person.select('service:api');
  const after = await person.section('Conexiones');
  await after.getByLabel('Valor de ollama-init').selectOption({ label: 'haya terminado bien' });
  await person.addLine('Puertos', 'Puertos publicados', '3000:3000');
  await variable(person, 'NODE_ENV', 'production');
  await variable(person, 'PORT', '3000');
  await variable(person, 'DATABASE_URL', 'postgresql://${POSTGRES_USER}:${POSTGRES_PASSWORD}@db:5432/${POSTGRES_DB}');
  await variable(person, 'ACCESS_ENABLED', 'true');
  await variable(person, 'ACCESS_TOKEN', 'una-clave-larga-que-nadie-adivina-1234');
  await variable(person, 'OLLAMA_URL', 'http://ollama:11434');
  await variable(person, 'LLM_MODEL', 'qwen2.5:7b-instruct');
  await variable(person, 'LLM_TIMEOUT_MS', '120000');
  await variable(person, 'LLM_TEMPERATURE', '0.2');
}

/// The whole stack, checked by the real Docker Compose and hadolint.
export async function buildsTheBlueprint(person) {
  await person.open('?lang=es');
  await person.page.getByRole('heading', { name: 'Una cubierta vacía' }).waitFor();
  await database(person);
  await models(person);
  await program(person);
  await newFile(person, 'migrations/00_init.sh', START_SCRIPT);
  await newFile(person, 'Dockerfile', DOCKERFILE);
  const { bytes } = await person.download(() => person.choose('Exportar', 'Todo en un zip'));
  person.check(person.unzip(bytes), BLUEPRINT);
}
