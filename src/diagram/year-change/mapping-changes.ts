import { describeSource } from '#diagram/describe-place.ts';
import type { DataReturn, Item } from '#model/data-return.ts';
import { type FactId, factId } from '#model/ids.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';
import { MAPPING_STATUSES, type MappingStatus } from '#model/words.ts';
import type { Source } from '#model/workspace.ts';

/** A mapping and its place in words. */
export interface MappedPlace {
  readonly source: Source;
  readonly words: string;
}

/** A fact that one of the years asks for and the other does not, with the items that ask and every mapping of it. */
export interface FactChange {
  readonly fact: FactId;
  readonly name: string;
  readonly items: readonly Item[];
  readonly mappings: readonly MappedPlace[];
  /** Whether some mapping of it feeds the return and is not set aside. */
  readonly isFed: boolean;
}

/** Every mapping of the workspace, in exactly one of these lists. */
export interface MappingGroups {
  /** Both years ask for its fact. */
  readonly carriesOver: readonly Source[];
  /** Only the old year asks for its fact: it is kept and serves that year. */
  readonly feedsNothing: readonly Source[];
  /** Only the new year asks for its fact, and it is there already. */
  readonly serves: readonly Source[];
  /** Neither year asks for its fact. */
  readonly neither: readonly Source[];
}

/** What becomes of the facts and of the places where they are recorded. */
export interface MappingChanges {
  readonly newlyDue: readonly FactChange[];
  readonly noLongerDue: readonly FactChange[];
  readonly groups: MappingGroups;
  /** How many of the mappings that carry over have each status. */
  readonly carriedByStatus: Readonly<Record<MappingStatus, number>>;
}

const inputsOf = ({ kind, ref }: Source): readonly FactId[] =>
  kind === 'calculated' ? ref.split(';').flatMap((part) => (part.trim() === '' ? [] : [factId(part.trim())])) : [];

/** The facts a return asks for: those of its items, and what calculated ones are worked out from. */
function factsAsked({ sourcesOfFact }: WorkspaceIndex, dataReturn: DataReturn | null): ReadonlySet<FactId> {
  const asked = new Set((dataReturn?.items ?? []).flatMap(({ fact }) => (fact === null ? [] : [fact])));
  for (const fact of asked) {
    const calculated = (sourcesOfFact.get(fact) ?? []).filter(({ status }) => status !== 'ignored');
    for (const input of calculated.flatMap(inputsOf)) asked.add(input);
  }
  return asked;
}

const toMapped = (index: WorkspaceIndex, source: Source): MappedPlace => {
  const { kind, stepType, form, question, ref, status } = source;
  const place = { kind, stepType: stepType ?? '', form: form ?? '', question: question ?? '', ref, status };
  return { source, words: describeSource(index, place) };
};

/** What is kept outside Mosaic is not data, so it feeds nothing whatever its mapping says. */
const feeds = ({ use, status, kind }: Source): boolean => use === 'feeds' && status !== 'ignored' && kind !== 'outside';

function factChange(index: WorkspaceIndex, fact: FactId): FactChange {
  const sources = index.sourcesOfFact.get(fact) ?? [];
  return {
    fact,
    name: index.facts.get(fact)?.name || fact,
    items: index.itemsOfFact.get(fact) ?? [],
    mappings: sources.map((source) => toMapped(index, source)),
    isFed: sources.some(feeds),
  };
}

function groupMappings(
  sources: readonly Source[],
  before: ReadonlySet<FactId>,
  after: ReadonlySet<FactId>,
): MappingGroups {
  const groups = groupBy(sources, ({ fact }): keyof MappingGroups => {
    if (before.has(fact)) return after.has(fact) ? 'carriesOver' : 'feedsNothing';
    return after.has(fact) ? 'serves' : 'neither';
  });
  const of = (group: keyof MappingGroups): readonly Source[] => groups.get(group) ?? [];
  return {
    carriesOver: of('carriesOver'),
    feedsNothing: of('feedsNothing'),
    serves: of('serves'),
    neither: of('neither'),
  };
}

function countByStatus(sources: readonly Source[]): Readonly<Record<MappingStatus, number>> {
  const counts = { suggested: 0, confirmed: 0, flagged: 0, ignored: 0 };
  for (const status of MAPPING_STATUSES) counts[status] = sources.filter((source) => source.status === status).length;
  return counts;
}

/** Which facts become due or stop being due, and what that means for every mapping. */
export function mappingChanges(from: WorkspaceIndex, to: WorkspaceIndex): MappingChanges {
  const before = factsAsked(from, from.dataReturn);
  const after = factsAsked(to, to.dataReturn);
  const groups = groupMappings(to.workspace.sources, before, after);
  return {
    newlyDue: [...after].filter((fact) => !before.has(fact)).map((fact) => factChange(to, fact)),
    noLongerDue: [...before].filter((fact) => !after.has(fact)).map((fact) => factChange(from, fact)),
    groups,
    carriedByStatus: countByStatus(groups.carriesOver),
  };
}
