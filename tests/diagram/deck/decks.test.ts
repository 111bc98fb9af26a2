import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDeckChoice } from '#diagram/deck/deck-choice.ts';
import { heightOf } from '#diagram/deck/fit-text.ts';
import { goesThrough, pointOn, stretchesOf, waysBetween } from '#diagram/deck/link-ways.ts';
import {
  AREA,
  type Deck,
  SLIDE,
  type Slide,
  type SlideBox,
  type SlideLink,
  type SlideShape,
  TEXT,
} from '#diagram/deck/slide.ts';
import type { Box } from '#diagram/diagram.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';
import { AWKWARD } from '../../exporters/awkward.ts';
import { aNextAction, aStepType, aWorkspace } from '../../support/a-workspace.ts';
import { openExample } from '../../support/open-example.ts';
import { arbitraryWorkspace } from '../../support/random-workspace.ts';
import { deckFor, deckNames } from './all-decks.ts';

const EXAMPLE = openExample().value;

const isBox = (shape: SlideShape): shape is SlideBox => shape.kind === 'box';
const isLink = (shape: SlideShape): shape is SlideLink => shape.kind === 'link';
const isFramed = ({ fill, edge }: SlideBox): boolean => fill !== null || edge !== null;

const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const isInside = ({ x, y, width, height }: Box): boolean =>
  x >= 0 && y >= AREA.title.y + AREA.title.height && x + width <= SLIDE.width && y + height <= AREA.foot.y;

/** What of a link does not fit together: no such ways, or a way through a box. */
function linkFaults(slide: Slide, link: SlideLink): readonly string[] {
  const boxes = slide.shapes.filter(isBox);
  const [from, to] = [link.from, link.to].map((id) => boxes.find((box) => box.id === id));
  if (from === undefined || to === undefined) return [`${link.id} leads to no box`];
  const way = waysBetween(from.box, to.box).find((one) => one.fromSide === link.fromSide && one.toSide === link.toSide);
  if (way === undefined) {
    // A route turns from the end of a row to the beginning of the next.
    const [start, end] = [pointOn(from.box, link.fromSide), pointOn(to.box, link.toSide)];
    return link.fromSide === 'bottom' && link.toSide === 'top' && start.y < end.y ? [] : [`${link.id} has no way`];
  }
  const others = boxes.filter((box) => isFramed(box) && box !== from && box !== to);
  return stretchesOf(way.points).flatMap((stretch) =>
    others.filter(({ box }) => goesThrough(stretch, box)).map(({ id }) => `${link.id} goes through ${id}`),
  );
}

function boxFaults(slide: Slide): readonly string[] {
  const boxes = slide.shapes.filter(isBox);
  return boxes.flatMap(({ id, box, lines }, position) => [
    ...(isInside(box) ? [] : [`${id} stands outside`]),
    ...(heightOf(lines, box.width) <= box.height + 0.01 ? [] : [`${id} has too much text: ${lines[0]?.text ?? ''}`]),
    ...(lines.every(({ size = TEXT }) => size >= 18) ? [] : [`${id} has small text`]),
    ...boxes
      .slice(position + 1)
      .filter((other) => overlap(box, other.box))
      .map((other) => `${id} lies on ${other.id}`),
  ]);
}

function tableFaults(slide: Slide): readonly string[] {
  return slide.shapes.flatMap((shape) => {
    if (shape.kind !== 'table') return [];
    const height = shape.rows.reduce((sum, row) => sum + row.height, 0);
    const box = { ...shape.at, width: shape.widths.reduce((sum, width) => sum + width, 0), height };
    const tall = shape.rows.filter((row) =>
      row.cells.some(
        ({ text, bold = false }, column) => heightOf([{ text, bold }], shape.widths[column] ?? 0) > row.height,
      ),
    );
    return [...(isInside(box) ? [] : ['the table stands outside']), ...tall.map(() => 'a row is too low')];
  });
}

/** Everything that would be embarrassing to show. */
function faultsOf({ slides }: Deck): readonly string[] {
  return slides.flatMap((slide, position) => {
    const ids = slide.shapes.map(({ id }) => id);
    const boxes = slide.shapes.filter((shape) => isBox(shape) && isFramed(shape)).length;
    const faults = [
      ...(slide.title.trim() === '' ? ['no title'] : []),
      ...(new Set(ids).size === ids.length ? [] : ['two shapes of one id']),
      ...(boxes <= 40 ? [] : [`${boxes} boxes`]),
      ...(slide.notes.length === 0 ? ['no notes'] : []),
      ...boxFaults(slide),
      ...tableFaults(slide),
      ...slide.shapes.filter(isLink).flatMap((link) => linkFaults(slide, link)),
    ];
    return faults.map((fault) => `slide ${position + 1}: ${fault}`);
  });
}

const titles = ({ slides }: Deck): readonly string[] => slides.map(({ title }) => title);

test('a small workflow: its steps as boxes in reading order, joined by arrows', () => {
  const deck = deckFor(aWorkspace({ steps: ['A may-start', 'B may-end'], actions: ['A > B', 'B > end'] }), 'view');
  const [key, map] = deck.slides.slice(1);
  expect(key?.title).toBe('Duplicate recording: what the marks say');
  expect(map?.shapes.map(({ id }) => id)).toEqual(['A', 'B', 'A→B']);
  expect(map?.shapes.at(-1)).toMatchObject({ from: 'A', fromSide: 'right', to: 'B', toSide: 'left' });
});

test('a deck with faults is found out', () => {
  const deck = deckFor(EXAMPLE, 'show-and-tell');
  const broken = deck.slides.map((slide) => ({
    ...slide,
    shapes: slide.shapes.map((shape) =>
      shape.kind === 'box' ? { ...shape, box: { ...shape.box, width: shape.box.width / 3 } } : shape,
    ),
  }));
  expect(faultsOf({ ...deck, slides: broken }).length).toBeGreaterThan(20);
});

describe.each(Object.entries<Workspace>({ 'the worked example': EXAMPLE, ...AWKWARD }))('%s', (_, workspace) => {
  test.each(deckNames(workspace, 60).map((named) => [named]))('%s fits on its slides', (named) => {
    const deck = deckFor(workspace, named);
    expect(deck.slides.length).toBeGreaterThan(0);
    expect(faultsOf(deck)).toEqual([]);
  });
});

test('so do the slides of any workspace', () => {
  fc.assert(
    fc.property(arbitraryWorkspace({ maxSteps: 12, maxQuestions: 6, maxSources: 8 }), (workspace) => {
      for (const named of deckNames(workspace, 2)) expect(faultsOf(deckFor(workspace, named))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('the show and tell of the worked example: map, coverage, three gaps, three duplicates, what is not known', () => {
  const deck = deckFor(EXAMPLE, 'show-and-tell');
  const all = titles(deck);
  expect(all[0]).toBe('How Exampleshire records for the CIN census 2026-27');
  expect(all[1]).toBe('We looked at 35 step types, 36 forms and 930 questions');
  expect(all).toContain('39 of 52 items are recorded on every route; 8 have gaps and 5 are missing');
  expect(
    all.filter((title) => title.includes('recorded on no route') || title.includes('on some routes only')),
  ).toHaveLength(3);
  const duplicates = all.filter((title) => / is typed in \d+ places/u.test(title));
  expect(new Set(duplicates.map((title) => title.slice(0, 12))).size).toBe(3);
  expect(all.at(-2)).toBe('What we do not know yet of our own recording');
  expect(deck.foot).toBe('Exampleshire (invented example) · 22 November 2026');
});

test('every next action between steps is drawn or said, and stands in the notes', () => {
  const deck = deckFor(EXAMPLE, 'view');
  const notes = deck.slides.flatMap((slide) => slide.notes);
  for (const action of EXAMPLE.nextActions) expect(notes.some((note) => note.includes(`“${action.label}”`))).toBe(true);
  const index = indexWorkspace(EXAMPLE);
  const nameOf = (id: string): string => index.workspace.stepTypes.find((step) => step.id === id)?.name ?? id;
  for (const slide of deck.slides.slice(3)) {
    const ids = new Set(slide.shapes.filter(isBox).map(({ id }) => id));
    const below = slide.shapes.find(({ id }) => id === 'below');
    const drawn = new Set(slide.shapes.filter(isLink).flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]));
    const said = below === undefined ? '' : below.says;
    for (const { from, to } of EXAMPLE.nextActions) {
      if (to.kind !== 'step' || from === to.stepType || !ids.has(from) || !ids.has(to.stepType)) continue;
      const isSaid = said.includes(nameOf(from)) && said.includes(nameOf(to.stepType));
      expect([from, to.stepType, drawn.has(`${from} ${to.stepType}`) || isSaid]).toEqual([from, to.stepType, true]);
    }
  }
});

test('a lane of forty steps takes several slides, each of which says where it goes on', () => {
  const steps = Array.from({ length: 40 }, (_, at) =>
    aStepType(`S${at}`, { workflow: 'Long', mayStart: at === 0, mayEnd: true }),
  );
  const nextActions = steps
    .slice(1)
    .map((_, at) => aNextAction(`N${at}`, `S${at}`, `S${at + 1}`, { label: `on ${at}` }));
  const deck = deckFor({ ...aWorkspace({}), stepTypes: steps, nextActions }, 'workflow:long');
  const maps = deck.slides.filter(({ title }) => title.startsWith('Long, '));
  expect(maps.map(({ shapes }) => shapes.filter(isBox).length - 1)).toEqual([8, 8, 8, 8, 8]);
  expect(maps[0]?.shapes.at(-1)?.says).toBe('Goes on to Long (slide 3).');
  expect(maps[1]?.shapes.at(-1)?.says).toBe('Goes on to Long (slide 4). Comes from Long (slide 2).');
  expect(faultsOf(deck)).toEqual([]);
});

test('an item’s thread shows where it is recorded, where it is due, and the route of its gap', () => {
  const deck = deckFor(EXAMPLE, 'item:ReferralSource');
  expect(titles(deck)).toEqual([
    'Source of referral: covered on some routes only',
    'It is recorded in 3 places, in this order on the routes',
    'It is recorded in 2 of the 3 steps on its way',
    'It is due at 3 places, and not surely known at 2',
    'Source of referral: recorded on no route to Transfer in from another authority and 1 more place',
    '2 places ask for it again',
  ]);
});

test.each([
  ['show-and-tel', 'There is no deck "show-and-tel". There are: show-and-tell, view, workflow:NAME or item:ITEM.'],
  ['workflow:Nowhere', 'There is no workflow "Nowhere". There are: Front door, Assessment'],
  ['item:Nothing', 'CIN census 2026-27 has no item "Nothing".'],
  ['item:DateOfInitialCPC', 'There are 2 items "DateOfInitialCPC"'],
])('%s is no deck, and it is said why', (named, says) => {
  const choice = readDeckChoice(indexWorkspace(EXAMPLE), named);
  expect('wrong' in choice ? choice.wrong : choice).toContain(says);
});
