import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findAccessibilityProblems, type OpenedApp, openApp } from './support.ts';

/** A busy machine may take a while. */
const SOON = { timeout: 20_000 };
const FINDINGS = '/#/findings?kind=duplicate/on-route&after=stay';

async function readyFindings(page: Page): Promise<void> {
  await page.waitForSelector('.findings-line');
}

async function openFindings(options: Parameters<typeof openApp>[1] = {}): Promise<OpenedApp> {
  const app = await openApp(FINDINGS, options);
  await readyFindings(app.page);
  return app;
}

/** A second tab of the same browser. */
async function anotherTab(page: Page): Promise<Page> {
  const tab = await page.context().newPage();
  await tab.goto(page.url().split('#')[0] + FINDINGS.slice(1));
  await readyFindings(tab);
  return tab;
}

/** Decides the first finding by a letter. */
async function decide(page: Page, letter: string): Promise<void> {
  await page.getByRole('tree').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.waitForSelector('.findings-line--chosen');
  await page.keyboard.press(letter);
}

const status = (page: Page): Promise<string> => page.locator('.save-status__words').innerText();
const decided = (page: Page): Promise<string> => page.locator('.decided').first().innerText();
const bars = (page: Page): Promise<string> =>
  page
    .locator('.work-bar')
    .allInnerTexts()
    .then((texts) => texts.join('\n'));

const kept = (page: Page): Promise<void> => expect.poll(() => status(page), SOON).toContain('(kept in this browser)');

async function choose(page: Page, menu: string, item: RegExp): Promise<void> {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

const OPEN = 'Open, earlier work, settings';
const SAVE = 'Other ways to save';

/** Lets the page pick a folder of the browser's own, which stands for one on a disk. */
async function stubPicker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const pick = async (): Promise<FileSystemDirectoryHandle> =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('Council', { create: true });
    Object.assign(window, { showDirectoryPicker: pick });
  });
  await page.reload();
  await readyFindings(page);
}

/** Reads a file of that folder, and writes it anew where a change is given, as somebody else would. */
const onDisk = (page: Page, path: string, from = '', to = ''): Promise<string> =>
  page.evaluate(
    async ([file, was, is]) => {
      let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Council');
      const parts = file.split('/');
      for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
      const handle = await folder.getFileHandle(parts.at(-1) ?? '');
      const text = await (await handle.getFile()).text();
      if (was !== '') {
        const writing = await handle.createWritable();
        await writing.write(text.replace(was, is));
        await writing.close();
      }
      return text;
    },
    [path, from, to] as const,
  );

const REVIEWS = 'mappings/reviews.csv';

test('what was done is there again after the tab was killed, and it is said', async () => {
  const { page, consoleErrors } = await openFindings();
  expect(await status(page)).toContain('Nothing changed');
  expect(await page.title()).toBe('Exampleshire – Throughline');
  await decide(page, 'p');
  await expect.poll(() => status(page), SOON).toContain('Not saved to a file: 1 change');
  expect(await page.title()).toBe('● Exampleshire – Throughline');
  // As close to the edit as a crash may come.
  await page.waitForTimeout(1000);
  const again = await page.context().newPage();
  await page.close({ runBeforeUnload: false });
  await again.goto(`${page.url().split('#')[0]}${FINDINGS.slice(1)}`);
  await expect.poll(() => bars(again), SOON).toMatch(/Brought back as it was at \d\d:\d\d, with 1 unsaved change\./u);
  await expect.poll(() => status(again), SOON).toContain('Not saved to a file: 1 change');
  await readyFindings(again);
  await again.getByRole('tree').focus();
  await again.keyboard.press('Home');
  await again.keyboard.press('ArrowDown');
  await expect.poll(() => decided(again), SOON).toContain('Decided: pull forward');
  await again.getByRole('button', { name: 'Start from the example as it came' }).click();
  await expect.poll(() => status(again), SOON).not.toContain('Not saved');
  expect(consoleErrors).toEqual([]);
});

test('undo takes the change off what is not saved', async () => {
  const { page } = await openFindings();
  await decide(page, 'p');
  await kept(page);
  await page.getByRole('button', { name: /Undo: decide/u }).click();
  await expect.poll(() => status(page), SOON).toContain('Nothing changed');
  await page.getByRole('button', { name: /Redo: decide/u }).click();
  await expect.poll(() => status(page), SOON).toContain('1 change');
});

test('a second tab is read-only, says so, refuses visibly, and takes over with everything that was done', async () => {
  const { page } = await openFindings();
  await decide(page, 'p');
  await kept(page);
  const second = await anotherTab(page);
  await expect.poll(() => bars(second), SOON).toContain('open in another tab');
  expect(await status(second)).toContain('Read-only');
  await decide(second, 'k');
  await expect.poll(() => bars(second), SOON).toContain('Not done: decide a finding');
  await second.getByRole('button', { name: 'Take over' }).click();
  await expect.poll(() => status(second), SOON).toContain('Not saved to a file: 1 change');
  await expect.poll(() => bars(page), SOON).toContain('Read-only');
  await readyFindings(second);
  await decide(second, 'k');
  await expect.poll(() => status(second), SOON).toContain('2 changes');
  await kept(second);
  await page.getByRole('button', { name: 'Take over' }).click();
  await expect.poll(() => status(page), SOON).toContain('Not saved to a file: 2 changes');
  await expect.poll(() => bars(second), SOON).toContain('Read-only');
});

test('a zip goes down with Ctrl+S and comes up as the same workspace; its state is looked at and restored', async () => {
  const { page } = await openFindings();
  await decide(page, 'p');
  await kept(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
  expect(download.suggestedFilename()).toMatch(/^exampleshire-\d{4}-\d\d-\d\d\.zip$/u);
  await expect.poll(() => status(page), SOON).toMatch(/Downloaded as a zip at \d\d:\d\d/u);
  expect(await page.title()).toBe('Exampleshire – Throughline');
  await decide(page, 'k');
  await expect.poll(() => decided(page), SOON).toContain('Decided: keep');
  await choose(page, SAVE, /Earlier states/u);
  const dialog = page.getByRole('dialog');
  await expect.poll(() => dialog.innerText(), SOON).toContain('Downloaded as a zip');
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await dialog.getByRole('button', { name: /Look at it/u }).click();
  await expect.poll(() => bars(page), SOON).toContain('You are looking at the state of');
  await expect.poll(() => decided(page), SOON).toContain('Decided: pull forward');
  await page.getByRole('button', { name: 'Back to now' }).click();
  await expect.poll(() => decided(page), SOON).toContain('Decided: keep');
  await choose(page, OPEN, /Earlier states/u);
  await page
    .getByRole('button', { name: /^Restore/u })
    .first()
    .click();
  await expect.poll(() => decided(page), SOON).toContain('Decided: pull forward');
  await page.getByRole('button', { name: /Undo: go back to the state of/u }).click();
  await expect.poll(() => decided(page), SOON).toContain('Decided: keep');
  const path = await download.path();
  await page.getByLabel('Zip of a workspace').setInputFiles(path);
  await expect.poll(() => page.locator('.header__authority').textContent(), SOON).not.toContain('invented');
  await expect.poll(() => status(page), SOON).toContain('Saved in this browser');
  await readyFindings(page);
  await page.goto(page.url().split('#')[0] + FINDINGS.slice(1));
  await decide(page, 'Enter');
  await expect.poll(() => decided(page), SOON).toContain('Decided: pull forward');
});

test('a folder is saved to, changed files only; what somebody else wrote meanwhile is chosen row by row', async () => {
  const { page, consoleErrors } = await openFindings();
  await stubPicker(page);
  await decide(page, 'p');
  await kept(page);
  await choose(page, SAVE, /Save to a folder/u);
  await expect.poll(() => status(page), SOON).toMatch(/Saved to folder at \d\d:\d\d/u);
  expect(await onDisk(page, REVIEWS)).toContain('pull-forward');
  await expect.poll(() => page.locator('.header__authority').textContent(), SOON).toBe('Exampleshire Council');
  await readyFindings(page);
  await decide(page, 'k');
  await expect.poll(() => status(page), SOON).toContain('Not saved to the folder: 1 change');
  await onDisk(page, REVIEWS, 'pull-forward,,', 'pull-forward,settled by the team,');
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog');
  await expect.poll(() => dialog.innerText(), SOON).toContain('Somebody else changed these files');
  expect(await dialog.innerText()).toContain('settled by the team');
  expect(await findAccessibilityProblems(page)).toEqual([]);
  const join = dialog.getByRole('button', { name: 'Join and save' });
  expect(await join.isDisabled()).toBe(true);
  await dialog.getByRole('button', { name: /Cancel/u }).click();
  expect(await status(page)).toContain('Not saved to the folder: 1 change');
  await page.keyboard.press('Control+s');
  await dialog.getByLabel('Theirs').first().check();
  await join.click();
  await expect.poll(() => status(page), SOON).toMatch(/Saved to folder at/u);
  expect(await onDisk(page, REVIEWS)).toContain('settled by the team');
  await expect.poll(() => decided(page), SOON).toContain('settled by the team');
  await page.reload();
  await readyFindings(page);
  await expect.poll(() => status(page), SOON).toMatch(/Saved to folder at/u);
  expect(consoleErrors).toEqual([]);
});

test('a folder that cannot be written is said in words, and nothing is lost', async () => {
  const { page } = await openFindings();
  await stubPicker(page);
  await decide(page, 'p');
  await choose(page, SAVE, /Save to a folder/u);
  await expect.poll(() => status(page), SOON).toMatch(/Saved to folder/u);
  await expect.poll(() => page.locator('.header__authority').textContent(), SOON).toBe('Exampleshire Council');
  await readyFindings(page);
  await decide(page, 'k');
  await page.evaluate(() => {
    FileSystemFileHandle.prototype.createWritable = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await page.getByRole('button', { name: 'Save to folder' }).click();
  await expect.poll(() => bars(page), SOON).toMatch(/Not saved\..*no longer lets this page.*download a zip/u);
  expect(await status(page)).toContain('Not saved to the folder: 1 change');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.work-bar--bad').getByRole('button', { name: 'Download a zip' }).click(),
  ]);
  expect(download.suggestedFilename()).toContain('exampleshire');
});

test('storage that is full is said at once, and the work goes on', async () => {
  const { page } = await openFindings();
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await decide(page, 'p');
  await expect.poll(() => bars(page), SOON).toContain('the browser’s storage for this page is full');
  expect(await status(page)).toContain('Not saved to a file: 1 change');
  expect(await decided(page)).toContain('Decided: pull forward');
});

test('the name is asked for once, at the first decision, and written into it', async () => {
  const { page } = await openFindings();
  await decide(page, 'p');
  await page.getByLabel('Your name, for decisions').fill('A. Analyst');
  await page.getByRole('button', { name: 'Keep', exact: true }).last().click();
  await expect.poll(() => decided(page), SOON).toContain('A. Analyst');
  await expect.poll(() => status(page), SOON).toContain(': 1 change');
  await decide(page, 'k');
  await expect.poll(() => status(page), SOON).toContain('2 changes');
  expect(await page.getByLabel('Your name, for decisions').count()).toBe(0);
  await page.reload();
  await readyFindings(page);
  await choose(page, OPEN, /Your name: A\. Analyst/u);
  expect(await page.getByRole('dialog').getByLabel('Your name').inputValue()).toBe('A. Analyst');
  expect(await findAccessibilityProblems(page)).toEqual([]);
});

test('a new workspace opens, and earlier work is found again beside it', async () => {
  const { page } = await openFindings();
  await decide(page, 'p');
  await kept(page);
  await choose(page, OPEN, /New workspace/u);
  await expect.poll(() => page.locator('.header__authority').textContent(), SOON).toContain('Your council');
  await choose(page, OPEN, /Earlier work/u);
  const dialog = page.getByRole('dialog');
  await expect.poll(() => dialog.innerText(), SOON).toContain('1 change not saved to a file');
  expect(await dialog.innerText()).toContain('Open now');
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await dialog.getByRole('button', { name: /Open the worked example/u }).click();
  await expect.poll(() => status(page), SOON).toContain('Not saved to a file: 1 change');
  expect(await page.locator('.header__authority').textContent()).toContain('invented');
});
