//! What a person meets before the program runs, and when it cannot.
import { strict as assert } from 'node:assert';

const shown = (page, text) => page.getByText(text).isVisible();

/// The page starts below any path, in silence, and the loading words go away.
export async function opensBelowAnyPath(person) {
  await person.open();
  assert.equal(await person.page.locator('#start').count(), 0);
}

/// Without JavaScript both languages say what is needed, and nothing pretends to load.
export async function withoutJavaScript(person) {
  person.context = await person.browser.newContext({ javaScriptEnabled: false });
  person.page = await person.context.newPage();
  await person.page.goto(person.site.url);
  const words = person.page.locator('noscript p');
  assert.match(await words.nth(0).innerText(), /please allow JavaScript/);
  assert.match(await words.nth(1).innerText(), /permita JavaScript/);
  assert(!(await shown(person.page, 'Loading Estiba')));
}

/// Where a file of the program does not arrive, the page says so in the reader's language and gives the reason.
export async function withAFileMissing(person) {
  person.context = await person.browser.newContext({ locale: 'es-MX' });
  person.page = await person.context.newPage();
  await person.page.route(/\.wasm$/, (route) => route.abort());
  await person.page.goto(person.site.url);
  await person.page.getByText('Estiba no pudo arrancar').waitFor();
  assert(!(await shown(person.page, 'Estiba could not start')));
  assert.notEqual(await person.page.locator('#start code').textContent(), '');
}

/// A browser without WebAssembly gets the same words.
export async function withoutWebAssembly(person) {
  person.context = await person.browser.newContext({ locale: 'en-US' });
  person.page = await person.context.newPage();
  await person.page.addInitScript(() => delete globalThis.WebAssembly);
  await person.page.goto(person.site.url);
  await person.page.getByText('Estiba could not start').waitFor();
  assert.match(await person.page.locator('#start code').textContent(), /WebAssembly/);
}
