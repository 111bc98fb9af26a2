import { expect, test } from 'vitest';
import { badgesOf, hasBands, tonesOf } from '#app/map/on-canvas.ts';
import { readOpen } from '#app/map/open-steps.ts';
import { questionMarks } from '#app/map/question-marks.ts';
import type { OverlayChoice } from '#diagram/overlays/overlay.ts';
import { overlayOf } from '#diagram/overlays/overlay-of.ts';
import { threadOf } from '#diagram/thread/thread-of.ts';
import { itemId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { openExample } from '../../support/open-example.ts';

const EXAMPLE = openExample().value;
const INDEX = indexWorkspace(EXAMPLE);
const AUDIT = auditWorkspace(EXAMPLE, []);
const OPEN = readOpen(
  [...INDEX.formsOfStep].map(([step, forms]) => `${step}:${forms.map(({ form }) => form).join('+')}`).join(','),
);
const ITEM = itemId('Child/CINdetails/PrimaryNeedCode');

const marksFor = (choice: OverlayChoice) => questionMarks(INDEX, AUDIT, { choice, thread: null, open: OPEN });
const wordsFor = (choice: OverlayChoice) => new Set([...marksFor(choice).values()].map(({ word }) => word));

test('duplicates mark each question that is asked again', () => {
  expect(wordsFor({ kind: 'duplicates' })).toContain('asked again');
  const first = AUDIT.findings.find((finding) => finding.kind === 'duplicate/on-route' && finding.decision === null);
  const { form, question } = first?.places[0] ?? {};
  expect(marksFor({ kind: 'duplicates' }).get(`${form}/${question}`)?.word).toBe('asked again');
});

test('review says of every question whether it is assessed, to review, or has a signal', () => {
  expect(marksFor({ kind: 'review' }).size).toBe(
    new Set([...OPEN].flatMap(([, forms]) => [...forms].flatMap((form) => INDEX.questionsOfForm.get(form) ?? []))).size,
  );
  expect(wordsFor({ kind: 'review' })).toContain('to review');
});

test('an item marks what feeds it apart from what only records it', () => {
  const words = wordsFor({ kind: 'item', item: ITEM });
  expect([...words].every((word) => word === 'feeds' || word === 'records')).toBe(true);
  expect(words.size).toBeGreaterThan(0);
});

test('time stands in seconds, usage in shares, and nothing says nothing', () => {
  expect([...wordsFor({ kind: 'time' })].every((word) => word.endsWith(' s'))).toBe(true);
  expect([...wordsFor({ kind: 'usage' })].every((word) => word.endsWith('answered'))).toBe(true);
  expect(marksFor({ kind: 'none' }).size).toBe(0);
});

test('the thread that is followed speaks before the overlay', () => {
  const thread = threadOf(INDEX, AUDIT, { kind: 'item', item: ITEM });
  const marks = questionMarks(INDEX, AUDIT, { choice: { kind: 'none' }, thread, open: new Map() });
  const asked = thread.entries.filter(({ question }) => question !== null);
  expect(marks.size).toBe(new Set(asked.map(({ form, question }) => `${form}/${question}`)).size);
});

test('a badge says by a sign what its colour says, and the whole sentence to those who hear it', () => {
  const overlay = overlayOf(INDEX, AUDIT, { kind: 'duplicates' });
  const badges = badgesOf(overlay);
  expect(badges.size).toBe(overlay.steps.size);
  for (const badge of badges.values()) {
    expect(badge.text).toMatch(/^[▲◆▽] /u);
    expect(badge.title).not.toBe('');
  }
  expect([...tonesOf(overlay).keys()]).toEqual([...badges.keys()]);
});

test('amounts are drawn as bands, coverage is not', () => {
  expect(hasBands(overlayOf(INDEX, AUDIT, { kind: 'time' }))).toBe(true);
  expect(hasBands(overlayOf(INDEX, AUDIT, { kind: 'return' }))).toBe(false);
});
