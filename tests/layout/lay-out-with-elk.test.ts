import ELK from 'elkjs/lib/elk.bundled.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LaidOutDiagram } from '#diagram/diagram.ts';
import { drawMap } from '#diagram/draw-map.ts';
import { layOutWithElk } from '#layout/lay-out-with-elk.ts';
import { nextActionId, stepTypeId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';
import { aWorkspace } from '../support/a-workspace.ts';
import { openExample } from '../support/open-example.ts';
import { arbitraryWorkspace } from '../support/random-workspace.ts';
import { faultsOf, overlappingSteps, seriousFaultsOf } from './layout-laws.ts';

const layOut = layOutWithElk(new ELK());
const layOutWorkspace = (workspace: Workspace): Promise<LaidOutDiagram> => layOut(drawMap(indexWorkspace(workspace)));

const stepIds = (diagram: LaidOutDiagram): readonly string[] =>
  diagram.steps.map((placed) => placed.step.stepType).toSorted();

test('two steps and a next action', async () => {
  const diagram = await layOutWorkspace(
    aWorkspace({ steps: ['A may-start', 'B'], actions: ['A > B always', 'B > end'] }),
  );
  const [a, b] = diagram.steps;
  expect(diagram.lines).toHaveLength(1);
  expect(b?.box.y).toBeGreaterThan((a?.box.y ?? 0) + (a?.box.height ?? 0));
  expect(a?.start).not.toBeNull();
  expect(b?.ends).toHaveLength(1);
  expect(faultsOf(diagram)).toEqual([]);
});

test('no step at all', async () => {
  expect(await layOutWorkspace(aWorkspace({}))).toEqual({
    size: { width: 0, height: 0 },
    lanes: [],
    steps: [],
    lines: [],
  });
});

test('lanes stand below each other in the order of the file, wherever next actions lead', async () => {
  const diagram = await layOutWorkspace(
    aWorkspace({
      steps: ['A may-start workflow:One', 'B workflow:Two', 'C workflow:One', 'D workflow:Three'],
      actions: ['A > D', 'D > B', 'B > C', 'C > A', 'A > A', 'B > B', 'D > end', 'D > ?'],
    }),
  );
  expect(diagram.lanes.map((lane) => lane.name)).toEqual(['One', 'Two', 'Three']);
  expect(diagram.lanes.map((lane) => lane.box.y)).toEqual(
    diagram.lanes.map((lane) => lane.box.y).toSorted((x, y) => x - y),
  );
  expect(faultsOf(diagram)).toEqual([]);
});

test('the worked example: every step, every next action, each in its own room', async () => {
  const workspace = openExample().value;
  const diagram = await layOutWorkspace(workspace);
  expect(stepIds(diagram)).toEqual(workspace.stepTypes.map((step) => step.id).toSorted());
  expect(faultsOf(diagram)).toEqual([]);
});

/** A workspace and a second one beside it that it never leads to. */
const twice = (workspace: Workspace): Workspace => ({
  ...workspace,
  stepTypes: [
    ...workspace.stepTypes,
    ...workspace.stepTypes.map((step) => ({
      ...step,
      id: stepTypeId(`${step.id} 2`),
      workflow: `${step.workflow} 2`,
    })),
  ],
  nextActions: [
    ...workspace.nextActions,
    ...workspace.nextActions.map((action) => ({
      ...action,
      id: nextActionId(`${action.id} 2`),
      from: stepTypeId(`${action.from} 2`),
      to: action.to.kind === 'step' ? { ...action.to, stepType: stepTypeId(`${action.to.stepType} 2`) } : action.to,
    })),
  ],
});

test('a dozen lanes, of which half never lead to the others, stay in order', async () => {
  const diagram = await layOutWorkspace(twice(openExample().value));
  expect(diagram.lanes).toHaveLength(12);
  expect(diagram.lanes.every((lane) => lane.box.height > 0)).toBe(true);
  expect(seriousFaultsOf(diagram)).toEqual([]);
  expect(overlappingSteps(diagram)).toEqual([]);
});

test('the laws notice what is wrong', async () => {
  const diagram = await layOutWorkspace(aWorkspace({ steps: ['A', 'B'], actions: ['A > B'] }));
  const [first, ...others] = diagram.steps;
  const moved = others.map((placed) => ({
    ...placed,
    box: { ...placed.box, x: first?.box.x ?? 0, y: first?.box.y ?? 0 },
  }));
  const faults = faultsOf({ ...diagram, steps: first === undefined ? [] : [first, ...moved] });
  expect(faults).toEqual(expect.arrayContaining(['step A overlaps step B', 'A→B does not end at its steps']));
});

const LANES = ['One', 'Two', 'Three'];
/** Random workspaces with their steps dealt out to up to three lanes. */
const workspacesWithLanes = fc.tuple(arbitraryWorkspace(), fc.array(fc.nat(2), { minLength: 1, maxLength: 8 })).map(
  ([workspace, deal]): Workspace => ({
    ...workspace,
    stepTypes: workspace.stepTypes.map((step, index) => ({
      ...step,
      workflow: LANES[deal[index % deal.length] ?? 0] ?? 'One',
      name: `${step.name} with rather a long name `.repeat(1 + (index % 3)),
    })),
    nextActions: workspace.nextActions.map((action, index) => ({
      ...action,
      label: `${action.label} leads somewhere `.repeat(1 + (index % 4)),
    })),
  }),
);

test('each step is placed once, in its lane, and nothing overlaps or runs through a step', async () => {
  await fc.assert(
    fc.asyncProperty(workspacesWithLanes, async (workspace) => {
      const diagram = await layOutWorkspace(workspace);
      expect(stepIds(diagram)).toEqual(workspace.stepTypes.map((step) => step.id).toSorted());
      expect(faultsOf(diagram)).toEqual([]);
    }),
    { numRuns: Number(process.env['RUNS'] ?? 40) },
  );
}, 120_000);

test('each next action stands on exactly one line or end', async () => {
  await fc.assert(
    fc.asyncProperty(workspacesWithLanes, async (workspace) => {
      const diagram = await layOutWorkspace(workspace);
      const labels = [
        ...diagram.lines.map((placed) => placed.line.label),
        ...diagram.steps.flatMap((placed) => placed.ends.map((end) => end.end.label)),
      ];
      const drawn = labels.flatMap((label) => label.rows.map((row) => row.nextAction));
      expect(drawn.toSorted()).toEqual(workspace.nextActions.map((action) => action.id).toSorted());
    }),
    { numRuns: 20 },
  );
}, 120_000);
