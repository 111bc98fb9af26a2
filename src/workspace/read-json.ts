import { membersOf, parseJson } from './json.ts';
import { findNear } from './near.ts';
import { type Reading, tellError, tellWarning, wholeFile } from './problems.ts';
import { decodeText, describeEncoding } from './text.ts';

/** A JSON file being read: its members, and where to say what is wrong with them. */
export interface JsonFile {
  readonly reading: Reading;
  readonly file: string;
  readonly members: ReadonlyMap<string, unknown>;
}

/** Reads a file as one JSON object; null, and said, where it is not. */
export function readJsonFile(reading: Reading, file: string, bytes: Uint8Array): JsonFile | null {
  const { text, encoding } = decodeText(bytes);
  const says = describeEncoding(encoding);
  if (says !== '') tellWarning(reading, wholeFile(file), says);
  const parsed = parseJson(text);
  if ('line' in parsed) {
    const message = `The file cannot be read as JSON: it goes wrong on line ${parsed.line}. Look there for a missing comma, quote or bracket.`;
    tellError(reading, { file, row: parsed.line, column: '' }, message);
    return null;
  }
  const members = membersOf(parsed.value);
  if (members === null)
    tellError(reading, wholeFile(file), 'The file is JSON but not an object. Write its members between { and }.');
  return members === null ? null : { reading, file, members };
}

/** A member that is text; empty, and said, where it is something else. */
export function memberText(json: JsonFile, name: string): string {
  const value = json.members.get(name);
  if (typeof value === 'string') return value;
  if (value !== undefined) {
    tellError(
      json.reading,
      { ...wholeFile(json.file), column: name },
      `"${name}" is not text. Write it in double quotes.`,
    );
  }
  return '';
}

/** A member that is a list of texts; what is not text is said and left out. */
export function memberList(json: JsonFile, name: string): readonly string[] {
  const value = json.members.get(name);
  if (value === undefined) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const texts = list.filter((member) => typeof member === 'string');
  if (!Array.isArray(value) || texts.length < list.length) {
    const message = `"${name}" is not a list of texts. Write it as ["…", "…"].`;
    tellError(json.reading, { ...wholeFile(json.file), column: name }, message);
  }
  return texts;
}

/** Warns of members that look like a known one spelt otherwise; other unknown ones are nobody's business. */
export function warnNearMembers(json: JsonFile, known: readonly string[]): void {
  const absent = known.filter((name) => !json.members.has(name));
  for (const name of json.members.keys()) {
    if (known.includes(name)) continue;
    const near = findNear(name, absent, json.reading.hints);
    if (near === undefined) continue;
    const message = `"${name}" is not known and was not read. Did you mean "${near}"?`;
    tellWarning(json.reading, { ...wholeFile(json.file), column: name }, message);
  }
}
