import type { Code, DataReturn, Item, ItemFormat, ReturnEvent, ReturnRule } from '#model/data-return.ts';
import { asWord, codeSetId, eventId, factId, itemId, returnId } from '#model/ids.ts';
import { FORMATS, ROLES, RULE_TYPES } from '#model/words.ts';
import { parseDate } from './cells.ts';
import { membersOf } from './json.ts';
import type { Line } from './line.ts';
import * as cell from './line.ts';
import { keyedLines, type Names, newNames, referOf } from './names.ts';
import { anyOf, quoted, tellError, wholeFile } from './problems.ts';
import { type JsonFile, memberList, memberText } from './read-json.ts';

/** The files of one return, split into lines. */
export interface ReturnLines {
  readonly folder: string;
  readonly json: JsonFile;
  readonly items: readonly Line[];
  readonly codes: readonly Line[];
  readonly rules: readonly Line[];
  readonly events: readonly Line[];
}

const PATTERN = 'pattern:';

function patternOf(line: Line, pattern: string): ItemFormat {
  try {
    RegExp(pattern, 'u');
  } catch {
    cell.errorAt(
      line,
      'format',
      `The pattern ${quoted(pattern)} is not a regular expression, so the item was read as text. Put the pattern right.`,
    );
    return { kind: 'text' };
  }
  return { kind: 'pattern', pattern };
}

function formatOf(line: Line): ItemFormat {
  const raw = cell.keyOf(line, 'format');
  if (raw.startsWith(PATTERN)) return patternOf(line, raw.slice(PATTERN.length));
  const kind = asWord(FORMATS, raw);
  if (kind !== undefined) return { kind };
  const hint = cell.hintFor(line, raw, FORMATS);
  const remedy = hint === '' ? ` Write ${anyOf([...FORMATS, 'pattern:REGEX'])}.` : hint;
  cell.errorAt(line, 'format', `The format ${quoted(raw)} is not known, so the item was read as text.${remedy}`);
  return { kind: 'text' };
}

const maxOf = (line: Line): number | 'n' => (cell.keyOf(line, 'max') === 'n' ? 'n' : (cell.wholeOf(line, 'max') ?? 1));

interface ItemNames {
  readonly codeSets: Names;
  readonly events: Names;
  readonly facts: Names;
}

function warnItem(line: Line, format: ItemFormat): void {
  if (cell.keyOf(line, 'event') === '') {
    cell.warnAt(line, 'event', 'The item has no event, so it is never due. Name one of the events of the return.');
  }
  if (format.kind === 'code' && cell.keyOf(line, 'code_set') === '') {
    cell.warnAt(
      line,
      'code_set',
      'The item is coded and names no code set, so its codes cannot be checked. Name one of the return.',
    );
  }
}

function itemOf(line: Line, key: string, names: ItemNames): Item {
  const format = formatOf(line);
  const codeSet = referOf(line, 'code_set', names.codeSets) ?? null;
  const event = referOf(line, 'event', names.events) ?? null;
  const fact = referOf(line, 'fact', names.facts) ?? null;
  warnItem(line, format);
  return {
    id: itemId(key),
    tag: cell.textOf(line, 'tag'),
    path: cell.textOf(line, 'path'),
    module: cell.textOf(line, 'module'),
    name: cell.textOf(line, 'name'),
    cbds: cell.textOf(line, 'cbds'),
    format,
    codeSet: codeSet === null ? null : codeSetId(codeSet),
    min: cell.wholeOf(line, 'min') ?? 0,
    max: maxOf(line),
    event: event === null ? null : eventId(event),
    condition: cell.textOf(line, 'condition'),
    fact: fact === null ? null : factId(fact),
    childProtection: cell.flagOf(line, 'child_protection'),
    confidence: cell.textOf(line, 'confidence'),
    source: cell.textOf(line, 'source'),
  };
}

const readCodes = (lines: readonly Line[]): readonly Code[] =>
  keyedLines(lines, ['code_set', 'code']).map(({ line }) => ({
    codeSet: codeSetId(cell.keyOf(line, 'code_set')),
    code: cell.keyOf(line, 'code'),
    label: cell.textOf(line, 'label'),
  }));

const readEvents = (lines: readonly Line[]): readonly ReturnEvent[] =>
  keyedLines(lines, ['event']).map(({ line, key }) => {
    const defaultRoles = cell.listOf(line, 'default_roles');
    const known: readonly string[] = ROLES;
    for (const role of defaultRoles.filter((one) => !known.includes(one))) {
      cell.warnAt(
        line,
        'default_roles',
        `The role ${quoted(role)} is not one the product knows.${cell.hintFor(line, role, known)}`,
      );
    }
    return { id: eventId(key), name: cell.textOf(line, 'name'), defaultRoles };
  });

function readRules(lines: readonly Line[], items: ReadonlySet<string>): readonly ReturnRule[] {
  return keyedLines(lines, ['rule']).map(({ line, key }) => {
    const named = cell.listOf(line, 'items');
    for (const item of named.filter((one) => !items.has(one))) {
      cell.errorAt(
        line,
        'items',
        `The rule names the item ${quoted(item)}, which items.csv of the return does not have.${cell.hintFor(line, item, items)}`,
      );
    }
    const type = cell.wordOf(line, 'type', RULE_TYPES, 'error');
    return { id: key, type, items: named.filter((one) => items.has(one)).map(itemId), says: cell.textOf(line, 'says') };
  });
}

function periodOf(json: JsonFile): DataReturn['period'] {
  const period = membersOf(json.members.get('period'));
  const day = (name: string): string => {
    const written = period?.get(name);
    return (typeof written === 'string' && parseDate(written)) || '';
  };
  const [from, to] = [day('from'), day('to')];
  if (from === '' || to === '') {
    const message =
      '"period" does not say both from and to as dates. Write "period": {"from": "2026-04-01", "to": "2027-03-31"}.';
    tellError(json.reading, { ...wholeFile(json.file), column: 'period' }, message);
  }
  return { from, to };
}

function readItems(files: ReturnLines, parts: Pick<DataReturn, 'codes' | 'events'>, facts: Names): readonly Item[] {
  const names = {
    codeSets: newNames(
      'code set',
      `which ${files.folder}/codes.csv does not have`,
      parts.codes.map((code) => code.codeSet),
    ),
    events: newNames(
      'event',
      `which ${files.folder}/events.csv does not have`,
      parts.events.map((event) => event.id),
    ),
    facts,
  };
  return keyedLines(files.items, ['item']).map(({ line, key }) => itemOf(line, key, names));
}

/** Reads one return from its folder. */
export function readReturn(files: ReturnLines, facts: Names, shipped: boolean): DataReturn {
  const { json } = files;
  const codes = readCodes(files.codes);
  const events = readEvents(files.events);
  const items = readItems(files, { codes, events }, facts);
  return {
    id: returnId(memberText(json, 'id') || (files.folder.split('/').at(-1) ?? '')),
    name: memberText(json, 'name'),
    year: memberText(json, 'year'),
    period: periodOf(json),
    source: memberText(json, 'source'),
    notVerified: memberList(json, 'notVerified'),
    family: memberText(json, 'family'),
    items,
    codes,
    rules: readRules(files.rules, new Set(items.map((item) => item.id))),
    events,
    shipped,
  };
}
