import type { LaidOutDiagram, PlacedStep } from '#diagram/diagram.ts';
import { extentOf, findPlaced } from '#diagram/picture.ts';
import { movePicture } from './shift.ts';

/** The step nearest to the middle that was there before too. */
function middleStep(picture: LaidOutDiagram, previous: LaidOutDiagram): PlacedStep | undefined {
  const { x, y, width, height } = extentOf(previous);
  const distance = ({ box }: PlacedStep): number =>
    Math.hypot(box.x + box.width / 2 - x - width / 2, box.y + box.height / 2 - y - height / 2);
  const still = new Set(picture.steps.map((placed) => placed.step.stepType));
  return previous.steps
    .filter((placed) => still.has(placed.step.stepType))
    .reduce<PlacedStep | undefined>(
      (nearest, placed) => (nearest === undefined || distance(placed) < distance(nearest) ? placed : nearest),
      undefined,
    );
}

/** Moves a new picture so that one step stays exactly where it was. */
export function keepInPlace(
  picture: LaidOutDiagram,
  previous: LaidOutDiagram,
  anchor: PlacedStep['step']['stepType'] | undefined,
): LaidOutDiagram {
  const wanted = anchor === undefined ? undefined : findPlaced(previous, anchor);
  const kept = wanted !== undefined && findPlaced(picture, wanted.step.stepType) !== undefined ? wanted : undefined;
  const before = kept ?? middleStep(picture, previous);
  const after = before === undefined ? undefined : findPlaced(picture, before.step.stepType);
  if (before === undefined || after === undefined) return picture;
  return movePicture(picture, { x: before.box.x - after.box.x, y: before.box.y - after.box.y });
}
