import type { WalkEvent } from '#cases/played-case.ts';
import { nameOfStep } from '#diagram/describe-step.ts';
import { listOf, longDate, quoted } from '#diagram/thread/thread-words.ts';
import { type CaseState, findStep } from '#machine/case-values.ts';
import { type AnswerValue, isEmpty, type StepEvent, textsOf } from '#machine/step-values.ts';
import { assertNever } from '#model/assert.ts';
import { isIsoDate } from '#model/dates.ts';
import type { FormId, NextActionId } from '#model/ids.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { SourceKind } from '#model/words.ts';
import { stepNames } from './step-names.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** `2026-07-14` as `Tuesday 14 July 2026`; anything else as it is. */
export function describeDay(iso: string): string {
  if (!isIsoDate(iso)) return iso;
  return `${WEEKDAYS[new Date(`${iso.slice(0, 10)}T00:00:00Z`).getUTCDay()] ?? ''} ${longDate(iso.slice(0, 10))}`;
}

/** `2026-07-14` as `14 July 2026`, with its time where it has one; anything else as it is. */
function describeText(text: string): string {
  if (!isIsoDate(text)) return text;
  const day = longDate(text.slice(0, 10));
  return text.length === 10 ? day : `${day}, ${text.slice(11, 16)}`;
}

/** An answer as a sentence has it: dates in words, several joined. */
export const describeAnswer = (value: AnswerValue): string => listOf(textsOf(value).map(describeText));

const SCREENS: Readonly<Partial<Record<SourceKind, string>>> = {
  'person-field': 'Person record',
  'register-field': 'Register',
  'legal-status': 'Legal status',
  'service-user-group': 'Service user group',
};

/** A screen outside forms and the field on it: "Register, CATEGORY". */
export const describeScreen = (kind: SourceKind, ref: string): string =>
  `${SCREENS[kind] ?? kind.replaceAll('-', ' ')}${ref === '' ? '' : `, ${ref}`}`;

const nameOfStepIn = (index: WorkspaceIndex, state: CaseState, key: string): string =>
  stepNames(index, state).get(key) ?? key;

const formName = (index: WorkspaceIndex, form: FormId): string => index.forms.get(form)?.title || form;

const actionName = (index: WorkspaceIndex, id: NextActionId): string => `“${index.nextActions.get(id)?.label || id}”`;

const withSource = (source: string | undefined): string =>
  source === undefined || source === '' ? '' : `, source “${source}”`;

type Fill = Extract<StepEvent, { readonly type: 'fill' }>;

function describeFill(index: WorkspaceIndex, state: CaseState, event: Fill): string {
  const { form, question: code, copy = 0, step } = event;
  const question = index.questions.get(questionKey(form, code));
  const children = ['', ...(state.input.siblings ?? [])];
  const isChild = question?.perChild === true && findStep(state, step) !== undefined;
  const which = copy === 0 ? '' : isChild ? `, ${children[copy] ?? `child ${copy + 1}`}` : `, row ${copy + 1}`;
  const asked = `${quoted(question ?? { text: '', code })}${which}`;
  return isEmpty(event.value) ? `${asked}: answer taken back` : `${asked}: ${describeAnswer(event.value)}`;
}

function describeComplete(index: WorkspaceIndex, name: string, choose: readonly NextActionId[]): string {
  const chosen = listOf(choose.map((id) => actionName(index, id)));
  return chosen === '' ? `${name} completed` : `${name} completed with ${chosen}`;
}

const because = (words: string, reason: string): string => (reason === '' ? words : `${words}: ${reason}`);

/**
 * One line of a case's history in words. `state` is the case at any moment after it, so that steps have their names.
 */
export function describeEvent(index: WorkspaceIndex, state: CaseState, event: WalkEvent): string {
  if (event.type === 'date') return `Date moved to ${describeDay(event.on)}`;
  if (event.type === 'begin') return `${nameOfStep(index, event.stepType)} begun${withSource(event.stepSource)}`;
  const name = nameOfStepIn(index, state, event.step);
  switch (event.type) {
    case 'start':
      return `${name} started${withSource(event.stepSource)}`;
    case 'fill':
      return describeFill(index, state, event);
    case 'add-activity':
      return `${formName(index, event.form)} added to ${name}`;
    case 'record':
      return isEmpty(event.value)
        ? `${describeScreen(event.kind, event.ref)}: taken back`
        : `${describeScreen(event.kind, event.ref)}: ${describeAnswer(event.value)}`;
    case 'take':
      return `${actionName(index, event.nextAction)} started from ${name}`;
    case 'complete':
      return describeComplete(index, name, event.choose);
    case 'cancel':
      return because(`${name} cancelled`, event.reason);
    case 'reopen':
      return because(`${name} opened again`, event.reason);
    default:
      return assertNever(event);
  }
}

/** One event of a history: how many events have been played once it has, and what it says. */
export interface HistoryLine {
  readonly at: number;
  readonly words: string;
}

/** Lines that belong together: the answers given on one form in one go, or one event alone (`title` empty). */
export interface HistoryRun {
  readonly on: string;
  readonly title: string;
  readonly lines: readonly HistoryLine[];
}

/** What the answers to one form of one step have in common; null for anything else. */
const runKey = (event: WalkEvent): string | null => {
  if (event.type === 'fill') return `${event.step} ${event.form} ${event.on}`;
  return event.type === 'record' ? `${event.step} screens ${event.on}` : null;
};

function titleOf(index: WorkspaceIndex, state: CaseState, event: WalkEvent, lines: number): string {
  if (lines < 2 || (event.type !== 'fill' && event.type !== 'record')) return '';
  const step = nameOfStepIn(index, state, event.step);
  if (event.type === 'record') return `${step}: ${lines} entries on screens outside forms`;
  const form = formName(index, event.form);
  return `${form}${form === step ? '' : `, ${step}`}: ${lines} answers`;
}

/** A history as it is read: in order, the answers on one form together. */
export function historyRuns(
  index: WorkspaceIndex,
  state: CaseState,
  events: readonly WalkEvent[],
): readonly HistoryRun[] {
  const runs: { readonly first: WalkEvent; readonly key: string | null; readonly lines: HistoryLine[] }[] = [];
  for (const [before, event] of events.entries()) {
    const line = { at: before + 1, words: describeEvent(index, state, event) };
    const key = runKey(event);
    const last = runs.at(-1);
    if (last !== undefined && key !== null && last.key === key) last.lines.push(line);
    else runs.push({ first: event, key, lines: [line] });
  }
  return runs.map(({ first, lines }) => ({
    on: first.on,
    title: titleOf(index, state, first, lines.length),
    lines,
  }));
}
