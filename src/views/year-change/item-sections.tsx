import type { MemberChange } from '#diagram/year-change/compare-lists.ts';
import type { ItemChanges, LoneItem, RuleChanges } from '#diagram/year-change/item-changes.ts';
import type { StatusChanges } from '#diagram/year-change/status-changes.ts';
import type { ItemStatus } from '#model/audit.ts';
import type { Item } from '#model/data-return.ts';
import type { Finding } from '#model/finding.ts';
import type { ItemId } from '#model/ids.ts';
import { ItemStatusTag } from '#views/shared/status-tag.tsx';
import { TextButton } from '#views/shared/text-button.tsx';
import { ChangeSection, ChangeTable } from './change-section.tsx';
import { SECTIONS } from './year-summary.tsx';

interface OnItem {
  readonly onItem: (item: ItemId) => void;
}

/** An item; a link where it stands in the return that is looked at. */
function ItemName({
  item,
  onItem,
}: {
  readonly item: Item;
  readonly onItem: OnItem['onItem'] | null;
}): React.JSX.Element {
  return (
    <>
      {onItem === null ? item.tag : <TextButton onClick={() => onItem(item.id)}>{item.tag}</TextButton>}{' '}
      <span className="quiet">{item.cbds}</span>
      <br />
      {item.name}
    </>
  );
}

function Status({ status }: { readonly status: ItemStatus | null }): React.JSX.Element {
  return status === null ? <span className="quiet">not in the return</span> : <ItemStatusTag status={status} />;
}

/** What the new year newly lacks: said first, as it is what has to be worked on. */
export function WorseSection({
  statuses,
  onItem,
  onFinding,
}: OnItem & {
  readonly statuses: StatusChanges | null;
  readonly onFinding: (finding: Finding) => void;
}): React.JSX.Element {
  if (statuses === null) return <p className="panel__note">How each item stands is being worked out for both years.</p>;
  const { worse, better, coveredAlready, newCodeFindings } = statuses;
  return (
    <ChangeSection
      id={SECTIONS.worse}
      title="What now needs work"
      count={worse.length}
      none="No item stands worse than in the other year, and no new one is without cover."
    >
      <ChangeTable caption="Items that now need work" isTitle heads={['Item', 'Module', 'Before', 'Now']}>
        {worse.map(({ item, from, to }) => (
          <tr key={item.id}>
            <th scope="row">
              <ItemName item={item} onItem={onItem} />
            </th>
            <td>{item.module}</td>
            <td>
              <Status status={from} />
            </td>
            <td>
              <Status status={to} />
            </td>
          </tr>
        ))}
      </ChangeTable>
      {newCodeFindings.length > 0 && (
        <>
          <h4>Answers and codes that now need a look</h4>
          <ul className="plain-list">
            {newCodeFindings.map((finding) => (
              <li key={finding.id}>
                <TextButton onClick={() => onFinding(finding)}>{finding.message}</TextButton>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="panel__note">
        {coveredAlready.length} new {coveredAlready.length === 1 ? 'item is' : 'items are'} covered already, and{' '}
        {better.length} of both years {better.length === 1 ? 'stands' : 'stand'} better.
      </p>
    </ChangeSection>
  );
}

function LoneItems({
  caption,
  items,
  same,
  onItem,
}: {
  readonly caption: string;
  readonly items: readonly LoneItem[];
  readonly same: string;
  /** null: the item is not in the return looked at. */
  readonly onItem: OnItem['onItem'] | null;
}): React.JSX.Element | null {
  if (items.length === 0) return null;
  return (
    <ChangeTable caption={caption} heads={['Item', 'Module', 'Same fact']}>
      {items.map(({ item, sameFact }) => (
        <tr key={item.id}>
          <th scope="row">
            <ItemName item={item} onItem={onItem} />
          </th>
          <td>{item.module}</td>
          <td>
            {sameFact.length === 0 ? (
              <span className="quiet">none</span>
            ) : (
              `${same} ${sameFact.map(({ tag }) => tag).join(', ')}`
            )}
          </td>
        </tr>
      ))}
    </ChangeTable>
  );
}

function Changes({ changes }: { readonly changes: readonly MemberChange[] }): React.JSX.Element {
  return (
    <ul className="plain-list">
      {changes.map(({ member, from, to }) => (
        <li key={member}>
          <strong>{member}</strong>: <del>{from}</del> <span className="visually-hidden">became</span>
          <span aria-hidden="true">→</span> <ins>{to}</ins>
        </li>
      ))}
    </ul>
  );
}

/** Every item of either year: added, removed or changed; those that are the same are counted. */
export function ItemsSection({ items, onItem }: OnItem & { readonly items: ItemChanges }): React.JSX.Element {
  const { added, removed, changed, same } = items;
  return (
    <ChangeSection
      id={SECTIONS.items}
      title="Items"
      count={added.length + removed.length + changed.length}
      none={`All ${same.length} items are the same.`}
    >
      <LoneItems caption="Items added" items={added} same="takes the place of" onItem={onItem} />
      <LoneItems caption="Items removed" items={removed} same="now asked by" onItem={null} />
      {changed.length > 0 && (
        <ChangeTable caption="Items changed" heads={['Item', 'What changed']}>
          {changed.map(({ to, changes }) => (
            <tr key={to.id}>
              <th scope="row">
                <ItemName item={to} onItem={onItem} />
              </th>
              <td>
                <Changes changes={changes} />
              </td>
            </tr>
          ))}
        </ChangeTable>
      )}
      <p className="panel__note">{same.length} items are the same in both years.</p>
    </ChangeSection>
  );
}

/** Every rule of either year: added, removed or changed. */
export function RulesSection({ rules }: { readonly rules: RuleChanges }): React.JSX.Element {
  const { added, removed, changed, same } = rules;
  const lone = [
    ...added.map((rule) => ({ rule, words: 'Added' })),
    ...removed.map((rule) => ({ rule, words: 'Removed' })),
  ];
  return (
    <ChangeSection
      id={SECTIONS.rules}
      title="Rules"
      count={lone.length + changed.length}
      none={`All ${same.length} rules are the same.`}
    >
      <ChangeTable caption="Rules added, removed or changed" isTitle heads={['Rule', 'Change', 'What it says']}>
        {lone.map(({ rule, words }) => (
          <tr key={rule.id}>
            <th scope="row">
              {rule.id} <span className="quiet">{rule.type}</span>
            </th>
            <td>{words}</td>
            <td>{rule.says}</td>
          </tr>
        ))}
        {changed.map(({ to, changes }) => (
          <tr key={to.id}>
            <th scope="row">{to.id}</th>
            <td>Changed</td>
            <td>
              <Changes changes={changes} />
            </td>
          </tr>
        ))}
      </ChangeTable>
      <p className="panel__note">{same.length} rules are the same in both years.</p>
    </ChangeSection>
  );
}
