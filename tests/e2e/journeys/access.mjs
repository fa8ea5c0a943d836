//! axe-core finds nothing, in both languages and both themes, on a wide and a narrow screen, with and without a project.
import { strict as assert } from 'node:assert';

const screens = [{ width: 1440, height: 900 }, { width: 390, height: 844 }];

async function everyWay(person, query, look) {
  for (const screen of screens) {
    for (const colorScheme of ['light', 'dark']) {
      for (const lang of ['en', 'es']) {
        await person.open(`?lang=${lang}${query}`, { ...screen, colorScheme });
        await look(`${screen.width} px, ${colorScheme}, ${lang}`);
      }
    }
  }
}

/// The empty deck.
export async function emptyPage(person) {
  await everyWay(person, '', (where) => person.accessible(where));
}

/// A whole stack, and nothing hangs over the edge of the screen.
export async function blueprintOpen(person) {
  await everyWay(person, '&blueprint=study-task-insights', async (where) => {
    await person.card('service:api').waitFor({ state: 'attached' });
    await person.accessible(where);
    const over = await person.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(over, 0, `${where}: the page is wider than the screen by ${over} px`);
  });
}

/// A card selected, the code pane and the problems open.
export async function panesOpen(person) {
  for (const colorScheme of ['light', 'dark']) {
    await person.open('?blueprint=study-task-insights', { colorScheme });
    await person.select('service:api');
    await person.showFile('compose.yaml');
    await person.accessible(`code pane, ${colorScheme}`);
    await person.page.getByRole('tab', { name: /^Problems/ }).click();
    await person.accessible(`problems, ${colorScheme}`);
  }
}

/// The dialogs.
export async function dialogs(person) {
  await person.open('?blueprint=study-task-insights');
  await person.card('service:api').waitFor();
  await person.choose('Open', 'From a blueprint…');
  await person.accessible('gallery');
  await person.page.keyboard.press('Escape');
  await person.page.keyboard.press('n');
  await person.page.getByRole('dialog').waitFor();
  await person.accessible('quick add');
  await person.page.keyboard.press('Escape');
  await person.page.keyboard.press('?');
  await person.page.getByRole('dialog').waitFor();
  await person.accessible('shortcuts');
}
