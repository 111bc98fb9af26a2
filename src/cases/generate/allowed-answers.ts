import { isIsoDate } from '#model/dates.ts';
import type { FormId, QuestionCode } from '#model/ids.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Clause, Question } from '#model/workspace.ts';

/** Stands among the answers of a question without a list for any text that no condition and no rule names. */
export const ANY = '';

/** What may be answered to one question so that a step goes as it was planned. */
export interface Allowed {
  /** Those of its list, or those that something names and `ANY`. */
  readonly answers: readonly string[];
  readonly mayBeEmpty: boolean;
  /** Where several may be chosen: one of each of these must be. */
  readonly oneOfEach: readonly (readonly string[])[];
}

/** What is allowed for the questions that the plan says something about, by `form/user code`. */
export type Sheet = ReadonlyMap<string, Allowed>;

/** The forms of a workspace, and what their questions may be answered. */
export interface Forms {
  readonly find: (form: FormId, code: QuestionCode) => Question | undefined;
  /** What a sheet allows; where it says nothing, whatever the question itself does. */
  readonly allowed: (sheet: Sheet, question: Question) => Allowed;
}

/** Completion waits for it where it is shown. */
const isRequired = (question: Question): boolean =>
  question.mandatory && !(question.conditional && question.shownIf.length === 0);

function fits(type: Question['type'], text: string): boolean {
  if (type === 'date' || type === 'date-time') return isIsoDate(text);
  return type === 'number' ? /^-?\d+(?:\.\d+)?$/u.test(text) : true;
}

/** The answers that conditions and rules on next actions name, by question. */
function namedAnswers({ workspace }: WorkspaceIndex): ReadonlyMap<string, ReadonlySet<string>> {
  const named = new Map<string, Set<string>>();
  const add = (form: FormId, code: QuestionCode, answers: readonly string[]): void => {
    const key = questionKey(form, code);
    const known = named.get(key) ?? new Set<string>();
    named.set(key, known);
    for (const answer of answers) known.add(answer);
  };
  for (const { form, shownIf } of workspace.questions)
    for (const clause of shownIf) if (clause.kind === 'one-of') add(form, clause.question, clause.answers);
  for (const { rules } of workspace.nextActions)
    for (const rule of rules) if (rule.kind === 'mandatory-if') add(rule.form, rule.question, [rule.answer]);
  return named;
}

/** The answers that a question offers, or null where it takes any text of its type. */
export function offeredAnswers(index: WorkspaceIndex, { type, lookup }: Question): readonly string[] | null {
  if (type === 'yes-no') return ['Yes', 'No'];
  const listed = lookup === null ? [] : (index.answersOfLookup.get(lookup) ?? []);
  return listed.length === 0 ? null : listed.map(({ answer }) => answer);
}

export function formsOf(index: WorkspaceIndex): Forms {
  const named = namedAnswers(index);
  const known = new Map<string, Allowed>();
  const whatItTakes = (question: Question): Allowed => {
    const key = questionKey(question.form, question.code);
    const found = known.get(key);
    if (found !== undefined) return found;
    const free = [...(named.get(key) ?? [])].filter((text) => text.trim() !== '' && fits(question.type, text));
    const answers = offeredAnswers(index, question) ?? [...free, ANY];
    const allowed = { answers, mayBeEmpty: !isRequired(question), oneOfEach: [] };
    known.set(key, allowed);
    return allowed;
  };
  return {
    find: (form, code) => index.questions.get(questionKey(form, code)),
    allowed: (sheet, question) => sheet.get(questionKey(question.form, question.code)) ?? whatItTakes(question),
  };
}

const isPossible = ({ answers, mayBeEmpty, oneOfEach }: Allowed): boolean =>
  (answers.length > 0 || mayBeEmpty) && oneOfEach.every((some) => some.length > 0);

function withAllowed(sheet: Sheet, question: Question, allowed: Allowed): Sheet | null {
  return isPossible(allowed) ? new Map(sheet).set(questionKey(question.form, question.code), allowed) : null;
}

/** The sheet on which a question is answered, by one of some answers where any are given; null where none allows it. */
function answering(forms: Forms, sheet: Sheet, question: Question, answers: readonly string[] | null): Sheet | null {
  const before = forms.allowed(sheet, question);
  const kept = answers === null ? before.answers : before.answers.filter((answer) => answers.includes(answer));
  if (kept.length === 0) return null;
  return question.type === 'multi-choice' && answers !== null
    ? withAllowed(sheet, question, { ...before, mayBeEmpty: false, oneOfEach: [...before.oneOfEach, kept] })
    : withAllowed(sheet, question, { ...before, mayBeEmpty: false, answers: kept });
}

/**
 * The sheet on which a question is shown: what controls it is shown too, and answered so that each clause holds. Null
 * where no answers do that.
 */
function showing(forms: Forms, sheet: Sheet, question: Question, above: readonly Question[] = []): Sheet | null {
  if (above.includes(question)) return null;
  let next: Sheet | null = sheet;
  for (const clause of question.shownIf) {
    const controlling = forms.find(question.form, clause.question);
    if (controlling === undefined || next === null) return null;
    next = showing(forms, next, controlling, [...above, question]);
    next &&= answering(forms, next, controlling, clause.kind === 'one-of' ? clause.answers : null);
  }
  return next;
}

/** The sheet on which a question is shown, and one answer given; null where that cannot be. */
export function showingAnswer(forms: Forms, sheet: Sheet, question: Question, answer: string): Sheet | null {
  const shown = showing(forms, sheet, question);
  return shown && answering(forms, shown, question, [answer]);
}

/** The sheet on which a question is shown and answered; null where that cannot be. */
export function showingAnswered(forms: Forms, sheet: Sheet, question: Question): Sheet | null {
  const shown = showing(forms, sheet, question);
  return shown && answering(forms, shown, question, null);
}

function without(forms: Forms, sheet: Sheet, question: Question, answers: readonly string[] | null): Sheet | null {
  const before = forms.allowed(sheet, question);
  const keep = (some: readonly string[]): readonly string[] =>
    answers === null ? [] : some.filter((answer) => !answers.includes(answer));
  return withAllowed(sheet, question, {
    answers: keep(before.answers),
    mayBeEmpty: before.mayBeEmpty,
    oneOfEach: before.oneOfEach.map(keep),
  });
}

/** The sheet on which a question is not shown: one of its clauses does not hold. */
function hiding(forms: Forms, sheet: Sheet, question: Question, above: readonly Question[]): Sheet | null {
  if (above.includes(question)) return sheet;
  for (const clause of question.shownIf) {
    const controlling = forms.find(question.form, clause.question);
    if (controlling === undefined) return sheet;
    const hidden =
      without(forms, sheet, controlling, answersOf(clause)) ?? hiding(forms, sheet, controlling, [...above, question]);
    if (hidden !== null) return hidden;
  }
  return null;
}

const answersOf = (clause: Clause): readonly string[] | null => (clause.kind === 'one-of' ? clause.answers : null);

/** The sheet on which an answer is not given: another is, or the question is not shown. Null where it cannot be avoided. */
export const avoiding = (forms: Forms, sheet: Sheet, question: Question, answer: string): Sheet | null =>
  without(forms, sheet, question, [answer]) ?? hiding(forms, sheet, question, []);
