import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { layOutInProcess } from '#layout/lay-out-in-process.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { exportWorkspace } from '#pipeline/export-workspace.ts';
import { openExample } from '../support/open-example.ts';
import { findAccessibilityProblems, openApp } from './support.ts';

/** The HTML report of the worked example as a file on disk. */
async function reportFile(): Promise<string> {
  const opened = openExample();
  const { content } = await exportWorkspace('html', {
    opened,
    index: indexWorkspace(opened.value),
    today: '2026-11-22',
    diagram: null,
    overlay: null,
    numbers: new Map(),
    layOut: layOutInProcess(),
  });
  const file = join(await mkdtemp(join(tmpdir(), 'report-')), 'report.html');
  await writeFile(file, content);
  return pathToFileURL(file).href;
}

test('the HTML report works from a file: it is searched with the keyboard, holds the map, and asks for nothing', async () => {
  const app = await openApp();
  const page = await app.page.context().newPage();
  const [asked, errors]: [string[], string[]] = [[], []];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('request', (request) => asked.push(request.url()));
  const address = await reportFile();
  await page.goto(address);
  expect(await page.title()).toContain('Exampleshire');
  expect(await page.locator('.picture svg').count()).toBeGreaterThan(5);
  const rows = await page.locator('tbody tr:visible').count();
  await page.keyboard.press('/');
  await page.keyboard.type('ethnicity');
  await expect.poll(() => page.locator('tbody tr:visible').count()).toBeLessThan(rows / 10);
  expect(await page.locator('#found').textContent()).toMatch(/^\d+ of \d+ lines$/u);
  await page.keyboard.press('Escape');
  expect(await page.locator('tbody tr:visible').count()).toBe(rows);
  expect(await findAccessibilityProblems(page)).toEqual([]);
  expect(asked).toEqual([address]);
  expect(errors).toEqual([]);
});
