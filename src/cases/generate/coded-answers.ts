import type { DataReturn, Item } from '#model/data-return.ts';
import { groupBy, questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { CodeMapping, Source } from '#model/workspace.ts';

/** An answer that leads to a code which the year takes. */
export interface CodedAnswer {
  readonly answer: string;
  readonly code: string;
}

/** Which answers of a place lead to a code of the year. */
export interface CodedAnswers {
  /** In the order of codes.csv; empty where the item has no codes. */
  readonly of: (source: Source, item: Item) => readonly CodedAnswer[];
}

function listsOf({ questions }: WorkspaceIndex, { kind, form, question, ref, stepType }: Source): readonly string[] {
  if (kind === 'step-source') return [`${kind}:${stepType ?? ''}`, `${kind}:${ref}`];
  if (kind !== 'question' || form === null || question === null) return [`${kind}:${ref}`];
  const key = questionKey(form, question);
  const lookup = questions.get(key)?.lookup ?? null;
  return lookup === null ? [`question:${key}`] : [`question:${key}`, lookup];
}

/** The codes of a return, each as `code set`, a tab and the code. */
const codesOf = (dataReturn: DataReturn | null): ReadonlySet<string> =>
  new Set((dataReturn?.codes ?? []).map(({ codeSet, code }) => `${codeSet}\t${code}`));

export function codedAnswers(index: WorkspaceIndex): CodedAnswers {
  const codes = codesOf(index.dataReturn);
  const counts = ({ status, codeSet, code }: CodeMapping): boolean =>
    status !== 'ignored' && codes.has(`${codeSet}\t${code}`);
  const rows = groupBy(index.workspace.codeMappings.filter(counts), ({ lookup, codeSet }) => `${lookup}\t${codeSet}`);
  return {
    of: (source, { codeSet }) => {
      if (codeSet === null) return [];
      const own = listsOf(index, source).flatMap((list) => rows.get(`${list}\t${codeSet}`) ?? []);
      return [...new Map(own.map(({ answer, code }) => [answer, { answer, code }])).values()];
    },
  };
}
