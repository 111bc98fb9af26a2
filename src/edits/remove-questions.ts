import type { Question, RowRef, Workspace } from '#model/workspace.ts';
import type { Edit } from '#workspace/apply-edit.ts';
import { splitOutside } from '#workspace/quoting.ts';
import { counted, removeRows } from './cells.ts';
import { renameInCondition, renameInRules, renameJoined } from './rename-texts.ts';
import { cellChanges, type Tables, type WrittenRow, writtenRows } from './written-rows.ts';

/** Something that names a question and cannot stand without it. */
export interface Hanging {
  readonly kind: 'source' | 'code' | 'usage' | 'timing' | 'condition' | 'pulled' | 'rule';
  /** What it is, in words. */
  readonly words: string;
  readonly at: RowRef;
  /** The cell that would lose the name; null where the whole row goes. */
  readonly cell: { readonly column: string; readonly value: string } | null;
}

type Opened = Tables & { readonly value: Pick<Workspace, 'questions' | 'nextActions'> };
type IsGone = (form: string, question: string) => boolean;

/** Stands in for a name that goes, to find which part of a text holds it. */
const GONE = '\u0000gone';

const without = (text: string, separator: string, renamed: string): string => {
  const parts = splitOutside(text, separator);
  const marked = splitOutside(renamed, separator);
  return parts.filter((_, at) => !(marked[at] ?? '').includes(GONE)).join(separator);
};

const named =
  (isGone: IsGone) =>
  (form: string, question: string): { readonly form: string; readonly question: string } | undefined =>
    isGone(form, question) ? { form, question: GONE } : undefined;

const ROWS = [
  { kind: 'source', file: 'mappings/sources.csv' },
  { kind: 'usage', file: 'workflows/question-usage.csv' },
  { kind: 'timing', file: 'workflows/timings.csv' },
] as const;

const ROW_WORDS: Readonly<Record<(typeof ROWS)[number]['kind'], (row: WrittenRow) => string>> = {
  source: ({ cell }) => `Source of ${cell('fact')} (${cell('status') || 'suggested'})`,
  usage: ({ cell }) => `Usage ${cell('from')} to ${cell('to')}`,
  timing: ({ cell }) => `Timing, usually ${cell('usual')} seconds`,
};

function hangingRows(opened: Opened, isGone: IsGone): readonly Hanging[] {
  const rows = ROWS.flatMap(({ kind, file }) =>
    writtenRows(opened, file)
      .filter(({ cell }) => isGone(cell('form').trim(), cell('question').trim()))
      .map((row): Hanging => ({ kind, words: ROW_WORDS[kind](row), at: row.at, cell: null })),
  );
  const codes = writtenRows(opened, 'mappings/codes.csv').filter(({ cell }) => {
    const list = cell('lookup').trim();
    return list.startsWith('question:') && renameJoined(list.slice(9), '/', named(isGone)).includes(GONE);
  });
  return [
    ...rows,
    ...codes.map(({ at, cell }): Hanging => {
      const words = `Code ${cell('code')} of the answer “${cell('answer')}”`;
      return { kind: 'code', words, at, cell: null };
    }),
  ];
}

function hangingCells(opened: Opened, isGone: IsGone): readonly Hanging[] {
  const names = named(isGone);
  return writtenRows(opened, 'workflows/questions.csv').flatMap(({ at, cell }): readonly Hanging[] => {
    const [form, code] = [cell('form').trim(), cell('question').trim()];
    if (isGone(form, code)) return [];
    const [condition, pulled] = [cell('shown_if'), cell('pulled_from')];
    const renamed = condition === '' ? '' : renameInCondition(condition, form, names);
    const hanging: Hanging[] = [];
    if (renamed.includes(GONE)) {
      const value = without(condition, ' and ', renamed);
      const after = value === '' ? 'always shown' : `then “${value}”`;
      const words = `${form}/${code} is shown if “${condition}”, ${after}`;
      hanging.push({ kind: 'condition', words, at, cell: { column: 'shown_if', value } });
    }
    if (pulled !== '' && renameJoined(pulled, '.', names).includes(GONE)) {
      const words = `${form}/${code} is pulled from it, then from nowhere`;
      hanging.push({ kind: 'pulled', words, at, cell: { column: 'pulled_from', value: '' } });
    }
    return hanging;
  });
}

function hangingRules(opened: Opened, isGone: IsGone): readonly Hanging[] {
  const actions = new Map(opened.value.nextActions.map((action) => [action.at.row, action]));
  return writtenRows(opened, 'workflows/next-actions.csv').flatMap(({ at, cell }): readonly Hanging[] => {
    const rules = cell('rules');
    const renamed = rules === '' ? '' : renameInRules(rules, actions.get(at.row), named(isGone));
    if (!renamed.includes(GONE)) return [];
    const words = `The rule of the next action “${cell('label') || cell('next_action')}” that asks for it`;
    return [{ kind: 'rule', words, at, cell: { column: 'rules', value: without(rules, ';', renamed).trim() } }];
  });
}

/** Everything that hangs on some questions, to be shown before they are removed. */
export function hangingOn(opened: Opened, questions: readonly Question[]): readonly Hanging[] {
  const gone = new Set(questions.map(({ form, code }) => `${form}\n${code}`));
  const isGone: IsGone = (form, question) => gone.has(`${form}\n${question}`);
  return [...hangingRows(opened, isGone), ...hangingCells(opened, isGone), ...hangingRules(opened, isGone)];
}

/** Removes questions and everything that hangs on them, in one step. */
export function removeQuestions(opened: Opened, questions: readonly Question[]): Edit {
  const hanging = hangingOn(opened, questions);
  const cells = hanging.flatMap(({ at, cell }) => (cell === null ? [] : [{ at, ...cell }]));
  const rows = hanging.filter(({ cell }) => cell === null).map(({ at }) => at);
  const [only] = questions;
  const what =
    only !== undefined && questions.length === 1 ? `the question ${only.code}` : counted(questions.length, 'question');
  return {
    name: `remove ${what}`,
    changes: [...cellChanges(cells), ...removeRows([...rows, ...questions.map(({ at }) => at)])],
  };
}
