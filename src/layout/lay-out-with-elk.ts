import type { ELK } from 'elkjs/lib/elk-api.js';
import type { LayOut } from '#diagram/diagram.ts';
import { fromElk } from './from-elk.ts';
import { toElk } from './to-elk.ts';

/** What of ELK is used. The engine is handed in: in a browser it runs in a worker of its own, elsewhere in the process. */
export type ElkEngine = Pick<ELK, 'layout'>;

/** Lays out with ELK: to its graph, run, and back. An empty diagram needs no engine. */
export function layOutWithElk(engine: ElkEngine): LayOut {
  return async (diagram) => {
    if (diagram.steps.length === 0) return { size: { width: 0, height: 0 }, lanes: [], steps: [], lines: [] };
    return fromElk(diagram, await engine.layout(toElk(diagram)));
  };
}
