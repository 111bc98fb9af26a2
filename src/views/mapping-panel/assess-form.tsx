import { useState } from 'react';
import { PURPOSES } from '#model/words.ts';
import { Choice } from './source-card.tsx';

/** A list that can be set for questions. */
export type AssessedColumn = 'purposes' | 'readers' | 'tags';
export type HowSet = 'set' | 'add';

interface AssessFormProps {
  readonly count: number;
  readonly onSet: (column: AssessedColumn, words: readonly string[], how: HowSet) => void;
}

const COLUMNS: readonly (readonly [AssessedColumn, string])[] = [
  ['purposes', 'Purposes'],
  ['readers', 'Readers'],
  ['tags', 'Tags'],
];

const PURPOSE_WORDS: Readonly<Record<string, string>> = {
  'childs-record': "child's record",
  none: 'none: no known use',
};

const wordsIn = (text: string): readonly string[] =>
  text
    .split(';')
    .map((word) => word.trim())
    .filter((word) => word !== '');

function PurposeTicks(props: {
  readonly ticked: readonly string[];
  readonly onTicked: (words: readonly string[]) => void;
}): React.JSX.Element {
  const { ticked, onTicked } = props;
  function turn(word: string): void {
    if (ticked.includes(word)) onTicked(ticked.filter((one) => one !== word));
    // "None" says that there is no known use, so it stands alone.
    else onTicked(word === 'none' ? ['none'] : [...ticked.filter((one) => one !== 'none'), word]);
  }
  return (
    <fieldset className="ticks">
      <legend>Purposes</legend>
      {[...PURPOSES, 'none'].map((word) => (
        <label key={word} className="tick">
          <input type="checkbox" checked={ticked.includes(word)} onChange={() => turn(word)} />
          {PURPOSE_WORDS[word] ?? word}
        </label>
      ))}
    </fieldset>
  );
}

/** Says what questions are for and who reads them, for all that are chosen at once. */
export function AssessForm({ count, onSet }: AssessFormProps): React.JSX.Element {
  const [column, setColumn] = useState<AssessedColumn>('purposes');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [text, setText] = useState('');
  const words = column === 'purposes' ? ticked : wordsIn(text);
  const of = count === 1 ? '1 question' : `${count.toLocaleString('en-GB')} questions`;
  return (
    <div className="assess-form">
      <Choice
        label="What to set"
        value={column}
        options={COLUMNS}
        isReadOnly={false}
        onChange={(value) => setColumn(COLUMNS.find(([id]) => id === value)?.[0] ?? 'purposes')}
      />
      {column === 'purposes' ? (
        <PurposeTicks ticked={ticked} onTicked={setTicked} />
      ) : (
        <label className="assess-form__text">
          {column === 'readers' ? 'Readers, or “none”' : 'Tags'}, separated by ;
          <input className="field" value={text} onChange={(event) => setText(event.target.value)} />
        </label>
      )}
      <div className="button-row">
        <button
          type="button"
          className="small-button"
          aria-disabled={words.length === 0}
          onClick={() => words.length > 0 && onSet(column, words, 'set')}
        >
          Set for {of}
        </button>
        <button
          type="button"
          className="small-button"
          aria-disabled={words.length === 0}
          onClick={() => words.length > 0 && onSet(column, words, 'add')}
        >
          Add to what is there
        </button>
      </div>
    </div>
  );
}
