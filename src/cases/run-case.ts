import type { CaseMachine, CaseMoment, CaseStatus } from '#machine/case-machine.ts';
import { type CaseInput, type CaseState, openSteps } from '#machine/case-values.ts';
import { type LiveCase, liveCase } from '#machine/live-case.ts';
import type { WalkEvent } from './played-case.ts';

/** A case at one moment. */
export type PlayedMoment = Pick<CaseMoment, 'status' | 'state'>;

/** A case that runs, and the events that it has been sent. */
interface Running {
  readonly input: CaseInput;
  readonly events: WalkEvent[];
  readonly live: LiveCase;
}

function send({ events, live }: Running, event: WalkEvent): void {
  events.push(event);
  if (event.type !== 'date') live.send(event);
}

const isAt = (running: Running, input: CaseInput, events: readonly WalkEvent[]): boolean =>
  running.input === input &&
  running.events.length === events.length &&
  running.events.every((event, at) => event === events[at]);

const statusOf = (state: CaseState): CaseStatus =>
  state.steps.length === 0 ? 'waiting' : openSteps(state).length === 0 ? 'finished' : 'open';

function momentOf({ live }: Running): PlayedMoment {
  const state = live.state();
  return { status: statusOf(state), state };
}

/** Gives the moment after some events of a case, and the same value whenever it is asked for again. */
export type RunCase = (input: CaseInput, events: readonly WalkEvent[]) => PlayedMoment;

/**
 * One case is kept running where it was last, so that the next event costs that event alone; elsewhere it is played again
 * from its beginning, and only where the moment has not been come to before.
 */
export function caseRunner(machine: CaseMachine): RunCase {
  const firsts = new WeakMap<CaseInput, PlayedMoment>();
  // An event is one value in one place of a history, so what it led to is remembered by it and what stood before it.
  const after = new WeakMap<PlayedMoment, WeakMap<WalkEvent, PlayedMoment>>();
  let running: Running | null = null;

  const runTo = (input: CaseInput, events: readonly WalkEvent[]): Running => {
    if (running !== null && isAt(running, input, events)) return running;
    running?.live.stop();
    running = { input, events: [], live: liveCase(machine, input) };
    for (const event of events) send(running, event);
    return running;
  };
  const next = (input: CaseInput, before: readonly WalkEvent[], event: WalkEvent): PlayedMoment => {
    const run = runTo(input, before);
    send(run, event);
    return momentOf(run);
  };
  return (input, events) => {
    let moment = firsts.get(input) ?? momentOf(runTo(input, []));
    firsts.set(input, moment);
    for (const [at, event] of events.entries()) {
      if (event.type === 'date') continue;
      const nexts = after.get(moment) ?? new WeakMap<WalkEvent, PlayedMoment>();
      after.set(moment, nexts);
      moment = nexts.get(event) ?? next(input, events.slice(0, at), event);
      nexts.set(event, moment);
    }
    return moment;
  };
}
