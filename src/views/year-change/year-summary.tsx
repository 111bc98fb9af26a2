import type { YearChange } from '#diagram/year-change/year-change.ts';
import { TextButton } from '#views/shared/text-button.tsx';

/** The parts of the comparison, in their order on the page. */
export const SECTIONS = {
  worse: 'year-change-worse',
  items: 'year-change-items',
  facts: 'year-change-facts',
  lost: 'year-change-lost',
  codes: 'year-change-codes',
  events: 'year-change-events',
  rules: 'year-change-rules',
  carried: 'year-change-carried',
} as const;

interface Line {
  readonly section: string;
  readonly number: string;
  readonly words: string;
}

const inWords = (number: number, words: string): string => (number === 0 ? '' : ` (${number} ${words})`);

function linesOf({ summary }: YearChange): readonly Line[] {
  const s = summary;
  const worse = s.itemsWorse === null ? '…' : String(s.itemsWorse);
  const carried = s.mappingsCarriedOver.toLocaleString('en-GB');
  return [
    { section: SECTIONS.worse, number: worse, words: 'items that now need work' },
    { section: SECTIONS.items, number: String(s.itemsAdded), words: 'items added' },
    { section: SECTIONS.items, number: String(s.itemsRemoved), words: 'items removed' },
    { section: SECTIONS.items, number: String(s.itemsChanged), words: `items changed (${s.itemsSame} the same)` },
    {
      section: SECTIONS.facts,
      number: String(s.factsNewlyDue),
      words: `facts newly due${inWords(s.factsWithoutSource, 'without a source')}`,
    },
    { section: SECTIONS.lost, number: String(s.factsNoLongerDue), words: 'facts no longer due' },
    {
      section: SECTIONS.codes,
      number: String(s.codeSetsChanged),
      words: `sets of codes changed${inWords(s.answersWithoutCode, 'answers left without a code')}`,
    },
    {
      section: SECTIONS.events,
      number: String(s.eventsAdded),
      words: `events added${inWords(s.eventsWithoutPlace, 'without a place')}`,
    },
    { section: SECTIONS.rules, number: String(s.rulesChanged), words: 'rules changed' },
    { section: SECTIONS.carried, number: carried, words: 'mappings carry over' },
  ];
}

/** Goes to a part of the page. Hash addresses hold the view, so no link may stand here. */
function goTo(section: string): void {
  const head = document.getElementById(`${section}-title`);
  head?.scrollIntoView({ block: 'start' });
  head?.focus({ preventScroll: true });
}

/** The change in numbers, each leading to its part below. */
export function YearSummary({ change }: { readonly change: YearChange }): React.JSX.Element {
  return (
    <ul className="year-change__summary" aria-label="The change in numbers">
      {linesOf(change).map(({ section, number, words }) => (
        <li key={words}>
          <span className="year-change__number">{number}</span>
          <TextButton onClick={() => goTo(section)}>{words}</TextButton>
        </li>
      ))}
    </ul>
  );
}
