/** One part of a plain pattern: some kinds of characters, and how often. */
const PART = /\[(?<kinds>[^\]\\^]+)\](?:\{(?<least>\d+)(?<more>,(?<most>\d*))?\})?/gu;
const KIND = /A-Z|a-z|0-9/gu;

function characterOf(kinds: string): string | null {
  if (kinds.replaceAll(KIND, '') !== '') return null;
  const [capital, small] = [kinds.includes('A-Z'), kinds.includes('a-z')];
  const letter = capital && small ? ['letter'] : capital ? ['capital letter'] : small ? ['small letter'] : [];
  return [...letter, ...(kinds.includes('0-9') ? ['digit'] : [])].join(' or ');
}

const several = (character: string): string => character.replaceAll(/letter|digit/gu, (word) => `${word}s`);

function describePart({ kinds = '', least = '1', more, most = '' }: Partial<Record<string, string>>): string | null {
  const character = characterOf(kinds);
  if (character === null) return null;
  if (more !== undefined) return `${most === '' ? `at least ${least}` : `${least} to ${most}`} ${several(character)}`;
  return least === '1' ? `a ${character}` : `${least} ${several(character)}`;
}

/** A pattern as people say it: `^[A-Z][0-9]{11}$` is “a capital letter, then 11 digits”; null where it says more than that. */
export function describePattern(pattern: string): string | null {
  const whole = pattern.replace(/^\^/u, '').replace(/\$$/u, '');
  const parts = [...whole.matchAll(PART)];
  if (parts.map(([part]) => part).join('') !== whole || whole === '') return null;
  const words = parts.map(({ groups = {} }) => describePart(groups));
  return words.includes(null) ? null : words.join(', then ');
}
