import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openExample } from '../support/open-example.ts';
import { findAccessibilityProblems, type OpenedApp, openApp } from './support.ts';

/** A busy machine may take a while. */
const SOON = { timeout: 30_000 };

const ITEMS = openExample().value.returns.find(({ id }) => id === 'cin-2026-27')?.items ?? [];
const LETTER = ITEMS.find(({ tag }) => tag === 'LBPSentDate');

async function openReturns(path = '/#/returns', options: Parameters<typeof openApp>[1] = {}): Promise<OpenedApp> {
  const app = await openApp(path, options);
  await app.page.waitForSelector('.matrix__row', SOON);
  return app;
}

const rowCount = (page: Page): Promise<number> => page.locator('.matrix__row').count();

/** A row of the grid, told by its item. */
const rowOf = (page: Page, item: string): ReturnType<Page['locator']> =>
  page.locator(`.matrix__row:has(.matrix__name[data-item="${item}"])`);

test('gaps are filtered by pressing their number, and the address and the back button hold it', async () => {
  const { page, consoleErrors, outsideRequests } = await openReturns();
  expect(await rowCount(page)).toBe(ITEMS.length);
  const gaps = page.locator('.matrix-total--gaps');
  const wanted = Number(await gaps.locator('strong').textContent());
  await gaps.click();
  await expect.poll(() => rowCount(page), SOON).toBe(wanted);
  expect(page.url()).toContain('status=gaps');
  await page.goBack();
  await expect.poll(() => rowCount(page), SOON).toBe(ITEMS.length);
  await page.getByLabel('Words of an item').fill('N00101');
  await expect.poll(() => rowCount(page), SOON).toBe(1);
  expect(consoleErrors).toEqual([]);
  expect(outsideRequests).toEqual([]);
});

test('a cell is opened with the keyboard alone, and its place is shown beside the matrix', async () => {
  const { page } = await openReturns('/#/returns?status=gaps');
  await page.locator('.matrix__name').first().focus();
  const isCell = (): Promise<boolean> => page.evaluate(() => document.activeElement?.matches('[data-place]') ?? false);
  for (let presses = 0; presses < 60 && !(await isCell()); presses++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.return-item');
  expect(page.url()).toContain('place=');
  expect(await page.locator('.due-place--open').count()).toBe(1);
  expect(await page.locator('.matrix__cell[aria-selected="true"]').count()).toBe(1);
  await page.getByRole('button', { name: /^Show on the map/u }).click();
  await expect.poll(() => page.url(), SOON).toMatch(/#\/map\?.*item=/u);
  expect(page.url()).toContain('finding=coverage');
});

test('a source that is added makes the item covered there, and undo takes it back', async () => {
  const { page } = await openReturns(`/#/returns?item=${encodeURIComponent(LETTER?.id ?? '')}`);
  const row = rowOf(page, LETTER?.id ?? '');
  expect(await row.locator('.matrix__cell').textContent()).toContain('never');
  await page.getByRole('button', { name: 'Add a source here' }).click();
  await page.getByLabel('Kind of place').selectOption('step-date');
  await page.getByLabel('Why').fill('The letter goes out that day');
  await page.getByRole('button', { name: 'Add this source' }).click();
  await expect.poll(() => row.locator('.matrix__cell').textContent(), SOON).toContain('always');
  expect(await page.locator('.return-item').textContent()).toContain('The letter goes out that day');
  await page.locator('.undo__button').first().click();
  await expect.poll(() => row.locator('.matrix__cell').textContent(), SOON).toContain('never');
});

test('another year is compared, and becomes the return of the workspace', async () => {
  const { page } = await openApp('/#/returns?tab=changes');
  await page.getByRole('heading', { name: /compared with CIN census 2025-26/u }).waitFor(SOON);
  await page.getByRole('heading', { name: /What now needs work/u }).waitFor(SOON);
  await page.getByLabel('Compared with', { exact: true }).selectOption('cin-2024-25');
  await page.getByRole('heading', { name: /compared with CIN census 2024-25/u }).waitFor(SOON);
  await page.getByLabel('Return', { exact: true }).selectOption('cin-2025-26');
  await page.getByRole('button', { name: /^Use CIN census 2025-26 as/u }).click();
  await expect.poll(() => page.locator('.returns-said').textContent(), SOON).toContain('is the workspace’s return');
});

test('a place of an event is removed and added again', async () => {
  const { page } = await openApp('/#/returns?tab=events');
  const row = page.locator('.event-places tbody tr', { hasText: 'An assessment starts' });
  await row.waitFor(SOON);
  await row.getByRole('button', { name: /^Remove/u }).click();
  const lacking = page.locator('.event-places tbody tr').first();
  await expect.poll(() => lacking.textContent(), SOON).toContain('No place yet');
  await lacking.getByRole('button', { name: /^\+ / }).first().click();
  await page.getByRole('button', { name: 'Add this place' }).click();
  await expect.poll(() => row.locator('.event-places__place').count(), SOON).toBe(1);
});

test('a return of the council’s own is added with one item, and audited', async () => {
  const { page, consoleErrors } = await openApp('/#/returns?tab=returns');
  await page.getByRole('button', { name: 'New return' }).click(SOON);
  await page.getByLabel('Name', { exact: true }).fill('Visits 2026');
  await page.getByLabel(/^Id/u).fill('visits-2026');
  await page.getByLabel('From', { exact: true }).fill('2026-01-01');
  await page.getByLabel('To', { exact: true }).fill('2026-12-31');
  await page.getByRole('button', { name: 'Add the return' }).click();
  await page.getByLabel('Event of a new event').fill('referral-accepted');
  await page.getByLabel('What happens of a new event').fill('A referral is accepted');
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: /^Items/u }).click();
  await page.getByLabel('Item (key) of a new item').fill('Visit/Sex');
  await page.getByLabel('Element of a new item').fill('Sex');
  await page.getByLabel('Fact of a new item').fill('child.sexx');
  await page.getByLabel('Due when of a new item').selectOption('referral-accepted');
  await page.getByLabel('Format of a new item').fill('text');
  await page.getByRole('button', { name: 'Add the new item' }).click();
  // What the reader says of the row stands beside it.
  await expect.poll(() => page.locator('.edit-table__problem').textContent(), SOON).toContain('child.sex');
  const fact = page.getByLabel('Fact of Visit/Sex');
  await fact.fill('child.sex');
  await fact.press('Enter');
  await expect.poll(() => page.locator('.edit-table__problem').count(), SOON).toBe(0);
  await page.getByLabel('Return', { exact: true }).selectOption('visits-2026');
  await page.getByRole('button', { name: 'Coverage', exact: true }).click();
  await expect.poll(() => rowCount(page), SOON).toBe(1);
  expect(await page.locator('.matrix__row .matrix__cell').count()).toBeGreaterThan(0);
  expect(consoleErrors).toEqual([]);
});

test('rows of Excel are pasted into the codes of a return of the council’s own', async () => {
  const { page } = await openApp('/#/returns?tab=returns');
  await page.getByRole('button', { name: 'Copy as our own CIN census 2026-27' }).click(SOON);
  await page.getByRole('button', { name: 'Copy CIN census 2026-27' }).click();
  await page.getByRole('tab', { name: /^Codes/u }).click();
  const before = await page.locator('.edit-table tbody tr').count();
  await page.getByLabel('Set of codes of a new code').focus();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Where\t1\tAt home\r\nWhere\t2\tAt school\r\n');
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  });
  await expect.poll(() => page.locator('.edit-table tbody tr').count(), SOON).toBe(before + 2);
  await page.getByRole('button', { name: 'Remove CIN census 2026-27 (our own)' }).click();
  const asked = page.getByRole('alertdialog');
  expect(await asked.textContent()).toMatch(/No mapping serves this return alone|They are kept, and feed nothing/u);
  await asked.getByRole('button', { name: /^Remove/u }).click();
  await expect.poll(() => page.getByLabel('Return', { exact: true }).textContent(), SOON).not.toContain('our own');
});

const VIEWS = [
  `/#/returns?item=${encodeURIComponent(LETTER?.id ?? '')}`,
  '/#/returns?tab=changes',
  '/#/returns?tab=events',
  '/#/returns?tab=returns',
];

const LOOKS = VIEWS.flatMap((path) => [[path, 'light'] as const, [path, 'dark'] as const]);

// The matrix has some thousand cells, each of which is looked at.
const LONG = 180_000;

test.each(LOOKS)(
  'no rule of WCAG 2.2 AA is broken: %s, %s',
  async (path, colorScheme) => {
    const { page } = await openApp(path, { colorScheme });
    await page.waitForSelector('.return-item, .year-change__section table, .event-places table, .returns-list', SOON);
    const add = page.getByRole('button', { name: 'Add a source here' });
    if ((await add.count()) > 0) await add.click();
    expect(await findAccessibilityProblems(page)).toEqual([]);
  },
  LONG,
);
