import { defaultRangeExtractor, useVirtualizer, type VirtualItem, type Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef } from 'react';
import type { OutlineRow } from '#diagram/outline/outline-row.ts';
import type { MapOverlay } from '#diagram/overlays/overlay.ts';
import type { RouteOnMap } from '#diagram/route.ts';
import { type LineMarks, OutlineLine } from './outline-line.tsx';
import { type OutlineHands, type OutlineTreeState, useOutlineTree } from './use-outline-tree.ts';

const LINE_HEIGHT = 30;

export interface OutlineTreeProps extends OutlineTreeState {
  readonly label: string;
  readonly overlay: MapOverlay | null;
  readonly route: RouteOnMap | null;
}

const NO_NUMBERS: LineMarks['route'] = [];
const NO_MARKS: LineMarks = { mark: null, route: NO_NUMBERS, isLit: false };

function marksOf({ thing }: OutlineRow, overlay: MapOverlay | null, route: RouteOnMap | null): LineMarks {
  if (thing.kind === 'next-action') {
    return route?.nextActions.has(thing.nextAction) === true ? { ...NO_MARKS, isLit: true } : NO_MARKS;
  }
  if (thing.kind !== 'step') return NO_MARKS;
  return {
    ...NO_MARKS,
    mark: overlay?.steps.get(thing.step) ?? null,
    route: route?.numbers.get(thing.step) ?? NO_NUMBERS,
  };
}

interface TreeLineProps {
  readonly id: string;
  readonly row: OutlineRow;
  readonly at: VirtualItem;
  readonly hands: OutlineHands;
  readonly marks: LineMarks;
  readonly measure: (element: Element | null) => void;
}

function TreeLine({ id, row, at, hands, marks, measure }: TreeLineProps): React.JSX.Element {
  const isActive = hands.activeAt === at.index;
  return (
    // Keys are heard by the tree, which alone has the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      ref={measure}
      id={id}
      data-index={at.index}
      data-key={row.key}
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.at}
      aria-setsize={row.of}
      aria-selected={isActive}
      aria-expanded={row.isOpenable ? row.isOpen : undefined}
      className={`outline-line outline-line--${row.thing.kind}${isActive ? ' outline-line--active' : ''}`}
      style={{ transform: `translateY(${at.start}px)`, paddingLeft: `${8 + Math.min(row.level - 1, 5) * 14}px` }}
      onClick={(event) => {
        const isSign = event.target instanceof Element && event.target.closest('[data-sign]') !== null;
        hands.onPress(row, isSign);
      }}
    >
      <OutlineLine row={row} marks={marks} />
    </div>
  );
}

/** Brings a line into sight when it is newly stood on. */
function useSight(virtual: Pick<Virtualizer<HTMLDivElement, Element>, 'scrollToIndex'>, at: number, key: string): void {
  const last = useRef('');
  useEffect(() => {
    if (key === '' || key === last.current) return;
    // What was chosen elsewhere comes into the middle; whoever walks has it at the edge.
    const isFirst = last.current === '';
    last.current = key;
    virtual.scrollToIndex(at, { align: isFirst ? 'center' : 'auto' });
  }, [key, at, virtual]);
}

/** The map as a tree of lanes, steps, next actions, forms, sections and questions. One Tab stop; only lines in sight are on the page. */
export function OutlineTree({ label, overlay, route, ...tree }: OutlineTreeProps): React.JSX.Element {
  const { rows } = tree;
  const hands = useOutlineTree(tree);
  const { activeAt } = hands;
  const id = useId();
  const scroller = useRef<HTMLDivElement | null>(null);
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    getItemKey: (at) => rows[at]?.key ?? at,
    overscan: 8,
    // The line that the keyboard is on is named by its id, so it has to be there even when it is scrolled away.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      return activeAt === -1 || seen.includes(activeAt) ? seen : [...seen, activeAt].toSorted((a, b) => a - b);
    },
  });
  useSight(virtual, activeAt, activeAt === -1 ? '' : tree.active);
  return (
    <>
      <p id={`${id}-keys`} className="visually-hidden">
        Right and left arrows open and shut. On a next action, Enter goes to the step that it leads to. F2 changes the
        name.
      </p>
      {rows.length === 0 && <p className="panel__note outline-tree__none">Nothing on the map holds these words.</p>}
      <div
        ref={scroller}
        className="outline-tree"
        role="tree"
        tabIndex={0}
        aria-label={label}
        aria-describedby={`${id}-keys`}
        aria-activedescendant={activeAt === -1 ? undefined : `${id}-${activeAt}`}
        onKeyDown={hands.onKeyDown}
      >
        <div className="outline-tree__lines" role="none" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((at) => {
            const row = rows[at.index];
            if (row === undefined) return null;
            return (
              <TreeLine
                key={row.key}
                id={`${id}-${at.index}`}
                row={row}
                at={at}
                hands={hands}
                marks={marksOf(row, overlay, route)}
                measure={virtual.measureElement}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}
