import { count } from '#diagram/describe-step.ts';
import type { Audit } from '#model/audit.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { heading, longDate, wrap } from './text.ts';

/** Whose recording this is, which return it is held against, as at when, and how much was looked at. */
export function describeHeading(audit: Audit, index: WorkspaceIndex): readonly string[] {
  const { authority, asAt } = index.workspace.manifest;
  const dataReturn = index.dataReturn;
  const { stepTypes, nextActions, forms, questions, items } = audit.counts;
  const against = dataReturn === null ? 'no return' : `${dataReturn.name} (${dataReturn.id})`;
  const errors = audit.problems.filter((problem) => problem.severity === 'error').length;
  return [
    ...heading(`${authority || 'Unnamed authority'}: how recording reaches ${dataReturn?.name ?? 'the returns'}`, '='),
    `Return    ${against}`,
    `As at     ${asAt === '' ? 'not said' : longDate(asAt)}`,
    ...wrap(
      [
        count(stepTypes, 'step type'),
        count(nextActions, 'next action'),
        count(forms, 'form'),
        count(questions, 'question'),
        `held against ${count(items, 'return item')}`,
      ].join(', '),
      'Read      ',
    ),
    ...(errors > 0 ? [`Left out  what ${count(errors, 'error')} in the files touch${errors === 1 ? 'es' : ''}`] : []),
  ];
}
