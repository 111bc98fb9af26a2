import { count } from '#diagram/describe-step.ts';
import type { YearView } from '#walk/return-view.ts';

interface YearLineProps {
  readonly year: YearView;
  readonly chosen: string;
  readonly returns: readonly { readonly id: string; readonly name: string }[];
  readonly onReturn: (id: string) => void;
}

/** Which return is looked at, its census year, and which groups of the message fall outside it. */
export function YearLine({ year, chosen, returns, onReturn }: YearLineProps): React.JSX.Element {
  const { period, outside } = year;
  return (
    <div className="year-line">
      <label htmlFor="walk-return" className="visually-hidden">
        Return
      </label>
      <select
        id="walk-return"
        className="field year-line__return"
        value={chosen}
        onChange={({ target }) => onReturn(target.value)}
      >
        {chosen === '' && <option value="">No return</option>}
        {returns.map(({ id, name }) => (
          <option key={id} value={id}>
            {name || id}
          </option>
        ))}
      </select>
      {period !== '' && <span className="year-line__period">{period}</span>}
      {outside.length > 0 && (
        <details className="year-line__outside">
          <summary>{count(outside.length, 'group falls', 'groups fall')} outside</summary>
          <ul>
            {outside.map(({ key, name, says }) => (
              <li key={key}>
                <strong>{name}.</strong> {says}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
