import { expect, test } from 'vitest';
import type { CaseEvent, CaseInput } from '#machine/case-values.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Told } from '#walk/entry-words.ts';
import { instanceName } from '#walk/instance-names.ts';
import { linesWith, type RecordLine, recordGroups, recordLines } from '#walk/record-view.ts';
import { Playing } from '../returns-of-case/playing.ts';
import { begin, complete, fill, inCopy, record, start } from '../returns-of-case/small.ts';
import { exampleIn, fullProtectionCase } from '../returns-of-case/worked-example.ts';
import { aWorkspace } from '../support/a-workspace.ts';

const DAY = '2026-05-04';

const INDEX = indexWorkspace(
  aWorkspace({
    steps: ['A may-start opens:referral', 'R may-end opens:review group'],
    actions: ['A > R', 'R > R'],
    activities: ['A F', 'R G'],
    questions: ['F.DAY date', 'G.DAY date', 'G.PULLED pulled-locked from:F.DAY', 'G.SEEN yes-no per-child'],
    facts: ['day event referral', 'met event review', 'seen event review', 'sex'],
    sources: [
      'sex person-field SEX',
      'day F.DAY records',
      'day G.DAY records',
      'day G.PULLED records',
      'met step-date started @R records',
      'seen G.SEEN records',
    ],
  }),
);

function told(events: readonly CaseEvent[], given: Partial<CaseInput> = {}): Told {
  const playing = new Playing(INDEX, { held: [], on: DAY, ...given });
  for (const event of events) playing.send(event);
  return { index: INDEX, state: playing.moment.state, on: DAY };
}

const BEGUN = [begin('A', DAY), fill('A-1', 'F.DAY', '2026-05-01', DAY), complete('A-1', DAY, 'A>R')];
const REVIEW = [...BEGUN, start('R-2', '2026-05-11')];
const AGAIN = [...REVIEW, fill('R-2', 'G.DAY', '2026-05-01', '2026-05-11')];

const said = (lines: readonly RecordLine[]): readonly string[] =>
  lines.map(({ fact, value, when, where }) => `${fact} ${value}, ${when}: ${where}`);

test('each entry says its fact, its value, when and where it was made', () => {
  expect(said(recordLines(told(BEGUN)))).toEqual(['day 1 May 2026, 4 May: “DAY” on F, A']);
});

test('what was held before the first step says so', () => {
  const lines = recordLines(told([], { held: [{ kind: 'person-field', ref: 'SEX', value: 'Female' }] }));
  expect(said(lines)).toEqual(['sex “Female”, 4 May: Person record: SEX, before the first step']);
  expect(lines[0]?.step).toBeNull();
});

test('a fact that is recorded again names the entry before, and one that was pulled forward does not', () => {
  const lines = recordLines(told(AGAIN));
  expect(lines.filter(({ fact }) => fact === 'day').map(({ where, again }) => [where, again])).toEqual([
    ['“DAY” on F, A', ''],
    ['“DAY” on G, R', 'Recorded before: 4 May, “DAY” on F, A'],
    ['“PULLED” on G, R, pulled forward', ''],
  ]);
});

test('an entry about a brother or sister says whose it is', () => {
  const events = [...REVIEW, fill('R-2', 'G.SEEN', 'Yes', DAY), inCopy(1, fill('R-2', 'G.SEEN', 'No', DAY))];
  const lines = recordLines(told(events, { siblings: ['Child B'] })).filter(({ fact }) => fact === 'seen');
  expect(lines.map(({ about, again }) => [about, again])).toEqual([
    ['', ''],
    ['about Child B', ''],
  ]);
});

test('entries are grouped by what they are about, each instance with its number', () => {
  const events = [...REVIEW, complete('R-2', DAY, 'R>R'), start('R-3', DAY)];
  const about = told(events);
  const groups = recordGroups(about, recordLines(about), 'scope');
  expect(groups.map(({ title }) => title)).toEqual(expect.arrayContaining(['Referral 1', 'Review 1', 'Review 2']));
});

test('by time the latest stands first', () => {
  const about = told(AGAIN);
  expect(recordGroups(about, recordLines(about), 'time').map(({ title }) => title)).toEqual(['11 May, R', '4 May, A']);
});

test('every word that is looked for has to stand in an entry', () => {
  const lines = recordLines(told(AGAIN));
  expect(linesWith(lines, ' ')).toBe(lines);
  expect(linesWith(lines, 'pulled DAY')).toHaveLength(1);
  expect(linesWith(lines, 'nowhere')).toEqual([]);
});

test('an instance that no step has begun is not given the number of another', () => {
  const { state } = told(BEGUN);
  expect(instanceName(INDEX, state, 'child')).toBe('The child');
  expect(instanceName(INDEX, state, 'review/A-1')).toBe('Review, before one began (A)');
  expect(instanceName(INDEX, state, 'visit')).toBe('Visit, before one began');
  expect(instanceName(INDEX, state, 'step/A-1')).toBe('A');
});

test('screens recorded in the case are told in the words of the screen', () => {
  const index = indexWorkspace(
    aWorkspace({ steps: ['A may-start'], facts: ['ended'], sources: ['ended register-field END @A'] }),
  );
  const playing = new Playing(index, { held: [], on: DAY });
  for (const event of [begin('A', DAY), record('A-1', 'register-field:END', DAY, DAY)]) playing.send(event);
  const lines = recordLines({ index, state: playing.moment.state, on: DAY });
  expect(said(lines)).toEqual(['ended 4 May 2026, 4 May: Register: END, A']);
});

test('the worked example: no entry is lost between the groups, and none says nothing', () => {
  const index = exampleIn('2026-27');
  const about: Told = { index, state: fullProtectionCase(index).moment.state, on: '2027-03-20' };
  const lines = recordLines(about);
  for (const order of ['scope', 'time'] as const) {
    const grouped = recordGroups(about, lines, order).flatMap((group) => group.lines);
    expect(grouped.map(({ key }) => key).toSorted()).toEqual(lines.map(({ key }) => key).toSorted());
  }
  for (const line of lines) expect(said([line]).join('')).not.toMatch(/undefined|“”/u);
});
