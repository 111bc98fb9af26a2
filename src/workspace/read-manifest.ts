import { returnId } from '#model/ids.ts';
import type { Manifest } from '#model/workspace.ts';
import { parseDate } from './cells.ts';
import { didYouMean } from './near.ts';
import { anyOf, quoted, type Reading, tellError, tellWarning, wholeFile } from './problems.ts';
import { type JsonFile, memberList, memberText, readJsonFile, warnNearMembers } from './read-json.ts';

/** The name of the file that makes a folder a workspace. */
export const MANIFEST_FILE = 'workflows/workspace.json';
export const WORKSPACE_FORMAT = 'throughline/1';
const MANIFEST_MEMBERS: readonly string[] = ['format', 'authority', 'title', 'returns', 'asAt'];

const EMPTY: Manifest = { authority: '', title: '', returns: [], asAt: '' };

function checkFormat(json: JsonFile): void {
  const format = memberText(json, 'format');
  if (format === WORKSPACE_FORMAT) return;
  const newer = /^throughline\/(\d+)$/.exec(format) !== null;
  const says = newer
    ? `The workspace is of the format ${quoted(format)}, which this version does not know; what it can read was opened. Use a newer version of Throughline.`
    : `"format" says ${quoted(format)}, which is not a format the product knows; the files were read as "${WORKSPACE_FORMAT}". Write "format": "${WORKSPACE_FORMAT}".`;
  tellError(json.reading, { ...wholeFile(json.file), column: 'format' }, says);
}

function asAtOf(json: JsonFile): string {
  const written = memberText(json, 'asAt');
  const date = parseDate(written);
  if (date === undefined && written !== '') {
    const message = `"asAt" says ${quoted(written)}, which is not a date of the calendar, so it was read as not said. Write it as 2026-03-31.`;
    tellWarning(json.reading, { ...wholeFile(json.file), column: 'asAt' }, message);
  }
  return date ?? '';
}

/** Reads `workspace.json`; an empty manifest where it cannot be read. `known` are the returns that there are. */
export function readManifest(reading: Reading, bytes: Uint8Array | undefined, known: readonly string[]): Manifest {
  const json = bytes === undefined ? null : readJsonFile(reading, MANIFEST_FILE, bytes);
  if (json === null) return EMPTY;
  checkFormat(json);
  warnNearMembers(json, MANIFEST_MEMBERS);
  const returns = memberList(json, 'returns');
  for (const id of returns.filter((wanted) => !known.includes(wanted))) {
    const near = didYouMean(id, known, reading.hints);
    const there = near === '' && known.length > 0 ? ` Write ${anyOf(known)}.` : near;
    const message = `"returns" names the return ${quoted(id)}, which mappings/returns does not have.${there}`;
    tellError(reading, { ...wholeFile(MANIFEST_FILE), column: 'returns' }, message);
  }
  return {
    authority: memberText(json, 'authority'),
    title: memberText(json, 'title'),
    returns: returns.filter((id) => known.includes(id)).map(returnId),
    asAt: asAtOf(json),
  };
}
