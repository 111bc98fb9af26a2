import { describe, expect, test } from 'vitest';
import { leftBehind } from '#diagram/return-left-behind.ts';
import { addEventPlace, findEventPlace, removeEventPlaces } from '#edits/edit-events.ts';
import {
  type AboutReturn,
  aboutOf,
  copyReturn,
  newReturn,
  removeReturn,
  setAbout,
  setReturnFirst,
} from '#edits/edit-return.ts';
import { removeReturnRows, renameCodeSet, returnRows, writeReturnRows } from '#edits/edit-return-rows.ts';
import { addSource, type NewSource } from '#edits/set-source.ts';
import { invariant } from '#model/assert.ts';
import type { DataReturn } from '#model/data-return.ts';
import { eventId, factId, nextActionId, stepTypeId } from '#model/ids.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import type { OpenedWorkspace } from '#pipeline/open-workspace.ts';
import { applyChanges, type Edit } from '#workspace/apply-edit.ts';
import { newMemory } from '#workspace/remember.ts';
import { writeWorkspace } from '#workspace/write-workspace.ts';
import { openExample } from '../support/open-example.ts';

const example = openExample();
const memory = newMemory();
const made = (edit: Edit, before: OpenedWorkspace = example): OpenedWorkspace =>
  applyChanges(before, edit.changes, memory);
const errorsOf = ({ problems }: OpenedWorkspace): readonly string[] =>
  problems.filter((problem) => problem.severity === 'error').map((problem) => problem.message);
const author = { by: 'A. Analyst', on: '2026-11-20' };

function returnOf({ value }: OpenedWorkspace, id: string): DataReturn {
  const found = value.returns.find((one) => one.id === id);
  invariant(found !== undefined, `no return ${id}`);
  return found;
}

const ABOUT: AboutReturn = {
  id: 'visits-2026',
  name: 'Visits 2026',
  year: '2026',
  from: '2026-01-01',
  to: '2026-12-31',
  family: 'visits',
  source: 'Our own collection',
  notVerified: ['Nobody has agreed it yet.'],
};

/** A return of one item, due at the end of every referral. */
function withVisits(): OpenedWorkspace {
  const empty = made(newReturn(example, ABOUT));
  const write = (
    before: OpenedWorkspace,
    part: 'events' | 'codes' | 'items' | 'rules',
    rows: readonly Record<string, string>[],
  ): OpenedWorkspace =>
    made(
      writeReturnRows(before, { dataReturn: returnOf(before, ABOUT.id), part }, { changed: [], added: rows }),
      before,
    );
  const events = write(empty, 'events', [{ event: 'visit-made', name: 'A visit is made', default_roles: 'cin-visit' }]);
  const codes = write(events, 'codes', [
    { code_set: 'Kind', code: '1', label: 'At home' },
    { code_set: 'Kind', code: '2', label: 'At school' },
  ]);
  const items = write(codes, 'items', [
    { item: 'Visit/Date', tag: 'Date', name: 'Date', format: 'date', event: 'visit-made', fact: 'referral.date' },
    { item: 'Visit/Kind', tag: 'Kind', format: 'code', code_set: 'Kind', event: 'visit-made', fact: 'child.sex' },
  ]);
  return write(items, 'rules', [{ rule: 'V1', items: 'Visit/Date; Visit/Kind', says: 'Both or neither.' }]);
}

describe('a return of the council’s own', () => {
  test('is added, filled row by row, and audited', () => {
    const after = withVisits();
    expect(errorsOf(after)).toEqual(errorsOf(example));
    const own = returnOf(after, ABOUT.id);
    expect(aboutOf(own)).toEqual(ABOUT);
    expect(own.shipped).toBe(false);
    expect(own.items.map(({ id }) => id)).toEqual(['Visit/Date', 'Visit/Kind']);
    expect(after.value.manifest.returns).toEqual([...example.value.manifest.returns, ABOUT.id]);
    const placed = made(
      addEventPlace(after.value, {
        event: eventId('visit-made'),
        stepType: stepTypeId('REFERRAL'),
        moment: 'completed',
        nextAction: null,
      }),
      after,
    );
    const audit = auditWorkspace(placed.value, placed.problems, own.id);
    expect(audit.return).toBe(ABOUT.id);
    expect(audit.coverage.map(({ item, places }) => [item, places.length])).toEqual([
      ['Visit/Date', 1],
      ['Visit/Kind', 1],
    ]);
  });

  test('copied, it holds what the other holds, and nothing of the other is touched', () => {
    const from = returnOf(example, 'cin-2026-27');
    const after = made(copyReturn(example, from, { ...aboutOf(from), id: 'cin-own', name: 'Ours' }));
    const own = returnOf(after, 'cin-own');
    expect({ ...own, id: from.id, name: from.name, shipped: true }).toEqual(from);
    expect(returnOf(after, 'cin-2026-27')).toBe(from);
    expect(errorsOf(after)).toEqual(errorsOf(example));
  });

  test('removed, its files are gone and every other file has its bytes', () => {
    const before = withVisits();
    const after = made(removeReturn(before, returnOf(before, ABOUT.id)), before);
    const bytes = (opened: OpenedWorkspace): ReadonlyMap<string, string> =>
      new Map([...writeWorkspace(opened)].map(([file, own]) => [file, new TextDecoder().decode(own)]));
    expect(bytes(after)).toEqual(bytes(example));
  });

  test('says which mappings would feed nothing without it', () => {
    const before = withVisits();
    const place = { stepType: stepTypeId('REFERRAL'), moment: 'completed', nextAction: null } as const;
    const placed = made(addEventPlace(before.value, { event: eventId('visit-made'), ...place }), before);
    const left = leftBehind(placed.value, returnOf(placed, ABOUT.id));
    expect(left.eventPlaces.map(({ event }) => event)).toEqual(['visit-made']);
    // Its facts are asked for by the census too.
    expect(left.sources).toEqual([]);
  });

  test('what it says of itself is changed, and what else its file says stays', () => {
    const before = withVisits();
    const own = returnOf(before, ABOUT.id);
    const after = made(setAbout(before, own, { ...aboutOf(own), name: 'Visits', to: '2027-03-31' }), before);
    expect(returnOf(after, ABOUT.id)).toMatchObject({
      name: 'Visits',
      period: { from: '2026-01-01', to: '2027-03-31' },
    });
  });

  test('becomes the one that the workspace is audited for', () => {
    const before = withVisits();
    const after = made(setReturnFirst(before, returnOf(before, ABOUT.id)), before);
    expect(after.value.manifest.returns[0]).toBe(ABOUT.id);
    const text = new TextDecoder().decode(after.files.get('workflows/workspace.json'));
    expect(text).toContain('"returns": ["visits-2026", "cin-2026-27", "cin-2025-26"]');
  });
});

describe('rows that name what is renamed follow', () => {
  const write = (before: OpenedWorkspace, part: 'events' | 'items', cells: Record<string, string>): OpenedWorkspace => {
    const dataReturn = returnOf(before, ABOUT.id);
    const [row] = returnRows(before, { dataReturn, part });
    invariant(row !== undefined, 'a row');
    return made(
      writeReturnRows(before, { dataReturn, part }, { changed: [{ row: row.at.row, cells }], added: [] }),
      before,
    );
  };

  test('an event: its items and its places', () => {
    const before = withVisits();
    const place = { stepType: stepTypeId('REFERRAL'), moment: 'completed', nextAction: null } as const;
    const placed = made(addEventPlace(before.value, { event: eventId('visit-made'), ...place }), before);
    const after = write(placed, 'events', { event: 'child-seen' });
    expect(returnOf(after, ABOUT.id).items.map(({ event }) => event)).toEqual(['child-seen', 'child-seen']);
    expect(after.value.eventPlaces.at(-1)).toMatchObject({ event: 'child-seen', stepType: 'REFERRAL' });
    expect(after.problems.length).toBe(placed.problems.length);
  });

  test('an event that another return has too keeps its places there', () => {
    const from = returnOf(example, 'cin-2026-27');
    const copied = made(copyReturn(example, from, { ...aboutOf(from), id: ABOUT.id }));
    const after = write(copied, 'events', { event: 'child-counted' });
    const placesOf = (event: string): number => after.value.eventPlaces.filter((place) => place.event === event).length;
    expect(placesOf('child-counted')).toBe(placesOf('child-included'));
    expect(placesOf('child-included')).toBeGreaterThan(0);
    expect(errorsOf(after)).toEqual(errorsOf(example));
  });

  test('an item: the rules that test it', () => {
    const after = write(withVisits(), 'items', { item: 'Visit/Day' });
    expect(returnOf(after, ABOUT.id).rules[0]?.items).toEqual(['Visit/Day', 'Visit/Kind']);
  });

  test('a set of codes: its codes and its items', () => {
    const before = withVisits();
    const after = made(renameCodeSet(before, returnOf(before, ABOUT.id), { from: 'Kind', to: 'Where' }), before);
    const own = returnOf(after, ABOUT.id);
    expect(own.codes.map(({ codeSet }) => codeSet)).toEqual(['Where', 'Where']);
    expect(own.items[1]?.codeSet).toBe('Where');
  });

  test('a code that moves to another set renames nothing', () => {
    const before = withVisits();
    const dataReturn = returnOf(before, ABOUT.id);
    const table = { dataReturn, part: 'codes' } as const;
    const [row] = returnRows(before, table);
    const cells = { row: row?.at.row ?? 0, cells: { code_set: 'Other' } };
    const after = made(writeReturnRows(before, table, { changed: [cells], added: [] }), before);
    expect(returnOf(after, ABOUT.id).items[1]?.codeSet).toBe('Kind');
  });

  test('rows are taken away', () => {
    const before = withVisits();
    const table = { dataReturn: returnOf(before, ABOUT.id), part: 'codes' } as const;
    const rows = returnRows(before, table).map(({ at }) => at.row);
    expect(returnOf(made(removeReturnRows(before, table, rows), before), ABOUT.id).codes).toEqual([]);
  });
});

test('a place of an event is added once, and taken away again', () => {
  const place = {
    event: eventId('referral-accepted'),
    stepType: stepTypeId('CONTACT'),
    moment: 'completed',
    nextAction: nextActionId('CON_TO_REFERRAL'),
  } as const;
  const edit = addEventPlace(example.value, place);
  const added = made(edit);
  expect(added.value.eventPlaces.at(-1)).toMatchObject(place);
  expect(addEventPlace(added.value, place).changes).toEqual([]);
  const standing = findEventPlace(added.value, place);
  invariant(standing !== undefined, 'added');
  expect(made(removeEventPlaces(added.value, [standing]), added).value.eventPlaces).toEqual(example.value.eventPlaces);
});

const SOURCE: NewSource = {
  fact: factId('assessment.internal-review-date'),
  kind: 'step-date',
  stepType: stepTypeId('CFA'),
  form: null,
  question: null,
  ref: 'completed',
  use: 'feeds',
  order: '1',
  why: 'Agreed with the team.',
};

test('a source is added confirmed; where its place has a row already that row says so', () => {
  const fact = example.value.facts.find(({ id }) => id === 'referral.date')?.id ?? SOURCE.fact;
  const wanted = { ...SOURCE, fact };
  const added = made(addSource(example.value, wanted, author));
  expect(added.value.sources.at(-1)).toMatchObject({ ...wanted, order: 1, status: 'confirmed', ...author });
  const again = made(addSource(added.value, { ...wanted, order: '2', use: 'records' }, author), added);
  expect(again.value.sources.length).toBe(added.value.sources.length);
  expect(again.value.sources.at(-1)).toMatchObject({ order: 2, use: 'records' });
  expect(errorsOf(again)).toEqual(errorsOf(example));
});
