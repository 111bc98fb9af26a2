import type { Background, OpeningNews } from '#pipeline/background.ts';
import type { Answer, Request } from './messages.ts';

type Tell = (news: OpeningNews) => void;

/** One worker and those who wait for its answers, by the number of their request. */
interface Bench {
  readonly worker: Worker;
  readonly waiting: Map<number, Tell>;
}

/**
 * The worker behind the port. What has begun can only be interrupted by ending the worker, so each opening has a worker
 * of its own: the one before works on until the new workspace is there, and is kept when it is refused.
 */
export function startBackground(makeWorker: () => Worker): Background {
  let lastNumber = 0;
  let current: Bench | null = null;
  let coming: Bench | null = null;

  function end(bench: Bench | null): void {
    bench?.worker.terminate();
    bench?.waiting.clear();
    if (bench === coming) coming = null;
    if (bench === current) current = null;
  }

  function hear(bench: Bench, { number, news }: Answer): void {
    const tell = bench.waiting.get(number);
    if (tell === undefined) return;
    if (news.kind === 'opened' && bench === coming) {
      end(current);
      current = bench;
      coming = null;
    }
    if (news.kind === 'refused' || news.kind === 'failed') end(bench);
    tell(news);
  }

  function startBench(): Bench {
    const bench: Bench = { worker: makeWorker(), waiting: new Map() };
    bench.worker.addEventListener('message', (event: MessageEvent<Answer>) => hear(bench, event.data));
    bench.worker.addEventListener('error', (event) => {
      const waiting = [...bench.waiting.values()];
      end(bench);
      for (const tell of waiting) tell({ kind: 'failed', reason: event.message });
    });
    return bench;
  }

  function send(bench: Bench, request: Request, tell: Tell): void {
    bench.waiting.set(request.number, tell);
    bench.worker.postMessage(request);
  }

  return {
    cancel: () => end(coming ?? current),
    open: (input, wanted, tell) => {
      end(coming);
      coming = startBench();
      send(coming, { kind: 'open', number: ++lastNumber, input, wanted }, tell);
    },
    audit: (opened, wanted, tell) => {
      current ??= startBench();
      send(current, { kind: 'audit', number: ++lastNumber, opened, wanted }, tell);
    },
  };
}
