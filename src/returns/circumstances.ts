import type { Scope } from '#model/words.ts';
import { isBorn, isUnborn } from './birth.ts';
import { type CaseReading, instanceRound } from './case-reading.ts';
import { flagOfFact } from './fact-value.ts';
import { isNarrower } from './scope-order.ts';

/*
 * What the children in need census does not want by circumstance, though it is due or on the record. Source: DfE, CIN
 * census guide 2023-24, sections 2 to 5. Returns of other families want whatever is due.
 */

/** A fact where it stands. */
export interface FactAt {
  readonly fact: string;
  readonly scope: Scope;
  readonly instance: string;
}

const SENT_WITHOUT_ACTION = new Set(['referral.date', 'referral.source', 'referral.no-further-action']);

function ofReferral(reading: CaseReading, { fact, scope, instance }: FactAt): string {
  if (SENT_WITHOUT_ACTION.has(fact) || !(scope === 'referral' || isNarrower(scope, 'referral'))) return '';
  const referral = instanceRound(reading, 'referral', { scope, instance });
  return flagOfFact(reading, 'referral.no-further-action', referral) === true
    ? 'The referral led to no further action, so only its date, its source and that flag are sent.'
    : '';
}

function ofBirth(reading: CaseReading, { fact, instance }: FactAt): string {
  if (fact === 'child.expected-date-of-birth')
    return isBorn(reading, instance)
      ? 'The child is born, so the date of birth is sent and the expected date is not.'
      : '';
  return fact === 'child.disability' && isUnborn(reading, instance)
    ? 'The child is not born yet, so no disability is sent.'
    : '';
}

const ofEnquiry = (reading: CaseReading, { fact, instance }: FactAt): string =>
  fact === 'section-47.conference-target-date' &&
  flagOfFact(reading, 'section-47.conference-not-required', instance) === true
    ? 'No conference is required after this enquiry, so there is no target date for one.'
    : '';

/** Why a fact is not sent by circumstance, in a whole sentence; empty where it is. */
export function circumstanceOf(reading: CaseReading, at: FactAt): string {
  if (reading.rules.dataReturn?.family !== 'cin') return '';
  return ofReferral(reading, at) || ofBirth(reading, at) || ofEnquiry(reading, at);
}
