import { count } from '#diagram/describe-step.ts';
import { TONE_LOOKS } from '#diagram/drawing/draw-step.ts';
import { describeUnverified } from '#diagram/item-words.ts';
import { worstGaps } from '#diagram/overview/worst-gaps.ts';
import { PLACE_STATUS_WORDS } from '#diagram/status-words.ts';
import type { Thread, ThreadEntry, ThreadItem } from '#diagram/thread/thread.ts';
import { threadOf } from '#diagram/thread/thread-of.ts';
import { lowerFirst } from '#diagram/thread/thread-words.ts';
import type { Item } from '#model/data-return.ts';
import type { StepTypeId } from '#model/ids.ts';
import { groupBy } from '#model/index-workspace.ts';
import { type DeckSubject, footOf, ownerOf, WORKED_OUT } from './deck-subject.ts';
import { partsOfSteps } from './map-parts.ts';
import type { BoxMark } from './map-picture.ts';
import { type MarkOf, mapSlides } from './map-slides.ts';
import type { Deck, Slide } from './slide.ts';
import { tableSlides } from './table-slides.ts';
import { coverSlide, paragraphsSlide } from './words-slides.ts';
import { gapSlides } from './worst-slides.ts';

/** What is only background, or set aside, records nothing. */
const counts = ({ use, status }: ThreadEntry): boolean => use !== 'supports' && status !== 'ignored';

const timesOver = (words: string, times: number): string => (times < 2 ? words : `${words} ×${times}`);

/** What the places of a thread do in one step. */
function markOfEntries(entries: readonly ThreadEntry[]): BoxMark {
  const feeding = entries.filter(({ use }) => use === 'feeds').length;
  const others = entries.length - feeding;
  const words =
    feeding > 0 && others > 0 ? 'feeds, records' : timesOver(feeding > 0 ? 'feeds' : 'records', entries.length);
  return {
    tone: feeding > 0 ? 'records' : 'low',
    words: feeding > 0 ? `■ ${words}` : words,
    says: entries.map(({ place, does }) => `${place}: ${does.words}`).join('; '),
  };
}

function markOfThread({ entries }: Thread, item: ThreadItem | undefined): MarkOf {
  const byStep = groupBy(entries.filter(counts), ({ step }) => step);
  const due = new Set<StepTypeId>(item?.due.map(({ step }) => step));
  return (step) => {
    const here = byStep.get(step);
    if (here !== undefined) return markOfEntries(here);
    return due.has(step) ? { tone: 'medium', words: '◆ due here', says: 'The item is due here' } : null;
  };
}

function placesSlides({ entries, note }: Thread): readonly Slide[] {
  if (entries.length === 0)
    return [paragraphsSlide('It is recorded nowhere', ['No place is mapped that records it.'], [])];
  const recorded = entries.filter(counts).length;
  const aside = recorded === entries.length ? '' : `; ${entries.length - recorded} more are background or set aside`;
  return tableSlides({
    title: `It is recorded in ${count(recorded, 'place')}, in this order on the routes${aside}`,
    columns: [
      { head: 'Step', width: 220 },
      { head: 'Where', width: 300 },
      { head: 'How', width: 150 },
      { head: 'For the return', width: 218 },
    ],
    rows: entries.map((entry) => [
      { text: entry.stepName, bold: true },
      { text: entry.inputName === '' ? entry.place : `${entry.inputName}: ${entry.place}` },
      { text: entry.how },
      { text: entry.does.words, fill: TONE_LOOKS[entry.does.tone].fill },
    ]),
    says: 'The places that record it, in route order',
    notes: [
      ...entries.map(({ stepName, place, statusWords, why }) =>
        [`${stepName}: ${place}. ${statusWords}.`, why].filter((words) => words !== '').join(' '),
      ),
      note,
    ],
  });
}

function dueSlides(item: ThreadItem | undefined): readonly Slide[] {
  if (item === undefined || item.due.length === 0)
    return [paragraphsSlide('It is due nowhere in this workspace', [item?.dueWhen ?? 'Nothing makes it due.'], [])];
  const short = item.due.filter(({ status }) => status !== 'always').length;
  const said = short === 0 ? 'and known at each' : `and not surely known at ${short}`;
  return tableSlides({
    title: `It is due at ${count(item.due.length, 'place')}, ${said}`,
    columns: [
      { head: 'Due at', width: 658 },
      { head: 'Known there', width: 230 },
    ],
    rows: item.due.map(({ words, status }) => [
      { text: words },
      {
        text: `${PLACE_STATUS_WORDS[status].sign} ${PLACE_STATUS_WORDS[status].word}`,
        fill: TONE_LOOKS[status].fill,
      },
    ]),
    says: 'The places where it is due, and how surely it is known there',
    notes: [`${item.dueWhen}. Where an event happens is said in mappings/events.csv.`, WORKED_OUT],
  });
}

function duplicatesSlides({ entries, tally }: Thread): readonly Slide[] {
  const again = entries.filter(({ duplicates }) => duplicates.length > 0);
  if (again.length === 0) return [];
  return [
    paragraphsSlide(
      `${count(again.length, 'place')} ${again.length === 1 ? 'asks' : 'ask'} for it again`,
      again.map(({ stepName, place, duplicates }) => `${stepName}: ${place}: ${duplicates[0]?.words ?? ''}`),
      [tally],
    ),
  ];
}

/** The steps in which it is recorded or due, and those on the way, in route order. */
function routeOfThread({ index }: DeckSubject, thread: Thread, item: ThreadItem | undefined): readonly Slide[] {
  const recorded = new Set(thread.entries.filter(counts).flatMap(({ step }) => step ?? []));
  const steps = [...new Set([...thread.numbers.keys(), ...(item?.due ?? []).map(({ step }) => step)])];
  return mapSlides({
    index,
    parts: partsOfSteps('Its steps', steps),
    from: 0,
    isExtract: true,
    markOf: markOfThread(thread, item),
    titleOf: ({ steps: here, name }) => {
      const several = here.length === steps.length ? '' : name.replace('Its steps, ', ' (').concat(')');
      const all = recorded.size === steps.length;
      return `It is recorded in ${all ? '' : `${recorded.size} of the `}${count(steps.length, 'step')}${all ? '' : ' on its way'}${several}`;
    },
  });
}

/** The whole thread of one item: where it is recorded in route order, what feeds it, where it is due, what asks again. */
export function itemDeck(subject: DeckSubject, item: Item): Deck {
  const { index, audit } = subject;
  const thread = threadOf(index, audit, { kind: 'item', item: item.id });
  const own = thread.items.find((one) => one.item === item.id);
  const title = `${item.name || item.tag}: ${lowerFirst(thread.status.words)}`;
  const gap = worstGaps(index, audit).find((one) => one.item === item.id);
  const cover = coverSlide(subject, title);
  const unverified = describeUnverified(item);
  return {
    title: `${title} in ${ownerOf(subject)}`,
    foot: footOf(subject),
    slides: [
      {
        ...cover,
        notes: [
          `Item ${item.id}, CBDS number ${item.cbds || 'not known'}. ${thread.summary}`,
          unverified === '' ? 'The item was checked against its source.' : `Not verified: ${unverified}.`,
          ...cover.notes,
        ],
      },
      ...placesSlides(thread),
      ...routeOfThread(subject, thread, own),
      ...dueSlides(own),
      ...(gap === undefined ? [] : gapSlides(subject, gap)),
      ...duplicatesSlides(thread),
    ],
  };
}
