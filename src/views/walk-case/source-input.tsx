import { useId } from 'react';

interface SourceInputProps {
  readonly sources: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The source chosen when a step begins: one of those that are known, or any other words. */
export function SourceInput({ sources, value, onChange }: SourceInputProps): React.JSX.Element {
  const id = useId();
  return (
    <p className="case-source">
      <label htmlFor={id}>Source</label>
      <input
        id={id}
        className="field case-line"
        list={`${id}-known`}
        autoComplete="off"
        placeholder={sources.length === 0 ? '' : `one of ${sources.length}, or any words`}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <datalist id={`${id}-known`}>
        {sources.map((source) => (
          <option key={source} value={source}>
            {source}
          </option>
        ))}
      </datalist>
    </p>
  );
}
