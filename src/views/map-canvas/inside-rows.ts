import type { DiagramForm, DiagramQuestion, DiagramStep } from '#diagram/diagram.ts';
import { questionKey } from '#model/index-workspace.ts';
import type { MapActions } from './map-actions.ts';

/** What the keyboard walks through inside an open step, from top to bottom. */
export type InsideRow =
  | { readonly kind: 'form'; readonly key: string; readonly form: DiagramForm }
  | { readonly kind: 'question'; readonly key: string; readonly question: DiagramQuestion }
  | { readonly kind: 'more'; readonly key: string; readonly form: DiagramForm };

export const formRowKey = (form: DiagramForm): string => `form:${form.form}`;
export const moreRowKey = (form: DiagramForm): string => `more:${form.form}`;
export const keyOfQuestion = ({ form, question }: DiagramQuestion): string => questionKey(form, question);

export const insideRows = (step: DiagramStep): readonly InsideRow[] =>
  step.inside.flatMap((form): readonly InsideRow[] => [
    { kind: 'form', key: formRowKey(form), form },
    ...form.questions.map((question): InsideRow => ({ kind: 'question', key: keyOfQuestion(question), question })),
    ...(form.more > 0 ? [{ kind: 'more', key: moreRowKey(form), form } as const] : []),
  ]);

/** "and 53 more: open in Fields" */
export const moreWords = (form: DiagramForm): string => `and ${form.more} more: open in Fields`;

export function describeRow(row: InsideRow): string {
  if (row.kind === 'form') {
    const state = row.form.isOpen ? 'open' : 'closed';
    return `${row.form.titleLines.join(' ')}, ${row.form.about}, ${state}`;
  }
  if (row.kind === 'question') return `${row.question.textLines.join(' ')}, ${row.question.about}`;
  return moreWords(row.form);
}

/** What pressing a row does. */
export function pressRow(step: DiagramStep, row: InsideRow, actions: MapActions): void {
  if (row.kind === 'form') actions.onOpenForm?.(step.stepType, row.form.form);
  else if (row.kind === 'question') actions.onQuestion?.(row.question.form, row.question.question);
  else actions.onMoreQuestions?.(row.form.form);
}
