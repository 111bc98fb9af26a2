import type { FormView } from '#walk/form-view.ts';
import { sectionId } from './form-sections.tsx';

const FEW = 3;

function goTo(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

/** The sections of a long form, each with how many of its mandatory questions wait for an answer. */
export function SectionJumps({ form }: { readonly form: FormView }): React.JSX.Element | null {
  const sections = form.activities.flatMap((activity) => activity.sections);
  if (sections.length < FEW) return null;
  return (
    <nav className="case-jumps" aria-label="Sections of the form">
      <ul>
        {sections.map(({ key, title, waiting }) => (
          <li key={key}>
            <button type="button" className="text-button" onClick={() => goTo(sectionId(key))}>
              {title}
            </button>
            {waiting > 0 && (
              <span className="case-jumps__waiting">
                {waiting}
                <span className="visually-hidden"> mandatory to answer</span>
              </span>
            )}
          </li>
        ))}
        {form.screens.length > 0 && (
          <li>
            <button type="button" className="text-button" onClick={() => goTo(sectionId('outside'))}>
              Screens outside the form
            </button>
          </li>
        )}
      </ul>
    </nav>
  );
}
