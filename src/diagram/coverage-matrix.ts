import { type Audit, type CoveragePlace, ITEM_STATUSES, type ItemCoverage, type ItemStatus } from '#model/audit.ts';
import type { DataReturn, Item } from '#model/data-return.ts';
import type { Finding } from '#model/finding.ts';
import type { ItemId } from '#model/ids.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';
import { type ItemExtra, itemExtras } from './item-extras.ts';
import { describeHolds, describeUnverified, tellTagsApart } from './item-words.ts';
import { type MatrixEvent, matrixEvents, placeId } from './matrix-places.ts';

/** What a person wants to see of the matrix. */
export interface MatrixOptions {
  readonly gapsFirst?: boolean;
  readonly onlyChildProtection?: boolean;
  /** Only items that the compared year does not have. */
  readonly onlyNew?: boolean;
  /** The year compared with; null: none. */
  readonly comparedWith?: DataReturn | null;
  /** Only items of these modules; none named: all. */
  readonly modules?: readonly string[];
  /** Only this event and what is due then. */
  readonly event?: string | null;
  readonly statuses?: readonly ItemStatus[];
  /** Words that the tag, name, CBDS number, module or path holds. */
  readonly text?: string;
}

export interface MatrixRow {
  readonly item: Item;
  /** What tells it from others of the same tag: "in Section47"; empty where nothing else has its tag. */
  readonly apart: string;
  readonly holds: string;
  readonly conditional: boolean;
  /** What is not verified of it; empty: it is verified. */
  readonly unverified: string;
  readonly isNew: boolean;
  readonly status: ItemStatus;
  readonly extras: readonly ItemExtra[];
  /** What is said at each place where it is due, by the place's id. Not due elsewhere. */
  readonly cells: ReadonlyMap<string, CoveragePlace>;
}

export interface MatrixGroup {
  readonly module: string;
  readonly rows: readonly MatrixRow[];
}

export interface CoverageMatrix {
  /** The columns: every place where some row shown is due, by event. */
  readonly events: readonly MatrixEvent[];
  readonly groups: readonly MatrixGroup[];
  /** Of the whole return, whatever is shown. */
  readonly totals: Readonly<Record<ItemStatus, number>>;
  readonly items: number;
  readonly shown: number;
  /** How many items the compared year does not have; null where none is compared. */
  readonly newItems: number | null;
  /** How many places have a column when every item is shown. */
  readonly allPlaces: number;
  /** What rows and columns can be narrowed to. */
  readonly modules: readonly string[];
  readonly allEvents: readonly MatrixEvent[];
}

const isOneOf = <Word extends string>(words: readonly Word[] | undefined, word: Word): boolean =>
  words === undefined || words.length === 0 || words.includes(word);

const says = ({ tag, name, cbds, module, id }: Item, text: string): boolean =>
  [tag, name, cbds, module, id].join('\n').toLowerCase().includes(text.trim().toLowerCase());

/** True where a row is one of those that a person wants to see. */
function fits(
  { onlyChildProtection, onlyNew, modules, event, statuses, text }: MatrixOptions,
  row: MatrixRow,
): boolean {
  const { item } = row;
  const isOfKind = onlyChildProtection !== true || item.childProtection;
  const isOfAge = onlyNew !== true || row.isNew;
  const isAsked = event === undefined || event === null || item.event === event;
  const isListed = isOneOf(modules, item.module) && isOneOf(statuses, row.status);
  return isOfKind && isOfAge && isAsked && isListed && says(item, text ?? '');
}

/** The findings that name each item. */
function findingsOfItems(findings: readonly Finding[]): ReadonlyMap<ItemId, readonly Finding[]> {
  const named = findings.flatMap((finding) => finding.items.map((item) => ({ item, finding })));
  const groups = groupBy(named, ({ item }) => item);
  return new Map([...groups].map(([item, pairs]) => [item, pairs.map(({ finding }) => finding)]));
}

function matrixRows(index: WorkspaceIndex, audit: Audit, before: DataReturn | null): readonly MatrixRow[] {
  const items = index.dataReturn?.items ?? [];
  const covered = new Map(audit.coverage.map((coverage): [string, ItemCoverage] => [coverage.item, coverage]));
  const about = findingsOfItems(audit.findings);
  const apart = tellTagsApart(items);
  const known = before === null ? null : new Set(before.items.map(({ id }) => id));
  return items.map((item) => {
    const coverage = covered.get(item.id);
    return {
      item,
      apart: apart.get(item) ?? '',
      holds: describeHolds(item, index.dataReturn),
      conditional: item.condition !== '',
      unverified: describeUnverified(item),
      isNew: known !== null && !known.has(item.id),
      status: coverage?.status ?? 'not-triggered',
      extras: itemExtras(index, item, coverage, about.get(item.id) ?? []),
      cells: new Map((coverage?.places ?? []).map((place) => [placeId(coverage?.event ?? '', place), place])),
    };
  });
}

const rankOf = ({ status }: MatrixRow): number => ITEM_STATUSES.indexOf(status);

function gapsFirst(groups: readonly MatrixGroup[]): readonly MatrixGroup[] {
  const sorted = groups.map(({ module, rows }) => ({
    module,
    rows: rows.toSorted((one, other) => rankOf(one) - rankOf(other)),
  }));
  const worst = ({ rows: [first] }: MatrixGroup): number => (first === undefined ? 0 : rankOf(first));
  return sorted.toSorted((one, other) => worst(one) - worst(other));
}

function countStatuses(rows: readonly MatrixRow[]): CoverageMatrix['totals'] {
  const of = (status: ItemStatus): number => rows.filter((row) => row.status === status).length;
  return {
    missing: of('missing'),
    gaps: of('gaps'),
    unconfirmed: of('unconfirmed'),
    covered: of('covered'),
    'not-triggered': of('not-triggered'),
  };
}

/** The events and places that have something to say of the rows shown. */
const columnsOf = (events: readonly MatrixEvent[], rows: readonly MatrixRow[]): readonly MatrixEvent[] =>
  events
    .map((event) => ({ ...event, places: event.places.filter(({ id }) => rows.some(({ cells }) => cells.has(id))) }))
    .filter(({ places }) => places.length > 0);

/** Columns in the order in which the rows come to them, so that what comes first is seen without going sideways. */
function inRowOrder(events: readonly MatrixEvent[], groups: readonly MatrixGroup[]): readonly MatrixEvent[] {
  const rows = groups.flatMap(({ rows }) => rows);
  const firstRow = ({ places }: MatrixEvent): number =>
    rows.findIndex(({ cells }) => places.some(({ id }) => cells.has(id)));
  return events.toSorted((one, other) => firstRow(one) - firstRow(other));
}

/** The items of a return against the places where they are due: always, sometimes or never recorded, or not due there. */
export function coverageMatrix(index: WorkspaceIndex, audit: Audit, options: MatrixOptions = {}): CoverageMatrix {
  const before = options.comparedWith ?? null;
  const all = matrixRows(index, audit, before);
  const rows = all.filter((row) => fits(options, row));
  const byModule = groupBy(rows, ({ item }) => item.module);
  const inOrder = [...byModule].map(([module, rows]) => ({ module, rows }));
  const allEvents = matrixEvents(index, audit);
  const isSorted = options.gapsFirst === true;
  const groups = isSorted ? gapsFirst(inOrder) : inOrder;
  const events = columnsOf(allEvents, rows);
  return {
    events: isSorted ? inRowOrder(events, groups) : events,
    groups,
    totals: countStatuses(all),
    items: all.length,
    shown: rows.length,
    newItems: before === null ? null : all.filter(({ isNew }) => isNew).length,
    allPlaces: allEvents.reduce((sum, { places }) => sum + places.length, 0),
    modules: [...new Set(all.map(({ item }) => item.module))],
    allEvents,
  };
}
