import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openExample } from '../support/open-example.ts';
import { findAccessibilityProblems, type OpenedApp, openApp } from './support.ts';

/** A busy machine may take a while. */
const SOON = { timeout: 30_000 };

async function openMap(path = '/#/map', options: Parameters<typeof openApp>[1] = {}): Promise<OpenedApp> {
  const app = await openApp(path, options);
  app.page.setDefaultTimeout(SOON.timeout);
  await app.page.waitForSelector('[data-layout-ready]');
  // The number of findings stands there as soon as the audit does.
  await app.page.waitForSelector('.tab__count >> text=/[0-9]{2}/');
  return app;
}

const litNumbers = (page: Page): Promise<readonly string[]> =>
  page.locator('.route-list .route-number').allTextContents();

const numbersOnMap = (page: Page): Promise<readonly string[]> =>
  page.locator('.step-box .route-number').allTextContents();

const sorted = (numbers: readonly string[]): readonly number[] =>
  [...new Set(numbers.map(Number))].toSorted((a, b) => a - b);

const EXAMPLE = openExample().value;
const ITEM = 'Child/CINdetails/PrimaryNeedCode';
const MAP = { name: 'Map of the steps' } as const;

/** The map with the keyboard on it, at its first step. */
async function focusMap(page: Page): Promise<void> {
  await page.getByRole('application', MAP).focus();
  await page.keyboard.press('Home');
}

test('the worked example opens with its lanes, its steps and every next action drawn', async () => {
  const { page, consoleErrors, outsideRequests } = await openMap();
  await page.getByRole('button', { name: 'Whole map' }).click();
  await expect.poll(() => page.locator('.step-box').count(), SOON).toBe(EXAMPLE.stepTypes.length);
  expect(await page.locator('.lane-band').count()).toBe(6);
  await expect.poll(() => page.locator('.line__row').count(), SOON).toBe(EXAMPLE.nextActions.length);
  expect(await page.locator('.start-marker').count()).toBe(EXAMPLE.stepTypes.filter((step) => step.mayStart).length);
  expect(await page.locator('header').first().textContent()).toContain('Exampleshire (invented example)');
  expect(consoleErrors).toEqual([]);
  expect(outsideRequests).toEqual([]);
});

test('a chosen item shows where it is due and where it is recorded, in words', async () => {
  const { page } = await openMap();
  await page.locator('#item').selectOption(ITEM);
  await page.getByRole('button', { name: 'Whole map' }).click();
  await expect.poll(() => page.locator('.step-box .due-mark').count(), SOON).toBeGreaterThan(0);
  expect(await page.locator('.step-box .due-mark').first().textContent()).toMatch(/Due: (always|sometimes|never)/u);
  expect(await page.locator('.step-box .record-mark').first().textContent()).toMatch(/(Feeds|Records), (sure|maybe)/u);
  expect(await page.locator('.map-key').textContent()).toMatch(/every route.*some routes.*no route/u);
  expect(await page.locator('.panel').textContent()).toContain('N00101');
  expect(page.url()).toContain('item=');
});

test('a gap pressed in the list lights its route, numbered in order, and Escape puts it out', async () => {
  const { page } = await openMap();
  await page.getByRole('button', { name: /^Coverage/u }).click();
  await page.getByPlaceholder('Words in the finding').fill('item gap');
  await page.locator('.finding').first().click();
  await page.waitForSelector('.step-box__numbers');
  const listed = await litNumbers(page);
  expect(listed.length).toBeGreaterThan(1);
  expect(listed).toEqual(listed.map((_, index) => String(index + 1)));
  await expect.poll(async () => sorted(await numbersOnMap(page)), SOON).toEqual(listed.map(Number));
  expect(await page.locator('.line--lit').count()).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.step-box__numbers').count(), SOON).toBe(0);
});

test('a duplicate pressed in the list lights its route', async () => {
  const { page } = await openMap();
  await page.getByRole('button', { name: /^Duplicates/u }).click();
  await page.getByPlaceholder('Words in the finding').fill('on route');
  await page.locator('.finding').first().click();
  await page.waitForSelector('.step-box__numbers');
  expect((await litNumbers(page)).length).toBeGreaterThan(0);
});

test('the back button and a link bring a view back', async () => {
  const { page } = await openMap();
  await page.locator('#item').selectOption(ITEM);
  const gap = page.getByRole('button', { name: 'Show the shortest route without it' }).first();
  await gap.click();
  await page.waitForSelector('.route-list');
  const listed = sorted(await litNumbers(page));
  await expect.poll(async () => sorted(await numbersOnMap(page)), SOON).toEqual(listed);
  const link = new URL(page.url());
  await page.goBack();
  await expect.poll(() => page.locator('.route-list').count(), SOON).toBe(0);
  expect(await page.locator('#item').inputValue()).toBe(ITEM);
  await page.goBack();
  await expect.poll(() => page.locator('#item').inputValue(), SOON).toBe('return');
  const again = await openMap(`/${link.hash}`);
  await again.page.waitForSelector('.route-list');
  expect(await again.page.locator('#item').inputValue()).toBe(ITEM);
});

test('another return is audited when it is chosen', async () => {
  const { page } = await openMap();
  const before = await page.locator('#item option').count();
  await page.getByLabel('Return', { exact: true }).selectOption('cin-2025-26');
  await expect.poll(() => page.locator('#item option').count(), SOON).not.toBe(before);
  await page.waitForSelector('.finding');
  await page.goBack();
  await expect.poll(() => page.locator('#item option').count(), SOON).toBe(before);
});

test('the map can be walked through and read with the keyboard alone', async () => {
  const { page } = await openMap();
  const map = page.getByRole('application', MAP);
  const hasFocus = (): Promise<boolean> => map.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 40 && !(await hasFocus()); presses++) await page.keyboard.press('Tab');
  expect(await hasFocus()).toBe(true);
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
  expect(await hasFocus()).toBe(false);
});

test('a finding is chosen with the keyboard', async () => {
  const { page } = await openMap();
  await page.locator('.finding').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.finding-row--chosen .finding-details');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.finding-row--chosen').count(), SOON).toBe(0);
});

test('the outline shows the same map, shares the choice, and takes over where it is narrow', async () => {
  const { page } = await openMap();
  await page.locator('#step-CONTACT .step-box__name').click();
  await page.getByRole('button', { name: 'Outline' }).click();
  await page.waitForSelector('[role="tree"]');
  await expect
    .poll(() => page.locator('[role="treeitem"][aria-selected="true"]').textContent(), SOON)
    .toContain('Contact record');
  await page.getByText('the map as a table').click();
  expect(await page.locator('.overlay-table tbody tr').count()).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Diagram' }).click();
  await page.waitForSelector('.step-box--selected');
  await page.setViewportSize({ width: 360, height: 640 });
  await page.waitForSelector('[role="tree"]');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test.each([
  ['coverage', /gap/u, 'every item due here'],
  ['duplicates', /×\d/u, 'asked again on every route'],
  ['review', /assessed/u, 'people decide'],
  ['time', /min/u, 'modelled'],
  ['usage', /%/u, 'Counts of 1 to 5 are held back'],
] as const)('the overlay %s has its key, a number on each step, and the equal table', async (show, badge, key) => {
  const { page, consoleErrors } = await openMap();
  await page.locator('#show').selectOption(show);
  await page.getByRole('button', { name: 'Whole map' }).click();
  await page.waitForSelector('.step-box__badge');
  await expect.poll(() => page.locator('.step-box__badge').count(), SOON).toBeGreaterThan(10);
  expect(await page.locator('.step-box__badge').allTextContents()).toContainEqual(expect.stringMatching(badge));
  expect((await page.locator('.map-key').textContent())?.toLowerCase()).toContain(key.toLowerCase());
  const marked = await page.locator('.step-box__badge').count();
  await page.getByRole('button', { name: 'Outline' }).click();
  await page.getByText('the map as a table').click();
  expect(await page.locator('.overlay-table tbody tr').count()).toBe(marked);
  expect(consoleErrors).toEqual([]);
});

test('with nothing shown the map is the workflow alone', async () => {
  const { page } = await openMap('/#/map?show=nothing');
  await page.waitForSelector('.step-box');
  expect(await page.locator('.step-box__badge').count()).toBe(0);
  expect(await page.locator('.map-key summary').textContent()).toBe('Key');
});

test('the thread of an item has the same numbers in the list and on the map', async () => {
  const { page } = await openMap(`/#/map?item=${ITEM}`);
  await page.waitForSelector('.thread-entry');
  await page.getByRole('button', { name: 'Route', exact: true }).click();
  const texts = await page.locator('.thread-entry .route-number').allTextContents();
  const listed = sorted(texts.map((text) => text.replaceAll(/\D/gu, '')));
  expect(listed.length).toBeGreaterThan(1);
  await expect
    .poll(async () => {
      const onMap = sorted(await numbersOnMap(page));
      return listed.filter((number) => !onMap.includes(number));
    }, SOON)
    .toEqual([]);
  await page.getByRole('link', { name: /^Decide on \d+ duplicates?$/u }).click();
  await page.waitForSelector('.findings-screen');
  expect(page.url()).toContain('topic=duplicate');
});

test('a question tells why it is asked and follows its thread, from its address alone', async () => {
  const { page } = await openMap('/#/map?question=CONTACT/CON_SOURCE&panel=thread');
  await page.waitForSelector('.why-asked');
  expect(await page.locator('.why-asked').textContent()).toContain('Why is this asked?');
  await page.waitForSelector('.step-box__numbers');
  expect(await page.locator('.line--lit').count()).toBeGreaterThan(0);
  await page.getByRole('button', { name: /^Thread: .*take away$/u }).click();
  await expect.poll(() => page.locator('.step-box__numbers').count(), SOON).toBe(0);
});

test('a step opens in place, and a question in it tells why it is asked without the map moving', async () => {
  const { page } = await openMap('/#/map?show=duplicates');
  const step = page.locator('#step-CONTACT');
  const before = await step.boundingBox();
  await step.locator('.step-box__toggle').click();
  await page.waitForSelector('.inside-row--form');
  const after = await step.boundingBox();
  expect(Math.abs((after?.x ?? 0) - (before?.x ?? 0))).toBeLessThan(2);
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2);
  await page.locator('.inside-row--form').first().click();
  await page.waitForSelector('.inside-row--question');
  expect(await page.locator('.inside-row--question .tone-mark').first().textContent()).toMatch(/asked again|decided/u);
  const camera = await page.locator('.react-flow__viewport').getAttribute('style');
  await page.locator('.inside-row--question').first().click();
  await page.waitForSelector('.why-asked');
  await page.waitForSelector('.inside-row--selected');
  await page.waitForTimeout(400);
  expect(await page.locator('.react-flow__viewport').getAttribute('style')).toBe(camera);
  const again = await openMap(new URL(page.url()).hash.replace(/^/u, '/'));
  await again.page.waitForSelector('.inside-row--selected');
  await again.page.waitForSelector('.why-asked');
});

test('a next action is drawn with the keyboard, named in the panel, and undone', async () => {
  const { page, consoleErrors } = await openMap();
  await focusMap(page);
  const rows = await page.locator('.line__row').count();
  await page.keyboard.press('n');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.tab[aria-current="true"]').textContent(), SOON).toContain('Next action');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), SOON).toBe('INPUT');
  expect(page.url()).toContain('action=');
  await expect.poll(() => page.locator('.line__row').count(), SOON).not.toBe(rows);
  await page.getByRole('button', { name: /Undo/u }).first().click();
  await expect.poll(() => page.locator('.line__row').count(), SOON).toBe(rows);
  expect(consoleErrors).toEqual([]);
});

test('a step is moved with Alt and the arrows, and goes back', async () => {
  const { page } = await openMap();
  await focusMap(page);
  const map = page.getByRole('application', MAP);
  const step = page.locator(`#${(await map.getAttribute('aria-activedescendant')) ?? ''}`);
  const before = await step.boundingBox();
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Alt+ArrowRight');
  const undo = page.getByRole('button', { name: 'Undo all moves' });
  await undo.waitFor();
  await expect.poll(async () => ((await step.boundingBox())?.x ?? 0) - (before?.x ?? 0), SOON).toBeGreaterThan(5);
  await undo.click();
  await expect.poll(() => undo.count(), SOON).toBe(0);
});

test('a step is added from the keyboard, chosen and shown, and undone', async () => {
  const { page } = await openMap();
  await focusMap(page);
  await page.keyboard.press('a');
  await page.keyboard.type('Duty visit');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.step-box--selected >> text=Duty visit');
  expect(await page.locator('.panel__title').textContent()).toBe('Duty visit');
  await page.getByRole('button', { name: /Undo/u }).first().click();
  await expect.poll(() => page.locator('.step-box >> text=Duty visit').count(), SOON).toBe(0);
});

test('Delete asks in the panel before a step goes', async () => {
  const { page } = await openMap('/#/map?step=CONTACT&panel=step');
  await page.waitForSelector('.step-box--selected');
  await page.getByRole('application', MAP).focus();
  await page.keyboard.press('Delete');
  await page.waitForSelector('.panel form >> text=/Remove “Contact record”/');
  expect(await page.locator('#step-CONTACT').count()).toBe(1);
});

test('filters stand back what does not match, only what matters leaves it out, and each chip takes its own away', async () => {
  const { page } = await openMap('/#/map?lane=Child+protection&text=plan');
  await page.waitForSelector('.step-box--dimmed');
  const chips = page.locator('.map-chip');
  expect(await chips.allTextContents()).toEqual([
    expect.stringContaining('Text: “plan”'),
    expect.stringContaining('Lane: Child protection'),
  ]);
  expect(await page.locator('.map-narrowed__count').textContent()).toMatch(/^\d+ of 3\d steps match$/u);
  await chips.first().click();
  await expect.poll(() => page.url(), SOON).not.toContain('text=');
  await page.getByRole('button', { name: 'Only what matters' }).first().click();
  await expect.poll(() => page.locator('.map-narrowed__count').textContent(), SOON).toMatch(/steps shown$/u);
  await page.getByRole('button', { name: 'Whole map' }).click();
  await expect.poll(() => page.locator('.step-box').count(), SOON).toBeLessThan(EXAMPLE.stepTypes.length);
  await page.getByRole('button', { name: /^Only what matters.*take away$/u }).click();
  await expect.poll(() => page.url(), SOON).not.toContain('only=');
});

test('the panel can be put away and comes back with what is chosen', async () => {
  const { page } = await openMap();
  await page.getByRole('button', { name: 'Hide the panel' }).click();
  expect(await page.locator('.panel__body').count()).toBe(0);
  await page.locator('#step-CONTACT .step-box__name').click();
  await page.waitForSelector('.panel__body');
});

test.each(['light', 'dark'] as const)('nothing breaks a rule of WCAG 2.2 AA in %s', async (colorScheme) => {
  const { page, consoleErrors } = await openMap('/#/map', { colorScheme });
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Whole map' }).click();
  for (const show of ['duplicates', 'review', 'time', 'usage', 'coverage']) {
    await page.locator('#show').selectOption(show);
    await page.waitForSelector('.step-box__badge');
    expect(await findAccessibilityProblems(page)).toEqual([]);
  }
  await page.locator('#item').selectOption(ITEM);
  await page.waitForSelector('.thread-entry');
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show the shortest route without it' }).first().click();
  await page.waitForSelector('.route-list');
  await page.getByRole('button', { name: /^Filters/u }).click();
  await page.getByRole('button', { name: 'Add a step' }).click();
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: /^Findings/u }).click();
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.goto(new URL('#/map?question=CONTACT/CON_SOURCE&open=CONTACT:CONTACT', page.url()).href);
  await page.waitForSelector('.inside-row--selected');
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Outline' }).click();
  await page.waitForSelector('[role="tree"]');
  expect(await findAccessibilityProblems(page)).toEqual([]);
  expect(consoleErrors).toEqual([]);
});
