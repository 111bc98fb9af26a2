import { count } from '#diagram/describe-step.ts';
import type { LeftBehind } from '#diagram/return-left-behind.ts';
import type { DataReturn } from '#model/data-return.ts';

/** What would feed nothing without a return, said before it is taken away. */
export function RemoveReturn({
  dataReturn,
  left,
  onRemove,
  onCancel,
}: {
  readonly dataReturn: DataReturn;
  readonly left: LeftBehind;
  readonly onRemove: () => void;
  readonly onCancel: () => void;
}): React.JSX.Element {
  const { sources, eventPlaces, codeMappings } = left;
  const facts = [...new Set(sources.map(({ fact }) => fact))];
  const nothing = sources.length + eventPlaces.length + codeMappings.length === 0;
  const name = dataReturn.name || dataReturn.id;
  return (
    <section className="remove-return" role="alertdialog" aria-labelledby="remove-return-title">
      <h3 id="remove-return-title">Remove {name}?</h3>
      {nothing ? (
        <p>No mapping serves this return alone: everything goes on serving another.</p>
      ) : (
        <>
          <p>These serve no other return. They are kept, and feed nothing:</p>
          <ul>
            {sources.length > 0 && (
              <li>
                {count(sources.length, 'source')} of {facts.slice(0, 8).join(', ')}
                {facts.length > 8 && ` and ${facts.length - 8} more facts`}
              </li>
            )}
            {eventPlaces.length > 0 && (
              <li>
                {count(eventPlaces.length, 'place')} of the events{' '}
                {[...new Set(eventPlaces.map(({ event }) => event))].join(', ')}
              </li>
            )}
            {codeMappings.length > 0 && (
              <li>
                {count(codeMappings.length, 'answer')} with codes of{' '}
                {[...new Set(codeMappings.map(({ codeSet }) => codeSet))].join(', ')}
              </li>
            )}
          </ul>
        </>
      )}
      <p className="panel__note">Undo brings it back.</p>
      <div className="form-buttons">
        <button type="button" className="main-button main-button--warning" onClick={onRemove}>
          Remove {name}
        </button>
        <button type="button" className="small-button" onClick={onCancel}>
          Keep it
        </button>
      </div>
    </section>
  );
}
