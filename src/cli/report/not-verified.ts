import { count } from '#diagram/describe-step.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { heading, wrap } from './text.ts';

/** What the product itself does not know for sure about the return. */
export function describeNotVerified(index: WorkspaceIndex): readonly string[] {
  const dataReturn = index.dataReturn;
  if (dataReturn === null) return [];
  const unsure = dataReturn.items.filter((item) => item.confidence !== 'verified').length;
  const items = count(dataReturn.items.length, 'item');
  return [
    ...heading('What is not verified about this return'),
    ...wrap(unsure === 0 ? `All ${items} are verified.` : `${unsure} of ${items} are not verified.`),
    ...dataReturn.notVerified.flatMap((sentence) => wrap(sentence, '  - ')),
  ];
}
