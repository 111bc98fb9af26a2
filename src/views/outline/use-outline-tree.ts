import { useRef } from 'react';
import type { OutlineRow } from '#diagram/outline/outline-row.ts';
import { assertNever } from '#model/assert.ts';
import { readTreeKey, type TreeCommand } from './read-tree-key.ts';
import { findTyped } from './type-ahead.ts';

/** What the outline is given and tells. */
export interface OutlineTreeState {
  readonly rows: readonly OutlineRow[];
  /** The key of the line that is stood on; a line of that key need not be in sight. */
  readonly active: string;
  readonly onActive: (row: OutlineRow, how: 'push' | 'replace') => void;
  readonly onTurn: (row: OutlineRow, isOpen: boolean) => void;
  /** Goes to the step that a next action leads to. */
  readonly onFollow: (row: OutlineRow) => void;
  readonly onRename: (row: OutlineRow) => void;
}

export interface OutlineHands {
  readonly activeAt: number;
  readonly onKeyDown: (event: React.KeyboardEvent) => void;
  readonly onPress: (row: OutlineRow, isSign: boolean) => void;
}

/** Typing goes on as one name for so many milliseconds. */
const PAUSE = 700;

const leadsOn = ({ thing }: OutlineRow): boolean => thing.kind === 'next-action' && thing.to !== null;

interface Steering {
  readonly goTo: (at: number) => void;
  readonly open: (row: OutlineRow) => void;
  readonly shut: (row: OutlineRow) => void;
  readonly enter: (row: OutlineRow) => void;
}

/** What the arrows and Enter do on a line. */
function steer(tree: OutlineTreeState, activeAt: number): Steering {
  const { rows } = tree;
  function goTo(at: number): void {
    const next = rows[Math.max(0, Math.min(rows.length - 1, at))];
    if (next !== undefined) tree.onActive(next, 'replace');
  }
  return {
    goTo,
    shut: (row) => {
      if (row.isOpen) tree.onTurn(row, false);
      else if (row.parent !== '') goTo(rows.findIndex((other) => other.key === row.parent));
    },
    open: (row) => {
      if (leadsOn(row)) tree.onFollow(row);
      else if (row.isOpen) goTo(activeAt + 1);
      else if (row.isOpenable) tree.onTurn(row, true);
    },
    enter: (row) => {
      if (leadsOn(row)) tree.onFollow(row);
      else if (row.isOpenable) tree.onTurn(row, !row.isOpen);
    },
  };
}

/** Keyboard and mouse of the outline: one line is stood on, and it is the one that is chosen. */
export function useOutlineTree(tree: OutlineTreeState): OutlineHands {
  const { rows, active } = tree;
  const typed = useRef({ text: '', at: 0 });
  const activeAt = rows.findIndex((row) => row.key === active);
  const row = rows[activeAt];
  const { goTo, open, shut, enter } = steer(tree, activeAt);

  function type(letter: string, at: number): void {
    const { current } = typed;
    const text = at - current.at < PAUSE ? current.text + letter : letter;
    typed.current = { text, at };
    const found = findTyped(rows, activeAt, text);
    if (found !== -1) goTo(found);
  }

  function run(command: TreeCommand, at: number): void {
    if (command.kind === 'move') return goTo(activeAt + command.by);
    if (command.kind === 'type') return type(command.letter, at);
    if (row === undefined) return undefined;
    switch (command.kind) {
      case 'open':
        return open(row);
      case 'shut':
        return shut(row);
      case 'enter':
        return enter(row);
      case 'turn':
        return row.isOpenable ? tree.onTurn(row, !row.isOpen) : undefined;
      case 'rename':
        return tree.onRename(row);
      default:
        return assertNever(command);
    }
  }

  return {
    activeAt,
    onKeyDown: (event) => {
      const isTyping = event.timeStamp - typed.current.at < PAUSE && typed.current.text !== '';
      const command = readTreeKey(event, isTyping);
      if (command === null) return;
      event.preventDefault();
      run(command, event.timeStamp);
    },
    onPress: (pressed, isSign) => {
      if (isSign && pressed.isOpenable) tree.onTurn(pressed, !pressed.isOpen);
      tree.onActive(pressed, 'push');
    },
  };
}
