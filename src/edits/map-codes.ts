import type { MappingStatus } from '#model/words.ts';
import type { CodeMapping, Workspace } from '#model/workspace.ts';
import type { Change, Edit } from '#workspace/apply-edit.ts';
import type { Author } from './author.ts';
import { counted, removeRows } from './cells.ts';
import { cellChanges, cellsOfRow } from './written-rows.ts';

const CODES = 'mappings/codes.csv';

/** A list of answers, as codes.csv names it, and the set of codes it serves. */
export interface CodeList {
  readonly list: string;
  readonly codeSet: string;
  /** The codes of the chosen year: rows that lead to others serve other years, and stay. */
  readonly taken: ReadonlySet<string>;
}

/** An answer and the code it leads to; an empty code says that it has none. */
export interface AnswerCode {
  readonly answer: string;
  readonly code: string;
  readonly why?: string;
}

const rowsOf = (
  { codeMappings }: Pick<Workspace, 'codeMappings'>,
  { list, codeSet }: CodeList,
): readonly CodeMapping[] => codeMappings.filter((row) => row.lookup === list && row.codeSet === codeSet);

const nameOf = ({ codeSet }: CodeList, codes: readonly AnswerCode[]): string => {
  const [only] = codes;
  if (only === undefined || codes.length !== 1) return `map ${counted(codes.length, 'answer')} to codes of ${codeSet}`;
  return only.code === '' ? `say that “${only.answer}” has no code` : `map “${only.answer}” to ${only.code}`;
};

/**
 * Gives answers their codes in the chosen year. A row that serves that year, or says that there is no code, is changed;
 * otherwise one is added.
 */
export function mapAnswers(
  workspace: Pick<Workspace, 'codeMappings'>,
  list: CodeList,
  codes: readonly AnswerCode[],
  author: Author,
): Edit {
  const standing = rowsOf(workspace, list);
  const rowFor = ({ answer, code }: AnswerCode): CodeMapping | undefined => {
    const own = standing.filter((row) => row.answer === answer);
    return own.find((row) => row.code === code) ?? own.find((row) => row.code === '' || list.taken.has(row.code));
  };
  const status = 'confirmed';
  const cells = codes.flatMap((wanted) => {
    const row = rowFor(wanted);
    const why = wanted.why === undefined ? {} : { why: wanted.why };
    return row === undefined ? [] : cellsOfRow(row.at, { code: wanted.code, status, ...author, ...why });
  });
  const rows = codes
    .filter((wanted) => rowFor(wanted) === undefined)
    .map(({ answer, code, why = '' }) => ({
      lookup: list.list,
      answer,
      code_set: list.codeSet,
      code,
      status,
      ...author,
      why,
    }));
  const added: readonly Change[] = rows.length === 0 ? [] : [{ kind: 'add', file: CODES, rows }];
  return { name: nameOf(list, codes), changes: [...cellChanges(cells), ...added] };
}

/** Takes the codes of an answer away, so that it is as if nobody had looked. */
export const unmapAnswer = (answer: string, rows: readonly CodeMapping[]): Edit => ({
  name: `take the code of “${answer}” away`,
  changes: removeRows(rows.map(({ at }) => at)),
});

/** Flags or confirms what answers lead to. */
export const setCodeStatus = (
  rows: readonly CodeMapping[],
  status: MappingStatus,
  author: Author,
  why: string,
): Edit => ({
  name: `${status === 'flagged' ? 'flag' : 'confirm'} ${rows.length === 1 ? `“${rows[0]?.answer ?? ''}”` : counted(rows.length, 'code')}`,
  changes: cellChanges(rows.flatMap(({ at }) => cellsOfRow(at, { status, ...author, ...(why === '' ? {} : { why }) }))),
});
