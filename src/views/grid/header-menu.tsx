import { Menu, MenuItem, Popover, Separator } from 'react-aria-components';
import { freezeUpTo, hideColumn, moveColumn, sortBy, unfreeze, widenColumn } from './arrange-columns.ts';
import type { GridState } from './grid-column.ts';

interface HeaderMenuProps {
  readonly id: string;
  readonly title: string;
  readonly index: number;
  readonly state: GridState;
  readonly anchor: React.RefObject<HTMLElement | null>;
  readonly fittingWidth: () => number;
  readonly onState: (state: GridState) => void;
  readonly onSelectColumn: () => void;
  readonly onClose: () => void;
}

interface Entry {
  readonly words: string;
  readonly isOffered?: boolean;
  /** Widths are tried out one after the other. */
  readonly staysOpen?: boolean;
  readonly run: () => void;
}

const WIDTH_STEP = 24;

function sortEntries({ id, state, onState }: HeaderMenuProps): readonly Entry[] {
  const isSorted = state.sort.some((sort) => sort.id === id);
  const hasOthers = state.sort.some((sort) => sort.id !== id);
  return [
    { words: 'Sort ascending', run: () => onState(sortBy(state, id, 'ascending', false)) },
    { words: 'Sort descending', run: () => onState(sortBy(state, id, 'descending', false)) },
    { words: 'Then sort ascending', isOffered: hasOthers, run: () => onState(sortBy(state, id, 'ascending', true)) },
    { words: 'Then sort descending', isOffered: hasOthers, run: () => onState(sortBy(state, id, 'descending', true)) },
    { words: 'Stop sorting by this', isOffered: isSorted, run: () => onState(sortBy(state, id, null, true)) },
  ];
}

function placeEntries({ id, index, state, onState, onSelectColumn }: HeaderMenuProps): readonly Entry[] {
  const { length } = state.columns;
  return [
    { words: 'Freeze up to here', isOffered: index + 1 !== state.frozen, run: () => onState(freezeUpTo(state, id)) },
    { words: 'Unfreeze columns', isOffered: state.frozen > 0, run: () => onState(unfreeze(state)) },
    { words: 'Move left', isOffered: index > 0, run: () => onState(moveColumn(state, id, index - 1)) },
    { words: 'Move right', isOffered: index < length - 1, run: () => onState(moveColumn(state, id, index + 1)) },
    { words: 'Hide this column', isOffered: length > 1, run: () => onState(hideColumn(state, id)) },
    { words: 'Select this column', run: onSelectColumn },
  ];
}

function widthEntries({ id, index, state, fittingWidth, onState }: HeaderMenuProps): readonly Entry[] {
  const width = state.columns[index]?.width ?? 0;
  const widen = (to: number) => (): void => onState(widenColumn(state, id, to));
  return [
    { words: 'Wider', staysOpen: true, run: widen(width + WIDTH_STEP) },
    { words: 'Narrower', staysOpen: true, run: widen(width - WIDTH_STEP) },
    { words: 'Fit to the text', run: () => onState(widenColumn(state, id, fittingWidth())) },
  ];
}

/** What can be done with a column: sort by it, freeze, move, hide, choose and widen it. */
export function HeaderMenu(props: HeaderMenuProps): React.JSX.Element {
  const groups = [sortEntries(props), placeEntries(props), widthEntries(props)];
  const isOffered = ({ isOffered = true }: Entry): boolean => isOffered;
  return (
    <Popover
      className="grid-menu"
      triggerRef={props.anchor}
      placement="bottom start"
      offset={1}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
    >
      {/* A menu takes the keyboard when it is opened. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <Menu aria-label={`Column ${props.title}`} autoFocus="first" className="grid-menu__list">
        {groups.flatMap((group, place) => [
          ...(place > 0 ? [<Separator key={`rule-${place}`} className="grid-menu__rule" />] : []),
          ...group.filter(isOffered).map(({ words, staysOpen = false, run }) => (
            <MenuItem
              key={words}
              id={words}
              className="grid-menu__item"
              shouldCloseOnSelect={!staysOpen}
              onAction={() => {
                run();
                if (!staysOpen) props.onClose();
              }}
            >
              {words}
            </MenuItem>
          )),
        ])}
      </Menu>
    </Popover>
  );
}
