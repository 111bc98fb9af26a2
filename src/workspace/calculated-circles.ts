import type { Source } from '#model/workspace.ts';
import { parseList } from './cells.ts';
import { errorAt, type Line } from './line.ts';

/** A source and the line that gave it. */
export interface ReadSource {
  readonly line: Line;
  readonly source: Source;
}

type Inputs = ReadonlyMap<string, ReadonlySet<string>>;

function inputsOf(calculated: readonly ReadSource[]): Inputs {
  const inputs = new Map<string, Set<string>>();
  for (const { source } of calculated) {
    const held = inputs.get(source.fact) ?? new Set<string>();
    for (const fact of parseList(source.ref)) held.add(fact);
    inputs.set(source.fact, held);
  }
  return inputs;
}

/** The way back to the last fact of the way, if there is one: walked breadth first, so it is a shortest one. */
function circleFrom(inputs: Inputs, start: string, first: string): readonly string[] | undefined {
  const cameFrom = new Map<string, string>([[first, start]]);
  for (const fact of cameFrom.keys()) {
    if (fact === start) return wayBack(cameFrom, start);
    for (const input of inputs.get(fact) ?? []) if (!cameFrom.has(input)) cameFrom.set(input, fact);
  }
  return undefined;
}

function wayBack(cameFrom: ReadonlyMap<string, string>, start: string): readonly string[] {
  const way = [start];
  for (let fact = cameFrom.get(start); fact !== undefined && fact !== start; fact = cameFrom.get(fact))
    way.unshift(fact);
  return [start, ...way];
}

/** Facts that are left when those worked out from nothing that is left are taken away: all circles stand among them. */
function suspects(inputs: Inputs): ReadonlySet<string> {
  const usedBy = new Map<string, string[]>();
  const waiting = new Map<string, number>();
  for (const [fact, needed] of inputs) {
    const calculated = [...needed].filter((input) => inputs.has(input));
    waiting.set(fact, calculated.length);
    for (const input of calculated) {
      const users = usedBy.get(input);
      if (users === undefined) usedBy.set(input, [fact]);
      else users.push(fact);
    }
  }
  const done = [...waiting].filter(([, count]) => count === 0).map(([fact]) => fact);
  for (const fact of done) {
    for (const user of usedBy.get(fact) ?? []) {
      const left = (waiting.get(user) ?? 0) - 1;
      waiting.set(user, left);
      if (left === 0) done.push(user);
    }
  }
  const settled = new Set(done);
  return new Set([...waiting.keys()].filter((fact) => !settled.has(fact)));
}

/** The sources without those that calculate a fact, by whatever chain, from itself; each of those is an error of its row. */
export function leaveOutCircles(read: readonly ReadSource[]): readonly Source[] {
  const inputs = inputsOf(read.filter(({ source }) => source.kind === 'calculated'));
  const suspected = suspects(inputs);
  return read.flatMap(({ line, source }) => {
    if (source.kind !== 'calculated' || !suspected.has(source.fact)) return [source];
    const circles = parseList(source.ref).map((first) => circleFrom(inputs, source.fact, first));
    const circle = circles.find((way) => way !== undefined);
    if (circle === undefined) return [source];
    const way = circle.map((fact) => `"${fact}"`).join(' from ');
    errorAt(
      line,
      'ref',
      `The fact is calculated in a circle: ${way}. The row was left out. Take one of these facts out of the column "ref".`,
    );
    return [];
  });
}
