import { CASE_FORMAT, type CaseScript, type ScriptWork } from '#cases/case-script.ts';
import type { CaseMachine } from '#machine/case-machine.ts';
import { type CaseState, findStep, type HeldValue, openSteps } from '#machine/case-values.ts';
import { type LiveCase, liveCase } from '#machine/live-case.ts';
import type { StepDefinition } from '#machine/step-definition.ts';
import { type AnswerValue, type StepState, screenKey } from '#machine/step-values.ts';
import { hasRule } from '#model/choices.ts';
import type { VisitDays } from './case-days.ts';
import { type FillEvent, fillStep } from './fill-step.ts';
import { inventedScreens } from './invented-answers.ts';
import type { InventedChild } from './invented-child.ts';
import { codedValue } from './listed-answers.ts';
import type { AtStep, Making } from './making.ts';
import type { CasePlan, PlannedVisit } from './plan-case.ts';

/** What a plan is played with. */
export interface PlannedCase {
  readonly plan: CasePlan;
  readonly days: readonly VisitDays[];
  readonly child: InventedChild;
  readonly held: readonly HeldValue[];
}

/** A plan played on the machine: its script, and the case as it ended. */
export interface PlayedPlan {
  readonly script: CaseScript;
  readonly state: CaseState;
}

/** A case that is being written while it is played. */
interface Writing {
  readonly making: Making;
  readonly planned: PlannedCase;
  readonly live: LiveCase;
  readonly entries: ScriptWork[];
  /** The step that stands at each place of the plan. */
  readonly keys: Map<number, string>;
}

/** One step of the plan, while it is worked on. */
interface Working {
  readonly writing: Writing;
  readonly at: number;
  readonly visit: PlannedVisit;
  readonly definition: StepDefinition;
  readonly days: VisitDays;
}

const NOTHING_LEADS_OUT = 'Invented: nothing leads out of this step, so it is given up.';

interface AgendaItem {
  readonly at: number;
  readonly isStart: boolean;
  readonly day: string;
  readonly order: number;
}

/** What is to be done on which day: each step is started, then finished, and one before what it begins. */
function agendaOf({ plan, days }: PlannedCase): readonly AgendaItem[] {
  const items = plan.flatMap(({ ending }, at): readonly AgendaItem[] => {
    const { started = '', finished = '' } = days[at] ?? {};
    const finish = { at, isStart: false, day: finished, order: at * 2 + 1 };
    return ending === 'cancelled' ? [finish] : [{ at, isStart: true, day: started, order: at * 2 }, finish];
  });
  return items.toSorted((a, b) => (a.day === b.day ? a.order - b.order : a.day < b.day ? -1 : 1));
}

/** The number of a step among those of its type, where an entry without one would be about another step. */
function whichOf(state: CaseState, { key, stepType }: StepState): Pick<ScriptWork, 'which'> {
  if (openSteps(state).find((step) => step.stepType === stepType)?.key === key) return {};
  return { which: state.steps.filter((step) => step.stepType === stepType).findIndex((step) => step.key === key) + 1 };
}

function sourceOf({ writing, definition }: Working): string {
  const { making, planned, live } = writing;
  for (const place of definition.sources) {
    if (place.source.kind !== 'step-source') continue;
    const value = codedValue({ making, child: planned.child, state: live.state() }, place);
    if (typeof value === 'string') return value;
  }
  return '';
}

/** Begins the first step or starts one that came in. */
function start(working: Working): void {
  const { writing, at, visit, days } = working;
  const { live, entries, keys } = writing;
  const source = sourceOf(working);
  const given = source === '' ? {} : { stepSource: source };
  const said = { step: visit.stepType, on: days.started };
  const key = keys.get(at);
  const step = key === undefined ? undefined : findStep(live.state(), key);
  entries.push({
    ...said,
    ...(step === undefined ? {} : whichOf(live.state(), step)),
    ...(source === '' ? {} : { source }),
  });
  if (step === undefined) {
    live.send({ type: 'begin', stepType: visit.stepType, on: days.started, ...given });
    keys.set(at, live.state().steps.at(-1)?.key ?? '');
  } else live.send({ type: 'start', step: step.key, on: days.started, ...given });
}

/** Notes which steps came in by the next actions of a step. */
function noteComeIn({ planned, live, keys }: Writing, at: number): void {
  const key = keys.get(at);
  for (const step of live.state().steps) {
    if (step.from !== key) continue;
    const place = planned.plan.findIndex(({ from, by }) => from === at && by === step.by);
    if (place >= 0) keys.set(place, step.key);
  }
}

function answersByForm(fills: readonly FillEvent[]): NonNullable<ScriptWork['answers']> {
  const forms = new Map<string, [string, AnswerValue][]>();
  for (const { form, question, value } of fills) forms.set(form, [...(forms.get(form) ?? []), [question, value]]);
  return Object.fromEntries([...forms].map(([form, answers]) => [form, Object.fromEntries(answers)]));
}

/** What is answered and recorded in a step, as part of its entry. */
function work({ writing, visit, definition, days }: Working, key: string): Partial<ScriptWork> {
  const { making, planned, live } = writing;
  const { add, sheet } = visit.sheet;
  const on = days.finished;
  for (const form of add) live.send({ type: 'add-activity', step: key, form, on });
  const state = live.state();
  const step = findStep(state, key);
  if (step === undefined) return {};
  const at: AtStep = { making, definition, days, child: planned.child, state, step, ticked: new Map() };
  const mandatory = definition.activities.flatMap(({ activity }) => (activity.mandatory ? [activity.form] : []));
  const fills = fillStep(at, sheet, new Set([...mandatory, ...add]));
  for (const event of fills) live.send(event);
  const screens = inventedScreens(at);
  for (const { place, value } of screens.values())
    live.send({ type: 'record', step: key, kind: place.source.kind, ref: place.source.ref, value, on });
  return {
    ...(add.length === 0 ? {} : { add }),
    ...(fills.length === 0 ? {} : { answers: answersByForm(fills) }),
    ...(screens.size === 0
      ? {}
      : { screens: Object.fromEntries([...screens].map(([screen, { value }]) => [screen, value])) }),
  };
}

/** Takes the immediate next actions, then completes the step with the others. */
function complete({ writing: { live }, visit, days }: Working, key: string): Partial<ScriptWork> {
  const choice = visit.choice ?? [];
  const take = choice.filter((action) => hasRule(action, 'immediate')).map(({ id }) => id);
  const next = choice.map(({ id }) => id).filter((id) => !take.includes(id));
  const on = days.finished;
  for (const nextAction of take) live.send({ type: 'take', step: key, nextAction, on });
  live.send({ type: 'complete', step: key, choose: next, on });
  return { ...(take.length === 0 ? {} : { take }), completed: on, ...(next.length === 0 ? {} : { next }) };
}

function finish(working: Working): void {
  const { writing, at, visit, days } = working;
  const { live, entries, keys } = writing;
  const key = keys.get(at);
  const step = key === undefined ? undefined : findStep(live.state(), key);
  if (step === undefined) return;
  const which = whichOf(live.state(), step);
  const last = entries.at(-1);
  const begun = { step: visit.stepType, on: days.finished };
  if (visit.ending === 'cancelled') {
    live.send({ type: 'cancel', step: step.key, reason: NOTHING_LEADS_OUT, on: days.finished });
    entries.push({ ...begun, ...which, cancelled: NOTHING_LEADS_OUT });
    return;
  }
  const done = work(working, step.key);
  const ended = visit.ending === 'completed' ? complete(working, step.key) : {};
  // What was started last on the same day is this step: its entry goes on.
  const goesOn =
    last !== undefined && days.started === days.finished && last.step === visit.stepType && isOnlyStarted(last);
  if (goesOn) entries.pop();
  entries.push({ ...(goesOn ? last : { ...begun, ...which }), ...done, ...ended });
}

const isOnlyStarted = (entry: ScriptWork): boolean =>
  Object.keys(entry).every((member) => ['step', 'which', 'on', 'source'].includes(member));

/** Plays a plan on the machine, making up what is answered on the way, and writes down what was done. */
export function playPlan(making: Making, machine: CaseMachine, planned: PlannedCase): PlayedPlan {
  const { plan, days, held } = planned;
  const on = days[0]?.started ?? '';
  const live = liveCase(machine, { held, on });
  const writing: Writing = { making, planned, live, entries: [], keys: new Map() };
  for (const { at, isStart } of agendaOf(planned)) {
    const visit = plan[at];
    const definition = visit && making.world.definitions.get(visit.stepType);
    if (visit === undefined || definition === undefined) continue;
    const working = { writing, at, visit, definition, days: days[at] ?? { started: on, finished: on } };
    if (isStart) start(working);
    else {
      finish(working);
      noteComeIn(writing, at);
    }
  }
  const state = live.state();
  live.stop();
  const person = Object.fromEntries(held.map(({ kind, ref, value }) => [screenKey(kind, ref), value]));
  return {
    script: { format: CASE_FORMAT, name: 'Case', about: '', on, person, siblings: [], steps: writing.entries },
    state,
  };
}
