import type { Range } from '#model/figures.ts';
import type { FormId, QuestionCode, StepTypeId } from '#model/ids.ts';
import type { Count, Question, QuestionUsage } from '#model/workspace.ts';
import { NO_TIME, plus, times } from './seconds.ts';

/** What is assumed where the workspace says nothing. `time.md` says why. */
export const ASSUMED = {
  shownWhenConditional: 0.5,
  answeredWhenOptional: 0.5,
  optionalActivityUsed: 0.5,
  copies: 1,
} as const;

/** Answers to a question each time its form is filled in: P(shown) × P(answered) × copies. */
export interface Answers {
  readonly answers: Range;
  readonly from: 'usage' | 'rules';
  /** How often the question was shown each time the form was filled in; null where usage does not say. */
  readonly shown: number | null;
}

/** Usage of one form, seen from one step or (null) from all of them together. */
export interface FormEvidence {
  /** The rows of each question, in the order of the form's questions. */
  readonly rows: readonly (readonly QuestionUsage[])[];
  /** How often the form was filled in, in the time that the rows cover; null where the evidence does not show it. */
  readonly filled: number | null;
}

/** A count as a range; a suppressed one is from 1 to 5. */
export function countRange(count: Count): Range | null {
  if (count === null) return null;
  return count === '<6' ? { low: 1, usual: 3, high: 5 } : { low: count, usual: count, high: count };
}

function sumOf(rows: readonly QuestionUsage[], of: 'shown' | 'answered'): Range | null {
  let sum: Range | null = null;
  for (const row of rows) {
    const range = countRange(row[of]);
    if (range !== null) sum = sum === null ? range : plus(sum, range);
  }
  return sum;
}

const DAYS = 86_400_000;

/** The years that a row covers, its last day included; one where its dates are not said. */
export function yearsOf({ from, to }: QuestionUsage): number {
  const days = (Date.parse(to) - Date.parse(from)) / DAYS + 1;
  return Number.isFinite(days) && days > 0 ? days / 365 : 1;
}

/** Shown whenever the form is filled in, and once only: how often it was shown is how often the form was filled in. */
const showsEveryFilling = (question: Question): boolean =>
  !question.conditional && !question.perChild && question.collection === '';

/** Rows that name the step, or else those that name none; all of them without a step. */
function rowsFor(rows: readonly QuestionUsage[], step: StepTypeId | null): readonly QuestionUsage[] {
  if (rows.length < 2 || step === null) return rows;
  const own = rows.filter((row) => row.stepType === step);
  const general = rows.filter((row) => row.stepType === null);
  return own.length > 0 ? own : general.length > 0 ? general : rows;
}

const NO_ROWS: readonly QuestionUsage[] = [];

/** Usage by form, then by question. */
export type UsageByForm = ReadonlyMap<FormId, ReadonlyMap<QuestionCode, readonly QuestionUsage[]>>;

export function usageByForm(usage: readonly QuestionUsage[]): UsageByForm {
  const forms = new Map<FormId, Map<QuestionCode, QuestionUsage[]>>();
  for (const row of usage) {
    let form = forms.get(row.form);
    if (form === undefined) {
      form = new Map();
      forms.set(row.form, form);
    }
    const rows = form.get(row.question);
    if (rows === undefined) form.set(row.question, [row]);
    else rows.push(row);
  }
  return forms;
}

/** The usage of a form's questions, in one step or in all of them. */
export function formEvidence(
  usage: ReadonlyMap<QuestionCode, readonly QuestionUsage[]> | undefined,
  questions: readonly Question[],
  step: StepTypeId | null,
): FormEvidence {
  let filled = 0;
  const rows = questions.map((question) => {
    const own = rowsFor(usage?.get(question.code) ?? NO_ROWS, step);
    if (!showsEveryFilling(question)) return own;
    let shown = 0;
    for (const row of own) if (typeof row.shown === 'number') shown += row.shown;
    filled = Math.max(filled, shown);
    return own;
  });
  return { rows, filled: filled > 0 ? filled : null };
}

const exactly = (value: number): Range => ({ low: value, usual: value, high: value });

const byRules = (question: Question): { readonly shown: number; readonly answered: number } => ({
  shown: (question.conditional ? ASSUMED.shownWhenConditional : 1) * ASSUMED.copies,
  answered: question.mandatory ? 1 : ASSUMED.answeredWhenOptional,
});

const cappedShare = (part: number, whole: number): number => (whole <= 0 ? 0 : Math.min(1, part / whole));

/** Answered out of shown; suppressed counts widen the range, and nothing is answered more often than it is shown. */
function answeredShare(answered: Range, shown: Range): Range {
  return {
    low: cappedShare(answered.low, shown.high),
    usual: cappedShare(answered.usual, shown.usual),
    high: cappedShare(answered.high, shown.low),
  };
}

interface Counted {
  readonly shown: Range | null;
  readonly answered: Range | null;
}

/** Without knowing how often the form was filled in, the rules say how often a question is shown, and usage how often that is answered. */
function withoutFillings(question: Question, { shown, answered }: Counted): Answers {
  const rules = byRules(question);
  if (answered === null || shown === null || shown.high === 0)
    return { answers: exactly(rules.shown * rules.answered), from: 'rules', shown: null };
  return { answers: times(answeredShare(answered, shown), rules.shown), from: 'usage', shown: null };
}

function perFilling(question: Question, { shown, answered }: Counted, filled: number): Answers {
  const answers = answered ?? times(shown ?? NO_TIME, byRules(question).answered);
  return {
    answers: times(answers, 1 / filled),
    from: 'usage',
    shown: shown === null ? null : shown.usual / filled,
  };
}

/**
 * How often a question is answered each time its form is filled in. Usage counts every copy (each child, each row of a
 * table), so shown ÷ filled holds the copies already. `filled` is how often the form was filled in while that was counted.
 */
export function answersOf(question: Question, rows: readonly QuestionUsage[], filled: number | null): Answers {
  const [first, second] = rows;
  const isPlain = second === undefined && typeof first?.shown === 'number' && typeof first.answered === 'number';
  if (isPlain && filled !== null && filled > 0)
    return { answers: exactly(first.answered / filled), from: 'usage', shown: first.shown / filled };
  const counted = { shown: sumOf(rows, 'shown'), answered: sumOf(rows, 'answered') };
  const isSaid = counted.shown !== null || counted.answered !== null;
  return isSaid && filled !== null && filled > 0
    ? perFilling(question, counted, filled)
    : withoutFillings(question, counted);
}
