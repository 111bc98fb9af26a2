import type { WalkNow } from './walk-now.ts';

/** What the case comes to: the return, the record and the map. */
export function BesidePanel({ moment }: WalkNow): React.JSX.Element {
  return <aside aria-label="Beside the case">{moment.state.record.length}</aside>;
}
