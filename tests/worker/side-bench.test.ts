import { expect, test } from 'vitest';
import type { Task, WorkspaceState } from '#pipeline/background.ts';
import type { Request, WorkerNews } from '#worker/messages.ts';
import { newSideBench } from '#worker/side-bench.ts';
import { openExample } from '../support/open-example.ts';

/** A worker that does nothing by itself, and remembers what it was asked. */
class IdleWorker extends EventTarget implements Worker {
  onmessage = null;
  onmessageerror = null;
  onerror = null;
  isEnded = false;
  readonly asked: Request[] = [];
  postMessage(request: Request): void {
    this.asked.push(request);
  }
  terminate(): void {
    this.isEnded = true;
  }
  tell(number: number, news: WorkerNews): void {
    this.dispatchEvent(new MessageEvent('message', { data: { number, news } }));
  }
  /** The numbers of the tasks that it was given. */
  get tasks(): readonly number[] {
    return this.asked.flatMap((request) => (request.kind === 'ask' ? [request.number] : []));
  }
}

const STATE: WorkspaceState = { revision: 3, opened: openExample(), made: null };
const TASK: Task = { kind: 'import-workbook', bytes: new Uint8Array(), wanted: null, today: '2026-11-22' };
const DONE: WorkerNews = { kind: 'workbook-read', read: { failure: 'no workbook' } };

function aSideBench() {
  const workers: IdleWorker[] = [];
  let last = 0;
  const side = newSideBench(
    () => {
      const worker = new IdleWorker();
      workers.push(worker);
      return worker;
    },
    () => ++last,
  );
  return { side, workers };
}

test('tasks share one worker, which is given the workspace once', () => {
  const { side, workers } = aSideBench();
  const heard: string[] = [];
  side.work(STATE, TASK, ({ kind }) => heard.push(`first ${kind}`));
  side.work(STATE, TASK, ({ kind }) => heard.push(`second ${kind}`));
  expect(workers.map(({ asked }) => asked.map(({ kind }) => kind))).toEqual([['state', 'ask', 'ask']]);
  workers[0]?.tell(2, DONE);
  workers[0]?.tell(1, DONE);
  expect(heard).toEqual(['second workbook-read', 'first workbook-read']);
});

test('a task that is given up ends the worker at once, and the others are begun again by another', () => {
  const { side, workers } = aSideBench();
  const heard: string[] = [];
  const giveUp = side.work(STATE, TASK, () => heard.push('first'));
  side.work(STATE, TASK, () => heard.push('second'));
  giveUp();
  expect(workers.map(({ isEnded, tasks }) => [isEnded, tasks])).toEqual([
    [true, [1, 2]],
    [false, [3]],
  ]);
  workers[1]?.tell(3, DONE);
  expect(heard).toEqual(['second']);
});

test('giving up what is done already ends nothing', () => {
  const { side, workers } = aSideBench();
  const giveUp = side.work(STATE, TASK, () => undefined);
  workers[0]?.tell(1, DONE);
  giveUp();
  expect(workers.map(({ isEnded }) => isEnded)).toEqual([false]);
});

test('after a failure the next task has a worker of its own', () => {
  const { side, workers } = aSideBench();
  const heard: string[] = [];
  side.work(STATE, TASK, (news) => heard.push(news.kind));
  workers[0]?.tell(1, { kind: 'failed', reason: 'out of memory' });
  side.work(STATE, TASK, (news) => heard.push(news.kind));
  expect(heard).toEqual(['failed']);
  expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
});

test('another workspace ends what was being made of the one before', () => {
  const { side, workers } = aSideBench();
  const heard: string[] = [];
  side.work(STATE, TASK, (news) => heard.push(news.kind));
  side.end();
  workers[0]?.tell(1, DONE);
  expect(heard).toEqual([]);
  expect(workers[0]?.isEnded).toBe(true);
});
