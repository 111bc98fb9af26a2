import { useState } from 'react';
import type { QuestionRow } from '#diagram/fields/question-row.ts';
import type { Fact } from '#model/workspace.ts';
import { type AssessedColumn, AssessForm, type HowSet } from './assess-form.tsx';
import { FactPicker, percentOf } from './fact-picker.tsx';
import { ReasonForm } from './reason-form.tsx';

interface ManyPanelProps {
  readonly rows: readonly QuestionRow[];
  readonly facts: readonly Fact[];
  readonly onMapAll: (fact: Fact) => void;
  readonly onAccept: (rows: readonly QuestionRow[]) => void;
  readonly onFlag: (why: string) => void;
  readonly onIgnore: () => void;
  readonly onAssess: (column: AssessedColumn, words: readonly string[], how: HowSet) => void;
  readonly onRemove: () => void;
  readonly onNone: () => void;
}

const counted = (count: number): string => `${count.toLocaleString('en-GB')} ${count === 1 ? 'question' : 'questions'}`;

function AcceptList({ rows, onAccept }: Pick<ManyPanelProps, 'rows' | 'onAccept'>): React.JSX.Element {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const suggested = rows.filter(({ suggestion }) => suggestion !== null);
  const ticked = suggested.filter(({ key }) => !left.has(key));
  if (suggested.length === 0) return <p className="panel__note">None of them has a suggestion waiting.</p>;
  function turn(key: string): void {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  }
  return (
    <>
      <ul className="plain-list accept-list">
        {suggested.map(({ key, question, suggestion, proposed }) => (
          <li key={key}>
            <label className="tick">
              <input type="checkbox" checked={!left.has(key)} onChange={() => turn(key)} />
              <span>
                {question.text || question.code} → <b>{proposed?.name ?? suggestion?.fact}</b>{' '}
                <span className="quiet">
                  {percentOf(suggestion?.score ?? null)} · {suggestion?.reasons.join(' · ')}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="small-button"
        aria-disabled={ticked.length === 0}
        onClick={() => ticked.length > 0 && onAccept(ticked)}
      >
        Accept {ticked.length.toLocaleString('en-GB')} as ticked
      </button>
    </>
  );
}

/** What can be done with all ticked questions at once, each in one step that one undo takes back. */
export function ManyPanel(props: ManyPanelProps): React.JSX.Element {
  const { rows, facts, onMapAll, onAccept, onFlag, onIgnore, onAssess, onRemove, onNone } = props;
  const [picked, setPicked] = useState<Fact | null>(null);
  const [isFlagging, setFlagging] = useState(false);
  return (
    <div className="mapping-panel">
      <h2 className="panel__title">{counted(rows.length)} ticked</h2>
      <button type="button" className="text-button" onClick={onNone}>
        Tick none
      </button>
      <h3 className="panel__heading">What they are for</h3>
      <AssessForm count={rows.length} onSet={onAssess} />
      <h3 className="panel__heading">Map all to one fact</h3>
      <FactPicker label="Fact" proposals={[]} facts={facts} onPick={setPicked} />
      {picked !== null && (
        <button type="button" className="small-button" onClick={() => onMapAll(picked)}>
          Map {counted(rows.length)} to {picked.name}
        </button>
      )}
      <h3 className="panel__heading">Accept what is suggested for each</h3>
      <AcceptList rows={rows} onAccept={onAccept} />
      <h3 className="panel__heading">Their facts</h3>
      {isFlagging ? (
        <ReasonForm
          title="What has to be looked at again?"
          button={`Flag ${counted(rows.length)}`}
          isNeeded
          onSubmit={(why) => {
            setFlagging(false);
            onFlag(why);
          }}
          onCancel={() => setFlagging(false)}
        />
      ) : (
        <div className="button-row">
          <button type="button" className="small-button" onClick={() => setFlagging(true)}>
            Flag…
          </button>
          <button type="button" className="small-button" onClick={onIgnore}>
            Ignore or reject
          </button>
          <button type="button" className="small-button" onClick={onRemove}>
            Remove the questions…
          </button>
        </div>
      )}
    </div>
  );
}
