import { useId } from 'react';

/** A value and the words it is offered with. */
export type Option = readonly [value: string, words: string];

interface LabelledProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A choice of few words below its label. */
export function LabelledSelect({
  label,
  value,
  options,
  onChange,
  children,
}: LabelledProps & { readonly options: readonly Option[]; readonly children?: React.ReactNode }): React.JSX.Element {
  const id = useId();
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([word, words]) => (
          <option key={word} value={word}>
            {words}
          </option>
        ))}
        {children}
      </select>
    </div>
  );
}

/** A line of text below its label. */
export function LabelledText({
  label,
  value,
  onChange,
  ...more
}: LabelledProps & {
  readonly inputMode?: 'numeric' | 'text';
  readonly type?: 'text' | 'date';
  readonly disabled?: boolean;
  readonly list?: string;
}): React.JSX.Element {
  const id = useId();
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      <input id={id} className="field" {...more} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}
