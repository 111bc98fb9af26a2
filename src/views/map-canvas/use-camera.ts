import { useReactFlow } from '@xyflow/react';
import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import type { LaidOutDiagram, PlacedStep, Size } from '#diagram/diagram.ts';
import { extentOf } from '#diagram/picture.ts';
import type { StepTypeId } from '#model/ids.ts';
import { boxAround, boxesOf, type Camera, cameraOn, cameraWithOneOf, firstCamera } from './camera.ts';
import type { Highlight } from './highlight.ts';
import { useFollowing } from './use-following.ts';
import type { ZoomActions } from './zoom-buttons.tsx';

const moveTime = (): number => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 250);

/** So many steps come or go at once only when some are left out, or no longer left out. */
const MANY_AT_ONCE = 3;

interface CameraControls {
  readonly actions: ZoomActions;
  readonly showStep: (step: StepTypeId) => void;
}

function litSteps(
  diagram: LaidOutDiagram,
  { route, named }: Pick<Highlight, 'route' | 'named'>,
): LaidOutDiagram['steps'] {
  return diagram.steps.filter(({ step }) => route?.numbers.has(step.stepType) === true || named.has(step.stepType));
}

/** Moves the map: to the start at first, to a route or to a step when one is chosen, and by the buttons. */
export function useCamera(diagram: LaidOutDiagram, canvas: Size, highlight: Highlight): CameraControls {
  const flow = useReactFlow();
  const { overlay, route, named, selected, follow } = highlight;
  const controls = useMemo(() => {
    const move = (camera: Camera): void => void flow.setViewport(camera, { duration: moveTime() });
    const showBox = (steps: LaidOutDiagram['steps']): void => {
      // What stands beside the first and the last step belongs to the route; beside the others it does not.
      const ends = [steps[0], steps.at(-1)].flatMap((placed) => (placed === undefined ? [] : boxesOf(placed)));
      const box = boxAround([...steps.map((placed) => placed.box), ...ends]);
      if (box !== null) move(cameraOn(box, canvas));
    };
    const showOneOf = (isWanted: (placed: PlacedStep) => boolean): void => {
      const boxes = diagram.steps.filter(isWanted).map((placed) => placed.box);
      // A move to where the map is already would end one that has begun.
      if (boxes.length > 0) move(cameraWithOneOf(boxes, flow.getViewport(), canvas));
    };
    return {
      showStep: (step: StepTypeId): void => showOneOf((placed) => placed.step.stepType === step),
      showOneOf,
      showAll: (): void => move(cameraOn(extentOf(diagram), canvas)),
      showStart: (): void => move(firstCamera(diagram, canvas)),
      showBox,
      zoomIn: (): void => void flow.zoomIn({ duration: moveTime() }),
      zoomOut: (): void => void flow.zoomOut({ duration: moveTime() }),
    };
  }, [flow, diagram, canvas]);

  const showLit = useEffectEvent((lit: Pick<Highlight, 'route' | 'named'>) => {
    if (lit.route !== null || lit.named.size > 0) controls.showBox(litSteps(diagram, lit));
  });
  const showSelected = useEffectEvent((step: StepTypeId | null) => {
    if (step !== null) controls.showStep(step);
  });
  const showDue = useEffectEvent((shown: Highlight['overlay']) => {
    const isDue = (placed: PlacedStep): boolean => (shown?.get(placed.step.stepType)?.due.length ?? 0) > 0;
    if (highlight.route === null) controls.showOneOf(isDue);
  });
  const count = diagram.steps.length;
  const before = useRef(count);
  const showRest = useEffectEvent(() => (highlight.route === null ? controls.showAll() : showLit(highlight)));
  useEffect(() => {
    if (Math.abs(before.current - count) > MANY_AT_ONCE) showRest();
    before.current = count;
  }, [count]);
  // Only what is newly lit or chosen moves the map; a change of the canvas' size moves nothing.
  useEffect(() => {
    if (follow === undefined) showLit({ route, named });
  }, [route, named, follow]);
  useEffect(() => {
    if (follow === undefined) showSelected(selected);
  }, [selected, follow]);
  useFollowing(diagram, canvas, highlight, controls);
  useEffect(() => showDue(overlay), [overlay]);

  const showRoute = route === null ? undefined : (): void => controls.showBox(litSteps(diagram, highlight));
  return { actions: { ...controls, showRoute }, showStep: controls.showStep };
}
