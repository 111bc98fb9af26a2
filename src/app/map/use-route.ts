import { useMemo } from 'react';
import type { Shown } from '#app/use-shown.ts';
import { type RouteOnMap, routeOnMap } from '#diagram/route.ts';
import type { MapNow } from './use-map-now.ts';
import { useSteady } from './use-steady.ts';

const keyOfRoute = (route: RouteOnMap | null): string =>
  route === null
    ? ''
    : [...[...route.numbers].map(([step, numbers]) => `${step} ${numbers.join(' ')}`), ...route.nextActions].join('\n');

/** The route of the chosen finding, else the thread. Another drawing of the map is another place for it. */
export function useRoute({ finding }: Shown, { thread, isLit }: MapNow, drawn: string): RouteOnMap | null {
  const wanted = useMemo(() => {
    if (finding?.route) return routeOnMap(finding.route);
    if (finding !== null || thread === null || !isLit || thread.numbers.size === 0) return null;
    return { numbers: thread.numbers, nextActions: thread.nextActions };
  }, [finding, thread, isLit]);
  return useSteady(wanted, wanted === null ? '' : `${drawn}\n${keyOfRoute(wanted)}`);
}
