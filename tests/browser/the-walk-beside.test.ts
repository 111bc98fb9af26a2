import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findAccessibilityProblems, type OpenedApp, openApp } from './support.ts';

/** A busy machine may take a while. */
const SOON = { timeout: 20_000 };
const LARGE = { viewport: { width: 1440, height: 900 } };

/** A case in the middle of its section 47 enquiry. */
const ENQUIRY = 'case=child-protection-two-reviews&at=90';
const WHOLE = 'case=child-protection-two-reviews';

async function openBeside(query: string, options: Parameters<typeof openApp>[1] = LARGE): Promise<OpenedApp> {
  const app = await openApp(`/#/walk?${query}`, options);
  await app.page.waitForSelector('.beside .case-totals', { timeout: 30_000, state: 'attached' });
  return app;
}

const ownWord = (page: Page, name: string): string | null =>
  new URLSearchParams(new URL(page.url()).hash.split('?')[1] ?? '').get(name);

const line = (page: Page, tag: string) => page.locator(`.return-line[data-key*="/${tag} "]`).first();
const about = (page: Page) => page.locator('.element-about');

/** Where there is room for one part alone, the panel takes the place of the case. */
async function bringBeside(page: Page): Promise<void> {
  const narrow = page.getByRole('button', { name: 'Return and record' });
  if (await narrow.isVisible()) await narrow.click();
}

test('the return stands in message order, with what is missing and why', async () => {
  const { page, consoleErrors, outsideRequests } = await openBeside(ENQUIRY);
  const list = page.getByRole('listbox', { name: /The return as it stands, CIN census 2026-27/u });
  const text = (await list.innerText()).replaceAll(/\s+/gu, ' ');
  expect(text).toMatch(
    /<Child>.*<LAchildID>.*<CINdetails>.*<ReferralSource>.*<PrimaryNeedCode>.*missing.*<Section47>/u,
  );
  await expect
    .poll(() => page.locator('.still-missing').innerText(), SOON)
    .toMatch(/PrimaryNeedCode\s+Referral 1 .*Rules? \d+/u);
  expect(consoleErrors).toEqual([]);
  expect(outsideRequests).toEqual([]);
});

test('a line that is pointed at tells its value and why, and lights the field that fed it', async () => {
  const { page } = await openBeside(ENQUIRY);
  await page.locator('.work-item__choose', { hasText: 'Section 47 enquiry' }).click();
  await line(page, 'S47ActualStartDate').hover();
  await expect
    .poll(() => about(page).innerText(), SOON)
    .toMatch(/S47ActualStartDate N00148[^]*because the answer to “/u);
  await expect.poll(() => page.locator('.case-field--lit').innerText(), SOON).toMatch(/Date enquiry started/u);
});

test('a field that is used shows its element, and an answer changes it at once, marked by a word', async () => {
  const { page, consoleErrors } = await openBeside(ENQUIRY);
  await page.locator('.work-item__choose', { hasText: 'Section 47 enquiry' }).click();
  const field = page.locator('.case-field', { hasText: 'Date enquiry started' }).first().locator('input');
  await field.focus();
  await expect.poll(() => about(page).innerText(), SOON).toMatch(/^S47ActualStartDate/u);
  await field.fill('2026-04-14');
  await field.blur();
  await expect.poll(() => line(page, 'S47ActualStartDate').innerText(), SOON).toMatch(/2026-04-14[^]*changed/u);
  await expect
    .poll(() => page.locator('.beside-return [role="status"]').allInnerTexts(), SOON)
    .toContainEqual(expect.stringMatching(/S47ActualStartDate, 2026-04-14, sent/u));
  expect(consoleErrors).toEqual([]);
});

test('by keyboard the lines are one stop: arrows go through them, Enter goes to the field of another step', async () => {
  const { page } = await openBeside(ENQUIRY);
  const list = page.getByRole('listbox', { name: /The return as it stands/u });
  await list.focus();
  await page.keyboard.press('Home');
  for (let presses = 0; presses < 40; presses += 1) {
    if ((await about(page).innerText()).startsWith('ReferralSource')) break;
    await page.keyboard.press('ArrowDown');
  }
  expect(await about(page).innerText()).toMatch(/^ReferralSource[^]*Code map: “Police”/u);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.case-head__name').innerText(), SOON).toMatch(/^Referral/u);
  await expect.poll(() => page.locator('.case-field--lit').innerText(), SOON).toMatch(/Source of referral/u);
});

test('what is missing leads to where it is asked', async () => {
  const { page } = await openBeside('case=child-protection-two-reviews&at=120');
  await page.locator('.still-missing__item', { hasText: 'PrimaryNeedCode' }).click();
  await page.getByRole('button', { name: /Go to where it is asked in Child and family assessment/u }).click();
  const focused = () => page.evaluate(() => document.activeElement?.closest('.case-field')?.textContent ?? '');
  await expect.poll(focused, SOON).toMatch(/need/iu);
});

test('where there is room for one part alone, going to a field brings the case to the front', async () => {
  const { page } = await openBeside(ENQUIRY, { viewport: { width: 720, height: 450 } });
  await bringBeside(page);
  await line(page, 'ReferralSource').click();
  await page.getByRole('button', { name: 'Go to the field in Referral' }).click();
  const field = page.locator('.case-field--lit');
  await expect.poll(() => field.isVisible(), SOON).toBe(true);
  expect(await field.innerText()).toMatch(/Source of referral/u);
});

test('what is not sent is shown when it is asked for, and the address keeps it', async () => {
  const { page } = await openBeside(ENQUIRY);
  expect(await line(page, 'FormerUPN').count()).toBe(0);
  await page.getByRole('button', { name: /^Not sent/u }).click();
  await expect.poll(() => line(page, 'FormerUPN').innerText(), SOON).toMatch(/only for some/u);
  expect(ownWord(page, 'unsent')).toBe('shown');
});

test('another year is another message, and says what falls outside it', async () => {
  const { page } = await openBeside(WHOLE);
  await page.locator('#walk-return').selectOption('cin-2023-24');
  await expect
    .poll(() => page.locator('.year-line').innerText(), SOON)
    .toMatch(/1 April 2023 to 31 March 2024[^]*outside/u);
  await page.locator('.year-line__outside summary').click();
  expect(await page.locator('.year-line__outside li').first().innerText()).toMatch(/after the census year/u);
});

test('the message and its schema can be downloaded, with flags as they are wanted', async () => {
  const { page } = await openBeside(WHOLE);
  await page.locator('.beside-files summary').click();
  const saved = async (name: RegExp): Promise<readonly [string, string]> => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return [download.suggestedFilename(), readFileSync(await download.path(), 'utf8')];
  };
  const [name, xml] = await saved(/^Download the XML$/u);
  expect(name).toBe('cin-2026-27-child-protection-plan-with-two-reviews.xml');
  expect(xml).toMatch(/^<\?xml[^]*<ICPCnotRequired>false<\/ICPCnotRequired>[^]*<\/Message>\n$/u);
  await page.getByRole('button', { name: '1 and 0' }).click();
  expect((await saved(/^Download the XML$/u))[1]).toMatch(/<ICPCnotRequired>0<\/ICPCnotRequired>/u);
  expect((await saved(/Schema/u))[1]).toMatch(/schema/u);
});

test('the record says each fact with its place, can be searched, and lights the field', async () => {
  const { page } = await openBeside(`${ENQUIRY}&beside=record`);
  await expect.poll(() => page.locator('.record-group__title').allInnerTexts(), SOON).toContain('Section 47 enquiry 1');
  await page.getByRole('searchbox', { name: 'Find in the record' }).fill('source of referral');
  await expect.poll(() => page.locator('.record-line').count(), SOON).toBeLessThan(5);
  await page
    .locator('.record-line')
    .first()
    .getByRole('button', { name: /^Go to/u })
    .click();
  await expect.poll(() => page.locator('.case-field--lit').innerText(), SOON).toMatch(/Source of referral/u);
  await page.getByRole('button', { name: 'By time' }).click();
  expect(ownWord(page, 'record')).toBe('time');
});

test('the map follows the case, and its list says the same', async () => {
  const { page, consoleErrors } = await openBeside('case=child-protection-two-reviews&at=120&beside=map');
  await page.waitForSelector('.beside-map .step-box');
  await expect.poll(() => page.locator('.beside-map .step-box--selected').innerText(), SOON).toMatch(/Open/u);
  const lines = await page.locator('.where-line').allInnerTexts();
  expect(lines).toHaveLength(5);
  expect(lines.join('\n')).toMatch(
    /Section 47 enquiry[^]*open[^]*started 13 April, by “Section 47 enquiry” from 3, Strategy discussion/u,
  );
  await page.getByRole('button', { name: 'Large' }).click();
  expect(ownWord(page, 'wide')).toBe('map');
  await expect.poll(() => page.locator('.beside').evaluate((panel) => panel.clientWidth), SOON).toBeGreaterThan(900);
  await page.locator('.where-line').nth(1).getByRole('button').click();
  await page.getByRole('button', { name: 'Return', exact: true }).click();
  await expect.poll(() => page.locator('.case-head__name').innerText(), SOON).toMatch(/^Referral/u);
  expect(ownWord(page, 'wide')).toBeNull();
  expect(consoleErrors).toEqual([]);
});

test('the totals stand below every tab', async () => {
  const { page } = await openBeside(ENQUIRY);
  for (const tab of ['Return', 'Record', 'Map']) {
    await page.getByRole('navigation', { name: 'Beside the case' }).getByRole('button', { name: tab }).click();
    const totals = page.locator('.case-totals');
    await expect.poll(() => totals.isVisible(), SOON).toBe(true);
    expect(await totals.innerText()).toMatch(/\d+\s+entries typed|entries typed[^]*\d/u);
    expect(await totals.innerText()).toContain('odelled, not measured in social care');
  }
});

test('nothing of the panel is wider than the panel, and no text is smaller than 12 pixels', async () => {
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
    [720, 450],
  ] as const) {
    const { page } = await openBeside(`${ENQUIRY}&unsent=shown`, { viewport: { width, height } });
    await bringBeside(page);
    const found = await page.locator('.beside').evaluate((panel) => {
      const edge = panel.getBoundingClientRect().right + 1;
      const all = [...panel.querySelectorAll<HTMLElement>('*')].filter((element) => element.offsetParent !== null);
      const wide = all.filter(
        (element) => element.getBoundingClientRect().right > edge && element.closest('.visually-hidden') === null,
      );
      const small = all.filter(
        (element) => element.innerText.trim() !== '' && Number.parseFloat(getComputedStyle(element).fontSize) < 12,
      );
      return { wide: wide.map((element) => element.className), small: small.map((element) => element.className) };
    });
    expect(found, `${width} × ${height}`).toEqual({ wide: [], small: [] });
  }
});

test.each([
  ['return', LARGE],
  ['return', { ...LARGE, colorScheme: 'dark' as const }],
  ['return', { viewport: { width: 720, height: 450 } }],
  ['record', LARGE],
  ['record', { ...LARGE, colorScheme: 'dark' as const }],
  ['map', LARGE],
  ['map', { ...LARGE, colorScheme: 'dark' as const }],
])('axe finds nothing wrong beside the case: %s %o', async (tab, options) => {
  const { page } = await openBeside(`${ENQUIRY}&unsent=shown&beside=${tab}`, options);
  await bringBeside(page);
  if (tab === 'return') {
    await line(page, 'PrimaryNeedCode').click();
    await page.locator('.beside summary').first().click();
  }
  if (tab === 'map') await page.waitForSelector('.beside-map .step-box');
  expect(await findAccessibilityProblems(page)).toEqual([]);
});
