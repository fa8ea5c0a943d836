//! The job without a pointer: from the empty canvas to files, by keys alone.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

async function press(person, ...keys) {
  for (const key of keys) await person.page.keyboard.press(key);
}

// Adds from the search that N opens.
async function addByName(person, words, id) {
  await press(person, 'n');
  await focusOn(person, 'pick-search');
  await person.page.keyboard.type(words);
  await press(person, 'Enter');
  await person.card(id).waitFor();
}

// Connects the selected card through the list that C opens.
async function connectTo(person, words, edge) {
  await press(person, 'c');
  await focusOn(person, 'pick-search');
  await person.page.keyboard.type(words);
  await press(person, 'Enter');
  await person.edge(edge).first().waitFor({ state: 'attached' });
}

// The keys go where a person expects them next.
const focusOn = (person, id) => person.page.locator(`#${id}:focus`).waitFor();

/// Two services, a wire, a new name, and the archive.
export async function buildsAStack(person) {
  await person.open();
  await addByName(person, 'postgres', 'service:db');
  await addByName(person, 'nginx', 'service:web');
  await focusOn(person, 'canvas');
  await connectTo(person, 'db', 'depends_on:web->db');
  await focusOn(person, 'canvas');
  await press(person, 'F2');
  await focusOn(person, 'rename');
  await press(person, 'ControlOrMeta+A');
  await person.page.keyboard.type('front');
  await press(person, 'Enter');
  await person.card('service:front').waitFor();
  await press(person, 'Shift+ArrowRight');
  const out = await person.exported();
  const { services } = person.resolved(out);
  assert.deepEqual(Object.keys(services).sort(), ['db', 'front']);
  assert.equal(services.front.depends_on.db.condition, 'service_healthy');
  assert.match(readFileSync(join(out, '.env'), 'utf8'), /^POSTGRES_PASSWORD=\S{24,}$/m);
}

/// Arrow keys walk over the cards, Delete removes, undo brings back.
export async function walksAndDeletes(person) {
  await person.open('?blueprint=study-task-insights');
  await person.card('service:api').waitFor();
  await person.page.locator('#canvas').focus();
  await press(person, 'Tab');
  const first = await person.page.locator('[data-node][aria-selected="true"]').getAttribute('data-node');
  await press(person, 'ArrowRight');
  const second = await person.page.locator('[data-node][aria-selected="true"]').getAttribute('data-node');
  assert.notEqual(first, second);
  await press(person, 'Delete');
  await person.card(second).waitFor({ state: 'detached' });
  await press(person, 'ControlOrMeta+Z');
  await person.card(second).waitFor();
}

// The parts of the page that so many presses of a key come through.
async function parts(person, key, times) {
  const seen = new Set();
  for (let i = 0; i < times; i += 1) {
    await press(person, key);
    seen.add(await person.page.evaluate(() => document.activeElement?.closest('header, aside, main, section, nav')?.tagName.toLowerCase()));
  }
  return seen;
}

/// Every part of the page is reached with Tab, before and behind the canvas, and nothing holds the focus.
export async function reachesEveryPart(person) {
  await person.open('?blueprint=study-task-insights');
  await person.card('service:api').waitFor();
  assert((await parts(person, 'Tab', 4)).has('header'));
  await person.page.locator('#canvas').focus();
  const behind = await parts(person, 'Tab', 60);
  for (const part of ['main', 'section', 'aside']) assert(behind.has(part), `${part} among ${[...behind]}`);
  await person.page.locator('#canvas').focus();
  const before = await parts(person, 'Shift+Tab', 6);
  assert(before.has('aside'), `the palette among ${[...before]}`);
}
