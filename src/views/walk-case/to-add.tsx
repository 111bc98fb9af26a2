import type { FormView } from '#walk/form-view.ts';

interface ToAddProps {
  readonly toAdd: FormView['toAdd'];
  readonly onAdd: (activity: FormView['toAdd'][number]) => void;
}

/** Forms, letters and schedules that may be added to the step. */
export function ToAdd({ toAdd, onAdd }: ToAddProps): React.JSX.Element | null {
  if (toAdd.length === 0) return null;
  return (
    <section className="case-activity" aria-labelledby="case-optional">
      <h4 className="case-activity__title" id="case-optional">
        May be added
      </h4>
      <ul className="plain-list">
        {toAdd.map((activity) => (
          <li key={activity.form} className="case-buttons">
            <button type="button" className="small-button" onClick={() => onAdd(activity)}>
              Add {activity.title}
            </button>
            <span className="case-quiet">{activity.kind}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
