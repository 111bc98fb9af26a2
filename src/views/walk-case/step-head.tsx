import { count } from '#diagram/describe-step.ts';
import { fieldId } from '#walk/field-id.ts';
import type { FormView } from '#walk/form-view.ts';
import type { WorkItem } from '#walk/work-list.ts';

interface StepHeadProps {
  readonly item: WorkItem;
  readonly form: FormView;
  /** True where the step's own dates or source are pointed at. */
  readonly isLit: boolean;
}

/** The id of the heading that the keyboard is taken to when another step is looked at. */
export const STEP_HEADING = 'case-heading';

const describeForm = ({ shown, answered }: FormView): string =>
  shown === 0 ? 'no questions' : `${count(shown, 'question')}, ${answered} answered`;

/** What step is looked at, how far it is, and its clock. */
export function StepHead({ item, form, isLit }: StepHeadProps): React.JSX.Element {
  const { name, says, from, clock } = item;
  return (
    <div className={isLit ? 'case-head case-head--lit' : 'case-head'} id={fieldId(`${item.key} step`)}>
      <h3 className="case-head__name" id={STEP_HEADING} tabIndex={-1}>
        {name} <span className="case-head__count">{describeForm(form)}</span>
      </h3>
      <p className="case-quiet">
        {says}
        {from === '' ? '' : `, ${from}`}
        {clock !== null && (
          <span className={clock.isOver ? 'work-item__clock--over' : undefined}>
            {' · '}
            {clock.isOver && <span aria-hidden="true">▲ </span>}
            {clock.says}, {clock.since}
          </span>
        )}
      </p>
    </div>
  );
}
