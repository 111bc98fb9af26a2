import { useEffect, useRef } from 'react';

/** What an edit does to the rows of one file, in words. */
export interface ChangeWords {
  readonly key: string;
  readonly words: string;
  readonly names: readonly string[];
}

interface ChangeFormProps {
  readonly title: string;
  readonly button: string;
  readonly changes: readonly ChangeWords[];
  /** Why it cannot be done yet; null when it can. */
  readonly lack?: string | null;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly children?: React.ReactNode;
}

const MOST = 40;

function Lines({ changes }: Pick<ChangeFormProps, 'changes'>): React.JSX.Element {
  return (
    <ul className="change-form__lines">
      {changes.map(({ key, words, names }) => (
        <li key={key}>
          <b>{words}</b>
          <ul>
            {names.slice(0, MOST).map((name, at) => (
              // Two rows may have one name, and the list is only read.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={at}>{name}</li>
            ))}
            {names.length > MOST && <li>and {names.length - MOST} more</li>}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** Says exactly what will change before it is done. Escape leaves everything as it is. */
export function ChangeForm(props: ChangeFormProps): React.JSX.Element {
  const { title, button, changes, lack = null, onSubmit, onCancel, children } = props;
  const form = useRef<HTMLFormElement | null>(null);
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input, select, button');
    first?.focus();
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    // Escape is heard wherever the keyboard stands inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className="change-form"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        if (lack === null) onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onCancel();
      }}
    >
      <h4 className="change-form__title">{title}</h4>
      {children}
      {lack === null ? <Lines changes={changes} /> : <p className="quiet">{lack}</p>}
      <p className="quiet">One undo brings all of it back.</p>
      <div className="button-row">
        <button type="submit" className="small-button" aria-disabled={lack !== null}>
          {button}
        </button>
        <button type="button" className="text-button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
