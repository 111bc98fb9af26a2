import type { Fact } from '#model/workspace.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { addBit, type Bits, hasBit, noBits } from './bits.ts';
import type { RecordingPlace } from './recording-places.ts';

/** How far a fact is carried from where it is recorded, before another instance of its scope begins. */
export interface Carrying {
  /** The steps that a fact recorded in step `from` is still known at, by a route of at least one next action. */
  readonly from: (fact: Fact, from: number) => Bits;
  /** The steps that a fact held before the first step is still known at. */
  readonly fromStart: (fact: Fact) => Bits;
}

function spread(input: AnalysisInput, fact: number, first: readonly number[]): Bits {
  const { flow, numbers } = input;
  const reached = noBits(flow.steps.length);
  const enter = (s: number): boolean => {
    const drop = numbers.drop[s];
    if (drop === undefined || hasBit(drop, fact) || hasBit(reached, s)) return false;
    addBit(reached, s);
    return true;
  };
  const open = first.filter(enter);
  for (let s = open.pop(); s !== undefined; s = open.pop()) {
    for (const edge of flow.edgesFrom[s] ?? []) if (enter(edge.to)) open.push(edge.to);
  }
  return reached;
}

/** Facts of one scope are dropped alike, so each answer is worked out once per scope and step. */
export function carryingOf(input: AnalysisInput): Carrying {
  const known = new Map<string, Bits>();
  const remember = (key: string, fact: Fact, first: () => readonly number[]): Bits => {
    const number = input.numbers.numberOf.get(fact.id);
    const bits =
      known.get(key) ?? (number === undefined ? noBits(input.flow.steps.length) : spread(input, number, first()));
    known.set(key, bits);
    return bits;
  };
  return {
    from: (fact, from) =>
      remember(`${fact.scope}|${from}`, fact, () => (input.flow.edgesFrom[from] ?? []).map((edge) => edge.to)),
    fromStart: (fact) => remember(fact.scope, fact, () => input.flow.starts),
  };
}

/** True when two places can both be met in one instance of their fact's scope. */
export function canMeet(
  input: AnalysisInput,
  carrying: Carrying,
  fact: Fact,
  pair: readonly [RecordingPlace, RecordingPlace],
): boolean {
  const [{ step: a }, { step: b }] = pair;
  if (a === b) return true;
  if (a === null) return b !== null && hasBit(carrying.fromStart(fact), b);
  if (b === null) return hasBit(carrying.fromStart(fact), a);
  const beside = input.flow.beside[a];
  return (
    hasBit(carrying.from(fact, a), b) ||
    hasBit(carrying.from(fact, b), a) ||
    (beside !== undefined && hasBit(beside, b))
  );
}
