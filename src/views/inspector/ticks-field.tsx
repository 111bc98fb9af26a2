import { useId } from 'react';
import type { Problem } from '#model/finding.ts';
import { FieldNote } from './field-note.tsx';
import { TickField } from './tick-field.tsx';

interface TicksFieldProps {
  readonly label: string;
  /** Those that are ticked, in the order of the file. */
  readonly values: readonly string[];
  readonly words: readonly string[];
  readonly problem?: Problem | null;
  readonly isReadOnly: boolean;
  readonly onChange: (values: readonly string[]) => void;
}

const spoken = (word: string): string => word.replaceAll('-', ' ');

/** Several from a closed list. Words of the file that the list lacks stand among them, and can be taken away. */
export function TicksField(props: TicksFieldProps): React.JSX.Element {
  const { label, values, words, problem = null, isReadOnly, onChange } = props;
  const id = useId();
  const strange = values.filter((value) => !words.includes(value));
  function turn(word: string, isTicked: boolean): void {
    onChange(isTicked ? [...values, word] : values.filter((value) => value !== word));
  }
  return (
    <details className="inspector-ticks">
      <summary>
        <span className="inspector-ticks__label">{label}</span>{' '}
        {values.length === 0 ? <span className="quiet">none</span> : values.map(spoken).join(', ')}
      </summary>
      <fieldset aria-describedby={`${id}-note`}>
        <legend className="visually-hidden">{label}</legend>
        {[...strange, ...words].map((word) => (
          <TickField
            key={word}
            label={words.includes(word) ? spoken(word) : `${word} (not one of the list)`}
            isTicked={values.includes(word)}
            isReadOnly={isReadOnly}
            onChange={(isTicked) => turn(word, isTicked)}
          />
        ))}
      </fieldset>
      <FieldNote id={`${id}-note`} refusal={null} problem={problem} />
    </details>
  );
}
