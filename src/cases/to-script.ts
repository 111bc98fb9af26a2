import { type CaseState, findStep } from '#machine/case-values.ts';
import type { StepDefinition } from '#machine/step-definition.ts';
import { type AnswerValue, screenKey } from '#machine/step-values.ts';
import { CASE_FORMAT, type CaseScript, type ScriptDate, type ScriptWork } from './case-script.ts';
import { type StepWork, withDone } from './grow-entry.ts';
import { findScriptStep, isBare, type ScriptRules } from './play-script.ts';
import { type PlayedCase, playedEvents, playedTo, type WalkEvent } from './played-case.ts';
import { answersOf, isShown } from './script-answers.ts';

/** Something that was done, in which step, and the case before and after. */
interface Done {
  readonly event: StepWork;
  readonly key: string;
  readonly definition: StepDefinition | undefined;
  readonly before: CaseState;
  readonly after: CaseState;
}

/** An entry that may still grow, and the step that it is about. */
interface Growing {
  readonly key: string;
  readonly work: ScriptWork;
}

/** What of an entry comes after what: answers given after a next action was taken stand in the next entry. */
const STAGE: Readonly<Record<StepWork['type'], number>> = {
  begin: 0,
  start: 0,
  reopen: 0,
  'add-activity': 1,
  fill: 1,
  record: 1,
  take: 2,
  complete: 3,
  cancel: 3,
};

function stageOf({ take, completed, cancelled }: ScriptWork): number {
  if (completed !== undefined || cancelled !== undefined) return Number.POSITIVE_INFINITY;
  return take === undefined ? 1 : 2;
}

/** An entry with one thing done: with `which` only where it would be about another step without. */
function newEntry(rules: ScriptRules, { event, key, definition, before }: Done): ScriptWork {
  const stepType = definition?.stepType.id ?? '';
  const work = withDone(definition, { step: stepType, on: event.on }, event);
  const found = findScriptStep(rules, before, work);
  const isMeant = event.type === 'begin' ? found.kind === 'begin' : found.kind === 'there' && found.step.key === key;
  if (isMeant) return work;
  const ofType = before.steps.filter((step) => step.stepType === stepType);
  const place = ofType.findIndex((step) => step.key === key);
  return { ...work, which: place < 0 ? ofType.length + 1 : place + 1 };
}

/** The entry with one thing more; null where that would not play to the same end as one after the other. */
function grown({ key, work }: Growing, { event, key: of, definition, after }: Done): ScriptWork | null {
  const stage = STAGE[event.type];
  if (of !== key || stage === 0 || stage < stageOf(work)) return null;
  const next = withDone(definition, work, event);
  if (event.type === 'complete') return event.on < work.on ? null : next;
  if (event.on !== work.on) return null;
  // An entry that does nothing but cancel does not start the step.
  if (event.type === 'cancel') return isBare(work) ? null : next;
  const step = findStep(after, key);
  return step !== undefined && answersOf(next).every((answer) => isShown(definition, step, answer)) ? next : null;
}

/** A script being written. */
interface Writing {
  readonly rules: ScriptRules;
  readonly entries: (ScriptWork | ScriptDate)[];
  growing: Growing | null;
}

/** A moved date is an entry of its own, unless what comes next says the same day. */
function writeDate(writing: Writing, on: string, next: WalkEvent | undefined): void {
  if (next?.on === on) return;
  writing.entries.push({ on });
  writing.growing = null;
}

function writeWork(writing: Writing, done: Done): void {
  const { rules, entries, growing } = writing;
  const same = growing === null ? null : grown(growing, done);
  if (same !== null) entries.pop();
  const work = same ?? newEntry(rules, done);
  entries.push(work);
  writing.growing = { key: done.key, work };
}

/** A request that was refused changed nothing, so a script does not have it. */
const wasRefused = (before: CaseState, after: CaseState): boolean =>
  after.history.length > before.history.length && after.history.at(-1)?.kind === 'refused';

/** What was done, as entries: what was done in one step on one day, one after the other, is one entry. */
function entriesOf(rules: ScriptRules, played: PlayedCase): Writing['entries'] {
  const writing: Writing = { rules, entries: [], growing: null };
  const events = playedEvents(played);
  let before = rules.player.momentOf(playedTo(played, 0)).state;
  for (const [at, event] of events.entries()) {
    const after = rules.player.momentOf(playedTo(played, at + 1)).state;
    if (event.type === 'date') writeDate(writing, event.on, events[at + 1]);
    else if (!wasRefused(before, after)) {
      const key = event.type === 'begin' ? (after.steps.at(-1)?.key ?? '') : event.step;
      const stepType = findStep(after, key)?.stepType;
      const definition = stepType === undefined ? undefined : rules.definitions.get(stepType);
      writeWork(writing, { event, key, definition, before, after });
    }
    before = after;
  }
  return writing.entries;
}

/** A case, as far as it has been played on its branch, as a script: played again it gives the same record. */
export function toScript(rules: ScriptRules, played: PlayedCase): CaseScript {
  const { held, on, siblings = [] } = played.input;
  const person = held.map(({ kind, ref, value }): readonly [string, AnswerValue] => [screenKey(kind, ref), value]);
  return {
    format: CASE_FORMAT,
    name: played.name.trim() === '' ? 'Case' : played.name,
    about: played.about,
    on,
    // Where a screen stands twice, the first counts.
    person: Object.fromEntries(person.toReversed()),
    siblings,
    steps: entriesOf(rules, played),
  };
}
