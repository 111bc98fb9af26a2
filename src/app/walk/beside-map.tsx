import '#app/screens/map.scss';
import { useMemo } from 'react';
import { useSteady } from '#app/map/use-steady.ts';
import type { StepTypeId } from '#model/ids.ts';
import { type Highlight, NO_HIGHLIGHT, type Tone } from '#views/map-canvas/highlight.ts';
import { MapCanvas } from '#views/map-canvas/map-canvas.tsx';
import { WhereList } from '#views/walk-beside/where-list.tsx';
import type { Told } from '#walk/entry-words.ts';
import { type CaseOnMap, caseOnMap, STANDING_WORDS, STANDINGS, type Standing, stepToChoose } from '#walk/map-view.ts';
import { besideViewOf, showBeside } from './beside-address.ts';
import type { WalkNow } from './walk-now.ts';

const TONES: Readonly<Record<Standing, Tone>> = { open: 'records', done: 'good', cancelled: 'quiet' };

const nothing = (): void => undefined;

/** What stands on the map; the same value for as long as nothing of it changes, so that the map is not moved for nothing. */
function useHighlight(found: CaseOnMap, selected: StepTypeId | null): Highlight {
  const key = JSON.stringify([[...found.route.numbers], [...found.route.nextActions], [...found.marks]]);
  const onMap = useSteady(found, key);
  const follow = useSteady(found.open, [...found.open].join('\n'));
  return useMemo(
    () => ({
      ...NO_HIGHLIGHT,
      route: onMap.route.numbers.size === 0 ? null : onMap.route,
      badges: new Map(
        [...onMap.marks].map(([step, { standing, text, says }]) => [
          step,
          { text, title: says, tone: TONES[standing] },
        ]),
      ),
      tones: new Map([...onMap.marks].map(([step, { standing }]) => [step, TONES[standing]])),
      selected,
      follow,
    }),
    [onMap, follow, selected],
  );
}

const Key = (): React.JSX.Element => (
  <p className="beside-map__key">
    {STANDINGS.map((standing) => (
      <span key={standing} className={`where-line__standing where-line__standing--${standing}`}>
        <span aria-hidden="true">{STANDING_WORDS[standing].sign}</span> {STANDING_WORDS[standing].word}
      </span>
    ))}
    <span>Numbers: the order in which steps came in. Heavy lines: next actions taken.</span>
  </p>
);

function Canvas({ walk, told, found }: { readonly walk: WalkNow; readonly told: Told; readonly found: CaseOnMap }) {
  const { choose, step, shown } = walk;
  const { diagram } = shown.shown;
  const highlight = useHighlight(found, step?.stepType ?? null);
  if (diagram === null) return <p className="waiting">Drawing the map…</p>;
  return (
    <MapCanvas
      diagram={diagram}
      highlight={highlight}
      onSelect={(stepType) => {
        const key = stepType === null ? null : stepToChoose(told, stepType);
        if (key !== null) choose(key);
      }}
      onClear={nothing}
    />
  );
}

/** The map, following the case: where the child is, where it has been; and the same as a list. */
export function BesideMap(walk: WalkNow): React.JSX.Element {
  const { store, rules, moment, on, step, choose } = walk;
  const { isWide } = besideViewOf(walk.shown.view);
  const told = useMemo(() => ({ index: rules.index, state: moment.state, on }), [rules, moment, on]);
  const found = useMemo(() => caseOnMap(told), [told]);
  return (
    <div className="beside-map" data-wide={isWide}>
      <div className="beside-bar">
        <Key />
        <button
          type="button"
          className="chip"
          aria-pressed={isWide}
          onClick={() => showBeside(store, { wide: isWide ? '' : 'map' })}
        >
          Large
        </button>
      </div>
      <div className="beside-map__canvas map-area">
        <Canvas key={isWide ? 'wide' : 'beside'} walk={walk} told={told} found={found} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="beside-map__list" tabIndex={0} role="region" aria-label="Steps of the case">
        <WhereList lines={found.lines} chosen={step?.key ?? null} onChoose={choose} />
      </div>
    </div>
  );
}
