//! A project that people have been working on: comments, anchors, quotes, an override file. What one does on the canvas touches only
//! the lines that it must.
import { strict as assert } from 'node:assert';
import { copyFileSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = new URL('../projects/bookshop/', import.meta.url);
const before = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));

async function opened(person, files = before) {
  await person.open();
  await person.openFiles(files);
  await person.card('service:till').waitFor();
}

// What was added to a text, line by line; fails if a line was changed or lost.
function added(old, now) {
  const lines = old.split('\n');
  const more = [];
  let at = 0;
  for (const line of now.split('\n')) {
    if (at < lines.length && line === lines[at]) at += 1;
    else more.push(line);
  }
  assert.equal(at, lines.length, `a line was changed or lost: ${lines[at]}`);
  return more;
}

/// Opening and saving changes no byte of any file.
export async function savesWhatItOpened(person) {
  const crlf = { ...before, 'docker-compose.override.yml': before['docker-compose.override.yml'].replaceAll('\n', '\r\n') };
  await opened(person, crlf);
  const out = await person.exported();
  for (const [name, text] of Object.entries(crlf)) assert.equal(readFileSync(join(out, name), 'utf8'), text, name);
}

/// Cards are moved, a service is added: the diff shows only the new lines, and the rest resolves as before.
export async function showsOnlyTheNewLines(person) {
  await opened(person);
  await person.moveCard('service:till', 60, 90);
  await person.moveCard('service:web', -40, 50);
  await person.add(/^Redis/, 'service:redis');
  const out = await person.exported();
  for (const [name, text] of Object.entries(before)) {
    const more = added(text, readFileSync(join(out, name), 'utf8'));
    if (name !== 'docker-compose.yml' && name !== '.env.example') assert.deepEqual(more, [], name);
  }
  const more = added(before['docker-compose.yml'], readFileSync(join(out, 'docker-compose.yml'), 'utf8'));
  assert(more.some((line) => /^ {4}redis:$/.test(line)), `in the file's own indentation: ${more.join('\n')}`);
  assert(more.length < 25, more.join('\n'));
  // What the person's own .env would say.
  copyFileSync(join(out, '.env.example'), join(out, '.env'));
  const model = person.resolved(out);
  assert.deepEqual(Object.keys(model.services).sort(), ['db', 'redis', 'till', 'web']);
  assert.equal(model.services.web.environment.DEBUG, '1');
}

/// A wire is a line or two; undo brings back the exact bytes.
export async function undoesToTheByte(person) {
  await opened(person);
  await person.add(/^Redis/, 'service:redis');
  await person.connect('service:web', 'depends_on', 'service:redis');
  await person.edge('depends_on:web->redis').first().waitFor({ state: 'attached' });
  for (let i = 0; i < 2; i += 1) await person.page.keyboard.press('ControlOrMeta+Z');
  await person.card('service:redis').waitFor({ state: 'detached' });
  const out = await person.exported();
  for (const [name, text] of Object.entries(before)) assert.equal(readFileSync(join(out, name), 'utf8'), text, name);
}

/// Typing changes the canvas; a broken text keeps the last good state, and nothing is lost.
export async function survivesABrokenText(person) {
  await opened(person);
  await person.showFile('docker-compose.yml');
  const text = before['docker-compose.yml'];
  await person.typeInCode(text.replace('    till:', '    till: [oh'));
  await person.page.locator('[data-stale="true"]').waitFor();
  await person.card('service:till').waitFor();
  await person.typeInCode(text.replace('    till:', '    cashdesk:'));
  await person.card('service:cashdesk').waitFor();
  await person.card('service:till').waitFor({ state: 'detached' });
  await person.page.locator('[data-stale="true"]').waitFor({ state: 'detached' });
}
