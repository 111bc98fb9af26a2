import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { GridOption } from './grid-column.ts';
import { matchOptions } from './match-options.ts';
import { OptionList } from './option-list.tsx';
import { joinWords, wordsOf } from './read-input.ts';
import type { Passage } from './standing.ts';
import { passageOf } from './text-editor.tsx';
import type { CellEditing } from './use-editing.ts';

interface OptionEditorProps<Row> {
  readonly editing: CellEditing<Row>;
  readonly options: readonly GridOption[];
}

/** More than this nobody reads; typing narrows them down. */
const MOST = 200;

const lastWord = (text: string): string => (text.split(';').at(-1) ?? '').trim();
const wordsBefore = (text: string): readonly string[] => wordsOf(text.slice(0, text.lastIndexOf(';') + 1));

/** In a list, a chosen word takes the place of the one being typed; chosen a second time it goes away. */
function withWord(text: string, label: string): string {
  const words = wordsBefore(text);
  const next = words.includes(label) ? words.filter((word) => word !== label) : [...words, label];
  return next.length === 0 ? '' : `${joinWords(next)}; `;
}

const begunText = (start: string, isList: boolean, isReplacing: boolean): string =>
  isList && !isReplacing && start !== '' ? `${start}; ` : start;

interface Combo {
  readonly text: string;
  readonly matches: readonly GridOption[];
  readonly highlighted: number;
  readonly write: (text: string, highlight?: number) => void;
  readonly highlight: (place: number) => void;
}

function useCombo<Row>({ editing, options }: OptionEditorProps<Row>): Combo {
  const isList = editing.column.list === true;
  const [text, setText] = useState(() => begunText(editing.start, isList, editing.isReplacing));
  const [hasTyped, setTyped] = useState(editing.isReplacing);
  const [chosen, setChosen] = useState<number | null>(null);
  const wanted = isList ? lastWord(text) : text;
  const matches = matchOptions(options, hasTyped || isList ? wanted : '').slice(0, MOST);
  const isTyping = hasTyped && wanted !== '' && editing.column.isOpen !== true;
  const current = isTyping ? 0 : matches.findIndex(({ label }) => !isList && !hasTyped && label === text);
  return {
    text,
    matches,
    highlighted: Math.min(chosen ?? current, matches.length - 1),
    write: (next) => {
      setText(next);
      setTyped(true);
      setChosen(null);
      editing.onDraft(next);
    },
    highlight: setChosen,
  };
}

interface ComboKeys<Row> {
  readonly editing: CellEditing<Row>;
  readonly combo: Combo;
  readonly isList: boolean;
  readonly pick: (option: GridOption) => void;
}

const BY: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

function goThrough({ matches, highlighted, highlight }: Combo, by: 1 | -1): void {
  const from = highlighted < 0 && by < 0 ? 0 : highlighted;
  if (matches.length > 0) highlight((from + by + matches.length) % matches.length);
}

function comboKeys<Row>({ editing, combo, isList, pick }: ComboKeys<Row>): (event: React.KeyboardEvent) => void {
  const { onCommit, onCancel } = editing;
  const picked = combo.matches[combo.highlighted];

  function finish(key: string, passage: Passage): void {
    if (picked === undefined) onCommit(combo.text, passage);
    else if (!isList) onCommit(picked.value, passage);
    else if (key === 'Enter') pick(picked);
    else onCommit(withWord(combo.text, picked.label), passage);
  }

  return (event) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const by = BY[event.key];
    const passage = passageOf(event);
    if (by === undefined && passage === null && event.key !== 'Escape') return;
    event.preventDefault();
    if (by !== undefined) goThrough(combo, by);
    else if (passage === null) onCancel();
    else finish(event.key, passage);
  };
}

/** Picks a value for a cell: typing narrows the choices, arrows go through them, Enter and Tab take one. */
export function OptionEditor<Row>({ editing, options }: OptionEditorProps<Row>): React.JSX.Element {
  const { column, refusal, isReplacing, onCommit, onLeave } = editing;
  const isList = column.list === true;
  const combo = useCombo({ editing, options });
  const input = useRef<HTMLInputElement | null>(null);
  const listId = useId();
  const picked = combo.matches[combo.highlighted];

  useLayoutEffect(() => {
    input.current?.focus({ preventScroll: true });
    if (!isReplacing && !isList) input.current?.select();
  }, [isReplacing, isList]);

  function pick(option: GridOption): void {
    if (isList) combo.write(withWord(combo.text, option.label));
    else onCommit(option.value, null);
  }

  const onKeyDown = comboKeys({ editing, combo, isList, pick });

  return (
    <>
      <input
        ref={input}
        className="grid__editor grid__editor--combo"
        role="combobox"
        aria-label={column.title}
        aria-expanded={combo.matches.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={picked === undefined ? undefined : `${listId}-${combo.highlighted}`}
        aria-invalid={refusal === null ? undefined : true}
        autoComplete="off"
        spellCheck={false}
        value={combo.text}
        onChange={(event) => combo.write(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={onLeave}
      />
      <OptionList
        id={listId}
        label={column.title}
        anchor={input}
        options={combo.matches}
        total={options.length}
        highlighted={combo.highlighted}
        chosen={isList ? wordsOf(combo.text) : [editing.start]}
        onPick={pick}
      />
    </>
  );
}
