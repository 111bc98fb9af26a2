import { TextButton } from '#views/shared/text-button.tsx';
import { describeListed } from './filter-choices.ts';

export interface ListFootProps {
  readonly listed: number;
  readonly all: number;
  readonly marked: number;
  readonly canShut: boolean;
  /** After a decision the same finding stays in sight. */
  readonly stays: boolean;
  readonly onMarkAll: () => void;
  readonly onShutAll: (isShut: boolean) => void;
  readonly onStays: (stays: boolean) => void;
}

/** Below the list: how much it holds, and what holds for all of it. */
export function ListFoot(props: ListFootProps): React.JSX.Element {
  const { listed, all, marked, canShut, stays } = props;
  return (
    <div className="list-foot">
      <span aria-live="polite">
        {describeListed(listed, all)}
        {marked > 0 ? `, ${marked.toLocaleString('en-GB')} marked` : ''}
      </span>
      {canShut && (
        <>
          <TextButton onClick={() => props.onShutAll(true)}>Shut all</TextButton>
          <TextButton onClick={() => props.onShutAll(false)}>Open all</TextButton>
        </>
      )}
      {listed > 0 && <TextButton onClick={props.onMarkAll}>Mark all</TextButton>}
      <label className="list-foot__next">
        <input type="checkbox" checked={!stays} onChange={(event) => props.onStays(!event.target.checked)} />
        Go on after deciding
      </label>
    </div>
  );
}
