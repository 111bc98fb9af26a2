import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findAccessibilityProblems, type OpenedApp, openApp } from './support.ts';
import { answerAllByKeyboard, answerAllByMouse, tabTo } from './walking.ts';

/** A busy machine may take a while. */
const SOON = { timeout: 20_000 };

/** A case that has just begun with a contact. */
async function openCase(options: Parameters<typeof openApp>[1] = {}): Promise<OpenedApp> {
  const app = await openApp('/#/walk', { viewport: { width: 1440, height: 900 }, ...options });
  await app.page.getByRole('button', { name: 'Start the case' }).click();
  await app.page.waitForSelector('.case-field');
  return app;
}

const heading = (page: Page) => page.locator('#case-heading');
const heldBack = (page: Page) => page.locator('#held-back');
const nextAction = (page: Page, label: string) => page.locator('.next-group').getByLabel(label, { exact: true });
const field = (page: Page, text: string) => page.locator('.case-field').filter({ hasText: text }).first();
const openSteps = (page: Page): Promise<readonly string[]> => page.locator('.work-item__name').allInnerTexts();
const isFocused = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);

test('a contact becomes a referral by mouse: the form, its rules, and the next step', async () => {
  const { page, consoleErrors, outsideRequests } = await openCase();
  expect(await heading(page).innerText()).toContain('Contact record');
  expect(await answerAllByMouse(page)).toBeGreaterThan(15);
  await field(page, 'Is a multi-agency information check needed?').getByLabel('Yes').check();
  await nextAction(page, 'Accept as a referral to social work').check();
  await expect
    .poll(() => heldBack(page).innerText(), SOON)
    .toContain('“Multi-agency information check” must be chosen');
  await page.getByRole('button', { name: 'Complete step' }).click();
  expect(await isFocused(page, '#held-back')).toBe(true);
  await field(page, 'Is a multi-agency information check needed?').getByLabel('No').check();
  await expect.poll(() => heldBack(page).innerText(), SOON).toBe('Nothing holds the step back.');
  await page.getByRole('button', { name: 'Complete step' }).click();
  await expect.poll(() => heading(page).innerText(), SOON).toContain('Referral');
  expect(await isFocused(page, '#case-heading')).toBe(true);
  await expect
    .poll(() => page.locator('.case-form > [role="status"]').innerText(), SOON)
    .toBe('Contact record completed. Referral came in.');
  expect(await openSteps(page)).toEqual(['Referral']);
  await page.locator('.case-start').getByRole('button', { name: 'Start' }).click();
  await page.waitForSelector('.case-field');
  const source = field(page, 'Source of referral');
  expect(await source.innerText()).toMatch(
    /feeds ReferralSource[^]*Already known: .*Contact record\. Asked here a second/u,
  );
  await source.locator('select').selectOption({ index: 1 });
  await expect.poll(() => source.innerText(), SOON).toContain('gives 1A');
  expect(await field(page, 'Summary of the concern').innerText()).toContain('Pulled forward from Contact record');
  expect(consoleErrors).toEqual([]);
  expect(outsideRequests).toEqual([]);
});

test('the same by keyboard alone', async () => {
  const { page, consoleErrors } = await openCase();
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const answered = await answerAllByKeyboard(page);
  expect(answered).toBeGreaterThan(15);
  await tabTo(page, '.next-group input');
  await press('Space');
  const toDo = heldBack(page).getByRole('button');
  if ((await toDo.count()) > 0) {
    // The way to the rule that is broken, and to the question that made it so.
    await tabTo(page, '#held-back button');
    await press('Enter');
    expect(await isFocused(page, '.next-option input')).toBe(true);
    const needed = 'input[name$="CON_MASH_NEEDED-input"]';
    await tabTo(page, needed, 'Shift+Tab');
    await press('ArrowRight');
  }
  await expect.poll(() => heldBack(page).innerText(), SOON).toBe('Nothing holds the step back.');
  await tabTo(page, '.case-foot .case-button');
  await press('Enter');
  await expect.poll(() => heading(page).innerText(), SOON).toContain('Referral');
  expect(await isFocused(page, '#case-heading')).toBe(true);
  await tabTo(page, '.case-start .case-button');
  await press('Enter');
  await page.waitForSelector('.case-field');
  expect(await isFocused(page, '#case-heading')).toBe(true);
  await tabTo(page, '.case-foot .small-button');
  await press('Enter');
  await page.keyboard.type('Recorded twice');
  await press('Enter');
  await expect.poll(() => openSteps(page), SOON).toEqual([]);
  await expect
    .poll(() => page.locator('.case-form > [role="status"]').innerText(), SOON)
    .toBe('Referral cancelled. Nothing is open.');
  expect(await page.locator('.work-list').innerText()).toContain('Recorded twice');
  expect(consoleErrors).toEqual([]);
});

test('conditional questions come and go, rows are added, and nothing written is lost', async () => {
  const { page } = await openCase();
  const why = page.locator('.case-field__label', { hasText: 'Language needed' });
  await field(page, 'need an interpreter or signer').getByLabel('Yes').check();
  await expect.poll(() => why.count(), SOON).toBe(1);
  expect(await field(page, 'Language needed').innerText()).toContain('shown because “Does anyone in the family need');
  await field(page, 'need an interpreter or signer').getByRole('button', { name: /Clear/u }).click();
  await expect.poll(() => why.count(), SOON).toBe(0);
  expect(await isFocused(page, 'input[type="radio"]')).toBe(true);

  const table = page.getByRole('group', { name: 'Adults, a table' });
  await table.getByLabel('Name of parent, carer or other adult').fill('Mother');
  await table.getByRole('button', { name: /Add another row/u }).click();
  const second = table.getByRole('group', { name: 'Row 2, not begun' });
  await expect.poll(() => isFocused(page, '[aria-label^="Row 2"] input'), SOON).toBe(true);
  await second.getByLabel('Name of parent, carer or other adult').fill('Aunt');
  // Half written: another step is begun and looked at before the field is left.
  await page.evaluate(() => document.querySelector('.work-list details')?.setAttribute('open', ''));
  await page.evaluate(() => document.querySelector<HTMLButtonElement>('.case-begin button[type="submit"]')?.click());
  await expect.poll(() => openSteps(page), SOON).toHaveLength(2);
  await page.locator('.work-item__choose').first().click();
  await expect.poll(() => table.getByRole('group', { name: 'Row 2' }).count(), SOON).toBe(1);
  expect(await table.getByLabel('Name of parent, carer or other adult').nth(1).inputValue()).toBe('Aunt');
});

test.each(['light', 'dark'] as const)(
  'the %s screen keeps to the rules of accessibility in every state',
  async (colorScheme) => {
    const { page } = await openCase({ colorScheme });
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await answerAllByMouse(page);
    await field(page, 'Is a multi-agency information check needed?').getByLabel('No').check();
    await nextAction(page, 'Accept as a referral to social work').check();
    await page.getByRole('button', { name: 'Complete step' }).click();
    await page.waitForSelector('.case-start');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await page.locator('.case-start').getByRole('button', { name: 'Start' }).click();
    await page.waitForSelector('.case-field');
    await page.getByRole('button', { name: 'Cancel step' }).click();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await page.locator('.work-list__closed button').first().click();
    await page.getByRole('button', { name: 'Reopen step' }).waitFor();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await page.setViewportSize({ width: 720, height: 450 });
    expect(await findAccessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  },
);
