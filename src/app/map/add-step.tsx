import type { Shown } from '#app/use-shown.ts';
import { AddStepForm } from '#views/map-toolbar/add-step-form.tsx';
import type { MapDoing } from './use-map-actions.ts';

/** Asks for a new step; its lane is at first that of the step that is chosen. */
export function AddStep({
  shown,
  doing,
  onDone,
}: {
  readonly shown: Shown;
  readonly doing: MapDoing;
  readonly onDone: () => void;
}): React.JSX.Element {
  const { index, view } = shown;
  const lanes = [...new Set(index.workspace.stepTypes.map((step) => step.workflow))].filter((lane) => lane !== '');
  const chosen = view.step === null ? undefined : index.stepTypes.get(view.step);
  return (
    <AddStepForm
      lanes={lanes}
      lane={chosen?.workflow ?? lanes[0] ?? ''}
      onCancel={onDone}
      onAdd={(step) => {
        doing.onAddStep(step);
        onDone();
      }}
    />
  );
}
