import type { AnswerProps } from './text-answer.tsx';
import { useWritten } from './use-written.ts';

interface DateAnswerProps extends AnswerProps {
  /** ISO date, perhaps with a time. */
  readonly value: string;
  readonly withTime: boolean;
  /** The case's own today. */
  readonly today: string;
  readonly onAnswer: (text: string) => void;
}

/** A year still being typed is one of the first thousand. */
const isWhole = (text: string): boolean => /^(?:19|20|21)\d{2}-/u.test(text);

/** A date, typed or picked. Half a date counts as none. */
export function DateAnswer(props: DateAnswerProps): React.JSX.Element {
  const { id, labelId, describedBy, isRequired, value, withTime, today, onAnswer } = props;
  const { text, write, hand } = useWritten(value, onAnswer);
  const now = withTime ? `${today}T09:00` : today;
  return (
    <>
      <input
        id={id}
        className="field case-date"
        type={withTime ? 'datetime-local' : 'date'}
        min="1900-01-01"
        max={withTime ? '2199-12-31T23:59' : '2199-12-31'}
        value={text}
        aria-describedby={describedBy}
        aria-required={isRequired}
        onBlur={() => hand()}
        onKeyDown={({ key }) => {
          if (key === 'Enter') hand();
        }}
        onChange={({ target }) => {
          write(target.value);
          if (isWhole(target.value)) hand(target.value);
        }}
      />
      {text === '' && (
        <button
          type="button"
          id={`${id}-today`}
          className="text-button"
          aria-labelledby={`${id}-today ${labelId}`}
          onClick={() => {
            // The button goes away as soon as there is a date.
            document.getElementById(id)?.focus();
            onAnswer(now);
          }}
        >
          Today
        </button>
      )}
    </>
  );
}
