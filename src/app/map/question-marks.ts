import { topicOf } from '#diagram/finding-words.ts';
import { betweenEnds } from '#diagram/overlays/figures-in-words.ts';
import type { OverlayChoice } from '#diagram/overlays/overlay.ts';
import { isCountedDuplicate } from '#diagram/overlays/overlay-duplicates.ts';
import { answeredShare, describeShare, usageOfStep } from '#diagram/overlays/usage-share.ts';
import type { Thread } from '#diagram/thread/thread.ts';
import { assertNever } from '#model/assert.ts';
import type { Audit } from '#model/audit.ts';
import type { Finding } from '#model/finding.ts';
import { formId, type ItemId, questionCode, type StepTypeId } from '#model/ids.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Question } from '#model/workspace.ts';
import type { QuestionMark } from '#views/map-canvas/highlight.ts';
import type { OpenSteps } from './open-steps.ts';

type Marks = ReadonlyMap<string, QuestionMark>;
/** What is said of one question where it stands; null: nothing. */
type MarkOf = (question: Question, step: StepTypeId) => QuestionMark | null;

const FEEDS: QuestionMark = { sign: '■', word: 'feeds', tone: 'records' };
const RECORDS: QuestionMark = { sign: '□', word: 'records', tone: 'quiet' };
const AGAIN: QuestionMark = { sign: '×', word: 'asked again', tone: 'notice' };
const DECIDED: QuestionMark = { sign: '✓', word: 'decided', tone: 'quiet' };
const TO_REVIEW: QuestionMark = { sign: '▲', word: 'to review', tone: 'notice' };
const SIGNAL: QuestionMark = { sign: '◆', word: 'signal', tone: 'notice' };
const ASSESSED: QuestionMark = { sign: '▽', word: 'assessed', tone: 'quiet' };
const NOT_ASSESSED: QuestionMark = { sign: '–', word: 'not assessed', tone: 'quiet' };
const RARELY = 0.5;

const keyOf = ({ form, code }: Question): string => questionKey(form, code);

/** The findings that are about a question first of all, by its key. */
function byQuestion(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    const [own] = finding.places;
    if (own?.form === undefined || own.question === undefined) continue;
    const key = questionKey(formId(own.form), questionCode(own.question));
    const known = found.get(key);
    if (known === undefined) found.set(key, [finding]);
    else known.push(finding);
  }
  return found;
}

function ofDuplicates(audit: Audit): MarkOf {
  const found = byQuestion(audit.findings.filter(isCountedDuplicate));
  return (question) => {
    const own = found.get(keyOf(question)) ?? [];
    if (own.length === 0) return null;
    return own.every((finding) => finding.decision !== null) ? DECIDED : AGAIN;
  };
}

function ofReview(audit: Audit): MarkOf {
  const isOpen = ({ kind, decision }: Finding): boolean =>
    topicOf(kind) === 'value' && kind !== 'value/no-purpose' && decision === null;
  const found = byQuestion(audit.findings.filter(isOpen));
  return (question) => {
    const own = found.get(keyOf(question)) ?? [];
    if (own.some(({ kind }) => kind === 'value/review-candidate')) return TO_REVIEW;
    if (own.length > 0) return SIGNAL;
    return question.purposes.assessed ? ASSESSED : NOT_ASSESSED;
  };
}

function ofTime(audit: Audit): MarkOf {
  const fields = new Map(
    audit.figures.time.fields.map((field) => [
      questionKey(formId(field.form), questionCode(field.question)),
      field.seconds,
    ]),
  );
  return (question) => {
    const seconds = fields.get(keyOf(question));
    return seconds === undefined ? null : { sign: '≈', word: `${betweenEnds(seconds)} s`, tone: 'quiet' };
  };
}

const ofUsage =
  (index: WorkspaceIndex): MarkOf =>
  (question, step) => {
    const share = answeredShare(usageOfStep(index, step, [question]));
    if (share === null) return null;
    const isRare = (share.low + share.high) / 2 < RARELY;
    return { sign: isRare ? '▽' : '▲', word: `${describeShare(share)} answered`, tone: isRare ? 'notice' : 'quiet' };
  };

/** What a question does for some items of the return. */
const ofItems =
  (index: WorkspaceIndex, isWanted: (item: ItemId) => boolean): MarkOf =>
  (question) => {
    const sources = (index.sourcesOfQuestion.get(keyOf(question)) ?? []).filter(
      ({ fact, status, use }) =>
        status !== 'ignored' &&
        use !== 'supports' &&
        (index.itemsOfFact.get(fact) ?? []).some((item) => isWanted(item.id)),
    );
    if (sources.length === 0) return null;
    return sources.some(({ use }) => use === 'feeds') ? FEEDS : RECORDS;
  };

function ofOverlay(index: WorkspaceIndex, audit: Audit, choice: OverlayChoice): MarkOf {
  switch (choice.kind) {
    case 'none':
      return () => null;
    case 'duplicates':
      return ofDuplicates(audit);
    case 'review':
      return ofReview(audit);
    case 'time':
      return ofTime(audit);
    case 'usage':
      return ofUsage(index);
    case 'item':
      return ofItems(index, (item) => item === choice.item);
    case 'module':
      return ofItems(index, (item) => index.items.get(item)?.module === choice.module);
    case 'return':
      return ofItems(index, () => true);
    default:
      return assertNever(choice);
  }
}

/** What the followed thread says of its questions. */
function ofThread(thread: Thread | null): Marks {
  const marks = new Map<string, QuestionMark>();
  for (const { form, question, duplicates, use } of thread?.entries ?? []) {
    if (form === null || question === null) continue;
    const isAgain = duplicates.some((duplicate) => !duplicate.decided);
    const own = use === 'feeds' ? FEEDS : RECORDS;
    marks.set(questionKey(form, question), isAgain ? AGAIN : own);
  }
  return marks;
}

/** What stands beside the questions of open forms: what the thread says of them, else what the overlay does. */
export function questionMarks(
  index: WorkspaceIndex,
  audit: Audit,
  {
    choice,
    thread,
    open,
  }: { readonly choice: OverlayChoice; readonly thread: Thread | null; readonly open: OpenSteps },
): Marks {
  const markOf = ofOverlay(index, audit, choice);
  const marks = new Map<string, QuestionMark>();
  for (const [step, forms] of open) {
    for (const question of [...forms].flatMap((form) => index.questionsOfForm.get(form) ?? [])) {
      const mark = markOf(question, step);
      if (mark !== null) marks.set(keyOf(question), mark);
    }
  }
  return new Map([...marks, ...ofThread(thread)]);
}
