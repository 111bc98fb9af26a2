import { useState } from 'react';
import { asWord } from '#model/ids.ts';
import { FACT_KINDS, type FactKind, SCOPES, type Scope, SUBJECTS, type Subject } from '#model/words.ts';
import { Choice } from './source-card.tsx';

/** A fact of the council's own, as it is written down. */
export interface DraftFact {
  readonly key: string;
  readonly name: string;
  readonly subject: Subject;
  readonly scope: Scope;
  readonly kind: FactKind;
  readonly definition: string;
}

interface NewFactFormProps {
  /** Why a key cannot be taken; null where it can. */
  readonly refuse: (key: string) => string | null;
  readonly onCreate: (fact: DraftFact) => void;
}

const EMPTY: DraftFact = { key: '', name: '', subject: 'child', scope: 'referral', kind: 'static', definition: '' };

const inWords = (words: readonly string[]): readonly (readonly [string, string])[] =>
  words.map((word) => [word, word.replaceAll('-', ' ')] as const);

/** `Who the child lives with` → `child.who-the-child-lives-with`. */
const keyFrom = ({ subject, name }: DraftFact): string =>
  `${subject}.${name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
    .slice(0, 40)}`;

function Words(props: {
  readonly fact: DraftFact;
  readonly onFact: (change: Partial<DraftFact>) => void;
}): React.JSX.Element {
  const { fact, onFact } = props;
  return (
    <div className="source-card__details">
      <Choice
        label="About"
        value={fact.subject}
        options={inWords(SUBJECTS)}
        isReadOnly={false}
        onChange={(word) => onFact({ subject: asWord(SUBJECTS, word) ?? 'child' })}
      />
      <Choice
        label="Stays true within one"
        value={fact.scope}
        options={inWords(SCOPES)}
        isReadOnly={false}
        onChange={(word) => onFact({ scope: asWord(SCOPES, word) ?? 'child' })}
      />
      <Choice
        label="Kind"
        value={fact.kind}
        options={inWords(FACT_KINDS)}
        isReadOnly={false}
        onChange={(word) => onFact({ kind: asWord(FACT_KINDS, word) ?? 'static' })}
      />
    </div>
  );
}

/** Writes down a fact that no list has yet, and maps the question to it. */
export function NewFactForm({ refuse, onCreate }: NewFactFormProps): React.JSX.Element {
  const [fact, setFact] = useState(EMPTY);
  const [refusal, setRefusal] = useState<string | null>(null);
  const key = fact.key === '' && fact.name !== '' ? keyFrom(fact) : fact.key;
  const onFact = (change: Partial<DraftFact>): void => setFact({ ...fact, ...change });
  function submit(event: React.SyntheticEvent): void {
    event.preventDefault();
    const reason = fact.name.trim() === '' ? 'A fact needs a name.' : refuse(key);
    setRefusal(reason);
    if (reason !== null) return;
    onCreate({ ...fact, key, name: fact.name.trim() });
    setFact(EMPTY);
  }
  return (
    <form className="new-fact" onSubmit={submit}>
      <label>
        Name
        <input className="field" value={fact.name} onChange={(event) => onFact({ name: event.target.value })} />
      </label>
      <label>
        Key
        <input className="field" value={key} onChange={(event) => onFact({ key: event.target.value.trim() })} />
      </label>
      <Words fact={fact} onFact={onFact} />
      <label>
        What it means
        <input
          className="field"
          value={fact.definition}
          onChange={(event) => onFact({ definition: event.target.value })}
        />
      </label>
      {refusal !== null && (
        <p role="alert" className="refused">
          {refusal}
        </p>
      )}
      <button type="submit" className="small-button">
        Add the fact and map to it
      </button>
    </form>
  );
}
