import { asWord } from '#model/ids.ts';
import type { ReturnOptions } from '#returns/child-return.ts';
import type { AppStore } from '#store/create-store.ts';
import { type View, withOwn } from '#store/view.ts';
import { RECORD_ORDERS, type RecordOrder } from '#walk/record-view.ts';

/** What can be looked at beside the case. */
export const BESIDE_TABS = ['return', 'record', 'map'] as const;
export type BesideTab = (typeof BESIDE_TABS)[number];

/** Which part of the screen is looked at where there is no room for both. */
export type Part = 'case' | 'beside';

/** What the address says of the panel beside the case. */
export interface BesideView {
  readonly tab: BesideTab;
  /** The map takes the middle of the screen too. */
  readonly isWide: boolean;
  /** What is not sent is shown in the return. */
  readonly isAllShown: boolean;
  readonly flags: ReturnOptions['flags'];
  readonly order: RecordOrder;
  readonly part: Part;
}

export const besideViewOf = ({ own }: View): BesideView => ({
  tab: asWord(BESIDE_TABS, own['beside'] ?? '') ?? 'return',
  isWide: own['wide'] === 'map',
  isAllShown: own['unsent'] === 'shown',
  flags: own['flags'] === '1-0' ? '1-0' : 'true-false',
  order: asWord(RECORD_ORDERS, own['record'] ?? '') ?? 'scope',
  part: own['part'] === 'beside' ? 'beside' : 'case',
});

/** Changes words of the panel in the address; an empty word is the usual. A tab other than the map is never wide. */
export function showBeside(store: AppStore, change: Readonly<Record<string, string>>): void {
  const narrow = 'beside' in change && change['beside'] !== 'map' ? { wide: '' } : {};
  store.show({ own: withOwn(store.getState().view, { ...change, ...narrow }).own }, 'replace');
}
