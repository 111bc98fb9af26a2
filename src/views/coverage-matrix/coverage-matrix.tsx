import { useEffect, useMemo, useRef } from 'react';
import type { CoverageMatrix as Matrix, MatrixGroup } from '#diagram/coverage-matrix.ts';
import type { MatrixPlace } from '#diagram/matrix-places.ts';
import { type ItemId, itemId } from '#model/ids.ts';
import { MatrixHead } from './matrix-head.tsx';
import { MatrixRow } from './matrix-row.tsx';
import type { GridPosition } from './move-in-grid.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { watchHead } from './watch-head.ts';

export interface CoverageMatrixProps {
  readonly matrix: Matrix;
  /** The return's name, for the table's own name. */
  readonly name: string;
  readonly selected: { readonly item: ItemId; readonly place: string | null } | null;
  /** An item alone, or one of its cells, has been chosen. */
  readonly onCell: (item: ItemId, place: MatrixPlace | null) => void;
}

/** What a press is about: the item and place that the nearest button carries. */
function pressedOn(target: EventTarget): { readonly item: ItemId; readonly place: string } | null {
  const button = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-item]') : null;
  const { item, place } = button?.dataset ?? {};
  return item === undefined ? null : { item: itemId(item), place: place ?? '' };
}

interface NumberedGroup extends MatrixGroup {
  /** How many rows stand before it. */
  readonly before: number;
}

function numberGroups(groups: readonly MatrixGroup[]): readonly NumberedGroup[] {
  let before = 0;
  return groups.map((group) => {
    const numbered = { ...group, before };
    before += group.rows.length;
    return numbered;
  });
}

function Group({
  group,
  places,
  at,
  selected,
}: {
  readonly group: NumberedGroup;
  readonly places: readonly MatrixPlace[];
  readonly at: GridPosition;
  readonly selected: CoverageMatrixProps['selected'];
}): React.JSX.Element {
  return (
    <tbody>
      <tr className="matrix__module">
        <th scope="rowgroup" colSpan={places.length + 3}>
          <span>{group.module}</span>
        </th>
      </tr>
      {group.rows.map((row, index) => {
        const number = group.before + index;
        const isSelected = selected?.item === row.item.id;
        return (
          <MatrixRow
            key={row.item.id}
            row={row}
            places={places}
            number={number}
            active={at.row === number ? at.column : null}
            selected={isSelected}
            selectedPlace={isSelected ? selected.place : null}
          />
        );
      })}
    </tbody>
  );
}

/** Brings what an address names into sight; what is chosen in the grid itself is there already. */
function useChosenInSight(item: ItemId | null): React.RefObject<HTMLDivElement | null> {
  const matrix = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const own = matrix.current;
    if (item === null || own === null || own.contains(document.activeElement)) return;
    const row = own.querySelector('.matrix__row--selected');
    const cell = row?.querySelector('.matrix__cell[aria-selected="true"]') ?? row?.querySelector('.matrix__cell');
    (cell ?? row)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [item]);
  return matrix;
}

/** The coverage matrix: items by module against the places where they are due. The arrow keys go from cell to cell. */
export function CoverageMatrix({ matrix, name, selected, onCell }: CoverageMatrixProps): React.JSX.Element {
  const places = useMemo(() => matrix.events.flatMap((event) => event.places), [matrix]);
  const groups = useMemo(() => numberGroups(matrix.groups), [matrix]);
  const matrixRef = useChosenInSight(selected?.item ?? null);
  const { at, grid, onKeyDown, onFocus } = useGridKeys({ rows: matrix.shown, columns: places.length + 3 });

  function onClick({ target }: React.MouseEvent): void {
    const pressed = pressedOn(target);
    if (pressed !== null) onCell(pressed.item, places.find(({ id }) => id === pressed.place) ?? null);
  }

  if (matrix.shown === 0) return <p className="matrix__none">No item is like that. Take a filter away to see more.</p>;
  return (
    <div className="matrix" ref={matrixRef}>
      {/* A part that scrolls has to be reached by the keyboard too, cells or none. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="matrix__scroller" role="region" aria-label={`Coverage of ${name}`} tabIndex={0} ref={watchHead}>
        <table
          ref={grid}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table in which cells are walked and pressed
          role="grid"
          className="matrix__table"
          aria-label={`Items of ${name} and the places where they are due`}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          onClick={onClick}
        >
          <MatrixHead events={matrix.events} />
          {groups.map((group) => (
            <Group key={group.module} group={group} places={places} at={at} selected={selected} />
          ))}
        </table>
      </div>
    </div>
  );
}
