import { useLayoutEffect, useRef } from 'react';
import type { Passage } from './standing.ts';
import type { CellEditing } from './use-editing.ts';

const ARROWS: Readonly<Record<string, Passage>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Where the keyboard goes when a key ends an edit; null for a key that does not. */
export function passageOf({ key, shiftKey }: { readonly key: string; readonly shiftKey: boolean }): Passage | null {
  if (key === 'Enter') return shiftKey ? 'up' : 'down';
  if (key === 'Tab') return shiftKey ? 'left' : 'right';
  return null;
}

function growToFit(area: HTMLTextAreaElement): void {
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 2}px`;
}

/** Writes into a cell: Enter and Tab commit, Escape leaves it as it was, Alt+Enter begins a new line in prose. */
export function TextEditor<Row>({ editing }: { readonly editing: CellEditing<Row> }): React.JSX.Element {
  const { column, start, isReplacing, refusal, onDraft, onCommit, onLeave, onCancel } = editing;
  const area = useRef<HTMLTextAreaElement | null>(null);

  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return;
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
    growToFit(element);
  }, []);

  function breakLine(element: HTMLTextAreaElement): void {
    element.setRangeText('\n', element.selectionStart, element.selectionEnd, 'end');
    onDraft(element.value);
    growToFit(element);
  }

  function onKeyDown(event: React.KeyboardEvent<HTMLTextAreaElement>): void {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const passage = passageOf(event) ?? (isReplacing && !event.shiftKey ? (ARROWS[event.key] ?? null) : null);
    if (event.key !== 'Escape' && passage === null) return;
    event.preventDefault();
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && event.altKey && column.kind === 'words') breakLine(event.currentTarget);
    else onCommit(event.currentTarget.value, passage);
  }

  return (
    <textarea
      ref={area}
      className="grid__editor"
      rows={1}
      defaultValue={start}
      aria-label={column.title}
      aria-invalid={refusal === null ? undefined : true}
      inputMode={column.kind === 'number' ? 'decimal' : undefined}
      spellCheck={column.kind === 'words'}
      onInput={(event) => {
        growToFit(event.currentTarget);
        onDraft(event.currentTarget.value);
      }}
      onKeyDown={onKeyDown}
      onBlur={onLeave}
    />
  );
}
