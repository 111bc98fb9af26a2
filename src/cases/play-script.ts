import { type CaseInput, type CaseState, findStep, openSteps } from '#machine/case-values.ts';
import type { StepDefinition } from '#machine/step-definition.ts';
import type { AnswerValue, StepState } from '#machine/step-values.ts';
import { asWord, formId, nextActionId, type StepTypeId, stepTypeId } from '#model/ids.ts';
import { SCREEN_KINDS, type SourceKind } from '#model/words.ts';
import type { CaseScript, ScriptDate, ScriptWork } from './case-script.ts';
import type { JsonPath } from './json-tree.ts';
import { type CasePlayer, newCase, type PlayedCase, type WalkEvent } from './played-case.ts';
import { answersOf, type GivenAnswer, inFormOrder, isShown, misplaced } from './script-answers.ts';
import type { RefusedEntry, ScriptRefusal } from './script-refusal.ts';

/** What playing scripts of one workspace needs. */
export interface ScriptRules {
  readonly player: CasePlayer;
  readonly definitions: ReadonlyMap<StepTypeId, StepDefinition>;
}

/** A script as far as it could be played; `refused` is null where that was to its end. */
export interface ScriptPlayed {
  readonly case: PlayedCase;
  readonly refused: RefusedEntry | null;
}

/** The step that an entry is about: one that the case has, one to begin, or why there is none. */
export type FoundStep =
  | { readonly kind: 'there'; readonly step: StepState }
  | { readonly kind: 'begin' }
  | { readonly kind: 'none'; readonly reasons: readonly ScriptRefusal[] };

/** Finds the step of an entry: the one of its number, else the first of the type that is open, else a new one. */
export function findScriptStep({ definitions }: ScriptRules, state: CaseState, work: ScriptWork): FoundStep {
  const stepType = stepTypeId(work.step);
  const ofType = state.steps.filter((step) => step.stepType === stepType);
  const definition = definitions.get(stepType);
  if (definition === undefined) return { kind: 'none', reasons: [{ kind: 'no-such-step-type', stepType }] };
  const there = ofType.length;
  const { which = null } = work;
  const step =
    which !== null
      ? ofType[which - 1]
      : (openSteps(state).find((open) => open.stepType === stepType) ??
        (work.reopened === undefined ? undefined : ofType.findLast(({ status }) => status === 'completed')));
  if (step !== undefined) return { kind: 'there', step };
  if (which !== null && which > there + 1)
    return { kind: 'none', reasons: [{ kind: 'no-such-number', stepType, which, there }] };
  if (!definition.stepType.mayStart) return { kind: 'none', reasons: [{ kind: 'nothing-open', stepType }] };
  return { kind: 'begin' };
}

/** A script being played: how far it has come, and why it stopped. */
interface Playing {
  readonly rules: ScriptRules;
  played: PlayedCase;
  refused: RefusedEntry | null;
  entry: number;
}

const stateOf = ({ rules, played }: Playing): CaseState => rules.player.momentOf(played).state;

function refuse(playing: Playing, path: JsonPath, reasons: readonly ScriptRefusal[]): false {
  playing.refused = { entry: playing.entry, path: ['steps', playing.entry, ...path], reasons };
  return false;
}

/** Asks one thing of the case; false where it is refused. */
function ask(playing: Playing, path: JsonPath, event: WalkEvent): boolean {
  const asked = playing.rules.player.ask(playing.played, event);
  if (asked.kind === 'refused') return refuse(playing, path, asked.reasons);
  playing.played = asked.played;
  return true;
}

/** Starts a step that has come in and opens one that was completed, where an entry wants that; false where it is refused. */
function makeReady(playing: Playing, work: ScriptWork, { key, status }: StepState): boolean {
  const { on, source, reopened } = work;
  const isOnlyCancelled = work.cancelled !== undefined && isBare(work);
  const starts = (status === 'incoming' && !isOnlyCancelled) || source !== undefined;
  const stepSource = source === undefined ? {} : { stepSource: source };
  if (starts && !ask(playing, ['step'], { type: 'start', step: key, on, ...stepSource })) return false;
  return reopened === undefined || ask(playing, ['reopened'], { type: 'reopen', step: key, on, reason: reopened });
}

/** The step of an entry by its key, begun, started or opened again where need be; null where that is refused. */
function openStep(playing: Playing, work: ScriptWork): string | null {
  const found = findScriptStep(playing.rules, stateOf(playing), work);
  if (found.kind === 'there') return makeReady(playing, work, found.step) ? found.step.key : null;
  if (found.kind === 'none') {
    refuse(playing, [work.which === undefined ? 'step' : 'which'], found.reasons);
    return null;
  }
  const { step, on, source } = work;
  const stepSource = source === undefined ? {} : { stepSource: source };
  const begun = ask(playing, ['step'], { type: 'begin', stepType: stepTypeId(step), on, ...stepSource });
  return begun ? (stateOf(playing).steps.at(-1)?.key ?? null) : null;
}

/** Whether an entry does nothing in the step, so that a step that has come in can be cancelled without being started. */
export const isBare = ({ source, add, answers, rows, siblings, screens, take }: ScriptWork): boolean =>
  [source, add, answers, rows, siblings, screens, take].every((part) => part === undefined);

/** Gives the answers of an entry; one whose question is not on the screen yet waits for the others. */
function giveAnswers(playing: Playing, work: ScriptWork, key: string): boolean {
  const definition = playing.rules.definitions.get(stepTypeId(work.step));
  const step = (): StepState | undefined => findStep(stateOf(playing), key);
  const given = answersOf(work);
  for (const answer of given) {
    const reasons = misplaced(definition, step()?.children ?? 1, answer);
    if (reasons.length > 0) return refuse(playing, answer.path, reasons);
  }
  let waiting = inFormOrder(definition, given);
  const isReady = (answer: GivenAnswer): boolean => {
    const state = step();
    return state !== undefined && isShown(definition, state, answer);
  };
  while (waiting.length > 0) {
    const next = waiting.find(isReady);
    if (next === undefined) return refuseWaiting(playing, waiting, key, work.on);
    if (!ask(playing, next.path, fillOf(next, key, work.on))) return false;
    waiting = waiting.filter((other) => other !== next);
  }
  return true;
}

const fillOf = ({ form, question, copy, value }: GivenAnswer, step: string, on: string): WalkEvent => ({
  type: 'fill',
  step,
  form,
  question,
  ...(copy === 0 ? {} : { copy }),
  value,
  on,
});

/** Says of the first answer that never came to be asked for why that is. */
function refuseWaiting(playing: Playing, waiting: readonly GivenAnswer[], key: string, on: string): false {
  const [first] = waiting;
  if (first === undefined) return false;
  const asked = playing.rules.player.ask(playing.played, fillOf(first, key, on));
  const { form, question } = first;
  return refuse(
    playing,
    first.path,
    asked.kind === 'refused' ? asked.reasons : [{ kind: 'question-not-shown', form, question }],
  );
}

/** `register-field:CATEGORY` taken apart; null where it names no screen. */
export function screenOf(screen: string): { readonly kind: SourceKind; readonly ref: string } | null {
  const colon = screen.indexOf(':');
  const kind = asWord(SCREEN_KINDS, screen.slice(0, colon));
  return kind === undefined ? null : { kind, ref: screen.slice(colon + 1) };
}

function recordScreen(
  playing: Playing,
  screen: string,
  value: AnswerValue,
  event: { step: string; on: string },
): boolean {
  const place = screenOf(screen);
  return place === null
    ? refuse(playing, ['screens', screen], [{ kind: 'no-such-screen', screen }])
    : ask(playing, ['screens', screen], { type: 'record', ...place, value, ...event });
}

function finish(playing: Playing, work: ScriptWork, step: string): boolean {
  const { completed, cancelled, next = [], on } = work;
  if (completed !== undefined)
    return ask(playing, ['completed'], { type: 'complete', step, on: completed, choose: next.map(nextActionId) });
  return cancelled === undefined || ask(playing, ['cancelled'], { type: 'cancel', step, on, reason: cancelled });
}

/** Does what one entry says; false where something of it is refused. */
function playWork(playing: Playing, work: ScriptWork): boolean {
  const step = openStep(playing, work);
  if (step === null) return false;
  const { on, add = [], screens = {}, take = [] } = work;
  return (
    add.every((form, at) => ask(playing, ['add', at], { type: 'add-activity', step, on, form: formId(form) })) &&
    giveAnswers(playing, work, step) &&
    Object.entries(screens).every(([screen, value]) => recordScreen(playing, screen, value, { step, on })) &&
    take.every((id, at) => ask(playing, ['take', at], { type: 'take', step, on, nextAction: nextActionId(id) })) &&
    finish(playing, work, step)
  );
}

const playEntry = (playing: Playing, entry: ScriptWork | ScriptDate): boolean =>
  'step' in entry ? playWork(playing, entry) : ask(playing, [], { type: 'date', on: entry.on });

/** What is known before a script's first step. */
export const scriptInput = ({ person, siblings, on }: CaseScript): CaseInput => ({
  held: Object.entries(person).flatMap(([screen, value]) => {
    const place = screenOf(screen);
    return place === null ? [] : [{ ...place, value }];
  }),
  on,
  ...(siblings.length === 0 ? {} : { siblings }),
});

/** Plays a script on the machine of a workspace, up to its end or to the first thing that is refused. */
export function playScript(rules: ScriptRules, script: CaseScript): ScriptPlayed {
  const begun = { ...newCase(script.name, scriptInput(script)), about: script.about };
  const playing: Playing = { rules, played: begun, refused: null, entry: 0 };
  for (const [at, entry] of script.steps.entries()) {
    playing.entry = at;
    if (!playEntry(playing, entry)) break;
  }
  return { case: playing.played, refused: playing.refused };
}
