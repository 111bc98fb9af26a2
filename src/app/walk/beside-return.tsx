import { useMemo } from 'react';
import { returnsOf } from '#app/use-shown.ts';
import { returnId } from '#model/ids.ts';
import { ElementAbout, StillMissing } from '#views/walk-beside/element-about.tsx';
import { ReturnLines } from '#views/walk-beside/return-lines.tsx';
import { YearLine } from '#views/walk-beside/year-line.tsx';
import { elementDetails } from '#walk/element-details.ts';
import { type Going, placesOfElement } from '#walk/element-places.ts';
import type { Lit } from '#walk/lit.ts';
import {
  describeNoneMissing,
  elementsAt,
  type ReturnView,
  returnName,
  sayChanges,
  visibleLines,
  yearView,
} from '#walk/return-view.ts';
import { besideViewOf } from './beside-address.ts';
import { BesideFiles } from './beside-files.tsx';
import { useGoing } from './use-going.ts';
import { type ReturnNow, useReturnNow } from './use-return-now.ts';
import type { WalkNow } from './walk-now.ts';

const NOTHING: readonly string[] = [];

/** The elements that are pointed at: here, or by a field or an entry of the record. */
function useLitElements(view: ReturnView, { element, places }: Lit): readonly string[] {
  return useMemo(() => {
    if (element !== null) return view.elements.has(element) ? [element] : NOTHING;
    return elementsAt(view, places);
  }, [view, element, places]);
}

/** Lights an element, and the fields that fed it or could. */
function useLighting({ light, rules, moment }: WalkNow, { view }: ReturnNow): (key: string) => void {
  return (key) => {
    const element = view.elements.get(key);
    if (element === undefined) return;
    const forms = { index: rules.index, state: moment.state, definitions: rules.definitions };
    const places = element.kind === 'item' ? placesOfElement(forms, element).map(({ place }) => place) : NOTHING;
    light({ places, element: key });
  };
}

function About({
  walk,
  now,
  chosen,
  onGo,
}: {
  readonly walk: WalkNow;
  readonly now: ReturnNow;
  readonly chosen: string | null;
  readonly onGo: (going: Going) => void;
}) {
  const { rules } = walk;
  const element = chosen === null ? undefined : now.view.elements.get(chosen);
  const details = useMemo(
    () =>
      chosen === null || element === undefined ? null : elementDetails(now.told, rules.definitions, chosen, element),
    [now.told, rules, chosen, element],
  );
  if (details === null)
    return (
      <p className="element-about__quiet">Point at a line, or answer a question: what stands behind it is told here.</p>
    );
  return <ElementAbout details={details} notVerified={rules.index.dataReturn?.notVerified ?? NOTHING} onGo={onGo} />;
}

/** The return as it stands: the message line by line, and what stands behind the line that is looked at. */
export function BesideReturn(walk: WalkNow): React.JSX.Element {
  const { store, rules, lit } = walk;
  const { index } = rules;
  const beside = besideViewOf(walk.shown.view);
  const now = useReturnNow(walk, beside.flags);
  const { view, child, changes, told } = now;
  const keys = useLitElements(view, lit);
  const litKeys = useMemo(() => new Set(keys), [keys]);
  const lines = useMemo(() => visibleLines(view, beside.isAllShown, litKeys), [view, beside.isAllShown, litKeys]);
  const year = useMemo(() => yearView(told, child), [told, child]);
  const onLight = useLighting(walk, now);
  const onGo = useGoing(walk);
  const chosen = keys[0] ?? null;

  function go(key: string): void {
    const element = view.elements.get(key);
    if (element?.kind !== 'item') return;
    const forms = { index, state: told.state, definitions: rules.definitions };
    const [first] = placesOfElement(forms, element);
    if (first !== undefined) onGo(first);
  }

  if (index.dataReturn === null)
    return (
      <p className="element-about__quiet beside-quiet">
        This workspace names no return that is known. Choose one on the screen Returns.
      </p>
    );
  return (
    <div className="beside-return">
      <YearLine
        year={year}
        chosen={index.dataReturn.id}
        returns={returnsOf(index)}
        onReturn={(id) => store.show({ dataReturn: returnId(id) })}
      />
      <BesideFiles walk={walk} now={now} beside={beside} />
      <ReturnLines
        label={`The return as it stands, ${returnName(index)}`}
        lines={lines}
        lit={litKeys}
        chosen={chosen}
        changes={changes}
        onLight={onLight}
        onGo={go}
      />
      <p role="status" className="visually-hidden">
        {sayChanges(view, changes)}
      </p>
      <div className="beside-return__about">
        <About walk={walk} now={now} chosen={chosen} onGo={onGo} />
        <StillMissing missing={view.missing} none={describeNoneMissing(child)} onLight={onLight} />
      </div>
    </div>
  );
}
