import type { ELK } from 'elkjs/lib/elk-api.js';
import type { Diagram, LaidOutDiagram, LayOut, LayOutOptions } from '#diagram/diagram.ts';
import { adapt } from './adapt.ts';
import { fromElk } from './from-elk.ts';
import { keepInPlace } from './keep-in-place.ts';
import { openSteps } from './open-steps.ts';
import { setPositions } from './set-positions.ts';
import { toElk } from './to-elk.ts';

/** What of ELK is used. The engine is handed in: in a browser it runs in a worker of its own, elsewhere in the process. */
export type ElkEngine = Pick<ELK, 'layout'>;

const plainOf = (picture: LaidOutDiagram): LaidOutDiagram => picture.plain ?? picture;

/** What people and open steps change in a plain picture, and where it stands so that nothing seems to jump. */
function finish(plain: LaidOutDiagram, { previous, anchor, positions }: LayOutOptions): LaidOutDiagram {
  const opened = openSteps(setPositions(plain, positions ?? new Map()));
  const picture = opened === plain ? plain : { ...opened, plain };
  return previous === undefined ? picture : keepInPlace(picture, previous, anchor);
}

/**
 * Lays out: from the picture before where little has changed, otherwise with ELK: to its graph, run, and back. An empty
 * diagram needs no engine.
 */
export function layOutWithElk(engine: ElkEngine): LayOut {
  const layOutAnew = async (diagram: Diagram): Promise<LaidOutDiagram> =>
    fromElk(diagram, await engine.layout(toElk(diagram)));
  return async (diagram, options = {}) => {
    if (diagram.steps.length === 0) return { size: { width: 0, height: 0 }, lanes: [], steps: [], lines: [] };
    const adapted = options.previous === undefined ? null : adapt(diagram, plainOf(options.previous));
    return finish(adapted ?? (await layOutAnew(diagram)), options);
  };
}
