import { describeUnverified } from '#diagram/item-words.ts';
import type { DataReturn } from '#model/data-return.ts';
import type { ItemId } from '#model/ids.ts';

export interface UnverifiedItem {
  readonly item: ItemId;
  readonly name: string;
  readonly tag: string;
  /** What is not verified of it. */
  readonly what: string;
}

/** What nobody has checked against the source of a return. */
export interface NotVerified {
  readonly statements: readonly string[];
  readonly items: readonly UnverifiedItem[];
}

/** What the return itself says is not verified, and the items of which something is not. */
export function notVerifiedOf(dataReturn: DataReturn | null): NotVerified {
  const items = (dataReturn?.items ?? []).flatMap((item) => {
    const what = describeUnverified(item);
    return what === '' ? [] : [{ item: item.id, name: item.name || item.tag, tag: item.tag, what }];
  });
  return { statements: dataReturn?.notVerified ?? [], items };
}
