import type { Item } from '#model/data-return.ts';
import type { CodeSetId, FactId } from '#model/ids.ts';
import { groupBy, questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { QuestionType } from '#model/words.ts';
import type { Fact, Question } from '#model/workspace.ts';
import { type Holds, holdsOf } from './suggest-types.ts';
import { type FactWording, marksOf, type Vocabulary } from './suggest-wordings.ts';
import { wordsOf } from './wording.ts';
import { ABBREVIATIONS, CONTRASTS } from './wording-lists.ts';

/** Where a wording of a fact comes from, which the reason names. */
export type Origin =
  | { readonly kind: 'name' }
  | { readonly kind: 'item'; readonly item: Item }
  | { readonly kind: 'answer'; readonly label: string; readonly codeSet: CodeSetId }
  | { readonly kind: 'question'; readonly question: Question };

/** One wording of one fact. */
export interface Known extends FactWording {
  readonly profile: Profile;
  readonly origin: Origin;
  /** Words of the section and form of a mapped question. */
  readonly section: ReadonlySet<string>;
  /** The answers of a mapped question's list. */
  readonly listed: ReadonlySet<string>;
}

/** A fact with all that a question is held against. */
export interface Profile {
  readonly fact: Fact;
  readonly vocabulary: Vocabulary;
  readonly holds: ReadonlySet<Holds>;
  readonly taken: ReadonlySet<QuestionType>;
  /** Words of the work it belongs to, one of which should be near: a visit's date on a form about visits. Empty: anywhere. */
  readonly anchors: readonly ReadonlySet<string>[];
  /** All of those words. */
  readonly ofWork: ReadonlySet<string>;
  readonly items: readonly Item[];
  readonly codeSets: ReadonlySet<CodeSetId>;
}

/** Contrast words brought to their mark: a mother is a parent, what is completed has ended. */
export const broad = (words: Iterable<string>): ReadonlySet<string> =>
  new Set([...words].map((word) => CONTRASTS.get(word)?.mark ?? word));

const ACRONYM = new RegExp(
  `(^|[a-z])(${[...ABBREVIATIONS.keys()]
    .map((key) => key.toUpperCase())
    .toSorted((a, b) => b.length - a.length)
    .join('|')})(?=[A-Za-z]|$)`,
  'gu',
);

/** A tag taken apart at its capitals, known abbreviations kept whole: `CPPreviewDate` is "CPP review Date". */
export const readTag = (tag: string): string =>
  tag
    .replace(ACRONYM, '$1 $2 ')
    .replace(/([a-z0-9])([A-Z])/gu, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/gu, '$1 $2')
    .replace(/\s+/gu, ' ')
    .trim();

/** The work a fact belongs to, by the first part of its key. What holds for a person or a whole episode stands anywhere. */
const ANCHORS: Readonly<Record<string, readonly string[]>> = {
  child: [],
  parent: [],
  family: [],
  other: [],
  consent: [],
  referral: [],
  step: [],
  'cin-plan': ['child in need plan'],
  'cin-review': ['child in need review'],
  'protection-plan': ['child protection plan', 'conference', 'core group'],
  'section-47': ['section 47', 'enquiry'],
  'initial-conference': ['initial conference', 'transfer in conference'],
  'pre-proceedings': [
    'pre-proceedings',
    'legal planning',
    'legal gateway',
    'letter before proceedings',
    'care proceedings',
  ],
};

const prefixOf = (fact: Fact): string => fact.id.split('.')[0] ?? '';

const anchorsOf = (fact: Fact): readonly ReadonlySet<string>[] =>
  (ANCHORS[prefixOf(fact)] ?? [prefixOf(fact).replaceAll('-', ' ')]).map((text) => broad(wordsOf(text)));

/** A name of two alternatives, such as "Religion or belief", is also a name by each of them. */
function alternativesOf(name: string): readonly string[] {
  const isList = / (?:or|and) /u.test(name) && !/ (?:of|to|the|who|that|by|for) /u.test(name);
  return isList ? name.split(/ (?:or|and) /u) : [];
}

const firstSentence = (text: string): string => text.split(/\.\s/u)[0] ?? '';

interface Said {
  readonly origin: Origin;
  readonly text: string;
}

function labelsOf(items: readonly Item[], index: WorkspaceIndex): readonly Said[] {
  const several = new Set(items.filter(({ max }) => max !== 1).map(({ codeSet }) => codeSet));
  const codes = index.workspace.returns.flatMap(({ codes }) => codes).filter(({ codeSet }) => several.has(codeSet));
  return codes.map(({ codeSet, label }) => ({ origin: { kind: 'answer', label, codeSet }, text: label }));
}

const sectionOf = (origin: Origin): ReadonlySet<string> =>
  origin.kind === 'question' ? broad(wordsOf(origin.question.section)) : new Set();

const NONE: ReadonlySet<string> = new Set();

/** The answers of a question's list, in lower case. */
export const answersOf = (index: WorkspaceIndex, { lookup }: Question): ReadonlySet<string> =>
  lookup === null ? NONE : new Set((index.answersOfLookup.get(lookup) ?? []).map(({ answer }) => answer.toLowerCase()));

/** Every wording of a fact, the first of its kind for each set of words. */
function toKnown(
  profile: Profile,
  said: readonly Said[],
  listed: (origin: Origin) => ReadonlySet<string>,
): readonly Known[] {
  const known = new Map<string, Known>();
  for (const { origin, text } of said) {
    const asked = origin.kind === 'question' ? wordsWithDate(text, origin.question.type) : wordsOf(text);
    const words = broad(asked);
    const key = `${origin.kind === 'answer'}|${[...words].toSorted().join(' ')}`;
    if (words.size > 0 && !known.has(key))
      known.set(key, {
        profile,
        origin,
        words,
        marks: marksOf(asked),
        section: sectionOf(origin),
        listed: listed(origin),
      });
  }
  return [...known.values()];
}

/** A date question asks for a date whether or not it says so, and a sign-off leaves one. Without a text there is nothing. */
export function wordsWithDate(text: string, type: QuestionType): ReadonlySet<string> {
  const words = wordsOf(text);
  if (text.trim() === '') return words;
  if (type === 'sign-off') return new Set([...words, 'sign', 'off', 'date']);
  return type === 'date' || type === 'date-time' ? new Set([...words, 'date']) : words;
}

/** What the return makes itself, such as its reference date, is asked of nobody. */
const isHeader = (items: readonly Item[]): boolean =>
  items.length > 0 && items.every(({ module }) => module === 'Header');

function profileOf(
  fact: Fact,
  items: readonly Item[],
  questions: readonly Question[],
  index: WorkspaceIndex,
): readonly Known[] {
  const said: readonly Said[] = [
    ...[fact.name, ...alternativesOf(fact.name)].map((text): Said => ({ origin: { kind: 'name' }, text })),
    ...items.flatMap((item): readonly Said[] => [
      { origin: { kind: 'item', item }, text: item.name },
      { origin: { kind: 'item', item }, text: readTag(item.tag) },
    ]),
    ...questions.map((question): Said => ({ origin: { kind: 'question', question }, text: question.text })),
  ];
  const spoken = new Set(said.flatMap(({ text }) => [...wordsOf(text)]));
  const meant = [fact.name, firstSentence(fact.definition), ...items.map(({ name }) => name)].flatMap((text) => [
    ...wordsOf(text),
  ]);
  const anchors = anchorsOf(fact);
  const profile: Profile = {
    fact,
    vocabulary: { words: broad([...spoken, ...meant]), marks: marksOf(meant) },
    holds: holdsOf(
      fact,
      items.map(({ format }) => format),
    ),
    taken: new Set(questions.map(({ type }) => type)),
    anchors,
    ofWork: new Set(anchors.flatMap((words) => [...words])),
    items,
    codeSets: new Set(items.flatMap(({ codeSet }) => codeSet ?? [])),
  };
  return toKnown(profile, [...said, ...labelsOf(items, index)], (origin) =>
    origin.kind === 'question' ? answersOf(index, origin.question) : NONE,
  );
}

/** Every wording of every fact that a question can answer, the items of all years and what is mapped already among them. */
export function knownWordings(index: WorkspaceIndex): readonly Known[] {
  const { workspace } = index;
  const itemsOfFact = groupBy(
    workspace.returns.flatMap(({ items }) => items),
    ({ fact }) => fact,
  );
  const mapped = groupBy(
    workspace.sources.filter(({ kind, status }) => kind === 'question' && status !== 'ignored'),
    ({ fact }) => fact,
  );
  const questionsOf = (fact: FactId): readonly Question[] =>
    (mapped.get(fact) ?? []).flatMap(({ form, question }) =>
      form === null || question === null ? [] : (index.questions.get(questionKey(form, question)) ?? []),
    );
  return workspace.facts.flatMap((fact) => {
    const items = itemsOfFact.get(fact.id) ?? [];
    return isHeader(items) ? [] : profileOf(fact, items, questionsOf(fact.id), index);
  });
}
