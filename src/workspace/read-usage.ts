import { formId, questionCode, stepTypeId } from '#model/ids.ts';
import { questionKey } from '#model/index-workspace.ts';
import { QUESTION_TYPES } from '#model/words.ts';
import type { QuestionUsage, Timing } from '#model/workspace.ts';
import type { Line } from './line.ts';
import * as cell from './line.ts';
import { keyedLines, type Names, referOf } from './names.ts';
import { quoted } from './problems.ts';
import { describeMissing, type QuestionIndex, type QuestionName } from './question-index.ts';

/** The question that a row is about; undefined, and said, where there is no such question. */
function questionNameOf(line: Line, questions: QuestionIndex): QuestionName | undefined {
  const form = formId(cell.keyOf(line, 'form'));
  const question = questionCode(cell.keyOf(line, 'question'));
  if (questions.byKey.has(questionKey(form, question))) return { form, question };
  const missing = describeMissing(line, questions, form, question);
  cell.errorAt(line, 'question', `The row names the question ${quoted(question)}, ${missing}`);
  return undefined;
}

function warnOdd(line: Line, usage: QuestionUsage): void {
  const { from, to, shown, answered } = usage;
  if (from !== '' && to !== '' && from > to) {
    cell.warnAt(
      line,
      'to',
      `The period ends on ${to}, before it begins on ${from}. Put the two dates the right way round.`,
    );
  }
  if (typeof shown === 'number' && typeof answered === 'number' && answered > shown) {
    cell.warnAt(
      line,
      'answered',
      `The question was answered ${answered} times and shown ${shown} times. Look at where the counts come from.`,
    );
  }
}

function usageOf(line: Line, steps: Names, questions: QuestionIndex): readonly QuestionUsage[] {
  const name = questionNameOf(line, questions);
  const step = referOf(line, 'step_type', steps);
  if (name === undefined || step === undefined) return [];
  const usage = {
    form: name.form,
    question: name.question,
    stepType: step === null ? null : stepTypeId(step),
    from: cell.dateOf(line, 'from'),
    to: cell.dateOf(line, 'to'),
    shown: cell.countOf(line, 'shown'),
    answered: cell.countOf(line, 'answered'),
    distinct: cell.countOf(line, 'distinct'),
    topShare: cell.shareOf(line, 'top_share'),
    avgChars: cell.amountOf(line, 'avg_chars'),
    compared: cell.countOf(line, 'compared'),
    unchanged: cell.countOf(line, 'unchanged'),
    notHelpful: cell.wholeOf(line, 'not_helpful'),
    hardToAnswer: cell.wholeOf(line, 'hard_to_answer'),
    helpful: cell.wholeOf(line, 'helpful'),
    dataUserNeeds: cell.wholeOf(line, 'data_user_needs'),
    at: line.at,
  };
  warnOdd(line, usage);
  return [usage];
}

/** Reads aggregate evidence of how questions are used. */
export const readUsage = (lines: readonly Line[], steps: Names, questions: QuestionIndex): readonly QuestionUsage[] =>
  keyedLines(lines, ['form', 'question', 'step_type', 'from', 'to'], ['step_type', 'from', 'to']).flatMap(({ line }) =>
    usageOf(line, steps, questions),
  );

/** What a timing is of: a type, or a question; undefined, and said, where it is neither or both. */
function timedOf(line: Line, questions: QuestionIndex): Pick<Timing, 'type' | 'form' | 'question'> | undefined {
  const hasType = cell.keyOf(line, 'type') !== '';
  const hasQuestion = cell.keyOf(line, 'form') !== '' || cell.keyOf(line, 'question') !== '';
  if (hasType === hasQuestion) {
    const says = hasType ? 'both a type and a question' : 'neither a type nor a question';
    cell.errorAt(
      line,
      'type',
      `The timing names ${says}, so its row was left out. Write a type, or a form and a question.`,
    );
    return undefined;
  }
  if (hasQuestion) {
    const name = questionNameOf(line, questions);
    return name === undefined ? undefined : { type: null, ...name };
  }
  const type = cell.wordOf(line, 'type', QUESTION_TYPES, undefined);
  return type === undefined ? undefined : { type, form: null, question: null };
}

function timingOf(line: Line, questions: QuestionIndex): readonly Timing[] {
  const timed = timedOf(line, questions);
  const low = cell.neededNumberOf(line, 'low');
  const usual = cell.neededNumberOf(line, 'usual');
  const high = cell.neededNumberOf(line, 'high');
  const measured = cell.wholeOf(line, 'measured');
  if (timed === undefined || low === null || usual === null || high === null) return [];
  if (low < 0 || low > usual || usual > high) {
    cell.errorAt(
      line,
      'usual',
      `The seconds ${low}, ${usual}, ${high} do not rise from low over usual to high, so the row was left out. Put them in order.`,
    );
    return [];
  }
  return [{ ...timed, low, usual, high, measured, source: cell.textOf(line, 'source'), at: line.at }];
}

/** Reads measured seconds. */
export const readTimings = (lines: readonly Line[], questions: QuestionIndex): readonly Timing[] =>
  keyedLines(lines, ['type', 'form', 'question'], ['type', 'form', 'question']).flatMap(({ line }) =>
    timingOf(line, questions),
  );
