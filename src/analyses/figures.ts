import type { AreaFigures, Figures, TimeModel } from '#model/figures.ts';
import type { Finding } from '#model/finding.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { figuresInput, formFigures, groupFigures, stepFigures, workspaceFigures } from './figures-areas.ts';
import { duplicateFigures } from './figures-duplicates.ts';
import { factFigures } from './figures-facts.ts';
import { returnFigures } from './figures-returns.ts';
import { routeFigures } from './figures-routes.ts';
import { shownTooOften, timeModel } from './figures-time.ts';
import { whileStanding } from './standing.ts';

const NOTHING: AreaFigures = { duplicates: duplicateFigures([]), returns: returnFigures([]), hoursPerYear: null };

/** What stands in the audit where the figures could not be worked out. */
export const NO_FIGURES: Figures = {
  workspace: NOTHING,
  lanes: [],
  teams: [],
  steps: [],
  forms: [],
  routes: { firstSteps: [], minutesPerCase: null },
  time: timeModel(new Map()),
  facts: [],
  notes: [],
};

const timeModels = whileStanding<TimeModel>();

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
    time: timeModels(input.index, () => timeModel(given.forms)),
    facts: factFigures(input),
    notes: [...given.visits.notes, ...shownTooOften(input.index, given.forms)],
  };
}
