import { useId, useMemo } from 'react';
import type { FieldColumn } from '#diagram/fields/field-column.ts';
import { type Condition, needsValue, TEST_WORDS, TESTS, type Test, valuesOf } from '#diagram/fields/filter-rows.ts';
import { asWord } from '#model/ids.ts';

interface ConditionsBarProps<Row> {
  readonly conditions: readonly Condition[];
  readonly columns: readonly FieldColumn<Row>[];
  /** All rows: what there is to choose from. */
  readonly rows: readonly Row[];
  readonly onConditions: (conditions: readonly Condition[], isTyping: boolean) => void;
}

interface ConditionProps<Row> {
  readonly condition: Condition;
  readonly column: FieldColumn<Row>;
  readonly rows: readonly Row[];
  readonly onChange: (change: Partial<Condition>, isTyping: boolean) => void;
}

const MOST_OFFERED = 200;

function ValueTicks<Row>({ condition, column, rows, onChange }: ConditionProps<Row>): React.JSX.Element {
  const { values } = condition;
  const offered = useMemo(() => valuesOf(rows, column, MOST_OFFERED), [rows, column]);
  const gone = values.filter((value) => value !== '' && offered.every((one) => one.value !== value));
  const turn = (value: string): void =>
    onChange({ values: values.includes(value) ? values.filter((one) => one !== value) : [...values, value] }, false);
  return (
    <details className="condition__values" open={values.length === 0}>
      <summary>{values.length === 0 ? 'Choose' : values.join(', ')}</summary>
      <div className="condition__ticks">
        {[...gone.map((value) => ({ value, count: 0 })), ...offered].map(({ value, count }) => (
          <label key={value} className="tick">
            <input type="checkbox" checked={values.includes(value)} onChange={() => turn(value)} />
            <span>
              {value} <span className="quiet">{count.toLocaleString('en-GB')}</span>
            </span>
          </label>
        ))}
      </div>
    </details>
  );
}

function ValueField<Row>(props: ConditionProps<Row>): React.JSX.Element | null {
  const { condition, column, rows, onChange } = props;
  const id = useId();
  const offered = useMemo(() => valuesOf(rows, column, 50), [rows, column]);
  if (!needsValue(condition.test)) return null;
  if (condition.test === 'one-of') return <ValueTicks {...props} />;
  return (
    <>
      <input
        className="field condition__value"
        aria-label={`${column.title} ${TEST_WORDS[condition.test]}`}
        list={id}
        value={condition.values[0] ?? ''}
        onChange={(event) => onChange({ values: [event.target.value] }, true)}
      />
      <datalist id={id}>
        {offered.map(({ value }) => (
          <option key={value} value={value}>
            {value}
          </option>
        ))}
      </datalist>
    </>
  );
}

function OneCondition<Row>(
  props: ConditionProps<Row> & { readonly columns: readonly FieldColumn<Row>[]; readonly onRemove: () => void },
): React.JSX.Element {
  const { condition, column, columns, onChange, onRemove } = props;
  return (
    <li className="condition">
      <select
        className="field"
        aria-label="Column"
        value={column.id}
        onChange={(event) => onChange({ column: event.target.value, values: [] }, false)}
      >
        {columns.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <select
        className="field"
        aria-label="Test"
        value={condition.test}
        onChange={(event) => onChange({ test: asWord<Test>(TESTS, event.target.value) ?? 'is' }, false)}
      >
        {TESTS.map((test) => (
          <option key={test} value={test}>
            {TEST_WORDS[test]}
          </option>
        ))}
      </select>
      <ValueField {...props} />
      <button
        type="button"
        className="small-button condition__remove"
        aria-label={`Take away the condition on ${column.title}`}
        onClick={onRemove}
      >
        <span aria-hidden="true">✕</span>
      </button>
    </li>
  );
}

/** Any number of conditions on columns; rows must meet them all. */
export function ConditionsBar<Row>({
  conditions,
  columns,
  rows,
  onConditions,
}: ConditionsBarProps<Row>): React.JSX.Element | null {
  if (conditions.length === 0) return null;
  return (
    <ul className="conditions" aria-label="Conditions">
      {conditions.map((condition, at) => {
        const column = columns.find(({ id }) => id === condition.column);
        if (column === undefined) return null;
        return (
          <OneCondition
            // Conditions have no name of their own: the place is what tells them apart.
            // oxlint-disable-next-line react/no-array-index-key
            key={at}
            condition={condition}
            column={column}
            columns={columns}
            rows={rows}
            onChange={(change, isTyping) => onConditions(conditions.with(at, { ...condition, ...change }), isTyping)}
            onRemove={() => onConditions(conditions.toSpliced(at, 1), false)}
          />
        );
      })}
    </ul>
  );
}
