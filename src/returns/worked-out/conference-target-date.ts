import { addWorkingDays } from '#model/dates.ts';
import { readDate } from '#returns/read-date.ts';
import { sayDate } from '#returns/say-date.ts';
import { fedBy, nameOfFact, saidOf, type WorkOut } from './work-out.ts';

const DISCUSSION = 'strategy-discussion.date';
/** From the strategy discussion to the initial conference. Source: DfE, CIN census guide 2023-24, 4.12.2. */
const WORKING_DAYS = 15;
/** Days that stand for "never" in other systems have none after them. */
const LAST = '9999-01-01';

/** The target date of the initial conference: 15 working days after the strategy discussion. */
export const conferenceTargetDate: WorkOut = {
  fact: 'section-47.conference-target-date',
  workOut: (reading, at) => {
    const said = saidOf(reading, DISCUSSION, at);
    const from = readDate(said?.texts[0] ?? '');
    if (from === null || from >= LAST) return { kind: 'lacking', from: [nameOfFact(reading, DISCUSSION)] };
    const value = addWorkingDays(from, WORKING_DAYS);
    const says = `The strategy discussion was on ${sayDate(from)}; ${WORKING_DAYS} working days later is ${sayDate(value)}.`;
    return { kind: 'value', value, fed: fedBy(said), says };
  },
};
