import type { Problem } from '#model/finding.ts';
import { asWord } from '#model/ids.ts';

/** An object of a JSON text whose members nobody has looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads one object member by member. What is absent is the default; what is of another type is too, and is reported. */
export interface JsonReader {
  /** Where the object stands, such as `states.REVIEW.on`. */
  readonly at: string;
  readonly members: readonly string[];
  readonly has: (member: string) => boolean;
  readonly raw: (member: string) => unknown;
  readonly text: (member: string, otherwise: string) => string;
  readonly flag: (member: string, otherwise: boolean) => boolean;
  readonly number: (member: string) => number | null;
  readonly texts: (member: string) => readonly string[];
  readonly word: <Word extends string>(member: string, words: readonly Word[], otherwise: Word) => Word;
  /** The object inside; one without members where there is none. */
  readonly inside: (member: string) => JsonReader;
  /** The objects of a list. */
  readonly list: (member: string) => readonly JsonReader[];
  readonly report: (severity: Problem['severity'], message: string) => void;
}

function received(value: unknown): string {
  if (typeof value === 'string') return `"${value.slice(0, 40)}"`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? 'a list' : typeof value;
}

/** One object's members, and a way to say that one of them is not what was expected. */
interface Members {
  readonly has: (member: string) => boolean;
  readonly raw: (member: string) => unknown;
  readonly report: JsonReader['report'];
  readonly otherwise: <Value>(member: string, wanted: string, value: Value) => Value;
}

function membersOf(object: JsonObject, at: string, problems: Problem[]): Members {
  const report: JsonReader['report'] = (severity, message) => {
    problems.push({ severity, file: '', row: 0, column: at, message });
  };
  const has = (member: string): boolean => Object.hasOwn(object, member) && object[member] !== undefined;
  const raw = (member: string): unknown => (has(member) ? object[member] : undefined);
  return {
    has,
    raw,
    report,
    otherwise: (member, wanted, value) => {
      if (has(member) && raw(member) !== null)
        report('warning', `${at}.${member} is ${received(raw(member))}, where ${wanted} is expected; it was left out.`);
      return value;
    },
  };
}

/** A reader of a value that may turn out to be anything; what is wrong goes to `problems`. */
export function readJson(value: unknown, at: string, problems: Problem[]): JsonReader {
  const object = isObject(value) ? value : {};
  const { has, raw, report, otherwise } = membersOf(object, at, problems);
  if (!isObject(value) && value !== undefined && value !== null)
    report('warning', `${at} is ${received(value)}, where an object is expected; it was left out.`);
  const items = (member: string): readonly unknown[] => {
    const found = raw(member);
    return Array.isArray(found) ? found : otherwise(member, 'a list', []);
  };
  const text = (member: string, fallback: string): string => {
    const found = raw(member);
    return typeof found === 'string' ? found : otherwise(member, 'a text', fallback);
  };
  return {
    at,
    members: Object.keys(object),
    has,
    raw,
    text,
    report,
    flag: (member, fallback) => {
      const found = raw(member);
      return typeof found === 'boolean' ? found : otherwise(member, 'true or false', fallback);
    },
    number: (member) => {
      const found = raw(member);
      return typeof found === 'number' ? found : otherwise(member, 'a number', null);
    },
    texts: (member) => items(member).filter((item) => typeof item === 'string'),
    word: (member, words, fallback) =>
      asWord(words, text(member, fallback)) ?? otherwise(member, `one of ${words.join(', ')}`, fallback),
    inside: (member) => readJson(raw(member), `${at}.${member}`, problems),
    list: (member) => items(member).map((item, index) => readJson(item, `${at}.${member}[${index}]`, problems)),
  };
}
