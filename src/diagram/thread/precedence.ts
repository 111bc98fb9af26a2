import type { FactId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { Source } from '#model/workspace.ts';
import type { ThreadTag } from './thread.ts';
import { counts, itemsWorkedOutFrom } from './worked-out.ts';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** Which of several places the return reads first. */
export interface Precedence {
  /** The distinct orders of the places that feed the fact, smallest first. */
  readonly orders: readonly number[];
  /** How many places feed it. */
  readonly feeding: number;
  /** Whether some item of the return audited needs the fact, by itself or worked out from it. */
  readonly isRead: boolean;
}

export function precedenceOf(index: WorkspaceIndex, fact: FactId): Precedence {
  const feeding = (index.sourcesOfFact.get(fact) ?? []).filter((source) => source.use === 'feeds' && counts(source));
  const orders = new Set(feeding.flatMap(({ order }) => (order === null ? [] : [order])));
  const isRead = index.itemsOfFact.has(fact) || itemsWorkedOutFrom(index, fact).length > 0;
  return { orders: [...orders].toSorted((one, other) => one - other), feeding: feeding.length, isRead };
}

function feeds({ order }: Source, { orders, feeding, isRead }: Precedence): ThreadTag {
  if (!isRead) return { tone: 'none', words: 'could feed a return; no item of this one asks for it' };
  if (feeding === 1) return { tone: 'always', words: 'feeds, the only choice' };
  if (order === null) return { tone: 'records', words: 'feeds, order not said' };
  const rank = orders.indexOf(order);
  return { tone: rank === 0 ? 'always' : 'records', words: `feeds, ${ORDINALS[rank] ?? `${rank + 1}th`} choice` };
}

function useOf(source: Source, precedence: Precedence): ThreadTag {
  if (source.status === 'ignored') return { tone: 'none', words: 'set aside' };
  if (source.use === 'supports') return { tone: 'none', words: 'supports: background only' };
  if (source.use === 'feeds') return feeds(source, precedence);
  return { tone: 'medium', words: 'records, not read by the return' };
}

/** What a place does for the return, and whether people have said so: "feeds, first choice · confirmed". */
export function describeUse(source: Source, precedence: Precedence): ThreadTag {
  const { tone, words } = useOf(source, precedence);
  return { tone, words: source.status === 'ignored' ? words : `${words} · ${source.status}` };
}
