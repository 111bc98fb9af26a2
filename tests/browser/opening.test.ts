import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type OpenedApp, openApp } from './support.ts';

/** A busy machine may take a while. */
const SOON = { timeout: 20_000 };

const MANIFEST = '{"format": "throughline/1", "authority": "Testshire", "title": "Test", "returns": ["cin-2026-27"]}';
const STEPS =
  'step_type,name,workflow,may_start\nA,First look,Door,Y\nB,Second look,Room,N\nC,<img src=x onerror=alert(1)>,Room,N\n';
const ACTIONS =
  'next_action,label,from,to,rules\nAB,Look again,A,B,always\nBC,On,B,C,\nBX,Lost,B,NOWHERE,\nCE,Done,C,end,always\n';

const FILES = {
  'workflows/workspace.json': strToU8(MANIFEST),
  'workflows/step-types.csv': strToU8(STEPS),
  'workflows/next-actions.csv': strToU8(ACTIONS),
};

async function openExample(): Promise<OpenedApp> {
  const app = await openApp('/#/map');
  await app.page.waitForSelector('[data-layout-ready]');
  return app;
}

const chooseZip = (page: Page, name: string, bytes: Uint8Array): Promise<void> =>
  page
    .getByLabel('Zip of a workspace')
    .setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(bytes) });

/** Drops a file on the page as a hand would, as far as the page can tell. */
async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(content)], fileName));
      return data;
    },
    [name, [...bytes]] as const,
  );
  await page.dispatchEvent('.page', 'dragover', { dataTransfer: transfer });
  await page.waitForSelector('.drop-hint');
  await page.dispatchEvent('.page', 'drop', { dataTransfer: transfer });
}

const authority = (page: Page): Promise<string | null> => page.locator('.header__authority').textContent();

test('a zip opens with its problems listed, errors first, and the example comes back', async () => {
  const { page, consoleErrors, outsideRequests } = await openExample();
  await chooseZip(page, 'council.zip', zipSync(FILES));
  await expect.poll(() => authority(page), SOON).toBe('Testshire council.zip');
  await expect.poll(() => page.locator('.step-box').count(), SOON).toBe(3);
  await page.goto(`${page.url().split('#')[0]}#/map?panel=files`);
  const problems = page.locator('.problem');
  expect(await problems.first().textContent()).toContain('Error');
  const about = problems.filter({ hasText: 'NOWHERE' });
  expect(await about.textContent()).toMatch(/workflows\/next-actions\.csv, row 4, column to/u);
  // What a file contains is text and nothing else.
  expect(await page.locator('.step-box img').count()).toBe(0);
  await page.getByRole('button', { name: 'Open, earlier work, settings' }).click();
  await page.getByRole('menuitem', { name: 'Back to the example' }).click();
  await expect.poll(() => authority(page), SOON).toContain('(invented example)');
  expect(consoleErrors).toEqual([]);
  expect(outsideRequests).toEqual([]);
});

test('a zip dropped on the page opens', async () => {
  const { page } = await openExample();
  await drop(page, 'dropped.zip', zipSync(FILES));
  await expect.poll(() => authority(page), SOON).toBe('Testshire dropped.zip');
});

test('a folder opens', async () => {
  const { page } = await openExample();
  const { mkdtemp, mkdir, writeFile } = await import('node:fs/promises');
  const { join } = await import('node:path');
  const { tmpdir } = await import('node:os');
  const folder = await mkdtemp(join(tmpdir(), 'workspace-'));
  await mkdir(join(folder, 'workflows'));
  for (const [path, bytes] of Object.entries(FILES)) await writeFile(join(folder, path), bytes);
  await page.getByLabel('Folder of a workspace').setInputFiles(folder);
  await expect.poll(() => authority(page), SOON).toContain('Testshire workspace-');
});

test.each([
  ['no zip at all', strToU8('this is a letter, not a zip')],
  ['a zip without a workspace', zipSync({ 'holiday/beach.txt': strToU8('sun') })],
  ['an empty file', new Uint8Array()],
])('%s is refused with a reason, and what was open stays open', async (_, bytes) => {
  const { page, consoleErrors } = await openExample();
  await chooseZip(page, 'broken.zip', bytes);
  const alert = page.getByRole('alert').filter({ hasText: 'was not opened' });
  await expect.poll(() => alert.textContent(), SOON).toContain('broken.zip was not opened');
  expect(await alert.locator('.problem').count()).toBeGreaterThan(0);
  expect(await authority(page)).toContain('(invented example)');
  await expect.poll(() => page.locator('.step-box').count(), SOON).toBeGreaterThan(0);
  await alert.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => alert.count(), SOON).toBe(0);
  expect(consoleErrors).toEqual([]);
});

test('the newer of two requests is the one that opens', async () => {
  const { page } = await openExample();
  await chooseZip(page, 'first.zip', zipSync(FILES));
  await chooseZip(
    page,
    'second.zip',
    zipSync({ ...FILES, 'workflows/workspace.json': strToU8(MANIFEST.replace('Testshire', 'Nextshire')) }),
  );
  await expect.poll(() => authority(page), SOON).toBe('Nextshire second.zip');
  await page.waitForTimeout(500);
  expect(await authority(page)).toBe('Nextshire second.zip');
});
