import type { CodeMap, MappedAnswer } from '#diagram/fields/code-map.ts';
import type { CodeMapping } from '#model/workspace.ts';
import { AddValue } from './add-value.tsx';
import { CodeStanding } from './code-standing.tsx';
import { CodesTable } from './codes-table.tsx';

/** What a person may do with a map of codes. */
export interface CodeMapActions {
  readonly onMap: (map: CodeMap, answers: readonly { readonly answer: string; readonly code: string }[]) => void;
  readonly onUnmap: (answer: string, rows: readonly CodeMapping[]) => void;
  readonly onFlag: (rows: readonly CodeMapping[], why: string) => void;
  readonly onConfirm: (rows: readonly CodeMapping[]) => void;
}

interface CodeMapProps {
  readonly map: CodeMap;
  readonly year: string;
  readonly isReadOnly: boolean;
  readonly actions: CodeMapActions;
}

/** Values of the choice beside an answer that are no codes. */
const NOT_SAID = '\u0001not-said';
const NO_CODE = '';

interface AnswerProps extends CodeMapProps {
  readonly answer: MappedAnswer;
}

/** The row that counts in the chosen year. */
function rowOfYear({ codes }: CodeMap, { rows }: MappedAnswer): CodeMapping | undefined {
  const taken = codes.filter(({ mark }) => mark !== 'retired').map(({ code }) => code);
  return rows.find(({ code }) => taken.includes(code)) ?? rows.find(({ code }) => code === NO_CODE);
}

function CodeChoice(props: AnswerProps): React.JSX.Element {
  const { map, answer, isReadOnly, actions } = props;
  const row = rowOfYear(map, answer);
  function choose(value: string): void {
    if (value !== NOT_SAID) actions.onMap(map, [{ answer: answer.answer, code: value }]);
    else if (row !== undefined) actions.onUnmap(answer.answer, [row]);
  }
  return (
    <select
      className="field code-map__choice"
      aria-label={`Code for ${answer.answer}`}
      value={row?.code ?? NOT_SAID}
      disabled={isReadOnly}
      onChange={(event) => choose(event.target.value)}
    >
      <option value={NOT_SAID}>Not said</option>
      <option value={NO_CODE}>No code</option>
      {map.codes
        .filter(({ mark }) => mark !== 'retired')
        .map(({ code, label }) => (
          <option key={code} value={code}>
            {code} {label}
          </option>
        ))}
    </select>
  );
}

const otherRows = (map: CodeMap, answer: MappedAnswer): readonly CodeMapping[] => {
  const row = rowOfYear(map, answer);
  return answer.rows.filter((other) => other !== row && other.code !== NO_CODE);
};

function AnswerRow(props: AnswerProps): React.JSX.Element {
  const { map, answer, isReadOnly, actions } = props;
  const row = rowOfYear(map, answer);
  const others = otherRows(map, answer).map(({ code }) => code);
  return (
    <tr>
      <th scope="row">
        {answer.answer}
        {answer.timesChosen !== null && (
          <span className="quiet"> · chosen {answer.timesChosen.toLocaleString('en-GB')}</span>
        )}
        {answer.isStray && <span className="code-map__stray">not on the list (any longer)</span>}
      </th>
      <td>
        <CodeChoice {...props} />
        {answer.exact !== null && !isReadOnly && (
          <button
            type="button"
            className="small-button code-map__exact"
            onClick={() => actions.onMap(map, [{ answer: answer.answer, code: answer.exact?.code ?? '' }])}
          >
            Accept {answer.exact.code}: reads the same
          </button>
        )}
        {others.length > 0 && <p className="quiet">Also {others.join(', ')} for other years, kept</p>}
        {row !== undefined && <CodeStanding row={row} isReadOnly={isReadOnly} actions={actions} />}
      </td>
    </tr>
  );
}

function ExactOffer({ map, actions }: CodeMapProps): React.JSX.Element | null {
  const exact = map.answers.flatMap(({ answer, exact: code }) =>
    code === null ? [] : [{ answer, code: code.code, label: code.label }],
  );
  if (exact.length === 0) return null;
  return (
    <details className="code-map__offer" open={exact.length <= 8}>
      <summary>{exact.length === 1 ? '1 answer reads' : `${exact.length} answers read`} the same as a code</summary>
      <ul className="plain-list">
        {exact.map(({ answer, code, label }) => (
          <li key={answer}>
            {answer} → {code} {label}
          </li>
        ))}
      </ul>
      <button type="button" className="small-button" onClick={() => actions.onMap(map, exact)}>
        Accept {exact.length === 1 ? 'it' : `all ${exact.length}`}
      </button>
    </details>
  );
}

/** Values of a screen outside forms are known only from the rows that people wrote. */
const isOutsideForms = ({ list }: CodeMap): boolean => list.includes(':') && !list.startsWith('question:');

/** The answers of a list beside the codes of a set: what has no partner stands first on either side. */
export function CodeMapView(props: CodeMapProps): React.JSX.Element {
  const { map, year, isReadOnly, actions } = props;
  const unmapped = map.answers.filter((answer) => rowOfYear(map, answer) === undefined).length;
  const unreached = map.codes.filter(({ answers, mark }) => answers.length === 0 && mark !== 'retired').length;
  return (
    <section className="code-map" aria-label={`${map.list} to ${map.codeSet}`}>
      <h3 className="panel__heading">
        {map.list} → {map.codeSet}
      </h3>
      <p className="panel__note">
        Feeds {map.items.map(({ tag, cbds }) => `${tag} (${cbds})`).join(', ')} in {year}. {unmapped} of{' '}
        {map.answers.length} answers without a code; {unreached} codes that no answer of the list leads to.
      </p>
      {!isReadOnly && <ExactOffer {...props} />}
      <table className="code-map__table">
        <thead>
          <tr>
            <th scope="col">Answer</th>
            <th scope="col">Code</th>
          </tr>
        </thead>
        <tbody>
          {map.answers.map((answer) => (
            <AnswerRow key={answer.answer} {...props} answer={answer} />
          ))}
        </tbody>
      </table>
      {!isReadOnly && isOutsideForms(map) && (
        <AddValue onAdd={(answer) => actions.onMap(map, [{ answer, code: NO_CODE }])} />
      )}
      <CodesTable codes={map.codes} year={year} />
    </section>
  );
}
