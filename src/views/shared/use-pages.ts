import { useState } from 'react';

const PAGE = 60;

/** The first pages of a long list: thousands of rows would make every press slow. */
export interface Paged<Row> {
  readonly shown: readonly Row[];
  readonly left: number;
  readonly showMore: () => void;
  /** A key for a row that has none of its own: its place in the list. */
  readonly keyOf: (row: Row) => number;
}

/** Shows a list a page at a time; another list starts at its first page again. */
export function usePages<Row>(rows: readonly Row[], about = ''): Paged<Row> {
  const [pages, setPages] = useState({ about, number: 1 });
  const number = pages.about === about ? pages.number : 1;
  const shown = rows.slice(0, number * PAGE);
  return {
    shown,
    left: rows.length - shown.length,
    showMore: () => setPages({ about, number: number + 1 }),
    keyOf: (row) => shown.indexOf(row),
  };
}
