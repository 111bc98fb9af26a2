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

const describeFile = (file: string, problems: readonly Problem[]): readonly string[] => [
  `${file}  ${countProblems(problems)}`,
  ...problems.flatMap((problem) => [
    `  ${problem.severity}  ${describeWhere(problem)}`,
    ...wrap(problem.message, '      '),
  ]),
  '',
];

/** The problems of a workspace, file by file, and how many there are. */
export function describeProblems(problems: readonly Problem[], files: number): string {
  if (problems.length === 0) return `No problem in ${count(files, 'file')}.`;
  const byFile = groupBy(problems, (problem) => problem.file || 'The workspace');
  const all = `${countProblems(problems)} in ${count(byFile.size, 'file')}.`;
  return [...[...byFile].flatMap(([file, inside]) => describeFile(file, inside)), all].join('\n');
}
