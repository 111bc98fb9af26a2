import { countedSources } from '#machine/step-definition.ts';
import { type FactId, factId } from '#model/ids.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import { type Goal, goalKey } from './generated-cases.ts';

/** The facts that the return is made of, and those that its calculated items are worked out from. */
export function returnedFacts(index: WorkspaceIndex): ReadonlySet<FactId> {
  const facts = new Set<FactId>(index.itemsOfFact.keys());
  for (const fact of facts) {
    for (const source of index.sourcesOfFact.get(fact) ?? []) {
      if (source.kind !== 'calculated' || source.status === 'ignored') continue;
      for (const part of source.ref.split(';')) if (part.trim() !== '') facts.add(factId(part.trim()));
    }
  }
  return facts;
}

/** What cases are to reach: every next action, and every question that feeds the return, in the order of the files. */
export function goalsOf(index: WorkspaceIndex): readonly Goal[] {
  const returned = returnedFacts(index);
  const actions = index.workspace.nextActions.map(({ id }): Goal => ({ kind: 'next-action', nextAction: id }));
  const questions = countedSources(index).flatMap(
    ({ source: { fact, kind, use, form, question, stepType } }): Goal[] => {
      if (kind !== 'question' || use !== 'feeds' || !returned.has(fact) || form === null || question === null)
        return [];
      return index.questions.has(questionKey(form, question)) ? [{ kind: 'question', form, question, stepType }] : [];
    },
  );
  return [...new Map([...actions, ...questions].map((goal) => [goalKey(goal), goal])).values()];
}
