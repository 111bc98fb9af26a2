import type { Audit } from '#model/audit.ts';
import { fromAuditPatch } from '#pipeline/audit-patch.ts';
import type { OpeningNews, WorkspaceState } from '#pipeline/background.ts';
import type { Answer, Request, WorkerNews } from './messages.ts';
import { newStates, type States } from './states.ts';

export type Tell = (news: OpeningNews) => void;

/** One worker and those who wait for its answers. */
export interface Bench {
  /** The states of the workspace that the worker has. */
  readonly states: States<true>;
  readonly send: (request: Request) => void;
  /** Sends a request that is answered. */
  readonly ask: (request: Request & { readonly number: number }, tell: Tell) => void;
  /** Stops the work at once; nobody hears of it again. */
  readonly end: () => void;
}

/** Starts a worker. `before` hears each piece of news ahead of the one who asked; a worker that breaks fails all who wait. */
export function startBench(makeWorker: () => Worker, before: (bench: Bench, news: OpeningNews) => void): Bench {
  const worker = makeWorker();
  const waiting = new Map<number, Tell>();
  const bench: Bench = {
    states: newStates<true>(),
    send: (request) => worker.postMessage(request),
    ask: (request, tell) => {
      waiting.set(request.number, tell);
      worker.postMessage(request);
    },
    end: () => {
      worker.terminate();
      waiting.clear();
    },
  };
  const audits = new Map<string, Audit>();
  function whole(news: WorkerNews): OpeningNews {
    if (news.kind !== 'audit-changed') return news;
    const audit = fromAuditPatch(audits.get(news.who) ?? null, news.patch);
    audits.set(news.who, audit);
    return { kind: 'audited', audit };
  }
  function hear(tell: Tell | undefined, news: OpeningNews): void {
    if (tell === undefined) return;
    before(bench, news);
    tell(news);
  }
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) =>
    hear(waiting.get(data.number), whole(data.news)),
  );
  worker.addEventListener('error', (event) => {
    for (const tell of waiting.values())
      hear(tell, { kind: 'failed', reason: event.message ?? 'its worker did not start' });
  });
  return bench;
}

/** Lets the worker have a state: by the changes that made it where it has the one before, whole where it has not. */
export function bring(bench: Bench, { revision, opened, made }: WorkspaceState): void {
  if (bench.states.has(revision)) return;
  if (made !== null && bench.states.has(made.from)) bench.send({ kind: 'change', revision, ...made });
  else bench.send({ kind: 'state', revision, opened });
  bench.states.set(revision, true);
}
