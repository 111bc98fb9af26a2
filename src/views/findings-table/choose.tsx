import { useId } from 'react';
import type { Choice } from './filter-choices.ts';

interface ChooseProps {
  readonly label: string;
  /** What stands where nothing is chosen; without it something always is. */
  readonly any?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A list to choose from, with its name before it. */
export function Choose({
  label,
  any,
  value,
  onChange,
  children,
}: ChooseProps & { readonly children: React.ReactNode }): React.JSX.Element {
  const id = useId();
  return (
    <span className="choose">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        {any !== undefined && <option value="">{any}</option>}
        {children}
      </select>
    </span>
  );
}

/** The choices of a list; one that the address names and the list lacks is still shown. */
export function Options({
  choices,
  value,
}: {
  readonly choices: readonly Choice[];
  readonly value: string;
}): React.JSX.Element {
  const isKnown = value === '' || choices.some((choice) => choice.value === value);
  return (
    <>
      {!isKnown && <option value={value}>{value}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.words}
        </option>
      ))}
    </>
  );
}
