import type { Background, OpeningNews } from '#pipeline/background.ts';
import { type Bench, startBench } from './bench.ts';

/**
 * The worker behind the port. What has begun can only be interrupted by ending the worker, so each opening has a worker
 * of its own: the one before works on until the new workspace is there, and is kept when that is refused.
 */
export function startBackground(makeWorker: () => Worker): Background {
  let lastNumber = 0;
  let current: Bench | null = null;
  let coming: Bench | null = null;

  function end(bench: Bench | null): void {
    bench?.end();
    if (bench === coming) coming = null;
    if (bench === current) current = null;
  }

  function before(bench: Bench, news: OpeningNews): void {
    if (news.kind === 'opened') {
      end(current);
      current = bench;
      coming = null;
    }
    if (news.kind === 'refused' || news.kind === 'failed') end(bench);
  }

  return {
    cancel: () => end(coming ?? current),
    open: (input, wanted, tell) => {
      end(coming);
      coming = startBench(makeWorker, before);
      coming.send({ kind: 'open', number: ++lastNumber, input, wanted }, tell);
    },
    audit: (opened, wanted, tell) => {
      current ??= startBench(makeWorker, before);
      current.send({ kind: 'audit', number: ++lastNumber, opened, wanted }, tell);
    },
  };
}
