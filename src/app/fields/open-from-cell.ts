import type { QuestionRow } from '#diagram/fields/question-row.ts';
import type { SourceRow } from '#diagram/fields/source-rows.ts';
import type { AppStore } from '#store/create-store.ts';
import type { View } from '#store/view.ts';

/** Where a cell leads: the item on Returns, the finding on Findings, the step or the fact on the Map. */
function placeOf(row: QuestionRow | SourceRow, column: string): Partial<View> | null {
  const [item] = row.items;
  const [finding] = row.findings;
  if (column === 'items' && item !== undefined) return { screen: 'returns', item: item.id };
  if (column === 'findings' && finding !== undefined) return { screen: 'findings', finding: finding.id };
  if (row.kind === 'source') return null;
  const [step] = row.steps;
  const [source] = row.sources;
  if (column === 'steps' && step !== undefined) return { screen: 'map', step: step.id };
  if (column === 'facts' && source !== undefined) return { screen: 'map', fact: source.fact };
  return null;
}

const OWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  steps: { panel: 'step' },
  facts: { panel: 'thread' },
};

/** Goes where a cell leads. */
export function openFromCell(store: AppStore, row: QuestionRow | SourceRow, column: string): void {
  const place = placeOf(row, column);
  if (place !== null) store.goTo({ ...store.getState().view, own: OWN[column] ?? {}, ...place });
}
