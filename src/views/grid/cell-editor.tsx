import { OptionEditor } from './option-editor.tsx';
import { TextEditor } from './text-editor.tsx';
import type { CellEditing } from './use-editing.ts';

/** The editor that a cell needs: a combo box where there are choices, otherwise a place to write. */
export function CellEditor<Row>({ editing }: { readonly editing: CellEditing<Row> }): React.JSX.Element {
  const options = editing.column.options?.(editing.row);
  return options === undefined ? (
    <TextEditor editing={editing} />
  ) : (
    <OptionEditor editing={editing} options={options} />
  );
}
