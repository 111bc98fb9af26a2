import { TextButton } from '#views/shared/text-button.tsx';
import type { ElementDetails, GoingView } from '#walk/element-details.ts';
import type { Going } from '#walk/element-places.ts';
import { ELEMENT_WORDS } from '#walk/element-words.ts';
import type { MissingItem } from '#walk/return-view.ts';

type OnGo = (going: Going) => void;

function State({ state }: { readonly state: NonNullable<ElementDetails['state']> }): React.JSX.Element {
  const { sign, word } = ELEMENT_WORDS[state];
  return (
    <span className={`element-state element-state--${state}`}>
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  );
}

const MOST_PLACES = 3;

/** The fields that fed the element, or that could: a button each. */
function GoTo({
  places,
  isFed,
  onGo,
}: {
  readonly places: readonly GoingView[];
  readonly isFed: boolean;
  readonly onGo: OnGo;
}) {
  if (places.length === 0) return null;
  return (
    <p className="element-about__go">
      {places.slice(0, MOST_PLACES).map((going, at) => (
        <button key={going.place} type="button" className="small-button" onClick={() => onGo(going)}>
          {at === 0 ? (isFed ? 'Go to the field' : 'Go to where it is asked') : 'Also'} in {going.stepName}
        </button>
      ))}
    </p>
  );
}

function Rules({ rules }: Pick<ElementDetails, 'rules'>): React.JSX.Element | null {
  if (rules.length === 0) return null;
  return (
    <details className="element-about__rules">
      <summary>{rules.length === 1 ? '1 DfE rule tests it' : `${rules.length} DfE rules test it`}</summary>
      <ul>
        {rules.map(({ id, type, says }) => (
          <li key={id}>
            <strong>{id}</strong> {type}: {says}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface ElementAboutProps {
  readonly details: ElementDetails;
  /** What the return as a whole says is not verified. */
  readonly notVerified: readonly string[];
  readonly onGo: OnGo;
}

function NotVerified({ item, all }: { readonly item: string; readonly all: readonly string[] }) {
  if (item === '') return null;
  return (
    <details className="element-about__unsure">
      <summary>Not verified: {item}</summary>
      <ul>
        {all.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </details>
  );
}

/** All that is known of one element: its value and why, codes, what is not read, the rules that test it. */
export function ElementAbout({ details, notVerified, onGo }: ElementAboutProps): React.JSX.Element {
  const { tag, cbds, name, where, state, says, codes, due, unread, rules, places } = details;
  return (
    <section className="element-about" aria-label={`About ${tag}`}>
      <h4 className="element-about__title">
        {tag} {cbds !== '' && <span className="element-about__cbds">{cbds}</span>}{' '}
        {state !== null && <State state={state} />}
      </h4>
      <p className="element-about__name">{[name, where].filter((words) => words !== '').join(' · ')}</p>
      {says.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {codes.map((words) => (
        <p key={words} className="element-about__quiet">
          {words}
        </p>
      ))}
      <GoTo places={places} isFed={state === 'sent' || state === 'left-out'} onGo={onGo} />
      {unread.length > 0 && (
        <ul className="element-about__unread">
          {unread.map(({ says: words, going }, at) => (
            <li key={`${at} ${words}`}>
              {words} {going !== null && <TextButton onClick={() => onGo(going)}>Show it</TextButton>}
            </li>
          ))}
        </ul>
      )}
      {due !== '' && <p className="element-about__quiet">{due}</p>}
      <Rules rules={rules} />
      <NotVerified item={details.notVerified} all={notVerified} />
    </section>
  );
}

interface StillMissingProps {
  readonly missing: readonly MissingItem[];
  /** What is said where nothing is missing. */
  readonly none: string;
  readonly onLight: (key: string) => void;
}

/** Required items that are due and cannot be sent, each with the reason. */
export function StillMissing({ missing, none, onLight }: StillMissingProps): React.JSX.Element {
  return (
    <section className="still-missing" aria-label="Still missing">
      <h4 className="element-about__title">
        Still missing {missing.length > 0 && <span className="tab__count">{missing.length}</span>}
      </h4>
      {missing.length === 0 && <p className="element-about__quiet">{none}</p>}
      <ul className="still-missing__list">
        {missing.map(({ key, tag, where, says }) => (
          <li key={key}>
            <button type="button" className="still-missing__item" onClick={() => onLight(key)}>
              {tag}
            </button>{' '}
            <span className="element-about__quiet">{where}</span> {says}
          </li>
        ))}
      </ul>
    </section>
  );
}
