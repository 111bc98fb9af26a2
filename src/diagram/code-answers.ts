import type { Code, DataReturn, Item } from '#model/data-return.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import { SCREEN_KINDS } from '#model/words.ts';
import type { CodeMapping, Source } from '#model/workspace.ts';

/** An answer that leads to a code. */
export interface CodeAnswer {
  readonly lookup: string;
  readonly answer: string;
  readonly status: string;
}

/** A code of an item, the answers that lead to it, and what the compared year says of it. */
export interface ItemCode {
  readonly code: string;
  readonly label: string;
  readonly answers: readonly CodeAnswer[];
  /** `retired`: only the compared year takes it. `none` too where no year is compared. */
  readonly change: 'none' | 'new' | 'relabelled' | 'retired';
  /** The label of the compared year, where it differs. */
  readonly was: string;
}

const isScreen = ({ kind }: Source): boolean => SCREEN_KINDS.some((screen) => screen === kind);

/** The lists, as codes.csv names them, that a source may take its values from. */
export function listsOfSource(index: WorkspaceIndex, source: Source): readonly string[] {
  const { kind, form, question, ref, stepType } = source;
  if (kind === 'step-source') return [`${kind}:${stepType ?? ''}`, `${kind}:${ref}`];
  if (isScreen(source)) return [`${kind}:${ref}`];
  if (kind !== 'question' || form === null || question === null) return [];
  const key = questionKey(form, question);
  const lookup = index.questions.get(key)?.lookup ?? null;
  return lookup === null ? [`question:${key}`] : [`question:${key}`, lookup];
}

const reads = ({ use, status }: Source): boolean => use === 'feeds' && status !== 'ignored';

/** The rows of codes.csv that serve an item's set of codes, from lists that feed it. */
function servingRows(index: WorkspaceIndex, item: Item): readonly CodeMapping[] {
  const sources = (item.fact === null ? undefined : index.sourcesOfFact.get(item.fact)) ?? [];
  const lists = new Set(sources.filter(reads).flatMap((source) => listsOfSource(index, source)));
  return index.workspace.codeMappings.filter(
    (row) => row.codeSet === item.codeSet && row.status !== 'ignored' && lists.has(row.lookup),
  );
}

const codesOf = (dataReturn: DataReturn | null, item: Item): readonly Code[] =>
  (dataReturn?.codes ?? []).filter((code) => code.codeSet === item.codeSet);

/** The codes that an item takes, then those that only the compared year took; empty where it has no set of codes. */
export function codesOfItem(index: WorkspaceIndex, item: Item, comparedWith: DataReturn | null): readonly ItemCode[] {
  if (item.codeSet === null) return [];
  const now = codesOf(index.dataReturn, item);
  const then = new Map(codesOf(comparedWith, item).map((code) => [code.code, code.label]));
  const rows = servingRows(index, item);
  const answersOf = (code: string): readonly CodeAnswer[] =>
    rows.filter((row) => row.code === code).map(({ lookup, answer, status }) => ({ lookup, answer, status }));
  // A set that the compared year does not have is new as a whole: marking each of its codes would say nothing more.
  const isCompared = then.size > 0;
  const current = now.map(({ code, label }): ItemCode => {
    const old = then.get(code);
    const change = old === undefined ? 'new' : old === label ? 'none' : 'relabelled';
    const was = change === 'relabelled' ? (old ?? '') : '';
    return { code, label, answers: answersOf(code), change: isCompared ? change : 'none', was };
  });
  const gone = [...then].filter(([code]) => now.every((one) => one.code !== code));
  const retired = gone.map(
    ([code, label]): ItemCode => ({ code, label, answers: answersOf(code), change: 'retired', was: '' }),
  );
  return [...current, ...retired];
}
