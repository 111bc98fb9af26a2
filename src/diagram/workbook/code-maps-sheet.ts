import { codeMapsOf } from '#diagram/fields/code-map.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { MAPPING_STATUSES } from '#model/words.ts';
import type { CodeMapping } from '#model/workspace.ts';
import { keyTitle, ownColumn, type Sheet, sheetOf, shownColumn, type Titled } from './sheet.ts';

interface Place {
  readonly lookup: string;
  readonly answer: string;
  readonly codeSet: string;
}

/** An answer, and a row that gives it a code; null where it has none. */
interface AnswerRow extends Place {
  readonly row: CodeMapping | null;
  readonly timesChosen: string;
  readonly means: string;
  readonly codes: string;
}

export const CODE_MAPS = 'Code maps';

const own = (
  cell: 'code' | 'status' | 'by' | 'on' | 'why',
  title: string,
  more: Partial<Titled<AnswerRow>>,
): Titled<AnswerRow> => ownColumn(cell, title, ({ row }) => row?.[cell] ?? '', more);

const key = (cell: string, title: string, text: (row: AnswerRow) => string, width: number): Titled<AnswerRow> =>
  ownColumn(cell, keyTitle(title), text, { role: 'key', width });

const COLUMNS: readonly Titled<AnswerRow>[] = [
  key('lookup', 'Lookup', ({ lookup }) => lookup, 28),
  key('answer', 'Answer', ({ answer }) => answer, 40),
  key('code_set', 'Code set', ({ codeSet }) => codeSet, 20),
  // What tells two rows of one answer apart.
  { ...key('standing_code', 'Standing code', ({ row }) => row?.code ?? '', 12), follows: 'code' },
  own('code', 'Code', { note: 'The code of the return that the answer stands for. Empty: the answer has none.' }),
  shownColumn('Means', 40, ({ means }) => means, { isWrapped: true }),
  own('status', 'Status', { holds: 'word', words: MAPPING_STATUSES, note: 'How far it is confirmed.' }),
  own('by', 'By', { width: 16, note: 'Who said so.' }),
  own('on', 'On', { holds: 'day', note: 'When.' }),
  own('why', 'Why', { width: 30, isWrapped: true, note: 'The reason.' }),
  shownColumn('Times chosen', 12, ({ timesChosen }) => timesChosen, { holds: 'number' }),
  shownColumn('Codes to choose from', 50, ({ codes }) => codes),
];

const keyOf = (lookup: string, answer: string, codeSet: string): string => [lookup, answer, codeSet].join('\n');

/** Every answer that can reach the return with the codes it leads to, and every other row of codes.csv. */
function answerRows(index: WorkspaceIndex): readonly AnswerRow[] {
  const { dataReturn, workspace } = index;
  const codes = dataReturn?.codes ?? [];
  const listed = new Map<string, string>();
  for (const { codeSet, code, label } of codes)
    listed.set(codeSet, `${listed.has(codeSet) ? `${listed.get(codeSet) ?? ''}; ` : ''}${code} ${label}`);
  const labels = new Map(codes.map(({ codeSet, code, label }) => [`${codeSet}\n${code}`, label]));
  const taken = new Set(workspace.codeMappings.map((row) => keyOf(row.lookup, row.answer, row.codeSet)));
  const chosen = new Map<string, string>();
  const missing = new Map<string, AnswerRow>();
  const rowOf = ({ lookup, answer, codeSet }: Place, row: CodeMapping | null): AnswerRow => ({
    lookup,
    answer,
    codeSet,
    row,
    timesChosen: chosen.get(keyOf(lookup, answer, codeSet)) ?? '',
    means: row === null ? '' : (labels.get(`${codeSet}\n${row.code}`) ?? ''),
    codes: listed.get(codeSet) ?? '',
  });
  for (const { list, codeSet, answers } of codeMapsOf(index, workspace.sources)) {
    for (const { answer, timesChosen } of answers) {
      const place = keyOf(list, answer, codeSet);
      chosen.set(place, timesChosen === null ? '' : String(timesChosen));
      if (!taken.has(place)) missing.set(place, rowOf({ lookup: list, answer, codeSet }, null));
    }
  }
  const standing = workspace.codeMappings.map((row) => rowOf(row, row));
  return [...missing.values(), ...standing];
}

/** Answers beside the codes they lead to; those without one first. */
export const codeMapsSheet = (index: WorkspaceIndex): Sheet =>
  sheetOf({
    name: CODE_MAPS,
    file: 'mappings/codes.csv',
    columns: COLUMNS,
    rows: answerRows(index),
    at: ({ row }) => row?.at ?? null,
  });
