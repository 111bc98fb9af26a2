import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openExample } from '../support/open-example.ts';
import { findAccessibilityProblems, type OpenedApp, openApp } from './support.ts';

/** A busy machine may take a while. */
const SOON = { timeout: 20_000 };

async function openFindings(query = '', options: Parameters<typeof openApp>[1] = {}): Promise<OpenedApp> {
  const app = await openApp(`/#/findings${query}`, options);
  await app.page.waitForSelector('.findings-line, .findings-empty');
  return app;
}

const DECIDED = openExample().value.reviews.length;
const progress = (page: Page): Promise<string> => page.locator('.findings-head .findings-progress').innerText();
const list = (page: Page) => page.getByRole('tree');
const chosen = (page: Page): string => new URLSearchParams(page.url().split('?')[1] ?? '').get('finding') ?? '';

async function toFirstFinding(page: Page): Promise<void> {
  await list(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.waitForSelector('.findings-line--chosen');
}

test('a finding is decided by one key, the next is read, and undo takes it back', async () => {
  const { page, consoleErrors, outsideRequests } = await openFindings('?kind=duplicate/on-route&decided=to-decide');
  await toFirstFinding(page);
  const first = chosen(page);
  await page.keyboard.press('p');
  await expect.poll(() => chosen(page), SOON).not.toBe(first);
  await expect.poll(() => progress(page), SOON).toContain(`${DECIDED + 1} of`);
  expect(await list(page).evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await page.getByRole('status').allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringContaining('1 finding decided: pull forward')]),
  );
  await page.getByRole('button', { name: /^.*Undo: decide a finding as pull-forward/u }).click();
  await expect.poll(() => progress(page), SOON).toContain(`${DECIDED} of`);
  expect(consoleErrors).toEqual([]);
  expect(outsideRequests).toEqual([]);
});

test('a decision that needs a reason asks for it in place, insists, and is taken back with u', async () => {
  const { page } = await openFindings('?kind=duplicate/on-form&after=stay');
  await toFirstFinding(page);
  await page.keyboard.press('n');
  const reason = page.getByLabel('Not a duplicate: why?');
  await expect.poll(() => reason.evaluate((element) => element === document.activeElement), SOON).toBe(true);
  await page.keyboard.press('Enter');
  expect(await page.locator('.reason-form').getByRole('alert').innerText()).toContain('why');
  await page.keyboard.type('One is the plan, "the other" what came of it, as agreed.');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.decided');
  expect(await page.locator('.decided').innerText()).toContain('"the other" what came of it');
  await expect.poll(() => progress(page), SOON).toContain('2 of 6');
  await page.keyboard.press('u');
  await expect.poll(() => page.locator('.decided').count(), SOON).toBe(0);
});

test('many are marked with the keyboard and decided as one edit', async () => {
  const { page } = await openFindings('?kind=value/no-reader&decided=to-decide');
  await toFirstFinding(page);
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  expect(await page.getByText('For the 4 marked findings').count()).toBe(1);
  await page.keyboard.press('r');
  await expect.poll(() => progress(page), SOON).toContain('4 of');
  await page.getByRole('button', { name: /Undo: decide 4 findings as reword/u }).click();
  await expect.poll(() => progress(page), SOON).toContain('0 of');
  await list(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('k');
  await expect.poll(() => page.getByText('No finding matches').count(), SOON).toBe(1);
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await page.waitForSelector('.findings-line');
});

test('a finding is read in full: its places, its route drawn and in words, and what to do', async () => {
  const { page } = await openFindings('?kind=coverage/item-gap');
  await toFirstFinding(page);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H3');
  const words = await page.locator('.route-list__step').count();
  expect(words).toBeGreaterThan(1);
  expect(await page.locator('.small-map rect').count()).toBe(words);
  await page.waitForSelector('.finding-page__to-do');
  expect(await page.locator('.findings-details').innerText()).toMatch(/What it means[\s\S]*Why it matters/u);
  await page.getByRole('link', { name: 'Show on the map' }).click();
  await page.waitForSelector('[data-layout-ready]');
  expect(page.url()).toContain('#/map?finding=');
});

test('a decision about an item of another year is shown as without its finding, and can be removed', async () => {
  const { page } = await openFindings('?text=LBPSentDate&kind=coverage/item-missing');
  await toFirstFinding(page);
  await page.keyboard.press('a');
  await page.keyboard.type('Kept on paper until March.');
  await page.keyboard.press('Enter');
  await expect.poll(() => progress(page), SOON).toContain('1 of 1');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByLabel('Return', { exact: true }).selectOption('cin-2025-26');
  await page.getByRole('button', { name: 'Decision without a finding 1' }).click();
  await page.locator('.findings-line--gone').click();
  const details = await page.locator('.findings-details').innerText();
  expect(details).toContain('The finding is no longer there');
  expect(details).toContain('It is about another return: CIN census 2026-27');
  await page.keyboard.press('u');
  await expect.poll(() => page.locator('.findings-line--gone').count(), SOON).toBe(0);
});

test('it can be read where it is narrow, and nothing breaks a rule of WCAG 2.2 AA', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, consoleErrors } = await openFindings('', { colorScheme });
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await toFirstFinding(page);
    await page.waitForSelector('.finding-page__to-do');
    await page.keyboard.press('Space');
    await page.keyboard.press('a');
    await page.waitForSelector('.reason-form');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await findAccessibilityProblems(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(consoleErrors).toEqual([]);
  }
});
