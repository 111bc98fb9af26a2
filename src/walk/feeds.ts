import { describeItem, listInWords } from '#analyses/describe.ts';
import { listsOfSource } from '#diagram/code-answers.ts';
import { counts, itemsWorkedOutFrom } from '#diagram/thread/worked-out.ts';
import { type AnswerValue, textsOf } from '#machine/step-values.ts';
import type { Code, Item } from '#model/data-return.ts';
import type { StepTypeId } from '#model/ids.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { CodeMapping, Source } from '#model/workspace.ts';

/** What an answer does for the return. */
export interface FeedsView {
  /**
   * `feeds`: the return reads it · `instead`: the return reads another place of the same fact · `nothing`: no return asks
   * for the fact · `unmapped`: nobody has said what fact it records.
   */
  readonly kind: 'feeds' | 'instead' | 'nothing' | 'unmapped';
  /** "feeds ReferralSource"; "the return reads the step’s own date". */
  readonly says: string;
  /** "gives 5B", or that the answer has no code; empty where there is nothing to say. */
  readonly code: string;
  /** True where the answer given has no code that this year takes. */
  readonly isGap: boolean;
}

const NO_CODES: readonly Code[] = [];
const NONE_TAKEN: ReadonlySet<string> = new Set();

const countedAt = (stepType: StepTypeId, sources: readonly Source[]): readonly Source[] =>
  sources.filter((source) => counts(source) && (source.stepType ?? stepType) === stepType);
const itemsOf = (index: WorkspaceIndex, { fact }: Source): readonly Item[] => index.itemsOfFact.get(fact) ?? [];
const tagsOf = (items: readonly Item[]): string => listInWords(items.map(describeItem));

/** Where the return reads a fact that a place only records. */
function readElsewhere(index: WorkspaceIndex, stepType: StepTypeId, source: Source): string {
  const read = (index.sourcesOfFact.get(source.fact) ?? []).filter(
    (other) => counts(other) && other.use === 'feeds' && (other.stepType ?? stepType) === stepType,
  );
  if (read.some(({ kind }) => kind === 'step-date')) return 'the return reads the step’s own date';
  if (read.some(({ kind }) => kind === 'next-action'))
    return `feeds ${tagsOf(itemsOf(index, source))} through the next action`;
  if (read.some(({ kind }) => kind === 'service-user-group')) return 'the return reads the service user group';
  const name = index.facts.get(source.fact)?.name ?? source.fact;
  return `records “${name}”, which the return reads elsewhere`;
}

/** What the sources of one place do for the return, whatever the answer. */
function inGeneral(index: WorkspaceIndex, stepType: StepTypeId, sources: readonly Source[]): General {
  const [first] = sources;
  if (first === undefined) return { kind: 'unmapped', says: 'no fact mapped' };
  const fed = sources.filter(({ use }) => use === 'feeds').flatMap((source) => itemsOf(index, source));
  if (fed.length > 0) return { kind: 'feeds', says: `feeds ${tagsOf(fed)}` };
  const workedOut = sources.filter(({ use }) => use === 'feeds').flatMap(({ fact }) => itemsWorkedOutFrom(index, fact));
  if (workedOut.length > 0) return { kind: 'feeds', says: `feeds ${tagsOf(workedOut)}, worked out` };
  const asked = sources.find(
    (source) => itemsOf(index, source).length > 0 || itemsWorkedOutFrom(index, source.fact).length > 0,
  );
  if (asked === undefined) return { kind: 'nothing', says: 'feeds nothing' };
  return { kind: 'instead', says: readElsewhere(index, stepType, asked) };
}

type General = Pick<FeedsView, 'kind' | 'says'>;

const generals = new WeakMap<readonly Source[], Map<StepTypeId, General>>();

/** As `inGeneral`; said once for the sources of a question, which are one value for as long as the workspace stands. */
function inGeneralOnce(index: WorkspaceIndex, stepType: StepTypeId, sources: readonly Source[]): General {
  const known = generals.get(sources) ?? new Map<StepTypeId, General>();
  generals.set(sources, known);
  const general = known.get(stepType) ?? inGeneral(index, stepType, countedAt(stepType, sources));
  known.set(stepType, general);
  return general;
}

type RowsOfList = ReadonlyMap<string, readonly CodeMapping[]>;

const rowsByList = new WeakMap<readonly CodeMapping[], RowsOfList>();

function codeRows({ workspace: { codeMappings } }: WorkspaceIndex): RowsOfList {
  const known =
    rowsByList.get(codeMappings) ??
    groupBy(
      codeMappings.filter(({ status }) => status !== 'ignored'),
      ({ lookup }) => lookup,
    );
  rowsByList.set(codeMappings, known);
  return known;
}

const codesBySet = new WeakMap<readonly Code[], ReadonlyMap<string, ReadonlySet<string>>>();

/** The codes that the year takes for an item. */
function codesTaken({ dataReturn }: WorkspaceIndex, { codeSet }: Item): ReadonlySet<string> {
  const codes = dataReturn?.codes ?? NO_CODES;
  const known =
    codesBySet.get(codes) ??
    new Map(
      [...groupBy(codes, (code) => code.codeSet)].map(([set, own]) => [set, new Set(own.map(({ code }) => code))]),
    );
  codesBySet.set(codes, known);
  return known.get(codeSet ?? '') ?? NONE_TAKEN;
}

/** The code that a text gives for an item: empty where it rightly gives none, null where a code is lacking. */
function codeOf(index: WorkspaceIndex, source: Source, item: Item, text: string): string | null {
  const rows = listsOfSource(index, source)
    .flatMap((list) => codeRows(index).get(list) ?? [])
    .filter(({ codeSet }) => codeSet === item.codeSet);
  const codes = codesTaken(index, item);
  const mapped = rows.find(({ answer }) => answer === text)?.code ?? '';
  const code = mapped === '' ? text : mapped;
  if (codes.size === 0) return mapped;
  if (codes.has(code)) return code;
  const isYesAlone = text === 'No' && rows.some(({ answer }) => answer === 'Yes');
  return isYesAlone ? '' : null;
}

interface Coded {
  readonly code: string;
  readonly isGap: boolean;
}

const NO_CODE: Coded = { code: '', isGap: false };

/** What an answer is sent as, where the items that it feeds hold codes. */
function coded(index: WorkspaceIndex, sources: readonly Source[], value: AnswerValue): Coded {
  const texts = textsOf(value).filter((text) => text.trim() !== '');
  const asked = sources
    .filter(({ use }) => use === 'feeds')
    .flatMap((source) =>
      itemsOf(index, source)
        .filter(({ codeSet }) => codeSet !== null)
        .map((item) => [source, item] as const),
    );
  if (asked.length === 0 || texts.length === 0) return NO_CODE;
  const given = asked.flatMap(([source, item]) =>
    texts.map((text) => [text, codeOf(index, source, item, text)] as const),
  );
  const gaps = given.flatMap(([text, code]) => (code === null ? [text] : []));
  if (gaps.length > 0) return { code: `no code for “${listInWords(gaps)}”`, isGap: true };
  const codes = given.flatMap(([, code]) => (code === null || code === '' ? [] : [code]));
  return codes.length === 0 ? NO_CODE : { code: `gives ${listInWords(codes, 6)}`, isGap: false };
}

/** What a place of a step does for the return with the answer that it has. `sources` are those of the place. */
export function feedsView(
  index: WorkspaceIndex,
  stepType: StepTypeId,
  sources: readonly Source[],
  value: AnswerValue,
): FeedsView {
  return { ...inGeneralOnce(index, stepType, sources), ...coded(index, countedAt(stepType, sources), value) };
}
