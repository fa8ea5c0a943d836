//! The editor of the code pane by itself, on the real page and under its policy: typing is told exactly, what the program says is shown
//! and not told back, every line end survives.
import { strict as assert } from 'node:assert';

async function pane(person) {
  await person.open();
  await person.page.evaluate(async () => {
    const name = document.querySelector('meta[name="code-pane"]').content;
    const { create } = await import(new URL(name, document.baseURI).href);
    document.body.replaceChildren();
    const box = document.body.appendChild(document.createElement('main'));
    box.style.height = '300px';
    box.insertAdjacentHTML('afterend', '<button>after</button>');
    globalThis.told = [];
    const tell = (name) => (...values) => globalThis.told.push([name, ...values]);
    const options = { label: 'compose.yaml', onFix: tell('fix'), onUndo: tell('undo'), onRedo: tell('redo'), onCaret: tell('caret') };
    globalThis.pane = create(box, { ...options, onChange: tell('change') });
  });
}

const show = (person, path, text, language = 'yaml') =>
  person.page.evaluate((all) => globalThis.pane.setDocument(...all), [path, text, language]);
const text = (person) => person.page.evaluate(() => globalThis.pane.text());
const told = (person, kind) => person.page.evaluate((kind) => globalThis.told.filter((one) => one[0] === kind), kind);

export async function tellsWhatIsTyped(person) {
  await pane(person);
  await show(person, 'compose.yaml', 'services:\n');
  await person.code().click();
  await person.page.keyboard.press('ControlOrMeta+End');
  await person.page.keyboard.insertText('  api: {}');
  assert.deepEqual(await told(person, 'change'), [['change', 'compose.yaml', [10, 10, '  api: {}']]]);
  assert.equal(await text(person), 'services:\n  api: {}');
}

export async function showsWithoutEcho(person) {
  await pane(person);
  await show(person, 'compose.yaml', 'services:\n  db: {}\n');
  await show(person, 'compose.yaml', 'services:\n  base: {}\n');
  await person.page.evaluate(() => globalThis.pane.applyEdits([12, 16, 'pg', 18, 20, '\n    image: postgres\n']));
  assert.equal(await text(person), 'services:\n  pg: \n    image: postgres\n\n');
  assert.deepEqual(await told(person, 'change'), []);
  assert.match(await person.code().innerText(), /image: postgres/);
}

export async function keepsEveryLineEnd(person) {
  await pane(person);
  await show(person, 'a.yaml', 'a: 1\r\nb: 2\r\nc: 3\nd: 4');
  await person.code().click();
  await person.page.keyboard.press('ControlOrMeta+End');
  await person.page.keyboard.insertText('5');
  await person.page.keyboard.press('ControlOrMeta+Home');
  await person.page.keyboard.press('End');
  await person.page.keyboard.press('Enter');
  assert.equal(await text(person), 'a: 1\r\n\r\nb: 2\r\nc: 3\nd: 45');
  assert.deepEqual(await told(person, 'change'), [['change', 'a.yaml', [21, 21, '5']], ['change', 'a.yaml', [4, 4, '\r\n']]]);
}

export async function keepsCaretBetweenFiles(person) {
  await pane(person);
  await show(person, 'compose.yaml', 'one\ntwo\nthree\n');
  await person.page.evaluate(() => globalThis.pane.reveal(4, 7, true));
  await show(person, 'Dockerfile', 'FROM scratch\n', 'dockerfile');
  await show(person, 'compose.yaml', 'zero\none\ntwo\nthree\n');
  await person.page.evaluate(() => globalThis.pane.focus());
  await person.page.keyboard.insertText('2');
  assert.equal(await text(person), 'zero\none\n2\nthree\n');
}

export async function asksTheProgramForUndo(person) {
  await pane(person);
  await show(person, '.env', 'A=1\n', 'env');
  await person.code().click();
  await person.page.keyboard.press('ControlOrMeta+Z');
  await person.page.keyboard.press('ControlOrMeta+Shift+Z');
  await person.page.keyboard.press('ControlOrMeta+Y');
  assert.deepEqual([(await told(person, 'undo')).length, (await told(person, 'redo')).length], [1, 2]);
}

export async function offersFixes(person) {
  await pane(person);
  await show(person, 'compose.yaml', 'services:\n  api:\n    imag: x\n');
  const problem = { from: 21, to: 25, severity: 'error', message: 'unknown attribute `imag`', fixes: ['Rename to `image`'], index: 7 };
  await person.page.evaluate((one) => globalThis.pane.setDiagnostics([one]), problem);
  await person.page.locator('.cm-lintRange-error').hover();
  await person.page.getByRole('button', { name: /Rename to/ }).click();
  assert.deepEqual(await told(person, 'fix'), [['fix', 7, 0]]);
}

export async function letsTheKeyboardOut(person) {
  await pane(person);
  await show(person, 'compose.yaml', 'a: 1\n');
  await person.code().click();
  await person.page.keyboard.press('Escape');
  await person.page.keyboard.press('Tab');
  assert.equal(await person.page.evaluate(() => document.activeElement.textContent), 'after');
  assert.equal(await text(person), 'a: 1\n');
}

export async function speaksSpanish(person) {
  await pane(person);
  await person.page.evaluate(() => globalThis.pane.setLang('es', 'archivo compose.yaml'));
  await person.page.getByRole('textbox', { name: 'archivo compose.yaml' }).click();
  await person.page.keyboard.press('ControlOrMeta+F');
  await person.page.getByPlaceholder('Buscar').waitFor();
}
