import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { StepOverlay } from '#diagram/item-overlay.ts';
import { describeRecorded, PLACE_STATUS_WORDS } from '#diagram/status-words.ts';
import type { StepTypeId } from '#model/ids.ts';
import { type Highlight, useHighlight } from './highlight.ts';
import type { StepFlowNode } from './to-flow.ts';

export const stepElementId = (stepType: string): string => `step-${stepType}`;

function Marks({ overlay }: { readonly overlay: StepOverlay }): React.JSX.Element {
  const { status, recorded } = overlay;
  return (
    <>
      {status !== null && (
        <span className={`due-mark due-mark--${status}`}>
          <span aria-hidden="true">{PLACE_STATUS_WORDS[status].sign}</span> Due: {PLACE_STATUS_WORDS[status].word}
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
function standingOf({ overlay, route, named }: Highlight, id: StepTypeId): 'lit' | 'dimmed' | '' {
  if (route !== null) return route.numbers.has(id) ? 'lit' : 'dimmed';
  if (named.size > 0) return named.has(id) ? 'lit' : 'dimmed';
  return overlay !== null && !overlay.has(id) ? 'dimmed' : '';
}

function overlayClass(overlay: StepOverlay | undefined): string {
  if (overlay === undefined) return '';
  return overlay.status ?? (overlay.recorded === null ? '' : 'records');
}

function classesOf(highlight: Highlight, id: StepTypeId): string {
  const variants = [
    overlayClass(highlight.overlay?.get(id)),
    standingOf(highlight, id),
    highlight.selected === id ? 'selected' : '',
    highlight.active === id ? 'active' : '',
  ];
  return ['step-box', ...variants.filter((name) => name !== '').map((name) => `step-box--${name}`)].join(' ');
}

/** A step on the map: name, forms counted, clock or the marks of the chosen item, and its numbers on a lit route. */
export const StepNode = memo(function StepNode({ data }: NodeProps<StepFlowNode>): React.JSX.Element {
  const highlight = useHighlight();
  const { step } = data.placed;
  const overlay = highlight.overlay?.get(step.stepType);
  const numbers = highlight.route?.numbers.get(step.stepType) ?? [];
  return (
    <div id={stepElementId(step.stepType)} className={classesOf(highlight, step.stepType)}>
      <div className="step-box__name">
        {step.nameLines.map((line, index) => (
          <span key={`${index} ${line}`}>{line} </span>
        ))}
      </div>
      <div className="step-box__forms">{step.formsText}</div>
      <div className="step-box__foot">{overlay === undefined ? step.clockText : <Marks overlay={overlay} />}</div>
      {overlay !== undefined && (
        <div className="step-box__sign" aria-hidden="true">
          {farSign(overlay)}
        </div>
      )}
      {numbers.length > 0 && (
        <div className="step-box__numbers">
          {numbers.map((number) => (
            <span key={number} className="route-number">
              {number}
            </span>
          ))}
        </div>
      )}
    </div>
  );
});
