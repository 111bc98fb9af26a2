import type { ScreenProps } from '#app/use-shown.ts';
import type { QuestionRow } from '#diagram/fields/question-row.ts';
import type { GridHandle } from '#views/grid/data-grid-props.ts';
import { mapTo, proposalsFor, rejectProposal, sourceActions } from './mapping-work.ts';
import { useFieldKeys } from './use-field-keys.ts';
import type { Questions } from './use-questions.ts';
import type { Selection } from './use-selection.ts';

interface Keyed extends ScreenProps {
  readonly questions: Questions;
  readonly row: QuestionRow | null;
  readonly selection: Selection;
  readonly grid: React.RefObject<GridHandle | null>;
  readonly onFlag: () => void;
}

/** The keys with Alt: what they say of the question that is stood on. */
export function useMappingKeys({ store, shown, questions, row, selection, grid, onFlag }: Keyed): void {
  const { rows, suggestions } = questions;
  const waiting = row?.sources.filter(({ status }) => status === 'suggested' || status === 'flagged') ?? [];
  const best = (): ReturnType<typeof proposalsFor>[number] | undefined =>
    row === null || row.sources.length > 0 ? undefined : proposalsFor(shown.index, row, suggestions)[0];
  function say(status: 'confirmed' | 'ignored'): void {
    const proposal = best();
    for (const source of waiting) sourceActions(store).onStatus(source, status, '');
    if (row === null || proposal === undefined) return;
    if (status === 'confirmed') mapTo(store, [row], proposal.fact.id, proposal.reasons.join('; '));
    else rejectProposal(store, row, proposal);
  }
  useFieldKeys({
    accept: () => say('confirmed'),
    reject: () => say('ignored'),
    flag: onFlag,
    next: () => {
      const at = rows.findIndex(({ key }) => key === row?.key);
      const from = at === -1 ? (grid.current?.active().row ?? 0) - 1 : at;
      const isWaiting = ({ standing }: QuestionRow): boolean => standing === 'not-looked-at';
      const next = rows.slice(from + 1).find(isWaiting) ?? rows.find(isWaiting);
      if (next !== undefined) selection.select(next.key);
    },
  });
}
