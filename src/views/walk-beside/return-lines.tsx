import { memo, useEffect, useId, useRef } from 'react';
import { isSame } from '#model/is-same.ts';
import { type LineChange, type ReturnLine, signOf } from '#walk/return-view.ts';

interface LineProps {
  readonly line: ReturnLine;
  readonly id: string;
  readonly isLit: boolean;
  readonly isChosen: boolean;
  readonly change: LineChange | null;
}

const WORDS: Readonly<Partial<Record<ReturnLine['state'], string>>> = {
  conditional: 'only for some',
  waiting: 'not due yet',
  'left-out': 'left out',
  empty: 'nothing sent',
  outside: 'outside the year',
};

/** The tags and the value as they stand in the file; an element without a value is one tag. */
function Written({ line }: { readonly line: ReturnLine }): React.JSX.Element {
  const { kind, tag, text, state } = line;
  if (kind !== 'item') return <>{kind === 'close' ? `</${tag}>` : `<${tag}>`}</>;
  if (state !== 'missing' && text === '') return <>{`<${tag}/>`}</>;
  return (
    <>
      {`<${tag}>`}
      <wbr />
      {state === 'missing' && text === '' ? (
        <span className="return-line__missing">missing</span>
      ) : (
        <span className="return-line__value">{text}</span>
      )}
      <wbr />
      {`</${tag}>`}
    </>
  );
}

/** Lines further in stand no further to the right. */
const DEEPEST = 8;

/** One line of the message. */
const Line = memo(function Line({ line, id, isLit, isChosen, change }: LineProps): React.JSX.Element {
  const { kind, depth, state, says } = line;
  const classes = [
    'return-line',
    `return-line--${state}`,
    `return-line--depth-${Math.min(depth, DEEPEST)}`,
    isLit ? 'return-line--lit' : '',
    isChosen ? 'return-line--chosen' : '',
    change === null ? '' : 'return-line--changed',
  ];
  const className = classes.filter((name) => name !== '').join(' ');
  if (kind === 'close')
    return (
      <div className={className} role="presentation" aria-hidden="true">
        <Written line={line} />
      </div>
    );
  const word = WORDS[state];
  return (
    <div id={id} className={className} role="option" aria-selected={isChosen} data-key={line.key}>
      <span className="visually-hidden">{change === null ? says : `${says}, ${change}`}</span>
      <span aria-hidden="true">
        {kind === 'item' && <span className="return-line__sign">{signOf(state)}</span>}
        <Written line={line} />
        {change !== null && <span className="return-line__change">{change}</span>}
        {word !== undefined && <span className="return-line__word">{word}</span>}
      </span>
    </div>
  );
}, isSame);

export interface ReturnLinesProps {
  readonly label: string;
  readonly lines: readonly ReturnLine[];
  /** Elements that are pointed at here or elsewhere, by key. */
  readonly lit: ReadonlySet<string>;
  /** The one whose details are shown; null: none. */
  readonly chosen: string | null;
  readonly changes: ReadonlyMap<string, LineChange>;
  readonly onLight: (key: string) => void;
  /** Enter or a double click: to the field. */
  readonly onGo: (key: string) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/** Where a key leads from a line of a list so long; null: not one of these keys. */
function movedTo(key: string, at: number, length: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  const by = STEPS[key];
  return by === undefined ? null : Math.min(length - 1, Math.max(0, at + by));
}

const keyAt = (target: EventTarget): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset['key'] : undefined;

/** Brings a line into sight inside its list; the page around it stays where it is. */
function reveal(list: HTMLElement, id: string): void {
  const line = document.getElementById(id);
  if (line === null) return;
  const [inner, outer] = [line.getBoundingClientRect(), list.getBoundingClientRect()];
  if (inner.top < outer.top) list.scrollTop += inner.top - outer.top - 24;
  else if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom + 24;
}

/** The message, line by line: one Tab stop; the arrow keys go through it, and what is pointed at is lit elsewhere too. */
export function ReturnLines(props: ReturnLinesProps): React.JSX.Element {
  const { label, lines, lit, chosen, changes, onLight, onGo } = props;
  const name = useId();
  const list = useRef<HTMLDivElement>(null);
  const idOf = (at: number): string => `${name}-${at}`;
  const at = lines.findIndex(({ key }) => key === chosen);
  const [firstChange] = changes.keys();
  const shown = at === -1 ? lines.findIndex(({ key }) => key === firstChange) : at;
  useEffect(() => {
    if (list.current !== null && shown !== -1) reveal(list.current, `${name}-${shown}`);
  }, [name, shown]);

  function onKeyDown(event: React.KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const stops = lines.filter(({ kind }) => kind !== 'close');
    const stop = stops.findIndex(({ key }) => key === chosen);
    if (event.key === 'Enter' && chosen !== null) onGo(chosen);
    else {
      const to = stops[movedTo(event.key, stop, stops.length) ?? -1];
      if (to === undefined) return;
      onLight(to.key);
    }
    event.preventDefault();
  }

  function onPointerMove(event: React.PointerEvent): void {
    // Lines that come to lie under a pointer which rests have not been pointed at.
    if (event.movementX === 0 && event.movementY === 0) return;
    const key = keyAt(event.target);
    if (key !== undefined && key !== chosen) onLight(key);
  }

  return (
    <div
      ref={list}
      className="return-lines"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={at === -1 ? undefined : idOf(at)}
      onKeyDown={onKeyDown}
      onPointerMove={onPointerMove}
      onClick={({ target }) => {
        const key = keyAt(target);
        if (key !== undefined) onLight(key);
      }}
      onDoubleClick={({ target }) => {
        const key = keyAt(target);
        if (key !== undefined) onGo(key);
      }}
    >
      {lines.map((line, index) => (
        <Line
          key={line.key}
          line={line}
          id={idOf(index)}
          isLit={lit.has(line.key)}
          isChosen={line.key === chosen}
          change={changes.get(line.key) ?? null}
        />
      ))}
    </div>
  );
}
