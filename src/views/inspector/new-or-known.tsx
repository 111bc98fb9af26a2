import { useEffect, useRef, useState } from 'react';
import type { Problem } from '#model/finding.ts';
import { ChoiceField } from './choice-field.tsx';
import { TextField } from './text-field.tsx';

interface NewOrKnownProps {
  readonly label: string;
  /** What the words of a new one are asked for with: "Name of the new lane". */
  readonly newLabel: string;
  readonly newWords: string;
  /** What stands there where nothing is said. */
  readonly none: string;
  readonly value: string;
  readonly known: readonly string[];
  readonly problem?: Problem | null;
  readonly isReadOnly: boolean;
  readonly onChange: (value: string) => void;
}

/** No text of a file is this one. */
const NEW = '\n';

function NewName({
  newLabel,
  onChange,
  onDone,
}: Pick<NewOrKnownProps, 'newLabel' | 'onChange'> & { readonly onDone: () => void }): React.JSX.Element {
  const input = useRef<HTMLInputElement | null>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <TextField
      label={newLabel}
      value=""
      isReadOnly={false}
      inputRef={input}
      onCommit={(value) => {
        if (value !== '') onChange(value);
        onDone();
        return null;
      }}
    />
  );
}

/** One of those that there are, or a new one. */
export function NewOrKnown(props: NewOrKnownProps): React.JSX.Element {
  const { label, newWords, none, value, known, problem = null, isReadOnly, onChange } = props;
  const [isNew, setNew] = useState(false);
  const others = known.filter((word) => word !== '');
  const all = value === '' || others.includes(value) ? others : [value, ...others];
  return (
    <>
      <ChoiceField
        label={label}
        value={isNew ? NEW : value}
        problem={problem}
        isReadOnly={isReadOnly}
        options={[['', none], ...all.map((word) => [word, word] as const), [NEW, newWords]]}
        onChange={(chosen) => {
          setNew(chosen === NEW);
          if (chosen !== NEW) onChange(chosen);
        }}
      />
      {isNew && <NewName {...props} onDone={() => setNew(false)} />}
    </>
  );
}
