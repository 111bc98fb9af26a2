interface TickFieldProps {
  readonly label: string;
  readonly isTicked: boolean;
  readonly isReadOnly: boolean;
  readonly onChange: (isTicked: boolean) => void;
}

/** Yes or no. */
export function TickField({ label, isTicked, isReadOnly, onChange }: TickFieldProps): React.JSX.Element {
  return (
    <label className="inspector-tick">
      <input
        type="checkbox"
        checked={isTicked}
        disabled={isReadOnly}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}
