import { QUESTIONS_FILE } from '#diagram/fields/question-rows.ts';
import { SOURCES_FILE } from '#diagram/fields/source-rows.ts';
import type { Problem } from '#model/finding.ts';
import { ProblemsList } from '#views/problems-list/problems-list.tsx';
import type { RowKind } from './fields-view.ts';

const FILES: Readonly<Record<RowKind, string>> = { questions: QUESTIONS_FILE, sources: SOURCES_FILE };

/** What the reader of the file could not understand, so that rows that it left out are not lost from sight. */
export function LeftOut(props: {
  readonly problems: readonly Problem[];
  readonly rows: RowKind;
}): React.JSX.Element | null {
  const own = props.problems.filter(({ file, severity }) => file === FILES[props.rows] && severity === 'error');
  if (own.length === 0) return null;
  return (
    <details className="left-out">
      <summary>
        {own.length === 1 ? '1 error' : `${own.length.toLocaleString('en-GB')} errors`} in {FILES[props.rows]}: what
        could not be understood is kept in the file
      </summary>
      <ProblemsList problems={own} />
    </details>
  );
}
