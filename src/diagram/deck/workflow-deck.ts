import { clockLength, count, describeForms, formsOfStep, nameOfStep } from '#diagram/describe-step.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { type DeckSubject, footOf, ownerOf } from './deck-subject.ts';
import { oneLine } from './fit-text.ts';
import { mapParts } from './map-parts.ts';
import { mapSlides } from './map-slides.ts';
import type { Deck, Slide, SlideCell } from './slide.ts';
import { tableSlides } from './table-slides.ts';
import { coverSlide } from './words-slides.ts';

function rowOf(index: WorkspaceIndex, step: StepTypeId): readonly SlideCell[] {
  const stepType = index.stepTypes.get(step);
  const clock = stepType?.clock ?? null;
  return [
    { text: nameOfStep(index, step), bold: true },
    { text: describeForms(formsOfStep(index, step)) },
    { text: clock === null ? '' : `${clockLength(clock)}, ${clock.basis}` },
    { text: stepType?.team ?? '' },
  ];
}

function stepsSlides({ index }: DeckSubject, lane: string, steps: readonly StepTypeId[]): readonly Slide[] {
  const forms = steps.map((step) => formsOfStep(index, step));
  const questions = forms.flat().reduce((sum, form) => sum + form.questions, 0);
  return tableSlides({
    title: `${oneLine(lane)} asks ${count(questions, 'question')} in ${count(steps.length, 'step')}`,
    columns: [
      { head: 'Step', width: 290 },
      { head: 'Asks', width: 220 },
      { head: 'Clock', width: 168 },
      { head: 'Team', width: 210 },
    ],
    rows: steps.map((step) => rowOf(index, step)),
    says: `The steps of ${oneLine(lane)} with their forms, clocks and teams`,
    notes: [
      'A form that stands on several steps is counted on each. Counted from workflows/step-forms.csv and questions.csv.',
      ...steps.flatMap((step, position) =>
        (forms[position] ?? []).map(
          ({ title, kind, mandatory, questions: asked }) =>
            `${nameOfStep(index, step)}: ${title} (${kind}${mandatory ? ', mandatory' : ''}, ${count(asked, 'question')}).`,
        ),
      ),
    ],
  });
}

/** One workflow: its map, and what its steps ask. */
export function workflowDeck(subject: DeckSubject, lane: string): Deck {
  const parts = mapParts(subject.index).filter((part) => part.lane === lane);
  const steps = parts.flatMap((part) => part.steps);
  const title = `${oneLine(lane)} in ${ownerOf(subject)}`;
  return {
    title,
    foot: footOf(subject),
    slides: [
      coverSlide(subject, title),
      ...mapSlides({ index: subject.index, parts, from: 2 }),
      ...stepsSlides(subject, lane, steps),
    ],
  };
}
