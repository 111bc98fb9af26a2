import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { DiagramStep } from '#diagram/diagram.ts';
import type { StepOverlay } from '#diagram/item-overlay.ts';
import { describeRecorded, PLACE_STATUS_WORDS } from '#diagram/status-words.ts';
import type { StepTypeId } from '#model/ids.ts';
import { type Highlight, useHighlight } from './highlight.ts';
import { type CanvasState, useCanvas } from './map-actions.ts';
import { StepInside } from './step-inside.tsx';
import type { StepFlowNode } from './to-flow.ts';

export const stepElementId = (stepType: string): string => `step-${stepType}`;

function Marks({ overlay }: { readonly overlay: StepOverlay }): React.JSX.Element {
  const { status, recorded } = overlay;
  return (
    <>
      {status !== null && (
        <span className={`due-mark due-mark--${status}`}>
          <span aria-hidden="true">{PLACE_STATUS_WORDS[status].sign}</span>{' '}
          <span className={recorded === null ? undefined : 'visually-hidden'}>Due: </span>
          {PLACE_STATUS_WORDS[status].word}
        </span>
      )}
      {recorded !== null && (
        <span className={`record-mark${recorded.sure ? '' : ' record-mark--optional'}`}>
          {describeRecorded(recorded)}
        </span>
      )}
    </>
  );
}

/** What stands for the marks where their words are too small to read: due here, by its sign, or only recorded here. */
const farSign = ({ status }: StepOverlay): string => (status === null ? '▪' : PLACE_STATUS_WORDS[status].sign);

/** Whether a step belongs to what is shown, stands back from it, or neither while nothing is shown. */
export function standingOf({ overlay, route, named }: Highlight, id: StepTypeId): 'lit' | 'dimmed' | '' {
  if (route !== null) return route.numbers.has(id) ? 'lit' : 'dimmed';
  if (named.size > 0) return named.has(id) ? 'lit' : 'dimmed';
  return overlay !== null && !overlay.has(id) ? 'dimmed' : '';
}

function overlayClass(overlay: StepOverlay | undefined): string {
  if (overlay === undefined) return '';
  return overlay.status ?? (overlay.recorded === null ? '' : 'records');
}

function classesOf(highlight: Highlight, canvas: CanvasState, step: DiagramStep): string {
  const id = step.stepType;
  const tone = highlight.tones.get(id);
  const variants = [
    overlayClass(highlight.overlay?.get(id)),
    standingOf(highlight, id),
    tone === undefined ? '' : `tone-${tone}`,
    highlight.selected === id ? 'selected' : '',
    highlight.active === id ? 'active' : '',
    canvas.target === id ? 'target' : '',
    canvas.moved === id ? 'moved' : '',
    canvas.canMove ? 'movable' : '',
    step.inside.length > 0 ? 'open' : '',
  ];
  return ['step-box', ...variants.filter((name) => name !== '').map((name) => `step-box--${name}`)].join(' ');
}

/** The forms counted; pressing it opens the step where the map offers that. */
function Forms({ step }: { readonly step: DiagramStep }): React.JSX.Element {
  const { onOpen } = useCanvas().actions;
  if (onOpen === undefined || step.formsText === 'No forms') {
    return <div className="step-box__forms">{step.formsText}</div>;
  }
  return (
    <button
      type="button"
      tabIndex={-1}
      className="step-box__forms step-box__toggle"
      aria-expanded={step.isOpen}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        event.stopPropagation();
        onOpen(step.stepType);
      }}
    >
      <span aria-hidden="true">{step.isOpen ? '▾' : '▸'}</span> {step.formsText}
    </button>
  );
}

/** The small number at the corner of a step. */
function Badge({ id }: { readonly id: StepTypeId }): React.JSX.Element | null {
  const badge = useHighlight().badges.get(id);
  if (badge === undefined) return null;
  return (
    <span className={`step-box__badge tone-mark tone-mark--${badge.tone}`} title={badge.title}>
      <span aria-hidden="true">{badge.text}</span>
      <span className="visually-hidden">{badge.title}</span>
    </span>
  );
}

function RouteNumbers({ id }: { readonly id: StepTypeId }): React.JSX.Element | null {
  const numbers = useHighlight().route?.numbers.get(id) ?? [];
  if (numbers.length === 0) return null;
  return (
    <div className="step-box__numbers">
      {numbers.map((number) => (
        <span key={number} className="route-number">
          {number}
        </span>
      ))}
    </div>
  );
}

/** A step on the map: name, forms counted, clock or the marks of what is shown, and its forms and questions when open. */
export const StepNode = memo(function StepNode({ data }: NodeProps<StepFlowNode>): React.JSX.Element {
  const highlight = useHighlight();
  const canvas = useCanvas();
  const { step } = data.placed;
  const overlay = highlight.overlay?.get(step.stepType);
  const grab = (event: React.PointerEvent<HTMLElement>): void => {
    const isOnButton = event.target instanceof Element && event.target.closest('button') !== null;
    if (canvas.canMove && !isOnButton) canvas.startMove(step.stepType, event);
  };
  return (
    <div
      id={stepElementId(step.stepType)}
      className={classesOf(highlight, canvas, step)}
      data-step={step.stepType}
      onPointerDown={grab}
    >
      <div className="step-box__name" title={step.nameLines.join(' ')}>
        {step.nameLines.map((line, index) => (
          <span key={`${index} ${line}`}>{line} </span>
        ))}
      </div>
      <Forms step={step} />
      <div className="step-box__foot">
        {overlay === undefined ? step.clockText : <Marks overlay={overlay} />}
        <Badge id={step.stepType} />
      </div>
      {step.inside.length > 0 && <StepInside step={step} />}
      {overlay !== undefined && (
        <div className="step-box__sign" aria-hidden="true">
          {farSign(overlay)}
        </div>
      )}
      <RouteNumbers id={step.stepType} />
      {canvas.canConnect && (
        <span
          className="step-box__handle"
          title="Drag to another step to draw a next action"
          aria-hidden="true"
          onPointerDown={(event) => canvas.startConnect(step.stepType, event)}
        />
      )}
    </div>
  );
});
