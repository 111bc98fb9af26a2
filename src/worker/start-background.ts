import type { Background, OpeningNews, WorkspaceInput } from '#pipeline/background.ts';
import type { Answer, Request } from './messages.ts';

interface Running {
  readonly kind: Request['kind'];
  readonly tell: (news: OpeningNews) => void;
}

/** A picture and an audit are what an opening ends with; an audit ends with itself. */
const LEFT_TO_COME = { open: 2, audit: 1 } as const;

/**
 * The worker behind the port. There is no way to interrupt work that has begun but to end the worker, so that is what
 * cancelling does; the next request starts another.
 */
export function startBackground(makeWorker: () => Worker): Background {
  let worker: Worker | null = null;
  let lastNumber = 0;
  const running = new Map<number, Running>();
  const left = new Map<number, number>();

  function finish(number: number): void {
    running.delete(number);
    left.delete(number);
  }

  function hear({ number, news }: Answer): void {
    const request = running.get(number);
    if (request === undefined) return;
    if (news.kind === 'drawn' || news.kind === 'audited') left.set(number, (left.get(number) ?? 1) - 1);
    if (news.kind === 'refused' || news.kind === 'failed' || left.get(number) === 0) finish(number);
    request.tell(news);
  }

  function failAll(reason: string): void {
    const waiting = [...running.values()];
    cancel();
    for (const request of waiting) request.tell({ kind: 'failed', reason });
  }

  function getWorker(): Worker {
    if (worker !== null) return worker;
    worker = makeWorker();
    worker.addEventListener('message', (event: MessageEvent<Answer>) => hear(event.data));
    worker.addEventListener('error', (event) => failAll(event.message));
    return worker;
  }

  function cancel(): void {
    if (running.size > 0) {
      worker?.terminate();
      worker = null;
    }
    running.clear();
    left.clear();
  }

  function send(request: Request, tell: Running['tell']): void {
    running.set(request.number, { kind: request.kind, tell });
    left.set(request.number, LEFT_TO_COME[request.kind]);
    getWorker().postMessage(request);
  }

  return {
    cancel,
    open: (input: WorkspaceInput, wanted, tell) => {
      cancel();
      send({ kind: 'open', number: ++lastNumber, input, wanted }, tell);
    },
    audit: (opened, wanted, tell) => {
      for (const [number, request] of running) if (request.kind === 'audit') finish(number);
      send({ kind: 'audit', number: ++lastNumber, opened, wanted }, tell);
    },
  };
}
