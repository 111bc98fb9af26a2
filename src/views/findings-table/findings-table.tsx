import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { FindingsLine } from './findings-line.tsx';
import { type FindingsRow, idOf } from './findings-rows.ts';
import { type FindingsListHands, type FindingsListState, useFindingsList } from './use-findings-list.ts';

const GROUP_HEIGHT = 36;
const FINDING_HEIGHT = 72;

export interface FindingsTableProps extends FindingsListState {
  /** Says in words what the list holds. */
  readonly label: string;
  readonly listRef: React.RefObject<HTMLDivElement | null>;
}

const isMarked = (row: FindingsRow, marks: ReadonlySet<string>): boolean =>
  row.kind === 'group' ? row.ids.length > 0 && row.ids.every((id) => marks.has(id)) : marks.has(idOf(row) ?? '');

function classOf(row: FindingsRow, isActive: boolean, isChosen: boolean): string {
  const words = ['findings-line', `findings-line--${row.kind}`];
  if (isActive) words.push('findings-line--active');
  if (isChosen) words.push('findings-line--chosen');
  return words.join(' ');
}

interface TreeLineProps {
  readonly row: FindingsRow;
  readonly at: VirtualItem;
  readonly hands: FindingsListHands;
  readonly isChosen: boolean;
  readonly isMarked: boolean;
  readonly measure: (element: Element | null) => void;
}

function TreeLine({ row, at, hands, isChosen, isMarked: marked, measure }: TreeLineProps): React.JSX.Element {
  return (
    // Keys are heard by the list, which alone has the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      ref={measure}
      id={`findings-line-${at.index}`}
      data-index={at.index}
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.at}
      aria-setsize={row.of}
      aria-selected={isChosen}
      aria-checked={marked}
      aria-expanded={row.kind === 'group' ? row.isOpen : undefined}
      className={classOf(row, hands.active === at.index, isChosen)}
      style={{ transform: `translateY(${at.start}px)` }}
      onClick={(event) => {
        const isBox = event.target instanceof Element && event.target.closest('[data-mark]') !== null;
        if (isBox && !event.shiftKey) hands.onMark(row);
        else hands.onPress(row, event);
      }}
    >
      <FindingsLine row={row} isMarked={marked} />
    </div>
  );
}

/** Every finding as a line under its heading; only the lines in sight are on the page. One Tab stop. */
export function FindingsTable({ label, listRef, ...list }: FindingsTableProps): React.JSX.Element {
  const { rows, chosen, marks } = list;
  const hands = useFindingsList(list);
  const { active } = hands;
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => listRef.current,
    estimateSize: (at) => (rows[at]?.kind === 'group' ? GROUP_HEIGHT : FINDING_HEIGHT),
    getItemKey: (at) => rows[at]?.key ?? at,
    overscan: 6,
    // The line that the keyboard is on is named by its id, so it has to be there even when it is scrolled away.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      return active === -1 || seen.includes(active) ? seen : [...seen, active].toSorted((a, b) => a - b);
    },
  });
  const activeKey = rows[active]?.key ?? '';
  const last = useRef('');
  useEffect(() => {
    if (activeKey === '' || activeKey === last.current) return;
    last.current = activeKey;
    virtual.scrollToIndex(active, { align: 'auto' });
  }, [activeKey, active, virtual]);
  return (
    <div
      ref={listRef}
      className="findings-table"
      role="tree"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={active === -1 ? undefined : `findings-line-${active}`}
      onKeyDown={hands.onKeyDown}
    >
      <div className="findings-table__lines" role="none" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((at) => {
          const row = rows[at.index];
          if (row === undefined) return null;
          return (
            <TreeLine
              key={row.key}
              row={row}
              at={at}
              hands={hands}
              isChosen={chosen !== null && idOf(row) === chosen}
              isMarked={isMarked(row, marks)}
              measure={virtual.measureElement}
            />
          );
        })}
      </div>
    </div>
  );
}
