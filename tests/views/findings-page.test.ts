import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { topicOf } from '#diagram/finding-words.ts';
import { FINDING_KINDS } from '#model/finding.ts';
import { stepTypeId } from '#model/ids.ts';
import { partsOf, readInline, readMarkdown } from '#views/finding-page/read-markdown.ts';
import { placeRoute, SMALL } from '#views/small-map/place-route.ts';

test('a page is read into headings, paragraphs, lists and tables', () => {
  const page =
    '### A\n\nOne line\nand another.\n\n- first\n  goes on\n- second\n\n1. one\n2. two\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n';
  expect(readMarkdown(page)).toEqual([
    { kind: 'heading', level: 3, text: 'A' },
    { kind: 'paragraph', text: 'One line and another.' },
    { kind: 'list', ordered: false, items: ['first goes on', 'second'] },
    { kind: 'list', ordered: true, items: ['one', 'two'] },
    { kind: 'table', head: ['a', 'b'], rows: [['1', '2']] },
  ]);
});

test('marks in a line are taken apart, and HTML stays words', () => {
  expect(readInline('Write `none` in **the** *column* <b>x</b> 2 * 3')).toEqual([
    { kind: 'text', text: 'Write ' },
    { kind: 'code', text: 'none' },
    { kind: 'text', text: ' in ' },
    { kind: 'strong', text: 'the' },
    { kind: 'text', text: ' ' },
    { kind: 'emphasis', text: 'column' },
    { kind: 'text', text: ' <b>x</b> 2 * 3' },
  ]);
});

test.each(FINDING_KINDS)('the page of %s says what it means and what to do', (kind) => {
  const page = readFileSync(new URL(`../../src/analyses/${topicOf(kind)}.md`, import.meta.url), 'utf8');
  const parts = partsOf(page, kind);
  expect(parts.map((part) => part.title)).toEqual(['What it means', 'Why it matters', 'An example', 'What to do']);
  expect(parts.every((part) => part.blocks.length > 0)).toBe(true);
});

const line = (number: number) => ({
  number,
  stepType: stepTypeId(`S${number}`),
  name: `Step ${number} with a name that goes on`,
  nextAction: 'Then this',
  places: [],
});

test.each([200, 320, 600, 1200])('a route drawn in %i px stays inside it, in order, without overlaps', (width) => {
  const drawing = placeRoute([1, 2, 3, 4, 5, 6, 7].map(line), new Set(), width);
  expect(drawing.width).toBeLessThanOrEqual(Math.max(width, SMALL.width + 2 * SMALL.gap));
  for (const [at, step] of drawing.steps.entries()) {
    const before = drawing.steps[at - 1];
    if (before === undefined) continue;
    expect(step.y > before.y + before.height || step.x >= before.x + SMALL.width).toBe(true);
    expect(before.line).not.toBe('');
  }
  expect(drawing.steps.at(-1)?.line).toBe('');
});
