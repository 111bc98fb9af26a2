import { count } from '#diagram/describe-step.ts';
import type { CodeChanges } from '#diagram/year-change/code-changes.ts';
import type { EventChanges } from '#diagram/year-change/event-changes.ts';
import type { FactChange, MappingChanges } from '#diagram/year-change/mapping-changes.ts';
import type { FactId } from '#model/ids.ts';
import { MAPPING_STATUSES } from '#model/words.ts';
import { TextButton } from '#views/shared/text-button.tsx';
import { ChangeSection, ChangeTable } from './change-section.tsx';
import { SECTIONS } from './year-summary.tsx';

interface OnFact {
  readonly onFact: (fact: FactId) => void;
}

function Mappings({ fact, isDue }: { readonly fact: FactChange; readonly isDue: boolean }): React.JSX.Element {
  if (fact.mappings.length === 0)
    return isDue ? <span className="year-change__lacks">○ No source yet</span> : <span className="quiet">none</span>;
  return (
    <ul className="plain-list">
      {isDue && !fact.isFed && <li className="year-change__lacks">○ No place that the return can read</li>}
      {fact.mappings.map(({ source, words }) => (
        <li key={`${source.at.file} ${source.at.row}`}>
          {words} <span className="quiet">{`${source.use}, ${source.status}`}</span>
        </li>
      ))}
    </ul>
  );
}

function FactRows({
  facts,
  isDue,
  onFact,
}: OnFact & { readonly facts: readonly FactChange[]; readonly isDue: boolean }): React.JSX.Element {
  return (
    <>
      {facts.map((fact) => (
        <tr key={fact.fact}>
          <th scope="row">
            <TextButton onClick={() => onFact(fact.fact)}>{fact.name}</TextButton>
          </th>
          <td>{fact.items.map(({ tag }) => tag).join(', ')}</td>
          <td>
            <Mappings fact={fact} isDue={isDue} />
          </td>
        </tr>
      ))}
    </>
  );
}

/** Facts that only the new year asks for, and where the workspace has them already. */
export function NewFactsSection({
  mappings,
  onFact,
}: OnFact & { readonly mappings: MappingChanges }): React.JSX.Element {
  const { newlyDue } = mappings;
  const inOrder = newlyDue.toSorted((one, other) => Number(one.isFed) - Number(other.isFed));
  return (
    <ChangeSection
      id={SECTIONS.facts}
      title="Facts newly due"
      count={newlyDue.length}
      none="The same facts are due in both years."
    >
      <ChangeTable caption="Facts newly due" isTitle heads={['Fact', 'For', 'Where it is recorded']}>
        <FactRows facts={inOrder} isDue onFact={onFact} />
      </ChangeTable>
    </ChangeSection>
  );
}

/** Facts that only the old year asks for, with the mappings that are kept. */
export function LostFactsSection({
  mappings,
  onFact,
}: OnFact & { readonly mappings: MappingChanges }): React.JSX.Element {
  const { noLongerDue, groups } = mappings;
  return (
    <ChangeSection
      id={SECTIONS.lost}
      title="Facts no longer due"
      count={noLongerDue.length}
      none="No fact has stopped being due."
    >
      <p>
        {count(groups.feedsNothing.length, 'mapping')} {groups.feedsNothing.length === 1 ? 'feeds' : 'feed'} nothing in
        the new year. All of them are kept: they still serve the other year.
      </p>
      <ChangeTable caption="Facts no longer due" isTitle heads={['Fact', 'Was for', 'Mappings that are kept']}>
        <FactRows facts={noLongerDue} isDue={false} onFact={onFact} />
      </ChangeTable>
    </ChangeSection>
  );
}

/** Mappings that serve both years, and where all the others went: the numbers add up to every mapping there is. */
export function CarriedSection({
  mappings,
  codes,
  events,
}: {
  readonly mappings: MappingChanges;
  readonly codes: CodeChanges;
  readonly events: EventChanges;
}): React.JSX.Element {
  const { groups, carriedByStatus } = mappings;
  const byStatus = MAPPING_STATUSES.filter((status) => carriedByStatus[status] > 0);
  const { carriesOver, relabelled, retired, serves, withoutCode, neither } = codes.groups;
  const rows: readonly (readonly [string, readonly number[]])[] = [
    [
      'Recording places',
      [groups.carriesOver.length, groups.feedsNothing.length, groups.serves.length, groups.neither.length],
    ],
    [
      'Codes of answers',
      [carriesOver.length + relabelled.length, retired.length, serves.length, withoutCode.length + neither.length],
    ],
    [
      'Places of events',
      [
        events.groups.carriesOver.length,
        events.groups.feedsNothing.length,
        events.groups.serves.length,
        events.groups.neither.length,
      ],
    ],
  ];
  return (
    <ChangeSection
      id={SECTIONS.carried}
      title="Mappings that carry over"
      count={groups.carriesOver.length}
      none="No mapping serves both years."
    >
      <p>{byStatus.map((status) => `${carriedByStatus[status].toLocaleString('en-GB')} ${status}`).join(' · ')}</p>
      <ChangeTable
        caption="Where every mapping goes"
        heads={['Mappings', 'Serve both years', 'Only the old year', 'Only the new year', 'Neither, or no code', 'All']}
      >
        {rows.map(([name, numbers]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {[...numbers, numbers.reduce((sum, one) => sum + one, 0)].map((number, column) => (
              <td key={column} className="small-table__number">
                {number.toLocaleString('en-GB')}
              </td>
            ))}
          </tr>
        ))}
      </ChangeTable>
    </ChangeSection>
  );
}
