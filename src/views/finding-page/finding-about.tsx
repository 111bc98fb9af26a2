import { topicOf } from '#diagram/finding-words.ts';
import type { Finding } from '#model/finding.ts';
import type { ItemId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { protectionOf } from '#views/decision-form/decisions-for.ts';
import type { Hrefs } from './hrefs.ts';

interface AboutProps {
  readonly index: WorkspaceIndex;
  readonly finding: Finding;
  readonly hrefs: Hrefs;
}

function ItemLink({ index, hrefs, id }: Omit<AboutProps, 'finding'> & { readonly id: ItemId }): React.JSX.Element {
  const item = index.items.get(id);
  return (
    <li>
      <a href={hrefs.item(id)}>{item?.tag || id}</a> {item === undefined || item.cbds === '' ? '' : `(${item.cbds}) `}
      {item !== undefined && item.name !== '' && <span className="quiet">{item.name}</span>}
    </li>
  );
}

/** The items and the fact of a finding, and what protects it. */
export function FindingAbout({ index, finding, hrefs }: AboutProps): React.JSX.Element | null {
  const protection = topicOf(finding.kind) === 'value' ? protectionOf(index, finding) : '';
  const { fact, items } = finding;
  if (fact === '' && items.length === 0 && protection === '') return null;
  return (
    <dl className="facts">
      {items.length > 0 && (
        <div>
          <dt>{items.length === 1 ? 'Item' : 'Items'}</dt>
          <dd>
            <ul className="plain-list">
              {items.map((id) => (
                <ItemLink key={id} index={index} hrefs={hrefs} id={id} />
              ))}
            </ul>
          </dd>
        </div>
      )}
      {fact !== '' && (
        <div>
          <dt>Fact</dt>
          <dd>
            <a href={hrefs.fact(fact)}>{index.facts.get(fact)?.name || fact}</a> <span className="quiet">({fact})</span>
          </dd>
        </div>
      )}
      {protection !== '' && (
        <div>
          <dt>Protected</dt>
          <dd>Never to be removed: {protection}</dd>
        </div>
      )}
    </dl>
  );
}
