import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findAccessibilityProblems, type OpenedApp, openApp } from './support.ts';

/** A busy machine may take a while. */
const SOON = { timeout: 20_000 };
const SCRIPTED = 'child-protection-two-reviews';

async function openBegin(options: Parameters<typeof openApp>[1] = {}): Promise<OpenedApp> {
  const app = await openApp('/#/walk', options);
  await app.page.waitForSelector('.walk-begin');
  return app;
}

/** A case that has just been begun with the details that are made up for it. */
async function openCase(name = 'Case 1', options: Parameters<typeof openApp>[1] = {}): Promise<OpenedApp> {
  const app = await openBegin(options);
  await app.page.getByLabel('Name of the case').fill(name);
  await app.page.getByRole('button', { name: 'Start the case' }).click();
  await app.page.waitForSelector('.walk-bar');
  return app;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const position = (page: Page): Promise<string> => page.locator('.walk-bar__position').innerText();
const caseName = (page: Page): Promise<string> => page.locator('.walk-bar__name').innerText();
const saved = (page: Page): Promise<string> => page.locator('.walk-bar__saved').innerText();
const notices = (page: Page): Promise<string> => page.locator('.walk-notices').innerText();
const day = (page: Page): Promise<string> => page.locator('.walk-bar__day').innerText();
const lines = (page: Page): Promise<readonly string[]> => page.locator('.walk-history__line').allInnerTexts();
const branches = (page: Page): Promise<readonly string[]> => page.locator('.walk-branches__choice').allInnerTexts();

async function choose(page: Page, item: RegExp): Promise<void> {
  await button(page, 'Case: save, rename, close').click();
  await page.getByRole('menuitem', { name: item }).click();
}

const nextDay = (page: Page): Promise<void> => button(page, '+ 1 working day').click();

/** A form's answer, which stands in the history as an event of its own. */
async function answer(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label }).first();
  await field.fill(text);
  await field.press('Tab');
}

async function download(page: Page, act: () => Promise<void>): Promise<Download> {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  return file;
}

test('a case begins with invented details, moves on, goes back, and branches', async () => {
  const { page, consoleErrors, outsideRequests } = await openBegin();
  expect(await page.locator('.walk-begin').innerText()).toContain('Use invented details only');
  expect(await findAccessibilityProblems(page)).toEqual([]);
  expect(await page.getByLabel('LA child ID').inputValue()).toBe('EX900001');
  await page.getByLabel('Source of Contact record').fill('Police');
  await button(page, 'Start the case').click();
  await expect.poll(() => position(page), SOON).toBe('1 of 1: Contact record begun, source “Police”');
  expect(await day(page)).toBe('Monday 2 November 2026');
  await nextDay(page);
  await nextDay(page);
  await expect.poll(() => position(page), SOON).toBe('2 of 2: Date moved to Wednesday 4 November 2026');
  await answer(page, 'Name of the person making the contact', 'Invented: a police officer');
  await expect.poll(() => position(page), SOON).toContain('3 of 3: “Name of the person making the contact”');
  await button(page, 'History').click();
  await expect.poll(() => lines(page).then((all) => all.length), SOON).toBe(4);
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('[');
  await expect.poll(() => position(page), SOON).toContain('2 of 3');
  expect(page.url()).toContain('at=2');
  await answer(page, 'Name of the person making the contact', 'Invented: a teacher');
  await expect.poll(() => position(page), SOON).toContain('Invented: a teacher');
  expect(await branches(page)).toEqual(['As first played 3 events', 'Branch 2 3 events']);
  await expect.poll(() => page.locator('.walk-history__branch').innerText(), SOON).toContain('A branch begins here');
  await page.getByRole('button', { name: 'Rename Branch 2' }).click();
  await page.getByLabel('Name of the branch').fill('By school');
  await page.keyboard.press('Enter');
  await expect.poll(() => branches(page), SOON).toEqual(['As first played 3 events', 'By school 3 events']);
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await page.getByLabel('As first played').check();
  await expect.poll(() => position(page), SOON).toContain('a police officer');
  await page.getByRole('button', { name: 'Delete By school' }).click();
  await expect.poll(() => page.locator('.walk-branches').count(), SOON).toBe(0);
  expect(consoleErrors).toEqual([]);
  expect(outsideRequests).toEqual([]);
});

test('a click in the history goes there, and the back button of the browser comes back', async () => {
  const { page } = await openCase();
  await nextDay(page);
  await answer(page, 'Name of the person making the contact', 'Invented');
  await answer(page, 'Job title or relationship', 'Worker 1');
  await button(page, 'History').click();
  await button(page, 'The beginning').click();
  await expect.poll(() => position(page), SOON).toBe('0 of 4: the beginning');
  await page.goBack();
  await expect.poll(() => position(page), SOON).toContain('4 of 4');
  await page.goForward();
  await expect.poll(() => position(page), SOON).toContain('0 of 4');
});

test('the case is there again after a reload, where it stood', async () => {
  const { page } = await openCase('To be kept');
  await nextDay(page);
  await answer(page, 'Name of the person making the contact', 'Invented');
  await button(page, 'Back').click();
  await expect.poll(() => position(page), SOON).toContain('2 of 3');
  await page.waitForTimeout(1000);
  await page.reload();
  await expect.poll(() => position(page), SOON).toContain('2 of 3');
  expect(await caseName(page)).toBe('To be kept');
  expect(await saved(page)).toContain('Not saved');
});

test('a script goes down, is opened again, and gives the same case', async () => {
  const { page } = await openCase('A case to send');
  await answer(page, 'Name of the person making the contact', 'Invented: a police officer');
  await nextDay(page);
  const before = await position(page);
  const file = await download(page, () => button(page, 'Save as script').click());
  expect(file.suggestedFilename()).toBe('a-case-to-send.json');
  const path = await file.path();
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
    format: 'throughline-case/1',
    name: 'A case to send',
  });
  await expect.poll(() => saved(page), SOON).toBe('Saved');
  await choose(page, /Close the case/u);
  await page.waitForSelector('.walk-begin');
  await page.locator('#open-script').setInputFiles(path);
  await expect.poll(() => position(page), SOON).toBe(before);
  expect(await caseName(page)).toBe('A case to send');
  await page.waitForTimeout(600);
  await choose(page, /Close the case/u);
  await page.waitForSelector('.walk-begin');
  await page.locator('#open-script').setInputFiles({
    name: 'broken.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{\n  "format": "throughline-case/1",\n  "name": 7\n}'),
  });
  await expect.poll(() => notices(page), SOON).toContain('broken.json was not opened');
  expect(await notices(page)).toContain('3');
  expect(await findAccessibilityProblems(page)).toEqual([]);
});

test('cases are saved under a name, opened, renamed, deleted and brought back; closing asks when one is not saved', async () => {
  const { page } = await openCase('First');
  await choose(page, /Close the case/u);
  const dialog = page.getByRole('dialog');
  await expect.poll(() => dialog.innerText(), SOON).toContain('It is not saved');
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await dialog.getByRole('button', { name: /Cancel/u }).click();
  await choose(page, /Save in this browser/u);
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await page.getByRole('dialog').getByLabel('Name of the case').fill('Kept one');
  await page.keyboard.press('Enter');
  await expect.poll(() => saved(page), SOON).toBe('Saved');
  expect(await caseName(page)).toBe('Kept one');
  await choose(page, /Close the case/u);
  await page.getByRole('button', { name: 'Rename Kept one' }).click();
  await page.getByRole('list', { name: 'Cases kept in this browser' }).getByLabel('Name of the case').fill('Kept two');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Delete Kept two' }).click();
  await expect.poll(() => notices(page), SOON).toContain('Deleted: Kept two.');
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await page.locator('.walk-notices').getByRole('button', { name: 'Undo' }).click();
  await page.reload();
  await page.getByRole('button', { name: 'Open Kept two' }).click();
  await expect.poll(() => caseName(page), SOON).toBe('Kept two');
});

test('the person record is changed and the case plays again; a name is changed; a copy goes its own way', async () => {
  const { page } = await openCase('Changed');
  await answer(page, 'Name of the person making the contact', 'Invented');
  await choose(page, /Person record/u);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('LA child ID').fill('EX777');
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Change the record' }).click();
  await expect.poll(() => position(page), SOON).toContain('2 of 2');
  await choose(page, /Person record/u);
  expect(await dialog.getByLabel('LA child ID').inputValue()).toBe('EX777');
  await dialog.getByRole('button', { name: /Cancel/u }).click();
  await choose(page, /Rename/u);
  await page.getByRole('dialog').getByLabel('Name of the case').fill('Renamed');
  await page.keyboard.press('Enter');
  await expect.poll(() => caseName(page), SOON).toBe('Renamed');
  await choose(page, /Duplicate/u);
  await expect.poll(() => caseName(page), SOON).toBe('Renamed (copy)');
  await expect.poll(() => notices(page), SOON).toContain('kept in this browser as Renamed');
});

test('an edit that the case cannot live with is said, and can be undone', async () => {
  const { page } = await openCase();
  await nextDay(page);
  await page.goto(`${page.url().split('#')[0]}#/map?step=CONTACT&panel=step`);
  await page.getByLabel('May start').uncheck();
  await page.getByRole('link', { name: 'Walk' }).click();
  await expect.poll(() => notices(page), SOON).toContain('goes no further than event 0');
  expect(await position(page)).toContain('0 of 2');
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await page
    .locator('.walk-notices')
    .getByRole('button', { name: /Undo the edit/u })
    .click();
  await expect.poll(() => position(page), SOON).toContain('2 of 2');
});

const lit = (page: Page): Promise<string> => page.locator('.case-field--lit').innerText();
const formOf = (page: Page): Promise<string> => page.locator('.case-head__name').innerText();

test('as the history is gone through, the answer last given and what it feeds are in sight', async () => {
  const { page } = await openApp(`/#/walk?case=${SCRIPTED}&at=329`, { viewport: { width: 1440, height: 900 } });
  await expect.poll(() => page.locator('.case-field--lit').count(), SOON).toBe(1);
  await page.keyboard.press(']');
  await expect.poll(() => lit(page), SOON).toContain('Alcohol misuse by a parent or carer');
  expect(await page.locator('.case-field--lit').evaluate((field) => field.getBoundingClientRect().bottom)).toBeLessThan(
    900,
  );
  await expect
    .poll(() => page.locator('.element-about').innerText(), SOON)
    .toMatch(/^AssessmentFactors[^]*1B, because/u);
});

test('an answer leaves the step in front that it was given in, though nobody chose the step', async () => {
  const { page } = await openApp(`/#/walk?case=${SCRIPTED}&at=100`, { viewport: { width: 1440, height: 900 } });
  await expect.poll(() => formOf(page), SOON).toContain('Section 47 enquiry');
  const field = page.locator('.case-field textarea').first();
  await field.fill('Invented words');
  await field.press('Tab');
  await expect.poll(() => position(page), SOON).toContain('101 of 101');
  expect(await formOf(page)).toContain('Section 47 enquiry');
});

test('next actions that are chosen outlive another screen and a reload, and are no other case’s', async () => {
  const { page } = await openCase('Chosen');
  const referral = page.locator('.next-group').getByLabel('Accept as a referral to social work');
  await referral.check();
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('link', { name: 'Walk' }).click();
  expect(await referral.isChecked()).toBe(true);
  await page.waitForTimeout(1000);
  await page.reload();
  await page.waitForSelector('.next-group');
  expect(await referral.isChecked()).toBe(true);
  await choose(page, /Start or open another/u);
  await page.getByRole('dialog').getByRole('button', { name: 'Close without saving' }).click();
  await page.getByLabel('LA child ID').fill('EX900099');
  await button(page, 'Start the case').click();
  await page.waitForSelector('.next-group');
  expect(await referral.isChecked()).toBe(false);
});

test('on paper stands the whole case, step by step, and its part of the return', async () => {
  const { page } = await openApp(`/#/walk?case=${SCRIPTED}`);
  await page.waitForSelector('.beside .case-totals');
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const paper = page.locator('.case-paper');
  expect(await paper.innerText()).toMatch(/^Out of hours contact[^]*12 April 2026, 21:50[^]*Closure record/u);
  expect([await paper.isVisible(), await page.locator('.case-form__body').isVisible()]).toEqual([true, false]);
  expect(await page.locator('.return-lines').isVisible()).toBe(true);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect.poll(() => paper.count(), SOON).toBe(0);
});

test('what cannot be kept is said, and the case goes on', async () => {
  const { page } = await openCase();
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await nextDay(page);
  await expect.poll(() => notices(page), SOON).toContain('The case is no longer kept automatically');
  expect(await notices(page)).toContain('Save it as a script');
  await nextDay(page);
  expect(await day(page)).toBe('Wednesday 4 November 2026');
});

test('an address opens a scripted case where it says, and it plays by itself until a key is pressed', async () => {
  const { page, consoleErrors } = await openApp(`/#/walk?case=${SCRIPTED}&at=12`);
  await expect.poll(() => position(page), SOON).toMatch(/^12 of \d+/u);
  expect(await saved(page)).toBe('Saved');
  await page.getByLabel('Speed of playing').selectOption('5 a second');
  await button(page, 'Play').click();
  await expect.poll(() => position(page), SOON).toMatch(/^1[4-9] of/u);
  await page.keyboard.press('x');
  const stopped = await position(page);
  await page.waitForTimeout(800);
  expect(await position(page)).toBe(stopped);
  await button(page, 'To the end').click();
  expect(page.url()).not.toContain('at=');
  expect(page.url()).toContain(`case=${SCRIPTED}`);
  await expect.poll(() => notices(page), SOON).toContain('Nothing is open');
  await button(page, 'History').click();
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await choose(page, /Start or open another/u);
  await page.waitForSelector('.walk-begin');
  expect(await page.getByRole('list', { name: 'Cases of the worked example' }).getByRole('listitem').count()).toBe(6);
  await page.goBack();
  await expect.poll(() => position(page), SOON).toMatch(/^\d+ of/u);
  expect(consoleErrors).toEqual([]);
});

test('an address that names no case says so', async () => {
  const { page } = await openApp('/#/walk?case=nothing-of-the-kind');
  await expect.poll(() => notices(page), SOON).toContain('There is no such case');
  expect(await page.locator('.walk-begin').count()).toBe(1);
});

test('cases are generated, opened, and downloaded together', async () => {
  const { page } = await openBegin();
  await button(page, 'Generate cases…').click();
  const dialog = page.getByRole('dialog');
  await expect.poll(() => dialog.innerText(), { timeout: 50_000 }).toMatch(/\d+ cases: \d+ of \d+ next actions/u);
  expect(await findAccessibilityProblems(page)).toEqual([]);
  const file = await download(page, () => dialog.getByRole('button', { name: 'Download all as a zip' }).click());
  expect(file.suggestedFilename()).toMatch(/\.zip$/u);
  await dialog.getByRole('button', { name: /^Open/u }).first().click();
  await expect.poll(() => position(page), SOON).toMatch(/^\d+ of/u);
});

test('by keyboard alone: begin, move the date, go back and forward, and to a line of the history', async () => {
  const { page } = await openBegin();
  await page.getByLabel('Name of the case').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => position(page), SOON).toContain('1 of 1');
  await button(page, '+ 1 working day').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => position(page), SOON).toContain('2 of 2');
  await page.keyboard.press('[');
  await page.keyboard.press('[');
  await expect.poll(() => position(page), SOON).toContain('0 of 2');
  await page.keyboard.press(']');
  await expect.poll(() => position(page), SOON).toContain('1 of 2');
  await button(page, 'History').focus();
  await page.keyboard.press('Enter');
  await page.locator('.walk-history__line[tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => position(page), SOON).toContain('2 of 2');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect.poll(() => position(page), SOON).toContain('0 of 2');
  await button(page, 'Close the history').focus();
  await page.keyboard.press('Enter');
  expect(await page.locator(':focus').innerText()).toBe('History');
  await button(page, 'Move to…').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'Date of the case' }).getByRole('button', { name: 'Cancel' }).focus();
  await page.keyboard.press('Enter');
  expect(await page.locator(':focus').innerText()).toBe('Move to…');
});

test('where there is no room the parts are looked at one at a time', async () => {
  const { page } = await openCase('Narrow', { viewport: { width: 420, height: 800 } });
  const form = page.locator('.walk__form');
  const beside = page.locator('.walk__parts > :last-child');
  expect([await form.isVisible(), await beside.isVisible()]).toEqual([true, false]);
  await button(page, 'Return and record').click();
  expect([await form.isVisible(), await beside.isVisible()]).toEqual([false, true]);
  expect(page.url()).toContain('part=beside');
  const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(isTooWide).toBe(false);
  expect(await findAccessibilityProblems(page)).toEqual([]);
});
