import { SCREENS, type Screen } from '#store/view.ts';
import { SCREEN_NAMES } from './screens/screens.ts';

interface MainNavProps {
  readonly screen: Screen;
  /** How many findings nobody has decided; null while they are not known. */
  readonly undecided: number | null;
  readonly onScreen: (screen: Screen) => void;
  /** What stands at its end: what is saved, undo and redo. */
  readonly children: React.ReactNode;
}

/** The main navigation. Each name is a link, so that a screen can be opened beside another. */
export function MainNav({ screen, undecided, onScreen, children }: MainNavProps): React.JSX.Element {
  return (
    <div className="main-nav">
      <nav aria-label="Screens" className="main-nav__screens">
        {SCREENS.map((name) => (
          <a
            key={name}
            className="main-nav__link"
            href={`#/${name}`}
            aria-current={name === screen ? 'page' : undefined}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              onScreen(name);
            }}
          >
            {SCREEN_NAMES[name]}
            {name === 'findings' && undecided !== null && (
              <span className="main-nav__count">
                {undecided.toLocaleString('en-GB')}
                <span className="visually-hidden"> not decided</span>
              </span>
            )}
          </a>
        ))}
      </nav>
      <div className="main-nav__work">{children}</div>
    </div>
  );
}
