import { expect, test } from 'vitest';
import { type MatterOf, matterFor } from '#diagram/overlays/matter-for.ts';
import { threadOf } from '#diagram/thread/thread-of.ts';
import { factId, itemId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { aWorkspace } from '../../support/a-workspace.ts';

const workspace = aWorkspace({
  steps: ['A may-start', 'B', 'C', 'D', 'E'],
  actions: ['A > B', 'A > C', 'B > D', 'C > D', 'D > E', 'E > end always'],
  activities: ['D F', 'C G'],
  questions: ['F.Q mandatory', 'G.R'],
  sources: ['born F.Q'],
  items: ['Born fact:born on:sent'],
  events: ['sent D completed'],
});
const index = indexWorkspace(workspace);
const audit = auditWorkspace(workspace, []);
const kept = (of: MatterOf): readonly string[] => [...matterFor(index, audit, of)].toSorted();

test('what is marked is kept, with a shortest path from a first step', () => {
  expect(kept({ kind: 'overlay', choice: { kind: 'item', item: itemId('Born') } })).toEqual(['A', 'B', 'D']);
});

test('a thread keeps its steps and those where its items are due', () => {
  const thread = threadOf(index, audit, { kind: 'fact', fact: factId('born') });
  expect(kept({ kind: 'thread', thread })).toEqual(['A', 'B', 'D']);
});

test('a finding keeps its places and its route', () => {
  const finding = audit.findings.find(({ places }) => places[0]?.question === 'R');
  if (finding === undefined) throw new Error('Nothing is said of R');
  expect(kept({ kind: 'finding', finding })).toEqual(['A', 'C']);
});

test('with no overlay every step matters', () => {
  expect(kept({ kind: 'overlay', choice: { kind: 'none' } })).toEqual(['A', 'B', 'C', 'D', 'E']);
});
