import { useState } from 'react';
import { assertNever } from '#model/assert.ts';
import { type FindingsRow, idOf } from './findings-rows.ts';
import { type ListCommand, readLetter, readListKey } from './read-list-key.ts';

/** What the list is given and tells. */
export interface FindingsListState {
  readonly rows: readonly FindingsRow[];
  /** The finding that is read. */
  readonly chosen: string | null;
  readonly marks: ReadonlySet<string>;
  readonly onChoose: (id: string, how: 'push' | 'replace') => void;
  readonly onMarks: (marks: ReadonlySet<string>) => void;
  readonly onMarkAll: () => void;
  readonly onToggleGroup: (group: string) => void;
  /** A letter: perhaps a decision. True when it was one. */
  readonly onLetter: (letter: string) => boolean;
  /** The finding is to be read in full. */
  readonly onRead: () => void;
}

export interface FindingsListHands {
  readonly active: number;
  readonly onKeyDown: (event: React.KeyboardEvent) => void;
  readonly onPress: (row: FindingsRow, event: React.MouseEvent) => void;
  readonly onMark: (row: FindingsRow) => void;
}

const idsOf = (row: FindingsRow): readonly string[] => (row.kind === 'group' ? row.ids : [idOf(row) ?? '']);

/** The marks with those of a line turned round; a heading marks all that stand below it, or none. */
function turned(marks: ReadonlySet<string>, row: FindingsRow): ReadonlySet<string> {
  const ids = idsOf(row);
  const isMarked = ids.every((id) => marks.has(id));
  const turning = new Set(ids);
  const rest = [...marks].filter((id) => !turning.has(id));
  return new Set(isMarked ? rest : [...rest, ...ids]);
}

function between(rows: readonly FindingsRow[], from: number, to: number): ReadonlySet<string> {
  const [first, last] = from < to ? [from, to] : [to, from];
  return new Set(rows.slice(first, last + 1).flatMap((row) => idOf(row) ?? []));
}

/** Where the list stands: on the line it was brought to, as long as that is the finding that is read, or a heading. */
function standingAt({ rows, chosen }: FindingsListState, key: string): number {
  const at = rows.findIndex((row) => row.key === key);
  const row = rows[at];
  if (row !== undefined && (row.kind === 'group' || idOf(row) === chosen)) return at;
  return rows.findIndex((candidate) => chosen !== null && idOf(candidate) === chosen);
}

const headingAbove = (rows: readonly FindingsRow[], from: number): number =>
  rows.findLastIndex((row, place) => place <= from && row.kind === 'group');

/** Keyboard and mouse of the list: one line is current, and any number may be marked for deciding them at once. */
export function useFindingsList(list: FindingsListState): FindingsListHands {
  const { rows, marks } = list;
  const [key, setKey] = useState('');
  const [anchor, setAnchor] = useState('');
  const active = standingAt(list, key);

  function goTo(at: number, how: 'push' | 'replace', extend: boolean): void {
    const to = Math.max(0, Math.min(rows.length - 1, at));
    const row = rows[to];
    if (row === undefined) return;
    const from = rows.findIndex((candidate) => candidate.key === anchor);
    if (extend) list.onMarks(between(rows, from === -1 ? Math.max(active, 0) : from, to));
    if (!extend) setAnchor(row.key);
    else if (from === -1) setAnchor(rows[Math.max(active, 0)]?.key ?? '');
    setKey(row.key);
    const id = idOf(row);
    if (id !== null) list.onChoose(id, how);
  }

  function turn(row: FindingsRow | undefined, isOpen: boolean): void {
    if (row?.kind === 'group' && row.isOpen !== isOpen) list.onToggleGroup(row.group);
    else if (!isOpen && active >= 0) goTo(headingAbove(rows, active), 'replace', false);
  }

  function run(command: ListCommand): void {
    const row = rows[active];
    switch (command.kind) {
      case 'move':
        return goTo(active + command.by, 'replace', command.extends);
      case 'open':
      case 'shut':
        return turn(row, command.kind === 'open');
      case 'mark':
        return row === undefined ? undefined : list.onMarks(turned(marks, row));
      case 'mark-all':
        return list.onMarkAll();
      case 'unmark':
        return list.onMarks(new Set());
      case 'read':
        return row?.kind === 'group' ? list.onToggleGroup(row.group) : list.onRead();
      default:
        return assertNever(command);
    }
  }

  return {
    active,
    onKeyDown: (event) => {
      const command = readListKey(event);
      const letter = readLetter(event);
      if (command !== null) run(command);
      if (command !== null || (letter !== null && list.onLetter(letter))) event.preventDefault();
    },
    onPress: (row, event) => {
      const at = rows.indexOf(row);
      if (event.ctrlKey || event.metaKey) list.onMarks(turned(marks, row));
      else if (row.kind === 'group' && !event.shiftKey) list.onToggleGroup(row.group);
      goTo(at, 'push', event.shiftKey);
    },
    onMark: (row) => list.onMarks(turned(marks, row)),
  };
}
