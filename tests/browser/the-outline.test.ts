import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findAccessibilityProblems, type OpenedApp, openApp } from './support.ts';

/** A busy machine may take a while. */
const SOON = { timeout: 20_000 };

async function openOutline(query = '', options: Parameters<typeof openApp>[1] = {}): Promise<OpenedApp> {
  const app = await openApp(`/#/map?form=outline${query}`, options);
  await app.page.waitForSelector('.outline-line');
  return app;
}

const tree = (page: Page) => page.getByRole('tree', { name: 'Outline of the map' });
const active = (page: Page): Promise<string> => page.locator('.outline-line--active').innerText();
const parameters = (page: Page): URLSearchParams => new URLSearchParams(page.url().split('?')[1] ?? '');

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Goes on with Tab until a field or button of that name has the keyboard. */
async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = page
    .locator('.inspector')
    .getByLabel(name, { exact: true })
    .or(page.locator('.inspector').getByRole('button', { name, exact: true }));
  for (let tabs = 0; tabs < 80; tabs += 1) {
    if (await wanted.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${name}.`);
}

test('the tree is walked by keyboard: lanes, steps, next actions and where they lead', async () => {
  const { page, consoleErrors, outsideRequests } = await openOutline();
  await tree(page).focus();
  await press(page, 'Home', 'ArrowDown', 'ArrowDown');
  expect(await active(page)).toContain('Contact record');
  expect(parameters(page).get('step')).toBe('CONTACT');
  await press(page, 'ArrowRight', 'ArrowRight');
  expect(await active(page)).toContain('Accept as a referral to social work');
  expect(parameters(page).get('action')).toBe('CON_TO_REFERRAL');
  await press(page, 'Enter');
  expect(await active(page)).toContain('Referral');
  expect(parameters(page).get('step')).toBe('REFERRAL');
  expect(parameters(page).get('action')).toBeNull();
  await press(page, 'ArrowLeft');
  expect(await active(page)).toContain('Front door');
  expect(parameters(page).get('outline-lane')).toBe('Front door');
  await press(page, 'm');
  expect(await active(page)).toContain('Multi-agency information check');
  expect(await tree(page).evaluate((element) => element === document.activeElement)).toBe(true);
  expect(consoleErrors).toEqual([]);
  expect(outsideRequests).toEqual([]);
});

test('a step is renamed with the keyboard alone; Escape restores, undo brings the name back', async () => {
  const { page, consoleErrors } = await openOutline('&step=S47');
  await tree(page).focus();
  await press(page, 'F2');
  const name = page.getByLabel('Name', { exact: true });
  await expect.poll(() => name.evaluate((element) => element === document.activeElement), SOON).toBe(true);
  await press(page, 'Control+a');
  await page.keyboard.type('Something else');
  await press(page, 'Escape');
  expect(await name.inputValue()).toBe('Section 47 enquiry');
  await press(page, 'Control+a');
  await page.keyboard.type('Section 47 enquiry and report');
  await press(page, 'Enter');
  await expect.poll(() => active(page), SOON).toContain('Section 47 enquiry and report');
  await page.getByRole('button', { name: /Undo: rename the step/u }).focus();
  await press(page, 'Enter');
  await expect.poll(() => active(page), SOON).not.toContain('and report');
  expect(consoleErrors).toEqual([]);
});

test('a next action is drawn and given rules with the keyboard alone, and taken back', async () => {
  const { page, consoleErrors } = await openOutline('&step=CONTACT');
  await tree(page).focus();
  await press(page, 'F2');
  await tabTo(page, 'Add a next action…');
  await press(page, 'Enter');
  await page.waitForSelector('form[aria-label="Add a next action"]');
  const to = page.locator('.inspector').getByLabel('Leads to');
  await to.focus();
  await page.keyboard.type('Section 47');
  await press(page, 'Tab', 'Enter');
  await expect.poll(() => parameters(page).get('action'), SOON).toBe('CONTACT_TO_S47');
  const label = page.getByLabel('Label', { exact: true });
  await label.focus();
  await press(page, 'Control+a');
  await page.keyboard.type('Enquire at once');
  await tabTo(page, 'Add a rule…');
  await press(page, 'Enter');
  await page.getByLabel('Kind of rule').focus();
  await tabTo(page, 'Add this rule');
  await press(page, 'Enter');
  await expect
    .poll(() => page.getByRole('region', { name: 'Rules' }).innerText(), SOON)
    .toContain('at most one of 6 (group OUTCOME)');
  await tabTo(page, 'Add a rule…');
  await press(page, 'Enter');
  await page.getByLabel('Kind of rule').focus();
  await page.keyboard.type('Mandatory');
  await page.getByLabel('Question of this step').focus();
  await page.keyboard.type('Is a multi-agency');
  await page.getByLabel('Answer', { exact: true }).focus();
  await page.keyboard.type('No');
  await tabTo(page, 'Add this rule');
  await press(page, 'Enter');
  await expect
    .poll(() => page.getByRole('region', { name: 'Rules' }).innerText(), SOON)
    .toContain('must be chosen when “Is a multi-agency information check needed?” is No');
  expect(await active(page)).toContain('Enquire at once → Section 47 enquiry');
  for (let undone = 0; undone < 4; undone += 1) {
    await page.getByRole('button', { name: /Undo: /u }).focus();
    await press(page, 'Enter');
  }
  await expect.poll(() => page.locator('.outline-line', { hasText: 'Enquire at once' }).count(), SOON).toBe(0);
  expect(consoleErrors).toEqual([]);
});

test('a number that cannot be read is refused beside its field, in the words of the reader', async () => {
  const { page } = await openOutline('&step=CONTACT');
  const yearly = page.getByLabel('Finished in a year');
  await yearly.fill('many');
  await yearly.press('Enter');
  expect(await page.locator('.inspector').getByRole('alert').innerText()).toContain('"many"');
  expect(await page.getByRole('button', { name: /Undo: / }).count()).toBe(0);
  await yearly.press('Escape');
  expect(await yearly.inputValue()).toBe('12400');
  expect(await page.locator('.inspector').getByRole('alert').count()).toBe(0);
});

test('removing says what goes before it is done, and Escape leaves everything', async () => {
  const { page } = await openOutline('&step=S47');
  await page.locator('.inspector').getByRole('button', { name: 'Remove…', exact: true }).press('Enter');
  const form = page.getByRole('form', { name: 'Remove “Section 47 enquiry”' });
  expect(await form.innerText()).toContain('Removes 1 step type');
  expect(await form.innerText()).toContain('(to becomes not known)');
  await press(page, 'Escape');
  expect(await form.count()).toBe(0);
  expect(parameters(page).get('step')).toBe('S47');
  await page.locator('.inspector').getByRole('button', { name: 'Remove…', exact: true }).press('Enter');
  await form.getByRole('button', { name: 'Remove', exact: true }).press('Enter');
  await expect.poll(() => page.locator('[data-key="step S47"]').count(), SOON).toBe(0);
  expect(await active(page)).toContain('Child protection');
  await page.getByRole('button', { name: /Undo: remove the step/u }).press('Enter');
  const back = page.locator('.grid').getByText('Section 47 enquiry', { exact: true });
  await expect.poll(() => back.count(), SOON).toBe(1);
});

test('questions are found as words are typed, and a cell of the table is written', async () => {
  const { page } = await openOutline('&step=CONTACT');
  await page.getByLabel('Find in the outline').fill('multi-agency information check needed');
  await page.waitForSelector('.outline-line--question');
  await tree(page).focus();
  await press(page, 'End');
  await expect.poll(() => parameters(page).get('question'), SOON).toBe('CONTACT/CON_MASH_NEEDED');
  await page.getByLabel('Find in the outline').fill('');
  const cell = page.getByRole('gridcell', { name: 'Multi-agency information check' });
  await cell.click();
  await page.keyboard.type('Agency check');
  await press(page, 'Enter');
  await page.waitForSelector('.outline-line:has-text("Agency check")');
  await page.getByRole('button', { name: /Undo: change name of “Multi-agency information check”/u }).press('Enter');
  await expect.poll(() => page.locator('.outline-line', { hasText: 'Agency check' }).count(), SOON).toBe(0);
});

test.each([
  ['light', ''],
  ['dark', '&step=CONTACT&action=CON_TO_MASH&outline-table=actions'],
  ['light', '&step=CFA&outline-table=forms'],
  ['dark', '&step=S47'],
] as const)('nothing is wrong with the outline in %s %s', async (colorScheme, query) => {
  const { page, consoleErrors } = await openOutline(query, { colorScheme });
  await page.waitForSelector('.grid');
  expect(await findAccessibilityProblems(page)).toEqual([]);
  expect(consoleErrors).toEqual([]);
});

test('at 320 pixels nothing is wider than the page, and the tree comes first', async () => {
  const { page } = await openOutline('&step=S47', { viewport: { width: 320, height: 640 } });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await page.locator('.outline__sides > *').first().getAttribute('aria-label')).toBe('Outline');
  expect(await findAccessibilityProblems(page)).toEqual([]);
});
