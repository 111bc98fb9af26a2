import type { Audit, ItemStatus } from '#model/audit.ts';
import { itemId } from '#model/ids.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';

/** How many items have each status. */
export type StatusCounts = Readonly<Record<ItemStatus, number>>;

export interface ModuleCoverage {
  readonly module: string;
  readonly items: number;
  readonly counts: StatusCounts;
}

/** The statuses in the order in which a bar shows them: what is well first. */
export const STATUS_ORDER: readonly ItemStatus[] = ['covered', 'unconfirmed', 'gaps', 'missing', 'not-triggered'];

/** How many of some items have each status. */
export function countStatuses(coverage: Audit['coverage']): StatusCounts {
  const counts: Record<ItemStatus, number> = { missing: 0, gaps: 0, unconfirmed: 0, covered: 0, 'not-triggered': 0 };
  for (const { status } of coverage) counts[status] += 1;
  return counts;
}

/** Items of each module by status, in the order of the return. */
export function coverageByModule(index: WorkspaceIndex, audit: Audit): readonly ModuleCoverage[] {
  const moduleOf = (item: string): string => index.items.get(itemId(item))?.module ?? '';
  return [...groupBy(audit.coverage, ({ item }) => moduleOf(item))].map(([module, coverage]) => ({
    module,
    items: coverage.length,
    counts: countStatuses(coverage),
  }));
}

/** "6 covered, 2 gaps": what of some items is to be said, statuses that none has left out. */
export const describeCounts = (counts: StatusCounts, words: Readonly<Record<ItemStatus, string>>): string =>
  STATUS_ORDER.filter((status) => counts[status] > 0)
    .map((status) => `${counts[status]} ${words[status]}`)
    .join(', ');
