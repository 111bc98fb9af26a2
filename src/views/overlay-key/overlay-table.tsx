import type { MapOverlay, OverlayRow } from '#diagram/overlays/overlay.ts';
import type { StepTypeId } from '#model/ids.ts';
import { TextButton } from '#views/shared/text-button.tsx';
import { ToneTag } from './tone-tag.tsx';

interface OverlayTableProps {
  readonly overlay: MapOverlay;
  readonly onStep: (step: StepTypeId) => void;
}

function Row({
  row,
  columns,
  onStep,
}: { readonly row: OverlayRow; readonly columns: readonly string[] } & Pick<
  OverlayTableProps,
  'onStep'
>): React.JSX.Element {
  return (
    <tr>
      <th scope="row">
        <TextButton onClick={() => onStep(row.step)}>{row.name}</TextButton>
      </th>
      <td>{row.lane}</td>
      <td>
        <ToneTag tone={row.mark.tone}>{row.mark.badge}</ToneTag>
      </td>
      {columns.map((column, at) => (
        <td key={column} className="overlay-table__figure">
          {row.cells[at]}
        </td>
      ))}
    </tr>
  );
}

/** The table that says what the overlay says, step by step in the reading order of the map. */
export function OverlayTable({ overlay, onStep }: OverlayTableProps): React.JSX.Element {
  const { title, columns, table, note } = overlay;
  if (table.length === 0) return <p className="panel__note">{title}: no step has anything to show.</p>;
  return (
    <>
      <div className="overlay-table">
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              {['Step', 'Lane', 'On the map', ...columns].map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.map((row) => (
              <Row key={row.step} row={row} columns={columns} onStep={onStep} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="panel__note">{note}</p>
    </>
  );
}
