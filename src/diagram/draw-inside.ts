import type { FormId, StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { Question, StepForm } from '#model/workspace.ts';
import { count } from './describe-step.ts';
import type { DiagramForm, DiagramQuestion } from './diagram.ts';
import { INSIDE } from './lettering.ts';
import { wrapText } from './measure-text.ts';

const TEXT_WIDTH = INSIDE.width - 2 * INSIDE.paddingX - INSIDE.signWidth;

function drawQuestion(question: Question): DiagramQuestion {
  const about = [question.code, question.type.replaceAll('-', ' '), ...(question.mandatory ? ['mandatory'] : [])];
  return {
    form: question.form,
    question: question.code,
    textLines: wrapText(question.text || question.code, TEXT_WIDTH, INSIDE.text, INSIDE.mostTextLines),
    about: about.join(' · '),
  };
}

function drawForm(index: WorkspaceIndex, activity: StepForm, isOpen: boolean): DiagramForm {
  const questions = index.questionsOfForm.get(activity.form) ?? [];
  const shown = isOpen ? questions.slice(0, INSIDE.mostQuestions) : [];
  const title = index.forms.get(activity.form)?.title || activity.form;
  return {
    form: activity.form,
    titleLines: wrapText(title, TEXT_WIDTH, INSIDE.title, INSIDE.mostTitleLines),
    about: `${activity.mandatory ? 'Mandatory' : 'Optional'} ${activity.kind} · ${count(questions.length, 'question')}`,
    isOpen,
    questions: shown.map(drawQuestion),
    more: isOpen ? questions.length - shown.length : 0,
  };
}

/** What is inside an open step: its forms, and the questions of those that are open too. */
export const drawInside = (
  index: WorkspaceIndex,
  stepType: StepTypeId,
  open: ReadonlySet<FormId>,
): readonly DiagramForm[] =>
  (index.formsOfStep.get(stepType) ?? []).map((activity) => drawForm(index, activity, open.has(activity.form)));

/** The height of a form's own row, without its questions. */
export const heightOfFormRow = (form: DiagramForm): number =>
  form.titleLines.length * INSIDE.titleLineHeight + INSIDE.aboutHeight + 2 * INSIDE.formPaddingY;

export const heightOfQuestionRow = (question: DiagramQuestion): number =>
  question.textLines.length * INSIDE.textLineHeight + INSIDE.aboutHeight + 2 * INSIDE.questionPaddingY;

function heightOfForm(form: DiagramForm): number {
  const questions = form.questions.reduce((sum, question) => sum + heightOfQuestionRow(question), 0);
  return heightOfFormRow(form) + questions + (form.more > 0 ? INSIDE.moreHeight : 0);
}

/** The room that the forms of an open step take. */
export const heightOfInside = (forms: readonly DiagramForm[]): number =>
  forms.reduce((sum, form) => sum + heightOfForm(form), 0) + (forms.length === 0 ? 0 : INSIDE.gapBelow);
