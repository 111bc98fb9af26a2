import type { StepDefinition } from '#machine/step-definition.ts';
import { type AnswerValue, type StepEvent, screenKey } from '#machine/step-values.ts';
import { assertNever } from '#model/assert.ts';
import type { ScriptAnswers, ScriptWork } from './case-script.ts';
import type { WalkEvent } from './played-case.ts';

/** What may be done in a step. */
export type StepWork = Exclude<WalkEvent, { readonly type: 'date' }>;
type Fill = Extract<StepEvent, { readonly type: 'fill' }>;
type Recorded = Extract<StepEvent, { readonly type: 'fill' | 'record' | 'add-activity' }>;

type Named<Value> = Readonly<Record<string, Value>> | undefined;

const put = <Value>(record: Named<Value>, key: string, value: Value): Readonly<Record<string, Value>> =>
  Object.fromEntries([...Object.entries(record ?? {}).filter(([other]) => other !== key), [key, value]]);

const own = <Value>(record: Named<Value>, key: string): Value | undefined =>
  record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;

/** A list of rows or children with the answer in its place; places before it that have none are empty. */
const putInList = (
  list: readonly ScriptAnswers[] | undefined,
  at: number,
  { question, value }: Fill,
): readonly ScriptAnswers[] =>
  Array.from({ length: Math.max(list?.length ?? 0, at + 1) }, (_, place) =>
    place === at ? put<AnswerValue>(list?.[place], question, value) : (list?.[place] ?? {}),
  );

function withAnswer(definition: StepDefinition | undefined, work: ScriptWork, event: Fill): ScriptWork {
  const { form, question, copy = 0, value } = event;
  if (copy === 0) return { ...work, answers: put(work.answers, form, put(own(work.answers, form), question, value)) };
  const asked = definition?.activities
    .find(({ activity }) => activity.form === form)
    ?.questions.find(({ code }) => code === question);
  if (asked === undefined || asked.perChild)
    return { ...work, siblings: put(work.siblings, form, putInList(own(work.siblings, form), copy - 1, event)) };
  const tables = own(work.rows, form);
  const rows = putInList(own(tables, asked.collection), copy - 1, event);
  return { ...work, rows: put(work.rows, form, put(tables, asked.collection, rows)) };
}

function withRecorded(definition: StepDefinition | undefined, work: ScriptWork, event: Recorded): ScriptWork {
  switch (event.type) {
    case 'fill':
      return withAnswer(definition, work, event);
    case 'record':
      return { ...work, screens: put(work.screens, screenKey(event.kind, event.ref), event.value) };
    case 'add-activity':
      return { ...work, add: [...(work.add ?? []), event.form] };
    default:
      return assertNever(event);
  }
}

const withSource = (work: ScriptWork, source: string): ScriptWork => (source === '' ? work : { ...work, source });

const withEnd = (work: ScriptWork, completed: string, next: readonly string[]): ScriptWork => ({
  ...work,
  completed,
  ...(next.length === 0 ? {} : { next }),
});

/** An entry with one thing more done in its step. */
export function withDone(definition: StepDefinition | undefined, work: ScriptWork, event: StepWork): ScriptWork {
  switch (event.type) {
    case 'begin':
    case 'start':
      return withSource(work, event.stepSource ?? '');
    case 'reopen':
      return { ...work, reopened: event.reason };
    case 'take':
      return { ...work, take: [...(work.take ?? []), event.nextAction] };
    case 'complete':
      return withEnd(work, event.on, event.choose);
    case 'cancel':
      return { ...work, cancelled: event.reason };
    case 'fill':
    case 'record':
    case 'add-activity':
      return withRecorded(definition, work, event);
    default:
      return assertNever(event);
  }
}
