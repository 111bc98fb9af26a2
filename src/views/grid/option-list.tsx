import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { GridOption } from './grid-column.ts';
import { useAnchored } from './use-anchored.ts';

interface OptionListProps {
  readonly id: string;
  readonly label: string;
  readonly anchor: React.RefObject<HTMLElement | null>;
  readonly options: readonly GridOption[];
  /** How many there are when nothing is typed. */
  readonly total: number;
  readonly highlighted: number;
  /** The labels that the cell holds. */
  readonly chosen: readonly string[];
  readonly onPick: (option: GridOption) => void;
}

const ROOM = { width: 320, height: 300 };

function Option({ id, option, ...state }: OptionState): React.JSX.Element {
  return (
    <div
      id={id}
      role="option"
      className={state.isHighlighted ? 'grid-options__option grid-options__option--lit' : 'grid-options__option'}
      aria-selected={state.isChosen}
      onPointerUp={() => state.onPick(option)}
    >
      <span className="grid-options__tick" aria-hidden="true">
        {state.isChosen ? '✓' : ''}
      </span>
      <span>
        {option.label}
        {option.hint !== undefined && <span className="grid-options__hint">{option.hint}</span>}
      </span>
    </div>
  );
}

interface OptionState {
  readonly id: string;
  readonly option: GridOption;
  readonly isHighlighted: boolean;
  readonly isChosen: boolean;
  readonly onPick: (option: GridOption) => void;
}

/** The choices under a combo box, above everything else on the page. The keyboard stays in the box. */
export function OptionList(props: OptionListProps): React.JSX.Element {
  const { id, label, options, total, highlighted, chosen, onPick } = props;
  const style = useAnchored(props.anchor, ROOM);
  const list = useRef<HTMLDivElement | null>(null);

  useEffect(() => {
    list.current?.children[highlighted]?.scrollIntoView({ block: 'nearest' });
  }, [highlighted]);

  return createPortal(
    <div className="grid-options" style={style} onPointerDown={(event) => event.preventDefault()}>
      <div ref={list} id={id} role="listbox" aria-label={label} className="grid-options__list">
        {options.map((option, place) => (
          <Option
            key={option.value}
            id={`${id}-${place}`}
            option={option}
            isHighlighted={place === highlighted}
            isChosen={chosen.includes(option.label)}
            onPick={onPick}
          />
        ))}
      </div>
      {options.length < total && (
        <p className="grid-options__count">
          {options.length === 0 ? 'None' : options.length.toLocaleString('en-GB')} of {total.toLocaleString('en-GB')}
          {options.length === 0 && '. Delete some letters to see more.'}
        </p>
      )}
    </div>,
    document.body,
  );
}
