import type { Audit, ItemStatus } from '#model/audit.ts';
import type { Item } from '#model/data-return.ts';
import type { Finding } from '#model/finding.ts';
import { type ItemId, itemId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';

/** How an item stands in each year; null where the year does not have it. */
export interface StatusChange {
  readonly item: Item;
  readonly from: ItemStatus | null;
  readonly to: ItemStatus;
}

/** What two audits of the same workspace say differently: every item of the new year stands in exactly one list. */
export interface StatusChanges {
  /** Items that stand worse than before, and new ones that are not covered: worst first. */
  readonly worse: readonly StatusChange[];
  readonly better: readonly StatusChange[];
  /** New items that are covered already. */
  readonly coveredAlready: readonly StatusChange[];
  readonly same: readonly StatusChange[];
  /** Findings about codes and their answers that only the new year has. */
  readonly newCodeFindings: readonly Finding[];
}

/** From best to worst. What nothing triggers cannot be returned at all, and nobody sees that it is missing. */
const FROM_BEST: readonly ItemStatus[] = ['covered', 'unconfirmed', 'gaps', 'missing', 'not-triggered'];
const rankOf = (status: ItemStatus | null): number => (status === null ? 0 : FROM_BEST.indexOf(status));

const statusesOf = (audit: Audit): ReadonlyMap<ItemId, ItemStatus> =>
  new Map(audit.coverage.map(({ item, status }) => [itemId(item), status]));

/** What the audits of two years say differently of the items of the new one. */
export function statusChanges(to: WorkspaceIndex, before: Audit, after: Audit): StatusChanges {
  const then = statusesOf(before);
  const now = statusesOf(after);
  const all = (to.dataReturn?.items ?? []).map((item) => ({
    item,
    from: then.get(item.id) ?? null,
    to: now.get(item.id) ?? ('not-triggered' as const),
  }));
  const known = new Set(before.findings.map(({ id }) => id));
  return {
    worse: all
      .filter((change) => rankOf(change.to) > rankOf(change.from))
      .toSorted((one, other) => rankOf(other.to) - rankOf(one.to)),
    better: all.filter((change) => change.from !== null && rankOf(change.to) < rankOf(change.from)),
    coveredAlready: all.filter((change) => change.from === null && change.to === 'covered'),
    same: all.filter((change) => change.from === change.to),
    newCodeFindings: after.findings.filter(({ kind, id }) => kind.startsWith('codes/') && !known.has(id)),
  };
}
