import type { Finding } from '#model/finding.ts';
import type { FactId } from '#model/ids.ts';
import { groupBy, questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Question } from '#model/workspace.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { describeFact, describeForm, describeQuestion, findingId, withDecision } from './describe.ts';
import { findNearestEarlier, type Similar } from './similar-pairs.ts';
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

/** Questions that are worded, typed and listed alike to the word. The first stands for all of them; a mapped one first. */
interface Group {
  readonly wording: Wording;
  readonly first: Question;
  readonly others: readonly Question[];
}

const answersOf = (index: WorkspaceIndex, question: Question): ReadonlySet<string> =>
  new Set(
    question.lookup === null
      ? []
      : (index.answersOfLookup.get(question.lookup) ?? []).map(({ answer }) => answer.toLowerCase()),
  );

/** Lists are alike when one list serves both, or at least half of their answers are the same. */
function listsFit(index: WorkspaceIndex, one: Question, other: Question): boolean {
  if (one.lookup === other.lookup || one.lookup === null || other.lookup === null) return true;
  return overlap(answersOf(index, one), answersOf(index, other)) >= LEAST;
}

/** The facts that people have mapped a question to. */
function factsOf(index: WorkspaceIndex, { form, code }: Question, isIgnored = false): readonly FactId[] {
  const sources = index.sourcesOfQuestion.get(questionKey(form, code)) ?? [];
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
    const [{ wording, group } = { wording: null, group: '' }] = members;
    const questions = members.map(({ question }) => question);
    const first = questions.find((question) => factsOf(input.index, question).length > 0) ?? questions[0];
    if (wording === null || first === undefined) return [];
    const value: Group = { wording, first, others: questions.filter((question) => question !== first) };
    return [{ value, words: wording.words, keys: [...wording.words].filter(isTopic), group }];
  });
}

/** The nearest earlier group of each, with the number of comparisons that took. */
export function nearestWordings(
  index: WorkspaceIndex,
  groups: readonly Similar<Group>[],
): { readonly pairs: readonly Pair[]; readonly compared: number } {
  const { partners, compared } = findNearestEarlier(groups, (one, other) => {
    const like = overlap(one.words, other.words);
    return like >= LEAST && listsFit(index, one.value.first, other.value.first) ? like : 0;
  });
  const pairs = groups.flatMap(({ value }, at): readonly Pair[] => {
    const partner = partners[at] ?? null;
    return partner === null ? [] : [[partner.value.first, value.first]];
  });
  return { pairs, compared };
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

/**
 * `duplicate/same-wording`: questions worded alike that nobody has mapped to one fact. Only a suggestion, in no count.
 * Equal wordings are each paired with one of them, others with the nearest before them, so that the list grows with the
 * questions and not with their pairs.
 */
export function analyseSameWording(input: AnalysisInput): readonly Finding[] {
  const groups = wordingGroups(input);
  const equal = groups.flatMap(({ value }) => value.others.map((other): Pair => [value.first, other]));
  const pairs = [...equal, ...nearestWordings(input.index, groups).pairs];
  return pairs.filter((pair) => !isSettled(input.index, pair)).map((pair) => toFinding(input.index, pair));
}
