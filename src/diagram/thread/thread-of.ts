import { describeDue } from '#diagram/describe-place.ts';
import { coverageOfItem } from '#diagram/item-overlay.ts';
import { assertNever } from '#model/assert.ts';
import type { Audit } from '#model/audit.ts';
import type { Item } from '#model/data-return.ts';
import { type FactId, stepTypeId } from '#model/ids.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Thread, ThreadItem, ThreadSubject } from './thread.ts';
import { threadEntries } from './thread-entries.ts';
import { tallyEntries, threadStatus, worstStatus } from './thread-summary.ts';
import { describeFormat, lowerFirst } from './thread-words.ts';
import { factsBehind, itemsWorkedOutFrom } from './worked-out.ts';

/** Which facts a thread may follow, and what it is called. */
interface Followed {
  readonly title: string;
  readonly facts: readonly FactId[];
  /** The items to show, the one asked for first; null: all those of the fact. */
  readonly items: readonly Item[] | null;
  readonly nobodySaid: string;
}

const nameOfFact = (index: WorkspaceIndex, fact: FactId): string => index.facts.get(fact)?.name || fact;

function follow(index: WorkspaceIndex, subject: ThreadSubject): Followed {
  switch (subject.kind) {
    case 'question': {
      const key = questionKey(subject.form, subject.question);
      const facts = [...new Set((index.sourcesOfQuestion.get(key) ?? []).map((source) => source.fact))];
      const title = index.questions.get(key)?.text || subject.question;
      return { title, facts, items: null, nobodySaid: 'Nobody has said which fact this question records.' };
    }
    case 'fact':
      return { title: nameOfFact(index, subject.fact), facts: [subject.fact], items: null, nobodySaid: '' };
    case 'item': {
      const item = index.items.get(subject.item);
      const facts = item === undefined || item.fact === null ? [] : [item.fact];
      const others = facts.flatMap((fact) => index.itemsOfFact.get(fact) ?? []).filter((other) => other !== item);
      const items = item === undefined ? [] : [item, ...others];
      return {
        title: item?.name ?? subject.item,
        facts,
        items,
        nobodySaid: 'Nobody has said which fact this item asks for.',
      };
    }
    default:
      return assertNever(subject);
  }
}

function toThreadItem(index: WorkspaceIndex, audit: Audit, item: Item): ThreadItem {
  const coverage = coverageOfItem(audit, item);
  const event = index.dataReturn?.events.find(({ id }) => id === item.event);
  return {
    item: item.id,
    name: item.name,
    tag: item.tag,
    cbds: item.cbds,
    format: describeFormat(item),
    dueWhen: event === undefined ? 'nothing makes it due' : `due when ${lowerFirst(event.name)}`,
    status: worstStatus(coverage.map(({ status }) => status)),
    due: coverage.flatMap(({ places }) =>
      places.map((place) => ({
        step: stepTypeId(place.stepType),
        words: describeDue(index, place),
        status: place.status,
      })),
    ),
  };
}

const NOTE =
  'Coverage and duplicates are worked out from the workflow and the mappings, not from children’s records. Seconds are modelled: those of the entries that could be pulled forward, or of all entries where none could.';

/** The whole life of a fact, for a question that records it, the fact itself, or an item that asks for it. */
export function threadOf(index: WorkspaceIndex, audit: Audit, subject: ThreadSubject): Thread {
  const { title, facts, items: wanted, nobodySaid } = follow(index, subject);
  const [fact, ...others] = facts;
  const items = (wanted ?? (fact === undefined ? [] : (index.itemsOfFact.get(fact) ?? []))).map((item) =>
    toThreadItem(index, audit, item),
  );
  if (fact === undefined) {
    const status = { tone: 'none', words: 'No fact is known' } as const;
    const nowhere = { entries: [], numbers: new Map(), nextActions: new Set<never>() };
    const said = { tally: nobodySaid, summary: nobodySaid, note: NOTE };
    return { ...nowhere, ...said, title, fact: null, otherFacts: [], items, status };
  }
  const status = threadStatus(
    subject.kind === 'item' ? items.slice(0, 1) : items,
    itemsWorkedOutFrom(index, fact).map((item) => item.name),
  );
  const route = threadEntries(index, audit, factsBehind(index, fact));
  const tally = tallyEntries(audit, route.entries);
  return {
    ...route,
    title: subject.kind === 'item' ? title : nameOfFact(index, fact),
    fact,
    otherFacts: others.map((other) => ({ fact: other, name: nameOfFact(index, other) })),
    items,
    status,
    tally,
    summary: `${status.words}. ${tally}.`,
    note: NOTE,
  };
}
