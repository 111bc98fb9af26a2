import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { CodeMapping, Source } from '#model/workspace.ts';

/** What codes.csv says of the answers of every list. */
export interface CodeLists {
  /** The lists, as codes.csv names them, that a source may take its values from: the nearest first. */
  readonly listsOf: (source: Source) => readonly string[];
  /** The rows that count for an answer of a source and a code set, in the order of the lists and of the file. */
  readonly rowsFor: (source: Source, answer: string, codeSet: string) => readonly CodeMapping[];
}

function listsOf(index: WorkspaceIndex, { kind, form, question, ref, stepType }: Source): readonly string[] {
  if (kind === 'step-source') return [`${kind}:${stepType ?? ''}`, `${kind}:${ref}`];
  if (kind !== 'question') return [`${kind}:${ref}`];
  if (form === null || question === null) return [];
  const key = questionKey(form, question);
  const lookup = index.questions.get(key)?.lookup ?? null;
  return lookup === null ? [`question:${key}`] : [`question:${key}`, lookup];
}

const rowKey = (list: string, answer: string, codeSet: string): string => [list, answer, codeSet].join('\u0000');

export function codeLists(index: WorkspaceIndex): CodeLists {
  const rows = new Map<string, CodeMapping[]>();
  for (const row of index.workspace.codeMappings) {
    if (row.status === 'ignored') continue;
    const key = rowKey(row.lookup, row.answer, row.codeSet);
    const same = rows.get(key);
    if (same === undefined) rows.set(key, [row]);
    else same.push(row);
  }
  return {
    listsOf: (source) => listsOf(index, source),
    rowsFor: (source, answer, codeSet) =>
      listsOf(index, source).flatMap((list) => rows.get(rowKey(list, answer, codeSet)) ?? []),
  };
}
