import { memo } from 'react';
import { isSame } from '#model/is-same.ts';
import { dayInWords } from '#walk/days.ts';
import { fieldId } from '#walk/field-id.ts';
import type { FieldView } from '#walk/field-view.ts';
import { AnswerInput, type AnswerValue, isGroup, textOf } from './answer-input.tsx';

/** What fields do; the same functions for all of them, so that one answer draws few of them again. */
export interface FieldDoing {
  readonly onAnswer: (field: FieldView, value: AnswerValue) => void;
  /** Points at the element of the return that the field feeds. */
  readonly onPoint: (field: FieldView) => void;
}

interface FieldProps {
  readonly field: FieldView;
  readonly doing: FieldDoing;
  /** False: it is looked at, and cannot be answered. */
  readonly isOpen: boolean;
  readonly isLit: boolean;
  /** The case's own today. */
  readonly today: string;
}

function FeedsTag({ field, doing, isOpen }: Pick<FieldProps, 'field' | 'doing' | 'isOpen'>): React.JSX.Element {
  const { kind, says, code, isGap } = field.feeds;
  const className = `case-feeds case-feeds--${kind}`;
  const isSaid = isOpen || kind === 'nothing' || kind === 'unmapped';
  return (
    <span className="case-field__feeds">
      {isSaid ? (
        <span className={className}>{says}</span>
      ) : (
        <button type="button" className={className} onClick={() => doing.onPoint(field)}>
          {says}
        </button>
      )}
      {code !== '' && (
        <span className={isGap ? 'case-code case-code--gap' : 'case-code'}>
          {isGap && <span aria-hidden="true">▲ </span>}
          {code}
        </span>
      )}
    </span>
  );
}

const DATES: ReadonlySet<FieldView['type']> = new Set(['date', 'date-time']);

/** An answer as text: dates as people write them. */
function written({ type, value }: FieldView): string {
  const text = textOf(value);
  if (text === '' || !DATES.has(type)) return text;
  const time = /T(\d{2}:\d{2})/u.exec(text)?.[1];
  return time === undefined ? dayInWords(text, '') : `${dayInWords(text, '')}, ${time}`;
}

function Notes({
  field,
  id,
  isOpen,
}: Pick<FieldProps, 'field' | 'isOpen'> & { readonly id: string }): React.JSX.Element {
  const { mark, known, hint, because } = field;
  return (
    <div id={`${id}-notes`} className="case-field__notes">
      {mark !== '' && <p className="case-pulled">{mark}</p>}
      {known.says !== '' && <p className="case-known">{known.says}</p>}
      {because !== '' && <p className="case-quiet">{because}</p>}
      {isOpen && hint !== '' && <p className="case-quiet">{hint}</p>}
    </div>
  );
}

interface LabelProps {
  readonly field: FieldView;
  readonly id: string;
  /** Whether it is the label of one input. */
  readonly isForInput: boolean;
}

function Label({ field, id, isForInput }: LabelProps): React.JSX.Element {
  const words = (
    <>
      {field.text}
      {field.required && (
        <>
          <span aria-hidden="true" className="case-must">
            {' '}
            *
          </span>
          <span className="visually-hidden"> (mandatory)</span>
        </>
      )}
    </>
  );
  const shared = { id: `${id}-label`, className: 'case-field__label' };
  return isForInput ? (
    <label {...shared} htmlFor={`${id}-input`}>
      {words}
    </label>
  ) : (
    <span {...shared}>{words}</span>
  );
}

const Given = ({ text }: { readonly text: string }): React.JSX.Element =>
  text === '' ? (
    <p className="case-field__text case-quiet">Not answered</p>
  ) : (
    <p className="case-field__text">{text}</p>
  );

function FieldRow({ field, doing, isOpen, isLit, today }: FieldProps): React.JSX.Element {
  const id = fieldId(field.place);
  const isWritable = isOpen && !field.isLocked;
  const text = written(field);
  return (
    <div
      id={id}
      className={isLit ? 'case-field case-field--lit' : 'case-field'}
      data-waiting={isWritable && field.required && text === ''}
      onFocus={() => doing.onPoint(field)}
    >
      <div className="case-field__head">
        <Label field={field} id={id} isForInput={isWritable && !isGroup(field)} />
        <FeedsTag field={field} doing={doing} isOpen={isOpen} />
      </div>
      <Notes field={field} id={id} isOpen={isOpen} />
      {isWritable ? (
        <div className="case-field__answer">
          <AnswerInput
            id={`${id}-input`}
            labelId={`${id}-label`}
            describedBy={`${id}-notes`}
            isRequired={field.required}
            field={field}
            today={today}
            onAnswer={(value) => doing.onAnswer(field, value)}
          />
        </div>
      ) : (
        <Given text={text} />
      )}
    </div>
  );
}

/** One question: its label, what it feeds, what is known of it already, and its answer. */
export const Field = memo(
  FieldRow,
  (one, other) =>
    one.doing === other.doing &&
    one.isOpen === other.isOpen &&
    one.isLit === other.isLit &&
    one.today === other.today &&
    isSame(one.field, other.field),
);
