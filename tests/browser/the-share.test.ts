import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { plainWorkbook, sheetsOf, type } from '../support/workbook-edits.ts';
import { findAccessibilityProblems, type OpenedApp, openApp } from './support.ts';

/** A busy machine may take a while. */
const SOON = { timeout: 20_000 };

async function openShare(address = '', options: Parameters<typeof openApp>[1] = {}): Promise<OpenedApp> {
  const app = await openApp(`/#/share${address}`, { viewport: { width: 1440, height: 900 }, ...options });
  await app.page.waitForSelector('.picture-preview img', SOON);
  return app;
}

const row = (page: Page, id: string) => page.locator(`[data-file="${id}"]`);

interface Saved {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Presses the button of a file, and takes what the browser is handed. */
async function save(page: Page, id: string): Promise<Saved> {
  const [download] = await Promise.all([page.waitForEvent('download', SOON), page.locator(`#share-${id}`).click()]);
  await expect
    .poll(() => row(page, id).locator('.share-row__made').innerText(), SOON)
    .toContain(download.suggestedFilename());
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}

const textOf = ({ bytes }: Saved): string => strFromU8(bytes);
const namesIn = ({ bytes }: Saved): readonly string[] => Object.keys(unzipSync(bytes));

/** Of a PNG: its size as it says, and of how many different bytes its picture is. */
function pngOf({ bytes }: Saved): { readonly width: number; readonly height: number; readonly shades: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  for (let at = 8; at < bytes.length; at += 12 + view.getUint32(at))
    if (strFromU8(bytes.subarray(at + 4, at + 8)) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + view.getUint32(at)));
  const pixels = inflateSync(Buffer.concat(parts));
  return { width: view.getUint32(16), height: view.getUint32(20), shades: new Set(pixels).size };
}

const DAY = String.raw`\d{4}-\d\d-\d\d`;

const SLIDES = (saved: Saved): void => {
  expect(namesIn(saved)).toContain('ppt/presentation.xml');
  expect(namesIn(saved).filter((name) => /^ppt\/slides\/slide\d+\.xml$/u.test(name)).length).toBeGreaterThan(0);
};

/** Every file, what it is called, and that it is what it says. */
const FILES: readonly (readonly [id: string, named: string, check: (saved: Saved) => void])[] = [
  ['show-and-tell', 'exampleshire-show-and-tell-DAY.pptx', SLIDES],
  ['one-workflow', 'exampleshire-workflow-front-door-DAY.pptx', SLIDES],
  ['one-item', 'exampleshire-item-[a-z]+-DAY.pptx', SLIDES],
  ['this-view', 'exampleshire-view-DAY.pptx', SLIDES],
  ['svg', 'exampleshire-map-DAY.svg', (saved) => expect(textOf(saved)).toMatch(/^<\?xml[^]*<svg [^]*<\/svg>\s*$/u)],
  ['pdf', 'exampleshire-map-DAY.pdf', ({ bytes }) => expect(strFromU8(bytes, true)).toMatch(/^%PDF-[^]*%%EOF\s*$/u)],
  [
    'csv',
    'exampleshire-tables-DAY.zip',
    (saved) => expect(namesIn(saved).every((name) => name.endsWith('.csv'))).toBe(true),
  ],
  [
    'bpmn',
    'exampleshire-workflow-DAY.bpmn',
    (saved) => expect(textOf(saved)).toMatch(/^<\?xml[^]*BPMN\/20100524\/MODEL/u),
  ],
  ['drawio', 'exampleshire-map-DAY.drawio', (saved) => expect(textOf(saved)).toMatch(/<mxfile[^]*<\/mxfile>\s*$/u)],
  ['mermaid', 'exampleshire-workflow-DAY.mmd', (saved) => expect(textOf(saved)).toMatch(/^\s*flowchart /mu)],
  ['xstate', 'exampleshire-machine-DAY.json', (saved) => expect(JSON.parse(textOf(saved))).toHaveProperty('states')],
  [
    'html',
    'exampleshire-report-DAY.html',
    (saved) => expect(textOf(saved)).toMatch(/^<!doctype html>[^]*<svg [^]*<\/html>/iu),
  ],
  ['markdown', 'exampleshire-report-DAY.md', (saved) => expect(textOf(saved)).toMatch(/^# /u)],
  ['zip', 'exampleshire-DAY.zip', (saved) => expect(namesIn(saved)).toContain('workflows/workspace.json')],
];

test('every file that is offered downloads with a sensible dated name, and is what it says', {
  timeout: 240_000,
}, async () => {
  const { page, consoleErrors, outsideRequests } = await openShare();
  const offered = await page
    .locator('[data-file]')
    .evaluateAll((rows) => rows.map((one) => one.getAttribute('data-file') ?? ''));
  expect(offered.toSorted()).toEqual([...FILES.map(([id]) => id), 'png', 'xlsx'].toSorted());
  for (const [id, named, check] of FILES) {
    const saved = await save(page, id);
    expect(saved.name).toMatch(new RegExp(`^${named.replace('.', String.raw`\.`).replace('DAY', DAY)}$`, 'u'));
    check(saved);
  }
  await row(page, 'drawio').getByText('What it does not carry').click();
  expect(await row(page, 'drawio').locator('li').first().innerText()).toContain('Forms and questions');
  expect(consoleErrors).toEqual([]);
  expect(outsideRequests).toEqual([]);
});

test('a PNG has the size that is promised and something on it; one that is too large is refused with a way out', async () => {
  const { page } = await openShare('?drawn=lane');
  const promised = /^([\d,]+) × ([\d,]+) pixels$/u;
  const promise = row(page, 'png').locator('.share-row__choice .quiet');
  const [, wide = '', high = ''] = promised.exec(await promise.innerText()) ?? [];
  const png = pngOf(await save(page, 'png'));
  expect([png.width, png.height]).toEqual([wide, high].map((number) => Number(number.replaceAll(',', ''))));
  expect(png.shades).toBeGreaterThan(8);
  await page.getByLabel('Size').selectOption('width');
  await page.getByLabel('Pixels wide').fill('900');
  expect(pngOf(await save(page, 'png')).width).toBe(900);
  await page.getByLabel('Pixels wide').fill('20000');
  expect(await row(page, 'png').innerText()).toMatch(
    /no side can be longer than 16,384.*largest width that works is/su,
  );
  await page.locator('#share-png').dispatchEvent('click');
  expect(await row(page, 'png').locator('progress').count()).toBe(0);
});

test('the picture is what is chosen: the map as it was left, one workflow, one item', async () => {
  const { page, consoleErrors } = await openApp('/#/map?only=1&show=coverage&item=Child/CINdetails/CINreferralDate', {
    viewport: { width: 1440, height: 900 },
  });
  // The map is cut down as soon as the audit says what matters.
  await page.waitForSelector('[data-audited="now"] .react-flow__node', SOON);
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  const says = (): Promise<string | null> => page.locator('.picture-preview img').getAttribute('alt', SOON);
  await expect.poll(says, SOON).toBe('35 steps');
  await page.getByRole('button', { name: 'As on the map' }).click();
  await expect.poll(says, SOON).toMatch(/^(?!35 )\d+ steps · Coverage of Referral date$/u);
  await page.getByRole('button', { name: 'One workflow', exact: true }).click();
  await expect.poll(says, SOON).toMatch(/^\d steps$/u);
  await page.getByRole('button', { name: 'One item', exact: true }).click();
  await expect.poll(says, SOON).toMatch(/Coverage of /u);
  const size = await page
    .locator('.picture-preview img')
    .evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth);
  expect(size).toBeGreaterThan(300);
  await page.getByRole('button', { name: 'Full size' }).click();
  expect(await page.getByRole('button', { name: 'Fit' }).count()).toBe(1);
  expect(consoleErrors).toEqual([]);
});

test('what is being made can be given up, and the next file is made all the same', async () => {
  const { page } = await openShare();
  // A press and the next one straight after it: the file is not there so soon.
  await page.evaluate(() => document.getElementById('share-html')?.click());
  await page.getByRole('button', { name: 'Cancel HTML report' }).click();
  expect(await page.getByRole('button', { name: 'Download HTML report' }).count()).toBe(1);
  expect(await row(page, 'html').locator('.share-row__made').count()).toBe(0);
  expect((await save(page, 'svg')).name).toContain('map');
});

test('text and pictures are copied where the browser lets the page', async () => {
  const { page } = await openShare('?drawn=lane', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('button', { name: 'Copy Mermaid' }).click();
  await expect.poll(() => row(page, 'mermaid').innerText(), SOON).toContain('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^\s*flowchart /mu);
  await page.getByRole('button', { name: 'Copy PNG picture' }).click();
  await expect.poll(() => row(page, 'png').innerText(), SOON).toContain('Copied');
  const kinds = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => [...types]));
  expect(kinds).toContain('image/png');
});

/** The workbook as it is downloaded, with some cells written into. */
async function editedWorkbook(page: Page): Promise<Buffer> {
  const sheets = await sheetsOf((await save(page, 'xlsx')).bytes);
  const edited = type(
    sheets,
    { sheet: 'Steps', where: { Key: 'CFA' }, column: 'Opens', value: 'assessment; visit' },
    { sheet: 'Next actions', where: { Key: 'CON_NFA' }, column: 'Delay', value: 3 },
    { sheet: 'Next actions', where: { Key: 'CON_NFA' }, column: 'To', value: 'NO_SUCH_STEP' },
  );
  return Buffer.from(plainWorkbook(edited));
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const choose = (page: Page, buffer: Buffer): Promise<void> =>
  page.getByLabel('Edited workbook').setInputFiles({ name: 'workbook.xlsx', mimeType: XLSX, buffer });

test('an edited workbook comes back: listed, accepted in part, taken as one edit, undone', async () => {
  const { page, consoleErrors } = await openShare();
  const edited = await editedWorkbook(page);
  await choose(page, edited);
  const back = page.locator('.bring-back');
  await expect.poll(() => back.locator('h3').textContent(), SOON).toBe('2 changes in workbook.xlsx');
  expect(await back.locator('tbody tr').allInnerTexts()).toEqual([
    expect.stringMatching(/Steps .*CFA.*assessment.*assessment; visit/su),
    expect.stringMatching(/Next actions .*CON_NFA.*3/su),
  ]);
  expect(await back.locator('.workbook-messages').innerText()).toMatch(/Error: Next actions \w+\d+.*NO_SUCH_STEP/su);
  await back.getByRole('button', { name: 'Refuse all' }).click();
  expect(await back.getByRole('button', { name: 'Bring in 0 changes' }).isDisabled()).toBe(true);
  await back.getByRole('checkbox').nth(1).check();
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await back.getByRole('button', { name: 'Bring in 1 change' }).click();
  expect(await back.locator('h3').textContent()).toBe('1 change of workbook.xlsx is in the workspace');
  const undo = page.getByRole('button', { name: /Undo/u }).first();
  await expect.poll(() => undo.innerText(), SOON).toContain('bring 1 change back');
  // What is in the workspace now is no change any more, and is one again when it is undone.
  await choose(page, edited);
  await expect.poll(() => back.locator('h3').textContent(), SOON).toBe('1 change in workbook.xlsx');
  await page.locator('main').press('Control+z');
  await expect.poll(() => back.locator('h3').textContent(), SOON).toBe('2 changes in workbook.xlsx');
  await back.getByRole('button', { name: 'Cancel: change nothing' }).click();
  expect(await back.count()).toBe(0);
  expect(await page.locator('.main-nav').innerText()).toContain('Nothing changed');
  expect(consoleErrors).toEqual([]);
});

test('a file with columns about people is refused with their names, and so is what is no workbook', async () => {
  const { page } = await openShare();
  await choose(
    page,
    Buffer.from(
      plainWorkbook([
        {
          name: 'Children',
          rows: [
            ['NHS number', 'Date of birth'],
            ['1', '2'],
          ],
        },
      ]),
    ),
  );
  const back = page.locator('.bring-back');
  await expect.poll(() => back.innerText(), SOON).toMatch(/was not read.*“NHS number”/su);
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await back.getByRole('button', { name: 'Close' }).click();
  expect(await back.count()).toBe(0);
  const dropped = await page.evaluateHandle((kind) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['Key,Name'], 'dropped.xlsx', { type: kind }));
    return transfer;
  }, XLSX);
  await page.locator('main').dispatchEvent('drop', { dataTransfer: dropped });
  await expect.poll(() => back.innerText(), SOON).toMatch(/dropped\.xlsx was not read.*not an Excel workbook/su);
});

/** Finds a file in the search, and goes to it. */
async function goToFile(page: Page, words: string, id: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.waitForSelector('[role="combobox"]:focus', SOON);
  await page.keyboard.type(words);
  await expect.poll(() => page.locator('[role="option"]').first().innerText(), SOON).toContain(words);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id), SOON).toBe(`share-${id}`);
}

test('by keyboard alone: from the search to a deck on the disk, and to another file after it', async () => {
  const { page } = await openApp('/');
  await page.waitForSelector('.chart-plot', SOON);
  await goToFile(page, 'Share: PowerPoint for a show and tell', 'show-and-tell');
  const [download] = await Promise.all([page.waitForEvent('download', SOON), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/show-and-tell.*\.pptx$/u);
  await expect.poll(() => page.locator('main [role="status"]').last().textContent(), SOON).toMatch(/was made/u);
  await goToFile(page, 'Share: picture as SVG', 'svg');
  expect(new URL(page.url()).hash).toBe('#/share');
});

test.each(['light', 'dark'] as const)('nothing breaks a rule of WCAG 2.2 AA in %s', async (colorScheme) => {
  const { page, consoleErrors } = await openShare('', { colorScheme });
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await save(page, 'drawio');
  for (const summary of await page.locator('main summary').all()) await summary.click();
  await page.getByRole('button', { name: 'Full size' }).click();
  await page.getByLabel('Size').selectOption('width');
  await page.getByLabel('Pixels wide').fill('50000');
  expect(await findAccessibilityProblems(page)).toEqual([]);
  expect(consoleErrors).toEqual([]);
});

test.each([
  [1024, 768],
  [720, 450],
  [320, 640],
])('at %d × %d nothing is wider than the screen, and no letter is below 12 pixels', async (width, height) => {
  const { page } = await openShare('?drawn=item', { viewport: { width, height } });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  const main = await page.locator('main').evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(main).toBeLessThanOrEqual(0);
  const smallest = await page
    .locator('main *')
    .evaluateAll((all) => Math.min(...all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize))));
  expect(smallest).toBeGreaterThanOrEqual(12);
});
