import { useEffect, useEffectEvent, useRef } from 'react';
import type { LaidOutDiagram, Size } from '#diagram/diagram.ts';
import type { StepTypeId } from '#model/ids.ts';
import { boxAround, cameraOn, FAR } from './camera.ts';
import type { Highlight } from './highlight.ts';

interface Moves {
  readonly showBox: (steps: LaidOutDiagram['steps']) => void;
  readonly showStep: (step: StepTypeId) => void;
}

/** A move of the map takes less; what is chosen while it moves belongs to it. */
const STILL_MOVING = 400;

/**
 * Goes along with the steps that are followed: all of them where their names can be read then, else the chosen one of them,
 * or the first. A step that is chosen by itself is only brought into sight.
 */
export function useFollowing(diagram: LaidOutDiagram, canvas: Size, highlight: Highlight, moves: Moves): void {
  const { follow, selected } = highlight;
  const last = useRef<{ readonly follow: Highlight['follow']; readonly at: number }>({ follow: undefined, at: 0 });
  const showFollowed = useEffectEvent((followed: ReadonlySet<StepTypeId>) => {
    const steps = diagram.steps.filter(({ step }) => followed.has(step.stepType));
    const box = boxAround(steps.map((placed) => placed.box));
    if (box === null) return;
    const [first] = [...steps.filter(({ step }) => step.stepType === selected), ...steps];
    const isReadable = cameraOn(box, canvas).zoom >= FAR || first === undefined;
    moves.showBox(isReadable ? steps : [first]);
  });
  const showChosen = useEffectEvent((step: StepTypeId) => moves.showStep(step));
  useEffect(() => {
    if (follow === undefined) return;
    const isNew = last.current.follow !== follow;
    if (isNew) last.current = { follow, at: performance.now() };
    const isMoving = performance.now() - last.current.at < STILL_MOVING;
    if (isNew || (isMoving && selected !== null && follow.has(selected))) showFollowed(follow);
    else if (selected !== null) showChosen(selected);
  }, [follow, selected]);
}
