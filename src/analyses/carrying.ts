import { SCOPES, type Scope } from '#model/words.ts';
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

const carryings = new WeakMap<AnalysisInput, Carrying>();

/** Facts of one scope are dropped alike, so each answer is worked out once per scope and step; place 0 is the start. */
export function carryingOf(input: AnalysisInput): Carrying {
  const shared = carryings.get(input);
  if (shared !== undefined) return shared;
  const { flow, numbers } = input;
  const known = new Map<Scope, (Bits | undefined)[]>(SCOPES.map((scope) => [scope, []]));
  const remember = (fact: Fact, place: number, first: () => readonly number[]): Bits => {
    const ofScope = known.get(fact.scope) ?? [];
    const bits = ofScope[place] ?? spread(input, numbers.numberOf.get(fact.id) ?? -1, first());
    ofScope[place] = bits;
    return bits;
  };
  const carrying = {
    from: (fact: Fact, from: number) =>
      remember(fact, from + 1, () => (flow.edgesFrom[from] ?? []).map((edge) => edge.to)),
    fromStart: (fact: Fact) => remember(fact, 0, () => flow.starts),
  };
  carryings.set(input, carrying);
  return carrying;
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
