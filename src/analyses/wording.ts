import { ABBREVIATIONS, CONTRASTS, FILLER, PHRASES, SAME } from './wording-lists.ts';

/** How a question is worded, taken apart so that two wordings can be compared. */
export interface Wording {
  /** The words that carry meaning, each once, abbreviations written out. */
  readonly words: ReadonlySet<string>;
  /** The contrast words among them as one text: two wordings that differ here are never the same fact. */
  readonly contrasts: string;
}

const ABBREVIATION = new RegExp(`\\b(?:${[...ABBREVIATIONS.keys()].join('|')})\\b`, 'gu');

const unmarked = (text: string): string =>
  text
    .replace(/\(e?s\)/gu, 's')
    .replace(/['’]s?\b/gu, '')
    .replace(/\b([a-z])\.(?=[a-z0-9]\b|\d)/gu, '$1');

/** Lower case, single spaces, no punctuation: `D.O.B.` is `dob`, `child's` is `child`. */
export function plain(text: string): string {
  const lower = text.toLowerCase();
  const said = /[(.'’]/u.test(lower) ? unmarked(lower) : lower;
  const begun = said.startsWith('when') ? said.replace(/^when\b/u, 'date') : said;
  return begun.replace(/[^a-z0-9]+/gu, ' ').trim();
}

/** Any phrase at all: most wordings hold none, and are not searched for each. */
const PHRASE = new RegExp(PHRASES.map(([phrase]) => phrase.source).join('|'), 'u');

/** Abbreviations written out, and phrases that name one thing brought to one wording. */
function written(text: string): string {
  const once = plain(text);
  const full = once.replace(ABBREVIATION, (word) => ABBREVIATIONS.get(word) ?? word);
  const spelled = full === once && !once.startsWith('when') ? once : plain(full);
  if (!PHRASE.test(spelled)) return spelled;
  return PHRASES.reduce((so, [phrase, instead]) => so.replace(phrase, instead), spelled);
}

/** One of several: `enquiries` is `enquiry`, `wishes` is `wish`; words that only look like several stay as they are. */
function singular(word: string): string {
  if (word.length < 5 || !word.endsWith('s') || /_|(?:ss|us|is)$/u.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:ch|sh|x|ss)es$/u.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

function findMeaning(word: string): string {
  if (FILLER.has(word)) return '';
  const one = SAME.get(word) ?? singular(word);
  return FILLER.has(one) ? '' : (SAME.get(one) ?? one);
}

/** What single words mean, remembered: forms use the same few thousand over and over. */
const meanings = new Map<string, string>();
const MOST_MEANINGS = 20_000;

function meaning(word: string): string {
  const known = meanings.get(word);
  if (known !== undefined) return known;
  if (meanings.size >= MOST_MEANINGS) meanings.clear();
  const found = findMeaning(word);
  meanings.set(word, found);
  return found;
}

/** The words of a text that carry meaning, each once. Order, case, punctuation and filler words make no difference. */
export function wordsOf(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const spelled of written(text).split(' ')) {
    const word = meaning(spelled);
    if (word !== '') words.add(word);
  }
  return words;
}

/** True for words that say what a question is about; dates, reasons, names and who or which one are asked of everything. */
export function isTopic(word: string): boolean {
  if (word === 'address' || word === 'phone' || word === 'fax') return true;
  const kind = CONTRASTS.get(word)?.kind;
  if (word === 'child' || word === 'not' || word === 'other') return false;
  return kind === undefined || kind === 'event' || kind === 'regime' || kind === 'manner';
}

/** Who a text is about, where it names anybody: `mother`, `sibling`. Nobody named is the child. */
const whoOf = (words: ReadonlySet<string>): readonly string[] =>
  [...words].filter((word) => CONTRASTS.get(word)?.kind === 'who');

/**
 * Takes a wording apart. `around` is where it stands, such as its section: "Date of birth" under "Parents and carers"
 * is a parent's, unless the section names the child as well.
 */
export function wordingOf(text: string, around = ''): Wording {
  return wordingWithin(text, wordsOf(around));
}

/** The same, where the words that stand around are known already. */
export function wordingWithin(text: string, outside: ReadonlySet<string>): Wording {
  const words = wordsOf(text);
  const who = whoOf(words).length > 0 || words.has('child') || outside.has('child') ? [] : whoOf(outside);
  const contrasts = [...new Set([...words, ...who])].filter((word) => CONTRASTS.has(word)).toSorted();
  return { words, contrasts: contrasts.join('+') };
}

/** The share of words that two wordings have in common, 0 to 1 (Jaccard). */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const word of small) if (large.has(word)) shared += 1;
  return shared / (a.size + b.size - shared);
}
