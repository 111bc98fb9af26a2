import { count } from '#diagram/describe-step.ts';
import type { MapOverlay } from '#diagram/overlays/overlay.ts';
import { TONE_SIGNS } from '#diagram/overlays/overlay.ts';
import type { StepTypeId } from '#model/ids.ts';
import { coverageSlides } from './coverage-slides.ts';
import { type DeckSubject, footOf, ownerOf, returnName, WORKED_OUT } from './deck-subject.ts';
import { laneSlides } from './lane-slides.ts';
import { mapParts } from './map-parts.ts';
import { type MarkOf, mapSlides } from './map-slides.ts';
import { MOST_BOXES } from './place-boxes.ts';
import type { Deck, Slide } from './slide.ts';
import { unknownSlides } from './unknown-slides.ts';
import { coverSlide, figureBoxes, paragraphsSlide } from './words-slides.ts';
import { worstDuplicateSlides, worstGapSlides } from './worst-slides.ts';

function lookedAtSlide(subject: DeckSubject): Slide {
  const { counts } = subject.audit;
  const number = (value: number): string => value.toLocaleString('en-GB');
  return {
    title: `We looked at ${count(counts.stepTypes, 'step type')}, ${count(counts.forms, 'form')} and ${count(counts.questions, 'question')}`,
    shapes: figureBoxes([
      { figure: number(counts.stepTypes), words: 'step types' },
      { figure: number(counts.nextActions), words: 'next actions' },
      { figure: number(counts.forms), words: 'forms' },
      { figure: number(counts.questions), words: 'questions' },
      { figure: number(counts.sources), words: 'recording places mapped' },
      { figure: number(counts.items), words: `items of ${returnName(subject)}` },
    ]),
    notes: [
      'Counted from workflows/step-types.csv, next-actions.csv, forms.csv and questions.csv, and mappings/sources.csv; the items are those of the return.',
      'No child’s record was read.',
    ],
  };
}

/** The map as slides: the workflows and how they hang together, then each on its own. */
function mapOf(
  subject: DeckSubject,
  from: number,
  only?: ReadonlySet<StepTypeId>,
  markOf: MarkOf = () => null,
): readonly Slide[] {
  const { index } = subject;
  const parts = mapParts(index, only);
  const lanes = new Set(parts.map(({ lane }) => lane));
  const overview = lanes.size < 2 ? 0 : Math.ceil(lanes.size / MOST_BOXES);
  const story = { index, parts, from: from + overview, markOf };
  return [...(overview === 0 ? [] : laneSlides(story)), ...mapSlides(story)];
}

/** What we looked at, the map, coverage, the worst gaps and duplicates with their routes, what we do not know yet. */
export function showAndTell(subject: DeckSubject): Deck {
  const title = `How ${ownerOf(subject)} records for the ${returnName(subject)}`;
  const map = mapOf(subject, 3);
  return {
    title,
    foot: footOf(subject),
    slides: [
      coverSlide(subject, title),
      lookedAtSlide(subject),
      ...map,
      ...coverageSlides(subject),
      ...worstGapSlides(subject),
      ...worstDuplicateSlides(subject),
      ...unknownSlides(subject),
    ],
  };
}

/** What the marks on the boxes say, as the key of the map does. */
function keySlides(overlay: MapOverlay | null): readonly Slide[] {
  if (overlay === null) return [];
  const lines = overlay.key.map(({ sign, words, steps }) => {
    const counted = steps === null ? '' : ` (${count(steps, 'step')})`;
    return `${sign} ${words}${counted}`.trim();
  });
  return [paragraphsSlide(`${overlay.title}: what the marks say`, lines, [overlay.note, WORKED_OUT].filter(Boolean))];
}

/** The map as it is on the screen: the steps that are shown, with what lies on them. */
export function viewDeck(subject: DeckSubject, steps: readonly StepTypeId[], overlay: MapOverlay | null): Deck {
  const title = overlay === null ? `The map of ${ownerOf(subject)}` : `${ownerOf(subject)}: ${overlay.title}`;
  const key = keySlides(overlay);
  const markOf: MarkOf = (step) => {
    const mark = overlay?.steps.get(step);
    return mark === undefined
      ? null
      : { tone: mark.tone, words: `${TONE_SIGNS[mark.tone]} ${mark.badge}`, says: mark.words };
  };
  return {
    title,
    foot: footOf(subject),
    slides: [coverSlide(subject, title), ...key, ...mapOf(subject, 2 + key.length, new Set(steps), markOf)],
  };
}
