import { returnsOf, type ScreenProps } from '#app/use-shown.ts';
import { describeDay } from '#diagram/drawing/map-words.ts';
import { returnId } from '#model/ids.ts';

/** Whose workspace it is, of what day, and which return of which year is looked at. */
export function OverviewHead({ shown, store }: ScreenProps): React.JSX.Element {
  const { index, view } = shown;
  const { manifest } = index.workspace;
  const returns = returnsOf(index);
  return (
    <div className="summary__head">
      <div>
        <h2 className="summary__title">{manifest.title || manifest.authority || 'This workspace'}</h2>
        <p className="summary__about">
          {manifest.authority !== '' && <strong>{manifest.authority}</strong>}
          {shown.shown.name === null && <span className="summary__invented">Invented example</span>}
          {manifest.asAt !== '' && <span>as at {describeDay(manifest.asAt)}</span>}
          {index.dataReturn !== null && <span className="summary__printed">{index.dataReturn.name}</span>}
        </p>
      </div>
      {returns.length > 0 && (
        <div className="toolbar__choice summary__return">
          <label htmlFor="overview-return">Return</label>
          <select
            id="overview-return"
            className="field"
            value={index.dataReturn?.id ?? ''}
            onChange={(event) => store.goTo({ ...view, dataReturn: returnId(event.target.value), item: null })}
          >
            {index.dataReturn === null && <option value="">None</option>}
            {returns.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  );
}
