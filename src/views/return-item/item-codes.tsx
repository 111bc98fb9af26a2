import type { CodeAnswer, ItemCode } from '#diagram/code-answers.ts';

const CHANGE_WORDS = { none: '', new: 'New', relabelled: 'New label', retired: 'Retired' } as const;

const describeAnswer = ({ answer, lookup, status }: CodeAnswer): string =>
  `${answer} (${lookup}${status === 'confirmed' ? '' : `, ${status}`})`;

function Answers({ code }: { readonly code: ItemCode }): React.JSX.Element {
  if (code.answers.length === 0)
    return <span className="quiet">{code.change === 'retired' ? 'none' : 'no answer leads here'}</span>;
  return (
    <ul className="plain-list">
      {code.answers.map((answer) => (
        <li key={`${answer.lookup} ${answer.answer}`}>{describeAnswer(answer)}</li>
      ))}
    </ul>
  );
}

/** The codes of an item, the answers that lead to each, and which are new or retired against the compared year. */
export function ItemCodes({
  codes,
  codeSet,
  comparedWith,
}: {
  readonly codes: readonly ItemCode[];
  readonly codeSet: string;
  /** The compared year; empty: none. */
  readonly comparedWith: string;
}): React.JSX.Element {
  // Where the return makes the item itself no answer leads anywhere, and none is lacking.
  const hasAnswers = codes.some(({ answers }) => answers.length > 0);
  return (
    <table className="small-table">
      <caption>
        Codes of {codeSet}
        {comparedWith !== '' && <span className="quiet"> compared with {comparedWith}</span>}
      </caption>
      <thead>
        <tr>
          <th scope="col">Code</th>
          <th scope="col">Means</th>
          {hasAnswers && <th scope="col">Answers that lead to it</th>}
        </tr>
      </thead>
      <tbody>
        {codes.map((code) => (
          <tr key={code.code} className={code.change === 'retired' ? 'small-table__gone' : ''}>
            <th scope="row">{code.code}</th>
            <td>
              {code.change !== 'none' && (
                <span className={`code-change code-change--${code.change}`}>{CHANGE_WORDS[code.change]}</span>
              )}
              {code.label}
              {code.was !== '' && <span className="quiet"> was “{code.was}”</span>}
            </td>
            {hasAnswers && (
              <td>
                <Answers code={code} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
