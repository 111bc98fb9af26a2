import { useId, useState } from 'react';
import { asWord } from '#model/ids.ts';
import { type MappingStatus, USES, type Use } from '#model/words.ts';
import type { Fact, Source } from '#model/workspace.ts';
import { CommitField } from './commit-field.tsx';
import { ReasonForm } from './reason-form.tsx';
import { StandingTag } from './standing-tag.tsx';

/** What a person may do with a source. */
export interface SourceActions {
  readonly onStatus: (source: Source, status: MappingStatus, why: string) => void;
  readonly onUse: (source: Source, use: Use) => void;
  readonly onOrder: (source: Source, order: string) => void;
  readonly onAssured: (source: Source, assured: 'Y' | 'N' | '') => void;
  readonly onWhy: (source: Source, why: string) => void;
  readonly onRemove: (source: Source) => void;
}

interface SourceCardProps {
  readonly source: Source;
  readonly fact: Fact | null;
  /** Where it stands, where that is not said around the card. */
  readonly place: string;
  readonly isReadOnly: boolean;
  readonly actions: SourceActions;
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly isReadOnly: boolean;
  readonly onChange: (value: string) => void;
}

/** A choice of few words with its label above it. */
export function Choice({ label, value, options, isReadOnly, onChange }: SelectProps): React.JSX.Element {
  const id = useId();
  return (
    <div className="commit-field commit-field--narrow">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="field"
        value={value}
        disabled={isReadOnly}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map(([word, words]) => (
          <option key={word} value={word}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

const USE_WORDS: readonly (readonly [string, string])[] = [
  ['feeds', 'Feeds: the return reads it'],
  ['records', 'Records: no return reads it'],
  ['supports', 'Supports: background'],
];

const ASSURED_WORDS: readonly (readonly [string, string])[] = [
  ['', 'Worked out'],
  ['Y', 'Surely recorded'],
  ['N', 'Not sure'],
];

const assuredOf = ({ assured }: Source): string => (assured === null ? '' : assured ? 'Y' : 'N');

function Details({ source, isReadOnly, actions }: SourceCardProps): React.JSX.Element {
  return (
    <div className="source-card__details">
      <Choice
        label="Use"
        value={source.use}
        options={USE_WORDS}
        isReadOnly={isReadOnly}
        onChange={(value) => actions.onUse(source, asWord(USES, value) ?? 'records')}
      />
      <Choice
        label="Assured"
        value={assuredOf(source)}
        options={ASSURED_WORDS}
        isReadOnly={isReadOnly}
        onChange={(value) => actions.onAssured(source, asWord(['Y', 'N', ''], value) ?? '')}
      />
      <CommitField
        label="Precedence"
        width="narrow"
        value={source.order === null ? '' : String(source.order)}
        isReadOnly={isReadOnly}
        onCommit={(order) => actions.onOrder(source, order)}
      />
      <CommitField
        label="Why"
        value={source.why}
        isReadOnly={isReadOnly}
        onCommit={(why) => actions.onWhy(source, why)}
      />
    </div>
  );
}

const saidBy = ({ by, on }: Source): string => [by, on].filter((part) => part !== '').join(', ');

function Buttons({ source, actions, onFlag }: SourceCardProps & { readonly onFlag: () => void }): React.JSX.Element {
  return (
    <div className="button-row">
      {source.status !== 'confirmed' && (
        <button type="button" className="small-button" onClick={() => actions.onStatus(source, 'confirmed', '')}>
          Confirm
        </button>
      )}
      {source.status !== 'flagged' && (
        <button type="button" className="small-button" onClick={onFlag}>
          Flag…
        </button>
      )}
      {source.status !== 'ignored' && (
        <button type="button" className="small-button" onClick={() => actions.onStatus(source, 'ignored', '')}>
          Ignore
        </button>
      )}
      <button type="button" className="text-button" onClick={() => actions.onRemove(source)}>
        Remove
      </button>
    </div>
  );
}

/** One fact that a place records: its use, precedence and standing, and what can be done with it. */
export function SourceCard(props: SourceCardProps): React.JSX.Element {
  const { source, fact, place, isReadOnly, actions } = props;
  const [isFlagging, setFlagging] = useState(false);
  const said = saidBy(source);
  return (
    <li className="source-card">
      <div className="source-card__head">
        <b>{fact?.name ?? source.fact}</b>
        <StandingTag standing={source.status} />
      </div>
      <p className="source-card__key">
        <code>{source.fact}</code>
        {place === '' ? '' : ` · ${place}`}
        {said === '' ? '' : ` · ${said}`}
      </p>
      <Details {...props} />
      {isFlagging ? (
        <ReasonForm
          title="What has to be looked at again?"
          button="Flag"
          isNeeded
          onSubmit={(why) => {
            setFlagging(false);
            actions.onStatus(source, 'flagged', why);
          }}
          onCancel={() => setFlagging(false)}
        />
      ) : (
        !isReadOnly && <Buttons {...props} onFlag={() => setFlagging(true)} />
      )}
    </li>
  );
}
