import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateCases } from '#cases/generate/generate-cases.ts';
import { type GeneratedCases, type Goal, goalKey } from '#cases/generate/generated-cases.ts';
import { inventedChild, upnOf } from '#cases/generate/invented-child.ts';
import { playScript } from '#cases/play-script.ts';
import { readScript } from '#cases/read-script.ts';
import { writeScript } from '#cases/write-script.ts';
import { findStep, openSteps } from '#machine/case-values.ts';
import { isWorkingDay } from '#model/dates.ts';
import { indexWorkspace, type WorkspaceIndex } from '#model/index-workspace.ts';
import { walkRulesOf } from '#pipeline/walk-case.ts';
import { aWorkspace, type WorkspaceWords } from '../support/a-workspace.ts';
import { openExample } from '../support/open-example.ts';
import { randomWalk } from '../support/random-walk.ts';
import { arbitraryWorkspace } from '../support/random-workspace.ts';

const made = (words: WorkspaceWords): GeneratedCases => generateCases(indexWorkspace(aWorkspace(words))).generated;

const named = (goal: Goal): string => (goal.kind === 'next-action' ? goal.nextAction : `${goal.form}.${goal.question}`);

const sayings = ({ notCovered }: GeneratedCases): Readonly<Record<string, string>> =>
  Object.fromEntries(notCovered.map(({ goal, says }) => [named(goal), says]));

const ways = ({ cases }: GeneratedCases): readonly string[] =>
  cases.map(({ script }) =>
    script.steps.flatMap((entry) => ('step' in entry ? [...(entry.take ?? []), ...(entry.next ?? [])] : [])).join(' '),
  );

/** Plays the scripts again, from their texts, and gives what was really taken. */
function takenIn(index: WorkspaceIndex, { cases }: GeneratedCases): ReadonlySet<string> {
  const rules = walkRulesOf(index);
  const taken = new Set<string>();
  for (const { script } of cases) {
    const { value, problems } = readScript(writeScript(script));
    expect(problems).toEqual([]);
    const played = playScript(rules, value ?? script);
    expect(played.refused).toBeNull();
    for (const step of rules.player.momentOf(played.case).state.steps) for (const id of step.taken) taken.add(id);
  }
  return taken;
}

describe('generated cases', () => {
  test('take every next action between them, loops included', () => {
    const generated = made({ steps: ['A may-start'], actions: ['A > B', 'B > B one-of:X', 'B > end one-of:X'] });
    expect(ways(generated)).toEqual(['A>B B>B B>end']);
    expect(generated.notCovered).toEqual([]);
  });

  test('are as many as the alternatives of a step that is done once', () => {
    const generated = made({ steps: ['A may-start'], actions: ['A > end one-of:X', 'stop: A > ? one-of:X'] });
    expect(ways(generated)).toEqual(['A>end', 'stop']);
  });

  test('give the answer that a chosen next action hangs on, and no other that asks for one', () => {
    const generated = made({
      steps: ['A may-start'],
      actions: ['A > B if:F.HARM=Yes one-of:X', 'A > end one-of:X'],
      activities: ['A F'],
      questions: ['F.HARM mandatory yes-no'],
    });
    const given = generated.cases.map(({ script }) => script.steps.find((entry) => 'answers' in entry));
    expect(given).toMatchObject([
      { answers: { F: { HARM: 'No' } }, next: ['A>end'] },
      { answers: { F: { HARM: 'Yes' } }, next: ['A>B'] },
    ]);
  });

  test('answer a question that feeds the return, though its form has to be added and another answer shows it', () => {
    const generated = made({
      steps: ['A may-start may-end'],
      activities: ['A F optional'],
      questions: ['F.ASKED yes-no', 'F.WHEN date shown:ASKED=Yes'],
      facts: ['due'],
      sources: ['due F.WHEN'],
      items: ['Due fact:due format:date'],
    });
    expect(generated.cases).toHaveLength(1);
    const entry = generated.cases[0]?.script.steps.at(-1);
    expect(entry).toMatchObject({
      add: ['F'],
      answers: { F: { ASKED: 'Yes', WHEN: expect.stringMatching(/^202[67]-/u) } },
    });
  });

  test('say why something cannot be covered', () => {
    const generated = made({
      steps: ['A may-start', 'FAR', 'STUCK'],
      actions: [
        'A > end one-of:X',
        'A > STUCK one-of:X',
        'both: A > end one-of:X requires:A>end',
        'FAR > end',
        'STUCK > end requires:no',
      ],
      activities: ['FAR G', 'A H'],
      questions: ['G.Q', 'H.ROUND shown:ROUND=Yes', 'L.LOOSE'],
      facts: ['due'],
      sources: ['due G.Q', 'due H.ROUND', 'due L.LOOSE'],
      items: ['Due fact:due'],
    });
    expect(sayings(generated)).toEqual({
      both: 'No legal choice in “A” has it: its rules contradict each other or those of what it needs.',
      'FAR>end': 'No route comes to “FAR”, from which it leads.',
      'STUCK>end': 'No legal choice in “STUCK” has it: its rules contradict each other or those of what it needs.',
      'G.Q': 'No route comes to “FAR”, where it is asked.',
      'H.ROUND': 'No answers were found with which it is shown: it hangs on ROUND, itself.',
      'L.LOOSE': 'Its form L stands on no step.',
    });
  });
});

describe('an invented child', () => {
  test('has a UPN whose check letter its digits give', () => {
    expect(upnOf(1)).toMatch(/^[A-HJ-NP-RT-Z]999\d{8}\d$/u);
    const sum = Array.from(upnOf(1).slice(1)).reduce((total, digit, at) => total + Number(digit) * (at + 2), 0);
    expect('ABCDEFGHJKLMNPQRTUVWXYZ'[sum % 23]).toBe(upnOf(1).at(0));
  });

  test('is of an age from 0 to 17, and not of school age without a UPN', () => {
    for (let number = 1; number < 200; number += 1) {
      const { born, upn } = inventedChild(number, '2026-10-01', { expected: null, dies: false });
      const age = 2026 - Number(born?.slice(0, 4));
      expect(age).toBeGreaterThanOrEqual(0);
      expect(age).toBeLessThan(18);
      if (age > 6) expect(upn).not.toBeNull();
    }
  });
});

describe('of the worked example', () => {
  const index = indexWorkspace(openExample().value);
  const { generated, states } = generateCases(index);
  const { cases, goals, notCovered } = generated;

  test('reach everything but the next action that its own rules rule out', () => {
    expect(goals.length).toBeGreaterThan(150);
    expect(notCovered.map(({ goal }) => named(goal))).toEqual(['CFA_SHORT_BREAKS']);
  });

  test('are played from their texts without a refusal, and do what is said of them', () => {
    const actions = goals.flatMap((goal) => (goal.kind === 'next-action' ? [goal.nextAction] : []));
    const taken = takenIn(index, generated);
    expect(actions.filter((id) => !taken.has(id))).toEqual(['CFA_SHORT_BREAKS']);
  }, 120_000);

  test('are none too many', () => {
    for (const one of cases) {
      const others = new Set(cases.filter((other) => other !== one).flatMap(({ covers }) => covers.map(goalKey)));
      expect(one.covers.every((goal) => others.has(goalKey(goal)))).toBe(false);
    }
    expect(cases.length).toBeLessThan(30);
  });

  test('come to an end inside the year of the return, on working days, in order', () => {
    for (const state of states) {
      expect(openSteps(state)).toEqual([]);
      for (const step of state.steps) {
        const days = [findStep(state, step.from ?? '')?.completed, step.started, step.completed].filter(
          (day) => day !== undefined && day !== null,
        );
        expect(days).toEqual(days.toSorted());
        for (const day of days)
          expect([isWorkingDay(day), day > '2026-04-01', day < '2027-03-31']).toEqual([true, true, true]);
      }
    }
  });

  test('have no factor beside the one that stands alone, and no factor that was withdrawn', () => {
    const factors = states.flatMap(({ record }, at) =>
      record
        .filter(({ fact, value }) => fact === 'assessment.factors' && value === 'Yes')
        .map((entry) => ({ ...entry, key: `${at} ${entry.step}` })),
    );
    const ticked = new Map<string, (string | null)[]>();
    for (const { key, source } of factors) ticked.set(key, [...(ticked.get(key) ?? []), source.question]);
    expect(factors.length).toBeGreaterThan(10);
    for (const boxes of ticked.values()) if (boxes.includes('REP_CIN_FACT_21')) expect(boxes).toHaveLength(1);
    expect(factors.some(({ source }) => source.question === 'REP_CIN_FACT_18A')).toBe(false);
  });

  test('are the same at every run', () => {
    const again = generateCases(indexWorkspace(openExample().value)).generated;
    expect(again.cases.map(({ script }) => writeScript(script))).toEqual(
      cases.map(({ script }) => writeScript(script)),
    );
  });
});

describe('of any workspace', () => {
  test('do what is said of them', () => {
    fc.assert(
      fc.property(arbitraryWorkspace(), (workspace) => {
        const index = indexWorkspace(workspace);
        const { generated } = generateCases(index);
        const taken = takenIn(index, generated);
        const left = new Set(generated.notCovered.map(({ goal }) => goalKey(goal)));
        for (const goal of generated.goals)
          if (goal.kind === 'next-action') expect(taken.has(goal.nextAction)).toBe(!left.has(goalKey(goal)));
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  test('leave out nothing that a random walk takes', () => {
    fc.assert(
      fc.property(arbitraryWorkspace(), fc.integer(), (workspace, seed) => {
        const index = indexWorkspace(workspace);
        const left = new Set(generateCases(index).generated.notCovered.map(({ goal }) => named(goal)));
        const wrong = randomWalk(index, seed).events.flatMap((event) =>
          event.type === 'complete' ? event.choose.filter((id) => left.has(id)) : [],
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
