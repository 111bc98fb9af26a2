import { useId } from 'react';
import type { Problem } from '#model/finding.ts';
import type { Option } from '#views/shared/labelled.tsx';
import { FieldNote } from './field-note.tsx';

interface ChoiceFieldProps {
  readonly label: string;
  /** What it is of, where several fields have one label; for those who do not see what stands around it. */
  readonly of?: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly problem?: Problem | null;
  readonly hint?: string;
  readonly isReadOnly: boolean;
  readonly width?: 'narrow' | 'wide';
  readonly onChange: (value: string) => void;
}

/** A choice from a closed list. A word of the file that the list lacks is still shown. */
export function ChoiceField(props: ChoiceFieldProps): React.JSX.Element {
  const { label, value, options, problem = null, hint, isReadOnly, onChange } = props;
  const id = useId();
  const isKnown = options.some(([word]) => word === value);
  return (
    <div className={`inspector-field inspector-field--${props.width ?? 'wide'}`}>
      <label htmlFor={id}>
        {label}
        {props.of !== undefined && <span className="visually-hidden"> of “{props.of}”</span>}
      </label>
      <select
        id={id}
        className="field"
        value={value}
        disabled={isReadOnly}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
      >
        {!isKnown && <option value={value}>{value} (not one of the list)</option>}
        {options.map(([word, words]) => (
          <option key={word} value={word}>
            {words}
          </option>
        ))}
      </select>
      <FieldNote id={`${id}-note`} refusal={null} problem={problem} hint={hint} />
    </div>
  );
}
