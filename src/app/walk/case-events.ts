import type { WalkEvent } from '#cases/played-case.ts';
import type { AnswerValue } from '#machine/step-values.ts';
import type { FieldTarget } from '#walk/field-view.ts';

/** Starts a step on a day; the case's date is moved there first where the day is still to come. */
export function startEvents(step: string, day: string, today: string, stepSource: string): readonly WalkEvent[] {
  const start: WalkEvent = { type: 'start', step, on: day, stepSource };
  return day > today ? [{ type: 'date', on: day }, start] : [start];
}

/** An answer to a field of a step, on a day. */
export function answerEvent(step: string, on: string, target: FieldTarget, value: AnswerValue): WalkEvent {
  if (target.kind === 'screen') return { type: 'record', step, on, kind: target.screen, ref: target.ref, value };
  const { form, question, copy } = target;
  return { type: 'fill', step, on, form, question, value, ...(copy === 0 ? {} : { copy }) };
}
