import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { invariant } from '#model/assert.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { type OpenedWorkspace, openZip } from '#pipeline/open-workspace.ts';
import { mosaicLikeZip } from '../support/mosaic-like.ts';
import { shippedFiles } from '../support/open-example.ts';
import { openApp } from './support.ts';

/** A busy machine may take a while. */
const SOON = { timeout: 30_000 };
const REVIEW_DATE = 'Child/CINdetails/Assessments/AssessmentInternalReviewDate';

async function openWith(page: Page, zip: Uint8Array): Promise<void> {
  await page.waitForSelector('.main-nav__count', SOON);
  await page
    .locator('input[type=file][accept*="zip"]')
    .first()
    .setInputFiles({ name: 'testborough.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) });
  await page.waitForSelector('.header:has-text("Testborough")', SOON);
}

const goTo = (page: Page, screen: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen }).click();

/** Accepts what is suggested for each question, and looks at the others: nobody needs them for a return. */
async function mapAll(page: Page): Promise<void> {
  await goTo(page, 'Fields');
  await expect.poll(() => page.locator('.filter-bar__count').innerText(), SOON).toContain('20 of 20 questions');
  await page.getByRole('button', { name: /^Suggested/u }).waitFor();
  await page.getByRole('button', { name: /^Tick all/u }).click();
  const accept = page.getByRole('button', { name: /^Accept \d+ as ticked/u });
  await expect.poll(() => accept.innerText(), SOON).toMatch(/Accept 1\d as ticked/u);
  await accept.click();
  await page.getByRole('checkbox', { name: 'practice' }).check();
  await page.getByRole('button', { name: /^Set for/u }).click();
  await expect.poll(() => page.locator('.progress-bars').innerText(), SOON).toContain('100% assessed');
}

/** The internal review date is asked nowhere: the day the assessment was started stands in for it. */
async function fixGap(page: Page): Promise<void> {
  await goTo(page, 'Returns');
  await page.getByLabel('Words of an item').fill('AssessmentInternalReviewDate');
  await page.locator(`.matrix__name[data-item="${REVIEW_DATE}"]`).click();
  await page.getByRole('button', { name: 'Add a source here' }).click();
  await page.getByLabel('Kind of place').selectOption('step-date');
  await page.getByRole('button', { name: 'Add this source' }).click();
  const row = page.locator(`.matrix__row:has(.matrix__name[data-item="${REVIEW_DATE}"])`);
  await expect.poll(() => row.innerText(), SOON).toMatch(/always/u);
}

async function decideDuplicates(page: Page): Promise<void> {
  await goTo(page, 'Findings');
  await page.goto(`${page.url().replace(/#.*$/u, '')}#/findings?topic=duplicate`);
  await page.waitForSelector('[role=treeitem]', SOON);
  await page.locator('[role=tree]').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('p');
  await expect.poll(() => page.locator('.undo__words').first().innerText(), SOON).toMatch(/^Undo: decide/u);
}

/** Takes the work away as a zip. */
async function downloaded(page: Page): Promise<Uint8Array> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download a zip' }).click();
  const path = await (await download).path();
  return new Uint8Array(readFileSync(path));
}

function read(zip: Uint8Array): OpenedWorkspace {
  const opened = openZip(zip, shippedFiles());
  expect(opened.problems).toEqual([]);
  return opened;
}

test('the whole job: open, map twenty questions, fix a gap, decide, save, and open again', async () => {
  const before = read(mosaicLikeZip());
  expect(before.value.questions).toHaveLength(20);
  expect(before.value.sources).toEqual([]);

  const { page, consoleErrors, outsideRequests } = await openApp('/#/fields');
  await openWith(page, mosaicLikeZip());
  await mapAll(page);
  await fixGap(page);
  await decideDuplicates(page);
  const zip = await downloaded(page);

  const after = read(zip);
  const mapped = after.value.sources.filter((source) => source.status === 'confirmed');
  expect(mapped.length).toBeGreaterThan(13);
  expect(after.value.questions.every((question) => question.purposes.assessed)).toBe(true);
  expect(after.value.reviews.length).toBeGreaterThan(0);
  const audit = auditWorkspace(after.value, after.problems, null);
  const item = audit.coverage.find((coverage) => coverage.item === REVIEW_DATE);
  invariant(item !== undefined, 'the item is there');
  expect(item.status).toBe('covered');

  const again = await openApp('/#/findings?decided=decided');
  await openWith(again.page, zip);
  await goTo(again.page, 'Findings');
  await again.page.getByRole('button', { name: /^Decided/u }).click();
  await expect.poll(() => again.page.locator('[role=treeitem]').count(), SOON).toBeGreaterThan(0);
  expect(await again.page.locator('body').innerText()).toMatch(/Pull forward/iu);
  expect(consoleErrors).toEqual([]);
  expect(outsideRequests).toEqual([]);
});
