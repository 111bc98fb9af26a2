import { describeRules, describeTarget } from '#diagram/describe-next-action.ts';
import { clockLength, count, describeForms, formsOfStep } from '#diagram/describe-step.ts';
import { laneOf, orderSteps } from '#diagram/order-steps.ts';
import type { FormId, StepTypeId } from '#model/ids.ts';
import { groupBy, questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { NextAction, Question, StepForm, StepType } from '#model/workspace.ts';
import type { OutlineNode } from './outline-row.ts';

const NOTHING = (): readonly OutlineNode[] => [];

/** Works a list out when it is first asked for, and keeps it. */
function later(work: () => readonly OutlineNode[]): OutlineNode['children'] {
  let made: readonly OutlineNode[] | null = null;
  return () => {
    made ??= work();
    return made;
  };
}

/** Keys of lines; a step stands in one lane only, so that its way needs no lane. */
export const laneKey = (lane: string): string => `lane ${lane}`;
export const stepKey = (step: StepTypeId): string => `step ${step}`;
export const actionKey = (action: NextAction): string => `action ${action.id}`;
export const formKey = (step: StepTypeId, form: FormId): string => `form ${step}/${form}`;

function questionNode(step: StepTypeId, question: Question): OutlineNode {
  const { form, code, text, type, mandatory, entry } = question;
  const key = questionKey(form, code);
  const details = [code, type.replaceAll('-', ' '), mandatory ? 'mandatory' : '', entry === 'typed' ? '' : entry];
  return {
    key: `question ${step}/${key}`,
    thing: { kind: 'question', step, form, question: key },
    words: text || code,
    detail: details.filter((part) => part !== '').join(' · '),
    children: NOTHING,
    isOpenable: false,
  };
}

/** The sections of a form; questions without a section stand below the form itself. */
function insideForm(index: WorkspaceIndex, step: StepTypeId, form: FormId): readonly OutlineNode[] {
  const sections = groupBy(index.questionsOfForm.get(form) ?? [], (question) => question.section);
  return [...sections].flatMap(([section, questions]): readonly OutlineNode[] => {
    if (section === '') return questions.map((question) => questionNode(step, question));
    return [
      {
        key: `section ${step}/${form}/${section}`,
        thing: { kind: 'section', step, form, section },
        words: section,
        detail: countQuestions(questions.length),
        children: later(() => questions.map((question) => questionNode(step, question))),
        isOpenable: true,
      },
    ];
  });
}

/** Numbers below a thousand need no comma, and asking for one takes long where it is asked thousands of times. */
const countQuestions = (number: number): string =>
  number < 1000 ? `${number} ${number === 1 ? 'question' : 'questions'}` : count(number, 'question');

const texts = new WeakMap<readonly Question[], string>();

/** Everything that the questions of a form say, worked out once for them. */
function saidIn(questions: readonly Question[]): string {
  const known =
    texts.get(questions) ??
    questions
      .map(({ text, code, section, type, entry }) => `${text} ${code} ${section} ${type.replaceAll('-', ' ')} ${entry}`)
      .join('\n')
      .toLowerCase();
  texts.set(questions, known);
  return known;
}

function formNode(index: WorkspaceIndex, { stepType, form, kind, mandatory }: StepForm): OutlineNode {
  const questions = index.questionsOfForm.get(form) ?? [];
  const own = `mandatory question section ${stepType}/${form}/`.toLowerCase();
  const details = [kind === 'form' ? '' : kind, countQuestions(questions.length), mandatory ? '' : 'optional'];
  return {
    key: formKey(stepType, form),
    thing: { kind: 'form', step: stepType, form },
    words: index.forms.get(form)?.title || form,
    detail: details.filter((part) => part !== '').join(' · '),
    children: later(() => insideForm(index, stepType, form)),
    isOpenable: questions.length > 0,
    mayHold: (word) => own.includes(word) || saidIn(questions).includes(word),
  };
}

function actionNode(index: WorkspaceIndex, action: NextAction): OutlineNode {
  const { id, label, from, to } = action;
  const target = describeTarget(index, action);
  return {
    key: actionKey(action),
    thing: { kind: 'next-action', step: from, nextAction: id, to: to.kind === 'step' ? to.stepType : null },
    words: `${label || id} → ${target}`,
    detail: describeRules(index, action).join('; '),
    children: NOTHING,
    isOpenable: false,
  };
}

function stepNode(index: WorkspaceIndex, step: StepType): OutlineNode {
  const forms = index.formsOfStep.get(step.id) ?? [];
  const actions = index.nextActionsFrom.get(step.id) ?? [];
  const details = [
    describeForms(formsOfStep(index, step.id)),
    step.clock === null ? '' : clockLength(step.clock),
    step.mayStart ? 'work may start here' : '',
  ];
  return {
    key: stepKey(step.id),
    thing: { kind: 'step', step: step.id },
    words: step.name || step.id,
    detail: details.filter((part) => part !== '').join(' · '),
    children: later(() => [
      ...actions.map((action) => actionNode(index, action)),
      ...forms.map((activity) => formNode(index, activity)),
    ]),
    isOpenable: actions.length + forms.length > 0,
  };
}

/** The lanes of the map, with everything that can be opened below them. `only` leaves other steps out. */
export function outlineNodes(
  index: WorkspaceIndex,
  only: ReadonlySet<StepTypeId> | null = null,
): readonly OutlineNode[] {
  const lanes = orderSteps(index.workspace.stepTypes, index.workspace.nextActions);
  return [...lanes].flatMap(([lane, steps]): readonly OutlineNode[] => {
    const shown = only === null ? steps : steps.filter((step) => only.has(step.id));
    if (shown.length === 0) return [];
    return [
      {
        key: laneKey(lane),
        thing: { kind: 'lane', lane },
        words: lane,
        detail: count(shown.length, 'step'),
        children: later(() => shown.map((step) => stepNode(index, step))),
        isOpenable: true,
      },
    ];
  });
}

/** Everything above a thing that has to be open for it to be seen. */
export function keysAbove(index: WorkspaceIndex, step: StepTypeId, question: string | null = null): readonly string[] {
  const standing = index.stepTypes.get(step);
  const lane = standing === undefined ? [] : [laneKey(laneOf(standing))];
  const asked = question === null ? undefined : index.questions.get(question);
  if (asked === undefined) return lane;
  const section = asked.section === '' ? [] : [`section ${step}/${asked.form}/${asked.section}`];
  return [...lane, stepKey(step), formKey(step, asked.form), ...section];
}
