import type { PlayedCase } from '#cases/played-case.ts';

/** The case with its branch ending after so many events: what came later on it is gone. */
export const cutTo = (played: PlayedCase, at: number): PlayedCase => ({
  ...played,
  branches: played.branches.map((branch, index) =>
    index === played.branch ? { ...branch, events: branch.events.slice(0, at) } : branch,
  ),
  at: Math.min(played.at, at),
});
