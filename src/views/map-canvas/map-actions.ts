import { createContext, use } from 'react';
import type { Point } from '#diagram/diagram.ts';
import type { FormId, NextActionId, QuestionCode, StepTypeId } from '#model/ids.ts';

/** What can be done on the map besides choosing a step. What is not given, the map does not offer. */
export interface MapActions {
  /** Opens a step to its forms, or closes it. */
  readonly onOpen?: (step: StepTypeId) => void;
  /** Opens a form of an open step to its questions, or closes it. */
  readonly onOpenForm?: (step: StepTypeId, form: FormId) => void;
  readonly onQuestion?: (form: FormId, question: QuestionCode) => void;
  /** To the questions of a form that the map has no room for. */
  readonly onMoreQuestions?: (form: FormId) => void;
  readonly onNextAction?: (nextAction: NextActionId) => void;
  /** A new next action was drawn. Only where the map can be edited. */
  readonly onConnect?: (from: StepTypeId, to: StepTypeId) => void;
  /** A step was moved: its place from the corner of its lane, as if no step were open. Only where the map can be edited. */
  readonly onMove?: (step: StepTypeId, place: Point) => void;
}

/** What steps and lines know of what is being done with them. */
export interface CanvasState {
  readonly actions: MapActions;
  readonly canMove: boolean;
  readonly canConnect: boolean;
  /** The step that is being moved. */
  readonly moved: StepTypeId | null;
  /** The step that a new next action would lead to. */
  readonly target: StepTypeId | null;
  /** The row inside the active step that the keyboard stands on. */
  readonly activeRow: string | null;
  readonly startMove: (step: StepTypeId, event: React.PointerEvent) => void;
  readonly startConnect: (step: StepTypeId, event: React.PointerEvent) => void;
}

const nothing = (): void => undefined;

export const CanvasContext = createContext<CanvasState>({
  actions: {},
  canMove: false,
  canConnect: false,
  moved: null,
  target: null,
  activeRow: null,
  startMove: nothing,
  startConnect: nothing,
});
export const useCanvas = (): CanvasState => use(CanvasContext);
