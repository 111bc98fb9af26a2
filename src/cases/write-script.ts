import type { CaseScript, ScriptDate, ScriptWork } from './case-script.ts';

/** A line of a script is no longer than an editor shows, where it can be helped. */
const WIDTH = 110;

const isShort = (line: string): boolean => line.length <= WIDTH;

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** `{ "on": "2026-04-30" }`: an object or list on one line. */
function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${onOneLine(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** Texts, short lists of texts and, inside a list, short objects stand on one line; everything else has a line a member. */
function textOf(value: unknown, indent: string, inList: boolean): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner: readonly unknown[] = Object.values(value);
  const line = onOneLine(value);
  const fits = isShort(indent + line) && inner.every(isPlain);
  if (inner.length === 0 || (fits && (inList || Array.isArray(value)))) return line;
  const deeper = `${indent}  `;
  const lines = Array.isArray(value)
    ? inner.map((item) => `${deeper}${textOf(item, deeper, true)}`)
    : Object.entries(value).map(
        ([name, member]) => `${deeper}${JSON.stringify(name)}: ${textOf(member, deeper, false)}`,
      );
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

/** The members of an entry in the order in which they happen. */
function inOrder(entry: ScriptWork | ScriptDate): object {
  if (!('step' in entry)) return { on: entry.on };
  const { step, which, on, source, reopened, add, answers, rows, siblings, screens, take, completed, next, cancelled } =
    entry;
  const members = {
    step,
    which,
    on,
    source,
    reopened,
    add,
    answers,
    rows,
    siblings,
    screens,
    take,
    completed,
    next,
    cancelled,
  };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** A script as a file that people read and edit: the same script always gives the same text. */
export function writeScript({ format, name, about, on, person, siblings, steps }: CaseScript): string {
  return `${textOf({ format, name, about, on, person, siblings, steps: steps.map(inOrder) }, '', false)}\n`;
}
