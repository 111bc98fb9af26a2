import type { WalkNow } from './walk-now.ts';

/** The work list, the form of the chosen step and its next actions. */
export function CasePanel({ moment }: WalkNow): React.JSX.Element {
  return <section aria-label="Case">{moment.state.steps.length}</section>;
}
