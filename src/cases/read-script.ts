import type { AnswerValue } from '#machine/step-values.ts';
import { isIsoDate } from '#model/dates.ts';
import { SCREEN_KINDS } from '#model/words.ts';
import { CASE_FORMAT, type CaseScript, type ScriptDate, type ScriptWork } from './case-script.ts';
import { type JsonPath, type JsonValue, jsonTreeOf, linesOf, offsetAt } from './json-tree.ts';
import {
  type Members,
  optional,
  type Read,
  type Reading,
  readAnswer,
  readDay,
  readListOf,
  readMembers,
  readName,
  readNumber,
  readRecordOf,
  readText,
  tellError,
  tellUnknown,
  tellWarning,
} from './script-values.ts';

/** What is wrong with a script: an error keeps it from being played, a warning does not. Lines count from 1. */
export interface ScriptProblem {
  readonly severity: 'error' | 'warning';
  readonly line: number;
  readonly message: string;
}

/** A script as it was read; null where it has an error. */
export interface ScriptRead {
  readonly value: CaseScript | null;
  readonly problems: readonly ScriptProblem[];
}

const CASE_MEMBERS = ['format', 'name', 'about', 'on', 'person', 'siblings', 'steps'] as const;
const WORK_MEMBERS = [
  'step',
  'which',
  'on',
  'source',
  'reopened',
  'add',
  'answers',
  'rows',
  'siblings',
  'screens',
  'take',
  'completed',
  'next',
  'cancelled',
] as const;

const readAnswers = readRecordOf(readAnswer);
const readNames = readListOf(readName);

/** What screens outside forms hold, by `kind:ref`. */
const readScreens: Read<Readonly<Record<string, AnswerValue>>> = (reading, value, what) => {
  if (value.kind === 'object')
    for (const member of value.members)
      if (!SCREEN_KINDS.some((kind) => member.name.startsWith(`${kind}:`)))
        tellError(
          reading,
          member,
          `“${member.name}” names no screen: it begins with ${SCREEN_KINDS.map((kind) => `${kind}:`).join(', ')}.`,
        );
  return readAnswers(reading, value, what);
};

function readBeginning(reading: Reading, members: Members): Partial<ScriptWork> {
  const which = optional(reading, members, 'which', readNumber);
  const source = optional(reading, members, 'source', readText);
  const reopened = optional(reading, members, 'reopened', readText);
  const add = optional(reading, members, 'add', readNames);
  return {
    ...(which === null ? {} : { which }),
    ...(source === null ? {} : { source }),
    ...(reopened === null ? {} : { reopened }),
    ...(add === null ? {} : { add }),
  };
}

function readRecorded(reading: Reading, members: Members): Partial<ScriptWork> {
  const answers = optional(reading, members, 'answers', readRecordOf(readAnswers));
  const rows = optional(reading, members, 'rows', readRecordOf(readRecordOf(readListOf(readAnswers))));
  const siblings = optional(reading, members, 'siblings', readRecordOf(readListOf(readAnswers)));
  const screens = optional(reading, members, 'screens', readScreens);
  return {
    ...(answers === null ? {} : { answers }),
    ...(rows === null ? {} : { rows }),
    ...(siblings === null ? {} : { siblings }),
    ...(screens === null ? {} : { screens }),
  };
}

function readEnd(reading: Reading, members: Members): Partial<ScriptWork> {
  const take = optional(reading, members, 'take', readNames);
  const completed = optional(reading, members, 'completed', readDay);
  const next = optional(reading, members, 'next', readNames);
  const cancelled = optional(reading, members, 'cancelled', readText);
  return {
    ...(take === null ? {} : { take }),
    ...(completed === null ? {} : { completed }),
    ...(next === null ? {} : { next }),
    ...(cancelled === null ? {} : { cancelled }),
  };
}

/** What cannot be meant together. */
function tellContradictions(reading: Reading, value: JsonValue, work: ScriptWork): void {
  if (work.next !== undefined && work.completed === undefined)
    tellError(reading, value, 'Next actions are chosen when a step is completed: say the day with “completed”.');
  if (work.cancelled !== undefined && work.completed !== undefined)
    tellError(reading, value, 'A step is either “completed” or “cancelled”: take one of the two away.');
  if (work.completed !== undefined && work.completed < work.on)
    tellError(reading, value, `“completed” (${work.completed}) is before “on” (${work.on}).`);
}

const readEntry: Read<ScriptWork | ScriptDate> = (reading, value, what) => {
  const members = readMembers(reading, value, what);
  if (members === null) return null;
  const day = members.get('on');
  if (day === undefined)
    return tellError(reading, value, 'This entry needs “on”, the day of it, such as "2026-04-30".');
  const on = readDay(reading, day, '“on”');
  if (!members.has('step')) {
    tellUnknown(reading, value, ['on'], 'An entry without “step”, which only moves the date,');
    return on === null ? null : { on };
  }
  tellUnknown(reading, value, WORK_MEMBERS, 'An entry');
  const step = optional(reading, members, 'step', readName);
  const work: ScriptWork = {
    step: step ?? '',
    on: on ?? '',
    ...readBeginning(reading, members),
    ...readRecorded(reading, members),
    ...readEnd(reading, members),
  };
  if (on !== null) tellContradictions(reading, value, work);
  return work;
};

const textOf = (value: JsonValue | undefined): string | null => (value?.kind === 'text' ? value.text : null);

/** Warns of days that go back: what was done stands in its order, so one of the two is likely mistyped. */
function tellGoingBack(reading: Reading, from: JsonValue | null, steps: JsonValue | null): void {
  let before = textOf(from ?? undefined) ?? '';
  for (const entry of steps?.kind === 'list' ? steps.items : []) {
    const member = entry.kind === 'object' ? entry.members.find(({ name }) => name === 'on') : undefined;
    const on = textOf(member?.value);
    if (member === undefined || on === null || !isIsoDate(on)) continue;
    if (on < before) tellWarning(reading, member, `“on” (${on}) is before the day of what stands above (${before}).`);
    before = on;
  }
}

function readFormat(reading: Reading, root: JsonValue, members: Members): void {
  const format = members.get('format');
  if (format?.kind === 'text' && format.text === CASE_FORMAT) return;
  tellError(reading, format ?? root, `This is no script of a case: it needs the member "format": "${CASE_FORMAT}".`);
}

function needed<Value>(reading: Reading, root: JsonValue, value: Value | null | undefined, says: string): Value | null {
  return value ?? tellError(reading, root, says);
}

function readCase(reading: Reading, root: JsonValue): CaseScript | null {
  const members = readMembers(reading, root, 'The file');
  if (members === null) return null;
  readFormat(reading, root, members);
  tellUnknown(reading, root, CASE_MEMBERS, 'A script');
  const name = needed(reading, root, members.get('name'), 'The case needs a “name”.');
  const on = needed(reading, root, members.get('on'), 'The case needs “on”, the day on which it begins.');
  const steps = needed(reading, root, members.get('steps'), 'The case needs “steps”: what was done, in order.');
  tellGoingBack(reading, on, steps);
  return {
    format: CASE_FORMAT,
    name: (name && readName(reading, name, '“name”')) ?? '',
    about: optional(reading, members, 'about', readText) ?? '',
    on: (on && readDay(reading, on, '“on”')) ?? '',
    person: optional(reading, members, 'person', readScreens) ?? {},
    siblings: optional(reading, members, 'siblings', readNames) ?? [],
    steps: (steps && readListOf(readEntry)(reading, steps, '“steps”')) ?? [],
  };
}

const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);

/** Reads a script; whatever is wrong with it is said with its line, and nothing is thrown. */
export function readScript(text: string): ScriptRead {
  const plain = withoutMark(text);
  const tree = jsonTreeOf(plain);
  const lineOf = linesOf(plain);
  if (tree.kind === 'fault') {
    const { offset, says } = tree.fault;
    return { value: null, problems: [{ severity: 'error', line: lineOf(offset), message: says }] };
  }
  const reading: Reading = { faults: [] };
  const value = readCase(reading, tree.value);
  const hasError = reading.faults.some(({ severity }) => severity === 'error');
  return {
    value: hasError ? null : value,
    problems: reading.faults
      .toSorted((a, b) => a.offset - b.offset)
      .map(({ severity, offset, message }) => ({ severity, line: lineOf(offset), message })),
  };
}

/** The line, from 1, on which something of a script stands; where the script lacks it, that of the nearest thing around it. */
export function lineInScript(text: string, path: JsonPath): number {
  const plain = withoutMark(text);
  const tree = jsonTreeOf(plain);
  return tree.kind === 'fault' ? 1 : linesOf(plain)(offsetAt(tree.value, path));
}
