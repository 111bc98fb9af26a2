import ElkConstructor from 'elkjs/lib/elk-api.js';
import elkWorkerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { LayOut } from '#diagram/diagram.ts';
import { layOutWithElk } from './lay-out-with-elk.ts';

/**
 * ELK in a browser. Its file takes over the worker that it is loaded in, so it has one of its own, which is started at
 * once: its first call is slow until it is warm.
 */
export const startElk = (): LayOut => layOutWithElk(new ElkConstructor({ workerUrl: elkWorkerUrl }));
