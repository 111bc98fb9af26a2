import { ITEM_STATUS_WORDS } from '#diagram/status-words.ts';
import type { Audit } from '#model/audit.ts';
import type { Item } from '#model/data-return.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';
import { SHOW_WORDS, SHOWS, type Show } from './shows.ts';

interface ItemOptionsProps {
  readonly index: WorkspaceIndex;
  readonly audit: Audit | null;
}

function optionText(audit: Audit | null, item: Item): string {
  const status = audit?.coverage.find((coverage) => coverage.item === item.id)?.status;
  const sign = status === undefined ? '' : `${ITEM_STATUS_WORDS[status].sign} `;
  const word = status === undefined ? '' : ` – ${ITEM_STATUS_WORDS[status].word.toLowerCase()}`;
  return `${sign}${item.name}${item.cbds === '' ? '' : ` · ${item.cbds}`}${word}`;
}

/** The items of the return by module, each with what the audit says of it. */
export function ItemOptions({ index, audit }: ItemOptionsProps): React.JSX.Element {
  const modules = groupBy(index.dataReturn?.items ?? [], (one) => one.module);
  return (
    <>
      {[...modules].map(([module, items]) => (
        <optgroup key={module} label={module}>
          {items.map((one) => (
            <option key={one.id} value={one.id}>
              {optionText(audit, one)}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
}

interface ShowChoiceProps extends ItemOptionsProps {
  readonly show: Show;
  /** What coverage is shown of: `return`, `module:…`, or an item. */
  readonly of: string;
  readonly moduleWord: string;
  readonly onShow: (show: string) => void;
  readonly onOf: (of: string) => void;
}

/** "Show coverage of …": what lies on the map, one thing at a time. */
export function ShowChoice(props: ShowChoiceProps): React.JSX.Element {
  const { index, show, of, moduleWord, onShow, onOf } = props;
  const modules = [...new Set((index.dataReturn?.items ?? []).map((item) => item.module))];
  return (
    <>
      <div className="toolbar__choice">
        <label htmlFor="show">Show</label>
        <select id="show" className="field" value={show} onChange={(event) => onShow(event.target.value)}>
          {SHOWS.map((word) => (
            <option key={word} value={word}>
              {SHOW_WORDS[word]}
            </option>
          ))}
        </select>
      </div>
      {show === 'coverage' && (
        <div className="toolbar__choice toolbar__choice--item">
          <label htmlFor="item">of</label>
          <select
            id="item"
            className="field toolbar__item"
            aria-label="Coverage of"
            value={of}
            onChange={(event) => onOf(event.target.value)}
          >
            <option value="return">The whole return</option>
            <optgroup label="Modules">
              {modules.map((module) => (
                <option key={module} value={moduleWord + module}>
                  {module}
                </option>
              ))}
            </optgroup>
            <ItemOptions {...props} />
          </select>
        </div>
      )}
    </>
  );
}
