import type { YearChange as Change } from '#diagram/year-change/year-change.ts';
import type { Finding } from '#model/finding.ts';
import type { EventId, FactId, ItemId, StepTypeId } from '#model/ids.ts';
import { CodesSection } from './code-section.tsx';
import { EventsSection } from './event-section.tsx';
import { ItemsSection, RulesSection, WorseSection } from './item-sections.tsx';
import { CarriedSection, LostFactsSection, NewFactsSection } from './mapping-sections.tsx';
import { YearSummary } from './year-summary.tsx';

export interface YearChangeProps {
  readonly change: Change;
  readonly onItem: (item: ItemId) => void;
  readonly onFact: (fact: FactId) => void;
  readonly onFinding: (finding: Finding) => void;
  /** Says that an event happens at a step type; null: at one that is still to be chosen. */
  readonly onMapEvent: (event: EventId, stepType: StepTypeId | null) => void;
}

const nameOf = (dataReturn: Change['to']): string => dataReturn?.name ?? 'no return';

function Unverified({ change }: Pick<YearChangeProps, 'change'>): React.JSX.Element | null {
  const said = change.to?.notVerified ?? [];
  if (said.length === 0) return null;
  return (
    <details className="details">
      <summary>What is not verified of {nameOf(change.to)}</summary>
      <ul>
        {said.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </details>
  );
}

/** What another year of a return changes for this workspace: what is newly missing first, then all the rest. */
export function YearChange(props: YearChangeProps): React.JSX.Element {
  const { change, onItem, onFact, onFinding, onMapEvent } = props;
  const { items, rules, mappings, codes, events, statuses } = change;
  return (
    <section className="year-change" aria-labelledby="year-change-title">
      <h2 id="year-change-title">
        {nameOf(change.to)} compared with {nameOf(change.from)}
      </h2>
      <YearSummary change={change} />
      <Unverified change={change} />
      <WorseSection statuses={statuses} onItem={onItem} onFinding={onFinding} />
      <NewFactsSection mappings={mappings} onFact={onFact} />
      <EventsSection events={events} onMapEvent={onMapEvent} />
      <CodesSection codes={codes} />
      <ItemsSection items={items} onItem={onItem} />
      <LostFactsSection mappings={mappings} onFact={onFact} />
      <RulesSection rules={rules} />
      <CarriedSection mappings={mappings} codes={codes} events={events} />
    </section>
  );
}
