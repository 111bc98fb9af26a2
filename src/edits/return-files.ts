import type { DataReturn } from '#model/data-return.ts';
import { membersOf, parseJson } from '#workspace/json.ts';
import { RETURNS_FOLDER } from '#workspace/read-returns.ts';
import type { ReadWorkspace } from '#workspace/read-workspace.ts';
import { decodeText } from '#workspace/text.ts';
import { tableBytes } from '#workspace/write-table.ts';

/** The tables that a return consists of, in the order in which they are written down. */
export const RETURN_PARTS = ['events', 'codes', 'items', 'rules'] as const;
export type ReturnPart = (typeof RETURN_PARTS)[number];

/** What is known of a workspace's files. */
export type OpenedFiles = Pick<ReadWorkspace, 'value' | 'tables' | 'files' | 'shipped'>;

const JSON_NAME = 'return.json';

const idIn = (bytes: Uint8Array): unknown => {
  const parsed = parseJson(decodeText(bytes).text);
  return 'line' in parsed ? undefined : membersOf(parsed.value)?.get('id');
};

/** The folder that a return was read from: called by its id, or any whose return.json says that id. */
export function folderOfReturn({ files, shipped }: OpenedFiles, dataReturn: DataReturn): string {
  const named = `${RETURNS_FOLDER}/${dataReturn.id}`;
  const there = dataReturn.shipped ? shipped : files;
  const said = [...there].find(
    ([file, bytes]) =>
      file.startsWith(`${RETURNS_FOLDER}/`) && file.endsWith(`/${JSON_NAME}`) && idIn(bytes) === dataReturn.id,
  );
  const isNamed = there.has(`${named}/${JSON_NAME}`);
  return isNamed || said === undefined ? named : said[0].slice(0, -JSON_NAME.length - 1);
}

/** The file that says what the return is. */
export const jsonOfReturn = (opened: OpenedFiles, dataReturn: DataReturn): string =>
  `${folderOfReturn(opened, dataReturn)}/${JSON_NAME}`;

/** The file of one of a return's tables. */
export const partOfReturn = (opened: OpenedFiles, dataReturn: DataReturn, part: ReturnPart): string =>
  `${folderOfReturn(opened, dataReturn)}/${part}.csv`;

/** The bytes of a file as they would be saved now; undefined where there is none. */
export function bytesNow({ files, tables, shipped }: OpenedFiles, file: string): Uint8Array | undefined {
  const table = tables.get(file);
  return table === undefined ? (files.get(file) ?? shipped.get(file)) : tableBytes(table);
}

/** The files of a return whose id is not taken yet. */
export const newFolder = (id: string): string => `${RETURNS_FOLDER}/${id}`;

/** Every file that a return in a folder may consist of. */
export const filesIn = (folder: string): readonly string[] => [
  `${folder}/${JSON_NAME}`,
  ...RETURN_PARTS.map((part) => `${folder}/${part}.csv`),
];
