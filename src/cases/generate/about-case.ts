import type { CaseState } from '#machine/case-values.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { Goal } from './generated-cases.ts';

const count = (number: number, one: string): string => `${number} ${number === 1 ? one : `${one}s`}`;

function parts(adds: readonly Goal[]): readonly string[] {
  const actions = adds.filter(({ kind }) => kind === 'next-action').length;
  const questions = adds.length - actions;
  return [
    ...(actions === 0 ? [] : [`takes ${count(actions, 'next action')}`]),
    ...(questions === 0
      ? []
      : [`answers ${count(questions, 'question')} that ${questions === 1 ? 'feeds' : 'feed'} the return`]),
  ];
}

function nameOf({ stepTypes }: WorkspaceIndex, state: CaseState, at: number): string {
  const id = state.steps.at(at)?.stepType;
  return id === undefined ? '' : stepTypes.get(id)?.name || id;
}

/** What a made-up case is called: its number, and where it begins and ends. */
export function nameCase(index: WorkspaceIndex, state: CaseState, number: number): string {
  const [first, last] = [nameOf(index, state, 0), nameOf(index, state, -1)];
  const way = state.steps.length === 1 ? first : `${first} to ${last.charAt(0).toLowerCase()}${last.slice(1)}`;
  return `Case ${String(number).padStart(2, '0')}: ${way}`;
}

/** What a made-up case is for, in a sentence or two. */
export function aboutCase(state: CaseState, adds: readonly Goal[]): string {
  const does = parts(adds).join(' and ');
  return `Made up. It has ${count(state.steps.length, 'step')}, and ${does === '' ? 'does nothing that no other case does' : `${does} for the first time`}.`;
}
