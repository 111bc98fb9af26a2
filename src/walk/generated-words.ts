import type { Goal } from '#cases/generate/generated-cases.ts';

/** How many goals of each kind were reached: "41 of 43 next actions and 30 of 30 questions that feed the return". */
export function describeCoverage(goals: readonly Goal[], notCovered: readonly { readonly goal: Goal }[]): string {
  const of = (kind: Goal['kind'], nouns: string): string => {
    const all = goals.filter((goal) => goal.kind === kind).length;
    const missed = notCovered.filter(({ goal }) => goal.kind === kind).length;
    return `${all - missed} of ${all} ${nouns}`;
  };
  return `${of('next-action', 'next actions')} and ${of('question', 'questions that feed the return')}`;
}
