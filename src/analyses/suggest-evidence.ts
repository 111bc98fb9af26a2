import type { QuestionCode } from '#model/ids.ts';
import { groupBy } from '#model/index-workspace.ts';
import type { Question } from '#model/workspace.ts';
import type { AnswersFound } from './suggest-answers.ts';
import { type Against, LEAST, likeness } from './suggest-likeness.ts';
import type { Known, Origin, Profile } from './suggest-profiles.ts';
import { typeGroup } from './suggest-types.ts';
import { type Around, areApart, type Weigh } from './suggest-wordings.ts';
import { isTopic, plain } from './wording.ts';
import { CONTRASTS } from './wording-lists.ts';

/** A question without a source, taken apart. */
export interface Asked {
  readonly question: Question;
  readonly words: ReadonlySet<string>;
  readonly marks: ReadonlySet<string>;
  /** Words in brackets or after "if", which only explain. */
  readonly asides: ReadonlySet<string>;
  readonly codeWords: ReadonlySet<string>;
  /** The words of its section and form, and its list, by which a mapped question with as few words is known to be alike. */
  readonly section: ReadonlySet<string>;
  readonly around: Around;
  readonly answers: readonly AnswersFound[];
  /** The answers of its list, in lower case. */
  readonly listed: ReadonlySet<string>;
}

/** What speaks for a fact. */
export interface Evidence {
  readonly profile: Profile;
  readonly wording: number;
  readonly wordedLike: Origin | null;
  readonly code: number;
  /** A question of the same user code that is mapped to the fact. */
  readonly sameCode: Question | null;
  readonly answers: AnswersFound | null;
}

/** Everything known of the facts, by what a question may bring. */
export interface KnownIndex {
  readonly weigh: Weigh;
  readonly byWord: ReadonlyMap<string, readonly Known[]>;
  readonly byCode: ReadonlyMap<string, readonly Known[]>;
  readonly byCodeSet: ReadonlyMap<string, readonly Profile[]>;
  readonly byProfile: ReadonlyMap<Profile, readonly Known[]>;
}

export const codeKey = (code: QuestionCode): string => code.toLowerCase();

export function indexKnown(known: readonly Known[], weigh: Weigh): KnownIndex {
  const words = known.flatMap((one) => [...one.words].map((word) => ({ word, one })));
  const byWord = new Map(
    [...groupBy(words, ({ word }) => word)].map(([word, ones]) => [word, ones.map(({ one }) => one)]),
  );
  const profiles = [...new Set(known.map(({ profile }) => profile))];
  const bySet = profiles.flatMap((profile) => [...profile.codeSets].map((codeSet) => ({ codeSet, profile })));
  return {
    weigh,
    byWord,
    byCode: groupBy(known, ({ origin }) => (origin.kind === 'question' ? codeKey(origin.question.code) : null)),
    byCodeSet: new Map(
      [...groupBy(bySet, ({ codeSet }) => codeSet)].map(([codeSet, ones]) => [
        codeSet,
        ones.map(({ profile }) => profile),
      ]),
    ),
    byProfile: groupBy(known, ({ profile }) => profile),
  };
}

/**
 * The rarest words of a question, enough of them that whatever is alike shares one: what the others weigh together could
 * not reach the least likeness by itself, but for the little that a section adds. Common words are hardly ever looked up.
 */
function rarest(words: ReadonlySet<string>, weigh: Weigh): readonly string[] {
  const sorted = [...words].toSorted((a, b) => weigh(b) - weigh(a) || (a < b ? -1 : 1));
  const all = sorted.reduce((sum, word) => sum + weigh(word), 0);
  let left = all;
  const taken: string[] = [];
  for (const word of sorted) {
    // Words left out may cost as little as three tenths of their weight, where the form explains them.
    if (left < LEAST * (left + 0.3 * (all - left))) break;
    taken.push(word);
    left -= weigh(word);
  }
  return taken;
}

type Gathered = Map<
  Profile,
  { wording: number; wordedLike: Origin | null; code: number; sameCode: Question | null; answers: AnswersFound | null }
>;

function gatheredFor(gathered: Gathered, profile: Profile): NonNullable<ReturnType<Gathered['get']>> {
  const known = gathered.get(profile);
  if (known !== undefined) return known;
  const fresh = { wording: 0, wordedLike: null, code: 0, sameCode: null, answers: null };
  gathered.set(profile, fresh);
  return fresh;
}

const isTickBox = ({ question }: Asked): boolean => question.type === 'yes-no';

/** What a mapped question tells less when it is answered otherwise, or says so little that its section had to say the rest. */
const OTHERWISE = 0.6;

/** Lists fit when nothing is known of one, or half of the shorter one's answers are in the other. */
function listsFit(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  if (one.size === 0 || other.size === 0) return true;
  const both = [...one].filter((answer) => other.has(answer)).length;
  return both * 2 >= Math.min(one.size, other.size);
}

function trustIn({ origin, words, section, listed }: Known, asked: Asked): number {
  if (origin.kind !== 'question') return 1;
  const fits = typeGroup(origin.question.type) === typeGroup(asked.question.type) ? 1 : OTHERWISE;
  const topics = [...words].filter(isTopic).length;
  // "Child" above a column is the child's name; "Who was the child with?" is not.
  const namesOnly = [...words].every((word) => word === 'child' || CONTRASTS.get(word)?.kind === 'who');
  if (namesOnly && plain(origin.question.text) !== plain(asked.question.text)) return 0;
  const isThin = topics < 2;
  const lists = listsFit(asked.listed, listed) ? 1 : OTHERWISE;
  return fits * lists * (isThin && ![...section].some((word) => asked.section.has(word)) ? OTHERWISE : 1);
}

function gatherWordings(index: KnownIndex, asked: Asked, gathered: Gathered): void {
  const seen = new Set<Known>();
  for (const word of rarest(asked.words, index.weigh)) {
    for (const known of index.byWord.get(word) ?? []) {
      if (seen.has(known)) continue;
      seen.add(known);
      // An answer's label is a wording of the fact only where each answer is a tick box of its own.
      if (known.origin.kind === 'answer' && !isTickBox(asked)) continue;
      const alike = likeness(asked, againstOf(known), index.weigh);
      const wording = alike < LEAST ? 0 : alike * trustIn(known, asked);
      if (wording < LEAST || areApart(asked, known, known.profile.vocabulary)) continue;
      const so = gatheredFor(gathered, known.profile);
      if (wording > so.wording) Object.assign(so, { wording, wordedLike: known.origin });
    }
  }
}

const againstOf = ({ profile, words, origin }: Pick<Known, 'profile' | 'words' | 'origin'>): Against => ({
  words,
  vocabulary: profile.vocabulary,
  ofWork: profile.ofWork,
  isQuestion: origin.kind === 'question',
});

/** True when no wording of the fact goes together with the question's contrast words. */
const isApartFrom = (index: KnownIndex, asked: Asked, profile: Profile): boolean =>
  (index.byProfile.get(profile) ?? []).every((known) => areApart(asked, known, profile.vocabulary));

function gatherCodes(index: KnownIndex, asked: Asked, gathered: Gathered): void {
  for (const word of rarest(asked.codeWords, index.weigh).filter(isTopic)) {
    for (const { profile, words, origin } of index.byWord.get(word) ?? []) {
      if (origin.kind !== 'name' && origin.kind !== 'item') continue;
      const code = likeness({ ...asked, words: asked.codeWords }, againstOf({ profile, words, origin }), index.weigh);
      if (code < 0.5) continue;
      const so = gatheredFor(gathered, profile);
      if (code > so.code) so.code = code;
    }
  }
  for (const { profile, origin } of index.byCode.get(codeKey(asked.question.code)) ?? []) {
    if (origin.kind === 'question') gatheredFor(gathered, profile).sameCode ??= origin.question;
  }
}

function gatherAnswers(index: KnownIndex, asked: Asked, gathered: Gathered): void {
  for (const answers of asked.answers) {
    if (answers.found < 3 || answers.found * 2 < answers.of) continue;
    for (const profile of index.byCodeSet.get(answers.codeSet) ?? []) {
      const so = gatheredFor(gathered, profile);
      if (so.answers === null || answers.found > so.answers.found) so.answers = answers;
    }
  }
}

/** For each fact that anything speaks for, all that does; facts that a contrast word rules out are left out. */
export function gatherEvidence(index: KnownIndex, asked: Asked): readonly Evidence[] {
  const gathered: Gathered = new Map();
  gatherWordings(index, asked, gathered);
  gatherCodes(index, asked, gathered);
  gatherAnswers(index, asked, gathered);
  return [...gathered]
    .filter(
      ([profile, so]) =>
        so.wording > 0 || ((so.sameCode !== null || so.answers !== null) && !isApartFrom(index, asked, profile)),
    )
    .map(([profile, evidence]) => ({ profile, ...evidence }));
}
