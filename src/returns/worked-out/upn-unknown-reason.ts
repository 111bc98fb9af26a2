import { addMonths, isIsoDate } from '#model/dates.ts';
import { factId } from '#model/ids.ts';
import { isUnborn } from '#returns/birth.ts';
import { type CaseReading, instancesOf } from '#returns/case-reading.ts';
import { flagOfFact } from '#returns/fact-value.ts';
import { readDate } from '#returns/read-date.ts';
import { sayDate } from '#returns/say-date.ts';
import { fedBy, nameOfFact, saidOf, type WorkedOut, type WorkOut } from './work-out.ts';

const UPN = 'child.upn';
const BIRTH = 'child.date-of-birth';
const NO_FURTHER_ACTION = 'referral.no-further-action';
/** The age, in months, from which a child can be of compulsory school age. */
const SCHOOL_AGE = 60;

/** By the labels of the codes; the census takes no UN7 for a child with any referral that was acted on. */
const REASON = { tooYoung: 'UN1', cannotBeObtained: 'UN6', noFurtherAction: 'UN7' } as const;

function cameToNothing(reading: CaseReading): boolean {
  const fact = reading.rules.index.facts.get(factId(NO_FURTHER_ACTION));
  if (fact === undefined) return false;
  const flags = instancesOf(fact.scope, reading.members)
    .map((instance) => flagOfFact(reading, NO_FURTHER_ACTION, instance))
    .filter((flag) => flag !== null);
  return flags.length > 0 && flags.every((flag) => flag);
}

function byAge(birth: string, from: string): { readonly value: string; readonly says: string } {
  return addMonths(birth, SCHOOL_AGE) > from
    ? {
        value: REASON.tooYoung,
        says: `Born on ${sayDate(birth)}, the child was not yet 5 on ${sayDate(from)} and has no UPN: UN1.`,
      }
    : {
        value: REASON.cannotBeObtained,
        says: `Born on ${sayDate(birth)}, the child was 5 or older on ${sayDate(from)} and has no UPN: UN6, until the reason is put right by hand.`,
      };
}

/** Why no UPN is sent: by the referral and the child's age. Reasons UN2 to UN5 cannot be known from the record. */
export const upnUnknownReason: WorkOut = {
  fact: 'child.upn-unknown-reason',
  workOut: (reading, at): WorkedOut => {
    if (saidOf(reading, UPN, at) !== null)
      return { kind: 'unneeded', says: 'The child has a UPN, so no reason is sent.' };
    if (isUnborn(reading, at.instance))
      return { kind: 'unneeded', says: 'The child is not born yet, so neither a UPN nor a reason is sent.' };
    const born = saidOf(reading, BIRTH, at);
    const birth = readDate(born?.texts[0] ?? '');
    if (cameToNothing(reading)) {
      const says = 'The child has no UPN, and every referral led to no further action: UN7.';
      return { kind: 'value', value: REASON.noFurtherAction, fed: [], says };
    }
    const from = reading.rules.dataReturn?.period.from ?? '';
    if (birth !== null && isIsoDate(from)) return { kind: 'value', fed: fedBy(born), ...byAge(birth, from) };
    return { kind: 'lacking', from: [nameOfFact(reading, BIRTH)] };
  },
};
