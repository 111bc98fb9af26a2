import { branchOf, type PlayedCase } from '#cases/played-case.ts';

/** Another way in which the case was played, and after how many events of the present one it goes its own way. */
export interface BranchPoint {
  readonly after: number;
  /** Which branch, from 0. */
  readonly branch: number;
  readonly name: string;
}

/** Where the other branches of a case leave the one that is played, in order. */
export function branchPoints(played: PlayedCase): readonly BranchPoint[] {
  const { events } = branchOf(played);
  return played.branches
    .flatMap((other, branch): readonly BranchPoint[] => {
      if (branch === played.branch) return [];
      const own = events.findIndex((event, at) => other.events[at] !== event);
      return [{ after: own === -1 ? events.length : own, branch, name: other.name }];
    })
    .toSorted((a, b) => a.after - b.after);
}
