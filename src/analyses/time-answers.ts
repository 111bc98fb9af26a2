import type { Range } from '#model/figures.ts';
import type { FormId, StepTypeId } from '#model/ids.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Count, Question, QuestionUsage } from '#model/workspace.ts';
import { NO_TIME, plus } from './seconds.ts';

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
  readonly rowsOf: (question: Question) => readonly QuestionUsage[];
  /** How often the form was filled in, in the time that the rows cover; null where the evidence does not show it. */
  readonly filled: number | null;
}

/** A count as a range; a suppressed one is from 1 to 5. */
export function countRange(count: Count): Range | null {
  if (count === null) return null;
  return count === '<6' ? { low: 1, usual: 3, high: 5 } : { low: count, usual: count, high: count };
}

function sumOf(rows: readonly QuestionUsage[], of: 'shown' | 'answered'): Range | null {
  const ranges = rows.flatMap((row) => countRange(row[of]) ?? []);
  return ranges.length === 0 ? null : ranges.reduce(plus, NO_TIME);
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

/** The usage of a form in one step: rows that name the step, or else those that name none; all of them without a step. */
export function formEvidence(index: WorkspaceIndex, form: FormId, step: StepTypeId | null): FormEvidence {
  const rowsOf = (question: Question): readonly QuestionUsage[] => {
    const rows = index.usageOfQuestion.get(questionKey(form, question.code)) ?? [];
    if (rows.length < 2 || step === null) return rows;
    const own = rows.filter((row) => row.stepType === step);
    const general = rows.filter((row) => row.stepType === null);
    return own.length > 0 ? own : general.length > 0 ? general : rows;
  };
  let filled = 0;
  for (const question of index.questionsOfForm.get(form) ?? []) {
    if (!showsEveryFilling(question)) continue;
    const shown = rowsOf(question).reduce((sum, row) => sum + (typeof row.shown === 'number' ? row.shown : 0), 0);
    filled = Math.max(filled, shown);
  }
  return { rowsOf, filled: filled > 0 ? filled : null };
}

const shares = (counts: Range, of: number): Range => ({
  low: counts.low / of,
  usual: counts.usual / of,
  high: counts.high / of,
});

const exactly = (value: number): Range => ({ low: value, usual: value, high: value });

const byRules = (question: Question): { readonly shown: number; readonly answered: number } => ({
  shown: (question.conditional ? ASSUMED.shownWhenConditional : 1) * ASSUMED.copies,
  answered: question.mandatory ? 1 : ASSUMED.answeredWhenOptional,
});

/** Answered out of shown; suppressed counts widen the range, and nothing is answered more often than it is shown. */
function answeredShare(answered: Range, shown: Range): Range {
  const share = (part: number, whole: number): number => (whole <= 0 ? 0 : Math.min(1, part / whole));
  return {
    low: share(answered.low, shown.high),
    usual: share(answered.usual, shown.usual),
    high: share(answered.high, shown.low),
  };
}

const multiply = (a: Range, b: Range): Range => ({
  low: a.low * b.low,
  usual: a.usual * b.usual,
  high: a.high * b.high,
});

const isNothing = (range: Range | null): boolean => range === null || range.high === 0;

/**
 * How often a question is answered each time its form is filled in. Usage counts every copy (each child, each row of a
 * table), so shown ÷ filled holds the copies already. `filled` is how often the form was filled in while that was counted.
 */
export function answersOf(question: Question, rows: readonly QuestionUsage[], filled: number | null): Answers {
  const shown = sumOf(rows, 'shown');
  const answered = sumOf(rows, 'answered');
  const rules = byRules(question);
  if ((shown === null && answered === null) || (isNothing(shown) && filled === null))
    return { answers: exactly(rules.shown * rules.answered), from: 'rules', shown: null };
  if (filled === null || filled <= 0) {
    const share = answered === null || shown === null ? exactly(rules.answered) : answeredShare(answered, shown);
    return { answers: multiply(exactly(rules.shown), share), from: answered === null ? 'rules' : 'usage', shown: null };
  }
  const shownEach = shown === null ? null : shares(shown, filled).usual;
  if (answered !== null) return { answers: shares(answered, filled), from: 'usage', shown: shownEach };
  return {
    answers: multiply(shares(shown ?? NO_TIME, filled), exactly(rules.answered)),
    from: 'usage',
    shown: shownEach,
  };
}
