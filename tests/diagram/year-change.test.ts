import { describe, expect, test } from 'vitest';
import { type YearChange, yearChange } from '#diagram/year-change/year-change.ts';
import type { DataReturn } from '#model/data-return.ts';
import { codeSetId, eventId, factId, returnId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { aFact, anItem, aReturn, aStepType, aWorkspace } from '../support/a-workspace.ts';
import { openExample } from '../support/open-example.ts';

function between(workspace: Workspace, from: string, to: string): YearChange {
  const side = (id: string): Parameters<typeof yearChange>[0] => ({
    index: indexWorkspace(workspace, returnId(id)),
    audit: auditWorkspace(workspace, [], returnId(id)),
  });
  return yearChange(side(from), side(to));
}

const FIRST = aReturn({
  id: returnId('one'),
  items: [
    anItem('Sex', { fact: factId('sex'), codeSet: codeSetId('GENDER'), event: eventId('begun') }),
    anItem('Born', { fact: factId('born'), event: eventId('begun') }),
    anItem('Fax', { fact: factId('fax'), event: eventId('begun') }),
  ],
  codes: [
    { codeSet: codeSetId('GENDER'), code: '1', label: 'Male' },
    { codeSet: codeSetId('GENDER'), code: '9', label: 'Other' },
  ],
  events: [{ id: eventId('begun'), name: 'Work begins', defaultRoles: [] }],
});
const SECOND = aReturn({
  ...FIRST,
  id: returnId('two'),
  items: [
    anItem('Sex', { fact: factId('sex'), codeSet: codeSetId('SEX'), event: eventId('begun') }),
    anItem('Born', { fact: factId('born'), event: eventId('begun'), min: 0 }),
    anItem('Seen', { fact: factId('seen'), event: eventId('visited') }),
    anItem('Fed', { fact: factId('fed'), event: eventId('begun') }),
  ],
  codes: [{ codeSet: codeSetId('SEX'), code: 'M', label: 'Male' }],
  events: [
    { id: eventId('begun'), name: 'Work is begun', defaultRoles: [] },
    { id: eventId('visited'), name: 'A visit is made', defaultRoles: ['cin-visit'] },
  ],
});

const workspaceOf = (returns: readonly DataReturn[]): Workspace =>
  aWorkspace(
    {
      actions: ['A > V'],
      activities: ['A F'],
      questions: ['F.S mandatory', 'F.X', 'F.E mandatory', 'F.L'],
      sources: ['sex F.S', 'fax F.X suggested', 'fed F.E', 'local F.L records'],
      events: ['begun A started'],
      mappings: ['LIST Male GENDER 1', 'LIST Male SEX M', 'LIST Other GENDER 9', 'LIST Odd GENDER'],
    },
    {
      stepTypes: [
        aStepType('A', { mayStart: true }),
        aStepType('V', { mayEnd: true, roles: ['cin-visit'], name: 'Visit' }),
      ],
      facts: ['sex', 'born', 'fax', 'seen', 'fed', 'local'].map((key) => aFact(key)),
      returns,
    },
  );

const change = between(workspaceOf([FIRST, SECOND]), 'one', 'two');

test('items are added, removed or changed, each change with both readings', () => {
  expect(change.items.added.map(({ item }) => item.tag)).toEqual(['Seen', 'Fed']);
  expect(change.items.removed.map(({ item }) => item.tag)).toEqual(['Fax']);
  expect(change.items.changed.map(({ to, changes }) => [to.tag, changes])).toEqual([
    ['Sex', [{ member: 'Set of codes', from: 'GENDER', to: 'SEX' }]],
    ['Born', [{ member: 'At least', from: '1', to: '0' }]],
  ]);
});

test('facts newly due say whether anything feeds them; those no longer due keep their mappings', () => {
  const { newlyDue, noLongerDue, groups, carriedByStatus } = change.mappings;
  expect(newlyDue.map(({ fact, isFed, mappings }) => [fact, isFed, mappings.map(({ words }) => words)])).toEqual([
    ['seen', false, []],
    ['fed', true, ['“E” on F']],
  ]);
  expect(noLongerDue.map(({ fact, mappings }) => [fact, mappings.map(({ words }) => words)])).toEqual([
    ['fax', ['“X” on F']],
  ]);
  expect(groups.neither.map(({ fact }) => fact)).toEqual(['local']);
  expect(carriedByStatus).toEqual({ suggested: 0, confirmed: 1, flagged: 0, ignored: 0 });
});

test('answers whose codes are retired: one that the new set takes keeps a code, another is left without', () => {
  const { sets, groups } = change.codes;
  expect(sets.map(({ codeSet, kind }) => [codeSet, kind])).toEqual([
    ['GENDER', 'removed'],
    ['SEX', 'added'],
  ]);
  expect(sets[0]?.retiredAnswers.map(({ answer, stillLeadsTo }) => [answer, stillLeadsTo])).toEqual([
    ['Male', ['M']],
    ['Other', []],
  ]);
  expect(groups.withoutCode.map(({ answer }) => answer)).toEqual(['Odd']);
  expect(change.summary.answersWithoutCode).toBe(1);
});

test('a new event without a place has step types proposed by their roles', () => {
  const { added, changed } = change.events;
  expect(added.map(({ event, items, places, proposed }) => [event.id, items, places.length, proposed])).toEqual([
    ['visited', 1, 0, [{ stepType: 'V', name: 'Visit', role: 'cin-visit' }]],
  ]);
  expect(changed.map(({ changes }) => changes)).toEqual([
    [{ member: 'Name', from: 'Work begins', to: 'Work is begun' }],
  ]);
});

test('what is newly missing is said, and nothing while the new year has not been audited', () => {
  expect(change.statuses?.worse.map(({ item, from, to }) => [item.tag, from, to])).toEqual([
    ['Seen', null, 'not-triggered'],
  ]);
  expect(change.statuses?.coveredAlready.map(({ item }) => item.tag)).toEqual(['Fed']);
  const workspace = workspaceOf([FIRST, SECOND]);
  const side = (id: string): Parameters<typeof yearChange>[0] => ({
    index: indexWorkspace(workspace, returnId(id)),
    audit: null,
  });
  const waiting = yearChange(side('one'), side('two'));
  expect([waiting.statuses, waiting.summary.itemsWorse]).toEqual([null, null]);
  expect(waiting.summary.itemsAdded).toBe(2);
});

const { value: example } = openExample();
const YEARS = example.returns.filter(({ family }) => family === 'cin').map(({ id }): string => id);
const PAIRS = YEARS.flatMap((from) => YEARS.map((to): [string, string] => [from, to]));

test('all shipped years are held against each other, in both directions', () => {
  expect(PAIRS.length).toBe(16);
});

/** Every value once: none is lost, none stands in two lists. */
function expectOnce<Value>(lists: readonly (readonly Value[])[], all: readonly Value[]): void {
  const found = lists.flat();
  expect(new Set(found)).toEqual(new Set(all));
  expect(found.length).toBe(all.length);
}

describe.each(PAIRS)('nothing is dropped between %s and %s', (from, to) => {
  const found = between(example, from, to);
  const [old, now] = [from, to].map((id) => example.returns.find((one) => one.id === id));
  if (old === undefined || now === undefined) throw new Error('No return');

  test('every item, rule and event of either year', () => {
    const { items, rules, events } = found;
    const kept = [...items.changed, ...items.same];
    expectOnce([items.removed.map(({ item }) => item), kept.map((pair) => pair.from)], old.items);
    expectOnce([items.added.map(({ item }) => item), kept.map((pair) => pair.to)], now.items);
    const keptRules = [...rules.changed, ...rules.same];
    expectOnce([rules.removed, keptRules.map((pair) => pair.from)], old.rules);
    expectOnce([rules.added, keptRules.map((pair) => pair.to)], now.rules);
    const keptEvents = [...events.changed, ...events.same];
    expectOnce([events.removed.map(({ event }) => event), keptEvents.map((pair) => pair.from)], old.events);
    expectOnce([events.added.map(({ event }) => event), keptEvents.map((pair) => pair.to)], now.events);
  });

  test('every mapping, code row and place of an event', () => {
    expectOnce(Object.values(found.mappings.groups), example.sources);
    expectOnce(Object.values(found.codes.groups), example.codeMappings);
    expectOnce(Object.values(found.events.groups), example.eventPlaces);
    const lost = found.mappings.noLongerDue.flatMap(({ mappings }) => mappings.map(({ source }) => source));
    expectOnce([lost], found.mappings.groups.feedsNothing);
  });

  test('every item of the new year stands worse, better or as before', () => {
    const { worse, better, coveredAlready, same } = found.statuses ?? {
      worse: [],
      better: [],
      coveredAlready: [],
      same: [],
    };
    expectOnce([[...worse, ...better, ...coveredAlready, ...same].map(({ item }) => item)], now.items);
  });

  test('every retired code row stands beside the answer it belongs to', () => {
    const rows = found.codes.sets.flatMap(({ retiredAnswers }) => retiredAnswers.flatMap(({ rows }) => rows));
    expectOnce(
      [rows],
      found.codes.groups.retired.filter(({ status }) => status !== 'ignored'),
    );
  });
});

test('the year that brought the pre-proceedings module: ten items, their facts and events', () => {
  const { summary, items, events } = between(example, 'cin-2025-26', 'cin-2026-27');
  expect(items.added.map(({ item }) => item.module)).toEqual(
    Array.from({ length: 10 }, () => 'Pre-proceedings and FGDM'),
  );
  expect([summary.itemsAdded, summary.itemsRemoved, summary.eventsAdded, summary.eventsWithoutPlace]).toEqual([
    10, 0, 5, 0,
  ]);
  expect(summary.factsNewlyDue).toBeGreaterThan(0);
  expect(events.withoutPlace).toEqual([]);
});

test('the item that took the place of another asks for the same fact', () => {
  const { items } = between(example, 'cin-2023-24', 'cin-2024-25');
  expect(items.removed.map(({ item, sameFact }) => [item.tag, sameFact.map(({ tag }) => tag)])).toEqual([
    ['GenderCurrent', ['Sex']],
  ]);
});

test('nothing changes between a year and itself', () => {
  const { summary } = between(example, 'cin-2026-27', 'cin-2026-27');
  const { itemsSame, mappingsCarriedOver, ...changed } = summary;
  expect(new Set(Object.values(changed))).toEqual(new Set([0]));
  expect(itemsSame).toBeGreaterThan(50);
  expect(mappingsCarriedOver).toBeGreaterThan(50);
});

test('an answer is not missed where the new year asks for nothing that it could fill', () => {
  const { codes, summary } = between(example, 'cin-2026-27', 'cin-2025-26');
  const outcome = codes.sets.find(({ codeSet }) => codeSet === 'PPOutcome');
  expect([outcome?.kind, outcome?.isAsked, summary.answersWithoutCode]).toEqual(['removed', false, 0]);
  expect(outcome?.retiredAnswers.length).toBeGreaterThan(0);
});

test('what is kept outside Mosaic is a mapping of a fact newly due, and no source of it', () => {
  const { mappings } = between(example, 'cin-2025-26', 'cin-2026-27');
  const outside = mappings.newlyDue.filter(({ mappings }) => mappings.every(({ source }) => source.kind === 'outside'));
  expect(outside.length).toBeGreaterThan(0);
  expect(outside.filter(({ isFed }) => isFed)).toEqual([]);
});
