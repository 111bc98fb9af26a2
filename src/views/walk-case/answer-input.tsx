import type { FieldView } from '#walk/field-view.ts';
import { ChoiceAnswer, isByRadios } from './choice-answer.tsx';
import { DateAnswer } from './date-answer.tsx';
import { SeveralAnswer } from './several-answer.tsx';
import { type AnswerProps, TextAnswer } from './text-answer.tsx';

export type AnswerValue = FieldView['value'];

interface AnswerInputProps extends AnswerProps {
  readonly field: FieldView;
  readonly today: string;
  readonly onAnswer: (value: AnswerValue) => void;
}

const ROWS: Readonly<Partial<Record<FieldView['type'], number>>> = { 'long-text': 3, 'rich-text': 4, address: 3 };

export const textOf = (value: AnswerValue): string => (typeof value === 'string' ? value : value.join('; '));
const textsOf = (value: AnswerValue): readonly string[] =>
  typeof value === 'string' ? (value === '' ? [] : [value]) : value;

const isIso = (text: string): boolean => text === '' || /^\d{4}-\d{2}-\d{2}(?:T|$)/u.test(text);

/** The value that an input of a date takes: with its time, or without. */
const forDate = (text: string, withTime: boolean): string =>
  withTime && text.length === 10 ? `${text}T00:00` : text.slice(0, withTime ? 16 : 10);

/** Whether the question's text is the label of several inputs, not of one. */
export function isGroup({ type, options, value }: FieldView): boolean {
  if (options === null || options.length === 0) return false;
  return type === 'multi-choice' || isByRadios(options, textOf(value));
}

/** What an answer of the question's type is given with. */
export function AnswerInput({ field, today, onAnswer, ...shared }: AnswerInputProps): React.JSX.Element {
  const { type, options, value } = field;
  if (options !== null && options.length > 0) {
    return type === 'multi-choice' ? (
      <SeveralAnswer {...shared} options={options} value={textsOf(value)} onAnswer={onAnswer} />
    ) : (
      <ChoiceAnswer {...shared} options={options} value={textOf(value)} onAnswer={onAnswer} />
    );
  }
  const text = textOf(value);
  const withTime = type === 'date-time';
  if ((type === 'date' || withTime) && isIso(text)) {
    const iso = text === '' ? '' : forDate(text, withTime);
    return <DateAnswer {...shared} withTime={withTime} today={today} value={iso} onAnswer={onAnswer} />;
  }
  return (
    <TextAnswer {...shared} rows={ROWS[type] ?? 1} isNumber={type === 'number'} value={text} onAnswer={onAnswer} />
  );
}
