import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseMachineOf, caseMoment, caseMomentAfter } from '#machine/case-machine.ts';
import type { CaseState } from '#machine/case-values.ts';
import { codeSetId, eventId, stepTypeId } from '#model/ids.ts';
import { indexWorkspace, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';
import { type GroupElement, RETURN_OPTIONS, type ReturnElement } from '#returns/child-return.ts';
import { childReturn, itemsOf } from '#returns/return-of.ts';
import { returnRulesOf } from '#returns/return-rules.ts';
import { writeSchema } from '#returns/write-schema.ts';
import { isComplete, writeReturn, xmlLines } from '#returns/write-xml.ts';
import { aSource } from '../support/a-workspace.ts';
import { openExample } from '../support/open-example.ts';
import { randomWalk } from '../support/random-walk.ts';
import { arbitraryWorkspace } from '../support/random-workspace.ts';
import { schemaErrors } from './validate.ts';

/** The case of a random walk, at a moment of it. */
function walked(index: WorkspaceIndex, seed: number, share = 1): CaseState {
  const { events } = randomWalk(index, seed, { limit: 8 });
  const machine = caseMachineOf(index);
  const held = ['SEX', 'DATE_OF_BIRTH', 'PERSON_ID'].map((ref) => ({ kind: 'person-field' as const, ref, value: 'F' }));
  return events
    .slice(0, Math.ceil(events.length * share))
    .reduce((moment, event) => caseMomentAfter(machine, moment, event), caseMoment(machine, { held, on: '2026-04-01' }))
    .state;
}

const groupsOf = (group: GroupElement): readonly GroupElement[] => [
  group,
  ...group.children.flatMap((child) => (child.kind === 'group' ? groupsOf(child) : [])),
];

const PATHS = ['M/H/', 'M/C/Child/', 'M/C/Child/Case/', 'M/C/Child/Case/Visits/Visit/', 'M/C/Child/Other/', ''];
const FORMATS = ['text', 'date', 'true-false', 'whole-number', 'date-time'] as const;

/** A random workspace whose items stand in a message of groups, with random formats and, perhaps, the rules of the census. */
const messages: fc.Arbitrary<Workspace> = fc
  .record({
    workspace: arbitraryWorkspace(),
    places: fc.array(fc.nat(PATHS.length - 1), { minLength: 5, maxLength: 5 }),
    formats: fc.array(fc.nat(FORMATS.length - 1), { minLength: 5, maxLength: 5 }),
    many: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    family: fc.constantFrom('test', 'cin'),
  })
  .map(({ workspace, places, formats, many, family }) => ({
    ...workspace,
    // Something is due at every step, and every fact is said at some, so that there is something to send.
    eventPlaces: [
      ...workspace.eventPlaces,
      ...workspace.stepTypes.map(({ id }) => ({
        event: eventId('E0'),
        stepType: id,
        moment: 'started' as const,
        nextAction: null,
        at: { file: '', row: 0 },
      })),
    ],
    sources: [
      ...workspace.sources,
      ...workspace.facts.map(({ id }, index) =>
        aSource(id, 'step-date', { stepType: stepTypeId(`S${index % 2}`), ref: 'started', order: 9 }),
      ),
    ],
    returns: workspace.returns.map((dataReturn) => ({
      ...dataReturn,
      family,
      items: dataReturn.items.map((item, index) => ({
        ...item,
        event: index % 3 === 0 ? item.event : eventId('E0'),
        path: `${PATHS[places[index] ?? 0]}${item.tag}`,
        max: many[index] === true ? ('n' as const) : 1,
        format: item.codeSet === null ? { kind: FORMATS[formats[index] ?? 0] ?? 'text' } : item.format,
      })),
    })),
  }));

const valuesIn = (element: ReturnElement): readonly string[] =>
  element.kind === 'group' ? element.children.flatMap(valuesIn) : element.state === 'sent' ? [element.value ?? ''] : [];

/** What holds of any child's return; how many values it sends. */
function check(index: WorkspaceIndex, state: CaseState): number {
  const rules = returnRulesOf(index);
  const sent = childReturn(rules, state, RETURN_OPTIONS);
  const record = new Set(state.record);
  const codes = new Set((index.dataReturn?.codes ?? []).map(({ codeSet, code }) => `${codeSet} ${code}`));
  for (const element of itemsOf(sent.child)) {
    const { state: stands, value, fed, lack, workedOut, item, isDue, leftOut } = element;
    for (const { entry } of fed) expect(record).toContain(entry);
    if (stands === 'sent') {
      expect(value).not.toBeNull();
      expect(isDue).toBe(true);
      expect(fed.length > 0 || workedOut !== '').toBe(true);
      expect(leftOut).toBeNull();
      if (item.format.kind === 'code') expect(codes).toContain(`${item.codeSet ?? codeSetId('')} ${value}`);
    }
    if (stands === 'missing' || stands === 'conditional') {
      expect(value).toBeNull();
      expect(lack !== null || leftOut !== null).toBe(true);
    }
    if (stands === 'waiting') expect(isDue).toBe(false);
    if (stands === 'left-out') expect(leftOut).not.toBeNull();
  }
  for (const group of groupsOf(sent.child)) {
    const instances = group.children.filter((child): child is GroupElement => child.kind === 'group');
    const keys = instances.map(({ path, instance }) => `${path} ${instance}`);
    expect(new Set(keys).size).toBe(keys.length);
  }
  return valuesIn(sent.child).length;
}

describe('whatever the workspace and the case', () => {
  test('each value sent is on the record or worked out, and each that is due and not sent says why', () => {
    let values = 0;
    fc.assert(
      fc.property(messages, fc.nat(1000), fc.constantFrom(0.5, 1), (workspace, seed, share) => {
        const index = indexWorkspace(workspace);
        values += check(index, walked(index, seed, share));
      }),
      { numRuns: 100 },
    );
    expect(values).toBeGreaterThan(20);
  });

  test('the same case gives the same bytes, and what is shown has every value that is sent', () => {
    fc.assert(
      fc.property(messages, fc.nat(1000), (workspace, seed) => {
        const index = indexWorkspace(workspace);
        const state = walked(index, seed);
        const rules = returnRulesOf(index);
        const write = (of: CaseState): string => {
          const { header, child } = childReturn(rules, of, RETURN_OPTIONS);
          return [...writeReturn(rules.shape, header, [child])].join('');
        };
        const copy: CaseState = JSON.parse(JSON.stringify(state));
        expect(write(copy)).toBe(write(state));
        const { child } = childReturn(rules, state, RETURN_OPTIONS);
        const shown = xmlLines(child).flatMap(({ kind, element, text }) =>
          kind === 'item' && element.kind === 'item' && element.state === 'sent' ? [text] : [],
        );
        expect(shown).toEqual(valuesIn(child));
      }),
      { numRuns: 60 },
    );
  });

  test('the file of a complete child is valid by the schema made of the items', async () => {
    let complete = 0;
    await fc.assert(
      fc.asyncProperty(messages, fc.nat(1000), async (workspace, seed) => {
        const index = indexWorkspace(workspace);
        const rules = returnRulesOf(index);
        const sent = childReturn(rules, walked(index, seed), RETURN_OPTIONS);
        const isHeaderWhole = itemsOf(sent.header).every(({ state, item }) => state === 'sent' || item.min === 0);
        if (!sent.isIncluded || !isComplete(sent) || !isHeaderWhole) return;
        complete += 1;
        const file = [...writeReturn(rules.shape, sent.header, [sent.child])].join('');
        expect(await schemaErrors(file, writeSchema(rules))).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(complete).toBeGreaterThan(0);
  });
});

describe('the worked example', () => {
  const { value: example } = openExample();

  test('whatever is walked, the return follows', () => {
    const index = indexWorkspace(example);
    const states = Array.from({ length: 6 }, (_, seed) => walked(index, seed, seed % 2 === 0 ? 1 : 0.6));
    for (const state of states) check(index, state);
    const included = states.filter((state) => childReturn(returnRulesOf(index), state, RETURN_OPTIONS).isIncluded);
    expect(included.length).toBeGreaterThan(0);
  });
});
