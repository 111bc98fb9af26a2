import type { StepType } from '#model/workspace.ts';
import type { Inspecting } from './inspected.ts';
import { StepActions } from './step-actions.tsx';
import { StepFields } from './step-fields.tsx';
import { StepForms } from './step-forms.tsx';
import { StepKnown } from './step-known.tsx';
import { StepPlans } from './step-plans.tsx';

/** One step: what is said of it, its next actions and forms, and what the routes say. */
export function StepInspector(props: Inspecting & { readonly step: StepType }): React.JSX.Element {
  const { step, isReadOnly } = props;
  return (
    <section className="inspector" aria-label={`Step ${step.name}`}>
      <h2 className="panel__title">{step.name || step.id}</h2>
      <p className="quiet">
        Step <code>{step.id}</code>
      </p>
      {!isReadOnly && <StepPlans {...props} />}
      <StepFields {...props} />
      <StepActions {...props} />
      <StepForms {...props} />
      <StepKnown {...props} />
    </section>
  );
}
