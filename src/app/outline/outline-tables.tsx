import { useMemo, useState } from 'react';
import { goToAction, type Inspecting } from '#app/inspector/inspected.ts';
import {
  type ActivityLine,
  actionLines,
  activityLines,
  type LinesFrom,
  stepLines,
} from '#diagram/outline/table-lines.ts';
import { assertNever } from '#model/assert.ts';
import { asWord } from '#model/ids.ts';
import { FIRST_VIEW, withOwn } from '#store/view.ts';
import { actionTable, activityTable, stepTable } from './outline-columns.ts';
import {
  OUTLINE_WORDS,
  type OutlineTable,
  outlineViewOf,
  SCOPES,
  type Standing,
  standingIn,
  TABLES,
} from './outline-view.ts';
import { ActionButtons, ActivityButtons, StepButtons } from './table-buttons.tsx';
import { TableGrid } from './table-grid.tsx';

export interface OutlineTablesProps extends Inspecting {
  readonly from: LinesFrom;
}

interface OneProps extends OutlineTablesProps {
  readonly standing: Standing;
}

const TABLE_WORDS: Readonly<Record<OutlineTable, string>> = {
  steps: 'Steps',
  actions: 'Next actions',
  forms: 'Forms on steps',
};

function Steps({ from, standing, ...props }: OneProps): React.JSX.Element {
  const { store, shown, isReadOnly } = props;
  const rows = useMemo(() => stepLines(from, standing.scope), [from, standing.scope]);
  const table = useMemo(() => stepTable(from), [from]);
  return (
    <>
      {!isReadOnly && (
        <div className="outline-tables__buttons">
          <StepButtons {...props} step={standing.step} lane={standing.lane} />
        </div>
      )}
      <TableGrid
        {...props}
        label="Steps"
        rows={rows}
        table={table}
        keyOf={({ key }) => key}
        at={({ step }) => step.at}
        nameOf={({ step }) => step.name || step.id}
        selected={standing.step?.id ?? null}
        onSelect={(key) => {
          const row = rows.find((one) => one.key === key);
          if (row === undefined || row.step.id === shown.view.step) return;
          store.show({ step: row.step.id, nextAction: null, question: null }, 'replace');
        }}
        emptyMessage="No steps here."
      />
    </>
  );
}

function Actions({ from, standing, ...props }: OneProps): React.JSX.Element {
  const { store, shown, isReadOnly } = props;
  const { nextAction } = shown.view;
  const rows = useMemo(() => actionLines(from, standing.scope), [from, standing.scope]);
  const table = useMemo(() => actionTable(from), [from]);
  return (
    <>
      {!isReadOnly && (
        <div className="outline-tables__buttons">
          <ActionButtons
            {...props}
            step={standing.step}
            action={(nextAction === null ? undefined : shown.index.nextActions.get(nextAction)) ?? null}
          />
        </div>
      )}
      <TableGrid
        {...props}
        label="Next actions"
        rows={rows}
        table={table}
        keyOf={({ key }) => key}
        at={({ action }) => action.at}
        nameOf={({ action }) => action.label || action.id}
        selected={nextAction}
        onSelect={(key) => {
          const row = rows.find((one) => one.key === key);
          if (row !== undefined && row.action.id !== nextAction)
            goToAction(store, row.from.id, row.action.id, 'replace');
        }}
        emptyMessage="No next actions here."
      />
    </>
  );
}

function Forms({ from, standing, ...props }: OneProps): React.JSX.Element {
  const { store, shown, isReadOnly } = props;
  const [chosen, setChosen] = useState('');
  const rows = useMemo(() => activityLines(from, standing.scope), [from, standing.scope]);
  const table = useMemo(() => activityTable(), []);
  const row = rows.find(({ key }) => key === chosen) ?? null;
  function open({ activity }: ActivityLine): void {
    const where = `form.one-of.${encodeURIComponent(activity.form).replaceAll('.', '%2E')}`;
    store.goTo({ ...FIRST_VIEW, dataReturn: shown.view.dataReturn, screen: 'fields', own: { where } });
  }
  return (
    <>
      {!isReadOnly && (
        <div className="outline-tables__buttons">
          <ActivityButtons {...props} step={row?.step ?? standing.step} activity={row?.activity ?? null} />
        </div>
      )}
      <TableGrid
        {...props}
        label="Forms on steps"
        rows={rows}
        table={table}
        keyOf={({ key }) => key}
        at={({ activity }) => activity.at}
        nameOf={({ activity }) => activity.form}
        selected={row?.key ?? null}
        onSelect={setChosen}
        onOpen={open}
        emptyMessage="No forms here."
      />
    </>
  );
}

function Chosen(props: OneProps & { readonly table: OutlineTable }): React.JSX.Element {
  switch (props.table) {
    case 'steps':
      return <Steps {...props} />;
    case 'actions':
      return <Actions {...props} />;
    case 'forms':
      return <Forms {...props} />;
    default:
      return assertNever(props.table);
  }
}

function Scope({ store, shown, standing }: OneProps): React.JSX.Element {
  const words = {
    all: 'the whole map',
    lane: standing.lane === '' ? 'the lane that is chosen' : `lane ${standing.lane}`,
    step: standing.step === null ? 'the step that is chosen' : `step ${standing.step.name || standing.step.id}`,
  } as const;
  return (
    <label className="outline-tables__scope">
      Rows of{' '}
      <select
        className="field"
        value={outlineViewOf(shown.view).rows}
        onChange={({ target }) => {
          const kind = asWord(SCOPES, target.value) ?? 'lane';
          store.goTo(withOwn(store.getState().view, { [OUTLINE_WORDS.rows]: kind === 'lane' ? '' : kind }));
        }}
      >
        {SCOPES.map((kind) => (
          <option key={kind} value={kind}>
            {words[kind]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The map as tables, beside its tree: steps, next actions, and forms on steps, of what is chosen there. */
export function OutlineTables(props: OutlineTablesProps): React.JSX.Element {
  const { store, shown } = props;
  const { index, view } = shown;
  const standing = useMemo(() => standingIn(index, view), [index, view]);
  const { table } = outlineViewOf(view);
  return (
    <section className="outline-tables" aria-label="Tables">
      <div className="outline-tables__head">
        <fieldset className="row-switch">
          <legend className="visually-hidden">Table</legend>
          {TABLES.map((one) => (
            <button
              key={one}
              type="button"
              className="toggle"
              aria-pressed={one === table}
              onClick={() =>
                store.goTo(withOwn(store.getState().view, { [OUTLINE_WORDS.table]: one === 'steps' ? '' : one }))
              }
            >
              {TABLE_WORDS[one]}
            </button>
          ))}
        </fieldset>
        <Scope {...props} standing={standing} />
      </div>
      <Chosen {...props} standing={standing} table={table} />
    </section>
  );
}
