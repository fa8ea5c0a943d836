//! `Person`: what someone does with the page, in words. Elements are found by role and accessible name, and by the few stable marks
//! of the design (`data-node`, `data-handle`, `data-edge`, `data-viewport`).
import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';

const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const shared = fileURLToPath(new URL('../../../shared', import.meta.url));

export class Person {
  constructor(browser, site) {
    this.browser = browser;
    this.site = site;
    /// Errors and warnings of the console, and what the page asked the network for after it had loaded.
    this.heard = [];
    this.strayed = [];
    this.expected = [];
  }

  /// Opens the page with a query such as `?blueprint=study-task-insights&lang=es`.
  async open(query = '', { width = 1440, height = 900, colorScheme = 'light', ...context } = {}) {
    await this.context?.close();
    this.context = await this.browser.newContext({ viewport: { width, height }, colorScheme, locale: 'en-US', acceptDownloads: true, ...context });
    this.context.setDefaultTimeout(10_000);
    this.page = await this.context.newPage();
    this.listen();
    await this.page.goto(this.site.url + query);
    await this.page.locator('#start').waitFor({ state: 'detached' });
    await this.page.waitForLoadState('networkidle');
    this.loaded = true;
  }

  /// Loads the page again, in the same browser profile.
  async reload() {
    this.loaded = false;
    await this.page.reload();
    await this.page.locator('#start').waitFor({ state: 'detached' });
    await this.page.waitForLoadState('networkidle');
    this.loaded = true;
  }

  listen() {
    this.loaded = false;
    this.page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.heard.push(`${message.type()}: ${message.text()}`);
    });
    this.page.on('pageerror', (error) => this.heard.push(`error: ${error.message}`));
    this.page.on('request', (request) => this.requested(request));
  }

  // After load only the code pane may come, and the icon, which the browser fetches when it likes; and only from here.
  requested(request) {
    const url = request.url();
    if (/^(data|blob):/.test(url)) return;
    const own = url.startsWith(this.site.url);
    const late = /\/(code-pane-[0-9a-f]+\.js|favicon\.svg)$/.test(url);
    if (!own || (this.loaded && !late)) this.strayed.push(url);
  }

  /// The end of every journey: no error in the console, no request that should not be.
  async nothingWrong() {
    const errors = this.heard.filter((line) => line.startsWith('error:') && !this.expected.some((it) => it.test(line)));
    assert.deepEqual(errors, [], 'errors in the console');
    assert.deepEqual(this.strayed, [], 'requests that leave the page');
  }

  async leave() {
    await this.context?.close();
  }

  // ------------------------------------------------------------ the canvas

  /// The card of a node such as `service:api`.
  card(id) {
    return this.page.locator(`[data-node="${id}"]`);
  }

  /// A handle of a card: `handle('service:api', 'depends_on')`.
  handle(id, kind) {
    return this.card(id).locator(`[data-handle="${kind}"]`);
  }

  /// An edge by its name: `edge('depends_on:api->db')`.
  edge(id) {
    return this.page.locator(`[data-edge="${id}"]`);
  }

  /// The middle of an element, on the screen.
  async middle(locator) {
    await locator.first().waitFor();
    const box = await locator.first().boundingBox();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /// Drags with the main button, in small steps as a hand does.
  async drag(from, to) {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x + 4, from.y + 4);
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await mouse.move(to.x, to.y, { steps: 6 });
    await mouse.up();
  }

  /// Moves a card by so many pixels.
  async moveCard(id, x, y) {
    const name = this.card(id);
    const box = await name.boundingBox();
    const from = { x: box.x + box.width / 2, y: box.y + 10 };
    await this.drag(from, { x: from.x + x, y: from.y + y });
  }

  /// Draws a wire from a handle of one card onto another card.
  async connect(from, kind, to) {
    await this.card(from).first().hover({ position: { x: 12, y: 12 } });
    await this.drag(await this.middle(this.handle(from, kind)), await this.middle(this.card(to)));
  }

  // ------------------------------------------------------------ words on the screen

  button(name) {
    return this.page.getByRole('button', { name });
  }

  field(name) {
    return this.page.getByLabel(name);
  }

  /// An entry of a menu: `choose('Export', 'Everything as a zip')`.
  async choose(menu, entry) {
    await this.page.getByRole('button', { name: menu, exact: true }).click();
    await this.page.getByRole('menuitem', { name: entry }).or(this.page.getByRole('menuitemradio', { name: entry })).click();
  }

  /// Hands files to the page's file chooser, as `{ name: text }`.
  async openFiles(files) {
    const all = Object.entries(files).map(([name, text]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) }));
    await this.page.locator('input[type=file]').setInputFiles(all);
  }

  /// Puts an image of the palette on the canvas and waits for its card.
  async add(image, id) {
    await this.page.getByRole('button', { name: image }).first().click();
    await this.card(id).waitFor();
  }

  /// Drags an image of the palette onto a place of the canvas.
  async dragIn(image, id, place) {
    const canvas = await this.page.locator('#canvas').boundingBox();
    const source = this.page.getByRole('button', { name: image }).first();
    await source.scrollIntoViewIfNeeded();
    await this.drag(await this.middle(source), { x: canvas.x + place.x, y: canvas.y + place.y });
    await this.card(id).waitFor();
  }

  /// Lays the cards out and shows them all.
  async tidyUp() {
    await this.page.locator('#canvas').focus();
    await this.page.keyboard.press('Shift+L');
    await this.page.keyboard.press('Shift+Digit1');
    await this.page.locator('[data-node]').first().waitFor();
  }

  /// Selects a card, so that the inspector shows it.
  async select(id) {
    await this.card(id).click({ position: { x: 60, y: 16 } });
    await this.page.locator(`[data-node="${id}"][aria-selected="true"]`).waitFor();
  }

  inspector() {
    return this.page.getByRole('complementary', { name: 'Inspector' });
  }

  /// A section of the inspector, opened if it is closed.
  async section(title) {
    const section = this.inspector().locator('details').filter({ has: this.page.locator('summary', { hasText: title }) });
    if (!(await section.evaluate((it) => it.open))) await section.locator('summary').click();
    return section;
  }

  /// Sets a field of one value, in a section of the inspector.
  async set(section, label, value) {
    const field = (await this.section(section)).getByLabel(label, { exact: true });
    if ((await field.evaluate((it) => it.tagName)) === 'SELECT') await field.selectOption({ label: value });
    else await this.fill(field, value);
  }

  /// Adds a line to a field of lines; a pair has a second part.
  async addLine(section, label, first, second) {
    const group = (await this.section(section)).getByRole('group', { name: label, exact: true });
    const line = group.locator('.rows__row--new');
    const before = await group.locator('.rows__row').count();
    await line.locator('input').first().fill(first);
    if (second !== undefined) await line.locator('input').nth(1).fill(second);
    await this.page.keyboard.press('Enter');
    await group.locator('.rows__row').nth(before).waitFor();
  }

  /// Writes into a field and leaves it, as with Tab.
  async fill(locator, text) {
    await locator.fill(text);
    await locator.press('Tab');
  }

  /// Shows a file in the code pane.
  async showFile(name) {
    await this.page.getByRole('tab', { name, exact: true }).click();
    await this.code().waitFor();
  }

  /// The text of the file shown, as the program holds it.
  async textShown() {
    return this.code().evaluate((it) => it.cmTile?.view?.state.doc.toString() ?? it.innerText);
  }

  // ------------------------------------------------------------ the code pane

  /// The text area of the code pane.
  code() {
    return this.page.locator('.cm-content');
  }

  /// Replaces the whole text of the file shown.
  async typeInCode(text) {
    await this.code().click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.insertText(text);
  }

  // ------------------------------------------------------------ files

  /// What a click hands over: `{ name, bytes }`.
  async download(click) {
    const [download] = await Promise.all([this.page.waitForEvent('download'), click()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  }

  /// Exports everything with the keyboard's shortcut and unpacks it.
  async exported() {
    const { bytes } = await this.download(() => this.page.keyboard.press('ControlOrMeta+S'));
    return this.unzip(bytes);
  }

  /// Unpacks an archive into a fresh folder and gives its path.
  unzip(bytes) {
    const folder = mkdtempSync(join(tmpdir(), 'estiba-'));
    for (const [name, content] of Object.entries(unzipSync(new Uint8Array(bytes)))) {
      if (name.endsWith('/')) continue;
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return folder;
  }

  /// The real Docker Compose accepts the folder, and every fact of the blueprint holds in it (where the facts are there).
  check(folder, blueprint) {
    this.resolved(folder);
    const [program, facts] = [join(shared, 'acceptance/check_export.py'), join(shared, `blueprints/${blueprint}.yaml`)];
    try {
      readFileSync(program);
    } catch {
      console.log('       skipped: the facts of the blueprints are not there; Docker Compose accepts the export');
      return;
    }
    const said = run('python3', [program, folder, facts]);
    assert.match(said, /, 0 missed$/m, said);
  }

  /// The model that the real Docker Compose makes of a folder.
  resolved(folder) {
    const compose = process.env.DOCKER_COMPOSE ?? 'docker-compose';
    return JSON.parse(run(compose, ['--project-directory', folder, 'config', '--format', 'json'], folder));
  }

  // ------------------------------------------------------------ accessibility

  /// No violation of WCAG 2.2 A and AA, nor of the good practices that axe knows.
  async accessible(where) {
    await this.page.evaluate(axe);
    const { violations } = await this.page.evaluate(() => globalThis.axe.run(document));
    const said = violations.map((one) => `${one.id} (${one.impact}): ${one.help}\n  ${one.nodes.map((node) => `${node.html.slice(0, 160)}\n    ${node.failureSummary}`).slice(0, 5).join('\n  ')}`);
    assert.equal(said.length, 0, `${where}: ${said.length} violations\n${said.join('\n')}`);
  }
}

function run(program, options, cwd) {
  try {
    return execFileSync(program, options, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw new Error(`${program} ${options.join(' ')}\n${error.stdout ?? ''}${error.stderr ?? ''}${error.message}`);
  }
}
