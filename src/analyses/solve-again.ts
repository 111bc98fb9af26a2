import { addBit, type Bits, hasBit, noBits, removeAll } from './bits.ts';
import type { Flow } from './flow.ts';
import type { RecordingPlace } from './recording-places.ts';
import { type FactNumbers, type RecordingSets, solveSets } from './recording-sets.ts';

/** Some facts by themselves, with what each step drops of them. */
function onlyThese(numbers: FactNumbers, changed: readonly number[]): FactNumbers {
  const facts = changed.flatMap((fact) => numbers.facts[fact] ?? []);
  const drop = numbers.drop.map((dropped) => {
    const own = noBits(changed.length);
    for (const [n, fact] of changed.entries()) if (hasBit(dropped, fact)) addBit(own, n);
    return own;
  });
  return { facts, numberOf: new Map(facts.map((fact, n) => [fact.id, n])), drop };
}

/** Puts the facts of a set that changed in their new places. */
interface Patch {
  readonly changed: readonly number[];
  /** The same as a set. */
  readonly mask: Bits;
}

function patched({ changed, mask }: Patch, before: Bits, own: Bits): Bits {
  const bits = before.slice();
  removeAll(bits, mask);
  for (const [n, fact] of changed.entries()) if (hasBit(own, n)) addBit(bits, fact);
  return bits;
}

const patchedAll = (patch: Patch, before: readonly Bits[], own: readonly Bits[]): readonly Bits[] =>
  before.map((bits, s) => patched(patch, bits, own[s] ?? noBits(patch.changed.length)));

/**
 * The sets for a selection of places of which only those of some facts have changed since `before` was solved. No fact
 * tells of another in them, so those facts alone are solved anew.
 */
export function solveAgain(
  flow: Flow,
  numbers: FactNumbers,
  places: readonly RecordingPlace[],
  since: { readonly before: RecordingSets; readonly changed: readonly number[] },
): RecordingSets {
  const { before, changed } = since;
  if (changed.length === 0) return before;
  const few = onlyThese(numbers, changed);
  const own = solveSets(
    flow,
    few,
    places.filter((place) => few.numberOf.has(place.source.fact)),
  );
  const mask = noBits(numbers.facts.length);
  for (const fact of changed) addBit(mask, fact);
  const patch = { changed, mask };
  return {
    heldSure: patched(patch, before.heldSure, own.heldSure),
    heldMaybe: patched(patch, before.heldMaybe, own.heldMaybe),
    makesSure: patchedAll(patch, before.makesSure, own.makesSure),
    makesMaybe: patchedAll(patch, before.makesMaybe, own.makesMaybe),
    beforeSure: patchedAll(patch, before.beforeSure, own.beforeSure),
    beforeMaybe: patchedAll(patch, before.beforeMaybe, own.beforeMaybe),
    avoidable: patchedAll(patch, before.avoidable, own.avoidable),
    afterMaybe: patchedAll(patch, before.afterMaybe, own.afterMaybe),
    besideMaybe: patchedAll(patch, before.besideMaybe, own.besideMaybe),
  };
}
