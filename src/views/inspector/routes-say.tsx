import { count } from '#diagram/describe-step.ts';
import type { StepSets } from '#model/audit.ts';
import type { Item } from '#model/data-return.ts';
import { TextButton } from '#views/shared/text-button.tsx';

interface RoutesSayProps {
  /** Null where no route reaches the step, or the audit is not there yet. */
  readonly sets: StepSets | null;
  /** The item that is looked at. */
  readonly item: Item | null;
  readonly isKnown: boolean;
  readonly isFresh: boolean;
  readonly nameOf: (fact: string) => string;
  readonly onFact: (fact: string) => void;
}

interface Moment {
  readonly title: string;
  readonly always: readonly string[];
  readonly sometimes: readonly string[];
}

const momentsOf = (sets: StepSets): readonly Moment[] => [
  { title: 'Known before it starts', always: sets.beforeAlways, sometimes: sets.beforeSometimes },
  { title: 'Recorded in it', always: sets.makesAlways, sometimes: sets.makesSometimes },
  { title: 'Recorded after it', always: sets.afterAlways, sometimes: sets.afterSometimes },
];

function statusOf(fact: string, { always, sometimes }: Moment): string {
  if (always.includes(fact)) return '● always';
  return sometimes.includes(fact) ? '◐ on some routes' : '○ no';
}

type NamedFacts = Pick<RoutesSayProps, 'nameOf' | 'onFact'>;

function Facts({
  facts,
  words,
  nameOf,
  onFact,
}: NamedFacts & { readonly facts: readonly string[]; readonly words: string }): React.JSX.Element | null {
  if (facts.length === 0) return null;
  return (
    <>
      <h4 className="inspector-list__heading">{words}</h4>
      <ul className="plain-list">
        {facts.map((fact) => (
          <li key={fact}>
            <TextButton onClick={() => onFact(fact)}>{nameOf(fact)}</TextButton>
          </li>
        ))}
      </ul>
    </>
  );
}

function MomentFacts({ moment, ...named }: NamedFacts & { readonly moment: Moment }): React.JSX.Element {
  const { title, always, sometimes } = moment;
  const some = sometimes.filter((fact) => !always.includes(fact));
  const said = [`${count(always.length, 'fact')} always`, some.length === 0 ? '' : `${some.length} on some routes`];
  return (
    <details className="inspector-list">
      <summary>
        {title}: {said.filter((part) => part !== '').join(', ')}
      </summary>
      <Facts {...named} facts={always} words="● Always" />
      <Facts {...named} facts={some} words="◐ On some routes" />
    </details>
  );
}

function ItemHere({ sets, item }: { readonly sets: StepSets; readonly item: Item }): React.JSX.Element | null {
  const { fact, name } = item;
  if (fact === null) return null;
  return (
    <>
      <h4 className="inspector-list__heading">{name} here</h4>
      <dl className="facts">
        {momentsOf(sets).map((moment) => (
          <div key={moment.title}>
            <dt>{moment.title}</dt>
            <dd>{statusOf(fact, moment)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** What every route that comes to a step knows: before it, in it and after it, always or sometimes. */
export function RoutesSay(props: RoutesSayProps): React.JSX.Element {
  const { sets, item, isKnown, isFresh } = props;
  return (
    <section aria-label="What the routes say">
      <h3 className="panel__heading">What the routes say{isKnown && !isFresh ? ' (being worked out again)' : ''}</h3>
      {!isKnown && <p className="quiet">Asking what the routes say…</p>}
      {isKnown && sets === null && <p className="inset">No route reaches this step.</p>}
      {sets !== null && (
        <>
          {item !== null && <ItemHere sets={sets} item={item} />}
          {momentsOf(sets).map((moment) => (
            <MomentFacts key={moment.title} moment={moment} nameOf={props.nameOf} onFact={props.onFact} />
          ))}
        </>
      )}
    </section>
  );
}
