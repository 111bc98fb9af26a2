import { describeDue, describeSource } from '#diagram/describe-place.ts';
import { coverageOfItem } from '#diagram/item-overlay.ts';
import { describeRoute } from '#diagram/route.ts';
import { ITEM_STATUS_WORDS } from '#diagram/status-words.ts';
import type { Audit, CoveragePlace, CoverageSource, ItemCoverage } from '#model/audit.ts';
import type { Item } from '#model/data-return.ts';
import type { Finding } from '#model/finding.ts';
import { type StepTypeId, stepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { RouteList } from '#views/route-list/route-list.tsx';
import { ItemStatusTag, PlaceStatusTag } from '#views/shared/status-tag.tsx';
import { TextButton } from '#views/shared/text-button.tsx';

export interface ItemPanelProps {
  readonly index: WorkspaceIndex;
  readonly audit: Audit;
  readonly item: Item;
  readonly onStep: (step: StepTypeId) => void;
  /** Shows a place on the map while the item stays in the panel. */
  readonly onPlace: (step: StepTypeId) => void;
  /** Lights the route that shows a gap; null puts it out. */
  readonly onFinding: (finding: Finding | null) => void;
  /** The id of the finding whose route is lit. */
  readonly chosen: string | null;
}

const describeFormat = ({ format, codeSet }: Item): string => {
  if (codeSet !== null) return `one of the codes of ${codeSet}`;
  return format.kind === 'pattern' ? 'text in a set pattern' : format.kind.replaceAll('-', ' ');
};

const describeOften = ({ min, max }: Item): string =>
  `${min === 0 ? 'optional' : 'required'}${max === 'n' || max > 1 ? `, up to ${max === 'n' ? 'any number of' : max} times` : ''}`;

function About({ index, item }: Pick<ItemPanelProps, 'index' | 'item'>): React.JSX.Element {
  const event = index.dataReturn?.events.find((candidate) => candidate.id === item.event);
  const rows: readonly (readonly [string, string])[] = [
    ['Element', item.tag],
    ['CBDS number', item.cbds === '' ? 'none given' : item.cbds],
    ['Format', `${describeFormat(item)}, ${describeOften(item)}`],
    ['Due when', event?.name ?? 'nothing makes it due'],
    ['Condition', item.condition],
    ['Fact', item.fact === null ? '' : (index.facts.get(item.fact)?.name ?? item.fact)],
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

const sourceKey = (source: CoverageSource): string => Object.values(source).join('|');

function Sources({
  index,
  sources,
}: {
  readonly index: WorkspaceIndex;
  readonly sources: readonly CoverageSource[];
}): React.JSX.Element {
  if (sources.length === 0) return <p className="panel__note">No place that the return reads can reach here.</p>;
  return (
    <ol className="sources" aria-label="Read from, in this order">
      {sources.map((source) => (
        <li key={sourceKey(source)}>
          {describeSource(index, source)} <span className="quiet">{source.status}</span>
        </li>
      ))}
    </ol>
  );
}

const isGapAt = (finding: Finding, item: Item, place: CoveragePlace): boolean =>
  (finding.kind === 'coverage/item-missing' || finding.kind === 'coverage/item-gap') &&
  finding.items.includes(item.id) &&
  finding.places[0]?.stepType === place.stepType &&
  (finding.places[0].nextAction ?? null) === place.nextAction;

/** The shortest route on which the item is not recorded: in words here, and lit on the map while it is chosen. */
function GapRoute({ gap, place, ...props }: ItemPanelProps & GapAt): React.JSX.Element | null {
  const { index, chosen, onStep, onFinding } = props;
  const route = place.gapRoute;
  if (route === null) return null;
  if (gap === undefined)
    return (
      <details className="details">
        <summary>Shortest route without it</summary>
        <RouteList lines={describeRoute(index, route, [])} onStep={onStep} />
      </details>
    );
  const isShown = gap.id === chosen;
  return (
    <>
      <button
        type="button"
        className="text-button"
        aria-expanded={isShown}
        onClick={() => onFinding(isShown ? null : gap)}
      >
        {isShown ? 'Hide the shortest route without it' : 'Show the shortest route without it'}
      </button>
      {isShown && <RouteList lines={describeRoute(index, route, [])} onStep={onStep} />}
    </>
  );
}

interface GapAt {
  readonly place: CoveragePlace;
  readonly gap: Finding | undefined;
}

function Place({ place, ...props }: ItemPanelProps & { readonly place: CoveragePlace }): React.JSX.Element {
  const { index, audit, item, onPlace } = props;
  const gap = audit.findings.find((finding) => isGapAt(finding, item, place));
  return (
    <li className="due-place">
      <div className="due-place__head">
        <TextButton onClick={() => onPlace(stepTypeId(place.stepType))}>{describeDue(index, place)}</TextButton>{' '}
        <PlaceStatusTag status={place.status} />
      </div>
      <Sources index={index} sources={place.sources} />
      <GapRoute {...props} place={place} gap={gap} />
    </li>
  );
}

function Coverage({ coverage, ...props }: ItemPanelProps & { readonly coverage: ItemCoverage }): React.JSX.Element {
  return (
    <>
      <p className="item-panel__status">
        <ItemStatusTag status={coverage.status} /> {ITEM_STATUS_WORDS[coverage.status].means}
        {coverage.conditional ? '; conditional' : ''}
      </p>
      {coverage.places.length > 0 && (
        <h3 className="panel__heading">Where it is due, and what the return reads there</h3>
      )}
      <ul className="plain-list">
        {coverage.places.map((place) => (
          <Place key={`${place.stepType} ${place.moment} ${place.nextAction}`} {...props} place={place} />
        ))}
      </ul>
    </>
  );
}

/** One item of the return: what it is, how sure it is, and each place where it is due with what feeds it there. */
export function ItemPanel(props: ItemPanelProps): React.JSX.Element {
  const { audit, item } = props;
  const coverages = coverageOfItem(audit, item);
  return (
    <section aria-label={`Item ${item.name}`}>
      <h2 className="panel__title">{item.name}</h2>
      {coverages.map((coverage) => (
        <Coverage key={coverage.event} {...props} coverage={coverage} />
      ))}
      {coverages.length === 0 && <p className="panel__note">Nothing makes this item due.</p>}
      <h3 className="panel__heading">About this item</h3>
      <About {...props} />
      {item.confidence !== 'verified' && item.confidence !== '' && (
        <p className="inset">
          {item.confidence.startsWith('not verified') ? item.confidence : `Not verified: ${item.confidence}`}
        </p>
      )}
    </section>
  );
}
