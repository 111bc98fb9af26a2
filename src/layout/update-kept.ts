import type { DiagramLine, DiagramStep, LaidOutDiagram, PlacedEnd, PlacedStep, Size } from '#diagram/diagram.ts';
import { findPlaced } from '#diagram/picture.ts';
import { placeStepAt } from './insert-step.ts';
import { stretch } from './stretch.ts';
import { sizeOfEnds } from './to-elk.ts';

const isSameSize = (one: Size, other: Size): boolean => one.width === other.width && one.height === other.height;

const areSameEnds = (placed: readonly PlacedEnd[], ends: DiagramStep['ends']): boolean =>
  placed.length === ends.length &&
  placed.every(({ end }, index) => {
    const other = ends[index];
    return other !== undefined && isSameSize(end.label.size, other.label.size);
  });

const widthOfEnds = (step: DiagramStep): number => (step.ends.length === 0 ? 0 : sizeOfEnds(step).width);

/** A step that has grown makes room for itself below; one that has shrunk leaves its room. */
function resize(picture: LaidOutDiagram, placed: PlacedStep, step: DiagramStep): LaidOutDiagram {
  const { box } = placed;
  const by = { width: 0, height: Math.max(0, step.closedSize.height - box.height) };
  const at = { x: Number.POSITIVE_INFINITY, y: box.y + box.height };
  return stretch(picture, { at, by }, { step, size: step.closedSize });
}

/** What stands beside a step, put there anew; more of it makes room for itself to the right. */
function replaceEnds(picture: LaidOutDiagram, was: PlacedStep, step: DiagramStep): LaidOutDiagram {
  const { box } = was;
  const more = Math.max(0, widthOfEnds(step) - widthOfEnds(was.step));
  const at = { x: box.x + box.width + widthOfEnds(was.step), y: Number.POSITIVE_INFINITY };
  const pushed = stretch(picture, { at, by: { width: more, height: 0 } });
  return {
    ...pushed,
    steps: pushed.steps.map((placed) =>
      placed.step.stepType === step.stepType ? placeStepAt(step, placed.box.x, placed.box.y) : placed,
    ),
  };
}

/** A step that was there before, as it is now. */
export function updateStep(picture: LaidOutDiagram, step: DiagramStep): LaidOutDiagram {
  const placed = findPlaced(picture, step.stepType);
  if (placed === undefined) return picture;
  const sized = isSameSize(placed.box, step.closedSize) ? picture : resize(picture, placed, step);
  const isSame = areSameEnds(placed.ends, step.ends) && (placed.start !== null) === step.starts;
  if (!isSame) return replaceEnds(sized, placed, step);
  const ends = (now: PlacedStep): readonly PlacedEnd[] =>
    now.ends.map((end, index) => ({ ...end, end: step.ends[index] ?? end.end }));
  return {
    ...sized,
    steps: sized.steps.map((now) => (now.step.stepType === step.stepType ? { ...now, step, ends: ends(now) } : now)),
  };
}

/** The lines that were there before with what their labels say now; a label that has changed its size keeps its middle. */
export function updateLines(picture: LaidOutDiagram, lines: readonly DiagramLine[]): LaidOutDiagram {
  const wanted = new Map(lines.map((line) => [line.id, line]));
  return {
    ...picture,
    lines: picture.lines.flatMap((placed) => {
      const line = wanted.get(placed.line.id);
      if (line === undefined) return [];
      const { x, y, width, height } = placed.label;
      const { size } = line.label;
      return [
        { ...placed, line, label: { ...size, x: x + (width - size.width) / 2, y: y + (height - size.height) / 2 } },
      ];
    }),
  };
}
