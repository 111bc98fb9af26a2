import type { QuestionCode } from '#model/ids.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Clause, Question } from '#model/workspace.ts';

/** Every clause that must hold for a question to be shown, those of the questions it hangs on included. */
function allClauses(index: WorkspaceIndex, question: Question, seen: Set<QuestionCode> = new Set()): readonly Clause[] {
  if (seen.has(question.code)) return [];
  seen.add(question.code);
  return question.shownIf.flatMap((clause) => {
    const parent = index.questions.get(questionKey(question.form, clause.question));
    return parent === undefined ? [clause] : [clause, ...allClauses(index, parent, seen)];
  });
}

/** True when two questions of one form can be shown at the same time: their conditions do not shut each other out. */
export function canShowTogether(index: WorkspaceIndex, one: Question, other: Question): boolean {
  const allowed = new Map<QuestionCode, ReadonlySet<string>>();
  for (const clause of [...allClauses(index, one), ...allClauses(index, other)]) {
    const controlling = index.questions.get(questionKey(one.form, clause.question));
    if (clause.kind === 'answered' || controlling?.type === 'multi-choice') continue;
    const before = allowed.get(clause.question);
    const answers = clause.answers.filter((answer) => before?.has(answer) ?? true);
    if (answers.length === 0) return false;
    allowed.set(clause.question, new Set(answers));
  }
  return true;
}
