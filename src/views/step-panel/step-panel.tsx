import { describeRules, describeTarget } from '#diagram/describe-next-action.ts';
import { count, describeClock, type FormOfStep, formsOfStep } from '#diagram/describe-step.ts';
import { MARK_WORDS, marksOf } from '#diagram/marks.ts';
import type { StepSets } from '#model/audit.ts';
import type { Item } from '#model/data-return.ts';
import type { FactId, StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { NextAction, StepType } from '#model/workspace.ts';
import { TextButton } from '#views/shared/text-button.tsx';

export interface StepPanelProps {
  readonly index: WorkspaceIndex;
  readonly step: StepType;
  /** Null where no route reaches the step, or the audit is not there yet. */
  readonly sets: StepSets | null;
  readonly item: Item | null;
  readonly onStep: (step: StepTypeId) => void;
}

function About({ step }: { readonly step: StepType }): React.JSX.Element {
  const yearly = step.completedPerYear === null ? '' : `${step.completedPerYear.toLocaleString('en-GB')} a year`;
  const rows: readonly (readonly [string, string])[] = [
    ['Lane', step.workflow],
    ['Team', step.team],
    ['Clock', step.clock === null ? 'none' : describeClock(step.clock)],
    ['Recorded for', step.per === 'group' ? 'the family together' : 'each child'],
    ['Finished', yearly],
    ['Begins', step.opens.length === 0 ? '' : `a new ${step.opens.join(', ').replaceAll('-', ' ')}`],
    [
      'Start and end',
      [step.mayStart ? 'work may start here' : '', step.mayEnd ? 'may end with no next action' : '']
        .filter((words) => words !== '')
        .join('; '),
    ],
  ];
  return (
    <dl className="facts">
      {rows
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Forms({ forms }: { readonly forms: readonly FormOfStep[] }): React.JSX.Element {
  if (forms.length === 0) return <p className="panel__note">No forms.</p>;
  return (
    <ul className="plain-list">
      {forms.map((form) => (
        <li key={form.form}>
          {form.title}{' '}
          <span className="quiet">
            {form.kind === 'form' ? '' : `${form.kind}, `}
            {count(form.questions, 'question')}
            {form.mandatory ? '' : ', optional'}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Action({
  index,
  action,
  onStep,
}: { readonly action: NextAction } & Pick<StepPanelProps, 'index' | 'onStep'>): React.JSX.Element {
  const { to } = action;
  return (
    <li className="next-action">
      <div>
        {marksOf(action, to.kind === 'step' && to.stepType === action.from).map((mark) => (
          <span key={mark} title={MARK_WORDS[mark].words} aria-hidden="true">
            {MARK_WORDS[mark].sign}
          </span>
        ))}{' '}
        {action.label} <span aria-hidden="true">→</span>{' '}
        {to.kind === 'step' ? (
          <TextButton onClick={() => onStep(to.stepType)}>{describeTarget(index, action)}</TextButton>
        ) : (
          <strong>{describeTarget(index, action)}</strong>
        )}
      </div>
      <div className="quiet">{describeRules(index, action).join('; ')}</div>
    </li>
  );
}

const knownWords = (fact: FactId, always: readonly string[], sometimes: readonly string[]): string => {
  if (always.includes(fact)) return 'always';
  return sometimes.includes(fact) ? 'on some routes' : 'no';
};

function ItemHere({ item, sets }: { readonly item: Item; readonly sets: StepSets }): React.JSX.Element | null {
  if (item.fact === null) return null;
  return (
    <>
      <h3 className="panel__heading">{item.name} here</h3>
      <dl className="facts">
        <div>
          <dt>Known before</dt>
          <dd>{knownWords(item.fact, sets.beforeAlways, sets.beforeSometimes)}</dd>
        </div>
        <div>
          <dt>Made in this step</dt>
          <dd>{knownWords(item.fact, sets.makesAlways, sets.makesSometimes)}</dd>
        </div>
        <div>
          <dt>Made after</dt>
          <dd>{knownWords(item.fact, sets.afterAlways, sets.afterSometimes)}</dd>
        </div>
      </dl>
    </>
  );
}

/** One step: its clock and team, its forms, its next actions with their rules, and what is known of the chosen item. */
export function StepPanel({ index, step, sets, item, onStep }: StepPanelProps): React.JSX.Element {
  const actions = index.nextActionsFrom.get(step.id) ?? [];
  const leadingHere = index.workspace.nextActions.filter(
    (action) => action.to.kind === 'step' && action.to.stepType === step.id,
  );
  const from = [...new Set(leadingHere.map((action) => action.from))].filter((origin) => origin !== step.id);
  return (
    <section aria-label={`Step ${step.name}`}>
      <h2 className="panel__title">{step.name}</h2>
      <About step={step} />
      {item !== null && sets !== null && <ItemHere item={item} sets={sets} />}
      <h3 className="panel__heading">{count(actions.length, 'next action')}</h3>
      <ul className="plain-list">
        {actions.map((action) => (
          <Action key={action.id} index={index} action={action} onStep={onStep} />
        ))}
      </ul>
      <h3 className="panel__heading">Forms</h3>
      <Forms forms={formsOfStep(index, step.id)} />
      <h3 className="panel__heading">Comes from</h3>
      <ul className="plain-list">
        {from.map((origin) => (
          <li key={origin}>
            <TextButton onClick={() => onStep(origin)}>{index.stepTypes.get(origin)?.name ?? origin}</TextButton>
          </li>
        ))}
        {from.length === 0 && (
          <li className="quiet">{step.mayStart ? 'Work starts here.' : 'No other step leads here.'}</li>
        )}
      </ul>
      {sets === null && <p className="inset">No route reaches this step.</p>}
      {step.notes !== '' && <p className="quiet">{step.notes}</p>}
    </section>
  );
}
