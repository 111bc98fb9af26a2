import { useEffect, useId, useRef, useState } from 'react';
import { freezeUpTo, hideColumn, moveColumn, showColumn, unfreeze } from './arrange-columns.ts';
import type { GridState } from './grid-column.ts';
import { useAnchored } from './use-anchored.ts';
import { useEscapeIn } from './use-escape-in.ts';

/** A column as far as choosing it goes. */
export interface ChoosableColumn {
  readonly id: string;
  readonly title: string;
  readonly width: number;
}

interface ColumnChooserProps {
  readonly columns: readonly ChoosableColumn[];
  readonly state: GridState;
  readonly onState: (state: GridState) => void;
  /** The arrangement to go back to. */
  readonly standard: GridState;
}

const ROOM = { width: 350, height: 560 };

interface ItemProps extends ColumnChooserProps {
  readonly column: ChoosableColumn;
}

function MoveButton(props: {
  readonly words: string;
  readonly sign: string;
  readonly isOff: boolean;
  readonly onPress: () => void;
}): React.JSX.Element {
  return (
    <button
      type="button"
      className="grid-columns__move"
      aria-label={props.words}
      title={props.words}
      aria-disabled={props.isOff}
      onClick={() => {
        if (!props.isOff) props.onPress();
      }}
    >
      <span aria-hidden="true">{props.sign}</span>
    </button>
  );
}

function ShownButtons({ column, state, onState }: ItemProps): React.JSX.Element {
  const place = state.columns.findIndex(({ id }) => id === column.id);
  const isFrozenEnd = place === state.frozen - 1;
  return (
    <>
      <MoveButton
        words={`Move ${column.title} up`}
        sign="↑"
        isOff={place === 0}
        onPress={() => onState(moveColumn(state, column.id, place - 1))}
      />
      <MoveButton
        words={`Move ${column.title} down`}
        sign="↓"
        isOff={place === state.columns.length - 1}
        onPress={() => onState(moveColumn(state, column.id, place + 1))}
      />
      <MoveButton
        words={isFrozenEnd ? 'Unfreeze columns' : `Freeze up to ${column.title}`}
        sign={isFrozenEnd ? '✕' : '⇥'}
        isOff={false}
        onPress={() => onState(isFrozenEnd ? unfreeze(state) : freezeUpTo(state, column.id))}
      />
    </>
  );
}

function Item(props: ItemProps): React.JSX.Element {
  const { column, state, onState } = props;
  const place = state.columns.findIndex(({ id }) => id === column.id);
  const isShown = place >= 0;
  const isFrozenEnd = isShown && place === state.frozen - 1;
  return (
    <li className={isFrozenEnd ? 'grid-columns__item grid-columns__item--frozen-end' : 'grid-columns__item'}>
      <label>
        <input
          type="checkbox"
          checked={isShown}
          disabled={isShown && state.columns.length === 1}
          onChange={() => onState(isShown ? hideColumn(state, column.id) : showColumn(state, column))}
        />
        {column.title}
      </label>
      {isShown && <ShownButtons {...props} />}
    </li>
  );
}

interface PanelProps extends ColumnChooserProps {
  readonly id: string;
  readonly anchor: React.RefObject<HTMLElement | null>;
}

function Panel(props: PanelProps): React.JSX.Element {
  const { columns, state, onState, standard } = props;
  const style = useAnchored(props.anchor, ROOM);
  const [text, setText] = useState('');
  const shown = state.columns.flatMap(({ id }) => columns.find((column) => column.id === id) ?? []);
  const hidden = columns.filter((column) => !shown.includes(column));
  const offered = [...shown, ...hidden].filter(({ title }) => title.toLowerCase().includes(text.trim().toLowerCase()));
  const showAll = (): void => onState(hidden.reduce(showColumn, state));
  return (
    <div id={props.id} className="grid-columns__panel" role="group" aria-label="Columns" style={style}>
      <div className="grid-columns__top">
        <input
          className="field grid-columns__search"
          type="search"
          aria-label="Find a column"
          placeholder="Find a column"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="button" className="small-button" onClick={showAll}>
          Show all
        </button>
        <button type="button" className="small-button" onClick={() => onState(standard)}>
          Back to standard
        </button>
      </div>
      <ul className="grid-columns__list">
        {offered.map((column) => (
          <Item key={column.id} {...props} column={column} />
        ))}
      </ul>
      <p className="grid-columns__note">
        {shown.length} of {columns.length} columns shown
        {state.frozen > 0 && `, the first ${state.frozen} frozen`}.
      </p>
    </div>
  );
}

/** Chooses, orders and freezes columns, in a panel below its button. Escape closes it. */
export function ColumnChooser(props: ColumnChooserProps): React.JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement | null>(null);
  const button = useRef<HTMLButtonElement | null>(null);
  const id = useId();

  useEffect(() => {
    if (!isOpen) return undefined;
    function closeOutside({ target }: PointerEvent): void {
      if (target instanceof Node && root.current?.contains(target) === false) setOpen(false);
    }
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [isOpen]);

  useEscapeIn(root, () => {
    if (!isOpen) return;
    setOpen(false);
    button.current?.focus();
  });

  return (
    <div ref={root} className="grid-columns">
      <button
        ref={button}
        type="button"
        className="small-button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        Columns <span aria-hidden="true">▾</span>
      </button>
      {isOpen && <Panel {...props} id={id} anchor={button} />}
    </div>
  );
}
