import { createActor } from 'xstate';
import type { CaseMachine } from './case-machine.ts';
import type { CaseEvent, CaseInput, CaseState } from './case-values.ts';

/** One case that runs: what is asked of it is done at once, and cannot be taken back. */
export interface LiveCase {
  readonly state: () => CaseState;
  readonly send: (event: CaseEvent) => void;
  /** Ends it; what it came to can still be read. */
  readonly stop: () => void;
}

/** A case that is played once from its beginning to its end, which takes much less time than moment by moment. */
export function liveCase(machine: CaseMachine, input: CaseInput): LiveCase {
  const actor = createActor(machine, { input }).start();
  return {
    state: () => actor.getSnapshot().context,
    send: (event) => actor.send(event),
    stop: () => {
      actor.stop();
    },
  };
}
