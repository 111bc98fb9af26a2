import { Fragment, memo } from 'react';
import type { MatrixRow as Row } from '#diagram/coverage-matrix.ts';
import type { MatrixPlace } from '#diagram/matrix-places.ts';
import { ITEM_STATUS_WORDS, PLACE_STATUS_WORDS } from '#diagram/status-words.ts';
import { ItemStatusTag } from '#views/shared/status-tag.tsx';

/** Data, not callbacks, so that a row is drawn again only when it changes: the table hears the presses. */
export interface MatrixRowProps {
  readonly row: Row;
  readonly places: readonly MatrixPlace[];
  readonly number: number;
  /** The column that Tab comes to; null: another row. */
  readonly active: number | null;
  readonly selected: boolean;
  readonly selectedPlace: string | null;
}

interface Focusable {
  readonly 'data-row': number;
  readonly 'data-column': number;
  readonly tabIndex: 0 | -1;
}

const focusable = ({ number, active }: MatrixRowProps, column: number): Focusable => ({
  'data-row': number,
  'data-column': column,
  tabIndex: active === column ? 0 : -1,
});

const aboutOf = ({ row }: MatrixRowProps): string =>
  [
    row.holds,
    row.conditional ? 'conditional' : '',
    row.item.childProtection ? 'child protection' : '',
    row.unverified === '' ? '' : 'not verified',
  ]
    .filter((words) => words !== '')
    .join(' · ');

/** An element's name, which may be broken between its words: AssessmentInternal|Review|Date. */
const wordsOfTag = (tag: string): readonly string[] => tag.split(/(?<=[a-z])(?=[A-Z])/u);

function Tag({ tag }: { readonly tag: string }): React.JSX.Element {
  return (
    <>
      {wordsOfTag(tag).map((word, index) => (
        <Fragment key={`${index} ${word}`}>
          {index > 0 && <wbr />}
          {word}
        </Fragment>
      ))}
    </>
  );
}

function ItemCell(props: MatrixRowProps): React.JSX.Element {
  const { row } = props;
  const { sign, word } = ITEM_STATUS_WORDS[row.status];
  return (
    <th scope="row" className="matrix__item">
      <button type="button" className="matrix__name" data-item={row.item.id} {...focusable(props, 0)}>
        <Tag tag={row.item.tag} />
        {row.apart !== '' && <span className="matrix__apart"> {row.apart}</span>}
      </button>
      <span className="matrix__about">
        {row.isNew && <span className="matrix__new">New</span>}
        {aboutOf(props)}
      </span>
      <span className={`matrix__status-here matrix__status-here--${row.status}`} aria-hidden="true">
        {sign} {word}
      </span>
    </th>
  );
}

function PlaceCell({
  place,
  column,
  ...props
}: MatrixRowProps & { readonly place: MatrixPlace; readonly column: number }): React.JSX.Element {
  const { row, selectedPlace } = props;
  const due = row.cells.get(place.id);
  if (due === undefined)
    return (
      <td className="matrix__not-due" {...focusable(props, column)}>
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">not due here</span>
      </td>
    );
  const { sign, word } = PLACE_STATUS_WORDS[due.status];
  const chosen = props.selected && selectedPlace === place.id;
  return (
    <td className={`matrix__cell matrix__cell--${due.status}`} aria-selected={chosen}>
      <button type="button" data-item={row.item.id} data-place={place.id} {...focusable(props, column)}>
        <span aria-hidden="true">{sign}</span> {word}
      </button>
    </td>
  );
}

function StatusCell(props: MatrixRowProps): React.JSX.Element {
  const { row, places } = props;
  return (
    <td className="matrix__status" {...focusable(props, places.length + 2)}>
      <ItemStatusTag status={row.status} /> {row.extras.map(({ words }) => words).join(' · ')}
    </td>
  );
}

/** One item: what it is, what is said of it at each place, and how it stands as a whole. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps): React.JSX.Element {
  const { row, places, selected } = props;
  return (
    <tr className={selected ? 'matrix__row matrix__row--selected' : 'matrix__row'} aria-selected={selected}>
      <ItemCell {...props} />
      <td className="matrix__cbds" {...focusable(props, 1)}>
        {row.item.cbds === '' ? <span className="quiet">none</span> : row.item.cbds}
      </td>
      {places.map((place, index) => (
        <PlaceCell key={place.id} {...props} place={place} column={index + 2} />
      ))}
      <StatusCell {...props} />
    </tr>
  );
});
