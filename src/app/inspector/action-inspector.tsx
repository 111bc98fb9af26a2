import { useState } from 'react';
import { describeTarget } from '#diagram/describe-next-action.ts';
import { nameOfStep } from '#diagram/describe-step.ts';
import { stepChoices } from '#diagram/event-places.ts';
import { flagText } from '#diagram/fields/field-column.ts';
import {
  hangingOnAction,
  type NextActionCells,
  removeNextAction,
  setNextAction,
  targetCell,
} from '#edits/edit-next-actions.ts';
import type { NextAction } from '#model/workspace.ts';
import { ChoiceField } from '#views/inspector/choice-field.tsx';
import { TextField } from '#views/inspector/text-field.tsx';
import { TickField } from '#views/inspector/tick-field.tsx';
import { TextButton } from '#views/shared/text-button.tsx';
import { goToAction, goToStep, type Inspecting, inspectedRow } from './inspected.ts';
import { Planned } from './planned.tsx';
import { RulesEditor } from './rules-editor.tsx';
import { problemAt, tryEdit } from './try-edit.ts';

interface ActionInspectorProps extends Inspecting {
  readonly action: NextAction;
}

type SetCells = (cells: NextActionCells) => string | null;

function Ends({
  store,
  shown,
  action,
  isReadOnly,
  set,
}: ActionInspectorProps & { readonly set: SetCells }): React.JSX.Element {
  const { index } = shown;
  const { to } = action;
  const { texts, problems } = inspectedRow(shown, action.at);
  return (
    <>
      <div className="inspector-field">
        <span className="inspector-field__label">From</span>
        <TextButton onClick={() => goToStep(store, action.from)}>{nameOfStep(index, action.from)}</TextButton>
      </div>
      <ChoiceField
        label="To"
        value={to.kind === 'unknown' ? texts('to').trim() : targetCell(to)}
        options={[
          ['', 'Not known'],
          ['end', 'The end'],
          ...stepChoices(index).map(({ id, name }) => [id, name] as const),
        ]}
        problem={problemAt(problems, 'to')}
        isReadOnly={isReadOnly}
        onChange={(value) => set({ to: value })}
      />
      {to.kind === 'step' && (
        <TextButton onClick={() => goToStep(store, to.stepType)}>Go to {describeTarget(index, action)}</TextButton>
      )}
    </>
  );
}

function Figures({
  shown,
  action,
  isReadOnly,
  set,
}: ActionInspectorProps & { readonly set: SetCells }): React.JSX.Element {
  const { texts, problems } = inspectedRow(shown, action.at);
  return (
    <>
      <div className="inspector-row">
        <TextField
          label="Days until it starts"
          value={texts('delay_days')}
          problem={problemAt(problems, 'delay_days')}
          isReadOnly={isReadOnly}
          inputMode="numeric"
          onCommit={(text) => set({ delay_days: text })}
        />
        <TextField
          label="Times used"
          value={texts('times_used')}
          problem={problemAt(problems, 'times_used')}
          isReadOnly={isReadOnly}
          inputMode="numeric"
          onCommit={(text) => set({ times_used: text })}
        />
      </div>
      <TickField
        label="It means no further action"
        isTicked={flagText(texts('is_nfa')) === 'Y'}
        isReadOnly={isReadOnly}
        onChange={(is) => set({ is_nfa: is ? 'Y' : 'N' })}
      />
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

function Referring({ store, shown, action }: ActionInspectorProps): React.JSX.Element {
  const { workspace } = shown.index;
  const { requiredBy } = hangingOnAction(workspace, action.id);
  const sources = workspace.sources.filter(({ kind, ref }) => kind === 'next-action' && ref === action.id);
  const events = workspace.eventPlaces.filter(({ nextAction }) => nextAction === action.id);
  const lines = [
    ...sources.map(({ fact }) => `Source of “${shown.index.facts.get(fact)?.name ?? fact}”`),
    ...events.map(({ event, moment }) => `The event ${event} happens when it is chosen and the step is ${moment}`),
  ];
  return (
    <section aria-label="What refers to it">
      <h3 className="panel__heading">What refers to it</h3>
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {requiredBy.map((other) => (
          <li key={other.id}>
            <TextButton onClick={() => goToAction(store, other.from, other.id)}>{other.label || other.id}</TextButton>{' '}
            may be chosen only together with it
          </li>
        ))}
        {lines.length + requiredBy.length === 0 && <li className="quiet">No source, event or rule.</li>}
      </ul>
    </section>
  );
}

function Removing(props: ActionInspectorProps): React.JSX.Element {
  const { store, shown, action } = props;
  const [isOpen, setOpen] = useState(false);
  if (!isOpen)
    return (
      <div className="inspector-plans">
        <button type="button" className="small-button" onClick={() => setOpen(true)}>
          Remove…
        </button>
      </div>
    );
  return (
    <Planned
      store={store}
      shown={shown}
      title={`Remove “${action.label || action.id}”`}
      button="Remove"
      edit={removeNextAction(shown.index.workspace, action)}
      onDone={(isDone) => {
        setOpen(false);
        if (isDone) goToStep(store, action.from);
      }}
    />
  );
}

/** One next action: what it is called, where it leads, by which rules, and what refers to it. */
export function ActionInspector(props: ActionInspectorProps): React.JSX.Element {
  const { store, shown, action, isReadOnly } = props;
  const { texts, problems } = inspectedRow(shown, action.at);
  const set: SetCells = (cells) =>
    tryEdit(store, ({ value }) => {
      const now = value.nextActions.find(({ id }) => id === action.id);
      return now === undefined ? null : setNextAction(now, cells);
    });
  return (
    <section className="inspector" aria-label={`Next action ${action.label || action.id}`}>
      <h2 className="panel__title">{action.label || action.id}</h2>
      <p className="quiet">
        Next action <code>{action.id}</code>
      </p>
      <TextField
        label="Label"
        value={texts('label')}
        problem={problemAt(problems, 'label')}
        isReadOnly={isReadOnly}
        onCommit={(label) => (label === '' ? 'A next action needs a label to be chosen by.' : set({ label }))}
      />
      <Ends {...props} set={set} />
      <RulesEditor {...props} />
      <Figures {...props} set={set} />
      <Referring {...props} />
      {!isReadOnly && <Removing {...props} />}
    </section>
  );
}
