import { type EntryRefusal, isEntryRefusal, type ScriptRefusal } from '#cases/script-refusal.ts';
import { count, nameOfStep } from '#diagram/describe-step.ts';
import { quoted } from '#diagram/thread/thread-words.ts';
import { assertNever } from '#model/assert.ts';
import type { FormId, QuestionCode } from '#model/ids.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import { describeRefusal } from './refusal-words.ts';

const nameOfQuestion = (index: WorkspaceIndex, form: FormId, code: QuestionCode): string =>
  quoted(index.questions.get(questionKey(form, code)) ?? { text: '', code });

function describeEntryRefusal(index: WorkspaceIndex, refusal: EntryRefusal): string {
  switch (refusal.kind) {
    case 'nothing-open':
      return `No step “${nameOfStep(index, refusal.stepType)}” is open or has come in at this point of the script, and no case may begin with it.`;
    case 'no-such-number':
      return `“which” asks for step ${refusal.which} of the type “${nameOfStep(index, refusal.stepType)}”, and the case has ${refusal.there === 0 ? 'none' : refusal.there}.`;
    case 'not-in-table':
      return `${nameOfQuestion(index, refusal.form, refusal.question)} does not stand in the repeating table “${refusal.table}”.`;
    case 'not-per-child':
      return `${nameOfQuestion(index, refusal.form, refusal.question)} is not asked per child: put its answer into “answers”.`;
    case 'no-such-sibling':
      return `Answers are given for ${count(refusal.number, 'brother or sister', 'brothers and sisters')}, and the step is about ${refusal.there === 0 ? 'none' : refusal.there}.`;
    default:
      return assertNever(refusal);
  }
}

/** Why an entry of a script cannot be played, as a sentence. */
export const describeScriptRefusal = (index: WorkspaceIndex, refusal: ScriptRefusal): string =>
  isEntryRefusal(refusal) ? describeEntryRefusal(index, refusal) : describeRefusal(index, refusal);
