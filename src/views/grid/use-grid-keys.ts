import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { isOneCell } from './cell-range.ts';
import { type GridCommand, readKey } from './read-key.ts';
import { type CommandPowers, runCommand } from './run-command.ts';
import { rangeOf } from './standing.ts';

export interface GridKeys {
  readonly onKeyDown: (event: React.KeyboardEvent<HTMLElement>) => void;
  /** The grid is being worked in: Tab now goes from cell to cell. */
  readonly startWalking: () => void;
  /** The keyboard has gone: the next Tab into the grid and out again passes through. */
  readonly stopWalking: () => void;
}

/** Tab leaves the grid from the headings, and from either end of a row. */
function leavesWithTab<Row>({ sheet, control }: CommandPowers<Row>, command: GridCommand): boolean {
  if (command.kind !== 'pass' || command.way === 'down' || command.way === 'up') return false;
  const { active } = control.standing;
  if (active.row < 0) return true;
  const end = command.way === 'right' ? sheet.columns.length - 1 : 0;
  return isOneCell(rangeOf(control.standing)) && active.column === end;
}

/**
 * The keys of a spreadsheet, without holding the keyboard captive: Tab passes through the grid until something is
 * done in it, and again after Escape.
 */
export function useGridKeys<Row>(powers: CommandPowers<Row>, isElsewhere: boolean): GridKeys {
  const isWalking = useRef(false);

  function onKeyDown(event: React.KeyboardEvent<HTMLElement>): void {
    if (isElsewhere || !(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return;
    const command = readKey(event);
    if (command === null) return;
    if (event.key === 'Tab' && (!isWalking.current || leavesWithTab(powers, command))) return;
    isWalking.current = command.kind !== 'escape';
    if (command.kind === 'type' && command.text === '') {
      // The editor has to be there before the letter is put together, or it is lost.
      flushSync(() => runCommand(powers, command));
      return;
    }
    if (command.kind !== 'escape') event.preventDefault();
    runCommand(powers, command);
  }

  return {
    onKeyDown,
    startWalking: () => {
      isWalking.current = true;
    },
    stopWalking: () => {
      isWalking.current = false;
    },
  };
}
