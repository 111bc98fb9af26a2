import './inspector.scss';
import { useStore } from 'zustand';
import type { ScreenProps } from '#app/use-shown.ts';
import { ActionInspector } from './action-inspector.tsx';
import { StepInspector } from './step-inspector.tsx';

/** Beside the map: the chosen next action, or else the chosen step, with everything about it to be edited. */
export function InspectorPanel({ store, shown }: ScreenProps): React.JSX.Element {
  const isReadOnly = useStore(store, ({ readOnly, lookedFrom }) => readOnly !== null || lookedFrom !== null);
  const { index, view } = shown;
  const action = view.nextAction === null ? undefined : index.nextActions.get(view.nextAction);
  const step = view.step === null ? undefined : index.stepTypes.get(view.step);
  const parts = { store, shown, isReadOnly };
  // What was being written belongs to the thing it was written about.
  if (action !== undefined) return <ActionInspector key={`action ${action.id}`} {...parts} action={action} />;
  if (step !== undefined) return <StepInspector key={`step ${step.id}`} {...parts} step={step} />;
  return <p className="panel__note">Choose a step or a next action to see and change it here.</p>;
}
