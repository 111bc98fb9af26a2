import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CASE_FORMAT, type CaseScript, type ScriptDate, type ScriptWork } from '#cases/case-script.ts';
import { playScript } from '#cases/play-script.ts';
import { caseOf, casePlayer } from '#cases/played-case.ts';
import { readScript } from '#cases/read-script.ts';
import { toScript } from '#cases/to-script.ts';
import { writeScript } from '#cases/write-script.ts';
import type { CaseInput } from '#machine/case-values.ts';
import { stepDefinitions } from '#machine/step-definition.ts';
import { addDays } from '#model/dates.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { SCREEN_KINDS } from '#model/words.ts';
import { openExample } from '../support/open-example.ts';
import { randomWalk } from '../support/random-walk.ts';
import { arbitraryWorkspace } from '../support/random-workspace.ts';

const INPUT: CaseInput = { held: [{ kind: 'person-field', ref: 'SEX', value: 'Female' }], on: '2026-04-01' };

/** The same requests, with many of them on one day. */
const onFewDays = <Event extends { readonly on: string }>(events: readonly Event[], days: number): readonly Event[] =>
  events.map((event) => ({
    ...event,
    on: `2026-04-${String(10 + Math.floor((Number(event.on.slice(8)) % 28) / days)).padStart(2, '0')}`,
  }));

function expectSameAgain(
  index: Parameters<typeof casePlayer>[0],
  events: ReturnType<typeof randomWalk>['events'],
): CaseScript {
  const rules = { player: casePlayer(index), definitions: stepDefinitions(index) };
  const played = caseOf('Case', INPUT, events);
  const { state } = rules.player.momentOf(played);
  const script = toScript(rules, played);
  const again = playScript(rules, script);
  expect(again.refused).toBeNull();
  const { steps, record } = rules.player.momentOf(again.case).state;
  expect(steps).toEqual(state.steps);
  expect(record).toEqual(state.record);
  return script;
}

const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2026-04-01', days));
const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const name = fc
  .oneof(text, fc.constantFrom('__proto__', 'constructor', '7', 'a "b" \\ c'))
  .filter((raw) => raw.trim() !== '');
const answer = fc.oneof(text, fc.array(text, { maxLength: 3 }));
const answers = fc.dictionary(name, answer, { maxKeys: 4 });
const screens = fc.dictionary(
  fc.tuple(fc.constantFrom(...SCREEN_KINDS), text).map(([kind, ref]) => `${kind}:${ref}`),
  answer,
  { maxKeys: 3 },
);

const arbitraryWork: fc.Arbitrary<ScriptWork> = fc
  .record(
    {
      step: name,
      on: day,
      which: fc.integer({ min: 1, max: 9 }),
      source: text,
      reopened: text,
      add: fc.array(name, { maxLength: 3 }),
      answers: fc.dictionary(name, answers, { maxKeys: 2 }),
      rows: fc.dictionary(name, fc.dictionary(name, fc.array(answers, { maxLength: 3 }), { maxKeys: 2 }), {
        maxKeys: 2,
      }),
      siblings: fc.dictionary(name, fc.array(answers, { maxLength: 3 }), { maxKeys: 2 }),
      screens,
      take: fc.array(name, { maxLength: 2 }),
      next: fc.array(name, { maxLength: 2 }),
      ends: fc.constantFrom('completed', 'cancelled', 'open'),
      later: fc.nat(60),
      why: text,
    },
    { requiredKeys: ['step', 'on', 'ends', 'later', 'why', 'next'] },
  )
  .map(({ ends, later, why, next, ...work }) => ({
    ...work,
    ...(ends === 'completed' ? { completed: addDays(work.on, later), next } : {}),
    ...(ends === 'cancelled' ? { cancelled: why } : {}),
  }));

const arbitraryScript: fc.Arbitrary<CaseScript> = fc.record({
  format: fc.constant(CASE_FORMAT),
  name,
  about: text,
  on: day,
  person: screens,
  siblings: fc.array(name, { maxLength: 3 }),
  steps: fc.array(
    fc.oneof(
      arbitraryWork,
      day.map((on): ScriptDate => ({ on })),
    ),
    { maxLength: 6 },
  ),
});

test('a case as a script, played again, gives the same steps and the same record', () => {
  let entries = 0;
  let events = 0;
  fc.assert(
    fc.property(arbitraryWorkspace(), fc.integer(), fc.integer({ min: 1, max: 28 }), (workspace, seed, days) => {
      const index = indexWorkspace(workspace);
      const walked = randomWalk(index, seed).events;
      for (const each of [walked, onFewDays(walked, days)]) {
        entries += expectSameAgain(index, each).steps.length;
        events += each.length;
      }
    }),
    { numRuns: 60 },
  );
  expect(entries).toBeGreaterThan(500);
  expect(entries).toBeLessThan(events);
});

test('a script written and read again is the same script', () => {
  fc.assert(
    fc.property(arbitraryScript, (script) => {
      const text = writeScript(script);
      const { value, problems } = readScript(text);
      expect(value).toEqual(script);
      // Days that go back are warned of, and nothing else.
      expect(problems.filter(({ message }) => !message.includes('is before the day of'))).toEqual([]);
      expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(400);
    }),
    { numRuns: 200 },
  );
});

test('a walk of the worked example keeps together what was done in one step on one day', () => {
  const index = indexWorkspace(openExample().value);
  const { events } = randomWalk(index, 5, { limit: 12 });
  const script = expectSameAgain(index, onFewDays(events, 28));
  expect(script.steps.length).toBeLessThan(events.length / 5);
});
