import type { AnswerProps } from './text-answer.tsx';

interface ChoiceAnswerProps extends AnswerProps {
  readonly value: string;
  readonly options: readonly string[];
  readonly onAnswer: (text: string) => void;
}

const MOST_RADIOS = 5;

/** Whether an answer is chosen by radio buttons, which share the label of the question. */
export const isByRadios = (options: readonly string[], value: string): boolean =>
  offered(options, value).length <= MOST_RADIOS;

/** An answer from before that the list does not hold (any more) can still be seen. */
const offered = (options: readonly string[], value: string): readonly string[] =>
  value === '' || options.includes(value) ? options : [...options, value];

function Radios({
  id,
  labelId,
  describedBy,
  isRequired,
  value,
  options,
  onAnswer,
}: ChoiceAnswerProps): React.JSX.Element {
  return (
    <div
      role="radiogroup"
      className="case-radios"
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      aria-required={isRequired}
    >
      {offered(options, value).map((option, number) => (
        <label key={option} className="case-tick">
          <input
            id={number === 0 ? id : undefined}
            type="radio"
            name={id}
            checked={option === value}
            onChange={() => onAnswer(option)}
          />
          <span>{option}</span>
        </label>
      ))}
      {value !== '' && (
        <button
          type="button"
          id={`${id}-clear`}
          className="text-button case-clear"
          aria-labelledby={`${id}-clear ${labelId}`}
          onClick={() => {
            // The button goes away with the answer.
            document.getElementById(id)?.focus();
            onAnswer('');
          }}
        >
          Clear
        </button>
      )}
    </div>
  );
}

/** One answer of a list: a few as radio buttons, more as a list to open. */
export function ChoiceAnswer(props: ChoiceAnswerProps): React.JSX.Element {
  const { id, describedBy, isRequired, value, options, onAnswer } = props;
  const all = offered(options, value);
  if (isByRadios(options, value)) return <Radios {...props} />;
  return (
    <select
      id={id}
      className="field case-select"
      value={value}
      aria-describedby={describedBy}
      aria-required={isRequired}
      onChange={({ target }) => onAnswer(target.value)}
    >
      <option value="">Choose one of {options.length}</option>
      {all.map((option) => (
        <option key={option} value={option}>
          {option}
        </option>
      ))}
    </select>
  );
}
