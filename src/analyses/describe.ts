import type { Item } from '#model/data-return.ts';
import type { Finding, FindingKind, Place } from '#model/finding.ts';
import { type FactId, type FormId, nextActionId, type QuestionCode, type StepTypeId } from '#model/ids.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { SourceKind } from '#model/words.ts';
import type { NextAction, Question, Source } from '#model/workspace.ts';

/** A finding's id: its kind and what it is about. A `|` inside a part is written `%7C`, so that ids can be taken apart. */
export function findingId(kind: FindingKind, ...parts: readonly string[]): string {
  let id: string = kind;
  for (const part of parts) id += `|${part.includes('|') ? part.replaceAll('|', '%7C') : part}`;
  return id;
}

/** A finding with the person's decision about it, if there is one. */
export function withDecision(index: WorkspaceIndex, finding: Omit<Finding, 'decision'>): Finding {
  const { id, kind, severity, certainty, fact, items, places, route, message } = finding;
  const review = index.reviews.size === 0 ? undefined : index.reviews.get(id);
  const decision =
    review === undefined ? null : { decision: review.decision, reason: review.reason, by: review.by, on: review.on };
  return { id, kind, severity, certainty, fact, items, places, route, message, decision };
}

export const describeStep = (index: WorkspaceIndex, id: StepTypeId): string => index.stepTypes.get(id)?.name || id;

export const describeFact = (index: WorkspaceIndex, id: FactId): string => index.facts.get(id)?.name || id;

export const describeForm = (index: WorkspaceIndex, id: FormId): string => index.forms.get(id)?.title || id;

export const describeItem = (item: Item): string => item.tag || item.id;

export const describeAction = (action: NextAction): string => `“${action.label || action.id}”`;

export const describeQuestion = (question: Pick<Question, 'text' | 'code'>): string =>
  `“${question.text || question.code}”`;

function describeQuestionSource(index: WorkspaceIndex, form: FormId, code: QuestionCode): string {
  const question = index.questions.get(questionKey(form, code));
  return `${describeQuestion(question ?? { text: '', code })} on ${describeForm(index, form)}`;
}

type Describing = (index: WorkspaceIndex, source: Source) => string;

const withRef =
  (name: string): Describing =>
  (_, source) =>
    source.ref === '' ? name : `${name} (${source.ref})`;

function describeNextActionSource(index: WorkspaceIndex, source: Source): string {
  const action = index.nextActions.get(nextActionId(source.ref));
  return `the next action ${action === undefined ? `“${source.ref}”` : describeAction(action)}`;
}

const DESCRIBING: Readonly<Record<SourceKind, Describing>> = {
  question: (index, source) =>
    source.form === null || source.question === null
      ? 'a question'
      : describeQuestionSource(index, source.form, source.question),
  'step-date': (_, source) => `the step’s own ${source.ref} date`,
  'next-action': describeNextActionSource,
  'step-path': () => 'the chain of linked steps',
  'step-source': () => 'the source chosen when the step began',
  'person-field': withRef('the person record'),
  'register-field': withRef('the register'),
  'legal-status': withRef('the legal status screen'),
  'service-user-group': withRef('the service user group'),
  calculated: () => 'a calculation of the return',
  generated: () => 'the return itself',
  outside: withRef('a place outside Mosaic'),
};

/** A recording place in words, such as `the step’s own started date` or `“Date of birth” on Contact record`. */
export const describeSource: Describing = (index, source) => DESCRIBING[source.kind](index, source);

/** A source as a finding's place. */
export function placeOfSource(source: Source, stepType: StepTypeId | null = source.stepType): Place {
  return {
    ...(stepType === null ? {} : { stepType }),
    ...(source.kind === 'next-action' ? { nextAction: source.ref } : {}),
    ...(source.form === null ? {} : { form: source.form }),
    ...(source.question === null ? {} : { question: source.question }),
  };
}

/** A list in a sentence, each thing once: `a`, `a and b`, `a, b and 3 more`. `beyond` are more that are not in the list. */
export function listInWords(all: readonly string[], most = 3, beyond = 0): string {
  const words = [...new Set(all)];
  const total = words.length + beyond;
  const shown = total > most ? [...words.slice(0, most - 1), `${total - most + 1} more`] : words;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}
