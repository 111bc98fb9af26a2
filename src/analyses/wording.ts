import { ABBREVIATIONS, CONTRASTS, FILLER, PHRASES, SAME } from './wording-lists.ts';

/** How a question is worded, taken apart so that two wordings can be compared. */
export interface Wording {
  /** The words that carry meaning, each once, abbreviations written out. */
  readonly words: ReadonlySet<string>;
  /** The contrast words among them as one text: two wordings that differ here are never the same fact. */
  readonly contrasts: string;
}

const ABBREVIATION = new RegExp(`\\b(?:${[...ABBREVIATIONS.keys()].join('|')})\\b`, 'gu');

/** Lower case, single spaces, no punctuation: `D.O.B.` is `dob`, `child's` is `child`. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/\(e?s\)/gu, 's')
    .replace(/['’]s?\b/gu, '')
    .replace(/\b([a-z])\.(?=[a-z0-9]\b|\d)/gu, '$1')
    .replace(/^when\b/u, 'date')
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '')
    .join(' ');
}

/** Abbreviations written out, and phrases that name one thing brought to one wording. */
function written(text: string): string {
  const spelled = plain(plain(text).replace(ABBREVIATION, (word) => ABBREVIATIONS.get(word) ?? word));
  return PHRASES.reduce((so, [phrase, instead]) => so.replace(phrase, instead), spelled);
}

/** One of several: `enquiries` is `enquiry`, `wishes` is `wish`; words that only look like several stay as they are. */
function singular(word: string): string {
  if (word.length < 5 || !word.endsWith('s') || /_|(?:ss|us|is)$/u.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:ch|sh|x|ss)es$/u.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

function meaning(word: string): string {
  if (FILLER.has(word)) return '';
  const one = SAME.get(word) ?? singular(word);
  return FILLER.has(one) ? '' : (SAME.get(one) ?? one);
}

/** The words of a text that carry meaning, each once. Order, case, punctuation and filler words make no difference. */
export function wordsOf(text: string): ReadonlySet<string> {
  const words = written(text).split(' ').map(meaning);
  return new Set(words.filter((word) => word !== ''));
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
  const words = wordsOf(text);
  const outside = wordsOf(around);
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
