import { useMemo, useState } from 'react';
import { currentAuthor } from '#app/use-author.ts';
import type { Shown } from '#app/use-shown.ts';
import { count } from '#diagram/describe-step.ts';
import { type Answer, decideFindings, undecideFindings } from '#edits/decide.ts';
import type { Finding } from '#model/finding.ts';
import type { DecisionWord } from '#model/words.ts';
import type { AppStore } from '#store/create-store.ts';
import { describeDecision, type Offer, offersFor } from '#views/decision-form/decisions-for.ts';
import { idOf, nextUndecided } from '#views/findings-table/findings-rows.ts';
import type { ListedFindings } from './use-listed.ts';

/** Deciding about the finding that is read, or about all that are marked. */
export interface Deciding {
  /** The marked ones that are listed: what is filtered out is never decided unseen. */
  readonly marks: ReadonlySet<string>;
  readonly onMarks: (marks: ReadonlySet<string>) => void;
  readonly markAll: () => void;
  readonly offers: readonly Offer[];
  readonly decided: number;
  readonly asking: DecisionWord | null;
  readonly onAsk: (decision: DecisionWord | null) => void;
  readonly onDecide: (decision: DecisionWord, reason: string) => void;
  readonly onUndecide: () => void;
  /** A letter that was pressed; true when it stands for something. */
  readonly onLetter: (letter: string) => boolean;
  /** What happened, for those who do not see the list. */
  readonly said: string;
}

const NOT_SAVED = 'Not done: this workspace can only be looked at here.';
const UNDECIDE = 'u';

const NO_MARKS: ReadonlySet<string> = new Set();

function visibleMarks(marks: ReadonlySet<string>, listed: ListedFindings): ReadonlySet<string> {
  if (marks.size === 0) return NO_MARKS;
  const here = [...listed.listed.map((finding) => finding.id), ...listed.gone.map((review) => review.finding)];
  return new Set(here.filter((id) => marks.has(id)));
}

/** All findings that are listed; where there are none, all decisions without one. */
function everythingListed({ listed, rows }: ListedFindings): readonly string[] {
  if (listed.length > 0) return listed.map((finding) => finding.id);
  return rows.flatMap((row) => (row.kind === 'gone' ? [row.review.finding] : []));
}

/** What a decision is about: the findings, and whether a decision without a finding is among them. */
function targetsOf(listed: ListedFindings, ids: readonly string[]): readonly Finding[] {
  if (ids.length === 0) return [];
  const wanted = new Set(ids);
  const found = listed.all.filter((finding) => wanted.has(finding.id));
  return found.length === wanted.size ? found : [];
}

interface Desk {
  readonly store: AppStore;
  readonly shown: Shown;
  readonly listed: ListedFindings;
  /** Brings the keyboard back to the list. */
  readonly focusList: () => void;
}

/** What is marked, and what a decision would be about. */
interface Targets {
  readonly marks: ReadonlySet<string>;
  readonly ids: readonly string[];
  readonly findings: readonly Finding[];
  readonly offers: readonly Offer[];
}

function useTargets({ shown, listed }: Desk, marked: ReadonlySet<string>): Targets {
  const { index, view } = shown;
  const marks = useMemo(() => visibleMarks(marked, listed), [marked, listed]);
  const ids = useMemo(
    () => (marks.size > 0 ? [...marks] : view.finding === null ? [] : [view.finding]),
    [marks, view.finding],
  );
  const findings = useMemo(() => targetsOf(listed, ids), [listed, ids]);
  const offers = useMemo(() => offersFor(index, findings), [index, findings]);
  return { marks, ids, findings, offers };
}

/** What has been done, and which finding is read then; null: the same. */
interface Outcome {
  readonly words: string;
  readonly next: string | null;
}

/** Writes one decision about the targets; null where nothing may be changed. */
function decide({ store, shown, listed }: Desk, targets: Targets, answer: Answer): Outcome | null {
  const { ids, findings } = targets;
  if (!store.edit(decideFindings(shown.opened.value, ids, answer, currentAuthor()))) return null;
  const words = `${count(ids.length, 'finding')} decided: ${describeDecision(answer.decision).toLowerCase()}.`;
  const next = nextUndecided(listed.rows, new Set(ids));
  // Who changes a decision wants to see it, and not the next finding.
  const goesOn = !listed.look.stays && findings.some((finding) => finding.decision === null);
  return { words: next === null ? `${words} Nothing more to decide in this list.` : words, next: goesOn ? next : null };
}

/** Takes the decisions about the targets back; null where nothing may be changed. */
function undecide({ store, shown, listed }: Desk, ids: readonly string[]): Outcome | null {
  if (!store.edit(undecideFindings(shown.opened.value, ids))) return null;
  const isGone = listed.gone.some((review) => ids.includes(review.finding));
  const after = listed.rows.find((row) => isGone && row.kind === 'gone' && !ids.includes(row.review.finding));
  return { words: `${count(ids.length, 'decision')} taken back.`, next: after === undefined ? null : idOf(after) };
}

export function useDeciding(desk: Desk): Deciding {
  const { store, listed, focusList } = desk;
  const [marked, setMarked] = useState(NO_MARKS);
  const [asked, setAsked] = useState<{ readonly about: string; readonly decision: DecisionWord } | null>(null);
  const [said, setSaid] = useState('');
  const targets = useTargets(desk, marked);
  const { ids, offers } = targets;
  const standing = ids.filter((id) => desk.shown.index.reviews.has(id));
  // A reason is asked for what was chosen then: it never lands on another finding.
  const about = ids.join('\n');

  function onAsk(decision: DecisionWord | null): void {
    setAsked(decision === null ? null : { about, decision });
    if (decision === null) focusList();
  }
  function finish(outcome: Outcome | null): void {
    setSaid(outcome?.words ?? NOT_SAVED);
    if (outcome === null) return;
    setMarked(NO_MARKS);
    setAsked(null);
    if (outcome.next !== null) store.show({ finding: outcome.next }, 'replace');
    focusList();
  }
  function onDecide(decision: DecisionWord, reason: string): void {
    if (ids.length > 0) finish(decide(desk, targets, { decision, reason }));
  }
  function onUndecide(): void {
    if (standing.length > 0) finish(undecide(desk, standing));
  }

  return {
    marks: targets.marks,
    onMarks: setMarked,
    markAll: () => setMarked(new Set(everythingListed(listed))),
    offers,
    decided: standing.length,
    asking: asked?.about === about ? asked.decision : null,
    onAsk,
    onDecide,
    onUndecide,
    onLetter: (letter) => {
      const offer = offers.find((one) => one.key === letter);
      if (letter === UNDECIDE) onUndecide();
      else if (offer?.needsReason === true) onAsk(offer.decision);
      else if (offer !== undefined) onDecide(offer.decision, '');
      return offer !== undefined || letter === UNDECIDE;
    },
    said,
  };
}
