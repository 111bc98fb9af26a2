import { createMachine } from 'xstate';
import { getSimplePaths } from 'xstate/graph';
import { analysisInput } from '#analyses/analysis-input.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { aWorkspace } from '../support/a-workspace.ts';
import { inTurn } from './measure.ts';
import { type Line, milliseconds, ratioOf } from './table.ts';

const places = (choices: number): readonly number[] => Array.from({ length: choices }, (_, n) => n);

/** So many choices in a row between two steps, as a machine. */
const asMachine = (choices: number) =>
  createMachine({
    initial: 'C0',
    states: Object.fromEntries([
      ...places(choices).flatMap((n) => [
        [`C${n}`, { on: { [`LEFT${n}`]: `L${n}`, [`RIGHT${n}`]: `R${n}` } }] as const,
        [`L${n}`, { on: { [`FROM_L${n}`]: `C${n + 1}` } }] as const,
        [`R${n}`, { on: { [`FROM_R${n}`]: `C${n + 1}` } }] as const,
      ]),
      [`C${choices}`, {}] as const,
    ]),
  });

/** The same as a workspace, with a fact recorded on the left of each choice. */
const asWorkspace = (choices: number) =>
  aWorkspace({
    steps: ['C0 may-start', `C${choices} may-end`],
    actions: places(choices).flatMap((n) => [
      `C${n} > L${n} one-of:X`,
      `C${n} > R${n} one-of:X`,
      `L${n} > C${n + 1} always`,
      `R${n} > C${n + 1} always`,
    ]),
    activities: places(choices).map((n) => `L${n} F${n}`),
    questions: places(choices).map((n) => `F${n}.Q mandatory`),
    sources: places(choices).map((n) => `fact${n} F${n}.Q`),
  });

/** Listing all routes with XState's own search, against solving what is known on all of them. */
export function measureEnumeration(choices: number, rounds: number): Line {
  const machine = asMachine(choices);
  // A fresh one for each round, of which nothing is remembered.
  const workspaces = Array.from({ length: rounds }, () => asWorkspace(choices));
  const { ours, baseline } = inTurn(rounds, {
    baseline: () => getSimplePaths(machine),
    ours: () => analysisInput(indexWorkspace(workspaces.pop() ?? asWorkspace(choices))),
  });
  const paths = getSimplePaths(machine).length.toLocaleString('en-GB');
  return {
    what: `What is known on every route through ${choices} choices in a row`,
    took: milliseconds(ours),
    baseline: `listing the ${paths} routes with xstate/graph: ${milliseconds(baseline)}`,
    ratio: ratioOf(ours.cpu, baseline.cpu),
    aim: 'no growth with the number of routes',
    met: null,
    whyMissed: '',
  };
}
