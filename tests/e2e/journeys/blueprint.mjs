//! From the gallery to files that run.
import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const BLUEPRINT = 'study-task-insights';

/// A link opens the blueprint, the menu exports it, and every fact of it holds in the files.
export async function opensFromALinkAndExports(person) {
  await person.open(`?blueprint=${BLUEPRINT}&lang=es`);
  for (const id of ['service:db', 'service:ollama', 'service:ollama-init', 'service:api', 'volume:pgdata', 'volume:ollama']) {
    await person.card(id).waitFor();
  }
  await person.edge('depends_on:api->db').first().waitFor({ state: 'attached' });
  const { name, bytes } = await person.download(() => person.choose('Exportar', 'Todo en un zip'));
  assert.match(name, /\.zip$/);
  const folder = person.unzip(bytes);
  person.check(folder, BLUEPRINT);
  for (const file of ['.env', '.env.example', '.dockerignore', 'Dockerfile', 'STACK.md']) assert(existsSync(join(folder, file)), file);
}

/// The same project gives the same bytes, time after time.
export async function exportsTheSameBytes(person) {
  await person.open(`?blueprint=${BLUEPRINT}`);
  await person.card('service:api').waitFor();
  const first = await person.download(() => person.choose('Export', 'Everything as a zip'));
  const second = await person.download(() => person.choose('Export', 'Everything as a zip'));
  assert(first.bytes.equals(second.bytes));
}

/// Two people who open it do not share a password.
export async function makesItsOwnSecrets(person) {
  const secrets = [];
  for (let i = 0; i < 2; i += 1) {
    await person.open(`?blueprint=${BLUEPRINT}`);
    await person.card('service:api').waitFor();
    const env = readFileSync(join(await person.exported(), '.env'), 'utf8');
    secrets.push(/^POSTGRES_PASSWORD=(\S{24,})$/m.exec(env)?.[1]);
  }
  assert(secrets[0] && secrets[1] && secrets[0] !== secrets[1]);
}

/// The gallery does what the link does; one undo takes it back; a reload keeps what there is.
export async function opensFromTheGalleryAndComesBack(person) {
  await person.open();
  await person.choose('Open', 'From a blueprint…');
  await person.page.getByRole('dialog').getByRole('button', { name: /Study Task Insights/ }).click();
  await person.card('service:api').waitFor();
  await person.page.keyboard.press('ControlOrMeta+Z');
  await person.card('service:api').waitFor({ state: 'detached' });
  await person.page.keyboard.press('ControlOrMeta+Shift+Z');
  await person.card('service:api').waitFor();
  await person.page.getByText('Kept in this browser').waitFor();
  await person.reload();
  await person.card('service:api').waitFor();
  assert.equal(await person.page.locator('[data-node^="service:"]').count(), 4);
}
