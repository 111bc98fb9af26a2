import { useStore } from 'zustand';
import { InspectorPanel } from '#app/inspector/inspector-panel.tsx';
import type { ScreenProps } from '#app/use-shown.ts';
import { setPosition } from '#edits/edit-steps.ts';
import { questionKey } from '#model/index-workspace.ts';
import type { StepType } from '#model/workspace.ts';
import { StepQuestions } from '#views/step-panel/step-questions.tsx';
import { withPanel } from './map-view.ts';

/** Where a person has moved the step, it can go back to where the map would place it. */
function Moved({ shown, store, step }: ScreenProps & { readonly step: StepType }): React.JSX.Element | null {
  const { workspace } = shown.index;
  const canEdit = useStore(store, ({ readOnly, lookedFrom }) => readOnly === null && lookedFrom === null);
  if (!canEdit || !workspace.positions.some(({ stepType }) => stepType === step.id)) return null;
  return (
    <p className="moved-step">
      Somebody has moved this step.{' '}
      <button type="button" className="text-button" onClick={() => store.edit(setPosition(workspace, step, null))}>
        Let the map place it again
      </button>
    </p>
  );
}

/** The chosen step or next action beside the map: everything about it, and why its questions are asked. */
export function StepTab({ shown, store }: ScreenProps): React.JSX.Element {
  const { index, view } = shown;
  const step = view.nextAction !== null || view.step === null ? undefined : index.stepTypes.get(view.step);
  return (
    <>
      <InspectorPanel shown={shown} store={store} />
      {step !== undefined && (
        <>
          <Moved shown={shown} store={store} step={step} />
          <StepQuestions
            index={index}
            step={step.id}
            onQuestion={(form, code) =>
              store.goTo(withPanel({ ...view, question: questionKey(form, code), fact: null, finding: null }, 'thread'))
            }
          />
        </>
      )}
    </>
  );
}
