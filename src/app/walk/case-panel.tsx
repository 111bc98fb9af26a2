import { useCaseActs } from './case-acts.ts';
import { CaseForm } from './case-form.tsx';
import { CasePaper } from './case-paper.tsx';
import { CaseWork } from './case-work.tsx';
import { usePrinting } from './use-printing.ts';
import type { WalkNow } from './walk-now.ts';

/** The work list, the form of the chosen step and its next actions. */
export function CasePanel(walk: WalkNow): React.JSX.Element {
  const { act, said } = useCaseActs(walk);
  const isPrinting = usePrinting();
  const { step } = walk;
  const definition = step === null ? undefined : walk.rules.definitions.get(step.stepType);
  return (
    <>
      <CaseWork walk={walk} act={act} />
      <section className="walk__form case-form" aria-label="Form">
        {step === null || definition === undefined ? (
          <p className="case-quiet">The case has no step yet. Begin one in the work list.</p>
        ) : (
          <CaseForm walk={walk} step={step} definition={definition} act={act} />
        )}
        {isPrinting && <CasePaper {...walk} />}
        <p role="status" className="visually-hidden">
          {said}
        </p>
      </section>
    </>
  );
}
