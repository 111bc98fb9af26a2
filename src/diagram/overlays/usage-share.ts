import type { StepTypeId } from '#model/ids.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Count, Question, QuestionUsage } from '#model/workspace.ts';
import { percent } from './figures-in-words.ts';

/** Between which two numbers something lies: a count of 1 to 5 is held back, and is never zero. */
export interface Between {
  readonly low: number;
  readonly high: number;
}

const NOTHING: Between = { low: 0, high: 0 };

function betweenOf(count: Count): Between | null {
  if (count === null) return null;
  return count === '<6' ? { low: 1, high: 5 } : { low: count, high: count };
}

const add = (one: Between, other: Between): Between => ({ low: one.low + other.low, high: one.high + other.high });

/** How often the questions of a step were shown and answered, and of how many questions that is known. */
export interface StepUsage {
  readonly shown: Between;
  readonly answered: Between;
  readonly known: number;
  readonly questions: number;
}

/** The rows of a question that tell of a step: its own where there are some, otherwise those for all steps. */
function rowsFor(index: WorkspaceIndex, question: Question, step: StepTypeId): readonly QuestionUsage[] {
  const rows = index.usageOfQuestion.get(questionKey(question.form, question.code)) ?? [];
  if (rows.every((row) => row.stepType === null)) return rows;
  const own = rows.filter((row) => row.stepType === step);
  return own.length > 0 ? own : rows.filter((row) => row.stepType === null);
}

/** Adds up what is known of the questions of a step. A row without one of the two counts tells nothing of the share. */
export function usageOfStep(index: WorkspaceIndex, step: StepTypeId, questions: readonly Question[]): StepUsage {
  let [shown, answered, known] = [NOTHING, NOTHING, 0];
  for (const question of questions) {
    let isKnown = false;
    for (const row of rowsFor(index, question, step)) {
      const [of, part] = [betweenOf(row.shown), betweenOf(row.answered)];
      if (of === null || part === null || of.high === 0) continue;
      shown = add(shown, of);
      answered = add(answered, part);
      isKnown = true;
    }
    if (isKnown) known += 1;
  }
  return { shown, answered, known, questions: questions.length };
}

/** The share answered, 0 to 1; null where nothing is known to have been shown. */
export function answeredShare({ shown, answered }: StepUsage): Between | null {
  if (shown.high === 0) return null;
  return { low: answered.low / shown.high, high: Math.min(1, answered.high / Math.max(1, shown.low)) };
}

/** A share as one per cent, or as two where held back counts leave it open: "40–42%". */
export function describeShare({ low, high }: Between): string {
  const [from, to] = [percent(low), percent(high)];
  return from === to ? from : `${from.replace('%', '')}–${to}`;
}
