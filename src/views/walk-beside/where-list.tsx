import { STANDING_WORDS, type WhereLine } from '#walk/map-view.ts';

interface WhereListProps {
  readonly lines: readonly WhereLine[];
  /** Key of the step that is looked at. */
  readonly chosen: string | null;
  readonly onChoose: (step: string) => void;
}

/** Where the case is and has been, in the order in which its steps came in: what the map says, as a list. */
export function WhereList({ lines, chosen, onChoose }: WhereListProps): React.JSX.Element {
  return (
    <section className="where-list" aria-labelledby="where-list">
      <h4 className="element-about__title" id="where-list">
        Where the case is
      </h4>
      {lines.length === 0 && <p className="element-about__quiet">No step has begun.</p>}
      <ol className="where-list__lines">
        {lines.map(({ number, key, name, standing, says, from }) => (
          <li key={key} className={`where-line where-line--${standing}`}>
            <span className="route-number" aria-hidden="true">
              {number}
            </span>
            <span className="where-line__words">
              <button
                type="button"
                className="text-button"
                aria-current={key === chosen ? 'step' : undefined}
                onClick={() => onChoose(key)}
              >
                {name}
              </button>{' '}
              <span className={`where-line__standing where-line__standing--${standing}`}>
                <span aria-hidden="true">{STANDING_WORDS[standing].sign}</span>{' '}
                {STANDING_WORDS[standing].word.toLowerCase()}
              </span>
              <span className="where-line__says">{[says, from].filter((words) => words !== '').join(', ')}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
