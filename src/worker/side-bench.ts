import type { Task, WorkspaceState } from '#pipeline/background.ts';
import { type Bench, bring, startBench, type Tell } from './bench.ts';

/** A task that is not done yet. */
interface Job {
  readonly state: WorkspaceState;
  readonly task: Task;
  readonly tell: Tell;
}

/** A worker beside the one that audits and draws. */
export interface SideBench {
  readonly work: (state: WorkspaceState, task: Task, tell: Tell) => () => void;
  readonly end: () => void;
}

/**
 * Does what may take long, so that the audit and the map need not wait for it. What has begun can only be interrupted by
 * ending the worker: whatever else it was at is then begun again by another.
 */
export function newSideBench(makeWorker: () => Worker, nextNumber: () => number): SideBench {
  let bench: Bench | null = null;
  const jobs = new Set<Job>();

  function begin(job: Job): void {
    bench ??= startBench(makeWorker, () => undefined);
    bring(bench, job.state);
    const question = job.task;
    bench.ask({ kind: 'ask', number: nextNumber(), revision: job.state.revision, who: 'side', question }, (news) => {
      if (!jobs.delete(job)) return;
      // A worker that failed may be broken for good; others that it is still at are told by itself.
      if (news.kind === 'failed' && jobs.size === 0) end();
      job.tell(news);
    });
  }

  function end(): void {
    bench?.end();
    bench = null;
  }

  return {
    work: (state, task, tell) => {
      const job = { state, task, tell };
      jobs.add(job);
      begin(job);
      return () => {
        if (!jobs.delete(job)) return;
        end();
        for (const left of jobs) begin(left);
      };
    },
    end: () => {
      end();
      jobs.clear();
    },
  };
}
