import type { Finding } from '#model/finding.ts';
import type { FactId, LookupId } from '#model/ids.ts';
import { groupBy, questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Question } from '#model/workspace.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { describeFact, describeForm, describeQuestion, findingId, withDecision } from './describe.ts';
import { findNearestEarlier, type Similar } from './similar-pairs.ts';
import { whileStanding } from './standing.ts';
import { isTopic, overlap, type Wording, wordingWithin, wordsOf } from './wording.ts';

/** How much of two wordings must be shared before they are suggested. Source: `design` section 5, measured on 30 pairs. */
const LEAST = 0.5;

/** Question types that can hold the same answer. A sign-off or a file is wanted each time anew, so it is never one of a pair. */
const TYPE_GROUPS: Readonly<Record<Question['type'], string | null>> = {
  'short-text': 'text',
  'long-text': 'text',
  'rich-text': 'text',
  number: 'number',
  date: 'date',
  'date-time': 'date',
  'yes-no': 'yes-no',
  choice: 'list',
  'multi-choice': 'list',
  person: 'person',
  address: 'address',
  file: null,
  'sign-off': null,
};

type Pair = readonly [Question, Question];

/** Questions that are worded, typed and listed alike to the word. */
type Group = readonly Question[];

interface Nearness {
  readonly groups: readonly Similar<Group>[];
  /** For each group, the nearest before it. */
  readonly partners: readonly (Similar<Group> | null)[];
  /** How many comparisons that took. */
  readonly compared: number;
}

type Lists = (lookup: LookupId) => ReadonlySet<string>;

/** The answers of each list in lower case, read once. */
function readLists(index: WorkspaceIndex): Lists {
  const known = new Map<LookupId, ReadonlySet<string>>();
  return (lookup) => {
    const read =
      known.get(lookup) ?? new Set((index.answersOfLookup.get(lookup) ?? []).map(({ answer }) => answer.toLowerCase()));
    known.set(lookup, read);
    return read;
  };
}

/** Lists are alike when one list serves both, or at least half of their answers are the same. */
function listsFit(lists: Lists, one: Question, other: Question): boolean {
  if (one.lookup === other.lookup || one.lookup === null || other.lookup === null) return true;
  return overlap(lists(one.lookup), lists(other.lookup)) >= LEAST;
}

const NO_FACTS: readonly FactId[] = [];

/** The facts that people have mapped a question to. */
function factsOf(index: WorkspaceIndex, { form, code }: Question, isIgnored = false): readonly FactId[] {
  const sources = index.sourcesOfQuestion.get(questionKey(form, code));
  if (sources === undefined) return NO_FACTS;
  return sources.filter(({ status }) => (status === 'ignored') === isIgnored).map(({ fact }) => fact);
}

/** Typed questions on reachable steps that say enough to be compared. */
function comparable({
  index,
  flow,
}: AnalysisInput): readonly { question: Question; wording: Wording; group: string }[] {
  const reached = new Set(
    index.workspace.stepForms.flatMap(({ form, stepType }) => (flow.numberOf.has(stepType) ? [form] : [])),
  );
  const read = readWordings();
  return index.workspace.questions.flatMap((question) => {
    const type = TYPE_GROUPS[question.type];
    if (type === null || question.entry !== 'typed' || !reached.has(question.form)) return [];
    const wording = read(question);
    const group = `${type}|${wording.contrasts}`;
    return wording.words.size < 2 ? [] : [{ question, wording, group }];
  });
}

/** How questions are worded, for as long as they are in use: a change of a source rewords none. */
const wordings = new WeakMap<Question, Wording>();

/** Reads the wordings of questions, and what stands around them once for all that stand there. */
function readWordings(): (question: Question) => Wording {
  const known = new Map<string, ReadonlySet<string>>();
  return (question) => {
    const read = wordings.get(question);
    if (read !== undefined) return read;
    const around = `${question.section} ${question.collection}`;
    const outside = known.get(around) ?? wordsOf(around);
    known.set(around, outside);
    const wording = wordingWithin(question.text, outside);
    wordings.set(question, wording);
    return wording;
  };
}

/** The groups of a workspace, ready to be compared with each other. */
export function wordingGroups(input: AnalysisInput): readonly Similar<Group>[] {
  const alike = groupBy(
    comparable(input),
    ({ question, wording, group }) => `${group}|${[...wording.words].toSorted().join(' ')}|${question.lookup ?? ''}`,
  );
  return [...alike.values()].flatMap((members) => {
    const [first] = members;
    if (first === undefined) return [];
    const { words } = first.wording;
    const value = members.map(({ question }) => question);
    return [{ value, words, keys: [...words].filter(isTopic), group: first.group }];
  });
}

/** The nearest earlier group of each. All of a group have one list, so that any of them can be held against another. */
export function nearestWordings(index: WorkspaceIndex, groups: readonly Similar<Group>[]): Nearness {
  const lists = readLists(index);
  const nearest = findNearestEarlier(groups, (one, other) => {
    const like = overlap(one.words, other.words);
    const [a, b] = [one.value[0], other.value[0]];
    return like >= LEAST && a !== undefined && b !== undefined && listsFit(lists, a, b) ? like : 0;
  });
  return { groups, ...nearest };
}

const nearness = whileStanding<Nearness>();

/** The question that stands for its group: a mapped one first. */
const standsForAll = (index: WorkspaceIndex, mapped: ReadonlySet<Question>, group: Group): Question | undefined =>
  group.find((question) => mapped.has(question) && factsOf(index, question).length > 0) ?? group[0];

/** Every question that some source names, whatever has become of the source. */
const mappedQuestions = (index: WorkspaceIndex): ReadonlySet<Question> =>
  new Set([...index.sourcesOfQuestion.keys()].flatMap((key) => index.questions.get(key) ?? []));

/** Equal wordings with the one that stands for them, then those with the nearest before them. */
function pairsOf(
  index: WorkspaceIndex,
  mapped: ReadonlySet<Question>,
  { groups, partners }: Nearness,
): readonly Pair[] {
  const firsts = new Map(groups.map(({ value }) => [value, standsForAll(index, mapped, value)]));
  const equal = groups.flatMap(({ value }): readonly Pair[] => {
    const first = firsts.get(value);
    if (first === undefined || value.length < 2) return [];
    return value.filter((other) => other !== first).map((other) => [first, other]);
  });
  const near = groups.flatMap(({ value }, at): readonly Pair[] => {
    const partner = partners[at] ?? null;
    const [before, first] = [partner === null ? undefined : firsts.get(partner.value), firsts.get(value)];
    return before === undefined || first === undefined ? [] : [[before, first]];
  });
  return [...equal, ...near];
}

/** What is asked afresh on purpose: a judgement, or what holds for one piece of work only. */
const isAskedAfresh = (index: WorkspaceIndex, fact: FactId): boolean => {
  const about = index.facts.get(fact);
  return about !== undefined && (about.kind === 'judgement' || about.scope === 'step');
};

/**
 * What people have said already: both are mapped, to one fact (a duplicate that counts) or to two; or one is mapped, to
 * what is asked afresh each time or to what they have said the other is not.
 */
function isSettled(index: WorkspaceIndex, [one, other]: Pair): boolean {
  const [facts, others] = [factsOf(index, one), factsOf(index, other)];
  const ruledOut = new Set([...factsOf(index, one, true), ...factsOf(index, other, true)]);
  const mapped = [...facts, ...others];
  return (
    (facts.length > 0 && others.length > 0) || mapped.some((fact) => ruledOut.has(fact) || isAskedAfresh(index, fact))
  );
}

function describePair(index: WorkspaceIndex, ends: readonly Question[]): string {
  const named = ends.map((question) => `${describeQuestion(question)} on ${describeForm(index, question.form)}`);
  const [fact] = ends.flatMap((question) => factsOf(index, question));
  const todo =
    fact === undefined
      ? 'if they ask for the same fact, map both to it'
      : `only one is mapped, to “${describeFact(index, fact)}”: if the other asks for the same, map it too`;
  return `${named.join(' and ')} are worded alike: ${todo}; if not, decide “not-a-duplicate” and say why.`;
}

function toFinding(index: WorkspaceIndex, pair: Pair): Finding {
  const ends = pair.toSorted((a, b) => (questionKey(a.form, a.code) < questionKey(b.form, b.code) ? -1 : 1));
  return withDecision(index, {
    id: findingId('duplicate/same-wording', ...ends.flatMap(({ form, code }) => [form, code])),
    kind: 'duplicate/same-wording',
    severity: 'info',
    certainty: null,
    fact: '',
    items: [],
    places: ends.map(({ form, code }) => ({ form, question: code })),
    route: null,
    message: describePair(index, ends),
  });
}

/** What is said of pairs of which no source names either, by the second. */
const unmappedPairs = whileStanding<Map<Question, { readonly one: Question; readonly finding: Finding }>>();

/**
 * `duplicate/same-wording`: questions worded alike that nobody has mapped to one fact. Only a suggestion, in no count.
 * Equal wordings are each paired with one of them, others with the nearest before them, so that the list grows with the
 * questions and not with their pairs.
 */
export function analyseSameWording(input: AnalysisInput): readonly Finding[] {
  const near = nearness(input.index, () => nearestWordings(input.index, wordingGroups(input)));
  const mapped = mappedQuestions(input.index);
  const kept = unmappedPairs(input.index, () => new Map());
  return pairsOf(input.index, mapped, near).flatMap((pair) => {
    const [one, other] = pair;
    if (mapped.has(one) || mapped.has(other)) return isSettled(input.index, pair) ? [] : [toFinding(input.index, pair)];
    const known = kept.get(other);
    if (known?.one === one) return [known.finding];
    const finding = toFinding(input.index, pair);
    kept.set(other, { one, finding });
    return [finding];
  });
}
