import type { Figures } from '#model/figures.ts';
import type { Finding } from '#model/finding.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { figuresInput, formFigures, groupFigures, stepFigures, workspaceFigures } from './figures-areas.ts';
import { factFigures } from './figures-facts.ts';
import { routeFigures } from './figures-routes.ts';
import { shownTooOften, timeModel } from './figures-time.ts';

/** Numbers and time for every part of a workspace. `findings` tell what people have ruled out as duplicates. */
export function figuresOf(input: AnalysisInput, findings: readonly Finding[]): Figures {
  const given = figuresInput(input, findings);
  return {
    workspace: workspaceFigures(given),
    lanes: groupFigures(given, (step) => step.workflow),
    teams: groupFigures(given, (step) => step.team),
    steps: stepFigures(given),
    forms: formFigures(given),
    routes: routeFigures(given),
    time: timeModel(input.index, given.fieldsOfForm),
    facts: factFigures(input),
    notes: [...given.visits.notes, ...shownTooOften(input.index, given.fieldsOfForm)],
  };
}
