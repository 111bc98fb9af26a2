import { CONTRASTS } from './wording-lists.ts';

/** Words with what they weigh: a word that many facts share tells little. */
export type Weigh = (word: string) => number;

/** A word that every fact has weighs about 0.1, a word that no fact has weighs 1. `all` are the wordings of the facts. */
export function weighBy(all: readonly ReadonlySet<string>[]): Weigh {
  const known = new Map<string, number>();
  for (const words of all) for (const word of words) known.set(word, (known.get(word) ?? 0) + 1);
  const most = Math.log(2 + all.length);
  const weights = new Map(
    [...known].map(([word, often]) => [word, Math.log(1 + (1 + all.length) / (1 + often)) / most]),
  );
  return (word) => weights.get(word) ?? 1;
}

/** What a question is asked in. */
export interface Around {
  /** Words of its section and its form. */
  readonly words: ReadonlySet<string>;
  readonly marks: ReadonlySet<string>;
  /** Words of the steps that carry the form as well: they tell which work it belongs to, not what it asks. */
  readonly work: ReadonlySet<string>;
}

/** The contrast marks among words: the broad kind of each, such as `parent` for mother. */
export function marksOf(words: Iterable<string>): ReadonlySet<string> {
  const marks = new Set<string>();
  for (const word of words) {
    const contrast = CONTRASTS.get(word);
    if (contrast !== undefined) marks.add(`${contrast.kind}:${contrast.mark}`);
  }
  return marks;
}

/** One wording of a fact: its name, an item's name or tag, or a question mapped to it. */
export interface FactWording {
  readonly words: ReadonlySet<string>;
  readonly marks: ReadonlySet<string>;
}

/** Everything a fact may be spoken of with, so that a word more in the question need not mean another fact. */
export interface Vocabulary {
  readonly words: ReadonlySet<string>;
  readonly marks: ReadonlySet<string>;
}

/** Where the section or form may say it in the question's place: "Next visit" above "Date". Never what is asked, or how. */
const mayStandAround = (mark: string): boolean => !mark.startsWith('what:') && !mark.startsWith('manner:');

/** A name, or a number beside a name, is too weak a word to tell two facts apart. */
const isWeak = (mark: string): boolean => mark === 'what:name' || mark === 'what:number';

/** True when the two differ in a contrast word, so that they are about different facts however alike they read. */
export function areApart(
  asked: { readonly marks: ReadonlySet<string>; readonly around: Around },
  known: FactWording,
  vocabulary: Vocabulary,
): boolean {
  for (const mark of asked.marks) {
    if (!known.marks.has(mark) && !vocabulary.marks.has(mark) && !isWeak(mark)) return true;
  }
  for (const mark of known.marks) {
    const isSaid = asked.marks.has(mark) || (mayStandAround(mark) && asked.around.marks.has(mark));
    if (!isSaid && !isWeak(mark)) return true;
  }
  return false;
}
