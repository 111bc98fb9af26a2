import { expect, test } from 'vitest';
import { type StepFilters, stepsMatching } from '#diagram/overlays/steps-matching.ts';
import { itemId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { openExample } from '../../support/open-example.ts';

const example = openExample().value;
const index = indexWorkspace(example);
const audit = auditWorkspace(example, []);
const matching = (filters: StepFilters): readonly string[] => [...stepsMatching(index, audit, filters)];

test('no filter lets every step through', () => {
  expect(matching({})).toHaveLength(example.stepTypes.length);
  expect(matching({ text: '  ', lane: '' })).toHaveLength(example.stepTypes.length);
});

test.each<[StepFilters, readonly string[]]>([
  [{ role: 'section-47' }, ['S47']],
  [{ text: 'multi-agency information' }, ['CONTACT', 'MASH']],
  [{ text: 'rep_cin_s47date' }, ['S47', 'ICPC_REQ', 'ICPC']],
  [{ text: 'section 47', kind: 'duplicate/in-step' }, ['STRATEGY', 'S47', 'ICPC']],
  [
    { item: itemId('Child/CINdetails/Section47/S47ActualStartDate'), team: 'Assessment teams' },
    ['STRATEGY', 'STRATEGY_FURTHER', 'S47'],
  ],
  [{ kind: 'workflow/dead-end' }, ['COURT_PROC']],
])('%j', (filters, steps) => {
  expect(matching(filters)).toEqual(steps);
});

test('filters narrow each other', () => {
  const lane = matching({ lane: 'Child protection' });
  expect(lane.length).toBeGreaterThan(0);
  expect(matching({ lane: 'Child protection', text: 'conference' }).every((step) => lane.includes(step))).toBe(true);
});
