import { describe, expect, test } from 'vitest';
import type { CaseEvent } from '#machine/case-values.ts';
import type { GroupElement, ReturnElement } from '#returns/child-return.ts';
import type { WorkspaceWords } from '../support/a-workspace.ts';
import { heldAs } from './playing.ts';
import { aMessage, begin, complete, elementAt, elementsAt, fill, lines, record, returned, start } from './small.ts';

/** A census of few items, of the year 1 April 2026 to 31 March 2027, in which every step says its own dates. */
const WORDS: WorkspaceWords = {
  steps: [
    'REF may-start may-end opens:referral',
    'CFA may-end opens:assessment',
    'S47 may-end opens:section-47',
    'CPP may-end opens:protection-plan',
    'RC may-end opens:review',
    'END may-end',
  ],
  actions: ['REF > CFA', 'REF > S47', 'REF > CPP', 'REF > END', 'CPP > RC', 'RC > RC', 'RC > END', 'nfa: REF > end'],
  activities: ['REF R', 'CFA A', 'S47 E', 'CPP P', 'RC V', 'END C'],
  questions: [
    'R.ON',
    'R.SOURCE',
    'R.NEED',
    'A.ON',
    'A.DONE',
    'A.FACTOR',
    'E.ON',
    'E.CONFERENCE',
    'E.NOT yes-no',
    'P.ON',
    'P.DONE',
    'V.ON',
    'C.ON',
    'C.WHY',
    'C.DIED',
  ],
  facts: [
    'child.date-of-birth child',
    'child.expected-date-of-birth child',
    'child.disability child',
    'child.date-of-death child',
    'referral.date referral',
    'referral.source referral',
    'referral.primary-need referral',
    'referral.no-further-action referral',
    'referral.closure-date referral',
    'referral.closure-reason referral',
    'assessment.start-date assessment',
    'assessment.authorisation-date assessment',
    'assessment.factors assessment',
    'section-47.start-date section-47',
    'section-47.conference-target-date section-47',
    'section-47.conference-not-required section-47',
    'strategy-discussion.date section-47',
    'initial-conference.date section-47',
    'protection-plan.start-date protection-plan',
    'protection-plan.end-date protection-plan',
    'review-conference.date review',
  ],
  sources: [
    'child.date-of-birth person-field BORN @REF',
    'child.expected-date-of-birth person-field EXPECTED @REF',
    'child.disability person-field DISABILITY @REF',
    'child.date-of-death C.DIED',
    'referral.date R.ON',
    'referral.source R.SOURCE',
    'referral.primary-need R.NEED',
    'referral.no-further-action next-action nfa @REF',
    'referral.closure-date C.ON',
    'referral.closure-reason C.WHY',
    'assessment.start-date A.ON',
    'assessment.authorisation-date A.DONE',
    'assessment.factors A.FACTOR',
    'section-47.start-date E.ON',
    'strategy-discussion.date E.ON',
    'section-47.conference-target-date calculated strategy-discussion.date',
    'section-47.conference-not-required E.NOT',
    'initial-conference.date E.CONFERENCE',
    'protection-plan.start-date P.ON',
    'protection-plan.end-date P.DONE',
    'review-conference.date V.ON',
  ],
  events: [
    'in REF started',
    'cfa CFA started',
    's47 S47 started',
    'cpp CPP started',
    'rc RC started',
    'end END started',
  ],
  mappings: ['next-action:nfa Yes TRUE true'],
  codes: ['TRUE true false'],
  items: [
    'M/C/Child/Who/Born fact:child.date-of-birth on:in format:date min:0 conditional',
    'M/C/Child/Who/Expected fact:child.expected-date-of-birth on:in format:date min:0 conditional',
    'M/C/Child/Who/Died fact:child.date-of-death on:end format:date min:0 conditional',
    'M/C/Child/Who/Disability fact:child.disability on:in min:0 conditional',
    'M/C/Child/Ref/Date fact:referral.date on:in format:date',
    'M/C/Child/Ref/Source fact:referral.source on:in',
    'M/C/Child/Ref/Need fact:referral.primary-need on:in',
    'M/C/Child/Ref/Closed fact:referral.closure-date on:end format:date min:0',
    'M/C/Child/Ref/Why fact:referral.closure-reason on:end min:0',
    'M/C/Child/Ref/Cfa/Start fact:assessment.start-date on:cfa format:date',
    'M/C/Child/Ref/Cfa/Done fact:assessment.authorisation-date on:cfa format:date min:0',
    'M/C/Child/Ref/Cfa/Factors/Factor fact:assessment.factors on:cfa min:0 max:n',
    'M/C/Child/Ref/S47/Start fact:section-47.start-date on:s47 format:date',
    'M/C/Child/Ref/S47/Target fact:section-47.conference-target-date on:s47 format:date min:0',
    'M/C/Child/Ref/S47/Conference fact:initial-conference.date on:s47 format:date min:0 conditional',
    'M/C/Child/Ref/S47/Not fact:section-47.conference-not-required on:s47 format:true-false',
    'M/C/Child/Ref/Nfa fact:referral.no-further-action on:in format:true-false code-set:TRUE min:0 conditional',
    'M/C/Child/Ref/Cpp/Start fact:protection-plan.start-date on:cpp format:date',
    'M/C/Child/Ref/Cpp/End fact:protection-plan.end-date on:cpp format:date min:0 conditional',
    'M/C/Child/Ref/Cpp/Reviews/Date fact:review-conference.date on:rc format:date min:0 max:n',
  ],
};

const CENSUS = aMessage(WORDS, { family: 'cin' });
const DAY = '2026-04-01';

const referral = (on: string, ...next: string[]): readonly CaseEvent[] => [
  begin('REF', DAY),
  fill('REF-1', 'R.ON', on, DAY),
  fill('REF-1', 'R.SOURCE', 'School', DAY),
  complete('REF-1', DAY, ...next),
];

/** A later step with answers, by user code. */
const step = (key: string, form: string, answers: Readonly<Record<string, string>>): readonly CaseEvent[] => [
  start(key, DAY),
  ...Object.entries(answers).map(([code, value]) => fill(key, `${form}.${code}`, value, DAY)),
];

function groupAt(elements: readonly ReturnElement[], tag: string): GroupElement | undefined {
  const groups = elements.filter((element) => element.kind === 'group');
  return (
    groups.find((group) => group.tag === tag) ?? groups.map(({ children }) => groupAt(children, tag)).find(Boolean)
  );
}

/** In which year a group falls, and why. */
function yearOf(tag: string, events: readonly CaseEvent[]): string {
  const group = groupAt([returned(CENSUS, events).child], tag);
  return group === undefined ? 'none' : `${group.year}: ${group.says}`;
}

describe('the census year', () => {
  const period = (from: string, to = '') => ({ ON: from, ...(to === '' ? {} : { DONE: to }) });

  test.each([
    ['2026-04-01', '', 'inside: The assessment began on 1 April 2026 and has not ended.'],
    ['2026-03-01', '2026-04-01', 'inside: The assessment began on 1 March 2026 and ended on 1 April 2026.'],
    ['2026-03-01', '2026-03-31', 'outside: The assessment ended on 31 March 2026, before the census year.'],
    [
      '2027-03-31',
      '2027-05-01',
      'inside: The assessment began on 31 March 2027 and was still open at the end of the census year.',
    ],
    ['2027-04-01', '', 'outside: The assessment began on 1 April 2027, after the census year.'],
    ['', '', 'not-yet: '],
  ])('an assessment from “%s” to “%s”: %s', (from, to, says) => {
    const answers = from === '' ? {} : period(from, to);
    expect(yearOf('Cfa', [...referral('2026-02-01', 'REF>CFA'), ...step('CFA-2', 'A', answers)])).toBe(says);
  });

  test.each([
    ['2026-04-01', '', 'inside: The section 47 enquiry began on 1 April 2026, in the census year.'],
    [
      '2026-03-20',
      '2026-04-07',
      'inside: The section 47 enquiry began on 20 March 2026, and its conference was on 7 April 2026, in the census year.',
    ],
    [
      '2026-03-20',
      '2026-03-30',
      'outside: The section 47 enquiry began on 20 March 2026, before the census year, and no conference followed in it.',
    ],
    ['2027-04-02', '', 'outside: The section 47 enquiry began on 2 April 2027, after the census year.'],
  ])('an enquiry from %s with a conference on “%s”: %s', (on, conference, says) => {
    const answers = { ON: on, ...(conference === '' ? {} : { CONFERENCE: conference }) };
    expect(yearOf('S47', [...referral('2026-02-01', 'REF>S47'), ...step('S47-2', 'E', answers)])).toBe(says);
  });

  test.each([
    [
      '2026-02-01',
      '2027-01-01',
      'inside: The child protection plan began on 1 February 2026 and ended on 1 January 2027.',
    ],
    ['2025-02-01', '2026-03-01', 'outside: The child protection plan ended on 1 March 2026, before the census year.'],
  ])('a plan from %s to %s: %s', (from, to, says) => {
    expect(yearOf('Cpp', [...referral('2025-02-01', 'REF>CPP'), ...step('CPP-2', 'P', period(from, to))])).toBe(says);
  });

  const reviewed = (planFrom: string, ...dates: string[]) =>
    returned(CENSUS, [
      ...referral('2025-02-01', 'REF>CPP'),
      ...step('CPP-2', 'P', { ON: planFrom }),
      complete('CPP-2', DAY, 'CPP>RC'),
      ...dates.flatMap((on, index) => [
        ...step(`RC-${index + 3}`, 'V', { ON: on }),
        complete(`RC-${index + 3}`, DAY, 'RC>RC'),
      ]),
    ]);
  const sentReviews = (sent: ReturnType<typeof reviewed>) =>
    elementsAt(sent, 'Reviews/Date').flatMap(({ state, value }) => (state === 'sent' ? [value] : []));

  test('takes the reviews in it, and the last one before it where the plan was open when it began', () => {
    const sent = reviewed('2025-06-01', '2025-09-01', '2026-02-01', '2026-07-01', '2027-05-01');
    expect(sentReviews(sent)).toEqual(['2026-02-01', '2026-07-01']);
    expect(elementsAt(sent, 'Reviews/Date').map(({ leftOut }) => leftOut)).toContainEqual({
      kind: 'outside-year',
      says: 'The review was on 1 September 2025, before the census year.',
    });
  });

  test('dates after it are not sent, with what goes with them', () => {
    const sent = returned(CENSUS, [
      ...referral('2026-06-01', 'REF>CFA', 'REF>END'),
      ...step('CFA-2', 'A', { ON: '2027-03-01', DONE: '2027-04-20', FACTOR: '1A' }),
      ...step('END-3', 'C', { ON: '2027-04-21', WHY: 'RC7' }),
    ]);
    expect(['Ref/Closed', 'Ref/Why', 'Cfa/Done', 'Factor'].map((tag) => elementAt(sent, tag).state)).toEqual(
      Array.from({ length: 4 }, () => 'left-out'),
    );
    expect(elementAt(sent, 'Ref/Closed').leftOut).toMatchObject({
      says: 'It was on 21 April 2027, after the census year, so it is not sent in this one.',
    });
    expect(elementAt(sent, 'Cfa/Start').state).toBe('sent');
    expect(elementAt(sent, 'Ref/Date').state).toBe('sent');
  });

  test('a target date may lie after it', () => {
    const sent = returned(CENSUS, [
      ...referral('2026-06-01', 'REF>S47'),
      ...step('S47-2', 'E', { ON: '2027-03-30', NOT: 'No' }),
    ]);
    expect(elementAt(sent, 'Target')).toMatchObject({
      state: 'sent',
      value: '2027-04-20',
      workedOut: 'The strategy discussion was on 30 March 2027; 15 working days later is 20 April 2027.',
    });
  });

  test('a child whose episode ended before it is not in the return, and lacks nothing', () => {
    const sent = returned(CENSUS, [...referral('2025-06-01', 'REF>END'), ...step('END-2', 'C', { ON: '2026-03-31' })], {
      held: heldAs({ 'person-field:BORN': '2015-01-01' }),
    });
    expect(sent).toMatchObject({ isIncluded: false, missing: [] });
    expect(sent.child).toMatchObject({
      year: 'outside',
      says: 'The episode of need ended on 31 March 2026, before the census year.',
    });
    expect(lines(CENSUS, sent)).toEqual(['<M>', '<C>', '</C>', '</M>']);
  });

  test('a plan whose end is on the record and has not come about is still open', () => {
    const ending = { ...WORDS, events: [...(WORDS.events ?? []), 'ended RC completed'] };
    const index = aMessage(
      { ...ending, items: (ending.items ?? []).map((item) => item.replace('end-date on:cpp', 'end-date on:ended')) },
      { family: 'cin' },
    );
    const events = [...referral('2025-02-01', 'REF>CPP'), ...step('CPP-2', 'P', period('2025-02-01', '2025-03-01'))];
    expect(groupAt([returned(index, events).child], 'Cpp')).toMatchObject({
      year: 'inside',
      says: 'The child protection plan began on 1 February 2025 and has not ended.',
    });
  });

  test('a return that does not say its days takes everything', () => {
    const undated = aMessage(WORDS, { family: 'cin', period: { from: '', to: '' } });
    expect(returned(undated, referral('2020-06-01', 'REF>END')).isIncluded).toBe(true);
  });

  test('a return of another family takes everything', () => {
    const sent = returned(aMessage(WORDS), [
      ...referral('2020-06-01', 'REF>END'),
      ...step('END-2', 'C', { ON: '2020-07-31', WHY: 'RC7' }),
    ]);
    expect(sent.isIncluded).toBe(true);
    expect(elementAt(sent, 'Ref/Closed')).toMatchObject({ state: 'sent', leftOut: null });
  });
});

describe('circumstances', () => {
  test('a referral that led to no further action sends its date, its source and that flag', () => {
    const held = heldAs({ 'person-field:BORN': '2015-01-01' });
    const sent = returned(
      CENSUS,
      [
        begin('REF', DAY),
        fill('REF-1', 'R.ON', '2026-05-01', DAY),
        fill('REF-1', 'R.SOURCE', 'School', DAY),
        fill('REF-1', 'R.NEED', 'N1', DAY),
        complete('REF-1', DAY, 'nfa'),
      ],
      { held },
    );
    expect(lines(CENSUS, sent).slice(5)).toEqual([
      '</Who>',
      '<Ref>',
      '<Date>2026-05-01</Date>',
      '<Source>School</Source>',
      '<Nfa>true</Nfa>',
      '</Ref>',
      '</Child>',
      '</C>',
      '</M>',
    ]);
    expect(elementAt(sent, 'Ref/Need')).toMatchObject({
      state: 'left-out',
      leftOut: { says: 'The referral led to no further action, so only its date, its source and that flag are sent.' },
    });
    expect(sent.missing).toEqual([]);
  });

  test('and is only sent for the year it was made in', () => {
    const sent = returned(CENSUS, referral('2026-03-30', 'nfa'));
    expect(sent.isIncluded).toBe(false);
    expect(sent.child.says).toBe(
      'The referral of 30 March 2026 led to no further action and was not made in the census year.',
    );
  });

  const born = (person: Readonly<Record<string, string>>, ...more: CaseEvent[]) =>
    returned(CENSUS, [...referral('2026-05-01', 'REF>CFA'), ...more], { held: heldAs(person) });

  test('an unborn child has an expected date of birth, and no disability', () => {
    const sent = born({ 'person-field:EXPECTED': '2026-09-01', 'person-field:DISABILITY': 'None' });
    expect(elementAt(sent, 'Expected')).toMatchObject({ state: 'sent', value: '2026-09-01' });
    expect(elementAt(sent, 'Born').state).toBe('conditional');
    expect(elementAt(sent, 'Disability')).toMatchObject({
      state: 'left-out',
      leftOut: { says: 'The child is not born yet, so no disability is sent.' },
    });
  });

  test('once it is born, only the date of birth is sent', () => {
    const sent = born(
      { 'person-field:EXPECTED': '2026-09-01', 'person-field:DISABILITY': 'None' },
      begin('REF', '2026-09-05'),
      record('REF-3', 'person-field:BORN', '2026-09-03', '2026-09-05'),
    );
    expect(elementAt(sent, 'Born')).toMatchObject({ state: 'sent', value: '2026-09-03' });
    expect(elementAt(sent, 'Expected').state).toBe('left-out');
    expect(elementAt(sent, 'Disability').state).toBe('sent');
  });

  test('one that is born after the census year was still expected in it', () => {
    const person = { 'person-field:BORN': '2027-04-02', 'person-field:DISABILITY': 'None' };
    const both = born({ ...person, 'person-field:EXPECTED': '2027-04-10' });
    expect(elementAt(both, 'Expected')).toMatchObject({ state: 'sent', value: '2027-04-10' });
    expect(elementAt(both, 'Born')).toMatchObject({ state: 'left-out', leftOut: { kind: 'outside-year' } });
    expect(elementAt(both, 'Disability').state).toBe('left-out');
    expect(elementAt(born(person), 'Disability').state).toBe('left-out');
    const lastDay = born({ ...person, 'person-field:BORN': '2027-03-31', 'person-field:EXPECTED': '2027-04-10' });
    expect(elementAt(lastDay, 'Expected').state).toBe('left-out');
    expect(elementAt(lastDay, 'Disability').state).toBe('sent');
  });

  test('a day that stands for never gives no target date', () => {
    const sent = returned(CENSUS, [
      ...referral('2026-05-01', 'REF>S47'),
      ...step('S47-2', 'E', { ON: '9999-12-31', NOT: 'No' }),
    ]);
    expect(elementAt(sent, 'Target')).toMatchObject({ value: null, lack: { kind: 'cannot-be-worked-out' } });
  });

  test('an enquiry after which no conference is required has no target date', () => {
    const sent = returned(CENSUS, [
      ...referral('2026-05-01', 'REF>S47'),
      ...step('S47-2', 'E', { ON: '2026-05-02', NOT: 'Yes' }),
    ]);
    expect(elementAt(sent, 'Target')).toMatchObject({ state: 'left-out', value: '2026-05-26' });
    expect(elementAt(sent, 'S47/Not').value).toBe('true');
  });

  test('a second episode of the same child stands beside the first', () => {
    const sent = returned(CENSUS, [
      ...referral('2026-05-01', 'nfa'),
      begin('REF', '2026-08-01'),
      fill('REF-2', 'R.ON', '2026-08-01', '2026-08-01'),
      complete('REF-2', '2026-08-01', 'REF>CFA'),
    ]);
    expect(elementsAt(sent, 'Ref/Date').map(({ value, instance }) => `${instance} ${value}`)).toEqual([
      'referral/REF-1 2026-05-01',
      'referral/REF-2 2026-08-01',
    ]);
    expect(elementsAt(sent, 'Ref/Source').map(({ state }) => state)).toEqual(['sent', 'missing']);
  });
});
