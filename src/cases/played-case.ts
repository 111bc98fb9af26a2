import { caseMachineOf } from '#machine/case-machine.ts';
import type { CaseEvent, CaseInput } from '#machine/case-values.ts';
import type { Refusal } from '#machine/step-values.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { caseRunner, type PlayedMoment } from './run-case.ts';

/** The case's date is moved to a day, and nothing else happens. */
export interface DateEvent {
  readonly type: 'date';
  /** ISO date. */
  readonly on: string;
}

/** One line of a played case's history. */
export type WalkEvent = CaseEvent | DateEvent;

/** One way that a case was played, from its beginning. */
export interface Branch {
  readonly name: string;
  readonly events: readonly WalkEvent[];
}

/** A case as somebody plays it: every way it was tried, and how far the one looked at has been played. Plain JSON. */
export interface PlayedCase {
  readonly name: string;
  /** What it shows, in a sentence; may be empty. */
  readonly about: string;
  readonly input: CaseInput;
  /** At least one. Events in common are the same values. */
  readonly branches: readonly Branch[];
  /** Which branch is played, from 0. */
  readonly branch: number;
  /** How many of its events have been played: the others can be played forward again. */
  readonly at: number;
}

const FIRST_BRANCH = 'As first played';

export const newCase = (name: string, input: CaseInput): PlayedCase => ({
  name,
  about: '',
  input,
  branches: [{ name: FIRST_BRANCH, events: [] }],
  branch: 0,
  at: 0,
});

/** A case with its history, played to the end. */
export const caseOf = (name: string, input: CaseInput, events: readonly WalkEvent[]): PlayedCase => ({
  ...newCase(name, input),
  branches: [{ name: FIRST_BRANCH, events }],
  at: events.length,
});

export const branchOf = ({ branches, branch }: PlayedCase): Branch =>
  branches[branch] ?? branches[0] ?? { name: FIRST_BRANCH, events: [] };

/** The events that have been played, in order. */
export const playedEvents = (played: PlayedCase): readonly WalkEvent[] => branchOf(played).events.slice(0, played.at);

/** The case's own today: the day of the last thing that happened. */
export const dateOf = (played: PlayedCase): string => playedEvents(played).at(-1)?.on ?? played.input.on;

const replaceBranch = (played: PlayedCase, events: readonly WalkEvent[]): PlayedCase => ({
  ...played,
  branches: played.branches.map((branch, index) => (index === played.branch ? { ...branch, events } : branch)),
  at: events.length,
});

/** A name that no branch has: "Branch 2", "Branch 3" … */
function freeName({ branches }: PlayedCase): string {
  const names = new Set(branches.map(({ name }) => name));
  for (let number = branches.length + 1; ; number += 1) if (!names.has(`Branch ${number}`)) return `Branch ${number}`;
}

/**
 * The case with one more event. At the end of a branch it goes on; before the end a branch of its own begins, and the one
 * before stays as it was.
 */
export function withEvent(played: PlayedCase, event: WalkEvent): PlayedCase {
  const { events } = branchOf(played);
  const before = events.slice(0, played.at);
  if (played.at < events.length) {
    const branches = [...played.branches, { name: freeName(played), events: [...before, event] }];
    return { ...played, branches, branch: branches.length - 1, at: played.at + 1 };
  }
  return replaceBranch(played, [...before, event]);
}

/** The case taken back, or played forward, to where so many events have been played. */
export const playedTo = (played: PlayedCase, at: number): PlayedCase => ({
  ...played,
  at: Math.max(0, Math.min(at, branchOf(played).events.length)),
});

/** Another branch, played to its end. */
export function onBranch(played: PlayedCase, branch: number): PlayedCase {
  const chosen = played.branches[branch];
  return chosen === undefined ? played : { ...played, branch, at: chosen.events.length };
}

export const renamedBranch = (played: PlayedCase, branch: number, name: string): PlayedCase => ({
  ...played,
  branches: played.branches.map((other, index) => (index === branch ? { ...other, name } : other)),
});

/** The case without a branch; the last one stays. */
export function withoutBranch(played: PlayedCase, branch: number): PlayedCase {
  if (played.branches.length < 2) return played;
  const branches = played.branches.filter((_, index) => index !== branch);
  const next = { ...played, branches, branch: Math.max(0, played.branch - (branch <= played.branch ? 1 : 0)) };
  return branch === played.branch ? playedTo(next, branchOf(next).events.length) : next;
}

/** Plays cases of one workspace on its machine, remembering every moment it came to. */
export interface CasePlayer {
  /** The case where it has been played to. */
  readonly momentOf: (played: PlayedCase) => PlayedMoment;
  /** What an event would lead to, or why it is refused; nothing is changed. */
  readonly ask: (played: PlayedCase, event: WalkEvent) => Asked;
}

export type Asked =
  | { readonly kind: 'done'; readonly played: PlayedCase }
  | { readonly kind: 'refused'; readonly reasons: readonly Refusal[] };

export function casePlayer(index: WorkspaceIndex): CasePlayer {
  const run = caseRunner(caseMachineOf(index));
  const momentOf = (played: PlayedCase): PlayedMoment => run(played.input, playedEvents(played));
  return {
    momentOf,
    ask: (played, event) => {
      const before = momentOf(played).state.history.at(-1);
      const last = run(played.input, [...playedEvents(played), event]).state.history.at(-1);
      return last !== before && last?.kind === 'refused'
        ? { kind: 'refused', reasons: last.reasons }
        : { kind: 'done', played: withEvent(played, event) };
    },
  };
}
