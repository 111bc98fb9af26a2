import type { Shell } from '#cli/shell.ts';
import type { CaseFile } from '#pipeline/play-script.ts';

/** Says of a return file of one case that it has no child, or lacks what the return must have: the report is not always read. */
export function sayUnfit(shell: Shell, { isIncluded, lacking }: Pick<CaseFile, 'isIncluded' | 'lacking'>): void {
  if (!isIncluded) shell.say('warning: Nothing of this case is sent, so the return has no child.');
  else if (lacking.length > 0)
    shell.say(`warning: The return lacks what it must have, and does not pass its schema: ${lacking.join(', ')}.`);
}
