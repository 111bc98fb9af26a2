import { hasRule } from '#model/choices.ts';
import type { NextAction } from '#model/workspace.ts';
import type { Mark } from './diagram.ts';

/** The sign of each mark and what the key says of it. */
export const MARK_WORDS: Readonly<Record<Mark, { readonly sign: string; readonly words: string }>> = {
  'one-of': { sign: '◇', words: 'one of these' },
  'with-others': { sign: '∥', words: 'with others, a branch of its own' },
  again: { sign: '↻', words: 'again' },
  immediate: { sign: '»', words: 'starts before the step is finished' },
};

/** The marks of a next action. `again`: it leads back to a step from which it can be reached. */
export function marksOf(action: NextAction, again: boolean): readonly Mark[] {
  const choice: Mark = hasRule(action, 'one-of') ? 'one-of' : 'with-others';
  return [
    choice,
    ...(again ? (['again'] as const) : []),
    ...(hasRule(action, 'immediate') ? (['immediate'] as const) : []),
  ];
}

export const signsOf = (marks: readonly Mark[]): string => marks.map((mark) => MARK_WORDS[mark].sign).join('');
