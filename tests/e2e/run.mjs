//! Runs the journeys: `node run.mjs [WORD...]` those whose name contains one of the words, or all. A journey is a file in `journeys/`
//! that exports functions named for what a person does; each gets a fresh browser profile. A failure leaves a screenshot and the
//! console in `target/e2e/`. Waits are for conditions, never for time.
import { readdirSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { Person } from './person.mjs';
import { serve } from './static.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const top = join(here, '../..');
const out = join(top, 'target/e2e');
const words = process.argv.slice(2);

const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
// Chromium's sandbox refuses to run for root, which a container's only user is.
const args = process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet;

async function journeys() {
  const found = [];
  for (const name of readdirSync(join(here, 'journeys')).sort()) {
    const module = await import(new URL(`journeys/${name}`, import.meta.url));
    for (const [title, run] of Object.entries(module)) found.push({ title: `${name.replace('.mjs', '')} ${title}`, run });
  }
  return found.filter(({ title }) => words.length === 0 || words.some((word) => title.includes(word)));
}

async function travel(browser, site, { title, run }) {
  const person = new Person(browser, site);
  const start = Date.now();
  let trouble;
  try {
    await run(person);
    await person.nothingWrong();
  } catch (error) {
    trouble = error;
    const file = join(out, title.replaceAll(/\W+/g, '-'));
    await person.page?.screenshot({ path: `${file}.png` }).catch(() => {});
    writeFileSync(`${file}.log`, `${error.stack}\n\n${person.heard.join('\n')}\n`);
  }
  await person.leave();
  console.log(`${trouble ? 'FAILED' : 'ok    '} ${title} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  if (trouble) console.log(String(trouble.message).replaceAll(/^/gm, '       '));
  return !trouble;
}

mkdirSync(out, { recursive: true });
const site = await serve(process.env.DIST ?? join(top, 'dist'), '/any/path/of/a/server/');
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args });
const results = [];
for (const journey of await journeys()) results.push(await travel(browser, site, journey));
await browser.close();
await site.close();
const passed = results.filter(Boolean).length;
console.log(`e2e: ${passed} passed, ${results.length - passed} failed`);
if (passed < results.length) console.log('screenshots and consoles of the failures are in target/e2e/');
process.exit(passed === results.length && passed > 0 ? 0 : 1);
