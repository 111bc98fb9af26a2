import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openExample } from '../support/open-example.ts';
import { findAccessibilityProblems, type OpenedApp, openApp } from './support.ts';

/** A busy machine may take a while. */
const SOON = { timeout: 20_000 };

async function openMap(path = '/', options: Parameters<typeof openApp>[1] = {}): Promise<OpenedApp> {
  const app = await openApp(path, options);
  await app.page.waitForSelector('[data-layout-ready]');
  // The number of findings stands there as soon as the audit does.
  await app.page.waitForSelector('.tab__count');
  return app;
}

const litNumbers = (page: Page): Promise<readonly string[]> =>
  page.locator('.route-list .route-number').allTextContents();

const EXAMPLE = openExample().value;
const ITEM = 'Child/CINdetails/PrimaryNeedCode';

test('the worked example opens with its lanes, its steps and every next action drawn', async () => {
  const { page, consoleErrors, outsideRequests } = await openMap();
  await page.getByRole('button', { name: 'Whole map' }).click();
  await expect.poll(() => page.locator('.step-box').count(), SOON).toBe(EXAMPLE.stepTypes.length);
  expect(await page.locator('.lane-band').count()).toBe(6);
  await expect.poll(() => page.locator('.line__row').count(), SOON).toBe(EXAMPLE.nextActions.length);
  expect(await page.locator('.start-marker').count()).toBe(EXAMPLE.stepTypes.filter((step) => step.mayStart).length);
  expect(await page.locator('header').textContent()).toContain('Exampleshire (invented example)');
  expect(consoleErrors).toEqual([]);
  expect(outsideRequests).toEqual([]);
});

test('a chosen item shows where it is due and where it is recorded, in words', async () => {
  const { page } = await openMap();
  await page.getByLabel('Item', { exact: true }).selectOption(ITEM);
  await page.getByRole('button', { name: 'Whole map' }).click();
  await expect.poll(() => page.locator('.step-box .due-mark').count(), SOON).toBeGreaterThan(0);
  expect(await page.locator('.step-box .due-mark').first().textContent()).toMatch(/Due: (always|sometimes|never)/u);
  expect(await page.locator('.step-box .record-mark').first().textContent()).toMatch(/(Feeds|Records), (sure|maybe)/u);
  expect(await page.locator('.map-key').textContent()).toMatch(/always.*sometimes.*never/u);
  expect(await page.locator('.panel').textContent()).toContain('N00101');
  expect(page.url()).toContain('item=');
});

test('a gap pressed in the list lights its route, numbered in order, and Escape puts it out', async () => {
  const { page } = await openMap();
  await page.getByRole('button', { name: /^Coverage/u }).click();
  await page.getByRole('searchbox').fill('item gap');
  await page.locator('.finding').first().click();
  await page.waitForSelector('.step-box__numbers');
  const listed = await litNumbers(page);
  expect(listed.length).toBeGreaterThan(1);
  expect(listed).toEqual(listed.map((_, index) => String(index + 1)));
  const onMap = await page.locator('.step-box .route-number').allTextContents();
  expect(onMap.map(Number).toSorted((a, b) => a - b)).toEqual(listed.map(Number));
  expect(await page.locator('.line--lit').count()).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.step-box__numbers').count(), SOON).toBe(0);
});

test('a duplicate pressed in the list lights its route', async () => {
  const { page } = await openMap();
  await page.getByRole('button', { name: /^Duplicates/u }).click();
  await page.getByRole('searchbox').fill('on route');
  await page.locator('.finding').first().click();
  await page.waitForSelector('.step-box__numbers');
  expect((await litNumbers(page)).length).toBeGreaterThan(0);
});

test('the back button and a link bring a view back', async () => {
  const { page } = await openMap();
  await page.getByLabel('Item', { exact: true }).selectOption(ITEM);
  await page.getByRole('button', { name: 'Show this route on the map' }).first().click();
  await page.waitForSelector('.step-box__numbers');
  const link = new URL(page.url());
  await page.goBack();
  await expect.poll(() => page.locator('.step-box__numbers').count(), SOON).toBe(0);
  expect(await page.getByLabel('Item', { exact: true }).inputValue()).toBe(ITEM);
  await page.goBack();
  await expect.poll(() => page.getByLabel('Item', { exact: true }).inputValue(), SOON).toBe('');
  const again = await openMap(`/${link.hash}`);
  await again.page.waitForSelector('.step-box__numbers');
  expect(await again.page.getByLabel('Item', { exact: true }).inputValue()).toBe(ITEM);
});

test('another return is audited when it is chosen', async () => {
  const { page } = await openMap();
  const select = page.getByLabel('Return', { exact: true });
  const before = await page.locator('#item option').count();
  await select.selectOption('cin-2025-26');
  await expect.poll(() => page.locator('#item option').count(), SOON).not.toBe(before);
  await page.waitForSelector('.finding');
  await page.goBack();
  await expect.poll(() => page.locator('#item option').count(), SOON).toBe(before);
});

test('the map can be walked through and read with the keyboard alone', async () => {
  const { page } = await openMap();
  const map = page.getByRole('application', { name: 'Map of the steps' });
  for (
    let presses = 0;
    presses < 12 && !(await map.evaluate((element) => element === document.activeElement));
    presses++
  ) {
    await page.keyboard.press('Tab');
  }
  expect(await map.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Home');
  const first = await map.getAttribute('aria-activedescendant');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const later = await map.getAttribute('aria-activedescendant');
  expect(later).not.toBe(first);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.step-box--selected');
  expect(await page.locator('.step-box--selected').getAttribute('id')).toBe(later);
  expect(await page.locator('.panel__title').textContent()).not.toBe('');
  // One Tab further is out of the map again.
  await page.keyboard.press('Tab');
  expect(await map.evaluate((element) => element === document.activeElement)).toBe(false);
});

test('a finding is chosen with the keyboard', async () => {
  const { page } = await openMap();
  await page.locator('.finding').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.finding-row--chosen .finding-details');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.finding-row--chosen').count(), SOON).toBe(0);
});

test('the list shows the same map, shares the choice, and takes over where it is narrow', async () => {
  const { page } = await openMap();
  await page.locator('#step-CONTACT').click();
  await page.getByRole('button', { name: 'List' }).click();
  expect(await page.locator('.map-list tbody tr').count()).toBe(EXAMPLE.stepTypes.length);
  expect(await page.locator('.map-list__selected').textContent()).toContain('Contact record');
  await page.getByRole('button', { name: 'Diagram' }).click();
  await page.waitForSelector('.step-box--selected');
  await page.setViewportSize({ width: 360, height: 640 });
  await page.waitForSelector('.map-list');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test.each(['light', 'dark'] as const)('nothing breaks a rule of WCAG 2.2 AA in %s', async (colorScheme) => {
  const { page, consoleErrors } = await openMap('/', { colorScheme });
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await page.getByLabel('Item', { exact: true }).selectOption(ITEM);
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show this route on the map' }).first().click();
  await page.waitForSelector('.step-box__numbers');
  await page.getByRole('button', { name: /^Findings/u }).click();
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'List' }).click();
  expect(await findAccessibilityProblems(page)).toEqual([]);
  expect(consoleErrors).toEqual([]);
});
