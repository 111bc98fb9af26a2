import ElkConstructor from 'elkjs/lib/elk-api.js';
import elkWorkerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { LayOut } from '#diagram/diagram.ts';
import { ELK_OPTIONS } from './elk-options.ts';
import { layOutWithElk } from './lay-out-with-elk.ts';

/** A graph with a line, a label and a loop in it, so that a first call goes through what later calls go through. */
const WARMING = {
  id: 'warming',
  layoutOptions: ELK_OPTIONS,
  children: ['a', 'b', 'c'].map((id) => ({ id, width: 20, height: 20 })),
  edges: ['a b', 'b c', 'c a', 'b b'].map((ends) => ({
    id: ends,
    sources: ends.split(' ').slice(0, 1),
    targets: ends.split(' ').slice(1),
    labels: [{ id: `${ends} label`, text: ends, width: 20, height: 10 }],
  })),
};

/**
 * ELK in a browser. Its file takes over the worker that it is loaded in, so it has one of its own, which is started and
 * warmed at once, while the files are still being read: its first call is slow.
 */
export function startElk(): LayOut {
  const engine = new ElkConstructor({ workerUrl: elkWorkerUrl });
  // Should warming fail, so will the layout that is wanted, and that one is told.
  engine.layout(WARMING).catch(() => undefined);
  return layOutWithElk(engine);
}
