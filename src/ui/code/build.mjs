//! The part of the web build that trunk has no pipeline for: it bundles the code pane and the style sheets (`bundle`, before
//! cargo), and names the code pane by its content and writes that name into the page (`stamp`, after trunk has staged everything).
//! The name by content keeps an old cached editor from meeting a new program.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const top = fileURLToPath(new URL('../../..', import.meta.url));
const release = process.env.TRUNK_PROFILE === 'release';

const shared = { bundle: true, minify: release, legalComments: 'none', logLevel: 'warning', absWorkingDir: top };

async function bundle() {
  await Promise.all([
    build({ ...shared, entryPoints: ['src/ui/code/editor.mjs'], outfile: 'target/web/code-pane.js', format: 'esm', target: 'es2022' }),
    build({ ...shared, entryPoints: ['style/main.css'], outfile: 'target/web/estiba.css', external: ['*.svg', '*.woff2'] }),
  ]);
}

async function stamp() {
  const staged = process.env.TRUNK_STAGING_DIR;
  const code = await readFile(join(staged, 'code-pane.js'));
  const name = `code-pane-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.js`;
  await rename(join(staged, 'code-pane.js'), join(staged, name));
  const page = join(staged, 'index.html');
  const html = await readFile(page, 'utf8');
  if (!html.includes('code-pane.js')) throw new Error('index.html: does not name code-pane.js, so the page could not find its editor');
  await writeFile(page, html.replace('code-pane.js', name));
}

const steps = { bundle, stamp };
const step = steps[process.argv[2]];
if (!step) {
  console.error(`usage: node build.mjs ${Object.keys(steps).join(' | ')}`);
  process.exit(2);
}
await step();
