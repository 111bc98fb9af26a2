import { PaperStep } from '#views/walk-case/paper-step.tsx';
import { formView } from '#walk/form-view.ts';
import { workItem } from '#walk/work-list.ts';
import type { WalkNow } from './walk-now.ts';

const NO_ROWS: ReadonlySet<string> = new Set();

/** The whole case as it stands on paper, step by step. */
export function CasePaper({ rules, moment, on }: WalkNow): React.JSX.Element {
  const { index, definitions } = rules;
  const { state } = moment;
  return (
    <div className="case-paper">
      {state.steps.map((step) => {
        const definition = definitions.get(step.stepType);
        if (definition === undefined) return null;
        return (
          <PaperStep
            key={step.key}
            item={workItem(index, state, step, on)}
            form={formView({ index, state, step, on }, definition, NO_ROWS)}
            taken={step.taken.map((id) => index.nextActions.get(id)?.label || id)}
          />
        );
      })}
    </div>
  );
}
