import { countSays } from '#diagram/item-words.ts';
import { countStatuses } from '#diagram/overview/module-coverage.ts';
import { notVerifiedOf } from '#diagram/overview/not-verified.ts';
import { type DeckSubject, INVENTED, returnName } from './deck-subject.ts';
import type { Slide } from './slide.ts';
import { paragraphsSlide } from './words-slides.ts';

/** What of the workspace nobody has said or confirmed. */
function ownUnknowns({ audit, index }: DeckSubject): readonly string[] {
  const open = audit.counts.questions - Math.round(audit.counts.questions * audit.summary.assessedShare);
  const { unconfirmed } = countStatuses(audit.coverage);
  const suggested = index.workspace.sources.filter(({ status }) => status === 'suggested').length;
  const unknown = index.workspace.nextActions.filter(({ to }) => to.kind === 'unknown').length;
  return [
    open === 0
      ? ''
      : `Of ${countSays(open, 'question', 'nobody has said what it is for', 'nobody has said what they are for')}.`,
    unconfirmed === 0 ? '' : `${countSays(unconfirmed, 'item', 'rests', 'rest')} on places that nobody has confirmed.`,
    suggested === 0 ? '' : `${countSays(suggested, 'recording place', 'is', 'are')} suggested and not yet confirmed.`,
    unknown === 0
      ? ''
      : `Of ${countSays(unknown, 'next action', 'nobody has said where it leads', 'nobody has said where they lead')}.`,
    audit.problems.length === 0
      ? ''
      : `${countSays(audit.problems.length, 'row', 'has', 'have')} a problem that was found on reading.`,
    'Whether what can be recorded is recorded: no child’s record was read.',
    'How long recording takes: all times are modelled, not measured.',
  ].filter((words) => words !== '');
}

/** What we do not know yet: of the workspace, and of the return. */
export function unknownSlides(subject: DeckSubject): readonly Slide[] {
  const own = ownUnknowns(subject);
  const { statements, items } = notVerifiedOf(subject.index.dataReturn);
  const invented = subject.isExample ? [INVENTED] : [];
  const first = paragraphsSlide('What we do not know yet of our own recording', own, [
    'Counted from the files of the workspace.',
    ...invented,
  ]);
  if (statements.length === 0 && items.length === 0) return [first];
  const head =
    items.length === 0 ? '' : `: ${countSays(items.length, 'item', 'rests', 'rest')} on something not verified`;
  const second = paragraphsSlide(`What is not verified of the ${returnName(subject)}${head}`, statements, [
    ...items.map(({ name, tag, what }) => `${name} (${tag}): ${what}.`),
    ...invented,
  ]);
  return [first, second];
}
