import { count } from '#diagram/describe-step.ts';
import type { Problem } from '#model/finding.ts';
import { TextButton } from '#views/shared/text-button.tsx';
import { type Paged, usePages } from '#views/shared/use-pages.ts';

const whereOf = ({ row, column }: Problem): string =>
  [row > 0 ? `row ${row}` : '', column === '' ? '' : `column ${column}`].filter((part) => part !== '').join(', ');

/** Errors and warnings counted in words. */
export function describeProblems(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  return `${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}`;
}

const errorsFirst = (problems: readonly Problem[]): readonly Problem[] => [
  ...problems.filter((problem) => problem.severity === 'error'),
  ...problems.filter((problem) => problem.severity === 'warning'),
];

/** What could not be understood in the files: where, what, and what would put it right. Errors first. */
export function ProblemsList({ problems }: { readonly problems: readonly Problem[] }): React.JSX.Element {
  const paged: Paged<Problem> = usePages(errorsFirst(problems));
  return (
    <>
      <ul className="problems">
        {paged.shown.map((problem) => (
          <li key={paged.keyOf(problem)} className={`problem problem--${problem.severity}`}>
            <div className="problem__where">
              <strong>{problem.severity === 'error' ? '▲ Error' : '◆ Warning'}</strong>{' '}
              <span className="problem__file">{problem.file}</span>
              {whereOf(problem) === '' ? '' : `, ${whereOf(problem)}`}
            </div>
            <div>{problem.message}</div>
          </li>
        ))}
      </ul>
      {paged.left > 0 && (
        <TextButton onClick={paged.showMore}>Show more ({count(paged.left, 'problem')} left)</TextButton>
      )}
    </>
  );
}
