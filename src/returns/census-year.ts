import type { DataReturn } from '#model/data-return.ts';
import { isIsoDate } from '#model/dates.ts';
import { factId } from '#model/ids.ts';
import type { Scope } from '#model/words.ts';
import { type CaseReading, instanceFor, instanceRound, instancesOf, isDue, membersIn } from './case-reading.ts';
import type { GroupElement } from './child-return.ts';
import { dateOfFact, dueDateOfFact, flagOfFact } from './fact-value.ts';
import { sayDate } from './say-date.ts';

/*
 * Which parts of a case fall inside the census year. Source: DfE, CIN census guide 2023-24, sections 1 and 4; the rule for
 * pre-proceedings was not seen and is taken to be that for plans. Returns of other families take everything.
 */

export interface InYear {
  readonly year: GroupElement['year'];
  readonly says: string;
}

/** What happens over a time: the facts of its first and last day, and how it is spoken of. */
interface Span {
  readonly start: string;
  readonly end: string;
  readonly noun: string;
}

const SPANS: ReadonlyMap<Scope, Span> = new Map([
  ['referral', { start: 'referral.date', end: 'referral.closure-date', noun: 'episode of need' }],
  ['assessment', { start: 'assessment.start-date', end: 'assessment.authorisation-date', noun: 'assessment' }],
  ['cin-plan', { start: 'cin-plan.start-date', end: 'cin-plan.end-date', noun: 'child in need plan' }],
  [
    'protection-plan',
    { start: 'protection-plan.start-date', end: 'protection-plan.end-date', noun: 'child protection plan' },
  ],
  [
    'pre-proceedings',
    { start: 'pre-proceedings.start-date', end: 'pre-proceedings.step-decision-date', noun: 'pre-proceedings' },
  ],
]);

const CONFERENCE = 'initial-conference.date';
const ENQUIRY = 'section-47.start-date';
const REVIEW = 'review-conference.date';
const NO_FURTHER_ACTION = 'referral.no-further-action';

type Period = DataReturn['period'];

const EVERYTHING: InYear = { year: 'inside', says: '' };
const NOT_YET: InYear = { year: 'not-yet', says: '' };
const inside = (says: string): InYear => ({ year: 'inside', says });
const outside = (says: string): InYear => ({ year: 'outside', says });

/** The census year; null for a return that is no such census, or does not say its days. */
export function censusPeriod({ rules: { dataReturn } }: CaseReading): Period | null {
  if (dataReturn?.family !== 'cin') return null;
  const { from, to } = dataReturn.period;
  return isIsoDate(from) && isIsoDate(to) ? dataReturn.period : null;
}

const isIn = (date: string, { from, to }: Period): boolean => date >= from && date <= to;

function ofSpan(reading: CaseReading, span: Span, instance: string, period: Period): InYear {
  const start = dateOfFact(reading, span.start, instance);
  const end = dueDateOfFact(reading, span.end, instance);
  const began = start === null ? '' : `began on ${sayDate(start)}`;
  if (start === null) return NOT_YET;
  if (start > period.to) return outside(`The ${span.noun} ${began}, after the census year.`);
  if (end !== null && end < period.from)
    return outside(`The ${span.noun} ended on ${sayDate(end)}, before the census year.`);
  if (end === null) return inside(`The ${span.noun} ${began} and has not ended.`);
  const ended = end > period.to ? 'was still open at the end of the census year' : `ended on ${sayDate(end)}`;
  return inside(`The ${span.noun} ${began} and ${ended}.`);
}

function ofReferral(reading: CaseReading, span: Span, instance: string, period: Period): InYear {
  const start = dateOfFact(reading, span.start, instance);
  if (flagOfFact(reading, NO_FURTHER_ACTION, instance) !== true || start === null)
    return ofSpan(reading, span, instance, period);
  const says = `The referral of ${sayDate(start)} led to no further action`;
  return isIn(start, period)
    ? inside(`${says}; it was made in the census year.`)
    : outside(`${says} and was not made in the census year.`);
}

function ofEnquiry(reading: CaseReading, instance: string, period: Period): InYear {
  const start = dateOfFact(reading, ENQUIRY, instance);
  const conference = dueDateOfFact(reading, CONFERENCE, instance);
  if (start === null) return NOT_YET;
  const began = `The section 47 enquiry began on ${sayDate(start)}`;
  if (isIn(start, period)) return inside(`${began}, in the census year.`);
  if (start < period.from && conference !== null && isIn(conference, period))
    return inside(`${began}, and its conference was on ${sayDate(conference)}, in the census year.`);
  return outside(
    start > period.to
      ? `${began}, after the census year.`
      : `${began}, before the census year, and no conference followed in it.`,
  );
}

/** The last review before the year, where the plan was open on its first day, is sent too. */
function ofReview(reading: CaseReading, instance: string, period: Period): InYear {
  const date = dateOfFact(reading, REVIEW, instance);
  if (date === null) return NOT_YET;
  if (isIn(date, period)) return inside(`The review was on ${sayDate(date)}, in the census year.`);
  if (date > period.to) return outside(`The review was on ${sayDate(date)}, after the census year.`);
  const plan = instanceRound(reading, 'protection-plan', { scope: 'review', instance });
  const beside = instancesOf('review', membersIn('protection-plan', plan, reading.members));
  const later = beside.some((other) => {
    const on = dateOfFact(reading, REVIEW, other);
    return on !== null && on > date && on < period.from;
  });
  const start = dateOfFact(reading, 'protection-plan.start-date', plan);
  const end = dueDateOfFact(reading, 'protection-plan.end-date', plan);
  const wasOpen = start !== null && start <= period.from && (end === null || end >= period.from);
  return wasOpen && !later
    ? inside(`The review on ${sayDate(date)} was the last before the census year, and the plan was open when it began.`)
    : outside(`The review was on ${sayDate(date)}, before the census year.`);
}

/** A child is in while any episode of need is. */
function ofChild(reading: CaseReading, instance: string): InYear {
  const item = reading.rules.itemOfFact.get(factId('referral.date'));
  if (item === undefined) return EVERYTHING;
  const here = reading.members.filter((member) => instanceFor('child', member) === instance || instance === 'child');
  const episodes = instancesOf('referral', here)
    .filter((referral) => isDue(reading, item, 'referral', referral))
    .map((referral) => yearOf(reading, 'referral', referral));
  const [found] = ['inside', 'not-yet', 'outside'].flatMap((year) => episodes.filter((one) => one.year === year));
  if (found?.year !== 'outside') return found === undefined ? NOT_YET : { year: found.year, says: '' };
  return outside(episodes.length === 1 ? found.says : 'No episode of need was open in the census year.');
}

/** Whether an instance falls inside the census year, and why. */
export function yearOf(reading: CaseReading, scope: Scope, instance: string): InYear {
  const period = censusPeriod(reading);
  if (period === null) return EVERYTHING;
  const span = SPANS.get(scope);
  if (scope === 'child') return ofChild(reading, instance);
  if (scope === 'section-47') return ofEnquiry(reading, instance, period);
  if (scope === 'review') return ofReview(reading, instance, period);
  if (span === undefined) return EVERYTHING;
  return scope === 'referral' ? ofReferral(reading, span, instance, period) : ofSpan(reading, span, instance, period);
}

/** Dates that may lie after the census year. */
const MAY_LIE_LATER = new Set([
  'assessment.internal-review-date',
  'section-47.conference-target-date',
  'child.expected-date-of-birth',
]);

/** What is only sent with a date, and so not where the date lies after the year. */
const GOES_WITH: ReadonlyMap<string, string> = new Map([
  ['referral.closure-reason', 'referral.closure-date'],
  ['assessment.factors', 'assessment.authorisation-date'],
  ['pre-proceedings.outcome', 'pre-proceedings.step-decision-date'],
]);

/** Why a fact that was only known after the census year is not sent, in a whole sentence; empty where it is. */
export function saysAfterYear(reading: CaseReading, fact: string, instance: string): string {
  const period = censusPeriod(reading);
  if (period === null || MAY_LIE_LATER.has(fact)) return '';
  const dated = GOES_WITH.get(fact) ?? fact;
  const item = reading.rules.itemOfFact.get(factId(dated));
  if (item?.format.kind !== 'date') return '';
  const date = dateOfFact(reading, dated, instance);
  if (date === null || date <= period.to) return '';
  return `${dated === fact ? 'It' : item.name} was on ${sayDate(date)}, after the census year, so it is not sent in this one.`;
}
