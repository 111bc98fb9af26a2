import { type CaseMoment, caseMachineOf, caseMoment, caseMomentAfter } from '#machine/case-machine.ts';
import { type CaseEvent, type CaseInput, findStep } from '#machine/case-values.ts';
import { shownQuestions } from '#machine/shown.ts';
import { stepDefinitions } from '#machine/step-definition.ts';
import type { AnswerValue } from '#machine/step-values.ts';
import { formId, nextActionId, questionCode, stepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { SOURCE_KINDS, type SourceKind } from '#model/words.ts';
import type { Question } from '#model/workspace.ts';

/** What is done about one step: begun or started, answered, recorded on screens, completed. */
export interface Work {
  readonly step: string;
  readonly on: string;
  /** The day of its completion; left out: the day it starts. `open`: it stays open. */
  readonly completed?: string;
  readonly source?: string;
  /** By `FORM/QUESTION`. */
  readonly answers?: Readonly<Record<string, AnswerValue>>;
  /** By `kind:ref`. */
  readonly screens?: Readonly<Record<string, AnswerValue>>;
  readonly add?: readonly string[];
  readonly take?: readonly string[];
  /** `open` leaves the step open. */
  readonly next: readonly string[] | 'open';
}

export const screen = (key: string): { readonly kind: SourceKind; readonly ref: string } => {
  const [kind = '', ref = ''] = key.split(/:(.*)/su);
  return { kind: SOURCE_KINDS.find((one) => one === kind) ?? 'person-field', ref };
};

export const heldAs = (person: Readonly<Record<string, AnswerValue>>): CaseInput['held'] =>
  Object.entries(person).map(([key, value]) => ({ ...screen(key), value }));

/** Plays a case step by step; what must be answered and is not said is answered with something that fits. */
export class Playing {
  moment: CaseMoment;
  private readonly index: WorkspaceIndex;
  private readonly machine;
  private readonly definitions;

  constructor(index: WorkspaceIndex, input: CaseInput) {
    this.index = index;
    this.machine = caseMachineOf(index);
    this.definitions = stepDefinitions(index);
    this.moment = caseMoment(this.machine, input);
  }

  send(event: CaseEvent): void {
    this.moment = caseMomentAfter(this.machine, this.moment, event);
    const last = this.moment.state.history.at(-1);
    if (last?.kind === 'refused') throw new Error(`${JSON.stringify(event)}: ${JSON.stringify(last.reasons)}`);
  }

  /** The key of the last step of a type. */
  key(stepType: string): string {
    return this.moment.state.steps.findLast((step) => step.stepType === stepType)?.key ?? '';
  }

  private fitting({ lookup, type }: Question, on: string): string {
    const answers = lookup === null ? [] : (this.index.answersOfLookup.get(lookup) ?? []);
    if (answers[0] !== undefined) return answers[0].answer;
    if (type === 'yes-no') return 'No';
    if (type === 'date' || type === 'date-time') return on;
    return type === 'number' ? '1' : 'text';
  }

  /** Begins or starts the step and does its work. */
  work({ step: stepType, on, completed = on, source = '', answers = {}, screens = {}, ...work }: Work): this {
    const waiting = this.moment.state.steps.find(
      (step) => step.stepType === stepType && (step.status === 'incoming' || step.status === 'started'),
    );
    if (waiting === undefined) this.send({ type: 'begin', stepType: stepTypeId(stepType), on, stepSource: source });
    else if (waiting.status === 'incoming') this.send({ type: 'start', step: waiting.key, on, stepSource: source });
    const step = waiting?.key ?? this.key(stepType);
    for (const form of work.add ?? []) this.send({ type: 'add-activity', step, form: formId(form), on });
    for (const [key, value] of Object.entries(screens)) this.send({ type: 'record', step, ...screen(key), value, on });
    for (const [key, value] of Object.entries(answers)) {
      const [form = '', question = ''] = key.split('/');
      this.send({ type: 'fill', step, form: formId(form), question: questionCode(question), value, on });
    }
    for (const action of work.take ?? []) this.send({ type: 'take', step, nextAction: nextActionId(action), on });
    if (work.next === 'open') return this;
    this.fillRequired(step, on);
    this.send({ type: 'complete', step, choose: work.next.map(nextActionId), on: completed });
    return this;
  }

  private fillRequired(key: string, on: string): void {
    for (;;) {
      const step = findStep(this.moment.state, key);
      const definition = step === undefined ? undefined : this.definitions.get(step.stepType);
      if (step === undefined || definition === undefined) return;
      const next = shownQuestions(definition, step).find(({ required, answer }) => required && answer === null);
      if (next === undefined) return;
      const { form, code } = next.question;
      this.send({
        type: 'fill',
        step: key,
        form,
        question: code,
        copy: next.copy,
        value: this.fitting(next.question, on),
        on,
      });
    }
  }
}
