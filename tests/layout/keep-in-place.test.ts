import ELK from 'elkjs/lib/elk.bundled.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LaidOutDiagram, LayOutOptions, PlacedStep, Point } from '#diagram/diagram.ts';
import { type DrawOptions, drawMap } from '#diagram/draw-map.ts';
import { findPlaced, placeInLane } from '#diagram/picture.ts';
import { layOutWithElk } from '#layout/lay-out-with-elk.ts';
import { stepTypeId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';
import { aNextAction, aStepType, aWorkspace } from '../support/a-workspace.ts';
import { openExample } from '../support/open-example.ts';
import { arbitraryWorkspace } from '../support/random-workspace.ts';
import { faultsOf, linesThroughSteps, overlappingSteps, seriousFaultsOf } from './layout-laws.ts';

const layOut = layOutWithElk(new ELK());
const EXAMPLE = openExample().value;

const show = (
  workspace: Workspace,
  options: LayOutOptions = {},
  drawOptions: DrawOptions = {},
): Promise<LaidOutDiagram> => layOut(drawMap(indexWorkspace(workspace), drawOptions), options);

const drawn = show(EXAMPLE);

const openStep = (id: string): DrawOptions => ({ open: new Map([[stepTypeId(id), new Set()]]) });

const boxOf = (diagram: LaidOutDiagram, id: string): PlacedStep['box'] => findPlaced(diagram, stepTypeId(id))!.box;

/** How far each step that is in both moved, as seen from the anchor. */
function movements(before: LaidOutDiagram, after: LaidOutDiagram, anchor: string): readonly number[] {
  const [from, to] = [boxOf(before, anchor), boxOf(after, anchor)];
  return before.steps.flatMap(({ step, box }) => {
    const now = findPlaced(after, step.stepType);
    return step.stepType === anchor || now === undefined
      ? []
      : [Math.hypot(now.box.x - to.x - box.x + from.x, now.box.y - to.y - box.y + from.y)];
  });
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const laneNames = (diagram: LaidOutDiagram): readonly string[] =>
  diagram.lanes.toSorted((a, b) => a.box.y - b.box.y).map((lane) => lane.name);

test('opening a step moves nothing above or left of it, and the rest by no more than it grew', async () => {
  const before = await drawn;
  for (const { step, box } of before.steps) {
    const anchor = step.stepType;
    const after = await show(EXAMPLE, { previous: before, anchor }, openStep(anchor));
    const grown = boxOf(after, anchor);
    expect(grown).toMatchObject({ x: box.x, y: box.y });
    expect(laneNames(after)).toEqual(laneNames(before));
    expect(seriousFaultsOf(after)).toEqual([]);
    expect(overlappingSteps(after)).toEqual([]);
    expect(linesThroughSteps(after)).toEqual([]);
    for (const other of before.steps.filter((placed) => placed.step.stepType !== anchor)) {
      const now = boxOf(after, other.step.stepType);
      const isBeyond = { x: other.box.x >= box.x + box.width, y: other.box.y >= box.y + box.height };
      expect(now.x - other.box.x).toBeCloseTo(isBeyond.x ? grown.width - box.width : 0);
      expect(now.y - other.box.y).toBeCloseTo(isBeyond.y ? grown.height - box.height : 0);
    }
  }
});

test('opening a step with one form moves the median other step little', async () => {
  const before = await drawn;
  const medians = await Promise.all(
    before.steps.map(async ({ step: { stepType } }) => {
      const after = await show(EXAMPLE, { previous: before, anchor: stepType }, openStep(stepType));
      return median(movements(before, after, stepType));
    }),
  );
  expect(median(medians)).toBeLessThan(60);
});

test('closing brings back the very same picture', async () => {
  const before = await drawn;
  const anchor = stepTypeId('REFERRAL');
  const open = await show(EXAMPLE, { previous: before, anchor }, openStep('REFERRAL'));
  const closed = await show(EXAMPLE, { previous: open, anchor });
  expect(closed.steps).toEqual(before.steps);
  expect(closed.lines).toEqual(before.lines);
  expect(closed.stretches).toBeUndefined();
});

test('open in an open form: the step is as high as its questions', async () => {
  const before = await drawn;
  const { form } = EXAMPLE.stepForms.find((activity) => activity.stepType === 'REFERRAL')!;
  const open = new Map([[stepTypeId('REFERRAL'), new Set([form])]]);
  const after = await show(EXAMPLE, { previous: before, anchor: stepTypeId('REFERRAL') }, { open });
  expect(boxOf(after, 'REFERRAL').height).toBeGreaterThan(500);
  expect(overlappingSteps(after)).toEqual([]);
});

const withStep = (workspace: Workspace, from: string, to: string): Workspace => {
  const workflow = workspace.stepTypes.find((step) => step.id === from)?.workflow ?? '';
  return {
    ...workspace,
    stepTypes: [...workspace.stepTypes, { ...aStepType('NEW'), name: 'A new step', workflow }],
    nextActions: [...workspace.nextActions, aNextAction('n1', from, 'NEW'), aNextAction('n2', 'NEW', to)],
  };
};

test('adding a step moves the median other step little and keeps the lanes; taking it away again puts all back', async () => {
  const before = await drawn;
  for (const index of [2, 9, 17, 25]) {
    const [from, to] = [EXAMPLE.stepTypes[index]!.id, EXAMPLE.stepTypes[index + 1]!.id];
    const anchor = before.steps[18]!.step.stepType;
    const after = await show(withStep(EXAMPLE, from, to), { previous: before, anchor });
    expect(laneNames(after)).toEqual(laneNames(before));
    expect(median(movements(before, after, anchor))).toBeLessThan(60);
    expect(seriousFaultsOf(after)).toEqual([]);
    expect(overlappingSteps(after)).toEqual([]);
    const again = await show(EXAMPLE, { previous: after, anchor });
    expect(Math.max(...movements(before, again, anchor))).toBeLessThan(0.01);
  }
});

test('a renamed step and a renamed next action change no place but their own words', async () => {
  const before = await drawn;
  const renamed = {
    ...EXAMPLE,
    stepTypes: EXAMPLE.stepTypes.map((step, index) => (index === 4 ? { ...step, name: 'Renamed' } : step)),
  };
  const after = await show(renamed, { previous: before });
  expect(after.steps[4]?.box.x).toBe(before.steps[4]?.box.x);
  expect(after.steps.flatMap(({ step }) => step.nameLines)).toContain('Renamed');
  expect(median(movements(before, after, before.steps[0]!.step.stepType))).toBe(0);
});

test('a new workflow gets a lane of its own in the order of the file', async () => {
  const words = { steps: ['A workflow:One', 'B workflow:Two'], actions: ['A > B'] };
  const before = await show(aWorkspace(words));
  const more = { steps: ['A workflow:One', 'C workflow:Middle', 'B workflow:Two'], actions: ['A > B', 'A > C'] };
  const after = await show(aWorkspace(more), { previous: before, anchor: stepTypeId('A') });
  expect(laneNames(after)).toEqual(['One', 'Middle', 'Two']);
  expect(faultsOf(after)).toEqual([]);
  const back = await show(aWorkspace(words), { previous: after, anchor: stepTypeId('A') });
  expect(back.steps).toEqual(before.steps);
  expect(back.size.height).toBe(before.size.height);
  expect(back.size.width).toBeCloseTo(before.size.width);
});

test('a place that a person set is kept, from the corner of its lane; the lane grows to hold it', async () => {
  const before = await drawn;
  const at: Point = { x: 1600, y: 900 };
  const lane = (diagram: LaidOutDiagram): PlacedStep['box'] =>
    diagram.lanes.find(({ name }) => name === findPlaced(diagram, stepTypeId('REFERRAL'))!.step.lane)!.box;
  for (const options of [{}, { previous: before }, { previous: before, anchor: stepTypeId('CONTACT') }]) {
    const after = await show(EXAMPLE, { ...options, positions: new Map([[stepTypeId('REFERRAL'), at]]) });
    const box = boxOf(after, 'REFERRAL');
    expect({ x: box.x - lane(after).x, y: box.y - lane(after).y }).toEqual(at);
    expect(lane(after).height).toBeGreaterThan(900 + box.height);
    expect(seriousFaultsOf(after)).toEqual([]);
    const back = await show(EXAMPLE, { previous: after, anchor: stepTypeId('CONTACT') });
    expect(Math.max(...movements(before, back, 'CONTACT'))).toBeLessThan(0.01);
  }
});

test('where a step is dropped is where it is found again, even while others are open', async () => {
  const before = await drawn;
  const id = stepTypeId('REFERRAL');
  const open = openStep('CONTACT');
  const opened = await show(EXAMPLE, { previous: before, anchor: id }, open);
  const at = placeInLane(opened, id, { x: boxOf(opened, id).x + 640, y: boxOf(opened, id).y + 80 });
  const moved = await show(
    EXAMPLE,
    { previous: opened, anchor: stepTypeId('CONTACT'), positions: new Map([[id, at]]) },
    open,
  );
  expect(boxOf(moved, id).x).toBeCloseTo(boxOf(opened, id).x + 640, -1);
  expect(boxOf(moved, id).y).toBeCloseTo(boxOf(opened, id).y + 80, -1);
});

test('any change to any workspace: lanes hold their steps, lines end at their steps, and no step covers another', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryWorkspace(), arbitraryWorkspace(), async (workspace, other) => {
      const before = await show(workspace);
      const changed = { ...workspace, stepTypes: other.stepTypes, nextActions: other.nextActions };
      const after = await show(changed, { previous: before });
      expect(after.steps.map((placed) => placed.step.stepType).toSorted()).toEqual(
        changed.stepTypes.map((step) => step.id).toSorted(),
      );
      expect(after.lines.map((placed) => placed.line.id).toSorted()).toEqual(
        drawMap(indexWorkspace(changed))
          .lines.map((line) => line.id)
          .toSorted(),
      );
      expect(seriousFaultsOf(after)).toEqual([]);
      expect(overlappingSteps(after)).toEqual([]);
    }),
    { numRuns: Number(process.env['RUNS'] ?? 40) },
  );
}, 120_000);
