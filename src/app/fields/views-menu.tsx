import { useMemo, useState } from 'react';
import type { SavedView } from '#store/saving/settings.ts';
import { sameViewWords, type ViewWords } from './fields-view.ts';
import { openFieldViews } from './saved-views.ts';
import { SHIPPED_VIEWS } from './shipped-views.ts';

interface ViewsMenuProps {
  /** How the fields are looked at now. */
  readonly words: ViewWords;
  readonly onView: (view: Readonly<Record<string, string>>) => void;
}

/** What is being done with names: nothing, keeping a view under one, or giving it another. */
type Naming = 'none' | 'save' | 'rename';

interface NameFormProps {
  readonly start: string;
  readonly button: string;
  readonly refusal: string | null;
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}

function NameForm({ start, button, refusal, onName, onCancel }: NameFormProps): React.JSX.Element {
  const [name, setName] = useState(start);
  return (
    <form
      className="views-menu__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onName(name.trim());
      }}
    >
      <input
        // The form has just been asked for: writing the name is what comes next.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className="field"
        aria-label="Name of the view"
        placeholder="Name of the view"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="small-button">
        {button}
      </button>
      <button type="button" className="text-button" onClick={onCancel}>
        Cancel
      </button>
      {refusal !== null && (
        <span role="alert" className="refused">
          {refusal}
        </span>
      )}
    </form>
  );
}

const VIEWS = { shipped: 'shipped:', own: 'own:' } as const;

function findView(key: string, own: readonly SavedView[]): SavedView | undefined {
  const of = key.startsWith(VIEWS.own) ? own : SHIPPED_VIEWS;
  return of.find(({ name }) => key.endsWith(`:${name}`));
}

function keyOfNow(words: ViewWords, own: readonly SavedView[]): string {
  const isNow = ({ view }: SavedView): boolean => sameViewWords(view, { ...words });
  const mine = own.find(isNow);
  if (mine !== undefined) return VIEWS.own + mine.name;
  const shipped = SHIPPED_VIEWS.find(isNow);
  return shipped === undefined ? '' : VIEWS.shipped + shipped.name;
}

function Options({
  own,
  isUnnamed,
}: {
  readonly own: readonly SavedView[];
  readonly isUnnamed: boolean;
}): React.JSX.Element {
  return (
    <>
      {isUnnamed && <option value="">As arranged now</option>}
      <optgroup label="Views">
        {SHIPPED_VIEWS.map(({ name }) => (
          <option key={name} value={VIEWS.shipped + name}>
            {name}
          </option>
        ))}
      </optgroup>
      {own.length > 0 && (
        <optgroup label="Your own">
          {own.map(({ name }) => (
            <option key={name} value={VIEWS.own + name}>
              {name}
            </option>
          ))}
        </optgroup>
      )}
    </>
  );
}

function ViewButtons(props: {
  readonly isOwn: boolean;
  readonly onNaming: (naming: Naming) => void;
  readonly onDelete: () => void;
}): React.JSX.Element {
  const { isOwn, onNaming, onDelete } = props;
  return (
    <>
      <button type="button" className="small-button" onClick={() => onNaming('save')}>
        Save view…
      </button>
      {isOwn && (
        <>
          <button type="button" className="text-button" onClick={() => onNaming('rename')}>
            Rename
          </button>
          <button type="button" className="text-button" onClick={onDelete}>
            Delete
          </button>
        </>
      )}
    </>
  );
}

/** Named ways of looking at the fields: choose one, keep the present one, rename and delete those of one's own. */
export function ViewsMenu({ words, onView }: ViewsMenuProps): React.JSX.Element {
  const views = useMemo(() => openFieldViews(), []);
  const [own, setOwn] = useState(views.all);
  const [naming, setNaming] = useState<Naming>('none');
  const [refusal, setRefusal] = useState<string | null>(null);
  const now = keyOfNow(words, own);
  const mine = now.startsWith(VIEWS.own) ? now.slice(VIEWS.own.length) : null;
  function finish(): void {
    setOwn(views.all());
    setNaming('none');
    setRefusal(null);
  }
  function take(name: string): void {
    if (naming === 'rename' && mine !== null && !views.rename(mine, name)) {
      setRefusal('Another view has that name.');
      return;
    }
    if (naming === 'save') views.save({ name, view: { ...words } });
    finish();
  }
  return (
    <div className="views-menu">
      <label className="views-menu__label">
        View
        <select
          className="field"
          value={now}
          onChange={(event) => {
            const chosen = findView(event.target.value, own);
            if (chosen !== undefined) onView(chosen.view);
          }}
        >
          <Options own={own} isUnnamed={now === ''} />
        </select>
      </label>
      {naming === 'none' ? (
        <ViewButtons
          isOwn={mine !== null}
          onNaming={setNaming}
          onDelete={() => {
            if (mine !== null) views.remove(mine);
            finish();
          }}
        />
      ) : (
        <NameForm
          start={naming === 'rename' ? (mine ?? '') : ''}
          button={naming === 'rename' ? 'Rename' : 'Save'}
          refusal={refusal}
          onName={take}
          onCancel={finish}
        />
      )}
    </div>
  );
}
