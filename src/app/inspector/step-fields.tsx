import { flagText, splitList } from '#diagram/fields/field-column.ts';
import { type StepCells, setStep } from '#edits/edit-steps.ts';
import type { StepTypeId } from '#model/ids.ts';
import { PER, ROLES, SCOPES } from '#model/words.ts';
import type { StepType } from '#model/workspace.ts';
import { ChoiceField } from '#views/inspector/choice-field.tsx';
import { NewOrKnown } from '#views/inspector/new-or-known.tsx';
import { TextField } from '#views/inspector/text-field.tsx';
import { TickField } from '#views/inspector/tick-field.tsx';
import { TicksField } from '#views/inspector/ticks-field.tsx';
import { ClockFields } from './clock-fields.tsx';
import { type InspectedRow, type Inspecting, inspectedRow } from './inspected.ts';
import { problemAt, tryEdit } from './try-edit.ts';

export interface StepFieldsProps extends Inspecting {
  readonly step: StepType;
}

/** How a part of the inspector writes cells of the step that stands there now. */
export type SetCells = (cells: StepCells) => string | null;

export interface StepPartProps extends StepFieldsProps {
  readonly row: InspectedRow;
  readonly set: SetCells;
}

const PER_WORDS: Readonly<Record<(typeof PER)[number], string>> = {
  child: 'Each child on its own',
  group: 'The family together',
};

function Named({ row, set, isReadOnly, shown }: StepPartProps): React.JSX.Element {
  const { texts, problems } = row;
  const lanes = [...new Set(shown.index.workspace.stepTypes.map((step) => step.workflow))];
  return (
    <>
      <TextField
        label="Name"
        value={texts('name')}
        problem={problemAt(problems, 'name')}
        isReadOnly={isReadOnly}
        onCommit={(name) => (name === '' ? 'A step needs a name that people know it by.' : set({ name }))}
      />
      <NewOrKnown
        label="Lane"
        newLabel="Name of the new lane"
        newWords="A new lane…"
        none="No lane named"
        value={texts('workflow').trim()}
        known={lanes}
        problem={problemAt(problems, 'workflow')}
        isReadOnly={isReadOnly}
        onChange={(workflow) => set({ workflow })}
      />
    </>
  );
}

function Ends({ row, set, isReadOnly }: StepPartProps): React.JSX.Element {
  const { texts } = row;
  return (
    <div className="inspector-ticks-row">
      <TickField
        label="Work may start here"
        isTicked={flagText(texts('may_start')) === 'Y'}
        isReadOnly={isReadOnly}
        onChange={(is) => set({ may_start: is ? 'Y' : 'N' })}
      />
      <TickField
        label="May end with no next action"
        isTicked={flagText(texts('may_end')) === 'Y'}
        isReadOnly={isReadOnly}
        onChange={(is) => set({ may_end: is ? 'Y' : 'N' })}
      />
    </div>
  );
}

function Work({ row, set, isReadOnly }: StepPartProps): React.JSX.Element {
  const { texts, problems } = row;
  return (
    <>
      <div className="inspector-row">
        <ChoiceField
          label="Recorded for"
          value={texts('per').trim()}
          options={[['', 'Not said: each child'], ...PER.map((word) => [word, PER_WORDS[word]] as const)]}
          problem={problemAt(problems, 'per')}
          isReadOnly={isReadOnly}
          onChange={(per) => set({ per })}
        />
        <TextField
          label="Finished in a year"
          value={texts('completed_per_year')}
          problem={problemAt(problems, 'completed_per_year')}
          isReadOnly={isReadOnly}
          inputMode="numeric"
          onCommit={(text) => set({ completed_per_year: text })}
        />
      </div>
      <TextField
        label="Team"
        value={texts('team')}
        problem={problemAt(problems, 'team')}
        isReadOnly={isReadOnly}
        onCommit={(team) => set({ team })}
      />
    </>
  );
}

/** What is said of a step itself, each cell a field. */
export function StepFields({ store, shown, step, isReadOnly }: StepFieldsProps): React.JSX.Element {
  const row = inspectedRow(shown, step.at);
  const { texts, problems } = row;
  const set: SetCells = (cells) => tryEdit(store, ({ value }) => changeStep(value.stepTypes, step.id, cells));
  const part = { store, shown, step, isReadOnly, row, set };
  return (
    <>
      <Named {...part} />
      <TicksField
        label="Roles"
        values={splitList(texts('roles'))}
        words={ROLES}
        problem={problemAt(problems, 'roles')}
        isReadOnly={isReadOnly}
        onChange={(roles) => set({ roles: roles.join('; ') })}
      />
      <Ends {...part} />
      <TicksField
        label="Opens a new"
        values={splitList(texts('opens'))}
        words={SCOPES}
        problem={problemAt(problems, 'opens')}
        isReadOnly={isReadOnly}
        onChange={(opens) => set({ opens: opens.join('; ') })}
      />
      <ClockFields {...part} />
      <Work {...part} />
      <TextField
        label="Notes"
        value={texts('notes')}
        isLong
        isReadOnly={isReadOnly}
        onCommit={(notes) => set({ notes })}
      />
    </>
  );
}

/** The edit of the step as it stands now; null where it has gone meanwhile. */
function changeStep(steps: readonly StepType[], id: StepTypeId, cells: StepCells): ReturnType<typeof setStep> | null {
  const now = steps.find((step) => step.id === id);
  return now === undefined ? null : setStep(now, cells);
}
