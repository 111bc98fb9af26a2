import { useId, useRef } from 'react';
import { fieldId } from '#walk/field-id.ts';
import type { NextActionGroup, NextActionsView, NextActionView } from '#walk/next-actions-view.ts';

interface NextActionsProps {
  readonly next: NextActionsView;
  readonly chosen: ReadonlySet<string>;
  readonly isOpen: boolean;
  readonly lit: ReadonlySet<string>;
  /** One of a group is chosen; null: none of them. */
  readonly onChooseOne: (group: NextActionGroup, action: NextActionView | null) => void;
  readonly onToggle: (action: NextActionView) => void;
  readonly onStartNow: (action: NextActionView) => void;
}

type OptionProps = NextActionsProps & { readonly group: NextActionGroup; readonly action: NextActionView };

/** An answer of the case makes it obligatory. */
const isDue = (rule: string): boolean => rule.startsWith('must be chosen because');

function Said({ action, id }: { readonly action: NextActionView; readonly id: string }): React.JSX.Element {
  return (
    <span className="next-option__says" id={id}>
      {action.leads}
      {action.rules.map((rule) => (
        <span key={rule} className={isDue(rule) ? 'next-option__due' : undefined}>
          {' · '}
          {rule}
        </span>
      ))}
      {action.never !== '' && <span className="next-option__never">{action.never}</span>}
    </span>
  );
}

function Tick({
  id,
  group,
  action,
  chosen,
  isOpen,
  onChooseOne,
  onToggle,
}: OptionProps & { readonly id: string }): React.JSX.Element {
  const isFixed = !isOpen || action.isTaken || action.isAlways || action.never !== '';
  const isRadio = group.kind === 'one-of' && !action.isAlways;
  return (
    <label className="case-tick" htmlFor={id}>
      <input
        id={id}
        type={isRadio ? 'radio' : 'checkbox'}
        name={isRadio ? `next ${group.key}` : undefined}
        checked={action.isTaken || action.isAlways || chosen.has(action.id)}
        disabled={isFixed}
        aria-describedby={`${id}-says`}
        onChange={() => (isRadio ? onChooseOne(group, action) : onToggle(action))}
      />
      <span className="next-option__label">{action.label}</span>
      {action.isTaken && <span className="case-pulled">taken</span>}
    </label>
  );
}

function OptionRow(props: OptionProps): React.JSX.Element {
  const { action, isOpen, lit, onStartNow } = props;
  const id = useId();
  return (
    <div className={lit.has(action.place) ? 'next-option next-option--lit' : 'next-option'} id={fieldId(action.place)}>
      <Tick {...props} id={id} />
      <Said action={action} id={`${id}-says`} />
      {isOpen && action.isImmediate && !action.isTaken && action.never === '' && (
        <button type="button" className="small-button next-option__now" onClick={() => onStartNow(action)}>
          Start now <span className="visually-hidden">{action.label}</span>
        </button>
      )}
    </div>
  );
}

function Group(props: NextActionsProps & { readonly group: NextActionGroup }): React.JSX.Element {
  const { group, chosen, isOpen, onChooseOne } = props;
  const isClearable = group.kind === 'one-of' && isOpen && group.actions.some(({ id }) => chosen.has(id));
  const box = useRef<HTMLFieldSetElement>(null);
  const leave = (): void => {
    box.current?.querySelector<HTMLInputElement>('input:not(:disabled)')?.focus();
    onChooseOne(group, null);
  };
  return (
    <fieldset className="next-group" ref={box}>
      <legend className="next-group__says">{group.says}</legend>
      {group.actions.map((action) => (
        <OptionRow key={action.id} {...props} action={action} />
      ))}
      {isClearable && (
        <button type="button" className="text-button case-clear" onClick={leave}>
          None of these
        </button>
      )}
    </fieldset>
  );
}

/** The next actions of a step with their rules, to be chosen when it is completed. */
export function NextActions(props: NextActionsProps): React.JSX.Element {
  const { next } = props;
  return (
    <section className="case-activity" aria-labelledby="next-actions">
      <h4 className="case-activity__title" id="next-actions" tabIndex={-1}>
        Next actions
      </h4>
      {next.neverEnds !== '' && (
        <p className="case-warning">
          <span aria-hidden="true">▲ </span>
          {next.neverEnds}
        </p>
      )}
      {next.groups.length === 0 && next.neverEnds === '' && <p className="case-quiet">None: the step just ends.</p>}
      {next.groups.map((group) => (
        <Group key={group.key} {...props} group={group} />
      ))}
    </section>
  );
}
