import type { Finding } from '#model/finding.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Question } from '#model/workspace.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { describeForm, describeQuestion, findingId, withDecision } from './describe.ts';
import { counts } from './recording-places.ts';
import { type Similar, similarIndex } from './similar-pairs.ts';
import { overlap, type Wording, wordingOf } from './wording.ts';

/** How much of two wordings must be shared before they are suggested. Source: `design` section 5, measured on 30 pairs. */
const LEAST = 0.5;

/** Question types that can hold the same answer. */
const TYPE_GROUPS: Readonly<Record<Question['type'], string>> = {
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
  file: 'file',
  'sign-off': 'sign-off',
};

/** Questions that are worded, typed and coded alike to the letter: one stands for all of them. */
interface Group {
  readonly wording: Wording;
  readonly questions: readonly Question[];
}

const answersKey = (index: WorkspaceIndex, question: Question): ReadonlySet<string> =>
  new Set(
    question.lookup === null
      ? []
      : (index.answersOfLookup.get(question.lookup) ?? []).map(({ answer }) => answer.toLowerCase()),
  );

/** Lists are alike when one list serves both, or at least half of their answers are the same. */
function listsFit(index: WorkspaceIndex, one: Question, other: Question): boolean {
  if (one.lookup === other.lookup || one.lookup === null || other.lookup === null) return true;
  return overlap(answersKey(index, one), answersKey(index, other)) >= LEAST;
}

function groupsOf(input: AnalysisInput): readonly Similar<Group>[] {
  const groups = new Map<
    string,
    { readonly wording: Wording; readonly group: string; readonly questions: Question[] }
  >();
  for (const question of input.index.workspace.questions) {
    if (
      question.entry !== 'typed' ||
      !(input.index.stepsOfForm.get(question.form) ?? []).some(({ stepType }) => input.flow.numberOf.has(stepType))
    )
      continue;
    const wording = wordingOf(question.text);
    if (wording.words.size < 2) continue;
    const group = `${TYPE_GROUPS[question.type]}|${wording.contrasts}`;
    const key = `${group}|${[...wording.words].toSorted().join(' ')}|${question.lookup ?? ''}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { wording, group, questions: [question] });
    else known.questions.push(question);
  }
  return [...groups.values()].map(({ wording, group, questions }) => ({
    value: { wording, questions },
    words: wording.words,
    group,
  }));
}

/** What people have said already: the same fact (a duplicate that counts), or two different ones. */
function isSettled(index: WorkspaceIndex, one: Question, other: Question): boolean {
  const factsOf = (question: Question): ReadonlySet<string> =>
    new Set(
      (index.sourcesOfQuestion.get(questionKey(question.form, question.code)) ?? [])
        .filter(counts)
        .map(({ fact }) => fact),
    );
  const [a, b] = [factsOf(one), factsOf(other)];
  return (a.size > 0 && b.size > 0) || [...a].some((fact) => b.has(fact));
}

function toFinding(index: WorkspaceIndex, pair: readonly [Question, Question]): Finding {
  const [one, other] = pair.toSorted((a, b) => (questionKey(a.form, a.code) < questionKey(b.form, b.code) ? -1 : 1));
  const ends = [one, other].flatMap((question) => (question === undefined ? [] : [question]));
  const named = ends.map((question) => `${describeQuestion(question)} on ${describeForm(index, question.form)}`);
  return withDecision(index, {
    id: findingId('duplicate/same-wording', ...ends.flatMap(({ form, code }) => [form, code])),
    kind: 'duplicate/same-wording',
    severity: 'info',
    certainty: null,
    fact: '',
    items: [],
    places: ends.map(({ form, code }) => ({ form, question: code })),
    route: null,
    message: `${named.join(' and ')} are worded alike: if they ask for the same fact, map both to it; if not, decide “not-a-duplicate” and say why.`,
  });
}

/** Pairs of one group: each question against the first, so that many equal wordings give few suggestions. */
function pairsWithin({ questions }: Group): readonly (readonly [Question, Question])[] {
  const [first, ...rest] = questions;
  return first === undefined ? [] : rest.map((question) => [first, question]);
}

function pairsAcross(
  index: WorkspaceIndex,
  groups: readonly Similar<Group>[],
): readonly (readonly [Question, Question])[] {
  const near = similarIndex(groups, LEAST);
  const place = new Map(groups.map((group, at) => [group, at]));
  return groups.flatMap((group, at) => {
    const [first] = group.value.questions;
    const best = near(group)
      .filter((other) => (place.get(other) ?? 0) < at && overlap(group.words, other.words) >= LEAST)
      .toSorted(
        (a, b) =>
          overlap(group.words, b.words) - overlap(group.words, a.words) || (place.get(a) ?? 0) - (place.get(b) ?? 0),
      );
    const partner = best
      .map(({ value }) => value.questions[0])
      .find((other) => first !== undefined && other !== undefined && listsFit(index, first, other));
    return first === undefined || partner === undefined ? [] : [[partner, first]];
  });
}

/**
 * `duplicate/same-wording`: questions worded alike that nobody has mapped to one fact. Only a suggestion, in no count.
 * Each question is paired with the nearest one before it, so the list grows with the questions, not with their pairs.
 */
export function analyseSameWording(input: AnalysisInput): readonly Finding[] {
  const groups = groupsOf(input);
  const pairs = [...groups.flatMap(({ value }) => pairsWithin(value)), ...pairsAcross(input.index, groups)];
  return pairs
    .filter(([one, other]) => !isSettled(input.index, one, other))
    .map((pair) => toFinding(input.index, pair));
}
