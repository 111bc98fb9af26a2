import { coverageMatrix, type MatrixRow } from '#diagram/coverage-matrix.ts';
import type { MatrixPlace } from '#diagram/matrix-places.ts';
import { ITEM_STATUS_WORDS, PLACE_STATUS_WORDS } from '#diagram/status-words.ts';
import type { Audit } from '#model/audit.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { type Sheet, sheetOf, shownColumn, type Titled } from './sheet.ts';

const ITEM: readonly Titled<MatrixRow>[] = [
  shownColumn('Item', 40, ({ item }) => item.id),
  shownColumn('Name', 36, ({ item }) => item.name, { isWrapped: true }),
  shownColumn('CBDS', 10, ({ item }) => item.cbds),
  shownColumn('Module', 18, ({ item }) => item.module),
  shownColumn('Holds', 18, ({ holds }) => holds),
  shownColumn('Condition', 24, ({ item }) => item.condition, { isWrapped: true }),
  shownColumn('Status', 14, ({ status }) => ITEM_STATUS_WORDS[status].word),
  shownColumn('Not verified', 20, ({ unverified }) => unverified, { isWrapped: true }),
];

function placeColumn(event: string, { id, step, moment, action }: MatrixPlace): Titled<MatrixRow> {
  const when = action === '' ? moment : `${moment}, when “${action}” is chosen`;
  return shownColumn(`${event}: ${step} ${when}`, 16, ({ cells }) => {
    const status = cells.get(id)?.status;
    return status === undefined ? '' : PLACE_STATUS_WORDS[status].word;
  });
}

/** The items of the return against the places where they are due: always, sometimes or never recorded; empty: not due. */
export function coverageSheet(index: WorkspaceIndex, audit: Audit): Sheet {
  const { events, groups } = coverageMatrix(index, audit);
  const places = events.flatMap(({ short, places }) => places.map((place) => placeColumn(short, place)));
  return sheetOf({
    name: 'Coverage',
    file: '',
    columns: [...ITEM, ...places],
    rows: groups.flatMap(({ rows }) => rows),
    at: () => null,
  });
}
