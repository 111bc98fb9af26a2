import { expect, test } from 'vitest';
import type { RecordEntry } from '#machine/recordings.ts';
import { factId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Source } from '#model/workspace.ts';
import type { Lack } from '#returns/child-return.ts';
import { describeLack, ELEMENT_WORDS } from '#walk/element-words.ts';
import { describeBecause, sayAnswer, saysSomething, type Told } from '#walk/entry-words.ts';
import { Playing } from '../returns-of-case/playing.ts';
import { begin, complete, record } from '../returns-of-case/small.ts';
import { aWorkspace } from '../support/a-workspace.ts';

const DAY = '2026-05-04';
const INDEX = indexWorkspace(
  aWorkspace({
    steps: ['A may-start', 'B may-end'],
    actions: ['A > B one-of:X', 'A > end one-of:X'],
    facts: ['due', 'way', 'other', 'came', 'held', 'kept'],
    sources: [
      'due step-date completed @A',
      'way next-action A>B @A',
      'other next-action A>end @A',
      'came step-source @A',
      'held register-field HELD @A',
      'kept outside CASE_NOTE',
      'due register-field DUE @B',
    ],
  }),
);

function played(): { readonly told: Told; readonly entryOf: (fact: string) => RecordEntry } {
  const playing = new Playing(INDEX, { held: [], on: DAY });
  const events = [begin('A', DAY, 'Police'), record('A-1', 'register-field:HELD', ['X', 'Y'], DAY)];
  for (const event of [...events, complete('A-1', '2026-05-06', 'A>B')]) playing.send(event);
  const { state } = playing.moment;
  const entryOf = (fact: string): RecordEntry => {
    const found = state.record.find((entry) => entry.fact === factId(fact));
    if (found === undefined) throw new Error(`nothing says ${fact}`);
    return found;
  };
  return { told: { index: INDEX, state, on: DAY }, entryOf };
}

const sourcesOf = (fact: string): readonly Source[] => INDEX.sourcesOfFact.get(factId(fact)) ?? [];

test.each([
  ['due', 'A was completed on 6 May'],
  ['way', 'the next action “A>B” was chosen in A'],
  ['other', 'the next action “A>end” was not chosen in A'],
  ['came', 'the source chosen when A began was “Police”'],
  ['held', 'the register (HELD) said “X and Y” in A'],
])('an entry says why in words: %s', (fact, words) => {
  const { told, entryOf } = played();
  expect(describeBecause(told, entryOf(fact))).toBe(words);
});

test('a path that was not taken says nothing of its fact', () => {
  const { entryOf } = played();
  expect([saysSomething(entryOf('way')), saysSomething(entryOf('other'))]).toEqual([true, false]);
});

const LACKS: readonly (readonly [Lack, string])[] = [
  [{ kind: 'no-source' }, 'No place in this workspace feeds it: say on the screen Returns where it is recorded.'],
  [
    { kind: 'outside', sources: sourcesOf('kept') },
    'It is only kept outside Mosaic (CASE_NOTE), so nothing can be sent.',
  ],
  [
    { kind: 'not-recorded', sources: sourcesOf('due') },
    'Nothing has been recorded. It is read from the step’s own completed date in A; or the register (DUE) in B.',
  ],
  [
    { kind: 'cannot-be-worked-out', from: ['due', 'way'] },
    'It is worked out from “due” and “way”, and that is not on the record.',
  ],
  [{ kind: 'cannot-be-worked-out', from: [] }, 'It is worked out by the return, and nobody has said how.'],
];

test.each(LACKS)('why nothing can be sent is a whole sentence: %o', (lack, words) => {
  expect(describeLack(played().told, lack)).toBe(words);
});

test('what does not fit says what was recorded and what is wanted', () => {
  const { told, entryOf } = played();
  expect(describeLack(told, { kind: 'not-in-format', entry: entryOf('came'), wanted: 'a date' })).toBe(
    'What was recorded does not fit: the source chosen when A began was “Police”, and the return wants a date.',
  );
});

test('answers are quoted, days are told as days', () => {
  expect(sayAnswer('2026-05-04')).toBe('4 May 2026');
  expect(sayAnswer(['One', ' ', 'Two'])).toBe('“One and Two”');
  expect(sayAnswer('2026-05-04T10:00')).toBe('“2026-05-04T10:00”');
});

test('every state has a sign and a word of its own', () => {
  const words = Object.values(ELEMENT_WORDS);
  for (const part of ['sign', 'word'] as const) expect(new Set(words.map((one) => one[part])).size).toBe(words.length);
});
