import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnalysisInput, analysisInput } from '#analyses/analysis-input.ts';
import { expectedVisits, type VisitCounts } from '#analyses/visits.ts';
import { sharesOf } from '#analyses/visits-shares.ts';
import { solvableFlow } from '#analyses/visits-solve.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';
import { aWorkspace } from '../support/a-workspace.ts';
import { arbitraryWorkspace } from '../support/random-workspace.ts';

type Numbers = Readonly<Record<string, number>>;

/** A workspace with completions a year by step, and uses by next action. */
function withCounts(workspace: Workspace, completed: Numbers, used: Numbers): Workspace {
  return {
    ...workspace,
    stepTypes: workspace.stepTypes.map((step) => ({ ...step, completedPerYear: completed[step.id] ?? null })),
    nextActions: workspace.nextActions.map((action) => ({ ...action, timesUsed: used[action.id] ?? null })),
  };
}

const read = (workspace: Workspace): AnalysisInput => analysisInput(indexWorkspace(workspace));

function byName(input: AnalysisInput, visits: VisitCounts): Readonly<Record<string, number | null>> {
  return Object.fromEntries(
    input.flow.steps.map((step, s) => [step.id, visits[s] === null ? null : Math.round((visits[s] ?? 0) * 1e6) / 1e6]),
  );
}

const kinds = (input: AnalysisInput): readonly string[] => expectedVisits(input).notes.map((note) => note.kind);

describe('expected visits', () => {
  test('a loop: of 100 reviews, 75 lead to another one', () => {
    const input = read(
      withCounts(
        aWorkspace({
          steps: ['Plan may-start', 'Review'],
          actions: ['Plan > Review one-of:X', 'Review > Review one-of:X', 'Review > end one-of:X'],
        }),
        { Plan: 25, Review: 100 },
        { 'Plan>Review': 25, 'Review>Review': 75, 'Review>end': 25 },
      ),
    );
    expect(byName(input, expectedVisits(input).perCase)).toEqual({ Plan: 1, Review: 4 });
    expect(kinds(input)).toEqual([]);
  });

  test('parallel branches: each next action starts a step of its own', () => {
    const input = read(
      withCounts(
        aWorkspace({ steps: ['A may-start', 'B may-end', 'C may-end'], actions: ['A > B always', 'A > C', 'B > C'] }),
        { A: 10, B: 10, C: 9 },
        { 'A>B': 10, 'A>C': 5, 'B>C': 4 },
      ),
    );
    expect(byName(input, expectedVisits(input).perCase)).toEqual({ A: 1, B: 1, C: 0.9 });
  });

  test('a year: completions that the file gives stand, the others are solved from what flows into them', () => {
    const input = read(
      withCounts(
        aWorkspace({
          steps: ['A may-start', 'B', 'C may-end'],
          actions: ['A > B always', 'B > C one-of:X', 'B > end one-of:X'],
        }),
        { A: 200 },
        { 'A>B': 200, 'B>C': 30, 'B>end': 10 },
      ),
    );
    expect(byName(input, expectedVisits(input).perYear)).toEqual({ A: 200, B: 200, C: 150 });
  });

  test('cases begin at each first step as often as next actions do not explain', () => {
    const input = read(
      withCounts(
        aWorkspace({
          steps: ['A may-start', 'Night may-start'],
          actions: ['Night > A one-of:X', 'Night > end one-of:X', 'A > end'],
        }),
        { A: 100, Night: 50 },
        { 'Night>A': 20, 'Night>end': 30, 'A>end': 100 },
      ),
    );
    const visits = expectedVisits(input);
    expect([...visits.shareOfCases.values()].map((share) => Math.round((share ?? 0) * 1000) / 1000)).toEqual([
      0.615, 0.385,
    ]);
    expect(byName(input, visits.perCase)).toEqual({ A: 0.769231, Night: 0.384615 });
  });

  test('[share-missing] what lies behind a next action nobody has counted is not known, and the rest is', () => {
    const input = read(
      withCounts(
        aWorkspace({ steps: ['A may-start', 'B may-end', 'C'], actions: ['A > B always', 'A > C', 'C > end always'] }),
        { A: 10 },
        {},
      ),
    );
    const { perCase, perYear, notes } = expectedVisits(input);
    expect(byName(input, perCase)).toEqual({ A: 1, B: 1, C: null });
    expect(byName(input, perYear)).toEqual({ A: 10, B: 10, C: null });
    expect(notes.find((note) => note.kind === 'share-missing')?.places).toEqual([{ stepType: 'A', nextAction: 'A>C' }]);
    expect(notes.find((note) => note.kind === 'volume-missing')?.places).toEqual([{ stepType: 'C' }]);
  });

  test('[no-finite-solution] a loop that leads back as often as it is gone round', () => {
    const input = read(
      withCounts(
        aWorkspace({
          steps: ['A may-start', 'B', 'C', 'D may-end'],
          actions: ['A > B always', 'A > D', 'B > C always', 'C > B always', 'C > D'],
        }),
        { A: 10, B: 50, C: 50 },
        { 'A>D': 5, 'C>D': 1 },
      ),
    );
    const { perCase, notes } = expectedVisits(input);
    expect(byName(input, perCase)).toEqual({ A: 1, B: null, C: null, D: null });
    expect(notes.find((note) => note.kind === 'no-finite-solution')?.places).toEqual([
      { stepType: 'B' },
      { stepType: 'C' },
    ]);
  });

  test.each([
    ['share-too-large', ['A > B one-of:X', 'A > end one-of:X'], { A: 100 }, { 'A>B': 90, 'A>end': 40 }],
    ['share-too-large', ['A > B', 'A > end'], { A: 100 }, { 'A>B': 190, 'A>end': 40 }],
    ['share-too-large', ['A > B requires:A>end', 'A > end'], { A: 100 }, { 'A>B': 80, 'A>end': 40 }],
    ['shares-below-completions', ['A > B one-of:X', 'A > end one-of:X'], { A: 100 }, { 'A>B': 20, 'A>end': 40 }],
    ['shares-below-completions', ['A > B always', 'A > end'], { A: 100 }, { 'A>B': 20, 'A>end': 100 }],
    ['arrivals-differ', ['A > B one-of:X', 'A > end one-of:X'], { A: 100, B: 10 }, { 'A>B': 60, 'A>end': 40 }],
    [
      'share-not-allowed',
      ['A > end always one-of:X', 'A > B one-of:X', 'A > B'],
      { A: 100 },
      { 'A>end': 100, 'A>B': 60 },
    ],
  ] satisfies readonly (readonly [string, readonly string[], Numbers, Numbers])[])(
    '[%s] is said in words, with its place: %j',
    (kind, actions, completed, used) => {
      const input = read(withCounts(aWorkspace({ steps: ['A may-start', 'B may-end'], actions }), completed, used));
      const note = expectedVisits(input).notes.find((one) => one.kind === kind);
      expect(note?.message).toMatch(/[A-Z].*\.$/u);
      expect(note?.places.length).toBeGreaterThan(0);
    },
  );
});

/** Solves (I − Qᵀ) v = e by Gaussian elimination with partial pivoting: slow, plain, and written apart from the product. */
function dense(size: number, arcs: readonly { from: number; to: number; share: number }[], starts: readonly number[]) {
  const rows = starts.map((start, i) => [...Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)), start]);
  for (const { from, to, share } of arcs) rows[to]![from]! -= share;
  for (let k = 0; k < size; k += 1) {
    const pivot = rows.slice(k).reduce((best, row) => (Math.abs(row[k]!) > Math.abs(best[k]!) ? row : best));
    rows.splice(rows.indexOf(pivot, k), 1);
    rows.splice(k, 0, pivot);
    for (const row of rows.slice(k + 1)) {
      const factor = row[k]! / pivot[k]!;
      for (let j = k; j <= size; j += 1) row[j]! -= factor * pivot[j]!;
    }
  }
  const solution = starts.map(() => 0);
  for (let k = size - 1; k >= 0; k -= 1) {
    const known = solution.reduce((sum, value, j) => (j > k ? sum + rows[k]![j]! * value : sum), 0);
    solution[k] = (rows[k]![size]! - known) / rows[k]![k]!;
  }
  return solution;
}

/** Counts for every step and next action, drawn at random: mostly adding up to less than one new step a completion. */
const arbitraryCounts = (workspace: Workspace): fc.Arbitrary<Workspace> =>
  fc
    .record({
      completed: fc.array(fc.option(fc.integer({ min: 0, max: 200 }), { freq: 4 }), { minLength: 10, maxLength: 10 }),
      used: fc.array(fc.option(fc.integer({ min: 0, max: 60 }), { freq: 8 }), { minLength: 15, maxLength: 15 }),
    })
    .map(({ completed, used }) => ({
      ...workspace,
      stepTypes: workspace.stepTypes.map((step, n) => ({ ...step, completedPerYear: completed[n % 10] ?? null })),
      nextActions: workspace.nextActions.map((action, n) => ({ ...action, timesUsed: used[n % 15] ?? null })),
    }));

describe('laws of expected visits', () => {
  const counted = arbitraryWorkspace({ maxSteps: 9, maxActions: 15 }).chain(arbitraryCounts);

  test('the flow balances within 1e-9 at every step whose visits are known', () => {
    let looked = 0;
    fc.assert(
      fc.property(counted, (workspace) => {
        const input = read(workspace);
        const { shareOf } = sharesOf(input);
        for (const [first, visits] of expectedVisits(input).fromFirstStep) {
          for (const [s, count] of visits.entries()) {
            if (count === null) continue;
            const arriving = (input.flow.edgesTo[s] ?? [])
              .filter((edge) => visits[edge.from] !== 0 && shareOf.get(edge) !== 0)
              .map((edge) => (visits[edge.from] ?? Number.NaN) * (shareOf.get(edge) ?? Number.NaN));
            const arrived = arriving.reduce((sum, value) => sum + value, first === s ? 1 : 0);
            expect(Math.abs(arrived - count)).toBeLessThanOrEqual(1e-9 * Math.max(1, ...visits.map((one) => one ?? 0)));
            looked += count > 0 ? 1 : 0;
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(looked).toBeGreaterThan(500);
  });

  test('sparse elimination agrees with dense Gaussian elimination, and sets aside just the loops without a finite solution', () => {
    const arbitraryArcs = fc.integer({ min: 1, max: 12 }).chain((size) =>
      fc.record({
        size: fc.constant(size),
        arcs: fc.array(
          fc.record({
            from: fc.nat(size - 1),
            to: fc.nat(size - 1),
            share: fc.integer({ min: 0, max: 120 }).map((share) => share / 100),
          }),
          { maxLength: 30 },
        ),
        starts: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: size, maxLength: size }),
      }),
    );
    let finite = 0;
    fc.assert(
      fc.property(arbitraryArcs, ({ size, arcs, starts }) => {
        const { solve, endless } = solvableFlow(size, arcs);
        const live = arcs.filter(({ from, to }) => !endless.has(from) && !endless.has(to));
        const exact = dense(size, live, starts);
        const largest = Math.max(1, ...exact.map(Math.abs));
        for (const [s, count] of solve(starts).entries())
          expect(Math.abs(count - exact[s]!) / largest).toBeLessThan(1e-9);
        expect(Math.min(...exact)).toBeGreaterThanOrEqual(-1e-9 * largest);
        finite += endless.size === 0 && arcs.length > size ? 1 : 0;
        for (const s of endless) expect(arcs.some(({ from, to }) => from === s && endless.has(to))).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(finite).toBeGreaterThan(10);
  });
});
