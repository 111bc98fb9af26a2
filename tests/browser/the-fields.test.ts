import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openExample } from '../support/open-example.ts';
import { findAccessibilityProblems, type OpenedApp, openApp } from './support.ts';

/** A busy machine may take a while. */
const SOON = { timeout: 20_000 };
const EXAMPLE = openExample().value;
const ALL = EXAMPLE.questions.length;
const mapped = new Set(EXAMPLE.sources.map(({ form, question }) => `${form}/${question}`));
const isUnlookedAt = ({ form, code, purposes }: (typeof EXAMPLE.questions)[number]): boolean =>
  !purposes.assessed && !mapped.has(`${form}/${code}`);
const UNLOOKED = EXAMPLE.questions.filter(isUnlookedAt).length;

async function openFields(path = '/#/fields', options: Parameters<typeof openApp>[1] = {}): Promise<OpenedApp> {
  const app = await openApp(path, options);
  await app.page.waitForSelector('.grid__row');
  // Suggestions come after the first audit.
  await app.page.waitForSelector('.main-nav__count', SOON);
  return app;
}

const countOf = (page: Page): Promise<string> => page.locator('.filter-bar__count').innerText();
const chip = (page: Page, words: string): ReturnType<Page['getByRole']> =>
  page.getByRole('button', { name: new RegExp(`^${words}`, 'u') });
const undoWords = (page: Page): Promise<string> => page.locator('.undo__words').first().innerText();
const panelText = (page: Page): Promise<string> => page.locator('.fields__panel').innerText();

test('every question is listed, narrowed down by text and quick filters, and the address brings it back', async () => {
  const { page, consoleErrors, outsideRequests } = await openFields();
  await expect.poll(() => countOf(page), SOON).toContain(`${ALL} of ${ALL} questions`);
  await chip(page, 'Not yet looked at').click();
  await expect.poll(() => countOf(page), SOON).toContain(`${UNLOOKED} of ${ALL} questions`);
  await page.getByRole('searchbox', { name: 'Search the questions' }).fill('date');
  await expect.poll(() => page.url(), SOON).toContain('text=date');
  const narrowed = await countOf(page);
  await page.reload();
  await page.waitForSelector('.grid__row');
  await expect.poll(() => countOf(page), SOON).toBe(narrowed);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect.poll(() => countOf(page), SOON).toContain(`${ALL} of ${ALL} questions`);
  expect(consoleErrors).toEqual([]);
  expect(outsideRequests).toEqual([]);
});

test('a suggestion is accepted by keyboard alone, with who, when and why, and undone', async () => {
  const { page, consoleErrors } = await openFields('/#/fields?quick=suggested&where=facts.is-empty');
  await page.waitForSelector('.proposal', SOON);
  const first = await page.locator('.fields__panel .panel__title').innerText();
  await page.locator('.grid [tabindex="0"]').first().focus();
  await page.keyboard.press('Alt+a');
  await expect.poll(() => undoWords(page), SOON).toContain('Undo: map ');
  // The question is mapped and done with: the next one has taken its place.
  await expect.poll(() => page.locator('.fields__panel .panel__title').innerText(), SOON).not.toBe(first);
  await page.keyboard.press('Control+z');
  await expect.poll(() => undoWords(page), SOON).toBe('Undo');
  expect(consoleErrors).toEqual([]);
});

test('a fact is picked with the combo box and shown as confirmed', async () => {
  const { page } = await openFields('/#/fields?question=CONTACT%2FCON_METHOD');
  const box = page.getByRole('combobox', { name: 'Map to a fact' });
  await box.focus();
  await box.fill('ethnicity');
  await page
    .getByRole('option', { name: /thnicity/u })
    .first()
    .waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => undoWords(page), SOON).toBe('Undo: map CON_METHOD to child.ethnicity');
  await expect.poll(() => panelText(page), SOON).toContain('child.ethnicity');
});

test('many questions are ticked and assessed in one step, and one undo takes it back', async () => {
  const { page } = await openFields('/#/fields?quick=not-assessed');
  await page.getByRole('button', { name: /^Tick all/u }).click();
  await page.getByRole('checkbox', { name: 'practice' }).check();
  await page.getByRole('button', { name: /^Set for/u }).click();
  await expect.poll(() => page.locator('.progress-bars').innerText(), SOON).toContain('100%');
  await expect.poll(() => countOf(page), SOON).toMatch(/^0 of/u);
  expect(await undoWords(page)).toMatch(/^Undo: set purposes practice for \d+ questions$/u);
  await page.keyboard.press('Control+z');
  await expect.poll(() => countOf(page), SOON).toMatch(/^[1-9]/u);
});

test('a cell is edited in place, and what the file’s reader says of it stands beside it', async () => {
  const { page } = await openFields('/#/fields?columns=question.150-shown_if.300&frozen=0&question=CONTACT%2FCON_DATE');
  await page.locator('[data-cell="0,1"]').dblclick();
  await page.keyboard.type('NOBODY = Yes');
  await page.keyboard.press('Enter');
  await expect.poll(() => undoWords(page), SOON).toBe('Undo: change shown if of CON_DATE');
  await expect.poll(() => page.locator('[data-cell="0,1"]').innerText(), SOON).toContain('NOBODY = Yes');
  await page.locator('[data-cell="0,0"]').click();
  await expect.poll(() => panelText(page), SOON).toContain('The condition names the question "NOBODY"');
});

test('a renamed user code keeps its sources, and the list stays on it', async () => {
  const { page } = await openFields('/#/fields?columns=question.150-facts.200&frozen=0&question=CONTACT%2FCON_SOURCE');
  await page.locator('[data-cell="2,0"]').dblclick();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('CON_WHO');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('[data-cell="2,0"]').innerText(), SOON).toContain('CON_WHO');
  expect(await page.locator('[data-cell="2,1"]').innerText()).toContain('referral.source');
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.locator('[data-cell="2,0"]').innerText(), SOON).toContain('CON_SOURCE');
});

test('an answer is given its code beside the codes of the year', async () => {
  const { page } = await openFields('/#/fields?question=REFERRAL%2FREF_SOURCE&panel=codes');
  const choice = page.getByLabel('Code for Modern slavery helpline');
  await choice.selectOption('9');
  await expect.poll(() => undoWords(page), SOON).toBe('Undo: map “Modern slavery helpline” to 9');
});

test('a view is kept under a name and brought back', async () => {
  const { page } = await openFields();
  await page.locator('.views-menu select').selectOption('Usage');
  await expect.poll(() => page.url(), SOON).toContain('answered_share');
  await chip(page, 'Flagged').click();
  await page.getByRole('button', { name: 'Save view…' }).click();
  await page.getByLabel('Name of the view').fill('Flagged usage');
  await page.keyboard.press('Enter');
  await page.locator('.views-menu select').selectOption('Mapping');
  await expect.poll(() => countOf(page), SOON).toContain(`${ALL} of ${ALL}`);
  await page.locator('.views-menu select').selectOption('Flagged usage');
  await expect.poll(() => page.url(), SOON).toContain('quick=flagged');
});

test('a question is removed with what hangs on it, after a list of that', async () => {
  const { page } = await openFields('/#/fields?question=CONTACT%2FCON_MASH_NEEDED');
  await page.getByRole('button', { name: 'Remove…' }).click();
  const dialog = page.getByRole('dialog');
  await expect.poll(() => dialog.innerText(), SOON).toContain('Multi-agency information check');
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect.poll(() => countOf(page), SOON).toContain(`${ALL - 1} of ${ALL - 1} questions`);
});

const LOOKS = ['/#/fields', '/#/fields?question=REFERRAL%2FREF_SOURCE&panel=codes', '/#/fields?rows=sources'].flatMap(
  (path) => (['light', 'dark'] as const).map((colorScheme) => ({ path, colorScheme })),
);

test.each(LOOKS)('axe finds nothing on $path in $colorScheme', async ({ path, colorScheme }) => {
  const { page } = await openFields(path, { colorScheme });
  expect(await findAccessibilityProblems(page)).toEqual([]);
});
