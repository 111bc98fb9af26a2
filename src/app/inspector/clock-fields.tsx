import type { StepCells } from '#edits/edit-steps.ts';
import { CLOCK_BASES, CLOCK_UNITS, ROLES } from '#model/words.ts';
import { ChoiceField } from '#views/inspector/choice-field.tsx';
import { TextField } from '#views/inspector/text-field.tsx';
import type { Option } from '#views/shared/labelled.tsx';
import type { StepPartProps } from './step-fields.tsx';
import { problemAt } from './try-edit.ts';

const COLUMNS = ['clock_length', 'clock_unit', 'clock_from', 'clock_basis'] as const;
const BASIS_WORDS = { statutory: 'Statutory', local: 'The council’s own' } as const;

/** A clock is filled whole or not at all: a length brings the rest with it, and none takes the rest away. */
function clockWith({ row, step }: StepPartProps, length: string): StepCells {
  if (length === '') return { clock_length: '', clock_unit: '', clock_from: '', clock_basis: '' };
  const said = (column: (typeof COLUMNS)[number], usual: string): string => row.texts(column).trim() || usual;
  return {
    clock_length: length,
    clock_unit: said('clock_unit', 'working days'),
    clock_from: said('clock_from', step.roles[0] ?? 'other'),
    clock_basis: said('clock_basis', 'local'),
  };
}

/** What may be chosen; that nothing is said only where it is so. */
const offered = (value: string, options: readonly Option[]): readonly Option[] =>
  value === '' ? [['', 'Not said'], ...options] : options;

const UNITS: readonly Option[] = CLOCK_UNITS.map((word) => [word, word]);
const FROM: readonly Option[] = ROLES.map((role) => [role, role.replaceAll('-', ' ')]);
const BASES: readonly Option[] = CLOCK_BASES.map((word) => [word, BASIS_WORDS[word]]);

interface ClockChoiceProps extends StepPartProps {
  readonly column: 'clock_unit' | 'clock_from' | 'clock_basis';
  readonly label: string;
  readonly options: readonly Option[];
}

function ClockChoice({ row, set, isReadOnly, column, label, options }: ClockChoiceProps): React.JSX.Element {
  const value = row.texts(column).trim();
  return (
    <ChoiceField
      label={label}
      value={value}
      options={offered(value, options)}
      problem={problemAt(row.problems, column)}
      isReadOnly={isReadOnly}
      onChange={(word) => set({ [column]: word })}
    />
  );
}

/** How long the step may take, from where that is counted, and on what basis. */
export function ClockFields(props: StepPartProps): React.JSX.Element {
  const { row, set, isReadOnly } = props;
  const { texts, problems } = row;
  const hasClock = COLUMNS.some((column) => texts(column).trim() !== '');
  return (
    <fieldset className="inspector-group">
      <legend>Clock</legend>
      <div className="inspector-row">
        <TextField
          label="Length"
          width={hasClock ? 'narrow' : 'wide'}
          value={texts('clock_length')}
          problem={problemAt(problems, 'clock_length')}
          isReadOnly={isReadOnly}
          inputMode="numeric"
          hint={hasClock ? '' : 'No clock. A length begins one.'}
          onCommit={(length) => set(clockWith(props, length))}
        />
        {hasClock && <ClockChoice {...props} column="clock_unit" label="Counted in" options={UNITS} />}
      </div>
      {hasClock && (
        <div className="inspector-row">
          <ClockChoice {...props} column="clock_from" label="From the start of" options={FROM} />
          <ClockChoice {...props} column="clock_basis" label="Basis" options={BASES} />
        </div>
      )}
    </fieldset>
  );
}
