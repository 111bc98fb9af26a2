import type { CodeChanges, CodeSetChange, RetiredAnswer } from '#diagram/year-change/code-changes.ts';
import type { Code } from '#model/data-return.ts';
import { ChangeSection, ChangeTable } from './change-section.tsx';
import { SECTIONS } from './year-summary.tsx';

const KIND_WORDS = { added: 'new set', removed: 'no longer used', changed: 'changed' } as const;

interface CodeLine {
  readonly key: string;
  readonly code: string;
  readonly change: string;
  readonly label: string;
}

const lineOf = (change: string, { code, label }: Code): CodeLine => ({ key: `${change} ${code}`, code, change, label });

const linesOf = ({ added, removed, relabelled }: CodeSetChange): readonly CodeLine[] => [
  ...removed.map((code) => lineOf('Retired', code)),
  ...added.map((code) => lineOf('New', code)),
  ...relabelled.map(({ from, to }) => ({
    ...lineOf('New label', to),
    label: `${to.label} (was “${from.label}”)`,
  })),
];

function Now({ answer, isAsked }: { readonly answer: RetiredAnswer; readonly isAsked: boolean }): React.JSX.Element {
  const { stillLeadsTo } = answer;
  if (!isAsked) return <>not asked in the new year</>;
  if (stillLeadsTo.length > 0) return <>leads to {stillLeadsTo.join(', ')} as well</>;
  return <strong className="year-change__lacks">○ no code in the new year</strong>;
}

function Retired({ set }: { readonly set: CodeSetChange }): React.JSX.Element | null {
  const { retiredAnswers, isAsked } = set;
  if (retiredAnswers.length === 0) return null;
  return (
    <>
      <p>Answers that lead to retired codes. Their rows are kept for the other year:</p>
      <ul className="plain-list">
        {retiredAnswers.map((retired) => (
          <li key={`${retired.lookup} ${retired.answer}`}>
            “{retired.answer}” of {retired.lookup}, code {retired.rows.map(({ code }) => code).join(', ')}:{' '}
            <Now answer={retired} isAsked={isAsked} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What becomes of each set of codes, and of the answers that lead to retired ones. */
export function CodesSection({ codes }: { readonly codes: CodeChanges }): React.JSX.Element {
  return (
    <ChangeSection
      id={SECTIONS.codes}
      title="Sets of codes"
      count={codes.sets.length}
      none={`All ${codes.unchangedSets.length} sets of codes are the same.`}
    >
      {codes.sets.map((set) => (
        <div key={set.codeSet}>
          <ChangeTable caption={`${set.codeSet}: ${KIND_WORDS[set.kind]}`} heads={['Code', 'Change', 'Means']}>
            {linesOf(set).map(({ key, code, change, label }) => (
              <tr key={key}>
                <th scope="row">{code}</th>
                <td>{change}</td>
                <td>{label}</td>
              </tr>
            ))}
          </ChangeTable>
          <Retired set={set} />
        </div>
      ))}
      <p className="panel__note">{codes.unchangedSets.length} other sets are the same in both years.</p>
    </ChangeSection>
  );
}
