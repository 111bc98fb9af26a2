import { useState } from 'react';
import { LabelledSelect } from '#views/shared/labelled.tsx';
import type { FirstStep } from '#walk/work-list.ts';
import { SourceInput } from './source-input.tsx';

interface BeginAnotherProps {
  readonly steps: readonly FirstStep[];
  /** True where the case has no step yet. */
  readonly isFirst: boolean;
  readonly onBegin: (step: FirstStep, source: string) => void;
}

function BeginForm({ steps, isFirst, onBegin }: BeginAnotherProps): React.JSX.Element {
  const [chosen, choose] = useState(steps[0]?.stepType ?? '');
  const [source, setSource] = useState('');
  const step = steps.find(({ stepType }) => stepType === chosen);
  return (
    <form
      className="case-begin"
      onSubmit={(event) => {
        event.preventDefault();
        if (step !== undefined) onBegin(step, source.trim());
        setSource('');
      }}
    >
      <LabelledSelect
        label="First step"
        value={chosen}
        options={steps.map(({ stepType, name }) => [stepType, name] as const)}
        onChange={choose}
      />
      {step !== undefined && step.sources !== null && (
        <SourceInput sources={step.sources} value={source} onChange={setSource} />
      )}
      <button type="submit" className={isFirst ? 'case-button' : 'small-button'}>
        Begin
      </button>
    </form>
  );
}

/** Begins the case, or another branch of it, with a step that may start. */
export function BeginAnother(props: BeginAnotherProps): React.JSX.Element {
  if (props.steps.length === 0)
    return <p className="case-quiet">No step type may start a case: set “may start” on one in step-types.csv.</p>;
  if (props.isFirst) return <BeginForm {...props} />;
  return (
    <details className="details">
      <summary>Begin another first step</summary>
      <BeginForm {...props} />
    </details>
  );
}
