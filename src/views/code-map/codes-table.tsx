import type { MappedCode } from '#diagram/fields/marked-codes.ts';

function MarkWords({ code, year }: { readonly code: MappedCode; readonly year: string }): React.JSX.Element | null {
  if (code.mark === 'new') return <span className="code-mark code-mark--new">＋ new in {year}</span>;
  if (code.mark === 'retired')
    return <span className="code-mark code-mark--retired">✕ retired, last in {code.year}</span>;
  if (code.mark === 'ending') return <span className="code-mark code-mark--retired">▸ not in {code.year}</span>;
  return null;
}

/** The codes of a set with the answers that lead to each, and which of them the years have in common. */
export function CodesTable({
  codes,
  year,
}: {
  readonly codes: readonly MappedCode[];
  readonly year: string;
}): React.JSX.Element {
  return (
    <table className="code-map__table">
      <thead>
        <tr>
          <th scope="col">Code</th>
          <th scope="col">Answers that lead to it</th>
        </tr>
      </thead>
      <tbody>
        {codes.map((code) => (
          <tr key={`${code.code} ${code.mark}`}>
            <th scope="row">
              <b>{code.code}</b> {code.label} <MarkWords code={code} year={year} />
            </th>
            <td>{code.answers.length === 0 ? <span className="quiet">○ none</span> : code.answers.join('; ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
