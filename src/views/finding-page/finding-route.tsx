import { useMemo } from 'react';
import { describeRoute, type RouteLine, stepsOfFinding } from '#diagram/route.ts';
import type { Finding, Route } from '#model/finding.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { RouteList } from '#views/route-list/route-list.tsx';
import { SmallMap } from '#views/small-map/small-map.tsx';

const headingOf = (finding: Finding): string =>
  finding.kind.startsWith('coverage/item-') ? 'Shortest route without it' : 'Shortest route that shows it';

/** The route of a finding: drawn small, and the same in words. */
export function FindingRoute({
  index,
  finding,
  route,
  onStep,
}: {
  readonly index: WorkspaceIndex;
  readonly finding: Finding;
  readonly route: Route;
  readonly onStep: (step: StepTypeId) => void;
}): React.JSX.Element {
  const lines: readonly RouteLine[] = useMemo(
    () => describeRoute(index, route, finding.places),
    [index, route, finding.places],
  );
  const named = useMemo(() => new Set(stepsOfFinding(finding)), [finding]);
  return (
    <>
      <h4 className="panel__heading">{headingOf(finding)}</h4>
      <div className="finding-route">
        <SmallMap lines={lines} named={named} />
        <details className="details" open>
          <summary>In words</summary>
          <RouteList lines={lines} onStep={onStep} />
        </details>
      </div>
    </>
  );
}
