import type { AnswerValue } from '#machine/step-values.ts';
import { returnId } from '#model/ids.ts';
import { indexWorkspace, type WorkspaceIndex } from '#model/index-workspace.ts';
import { openExample } from '../support/open-example.ts';
import { heldAs, Playing } from './playing.ts';

const { value: example } = openExample();

/** The worked example with one of the shipped years as the return that is audited. */
export const exampleIn = (year: string): WorkspaceIndex => indexWorkspace(example, returnId(`cin-${year}`));

/** What the person record and the register hold of the child. */
export const PERSON = {
  'person-field:PERSON_ID': '100234',
  'person-field:DATE_OF_BIRTH': '14/02/2015',
  'person-field:SEX': 'Female',
  'person-field:ETHNICITY': 'White British',
  'person-field:DISABILITY': ['Mobility', 'Learning disability'],
  'register-field:HISTORY': '2009-03-01 to 2010-01-12',
};

/** How a case is shifted to another year: dates are those of 2026-27 until then. */
const inYear = (from: number) => (date: string) => `${Number(date.slice(0, 4)) + from - 2026}${date.slice(4)}`;

/** A section 47 enquiry, a conference, a plan and two reviews, to the end of the plan and of the episode. */
export function fullProtectionCase(
  index: WorkspaceIndex,
  year = 2026,
  person: Readonly<Record<string, AnswerValue>> = {},
  until: 'plan' | 'legal gateway' | 'closure' = 'closure',
): Playing {
  const on = inYear(year);
  const planned = new Playing(index, { on: on('2026-06-29'), held: heldAs({ ...PERSON, ...person }) })
    .work({ step: 'CONTACT', on: on('2026-06-29'), source: 'Police', next: ['CON_TO_REFERRAL'] })
    .work({
      step: 'REFERRAL',
      on: on('2026-06-29'),
      completed: on('2026-06-30'),
      answers: {
        'REFERRAL/REF_DATE': on('2026-06-29'),
        'REFERRAL/REF_SOURCE': 'Police',
        'REFERRAL/REF_SIG_HARM': 'Yes',
      },
      take: ['REF_TO_STRATEGY'],
      next: ['REF_TO_CFA'],
    })
    .work({
      step: 'STRATEGY',
      on: on('2026-06-30'),
      answers: { 'STRATEGY/STRAT_DiscDate': on('2026-06-30') },
      next: ['STR_TO_S47'],
    })
    .work({
      step: 'S47',
      on: on('2026-07-01'),
      completed: on('2026-07-10'),
      answers: { 'S47/REP_CIN_S47DATE': on('2026-07-01'), 'S47_OUT/S47O_ICPC': 'Yes' },
      next: ['S47_TO_ICPC'],
    })
    .work({
      step: 'CFA',
      on: on('2026-07-01'),
      completed: on('2026-08-20'),
      answers: {
        'CFA_MGR/MGR_AUTH_DATE': on('2026-08-20'),
        'CFA_FACT/REP_CIN_FACT_1A': 'Yes',
        'CFA_FACT/REP_CIN_FACT_3B': 'Yes',
        'CFA_FACT/REP_CIN_FACT_2A': 'No',
      },
      screens: { 'service-user-group:': 'Abuse, neglect or exploitation' },
      next: ['CFA_CP_ROUTE'],
    })
    .work({ step: 'ICPC_REQ', on: on('2026-07-10'), next: ['ICR_BOOKED'] })
    .work({
      step: 'ICPC',
      on: on('2026-07-20'),
      answers: {
        'ICPC_REC/icpcFLDConfDate': on('2026-07-20'),
        'ICPC_REC/icpcFLDDecision': 'Child protection plan',
      },
      next: ['ICPC_TO_PLAN'],
    })
    .work({
      step: 'CP_PLAN',
      on: on('2026-07-20'),
      completed: on('2026-07-21'),
      screens: { 'register-field:START_DATE': on('2026-07-20'), 'register-field:CATEGORY': 'Neglect' },
      next: ['CPP_CORE_GROUP', 'CPP_REVIEW', 'CPP_VISIT'],
    });
  if (until === 'plan') return planned;
  planned.work({
    step: 'RCPC_1',
    on: on('2026-10-05'),
    answers: { 'RCPC_REC/rcpcFLDConfDate': on('2026-10-05') },
    screens: { 'register-field:CATEGORY': 'Neglect, emotional abuse' },
    next: until === 'closure' ? ['RC1_CONTINUE'] : ['RC1_CONTINUE', 'RC1_TO_LEGAL'],
  });
  if (until === 'legal gateway') return planned;
  return planned
    .work({
      step: 'RCPC',
      on: on('2027-03-01'),
      answers: { 'RCPC_REC/rcpcFLDConfDate': on('2027-03-01'), 'RCPC_REC/rcpcFLDHarm': 'Neither' },
      next: ['RC_END'],
    })
    .work({
      step: 'CP_END',
      on: on('2027-03-01'),
      screens: { 'register-field:END_DATE': on('2027-03-01') },
      next: ['CPE_TO_CLOSURE'],
    })
    .work({
      step: 'CLOSURE',
      on: on('2027-03-20'),
      answers: { 'CLOSURE/CLO_DATE': on('2027-03-20') },
      next: ['CLO_END'],
    });
}
