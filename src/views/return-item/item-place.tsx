import type { DetailPlace } from '#diagram/item-details.ts';
import type { Finding } from '#model/finding.ts';
import type { StepTypeId } from '#model/ids.ts';
import { RouteList } from '#views/route-list/route-list.tsx';
import { PlaceStatusTag } from '#views/shared/status-tag.tsx';
import { TextButton } from '#views/shared/text-button.tsx';
import { ItemSources, type SourceActions } from './item-sources.tsx';

export interface PlaceActions extends SourceActions {
  readonly onPlace: (place: DetailPlace) => void;
  readonly onStep: (step: StepTypeId) => void;
  readonly onShowOnMap: (place: DetailPlace) => void;
  readonly onFinding: (finding: Finding) => void;
  /** What can be done where not every route records it; left out: nothing. */
  readonly renderFix?: (place: DetailPlace) => React.ReactNode;
}

function Opened({ place, ...actions }: PlaceActions & { readonly place: DetailPlace }): React.JSX.Element {
  const { onStep, onShowOnMap, onFinding, renderFix } = actions;
  const { gap } = place;
  return (
    <>
      {place.sources.length === 0 ? (
        <p className="panel__note">No place that the return reads can reach here.</p>
      ) : (
        <>
          <h4 className="return-item__small">Read from{place.sources.length > 1 ? ', the first of' : ''}</h4>
          <ItemSources
            {...actions}
            details={place.sources}
            ordered={place.sources.length > 1}
            label={`What the return reads at ${place.words}, in order of precedence`}
          />
        </>
      )}
      {place.route.length > 0 && (
        <>
          <h4 className="return-item__small">Shortest route without it</h4>
          <RouteList lines={place.route} onStep={onStep} />
        </>
      )}
      <p className="due-place__links">
        <TextButton onClick={() => onShowOnMap(place)}>
          Show on the map<span className="visually-hidden">: {place.words}</span>
        </TextButton>
        {gap !== null && (
          <TextButton onClick={() => onFinding(gap)}>
            Read the finding<span className="visually-hidden">: {gap.message}</span>
          </TextButton>
        )}
      </p>
      {place.place.status !== 'always' && renderFix?.(place)}
    </>
  );
}

/** One place where the item is due; the chosen one shows what is read there and a route without it. */
export function ItemPlace({
  place,
  isOpen,
  ...actions
}: PlaceActions & { readonly place: DetailPlace; readonly isOpen: boolean }): React.JSX.Element {
  return (
    <li className={isOpen ? 'due-place due-place--open' : 'due-place'}>
      <div className="due-place__head">
        <button type="button" className="text-button" aria-expanded={isOpen} onClick={() => actions.onPlace(place)}>
          {place.words}
        </button>{' '}
        <PlaceStatusTag status={place.place.status} />
      </div>
      {isOpen && <Opened {...actions} place={place} />}
    </li>
  );
}
