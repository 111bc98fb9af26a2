import type { AnswerValue } from '#machine/step-values.ts';
import { isIsoDate } from '#model/dates.ts';
import type { JsonValue } from './json-tree.ts';

/** What is wrong somewhere in a script. */
export interface ScriptFault {
  readonly severity: 'error' | 'warning';
  readonly offset: number;
  readonly message: string;
}

/** A script being read: where it is said what is wrong with it. */
export interface Reading {
  readonly faults: ScriptFault[];
}

/** Reads a value; null, and said, where it is something else. `what` is how a sentence calls it. */
export type Read<Value> = (reading: Reading, value: JsonValue, what: string) => Value | null;

/** The members of an object by name. */
export type Members = ReadonlyMap<string, JsonValue>;

interface At {
  readonly offset: number;
}

export function tellError(reading: Reading, { offset }: At, message: string): null {
  reading.faults.push({ severity: 'error', offset, message });
  return null;
}

export function tellWarning(reading: Reading, { offset }: At, message: string): void {
  reading.faults.push({ severity: 'warning', offset, message });
}

export const readText: Read<string> = (reading, value, what) =>
  value.kind === 'text' ? value.text : tellError(reading, value, `${what} must be a text in double quotes.`);

export const readName: Read<string> = (reading, value, what) => {
  if (value.kind === 'text' && value.text.trim() !== '') return value.text;
  return tellError(reading, value, `${what} must be a text in double quotes that is not empty.`);
};

export const readDay: Read<string> = (reading, value, what) => {
  if (value.kind === 'text' && value.text.length === 10 && isIsoDate(value.text)) return value.text;
  const got = value.kind === 'text' ? ` “${value.text}” is none.` : '';
  return tellError(reading, value, `${what} must be a day, written like "2026-04-30".${got}`);
};

export const readNumber: Read<number> = (reading, value, what) =>
  value.kind === 'number' && Number.isSafeInteger(value.number) && value.number >= 1
    ? value.number
    : tellError(reading, value, `${what} must be a whole number from 1 on.`);

export const readAnswer: Read<AnswerValue> = (reading, value, what) => {
  if (value.kind === 'text') return value.text;
  const texts = value.kind === 'list' ? value.items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])) : null;
  if (texts !== null && value.kind === 'list' && texts.length === value.items.length) return texts;
  return tellError(
    reading,
    value,
    `${what} must be a text in double quotes, or a list of them where several are chosen.`,
  );
};

export const readListOf =
  <Value>(read: Read<Value>): Read<readonly Value[]> =>
  (reading, value, what) =>
    value.kind === 'list'
      ? value.items.flatMap((item) => read(reading, item, `Each of ${what}`) ?? [])
      : tellError(reading, value, `${what} must be a list between [ and ].`);

/** The members of an object; where a name stands twice, that is said. */
export function readMembers(reading: Reading, value: JsonValue, what: string): Members | null {
  if (value.kind !== 'object') return tellError(reading, value, `${what} must be members between { and }.`);
  const members = new Map<string, JsonValue>();
  for (const member of value.members) {
    if (members.has(member.name))
      tellError(reading, member, `“${member.name}” stands here for the second time: which of the two is meant?`);
    members.set(member.name, member.value);
  }
  return members;
}

/** Members by names that are the script’s own: forms, user codes, places. */
export const readRecordOf =
  <Value>(read: Read<Value>): Read<Readonly<Record<string, Value>>> =>
  (reading, value, what) => {
    const members = readMembers(reading, value, what);
    if (members === null) return null;
    return Object.fromEntries(
      [...members].flatMap(([name, member]): readonly (readonly [string, Value])[] => {
        const read1 = read(reading, member, `“${name}”`);
        return read1 === null ? [] : [[name, read1]];
      }),
    );
  };

/** A member that may be left out; null where it is, or where it is not what it must be. */
export function optional<Value>(reading: Reading, members: Members, name: string, read: Read<Value>): Value | null {
  const value = members.get(name);
  return value === undefined ? null : read(reading, value, `“${name}”`);
}

/** Warns of members that nobody reads. */
export function tellUnknown(reading: Reading, value: JsonValue, known: readonly string[], what: string): void {
  if (value.kind !== 'object') return;
  for (const member of value.members)
    if (!known.includes(member.name))
      tellWarning(
        reading,
        member,
        `${what} has no “${member.name}”: it is passed over. There is: ${known.join(', ')}.`,
      );
}
