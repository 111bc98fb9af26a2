import { ITEM_STATUS_WORDS, PLACE_STATUS_WORDS, SEVERITY_WORDS } from '#diagram/status-words.ts';
import type { ItemStatus, PlaceStatus } from '#model/audit.ts';
import type { Severity } from '#model/finding.ts';

const HUE_OF_ITEM: Readonly<Record<ItemStatus, string>> = {
  missing: 'never',
  gaps: 'sometimes',
  unconfirmed: 'unconfirmed',
  covered: 'always',
  'not-triggered': 'none',
};

/** Always, sometimes or never: sign, word and colour. */
export function PlaceStatusTag({ status }: { readonly status: PlaceStatus }): React.JSX.Element {
  return (
    <span className={`status status--${status}`}>
      <span aria-hidden="true">{PLACE_STATUS_WORDS[status].sign}</span> {PLACE_STATUS_WORDS[status].word}
    </span>
  );
}

/** What the audit says of an item as a whole. */
export function ItemStatusTag({ status }: { readonly status: ItemStatus }): React.JSX.Element {
  return (
    <span className={`status status--${HUE_OF_ITEM[status]}`}>
      <span aria-hidden="true">{ITEM_STATUS_WORDS[status].sign}</span> {ITEM_STATUS_WORDS[status].word}
    </span>
  );
}

export function SeverityTag({ severity }: { readonly severity: Severity }): React.JSX.Element {
  return (
    <span className={`severity severity--${severity}`}>
      <span aria-hidden="true">{SEVERITY_WORDS[severity].sign}</span> {SEVERITY_WORDS[severity].word}
    </span>
  );
}
