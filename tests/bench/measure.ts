/** What a piece of work took, in milliseconds: by the clock, and of the processor (all threads of this process). */
export interface Spent {
  readonly wall: number;
  readonly cpu: number;
}

const NOTHING_YET: Spent = { wall: Number.POSITIVE_INFINITY, cpu: Number.POSITIVE_INFINITY };

/** Runs a piece of work once. Clearing memory by hand before would slow it down: compiled code is cleared away as well. */
export function spend(work: () => unknown): Spent {
  const before = process.cpuUsage();
  const start = performance.now();
  work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / 1000 };
}

export const least = (a: Spent, b: Spent): Spent => ({ wall: Math.min(a.wall, b.wall), cpu: Math.min(a.cpu, b.cpu) });

/** A piece of work and what it is held against. */
export interface Compared {
  readonly ours: Spent;
  readonly baseline: Spent;
}

/**
 * Runs a piece of work and its baseline in turn, so many rounds, and gives the least that each took. Other programs on
 * the machine only ever add to a time, and a slow spell falls on both alike.
 */
export function inTurn(rounds: number, works: Readonly<Record<keyof Compared, () => unknown>>): Compared {
  let spent: Compared = { ours: NOTHING_YET, baseline: NOTHING_YET };
  for (let round = 0; round < rounds; round += 1) {
    const baseline = least(spent.baseline, spend(works.baseline));
    spent = { baseline, ours: least(spent.ours, spend(works.ours)) };
  }
  return spent;
}
