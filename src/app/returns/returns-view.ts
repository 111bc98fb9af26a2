import { ITEM_STATUSES, type ItemStatus } from '#model/audit.ts';
import type { DataReturn } from '#model/data-return.ts';
import { asWord } from '#model/ids.ts';
import { type View, withOwn } from '#store/view.ts';
import { OWN_PARTS, type OwnPart } from '#views/own-return/own-return.tsx';

/** What the screen shows: the coverage matrix, another year, where events happen, or the returns themselves. */
export const RETURNS_TABS = ['items', 'changes', 'events', 'returns'] as const;
export type ReturnsTab = (typeof RETURNS_TABS)[number];

/** What the address says of the returns alone. */
export interface ReturnsView {
  readonly tab: ReturnsTab;
  readonly module: string;
  readonly status: ItemStatus | null;
  readonly event: string;
  readonly text: string;
  readonly gapsFirst: boolean;
  readonly onlyChildProtection: boolean;
  readonly onlyNew: boolean;
  /** The id of the return compared with; null: the year before. */
  readonly compare: string | null;
  readonly place: string | null;
  /** The return of the council's own that is written in. */
  readonly own: string | null;
  readonly part: OwnPart;
}

/** What the address says where no year is to be compared. */
export const NO_YEAR = 'none';

export function returnsViewOf({ own }: View): ReturnsView {
  const said = (name: string): string => own[name] ?? '';
  return {
    tab: asWord(RETURNS_TABS, said('tab')) ?? 'items',
    module: said('module'),
    status: asWord(ITEM_STATUSES, said('status')) ?? null,
    event: said('event'),
    text: said('text'),
    gapsFirst: said('gaps') !== 'no',
    onlyChildProtection: said('cp') === 'yes',
    onlyNew: said('new') === 'yes',
    compare: own['compare'] ?? null,
    place: own['place'] ?? null,
    own: own['own'] ?? null,
    part: asWord(OWN_PARTS, said('part')) ?? 'about',
  };
}

const NO_FILTERS = { module: '', status: '', event: '', text: '', cp: '', new: '' };

/** The view with every filter of the matrix taken away. */
export const withoutFilters = (view: View): View => withOwn(view, NO_FILTERS);

/** The returns that another can be compared with: years of the same family first, the latest of them first. */
export function comparable(returns: readonly DataReturn[], looked: DataReturn | null): readonly DataReturn[] {
  const others = returns.filter((one) => one !== looked);
  const isFamily = ({ family }: DataReturn): boolean => family !== '' && family === looked?.family;
  const latest = (one: DataReturn, other: DataReturn): number => (one.year < other.year ? 1 : -1);
  return [...others.filter(isFamily).toSorted(latest), ...others.filter((one) => !isFamily(one))];
}

/** The return compared with: the one that is asked for, else the year before of the same family. */
export function comparedReturn(
  returns: readonly DataReturn[],
  looked: DataReturn | null,
  wanted: string | null,
): DataReturn | null {
  if (looked === null || wanted === NO_YEAR) return null;
  const others = comparable(returns, looked);
  if (wanted !== null) return others.find(({ id }) => id === wanted) ?? null;
  return others.find(({ family, year }) => family !== '' && family === looked.family && year < looked.year) ?? null;
}
