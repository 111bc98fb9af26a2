import { isSame } from '#model/is-same.ts';
import { sameText } from './files.ts';
import type { Line } from './line.ts';
import { type Loaded, readLines } from './load.ts';
import { type ReadFacts, readFacts } from './read-facts.ts';
import { RETURNS_FOLDER } from './read-returns.ts';
import { newSlot, type Slot } from './remember.ts';
import * as mapping from './shapes-mappings.ts';

const SHARED_FACTS = `${RETURNS_FOLDER}/facts.csv`;
const FACTS: Slot<ReadFacts> = newSlot();
const SHIPPED_FACTS: Slot<ReadFacts> = newSlot();

/** The facts that the product ships, then those beside the workspace's own returns, then the workspace's own. */
export function loadFacts(local: Loaded, shipped: Loaded): ReadFacts {
  const facts = { shape: mapping.FACTS, file: SHARED_FACTS, settle: settleFacts };
  const base = readLines(shipped, { ...facts, slot: SHIPPED_FACTS, read: (lines) => readFacts(lines, null, true) });
  const [own, theirs] = [local.files.get(SHARED_FACTS), shipped.files.get(SHARED_FACTS)];
  const isTheirs = !local.given.has(SHARED_FACTS) && own !== undefined && theirs !== undefined && sameText(own, theirs);
  const read = (before: ReadFacts) => (lines: readonly Line[]) => readFacts(lines, before, false);
  const beside = isTheirs ? base : readLines(local, { ...facts, slot: FACTS, from: [base], read: read(base) });
  const ownFacts = { ...facts, file: mapping.FACTS.file, slot: FACTS, from: [beside], read: read(beside) };
  return readLines(local, ownFacts);
}

/** Facts that hold the same as before are the same value. */
function settleFacts(before: ReadFacts, after: ReadFacts): ReadFacts {
  const isKept = isSame([...before.leftOut], [...after.leftOut]);
  return isKept && isSame([...before.facts], [...after.facts]) ? before : after;
}
