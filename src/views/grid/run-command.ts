import { assertNever } from '#model/assert.ts';
import { type Applying, describeRange } from './apply-to-range.ts';
import { type CellAt, isOneCell } from './cell-range.ts';
import { fillDown, fillRight } from './fill-range.ts';
import type { Sheet } from './grid-column.ts';
import type { Say } from './grid-foot.tsx';
import { moveInGrid } from './move-in-grid.ts';
import type { GridCommand } from './read-key.ts';
import { extendTo, type Passage, passTo, rangeOf, standAt, wholeColumns, wholeRows } from './standing.ts';
import { type StandingControl, sizeOfSheet } from './use-standing.ts';

/** What a command may do. */
export interface CommandPowers<Row> {
  readonly sheet: Sheet<Row>;
  readonly control: StandingControl;
  readonly applying: Applying;
  readonly page: () => number;
  readonly say: Say;
  readonly beginEdit: (typed: string | null) => void;
  readonly openMenu: (column: number) => void;
  readonly openRow: (at: CellAt) => void;
}

type Move = Extract<GridCommand, { kind: 'move' }>;

function runMove<Row>(powers: CommandPowers<Row>, { key, isFar, isExtending }: Move): void {
  const { sheet, control, page, say } = powers;
  const { standing, stand } = control;
  const ground = {
    size: sizeOfSheet(sheet),
    page: page(),
    isFilled: ({ row, column }: CellAt) => {
      const holder = sheet.rows[row];
      return holder !== undefined && (sheet.columns[column]?.text(holder) ?? '') !== '';
    },
  };
  if (!isExtending || standing.active.row < 0) {
    stand(standAt(moveInGrid(standing.active, key, isFar, ground)));
    return;
  }
  const to = moveInGrid(standing.lead, key, isFar, ground);
  const next = extendTo(standing, { ...to, row: Math.max(0, to.row) });
  stand(next, next.lead);
  say(describeRange(rangeOf(next)), true);
}

function choose<Row>({ sheet, control, say }: CommandPowers<Row>, what: 'all' | 'row' | 'column'): void {
  const { standing, stand } = control;
  const size = sizeOfSheet(sheet);
  const range = rangeOf(standing);
  const whole = {
    all: () => wholeColumns(standing, { ...range, left: 0, right: size.columns - 1 }, size),
    row: () => ({ ...wholeRows(range.top, range.bottom, size), active: standing.active }),
    column: () => wholeColumns(standing, range, size),
  };
  if (size.rows === 0) return;
  const next = whole[what]();
  stand(next, null);
  say(describeRange(rangeOf(next)), true);
}

/** Enter edits, opens a way to another place, turns a flag, or goes on where there is nothing to do. */
function enter<Row>(powers: CommandPowers<Row>, way: Passage): void {
  const { sheet, control, applying, beginEdit, openMenu, openRow } = powers;
  const { standing, stand } = control;
  const { active } = standing;
  const kind = sheet.columns[active.column]?.kind;
  if (active.row < 0) openMenu(active.column);
  else if (!isOneCell(rangeOf(standing)) || way === 'up' || kind === 'readonly') {
    stand(passTo(standing, way, sizeOfSheet(sheet)));
  } else if (kind === 'link') openRow(active);
  else if (kind === 'flag') applying.toggle();
  else beginEdit(null);
}

function typeText<Row>({ sheet, control, applying, say, beginEdit }: CommandPowers<Row>, text: string): void {
  const { active } = control.standing;
  if (active.row < 0) return;
  if (sheet.columns[active.column]?.kind !== 'flag') beginEdit(text);
  else if (/^[yn]$/iu.test(text)) applying.setFlag(text.toUpperCase());
  else say('Type Y or N here, or press Space to change it.');
}

function space<Row>(powers: CommandPowers<Row>): void {
  const { active } = powers.control.standing;
  if (active.row < 0) powers.openMenu(active.column);
  else if (powers.sheet.columns[active.column]?.kind === 'flag') powers.applying.toggle();
  else powers.beginEdit(null);
}

function openBelow<Row>(powers: CommandPowers<Row>): void {
  const { active } = powers.control.standing;
  const row = powers.sheet.rows[active.row];
  const hasOptions = row !== undefined && powers.sheet.columns[active.column]?.options?.(row) !== undefined;
  if (hasOptions) powers.beginEdit(null);
  else powers.openMenu(active.column);
}

function fill<Row>({ control, applying }: CommandPowers<Row>, way: 'down' | 'right'): void {
  const range = rangeOf(control.standing);
  applying.fill(way === 'down' ? fillDown(range) : fillRight(range));
}

function pass<Row>(powers: CommandPowers<Row>, way: Passage): void {
  const { sheet, control } = powers;
  if (way === 'down' || way === 'up') enter(powers, way);
  else control.stand(passTo(control.standing, way, sizeOfSheet(sheet)));
}

function edit<Row>({ control, openMenu, beginEdit }: CommandPowers<Row>): void {
  const { active } = control.standing;
  if (active.row < 0) openMenu(active.column);
  else beginEdit(null);
}

/** Does what a key asks. */
export function runCommand<Row>(powers: CommandPowers<Row>, command: GridCommand): void {
  switch (command.kind) {
    case 'move':
      return runMove(powers, command);
    case 'pass':
      return pass(powers, command.way);
    case 'choose':
      return choose(powers, command.what);
    case 'fill':
      return fill(powers, command.way);
    case 'type':
      return typeText(powers, command.text);
    case 'edit':
      return edit(powers);
    case 'clear':
      return powers.applying.clear('Cleared');
    case 'space':
      return space(powers);
    case 'escape':
      return powers.control.stand(standAt(powers.control.standing.active), null);
    case 'menu':
      return openBelow(powers);
    default:
      return assertNever(command);
  }
}
