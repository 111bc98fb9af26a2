import type { DataReturn, Item, ItemFormat } from '#model/data-return.ts';
import { count } from './describe-step.ts';

const FORMAT_WORDS = {
  date: 'date',
  'date-time': 'date and time',
  code: 'code',
  'true-false': 'true or false',
  'whole-number': 'whole number',
  text: 'text',
} as const;

/** A format as the return states it: "date", "text like ^[0-9]{3}$". */
export const describeItemFormat = (format: ItemFormat): string =>
  format.kind === 'pattern' ? `text like ${format.pattern}` : FORMAT_WORDS[format.kind];

/** How often an item may stand: "required", "optional, up to 3 times". */
export function describeOften({ min, max }: Pick<Item, 'min' | 'max'>): string {
  const often = min === 0 ? 'optional' : 'required';
  if (max === 'n') return `${often}, any number of times`;
  return max > 1 ? `${often}, up to ${max} times` : often;
}

/** What an item holds, in few words: "one code of 10", "date", "text in a set pattern". */
export function describeHolds(item: Item, dataReturn: DataReturn | null): string {
  if (item.format.kind === 'pattern') return 'text in a set pattern';
  if (item.codeSet === null) return FORMAT_WORDS[item.format.kind];
  const codes = (dataReturn?.codes ?? []).filter((code) => code.codeSet === item.codeSet).length;
  const held = item.max === 1 ? 'one code' : 'codes';
  return codes === 0 ? `${held} of a set nobody has listed` : `${held} of ${codes}`;
}

const parentOf = (item: Item): string => item.id.split('/').at(-2) ?? '';

/** The tags that several items of a return share, each with what tells them apart: "in Section47". */
export function tellTagsApart(items: readonly Item[]): ReadonlyMap<Item, string> {
  const times = new Map<string, number>();
  for (const { tag } of items) times.set(tag, (times.get(tag) ?? 0) + 1);
  return new Map(
    items.flatMap((item) =>
      (times.get(item.tag) ?? 0) > 1 && parentOf(item) !== '' ? [[item, `in ${parentOf(item)}`]] : [],
    ),
  );
}

/** What is not verified of an item, in words; empty where it is verified. */
export function describeUnverified({ confidence }: Item): string {
  if (confidence === 'verified' || confidence === '') return '';
  return confidence.replace(/^not verified:?\s*/iu, '') || 'this item';
}

/** "3 answers have no code": a count, its noun, and what is said of one or of several. */
export const countSays = (number: number, noun: string, one: string, several: string): string =>
  `${count(number, noun)} ${number === 1 ? one : several}`;

/** Puts back the hyphen of words that an event's name writes with one: "pre proceedings" is "pre-proceedings". */
const hyphenated = (words: string, name: string): string =>
  (name.match(/[a-z]+-[a-z]+/giu) ?? []).reduce(
    (text, pair) => text.replace(pair.toLowerCase().replace('-', ' '), pair.toLowerCase()),
    words,
  );

/** `transfer-in-conference-held` as people read it: "Transfer in conference held"; the name where the key is none of that kind. */
export function shortEvent(id: string, name: string): string {
  if (!/^[a-z]+(?:-[a-z0-9]+)+$/u.test(id)) return name || id;
  const spaced = id.replaceAll('-', ' ');
  const words = name === id ? spaced : hyphenated(spaced, name);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
