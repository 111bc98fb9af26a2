import { useWritten } from './use-written.ts';

export interface AnswerProps {
  /** Of the input. */
  readonly id: string;
  readonly labelId: string;
  readonly describedBy: string;
  readonly isRequired: boolean;
}

interface TextAnswerProps extends AnswerProps {
  readonly value: string;
  /** One line where 1. */
  readonly rows: number;
  readonly isNumber: boolean;
  readonly onAnswer: (text: string) => void;
}

/** A written answer. It is given on leaving the field, and on Enter where it is one line. */
export function TextAnswer(props: TextAnswerProps): React.JSX.Element {
  const { id, describedBy, isRequired, value, rows, isNumber, onAnswer } = props;
  const { text, write, hand, restore } = useWritten(value, onAnswer);
  const isOdd = isNumber && text.trim() !== '' && !Number.isFinite(Number(text));
  const shared = {
    id,
    value: text,
    'aria-describedby': describedBy,
    'aria-required': isRequired,
    'aria-invalid': isOdd,
    onBlur: () => hand(),
    onChange: ({ target }: { readonly target: { readonly value: string } }) => write(target.value),
  };
  if (rows > 1) return <textarea className="field case-text" rows={rows} {...shared} />;
  return (
    <>
      <input
        className={isNumber ? 'field case-number' : 'field case-line'}
        inputMode={isNumber ? 'decimal' : 'text'}
        autoComplete="off"
        onKeyDown={({ key, nativeEvent }) => {
          if (key === 'Enter' && !nativeEvent.isComposing) hand();
          if (key === 'Escape') restore();
        }}
        {...shared}
      />
      {isOdd && <span className="case-odd">Not a number</span>}
    </>
  );
}
