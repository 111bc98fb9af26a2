import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findAccessibilityProblems, type OpenedApp, openApp } from './support.ts';

/** A busy machine may take a while. */
const SOON = { timeout: 20_000 };

async function openOverview(options: Parameters<typeof openApp>[1] = {}): Promise<OpenedApp> {
  const app = await openApp('/', options);
  await app.page.waitForSelector('.chart-plot');
  return app;
}

const hashOf = (page: Page): string => decodeURIComponent(new URL(page.url()).hash).replaceAll('+', ' ');

test('the workspace says in one screen whose it is, of what day, and what it covers', async () => {
  const { page, consoleErrors, outsideRequests } = await openOverview({ viewport: { width: 1440, height: 900 } });
  const main = page.locator('main');
  await expect.poll(() => main.textContent(), SOON).toMatch(/Exampleshire.*Invented example.*as at 1 November 2026/u);
  const figures = await page.locator('.key-figure').allTextContents();
  expect(figures.join('\n')).toMatch(/of \d+ items covered[^]*% of 930 questions assessed[^]*modelled, not measured/u);
  const overflow = await main.evaluate((element) => element.scrollHeight - element.clientHeight);
  expect(overflow).toBeLessThanOrEqual(0);
  expect(consoleErrors).toEqual([]);
  expect(outsideRequests).toEqual([]);
});

const BEHIND: readonly (readonly [string, RegExp])[] = [
  ['of 52 items covered', /^#\/returns\?status=covered$/u],
  ['duplicate entries', /^#\/findings\?topic=duplicate$/u],
  ['review candidates', /^#\/findings\?kind=value\/review-candidate&topic=value$/u],
  ['questions assessed', /^#\/fields\?quick=not-assessed$/u],
  ['Source of referral', /^#\/map\?item=Child\/CINdetails\/ReferralSource&finding=coverage\/item-missing/u],
  ['CIN details', /^#\/returns\?module=CIN details$/u],
  ['Family background and history', /^#\/map\?fact=family\.history&panel=thread$/u],
  ['PPStartDate', /^#\/returns\?item=.*PPStartDate$/u],
  ['1 file with 1 problem', /^#\/map\?panel=files$/u],
];

test('the figures lead to what stands behind them, and the back button comes back', async () => {
  const { page } = await openOverview();
  for (const [words, address] of BEHIND) {
    await page.locator('main').getByRole('link', { name: words }).first().click();
    await expect.poll(() => hashOf(page), SOON).toMatch(address);
    await page.goBack();
    await page.waitForSelector('.chart-plot');
  }
});

test('a part of a bar that is pressed leads to its items', async () => {
  const { page } = await openOverview();
  await page.locator('.chart-bar rect').last().scrollIntoViewIfNeeded();
  await page.locator('.chart-bar').first().locator('rect').first().click();
  await expect.poll(() => hashOf(page), SOON).toBe('#/returns?module=Header&status=covered');
});

test('the table of each chart says what the chart says, and takes no more room', async () => {
  const { page } = await openOverview({ viewport: { width: 1440, height: 900 } });
  const charts = page.locator('.chart');
  expect(await charts.count()).toBe(3);
  for (const chart of await charts.all()) {
    const labels = await chart.locator('.chart__labels li').allTextContents();
    const ends = await chart.locator('.chart__ends li').allTextContents();
    const says = await chart.getByRole('img').getAttribute('aria-label');
    const heightBefore = await chart.evaluate((element) => element.getBoundingClientRect().height);
    await chart.getByRole('button', { name: /^Show as a table/u }).click();
    expect(await chart.locator('tbody th').allTextContents()).toEqual(labels);
    const cells = await chart
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)));
    for (const [place, row] of cells.entries()) {
      const [end = ''] = [ends[place]];
      for (const part of end.split('–')) expect(row).toContain(part);
      expect(says).toContain(labels[place]);
    }
    const heightAfter = await chart.evaluate((element) => element.getBoundingClientRect().height);
    expect(Math.abs(heightAfter - heightBefore)).toBeLessThanOrEqual(2);
    await chart.getByRole('button', { name: /^Show as a chart/u }).click();
    expect(await chart.getByRole('img').count()).toBe(1);
  }
});

test('another return is looked at, and stays looked at behind its figures', async () => {
  const { page } = await openOverview();
  await page.getByLabel('Return', { exact: true }).selectOption('cin-2025-26');
  await expect.poll(() => page.locator('.key-figure').first().textContent(), SOON).not.toContain('of 52 items');
  await page.getByRole('link', { name: /items covered/u }).click();
  await expect.poll(() => hashOf(page), SOON).toBe('#/returns?return=cin-2025-26&status=covered');
});

test('nothing is wider than a screen of 320 pixels', async () => {
  const { page } = await openOverview({ viewport: { width: 320, height: 640 } });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test.each(['light', 'dark'] as const)('nothing breaks a rule of WCAG 2.2 AA in %s', async (colorScheme) => {
  const { page, consoleErrors } = await openOverview({ colorScheme });
  expect(await findAccessibilityProblems(page)).toEqual([]);
  const asTable = page.getByRole('button', { name: /^Show as a table/u });
  while ((await asTable.count()) > 0) await asTable.first().click();
  for (const summary of await page.locator('main summary').all()) await summary.click();
  expect(await findAccessibilityProblems(page)).toEqual([]);
  expect(consoleErrors).toEqual([]);
});
