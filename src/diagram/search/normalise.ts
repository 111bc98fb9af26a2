const NOT_PLAIN = /[\u0080-\uffff]/;
/** Quotation marks, dashes, arrows: what is not plain of most texts, and no letter. */
const SIGNS = /[\u00a0-\u00bf\u2000-\u27ff]+/g;
/** What may follow a letter in Unicode: accents and the like. */
const MARKS = /\p{M}/gu;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;
const BETWEEN_PLAIN_WORDS = /[^0-9a-z]+/g;
const CAMEL = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu;

/**
 * Text as it is compared: lower case, no accents, single spaces between words, one space before the first. Plain text,
 * which is nearly all of it, goes a faster way.
 */
export function normalise(text: string): string {
  const begun = ` ${text}`;
  const lower = (NOT_PLAIN.test(begun) ? begun.replace(SIGNS, ' ') : begun).toLowerCase();
  const isPlain = !NOT_PLAIN.test(lower);
  const words = isPlain
    ? lower.replace(BETWEEN_PLAIN_WORDS, ' ')
    : lower.normalize('NFD').replace(MARKS, '').replace(BETWEEN_WORDS, ' ');
  return words.trimEnd() || ' ';
}

/** `PrimaryNeedCode` as its words, so that each of them can be looked for. */
export const splitCamel = (text: string): string => text.replace(CAMEL, ' ');
