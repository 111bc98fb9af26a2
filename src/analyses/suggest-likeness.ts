import type { Around, Vocabulary, Weigh } from './suggest-wordings.ts';
import { isTopic } from './wording.ts';

/** What is held against each other: a question's words, and one wording of a fact. */
export interface Compared {
  readonly words: ReadonlySet<string>;
  /** Words in brackets or after "if", which only explain. */
  readonly asides: ReadonlySet<string>;
  readonly around: Around;
}

export interface Against {
  readonly words: ReadonlySet<string>;
  readonly vocabulary: Vocabulary;
  /** Words of the work that the fact belongs to: "strategy discussion" in "strategy discussion quorate". */
  readonly ofWork: ReadonlySet<string>;
  /** A question that people have mapped, where one word in common may be a chance. */
  readonly isQuestion: boolean;
}

/** What a word counts when only the section or form says it, and what its absence from the text costs then. */
const AROUND = { counts: 0.5, costs: 0.1 };
/** What a word more costs when the fact is elsewhere spoken of with it, or it only explains. */
const EXPLAINED = 0.3;
/** What a word of the fact costs that the question leaves out: labels on forms are short. */
const LEFT_OUT = 0.6;
/** The share of what makes a fact special that must be asked for; more where the question by itself says nothing. */
const SPECIAL = { usual: 0.5, brief: 0.75, silent: 0.8 };

/** How much more may be asked for than the fact knows of, against what both are about. */
const MOST_FOREIGN = 1.3;

const sumOf = (words: Iterable<string>, weigh: Weigh): number => {
  let sum = 0;
  for (const word of words) sum += weigh(word);
  return sum;
};

/** True when the two share a topic, and enough of what makes the fact special is asked for. */
function isOnTopic(asked: Compared, known: Against, weigh: Weigh): boolean {
  const topics = [...asked.words].filter((word) => isTopic(word) && !asked.asides.has(word));
  const common = topics.filter((word) => known.words.has(word));
  if (topics.length > 0 && common.length === 0) return false;
  const foreign = topics.filter((word) => !known.words.has(word) && !known.vocabulary.words.has(word));
  if (sumOf(foreign, weigh) > MOST_FOREIGN * sumOf(common, weigh)) return false;
  const special = [...known.words].filter((word) => !known.ofWork.has(word) && word !== 'child');
  const found = special.filter(
    (word) => asked.words.has(word) || (topics.length === 0 && asked.around.words.has(word)),
  );
  const brief = known.isQuestion && topics.length === 1 ? SPECIAL.brief : SPECIAL.usual;
  const least = topics.length === 0 ? SPECIAL.silent : brief;
  return sumOf(found, weigh) >= least * sumOf(special, weigh) - 1e-9;
}

/** Wordings less alike than this are not alike at all. */
export const LEAST = 0.3;

/** How alike a question and one wording of a fact are, `LEAST` to 1, or 0: weighed words in common among all their words. */
export function likeness(asked: Compared, known: Against, weigh: Weigh): number {
  let shared = 0;
  let apart = 0;
  for (const word of asked.words) {
    const weight = weigh(word);
    if (known.words.has(word)) shared += weight;
    else apart += known.vocabulary.words.has(word) || asked.asides.has(word) ? EXPLAINED * weight : weight;
  }
  if (shared === 0) return 0;
  for (const word of known.words) {
    if (asked.words.has(word)) continue;
    const isAround = asked.around.words.has(word);
    shared += isAround ? AROUND.counts * weigh(word) : 0;
    apart += (isAround ? AROUND.costs : LEFT_OUT) * weigh(word);
  }
  const alike = shared / (shared + apart);
  return alike >= LEAST && isOnTopic(asked, known, weigh) ? alike : 0;
}
