import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findAccessibilityProblems, type OpenedApp, openApp } from './support.ts';

/** A busy machine may take a while. */
const SOON = { timeout: 20_000 };

async function openAndWait(path = '/', options: Parameters<typeof openApp>[1] = {}): Promise<OpenedApp> {
  const app = await openApp(path, options);
  await app.page.waitForSelector('.main-nav__count');
  return app;
}

const hashOf = (page: Page): string => decodeURIComponent(new URL(page.url()).hash);
const box = (page: Page) => page.getByRole('combobox', { name: /^Search/u });

const says = (page: Page) => page.getByRole('dialog').getByRole('status');
const results = (page: Page) => page.getByRole('dialog').getByRole('option');

/** The result that Enter would go to, as the box says it. */
async function activeResult(page: Page): Promise<string> {
  const id = await box(page).getAttribute('aria-activedescendant');
  return (await page.locator(`[id="${id ?? ''}"]`).textContent()) ?? '';
}

async function searchFor(page: Page, words: string, keys = 'Control+k'): Promise<void> {
  await page.keyboard.press(keys);
  await box(page).waitFor();
  await page.keyboard.type(words);
}

test('a user code is found with the keyboard alone, and Enter goes to its question', async () => {
  const { page, consoleErrors, outsideRequests } = await openAndWait();
  await searchFor(page, 'cfa_need');
  await expect.poll(() => activeResult(page), SOON).toContain('CFA_NEED');
  await page.keyboard.press('Enter');
  await expect.poll(() => hashOf(page), SOON).toMatch(/^#\/fields\?question=.*\/CFA_NEED/u);
  expect(await box(page).count()).toBe(0);
  expect(consoleErrors).toEqual([]);
  expect(outsideRequests).toEqual([]);
});

test('Ctrl+Enter on a question asks why it is asked', async () => {
  const { page } = await openAndWait();
  await searchFor(page, 'cfa_need', '/');
  await expect.poll(() => activeResult(page), SOON).toContain('CFA_NEED');
  await page.getByRole('button', { name: /Why is this asked/u }).waitFor();
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => hashOf(page), SOON).toMatch(/^#\/map\?question=.*\/CFA_NEED&panel=thread$/u);
});

test('a CBDS number is found, and leads to its item', async () => {
  const { page } = await openAndWait();
  await searchFor(page, 'N00101', '/');
  await expect.poll(() => activeResult(page), SOON).toContain('PrimaryNeedCode');
  await page.keyboard.press('Enter');
  await expect.poll(() => hashOf(page), SOON).toBe('#/returns?item=Child/CINdetails/PrimaryNeedCode');
});

test('results stand in groups with how many they are, the number is told, and arrows go through all of them', async () => {
  const { page } = await openAndWait();
  await searchFor(page, 'primary need');
  const groups = page.locator('[role=listbox] [role=group]');
  await expect.poll(() => groups.count(), SOON).toBeGreaterThan(2);
  expect(await says(page).textContent()).toMatch(/^\d+ results\.$/u);
  const first = await activeResult(page);
  const last = (await results(page).count()) - 1;
  await page.keyboard.press('ArrowDown');
  expect(await activeResult(page)).not.toBe(first);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await results(page).nth(last).getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('zzzz');
  await expect.poll(() => says(page).textContent(), SOON).toBe('Nothing fits all of these words.');
  expect(await results(page).count()).toBe(0);
});

test('at most 50 of many results are shown', async () => {
  const { page } = await openAndWait();
  await searchFor(page, 'date');
  await expect.poll(() => says(page).textContent(), SOON).toMatch(/^50 of [\d,]+ results shown\.$/u);
  expect(await results(page).count()).toBe(50);
});

test('commands are offered before anything is written; Escape gives the keyboard back', async () => {
  const { page } = await openAndWait();
  const button = page.getByRole('button', { name: /^Search steps/u });
  await button.press('Enter');
  await box(page).waitFor();
  expect((await results(page).allTextContents()).join()).toMatch(
    /Go to Map.*Show the map as an outline.*Open a folder….*Open a zip….*Keyboard help/u,
  );
  await page.keyboard.press('Escape');
  await expect.poll(() => button.evaluate((element) => element === document.activeElement), SOON).toBe(true);
  await searchFor(page, 'as an outline');
  await expect.poll(() => activeResult(page), SOON).toContain('outline');
  await page.keyboard.press('Enter');
  await expect.poll(() => hashOf(page), SOON).toBe('#/map?form=outline');
});

test('g and a letter go to a screen, but not while writing', async () => {
  const { page } = await openAndWait();
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await expect.poll(() => hashOf(page), SOON).toBe('#/fields');
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await expect.poll(() => hashOf(page), SOON).toBe('#/overview');
  await page.keyboard.press('/');
  await box(page).waitFor();
  await page.keyboard.type('gm/?');
  expect(await box(page).inputValue()).toBe('gm/?');
  expect(hashOf(page)).toBe('#/overview');
});

test('? shows every key, and single keys can be turned off', async () => {
  const { page } = await openAndWait();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard' });
  await help.waitFor();
  expect(await help.getByRole('heading', { level: 3 }).allTextContents()).toContain('Findings');
  await help.getByRole('checkbox').press('Space');
  await page.keyboard.press('Escape');
  await expect.poll(() => help.count(), SOON).toBe(0);
  await page.keyboard.press('/');
  await page.keyboard.press('?');
  await page.keyboard.press('Control+k');
  await box(page).waitFor();
  expect(await help.count()).toBe(0);
  await page.keyboard.type('keyboard help');
  await expect.poll(() => activeResult(page), SOON).toContain('Keyboard help');
  await page.keyboard.press('Enter');
  await help.waitFor();
});

test.each(['light', 'dark'] as const)('nothing breaks a rule of WCAG 2.2 AA in %s', async (colorScheme) => {
  const { page, consoleErrors } = await openAndWait('/', { colorScheme });
  await searchFor(page, 'date');
  await expect.poll(() => results(page).count(), SOON).toBe(50);
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => box(page).count(), SOON).toBe(0);
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
  expect(await findAccessibilityProblems(page)).toEqual([]);
  expect(consoleErrors).toEqual([]);
});
