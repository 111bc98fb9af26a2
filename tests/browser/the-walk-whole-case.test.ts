import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findAccessibilityProblems, type OpenedApp, openApp } from './support.ts';
import { answerAllByKeyboard, answerAllByMouse, focusedOn, tabTo, typeAnswer } from './walking.ts';

/** A busy machine may take a while. */
const SOON = { timeout: 20_000 };
const WHOLE_CASE = 180_000;

/** One step of the way: its name in the work list, what is recorded on screens outside its form, the next action chosen. */
interface Work {
  readonly step: string;
  readonly screens?: readonly string[];
  /** A question on the form answered with Yes though nobody has to. */
  readonly yes?: string;
  /** Started before the step is completed. */
  readonly now?: string;
  /** Empty: those that are always made are enough. */
  readonly next: string;
}

/** A child protection plan of the worked example, from the first contact to closure, with two reviews. */
const WAY: readonly Work[] = [
  { step: 'Out of hours contact', next: 'Urgent referral for the next working day' },
  { step: 'Referral', now: 'Strategy discussion', next: 'Child and family assessment' },
  { step: 'Strategy discussion', next: 'Section 47 enquiry' },
  { step: 'Section 47 enquiry', next: 'Initial child protection conference' },
  { step: 'Request for initial child protection conference', next: 'Conference booked' },
  { step: 'Initial child protection conference', next: 'Child protection plan' },
  {
    step: 'Child protection plan',
    screens: ['Child protection plan start date', 'Initial category of abuse'],
    next: 'Child protection visit',
  },
  { step: 'Child protection visit', next: 'Plan has ended: no more visits' },
  { step: 'First core group', next: 'Plan has ended: no more core groups' },
  { step: 'First review child protection conference', next: 'Plan continues: next review conference' },
  { step: 'Review child protection conference', next: 'Plan ends' },
  { step: 'End of child protection plan', screens: ['Child protection plan end date'], next: 'No plan needed: close' },
  { step: 'Closure record', next: '' },
];

const ASSESSMENT: Work = {
  step: 'Child and family assessment',
  screens: ['Primary need'],
  yes: 'Alcohol misuse by a parent or carer',
  next: 'Child protection enquiry under way: outcome is recorded there',
};

/** What the return holds of such a case, in the order of the message. */
const SENT = [
  'LAchildID',
  'UPN',
  'CINreferralDate',
  'ReferralSource',
  'CINclosureDate',
  'ReasonForClosure',
  'S47ActualStartDate',
  'InitialCPCtarget',
  'DateOfInitialCPC',
  'ICPCnotRequired',
  'ReferralNFA',
  'CPPstartDate',
  'CPPendDate',
  'InitialCategoryOfAbuse',
  'NumberOfPreviousCPP',
  'CPPreviewDate',
  'CPPreviewDate',
];

const exactly = (words: string): RegExp =>
  new RegExp(`^\\s*${words.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')}\\s*$`, 'u');
const heading = (page: Page) => page.locator('#case-heading');
const complete = (page: Page) => page.getByRole('button', { name: 'Complete step' });
const openStep = (page: Page, name: string) =>
  page.locator('.work-item').filter({ has: page.locator('.work-item__name', { hasText: exactly(name) }) });
const openSteps = (page: Page): Promise<readonly string[]> => page.locator('.work-item__name').allInnerTexts();
const screenField = (page: Page, name: string) =>
  page.locator('[aria-labelledby="section-outside"] .case-field', { hasText: name });

async function openBegin(): Promise<OpenedApp> {
  const app = await openApp('/#/walk', { viewport: { width: 1440, height: 900 } });
  await app.page.waitForSelector('.walk-begin');
  return app;
}

/** Everything sent, as the lines of the return have it. */
async function sent(page: Page): Promise<readonly string[]> {
  const lines = await page.locator('.return-line--sent').allTextContents();
  return lines.map((line) => /^\w+/u.exec(line)?.[0] ?? '');
}

async function expectWholeReturn(page: Page): Promise<void> {
  const tags = await sent(page);
  expect(tags.filter((tag) => SENT.includes(tag))).toEqual(SENT);
  expect(await page.locator('.case-totals').innerText()).toMatch(/entries typed[^]*typed again that were known/u);
}

async function doByMouse(page: Page, { step, screens = [], yes, now, next }: Work): Promise<void> {
  const item = openStep(page, step);
  await item.locator('.work-item__choose').click();
  const start = item.locator('.work-item__start');
  if ((await start.count()) > 0) await start.click();
  await expect.poll(() => complete(page).count(), SOON).toBe(1);
  expect(await heading(page).innerText()).toContain(step);
  await answerAllByMouse(page);
  for (const name of screens) {
    const field = screenField(page, name);
    const today = field.getByRole('button', { name: /^Today/u });
    if ((await today.count()) > 0) await today.click();
    else await field.locator('select').selectOption({ index: 1 });
  }
  if (yes !== undefined) await page.getByRole('radiogroup', { name: yes }).getByLabel('Yes').check();
  const options = page.locator('.next-group');
  if (now !== undefined) await options.getByRole('button', { name: `Start now ${now}` }).click();
  if (next !== '') await options.getByLabel(next, { exact: true }).check();
  await complete(page).click();
  await expect.poll(() => openStep(page, step).count(), SOON).toBe(0);
}

test('a whole child protection case by mouse: plan, two reviews and closure, and its return', {
  timeout: WHOLE_CASE,
}, async () => {
  const { page, consoleErrors, outsideRequests } = await openBegin();
  await page.getByLabel('First step').selectOption({ label: 'Out of hours contact' });
  await page.getByLabel('Begins on').fill('2026-04-13');
  await page.getByRole('button', { name: 'Start the case' }).click();
  for (const work of [...WAY.slice(0, 6), ASSESSMENT, ...WAY.slice(6)]) await doByMouse(page, work);
  expect(await openSteps(page)).toEqual([]);
  expect(await page.locator('.walk-notices').innerText()).toContain('Nothing is open');
  await expectWholeReturn(page);
  expect(await sent(page)).toEqual(expect.arrayContaining(['PrimaryNeedCode', 'AssessmentAuthorisationDate']));
  expect(await page.locator('.still-missing').innerText()).toContain('Everything that is due can be sent');
  expect(consoleErrors).toEqual([]);
  expect(outsideRequests).toEqual([]);
});

/** Goes on, or back, to what says so. */
async function tabToWords(
  page: Page,
  selector: string,
  words: string,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  const id = 'wanted-by-keyboard';
  const wanted = page.locator(selector).filter({ hasText: words }).first();
  await wanted.evaluate((element, name) => element.setAttribute('data-wanted', name), id);
  await tabTo(page, `[data-wanted="${id}"], [data-wanted="${id}"] *`, key);
  await wanted.evaluate((element) => element.removeAttribute('data-wanted'));
}

async function doByKeyboard(page: Page, { step, screens = [], now, next }: Work): Promise<void> {
  if (!(await heading(page).innerText()).startsWith(step)) {
    await tabToWords(page, '.work-item__choose', step, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => heading(page).innerText(), SOON).toContain(step);
  }
  if ((await page.locator('.case-start').count()) > 0) {
    await tabTo(page, '.case-start .case-button');
    await page.keyboard.press('Enter');
  }
  await expect.poll(() => complete(page).count(), SOON).toBe(1);
  await answerAllByKeyboard(page);
  for (const name of screens) {
    await tabToWords(page, '[aria-labelledby="section-outside"] .case-field', name);
    await typeAnswer(page);
  }
  if (now !== undefined) {
    await tabToWords(page, '.next-option__now', now);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await focusedOn(page, '#next-actions')).isSelected, SOON).toBe(true);
  }
  if (next !== '') await chooseByKeyboard(page, next);
  await tabTo(page, '.case-foot .case-button');
  await page.keyboard.press('Enter');
  await expect.poll(() => openStep(page, step).count(), SOON).toBe(0);
  await expect.poll(async () => (await focusedOn(page, '#case-heading')).isSelected, SOON).toBe(true);
}

/** The label of the next action that has the keyboard. */
const focusedOption = (page: Page): Promise<string> =>
  page.evaluate(
    () => document.activeElement?.closest('.next-option')?.querySelector('.next-option__label')?.textContent ?? '',
  );

async function chooseByKeyboard(page: Page, next: string): Promise<void> {
  await tabTo(page, '.next-group input');
  for (let presses = 0; presses < 20; presses += 1) {
    if ((await focusedOption(page)) === next) {
      await page.keyboard.press('Space');
      return;
    }
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The keyboard does not come to ${next}.`);
}

async function cancelByKeyboard(page: Page, step: string): Promise<void> {
  await tabToWords(page, '.work-item__choose', step, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => heading(page).innerText(), SOON).toContain(step);
  await tabTo(page, '.case-foot .small-button');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The enquiry goes on');
  await page.keyboard.press('Enter');
  await expect.poll(() => openStep(page, step).count(), SOON).toBe(0);
}

test('a whole child protection case by keyboard alone, and its return gone through', {
  timeout: WHOLE_CASE,
}, async () => {
  const { page, consoleErrors } = await openBegin();
  await tabTo(page, '.walk-start input[type="date"]');
  await page.keyboard.type('04132026');
  await tabTo(page, '.walk-start select');
  await page.keyboard.type('Out of hours');
  await tabTo(page, '.walk-start input:not([type="date"])', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.case-field');
  for (const work of WAY.slice(0, 3)) await doByKeyboard(page, work);
  await cancelByKeyboard(page, ASSESSMENT.step);
  for (const work of WAY.slice(3)) await doByKeyboard(page, work);
  expect(await openSteps(page)).toEqual([]);
  expect(await page.locator('.walk-notices').innerText()).toContain('Nothing is open');
  await expectWholeReturn(page);
  await tabTo(page, '.return-lines');
  await page.keyboard.press('Home');
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await page.locator('.element-about').innerText()).startsWith('ReferralSource')) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect.poll(() => heading(page).innerText(), SOON).toMatch(/^Referral/u);
  await expect.poll(() => page.locator('.case-field--lit').innerText(), SOON).toContain('Source of referral');
  expect(consoleErrors).toEqual([]);
});

const STATES: readonly (readonly [state: string, query: string])[] = [
  ['nothing done yet', 'at=0'],
  ['a step that has come in', 'at=1'],
  ['a form in use', 'at=330'],
  ['what is not sent', 'at=330&unsent=shown'],
  ['a step put off', 'at=330&work=CORE_GROUP-13'],
  ['a finished step', 'at=330&work=S47-5'],
  ['the record by time', 'at=330&beside=record&record=time'],
  ['the map', 'at=330&beside=map'],
  ['the large map', 'at=330&beside=map&wide=map'],
  ['another year', 'at=330&return=cin-2025-26'],
  ['a finished case', ''],
];

test.each([
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
] as const)('every state keeps to the rules of accessibility: %s', { timeout: WHOLE_CASE }, async (_, options) => {
  const { page, consoleErrors } = await openApp('/#/walk?case=child-protection-two-reviews', {
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  await page.waitForSelector('.beside .case-totals', { timeout: 30_000 });
  const [start] = page.url().split('#');
  for (const [state, query] of STATES) {
    await page.goto(`${start}#/walk?case=child-protection-two-reviews&${query}`);
    await page.waitForSelector(state.includes('map') ? '.beside-map .react-flow__node' : '.beside .case-totals');
    const problems = await findAccessibilityProblems(page);
    // Forced colours are the system's own, which axe does not see.
    const counted = problems.filter(({ rule }) => !('forcedColors' in options) || rule !== 'color-contrast');
    expect([state, counted]).toEqual([state, []]);
  }
  expect(consoleErrors).toEqual([]);
});
