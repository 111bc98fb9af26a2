import type { Background, OpeningNews, Question, WorkspaceState } from '#pipeline/background.ts';
import { type Bench, bring, startBench, type Tell } from './bench.ts';
import { newSideBench } from './side-bench.ts';

/** Something that is asked while an earlier question of the same asker is still being worked on. */
interface Waiting {
  readonly state: WorkspaceState;
  readonly question: Question;
  readonly tell: Tell;
}

/** Asks on behalf of many, for each one thing at a time: of what comes meanwhile only the latest waits. */
function newDesk(nextNumber: () => number): (bench: Bench, who: string, asked: Waiting) => void {
  const waitingAt = new WeakMap<Bench, Map<string, Waiting | null>>();
  return function ask(bench, who, asked) {
    const waiting = waitingAt.get(bench) ?? new Map<string, Waiting | null>();
    waitingAt.set(bench, waiting);
    bring(bench, asked.state);
    if (waiting.has(who)) {
      waiting.set(who, asked);
      return;
    }
    waiting.set(who, null);
    const { state, question, tell } = asked;
    bench.ask({ kind: 'ask', number: nextNumber(), revision: state.revision, who, question }, (news) => {
      // News of how far something has come is not the answer yet.
      if (news.kind === 'generating') return tell(news);
      const next = waiting.get(who) ?? null;
      waiting.delete(who);
      if (next !== null) ask(bench, who, next);
      return tell(news);
    });
  };
}

/**
 * The worker behind the port. What has begun can only be interrupted by ending the worker, so each opening has a worker
 * of its own: the one before works on until the new workspace is there, and is kept when that is refused.
 */
export function startBackground(makeWorker: () => Worker): Background {
  let lastNumber = 0;
  let current: Bench | null = null;
  let coming: Bench | null = null;
  const nextNumber = (): number => ++lastNumber;
  const atDesk = newDesk(nextNumber);
  const side = newSideBench(makeWorker, nextNumber);

  function end(bench: Bench | null): void {
    bench?.end();
    if (bench === coming) coming = null;
    if (bench === current) current = null;
  }

  function before(bench: Bench, news: OpeningNews): void {
    if (news.kind === 'opened') {
      end(current);
      // Its states are those of the workspace before.
      side.end();
      current = bench;
      coming = null;
    }
    if (news.kind === 'refused' || news.kind === 'failed') end(bench);
  }

  return {
    cancel: () => end(coming ?? current),
    open: (request, tell) => {
      end(coming);
      const bench = startBench(makeWorker, before);
      coming = bench;
      bench.ask({ kind: 'open', number: nextNumber(), ...request }, (news) => {
        if (news.kind === 'opened') bench.states.set(request.revision, true);
        tell(news);
      });
    },
    ask: (state, who, question, tell) => {
      current ??= startBench(makeWorker, before);
      atDesk(current, who, { state, question, tell });
    },
    work: side.work,
  };
}
