import type { Problem } from '#model/finding.ts';

interface FieldNoteProps {
  readonly id: string;
  /** Why what was just written was not taken. */
  readonly refusal: string | null;
  readonly problem: Problem | null;
  readonly hint?: string | undefined;
}

function Said({ refusal, problem }: Pick<FieldNoteProps, 'refusal' | 'problem'>): React.JSX.Element | null {
  if (refusal !== null)
    return (
      <p role="alert" className="inspector-field__refused">
        <span aria-hidden="true">! </span>
        {refusal} Escape brings back what was there.
      </p>
    );
  if (problem === null) return null;
  return (
    <p className={`inspector-field__${problem.severity === 'error' ? 'refused' : 'warned'}`}>
      <span aria-hidden="true">! </span>
      {problem.message}
    </p>
  );
}

/** Below a field: why a value was refused, what the reader says of what stands there, or a hint. */
export function FieldNote({ id, refusal, problem, hint = '' }: FieldNoteProps): React.JSX.Element {
  const isSaid = refusal !== null || problem !== null;
  return (
    <div id={id} className="inspector-field__note">
      <Said refusal={refusal} problem={problem} />
      {!isSaid && hint !== '' && <p className="inspector-field__hint">{hint}</p>}
    </div>
  );
}
