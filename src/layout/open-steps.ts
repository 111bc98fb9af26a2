import type { LaidOutDiagram, Stretch } from '#diagram/diagram.ts';
import { findPlaced } from '#diagram/picture.ts';
import { stretch } from './stretch.ts';

/**
 * Opens the open steps of a picture in which all have their closed size. Each grows where it stands; what begins to its
 * right and below gives way by as much as it grew, and nothing else moves.
 */
export function openSteps(closed: LaidOutDiagram): LaidOutDiagram {
  const open = closed.steps.filter(({ step }) => step.inside.length > 0).map(({ step }) => step);
  const stretches: Stretch[] = [];
  let picture = closed;
  for (const step of open) {
    const box = findPlaced(picture, step.stepType)?.box;
    if (box === undefined) continue;
    const room = {
      at: { x: box.x + box.width, y: box.y + box.height },
      by: { width: step.size.width - box.width, height: step.size.height - box.height },
    };
    picture = stretch(picture, room, { step, size: step.size });
    stretches.push(room);
  }
  return stretches.length === 0 ? closed : { ...picture, stretches };
}
