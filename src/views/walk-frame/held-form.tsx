import { useId } from 'react';
import type { HeldField } from '#walk/held-fields.ts';

type Value = string | readonly string[];

/** What is written in a person record, by `kind:ref`. */
export type HeldValues = Readonly<Record<string, Value>>;

export const keyOfField = ({ kind, ref }: Pick<HeldField, 'kind' | 'ref'>): string => `${kind}:${ref}`;

interface FieldProps {
  readonly field: HeldField;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

const textOf = (value: Value): string => (typeof value === 'string' ? value : (value[0] ?? ''));
const listOf = (value: Value): readonly string[] => (typeof value === 'string' ? [value] : value).filter(Boolean);

function Ticks({ field, value, onChange }: FieldProps): React.JSX.Element {
  const chosen = listOf(value);
  const offered = [...new Set([...field.answers, ...chosen])];
  return (
    <fieldset className="held-field held-field--ticks">
      <legend>
        {field.name} <span className="quiet">{field.ref}</span>
      </legend>
      <div className="held-field__ticks">
        {offered.map((answer) => (
          <label key={answer} className="held-field__tick">
            <input
              type="checkbox"
              checked={chosen.includes(answer)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, answer] : chosen.filter((other) => other !== answer))
              }
            />
            {answer}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Choice({ id, field, value, onChange }: FieldProps & { readonly id: string }): React.JSX.Element {
  const text = textOf(value);
  const isKnown = text === '' || field.answers.includes(text);
  return (
    <select id={id} className="field" value={text} onChange={({ target }) => onChange(target.value)}>
      <option value="">Not recorded</option>
      {!isKnown && <option value={text}>{text}</option>}
      {field.answers.map((answer) => (
        <option key={answer} value={answer}>
          {answer}
        </option>
      ))}
    </select>
  );
}

function Field(props: FieldProps): React.JSX.Element {
  const { field, value, onChange } = props;
  const id = useId();
  if (field.type === 'multi-choice') return <Ticks {...props} />;
  return (
    <div className="held-field">
      <label htmlFor={id}>
        {field.name} <span className="quiet">{field.ref}</span>
      </label>
      {field.type === 'choice' ? (
        <Choice id={id} {...props} />
      ) : (
        <input
          id={id}
          className="field"
          type={field.type === 'date' ? 'date' : 'text'}
          value={textOf(value)}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </div>
  );
}

interface HeldFormProps {
  readonly fields: readonly HeldField[];
  readonly values: HeldValues;
  readonly onChange: (values: HeldValues) => void;
}

/** The person record as it is before the first step: what feeds the return first, the rest folded away. */
export function HeldForm({ fields, values, onChange }: HeldFormProps): React.JSX.Element {
  const [feeding, others] = [fields.filter(({ feeds }) => feeds), fields.filter(({ feeds }) => !feeds)];
  const draw = (some: readonly HeldField[]): React.JSX.Element => (
    <div className="held-form__fields">
      {some.map((field) => (
        <Field
          key={keyOfField(field)}
          field={field}
          value={values[keyOfField(field)] ?? ''}
          onChange={(value) => onChange({ ...values, [keyOfField(field)]: value })}
        />
      ))}
    </div>
  );
  if (fields.length === 0) return <p className="quiet">Nothing in this workspace is held before the first step.</p>;
  return (
    <div className="held-form">
      {draw(feeding)}
      {others.length > 0 && (
        <details className="details">
          <summary>More of the person record ({others.length})</summary>
          {draw(others)}
        </details>
      )}
    </div>
  );
}
