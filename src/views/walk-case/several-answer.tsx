import { useState } from 'react';
import type { AnswerProps } from './text-answer.tsx';

interface SeveralAnswerProps extends AnswerProps {
  readonly value: readonly string[];
  readonly options: readonly string[];
  readonly onAnswer: (texts: readonly string[]) => void;
}

const LONG = 12;

/** Several answers of a list. A long list can be narrowed down by words; what is chosen stays in sight. */
export function SeveralAnswer(props: SeveralAnswerProps): React.JSX.Element {
  const { id, labelId, describedBy, value, options, onAnswer } = props;
  const [words, setWords] = useState('');
  const isLong = options.length > LONG;
  const all = [...options, ...value.filter((text) => !options.includes(text))];
  const wanted = words.trim().toLowerCase();
  const shown = all.filter((option) => value.includes(option) || option.toLowerCase().includes(wanted));
  const toggle = (option: string): void =>
    onAnswer(all.filter((one) => (one === option ? !value.includes(one) : value.includes(one))));
  return (
    <div role="group" className="case-several" aria-labelledby={labelId} aria-describedby={describedBy}>
      {isLong && (
        <p className="case-several__narrow">
          <input
            id={id}
            className="field"
            aria-label={`Narrow the ${options.length} answers down`}
            placeholder={`Narrow the ${options.length} down`}
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
          <span className="quiet">{value.length === 0 ? 'none chosen' : `${value.length} chosen`}</span>
        </p>
      )}
      <div className={isLong ? 'case-several__list case-several__list--long' : 'case-several__list'}>
        {shown.map((option, number) => (
          <label key={option} className="case-tick">
            <input
              id={number === 0 && !isLong ? id : undefined}
              type="checkbox"
              checked={value.includes(option)}
              onChange={() => toggle(option)}
            />
            <span>{option}</span>
          </label>
        ))}
        {shown.length === 0 && <span className="quiet">No answer holds these words.</span>}
      </div>
    </div>
  );
}
