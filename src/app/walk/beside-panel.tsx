import { lazy, Suspense, useMemo } from 'react';
import { CaseTotals } from '#views/walk-beside/case-totals.tsx';
import { caseTotals, describeTotals, describeUsual } from '#walk/totals.ts';
import { BESIDE_TABS, type BesideTab, besideViewOf, showBeside } from './beside-address.ts';
import { BesideRecord } from './beside-record.tsx';
import { BesideReturn } from './beside-return.tsx';
import type { WalkNow } from './walk-now.ts';

// The map is fetched when it is first looked at.
const BesideMap = lazy(() => import('./beside-map.tsx').then((room) => ({ default: room.BesideMap })));

const TAB_WORDS: Readonly<Record<BesideTab, string>> = { return: 'Return', record: 'Record', map: 'Map' };

const BODIES: Readonly<Record<BesideTab, React.ComponentType<WalkNow>>> = {
  return: BesideReturn,
  record: BesideRecord,
  map: BesideMap,
};

function Totals({ rules, moment }: WalkNow): React.JSX.Element {
  const totals = useMemo(() => caseTotals(rules.index, rules.definitions, moment.state), [rules, moment]);
  return <CaseTotals totals={describeTotals(totals)} note={describeUsual(totals)} />;
}

/** What the case comes to: the return, the record and the map, and what it has cost to record so far. */
export function BesidePanel(walk: WalkNow): React.JSX.Element {
  const { tab } = besideViewOf(walk.shown.view);
  const Body = BODIES[tab];
  return (
    <aside className="beside" aria-label="Beside the case">
      <nav className="tabs" aria-label="Beside the case">
        {BESIDE_TABS.map((word) => (
          <button
            key={word}
            type="button"
            className="tab"
            aria-current={word === tab ? 'true' : undefined}
            onClick={() => showBeside(walk.store, { beside: word === 'return' ? '' : word })}
          >
            {TAB_WORDS[word]}
          </button>
        ))}
      </nav>
      <div className="beside__body">
        <Suspense fallback={<p className="waiting">Fetching the map…</p>}>
          <Body {...walk} />
        </Suspense>
      </div>
      <Totals {...walk} />
    </aside>
  );
}
