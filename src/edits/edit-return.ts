import type { DataReturn } from '#model/data-return.ts';
import type { Change, Edit } from '#workspace/apply-edit.ts';
import { MANIFEST_FILE } from '#workspace/read-manifest.ts';
import { decodeText, encodeText } from '#workspace/text.ts';
import { withMembers } from './json-members.ts';
import {
  bytesNow,
  filesIn,
  folderOfReturn,
  jsonOfReturn,
  newFolder,
  type OpenedFiles,
  RETURN_PARTS,
} from './return-files.ts';

/** What a return says of itself. */
export interface AboutReturn {
  readonly id: string;
  readonly name: string;
  readonly year: string;
  readonly from: string;
  readonly to: string;
  readonly family: string;
  readonly source: string;
  readonly notVerified: readonly string[];
}

export const aboutOf = ({ id, name, year, period, family, source, notVerified }: DataReturn): AboutReturn => ({
  id,
  name,
  year,
  ...period,
  family,
  source,
  notVerified,
});

const membersFor = ({
  from,
  to,
  id,
  name,
  year,
  family,
  source,
  notVerified,
}: AboutReturn): Record<string, unknown> => ({
  id,
  name,
  year,
  period: { from, to },
  family,
  source,
  notVerified,
});

/** A JSON file with some members set and everything else as it stands; nothing where it is no JSON object. */
function setMembers(opened: OpenedFiles, file: string, members: Readonly<Record<string, unknown>>): readonly Change[] {
  const { text, bom } = decodeText(bytesNow(opened, file) ?? new Uint8Array());
  const now = withMembers(text.trim() === '' ? '{}\n' : text, members);
  return now === null || now === text ? [] : [{ kind: 'file', file, bytes: encodeText(now, bom) }];
}

const setReturns = (opened: OpenedFiles, returns: readonly string[]): readonly Change[] =>
  setMembers(opened, MANIFEST_FILE, { returns });

const named = ({ name, id }: { readonly name: string; readonly id: string }): string => name || id;

/** Makes a return the one that the workspace is audited for unless another is asked for. */
export function setReturnFirst(opened: OpenedFiles, dataReturn: DataReturn): Edit {
  const others = opened.value.manifest.returns.filter((id) => id !== dataReturn.id);
  return {
    name: `use ${named(dataReturn)} as the workspace’s return`,
    changes: setReturns(opened, [dataReturn.id, ...others]),
  };
}

const jsonBytes = (about: AboutReturn): Uint8Array =>
  encodeText(`${JSON.stringify(membersFor(about), null, 2)}\n`, false);

const listed = (opened: OpenedFiles, id: string): readonly Change[] =>
  setReturns(opened, [...opened.value.manifest.returns, id]);

/** Adds a return with nothing in it yet. */
export function newReturn(opened: OpenedFiles, about: AboutReturn): Edit {
  const [json = '', ...tables] = filesIn(newFolder(about.id));
  return {
    name: `add the return ${named(about)}`,
    changes: [
      { kind: 'file', file: json, bytes: jsonBytes(about) },
      ...tables.map((file): Change => ({ kind: 'add', file, rows: [] })),
      ...listed(opened, about.id),
    ],
  };
}

/** Adds a return that holds what another holds, under an id and a name of its own. */
export function copyReturn(opened: OpenedFiles, from: DataReturn, about: AboutReturn): Edit {
  const folder = folderOfReturn(opened, from);
  const target = newFolder(about.id);
  const json = decodeText(bytesNow(opened, jsonOfReturn(opened, from)) ?? new Uint8Array());
  const text = withMembers(json.text, membersFor(about));
  const tables = RETURN_PARTS.map((part): Change => {
    const bytes = bytesNow(opened, `${folder}/${part}.csv`);
    const file = `${target}/${part}.csv`;
    return bytes === undefined ? { kind: 'add', file, rows: [] } : { kind: 'file', file, bytes };
  });
  return {
    name: `copy ${named(from)} as ${named(about)}`,
    changes: [
      {
        kind: 'file',
        file: `${target}/return.json`,
        bytes: text === null ? jsonBytes(about) : encodeText(text, false),
      },
      ...tables,
      ...listed(opened, about.id),
    ],
  };
}

/** Changes what a return of the council's own says of itself. Its id stays: its folder is called by it. */
export const setAbout = (opened: OpenedFiles, dataReturn: DataReturn, about: AboutReturn): Edit => ({
  name: `change what ${named(dataReturn)} says of itself`,
  changes: setMembers(opened, jsonOfReturn(opened, dataReturn), membersFor({ ...about, id: dataReturn.id })),
});

/** Takes a return of the council's own away. Mappings made for it are kept. */
export function removeReturn(opened: OpenedFiles, dataReturn: DataReturn): Edit {
  const there = filesIn(folderOfReturn(opened, dataReturn)).filter(
    (file) => opened.files.has(file) || opened.tables.has(file),
  );
  const left = opened.value.manifest.returns.filter((id) => id !== dataReturn.id);
  return {
    name: `remove the return ${named(dataReturn)}`,
    changes: [
      ...there.map((file): Change => ({ kind: 'file', file, bytes: null })),
      ...(left.length === opened.value.manifest.returns.length ? [] : setReturns(opened, left)),
    ],
  };
}
