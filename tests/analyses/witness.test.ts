import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallestChoiceWith } from '#model/choices.ts';
import type { Finding, Route, RouteStep } from '#model/finding.ts';
import { itemId, nextActionId, stepTypeId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';
import type { WorkspaceWords } from '../support/a-workspace.ts';
import { aRoute, auditOf, coverageOfItem, expectFinding } from '../support/expect-findings.ts';
import { arbitraryWorkspace } from '../support/random-workspace.ts';
import { knownAlong, liveFrom, shortestTo, stepsToAvoid, walkFor } from '../support/replay-route.ts';

test('a route names each step and the next action taken out of it', () => {
  const given = { steps: ['A may-start'], actions: ['A > B', 'B > C', 'A > C', 'pass: C > ?'] };
  const finding = expectFinding(given, 'workflow/unknown-target', 'workflow/unknown-target|pass');
  expect(finding.route).toEqual(aRoute('A A>C', 'C'));
});

describe('a gap route', () => {
  const due = (given: WorkspaceWords): Route | null | undefined =>
    coverageOfItem(
      { steps: ['A may-start'], events: ['due B completed'], items: ['Item fact:f on:due'], ...given },
      'Item',
    ).places[0]?.gapRoute;

  test('is null where the item is always recorded', () => {
    expect(due({ actions: ['A > B', 'B > end'], sources: ['f step-date started @A'] })).toBe(null);
  });

  test('takes the way round what records it', () => {
    const actions = ['A > C', 'C > B', 'A > D', 'D > E', 'E > B', 'B > end'];
    expect(due({ actions, sources: ['f step-date started @C'] })).toEqual(aRoute('A A>D', 'D D>E', 'E E>B', 'B B>end'));
  });

  test('goes round a loop where only another instance lacks it', () => {
    const given = { steps: ['A may-start'], facts: ['f review'], sources: ['f step-date started @A'] };
    expect(
      due({ ...given, actions: ['A > B', 'B > end', 'B > R', 'R > B'], steps: ['A may-start', 'R opens:review'] }),
    ).toEqual(aRoute('A A>B', 'B B>R', 'R R>B', 'B B>end'));
  });

  test('goes to the end of a long chain', () => {
    const steps = Array.from({ length: 800 }, (_, at) => `S${at} > ${at === 799 ? 'end' : `S${at + 1}`}`);
    const route = due({ steps: ['A may-start'], actions: ['A > B', 'B > S0', ...steps], sources: [] });
    expect(route).toHaveLength(802);
  });

  test('is found without trying every pair of the next actions of one step', () => {
    const back = Array.from({ length: 700 }, (_, at) => `again${at}: B > A`);
    expect(due({ actions: ['A > B', 'B > end', ...back] })).not.toBe(null);
  });

  test('leaves by the next action that is named', () => {
    const given = {
      actions: ['A > B', 'B > C always', 'B > D', 'C > end', 'D > end'],
      events: ['due B completed B>D'],
    };
    expect(due(given)).toEqual(aRoute('A A>B', 'B B>D', 'D D>end'));
    expect(due({ ...given, actions: ['A > B', 'B > C always', 'B > D', 'C > C', 'D > end'] })).toEqual(
      aRoute('A A>B', 'B B>D'),
    );
  });

  test('rather ends than comes to a dead end', () => {
    const actions = ['A > B', 'B > C', 'B > end'];
    expect(due({ actions, sources: ['f step-date started @D'] })).toEqual(aRoute('A A>B', 'B B>end'));
  });

  test('ends where nothing can come to an end', () => {
    expect(due({ actions: ['A > B', 'B > C', 'C > C'], sources: ['f step-date started @C'] })).toEqual(
      aRoute('A A>B', 'B'),
    );
  });
});

/** One finding of a kind. */
const isRouted = (finding: Finding): finding is Finding & { readonly route: Route } => finding.route !== null;

/** Begins at a first step, and each next action can be chosen, leaves its step and leads to the next. */
function expectConnected(workspace: Workspace, route: Route): void {
  const index = indexWorkspace(workspace);
  expect(index.stepTypes.get(route[0]?.stepType ?? stepTypeId(''))?.mayStart).toBe(true);
  const isBroken = ({ stepType, nextAction }: RouteStep, at: number): boolean => {
    const next = route[at + 1];
    const action = liveFrom(index, stepType).find(({ id }) => id === nextAction);
    if (next === undefined) return (action === undefined) !== (nextAction === null);
    return action?.to.kind !== 'step' || action.to.stepType !== next.stepType;
  };
  expect(route.filter(isBroken)).toEqual([]);
}

/** The steps where a finding's own place stands: its step, or those that have its form. */
function stepsOfFinding(workspace: Workspace, { places }: Finding): readonly string[] {
  const own = places[0];
  if (own?.stepType !== undefined) return [own.stepType];
  return workspace.stepForms.filter(({ form }) => form === own?.form).map(({ stepType }) => stepType);
}

const small = { maxSteps: 6, maxActions: 10 };
const limits = { numRuns: 160, seed: 47 };

/** The workspace with every form on every step and every question typed, so that much is asked again. */
const asking = (workspace: Workspace): Workspace => ({
  ...workspace,
  questions: workspace.questions.map((question) => ({ ...question, entry: 'typed' })),
  facts: workspace.facts.map((fact) => ({
    ...fact,
    kind: 'static',
    scope: fact.scope === 'step' ? 'visit' : fact.scope,
  })),
  sources: workspace.sources.map((source) => ({
    ...source,
    stepType: source.kind === 'question' ? null : source.stepType,
  })),
  stepForms: workspace.forms.flatMap(({ id }, at) =>
    workspace.stepTypes.map((step, row) => ({
      stepType: step.id,
      form: id,
      mandatory: (at + row) % 2 === 0,
      kind: 'form',
      at: { file: 'workflows/step-forms.csv', row: row + 2 },
    })),
  ),
});

describe('on any workspace', () => {
  test('the route of every finding is a route, and shows its place', () => {
    let routes = 0;
    fc.assert(
      fc.property(arbitraryWorkspace(small), (workspace) => {
        for (const finding of auditOf(workspace).findings.filter(isRouted)) {
          expectConnected(workspace, finding.route);
          const steps = finding.route.map(({ stepType }) => stepType);
          const own = stepsOfFinding(workspace, finding);
          const shown = finding.kind.startsWith('coverage/item-') ? steps : steps.slice(-1);
          expect(shown.some((step) => own.includes(step))).toBe(true);
          routes += 1;
        }
      }),
      limits,
    );
    expect(routes).toBeGreaterThan(100);
  });

  test('the route of a finding about a step is a shortest one there', () => {
    let routes = 0;
    fc.assert(
      fc.property(arbitraryWorkspace(small), (workspace) => {
        const walk = walkFor(workspace, '', { surely: false, onlyFeeding: false });
        for (const { kind, route } of auditOf(workspace).findings.filter(isRouted)) {
          if (kind === 'duplicate/on-route' || kind.startsWith('coverage/item-')) continue;
          expect(route).toHaveLength(shortestTo(walk, route.at(-1)?.stepType ?? '', null) ?? -1);
          routes += 1;
        }
      }),
      limits,
    );
    expect(routes).toBeGreaterThan(100);
  });

  test('the route of a duplicate may record the fact before its step, and is a shortest one that does', () => {
    let earlier = 0;
    fc.assert(
      fc.property(arbitraryWorkspace(small).map(asking), (workspace) => {
        const { findings, steps } = auditOf(workspace);
        for (const { fact, places, route } of findings.filter(({ kind }) => kind === 'duplicate/on-route')) {
          const step = places[0]?.stepType ?? '';
          const walk = walkFor(workspace, fact, { surely: false, onlyFeeding: false });
          const before = steps.find(({ stepType }) => stepType === step)?.beforeSometimes.includes(fact) === true;
          expect(route).toHaveLength(shortestTo(walk, step, before ? true : null) ?? -1);
          expect(knownAlong(walk, route ?? []).at(-1)).toBe(before);
          if (before) earlier += 1;
        }
      }),
      limits,
    );
    expect(earlier).toBeGreaterThan(60);
  });
});

/** The feeding sources that count, by the fact they are about. */
const alternatives = (workspace: Workspace, fact: string) =>
  workspace.sources.filter((source) => source.fact === fact && source.use === 'feeds' && source.status !== 'ignored');

/** The facts whose recording decides whether a fact is known: itself, and what it is calculated from. */
function decidedBy(workspace: Workspace, fact: string): readonly string[] {
  const inputs = alternatives(workspace, fact).flatMap(({ kind, ref }) =>
    kind === 'calculated' ? ref.split('; ') : [],
  );
  return [fact, ...inputs.flatMap((input) => decidedBy(workspace, input))];
}

describe('on any workspace, a gap route', () => {
  const GAPS = ['sometimes', 'never'];
  const gapsOf = (workspace: Workspace) =>
    auditOf(workspace).coverage.flatMap(({ item, places }) =>
      places
        .filter(({ status }) => GAPS.includes(status))
        .map((place) => ({ fact: indexWorkspace(workspace).items.get(itemId(item))?.fact ?? '', ...place })),
    );

  test('stands beside every place where the item is not always recorded, leads through it and is a route', () => {
    let gaps = 0;
    fc.assert(
      fc.property(arbitraryWorkspace(small), (workspace) => {
        for (const { gapRoute, stepType, nextAction } of gapsOf(workspace)) {
          expectConnected(workspace, gapRoute ?? []);
          const there = (gapRoute ?? []).filter((step) => step.stepType === stepType);
          expect(there).not.toEqual([]);
          expect(there.some((step) => nextAction === null || step.nextAction === nextAction)).toBe(true);
          gaps += 1;
        }
        const always = auditOf(workspace).coverage.flatMap(({ places }) =>
          places.filter(({ status }) => status === 'always'),
        );
        for (const { gapRoute } of always) expect(gapRoute).toBe(null);
      }),
      limits,
    );
    expect(gaps).toBeGreaterThan(30);
  });

  test('does not surely record the fact before the place, in it or after it, and is a shortest one there', () => {
    let gaps = 0;
    fc.assert(
      fc.property(arbitraryWorkspace(small), (workspace) => {
        const audit = auditOf(workspace);
        const deadEnds = new Set(
          audit.findings
            .filter(({ kind }) => kind === 'workflow/dead-end')
            .map(({ places }) => places[0]?.stepType ?? ''),
        );
        for (const gap of gapsOf(workspace)) {
          const route = gap.gapRoute ?? [];
          const shown = decidedBy(workspace, gap.fact).some((fact) => {
            const walk = walkFor(workspace, fact, { surely: true, onlyFeeding: true });
            const length = shortestTo(walk, gap.stepType, false) ?? -1;
            const [place, ...later] = route.slice(length - 1);
            if (place?.stepType !== gap.stepType || walk.makes(place.stepType)) return false;
            if (knownAlong(walk, route.slice(0, length)).at(-1) !== false) return false;
            const dropped = later.findIndex(({ stepType }) => walk.drops(stepType));
            if (dropped !== -1 || later.some(({ stepType }) => walk.makes(stepType))) return false;
            const actions = walk.index.nextActionsFrom.get(place.stepType) ?? [];
            const named =
              gap.nextAction === null ? undefined : walk.index.nextActions.get(nextActionId(gap.nextAction));
            const choice = named === undefined ? null : smallestChoiceWith(actions, [named]);
            const choices = choice === null ? (walk.index.choices.get(place.stepType)?.smallest ?? []) : [choice];
            return 1 + later.length <= stepsToAvoid(walk, deadEnds, { stepType: place.stepType, choices });
          });
          expect(shown).toBe(true);
          gaps += 1;
        }
      }),
      limits,
    );
    expect(gaps).toBeGreaterThan(30);
  });
});
