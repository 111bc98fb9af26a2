import type { Audit, CoveragePlace, CoverageSource, ItemStatus } from '#model/audit.ts';
import type { DataReturn, Item, ReturnEvent, ReturnRule } from '#model/data-return.ts';
import type { Finding } from '#model/finding.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { Fact, Source } from '#model/workspace.ts';
import { codesOfItem, type ItemCode } from './code-answers.ts';
import { describeDue, describeSource } from './describe-place.ts';
import { isDuplicate } from './item-extras.ts';
import { coverageOfItem } from './item-overlay.ts';
import { describeHolds, describeItemFormat, describeOften, describeUnverified, shortEvent } from './item-words.ts';
import { placeId } from './matrix-places.ts';
import { describeRoute, type RouteLine } from './route.ts';

/** A recording place in words, and the mapping that it stands for. */
export interface DetailSource {
  readonly words: string;
  readonly source: Source;
}

/** One place where the item is due: what the return reads there, in precedence, and a route without it. */
export interface DetailPlace {
  readonly id: string;
  readonly words: string;
  readonly place: CoveragePlace;
  readonly sources: readonly DetailSource[];
  /** Empty where every route records it. */
  readonly route: readonly RouteLine[];
  /** The finding that says so; null where there is none. */
  readonly gap: Finding | null;
}

/** Everything that is known of one item of the return. */
export interface ItemDetails {
  readonly item: Item;
  readonly fact: Fact | null;
  readonly holds: string;
  readonly format: string;
  readonly often: string;
  readonly event: (ReturnEvent & { readonly short: string }) | null;
  readonly status: ItemStatus;
  readonly unverified: string;
  readonly codes: readonly ItemCode[];
  readonly rules: readonly ReturnRule[];
  readonly places: readonly DetailPlace[];
  /** Places that record the same fact and that the return does not read. */
  readonly alsoRecorded: readonly DetailSource[];
  /** Places that feed it, but at none of the places where it is due; background, and what was set aside. */
  readonly notUsed: readonly DetailSource[];
  readonly duplicates: readonly Finding[];
  readonly findings: readonly Finding[];
}

const toCoverageSource = ({ kind, stepType, form, question, ref, status }: Source): CoverageSource => ({
  kind,
  stepType: stepType ?? '',
  form: form ?? '',
  question: question ?? '',
  ref,
  status,
});

const describe = (index: WorkspaceIndex, source: Source): DetailSource => ({
  words: describeSource(index, toCoverageSource(source)),
  source,
});

const keyOf = ({ kind, stepType, form, question, ref }: CoverageSource): string =>
  [kind, stepType, form, question, ref].join('|');

const sourcesOf = (index: WorkspaceIndex, { fact }: Item): readonly Source[] =>
  (fact === null ? undefined : index.sourcesOfFact.get(fact)) ?? [];

const isRead = ({ use, status }: Source): boolean => use === 'feeds' && status !== 'ignored';

/** The mappings that stand behind what coverage says is read at a place, in the same order. */
function readAt(index: WorkspaceIndex, item: Item, place: CoveragePlace): readonly DetailSource[] {
  const known = new Map(
    sourcesOf(index, item)
      .filter(isRead)
      .map((source) => [keyOf(toCoverageSource(source)), source]),
  );
  return place.sources.flatMap((read) => {
    const source = known.get(keyOf(read));
    return source === undefined ? [] : [describe(index, source)];
  });
}

const isGap = ({ kind }: Finding): boolean => kind === 'coverage/item-missing' || kind === 'coverage/item-gap';

const isAt = ({ places: [own] }: Finding, place: CoveragePlace): boolean =>
  own?.stepType === place.stepType && (own.nextAction ?? null) === place.nextAction;

function detailPlaces(index: WorkspaceIndex, audit: Audit, item: Item): readonly DetailPlace[] {
  const gaps = audit.findings.filter((finding) => isGap(finding) && finding.items.includes(item.id));
  return coverageOfItem(audit, item).flatMap(({ event, places }) =>
    places.map((place) => ({
      id: placeId(event, place),
      words: describeDue(index, place),
      place,
      sources: readAt(index, item, place),
      route: place.gapRoute === null ? [] : describeRoute(index, place.gapRoute, []),
      gap: gaps.find((finding) => isAt(finding, place)) ?? null,
    })),
  );
}

function eventOf({ dataReturn }: WorkspaceIndex, { event }: Item): ItemDetails['event'] {
  const found = (dataReturn?.events ?? []).find(({ id }) => id === event);
  return found === undefined ? null : { ...found, short: shortEvent(found.id, found.name) };
}

/** Everything that is known of one item; `comparedWith` is the year that its codes are held against. */
export function itemDetails(
  index: WorkspaceIndex,
  audit: Audit,
  item: Item,
  comparedWith: DataReturn | null = null,
): ItemDetails {
  const places = detailPlaces(index, audit, item);
  const all = sourcesOf(index, item);
  const used = new Set(places.flatMap(({ sources }) => sources.map(({ source }) => source)));
  const records = all.filter(({ use, status }) => use === 'records' && status !== 'ignored');
  const rest = all.filter((source) => !used.has(source) && !records.includes(source));
  const findings = audit.findings.filter((finding) => finding.items.includes(item.id));
  return {
    item,
    fact: item.fact === null ? null : (index.facts.get(item.fact) ?? null),
    holds: describeHolds(item, index.dataReturn),
    format: describeItemFormat(item.format),
    often: describeOften(item),
    event: eventOf(index, item),
    status: coverageOfItem(audit, item)[0]?.status ?? 'not-triggered',
    unverified: describeUnverified(item),
    codes: codesOfItem(index, item, comparedWith),
    rules: (index.dataReturn?.rules ?? []).filter((rule) => rule.items.includes(item.id)),
    places,
    alsoRecorded: records.map((source) => describe(index, source)),
    notUsed: rest.map((source) => describe(index, source)),
    duplicates: findings.filter(isDuplicate),
    findings,
  };
}
