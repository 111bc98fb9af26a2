import { count } from '#diagram/describe-step.ts';
import type { Problem } from '#model/finding.ts';
import { groupBy } from '#model/index-workspace.ts';
import { wrap } from './text.ts';

const countSeverity = (problems: readonly Problem[], severity: Problem['severity']): number =>
  problems.filter((problem) => problem.severity === severity).length;

/** `2 errors, 1 warning`: how many problems there are. */
export function countProblems(problems: readonly Problem[]): string {
  const errors = countSeverity(problems, 'error');
  const warnings = countSeverity(problems, 'warning');
  return [errors > 0 ? [count(errors, 'error')] : [], warnings > 0 ? [count(warnings, 'warning')] : []]
    .flat()
    .join(', ');
}

/** `workflows/forms.csv:14 title`: where a problem is, as an editor opens it. */
const describeWhere = (problem: Problem): string =>
  [problem.row > 0 ? `${problem.file}:${problem.row}` : problem.file, problem.column]
    .filter((each) => each !== '')
    .join(' ');

/** Of so many problems in one column the rest is rarely news; a mistake that runs through a file has thousands. */
const SHOWN_OF_A_COLUMN = 20;

const columnOf = (problem: Problem): string => `${problem.severity} ${problem.column}`;

function describeFile(file: string, problems: readonly Problem[]): readonly string[] {
  const columns = [...groupBy(problems, columnOf).values()];
  const shown = new Set(columns.flatMap((group) => group.slice(0, SHOWN_OF_A_COLUMN)));
  const more = columns.flatMap((group) => {
    const rest = group.slice(SHOWN_OF_A_COLUMN);
    const where = rest[0]?.column === '' ? 'this file' : `the column ${rest[0]?.column}`;
    return rest.length === 0 ? [] : [`  and ${countProblems(rest)} more in ${where}; all of them with --json -`];
  });
  const listed = problems
    .filter((problem) => shown.has(problem))
    .flatMap((problem) => [`  ${problem.severity}  ${describeWhere(problem)}`, ...wrap(problem.message, '      ')]);
  return [`${file}  ${countProblems(problems)}`, ...listed, ...more, ''];
}

/** The problems of a workspace, file by file, and how many there are. */
export function describeProblems(problems: readonly Problem[], files: number): string {
  if (problems.length === 0) return `No problem in ${count(files, 'file')}.`;
  const byFile = groupBy(problems, (problem) => problem.file || 'The workspace');
  const all = `${countProblems(problems)} in ${count(byFile.size, 'file')}.`;
  return [...[...byFile].flatMap(([file, inside]) => describeFile(file, inside)), all].join('\n');
}
