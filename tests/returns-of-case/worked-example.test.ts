import { describe, expect, test } from 'vitest';
import { returnOfMoment, schemaOf, walkRulesOf, writeReturnFile } from '#pipeline/walk-case.ts';
import { RETURN_OPTIONS, type ReturnOptions } from '#returns/child-return.ts';
import { itemsOf } from '#returns/return-of.ts';
import { isComplete } from '#returns/write-xml.ts';
import { heldAs, Playing } from './playing.ts';
import { elementAt, elementsAt } from './small.ts';
import { outsideSample, schemaErrors } from './validate.ts';
import { exampleIn, fullProtectionCase, PERSON } from './worked-example.ts';

const INDEX = exampleIn('2026-27');
const RULES = walkRulesOf(INDEX);
/** Played once: what is sent of it is looked at from several sides. */
const FULL = fullProtectionCase(INDEX);

const sentBy = (playing: Playing, index = INDEX, options: Partial<ReturnOptions> = {}) =>
  returnOfMoment(walkRulesOf(index), playing.moment.state, { ...RETURN_OPTIONS, ...options });

const fileOf = (cases: readonly Playing[], index = INDEX, options: Partial<ReturnOptions> = {}): string => {
  const rules = walkRulesOf(index);
  const children = cases.map((playing) => sentBy(playing, index, options));
  return [...writeReturnFile(rules, children, { ...RETURN_OPTIONS, ...options })].join('');
};

const childIn = (file: string): string => /<Child>[\s\S]*<\/Child>/u.exec(file)?.[0].replaceAll(/^ {4}/gmu, '') ?? '';

const startCase = (index = INDEX, person: Readonly<Record<string, string | readonly string[]>> = PERSON): Playing =>
  new Playing(index, { on: '2026-05-05', held: heldAs(person) });

const referred = (next: string, index = INDEX, person?: Parameters<typeof startCase>[1]): Playing =>
  startCase(index, person)
    .work({ step: 'CONTACT', on: '2026-05-05', source: 'Police', next: ['CON_TO_REFERRAL'] })
    .work({
      step: 'REFERRAL',
      on: '2026-05-06',
      answers: { 'REFERRAL/REF_DATE': '2026-05-06', 'REFERRAL/REF_SOURCE': 'Police' },
      next: [next],
    });

describe('a full child protection case with two reviews', () => {
  test('fills the return', () => {
    expect(childIn(fileOf([FULL]))).toBe(`<Child>
  <ChildIdentifiers>
    <LAchildID>100234</LAchildID>
    <UPNunknown>UN6</UPNunknown>
    <PersonBirthDate>2015-02-14</PersonBirthDate>
    <Sex>F</Sex>
  </ChildIdentifiers>
  <ChildCharacteristics>
    <Ethnicity>WBRI</Ethnicity>
    <Disabilities>
      <Disability>MOB</Disability>
      <Disability>LD</Disability>
    </Disabilities>
  </ChildCharacteristics>
  <CINdetails>
    <CINreferralDate>2026-06-29</CINreferralDate>
    <ReferralSource>6</ReferralSource>
    <PrimaryNeedCode>N1</PrimaryNeedCode>
    <CINclosureDate>2027-03-20</CINclosureDate>
    <ReasonForClosure>RC7</ReasonForClosure>
    <Assessments>
      <AssessmentActualStartDate>2026-07-01</AssessmentActualStartDate>
      <AssessmentAuthorisationDate>2026-08-20</AssessmentAuthorisationDate>
      <FactorsIdentifiedAtAssessment>
        <AssessmentFactors>1A</AssessmentFactors>
        <AssessmentFactors>3B</AssessmentFactors>
      </FactorsIdentifiedAtAssessment>
    </Assessments>
    <Section47>
      <S47ActualStartDate>2026-07-01</S47ActualStartDate>
      <InitialCPCtarget>2026-07-21</InitialCPCtarget>
      <DateOfInitialCPC>2026-07-20</DateOfInitialCPC>
      <ICPCnotRequired>false</ICPCnotRequired>
    </Section47>
    <ReferralNFA>false</ReferralNFA>
    <ChildProtectionPlans>
      <CPPstartDate>2026-07-20</CPPstartDate>
      <CPPendDate>2027-03-01</CPPendDate>
      <InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
      <LatestCategoryOfAbuse>MUL</LatestCategoryOfAbuse>
      <NumberOfPreviousCPP>1</NumberOfPreviousCPP>
      <Reviews>
        <CPPreviewDate>2026-10-05</CPPreviewDate>
        <CPPreviewDate>2027-03-01</CPPreviewDate>
      </Reviews>
    </ChildProtectionPlans>
  </CINdetails>
</Child>`);
  });

  test('lacks nothing, and says how each calculated item was worked out', () => {
    const sent = sentBy(FULL);
    expect(sent.missing.map(({ tag }) => tag)).toEqual([]);
    expect(isComplete(sent)).toBe(true);
    expect(elementAt(sent, 'InitialCPCtarget').workedOut).toBe(
      'The strategy discussion was on 30 June 2026; 15 working days later is 21 July 2026.',
    );
    expect(elementAt(sent, 'NumberOfPreviousCPP').workedOut).toBe(
      'The register held 1 plan from before this case, and none of this case began earlier.',
    );
    expect(elementAt(sent, 'UPNunknown').workedOut).toContain('put right by hand');
  });

  test('each element knows the field that fed it, its code, and the checks that test it', () => {
    const sent = sentBy(FULL);
    const flag = elementAt(sent, 'ICPCnotRequired');
    expect(flag.fed).toMatchObject([
      { entry: { step: 'S47-5', source: { kind: 'next-action', ref: 'S47_TO_ICPC' } }, code: { code: 'false' } },
    ]);
    // The question on the form records the same, and the return does not read it.
    expect(flag.unread.map(({ source }) => source.question)).toContain('S47O_ICPC');
    expect(elementAt(sent, 'Section47/DateOfInitialCPC').rules.map(({ id }) => id)).toContain('2884');
  });

  test('grows step by step: a group comes when something of it is due', () => {
    const playing = referred('REF_TO_CFA');
    expect(childIn(fileOf([playing]))).not.toContain('Assessments');
    playing.work({ step: 'CFA', on: '2026-05-07', next: 'open' });
    expect(childIn(fileOf([playing]))).toContain('<AssessmentActualStartDate>2026-05-07</AssessmentActualStartDate>');
    expect(sentBy(playing).missing.map(({ tag }) => tag)).toEqual(['PrimaryNeedCode']);
  });
});

test('an enquiry that goes on is sent as one for which no conference has been ruled out', async () => {
  const playing = referred('REF_TO_CFA')
    .work({ step: 'CFA', on: '2026-05-07', take: ['CFA_TO_STRATEGY'], next: 'open' })
    .work({
      step: 'STRATEGY',
      on: '2026-05-08',
      answers: { 'STRATEGY/STRAT_DiscDate': '2026-05-08' },
      next: ['STR_TO_S47'],
    })
    .work({ step: 'S47', on: '2026-05-11', answers: { 'S47/REP_CIN_S47DATE': '2026-05-11' }, next: 'open' });
  const flag = elementAt(sentBy(playing), 'ICPCnotRequired');
  expect([flag.state, flag.value, flag.isDue]).toEqual(['sent', 'false', false]);
  expect(flag.workedOut).toContain('no conference has been ruled out');
  expect(await schemaErrors(fileOf([playing]), schemaOf(INDEX))).toEqual([]);
});

describe('every shipped year', () => {
  const years: readonly (readonly [string, number])[] = [
    ['2023-24', 2023],
    ['2024-25', 2024],
    ['2025-26', 2025],
    ['2026-27', 2026],
  ];

  test.each(years)('%s: its file is valid by the schema made of its items', async (year, from) => {
    const index = exampleIn(year);
    const file = fileOf([fullProtectionCase(index, from)], index);
    expect(file).toContain(`<Year>${from + 1}</Year>`);
    expect(file).toContain('<CPPreviewDate>');
    expect(file).toContain(year === '2023-24' ? '<GenderCurrent>2</GenderCurrent>' : '<Sex>F</Sex>');
    expect(await schemaErrors(file, schemaOf(index))).toEqual([]);
    expect(
      await schemaErrors(file.replace('<Year>', '<Years>').replace('</Year>', '</Years>'), schemaOf(index)),
    ).not.toEqual([]);
  });

  test.each([
    ['2023-24', 2023, 'CIN_schema_2024.xsd'],
    ['2025-26', 2025, 'CIN_schema_2026.xsd'],
  ])('%s: its file is valid by the community’s own schema', async (year, from, name) => {
    const schema = outsideSample(name);
    if (schema === null) {
      console.log(`skipped: outside samples not present (${name})`);
      return;
    }
    const index = exampleIn(year);
    const cases = [fullProtectionCase(index, from)];
    const options = { flags: '1-0' } as const;
    const file = fileOf(cases, index, options);
    expect(await schemaErrors(file, schema)).toEqual([]);
    expect(await schemaErrors(file.replace('<Child>', '<Child><Other/>'), schema)).not.toEqual([]);
  });

  test('our schema takes the small file that was made for 2025-26', async () => {
    const sample = outsideSample('cin-minimal-example-2026.xml');
    if (sample === null) {
      console.log('skipped: outside samples not present (cin-minimal-example-2026.xml)');
      return;
    }
    expect(await schemaErrors(sample, schemaOf(exampleIn('2025-26')))).toEqual([]);
  });

  test('a case of one year is not in the file of the next', () => {
    const next = exampleIn('2026-27');
    const file = fileOf([fullProtectionCase(next, 2024)], next);
    expect(file).not.toContain('<Child>');
    expect(sentBy(fullProtectionCase(next, 2024), next).child.says).toBe(
      'The episode of need ended on 20 March 2025, before the census year.',
    );
  });
});

describe('other ways through the worked example', () => {
  test('no further action at referral', async () => {
    const sent = sentBy(referred('REF_NFA'));
    expect(elementAt(sent, 'UPNunknown')).toMatchObject({ value: 'UN7', state: 'sent' });
    expect(isComplete(sent)).toBe(true);
    expect(
      childIn(fileOf([referred('REF_NFA')]))
        .split('\n')
        .slice(10),
    ).toEqual([
      '  <CINdetails>',
      '    <CINreferralDate>2026-05-06</CINreferralDate>',
      '    <ReferralSource>6</ReferralSource>',
      '    <ReferralNFA>true</ReferralNFA>',
      '  </CINdetails>',
      '</Child>',
    ]);
    expect(await schemaErrors(fileOf([referred('REF_NFA')]), schemaOf(INDEX))).toEqual([]);
  });

  test('early help after the referral counts as no further action', () => {
    expect(elementAt(sentBy(referred('REF_TO_EH')), 'ReferralNFA').value).toBe('true');
  });

  test('an unborn child', async () => {
    const unborn = {
      'person-field:PERSON_ID': '100300',
      'person-field:EXPECTED_DATE_OF_BIRTH': '2026-09-01',
      'person-field:SEX': 'Not known',
      'person-field:ETHNICITY': 'Not yet obtained',
    };
    const playing = referred('REF_TO_CFA', INDEX, unborn);
    const sent = sentBy(playing);
    expect(elementAt(sent, 'ExpectedPersonBirthDate').value).toBe('2026-09-01');
    expect(elementAt(sent, 'UPNunknown')).toMatchObject({
      state: 'conditional',
      leftOut: { says: 'The child is not born yet, so neither a UPN nor a reason is sent.' },
    });
  });

  test.each([
    [{ 'person-field:EXPECTED_DATE_OF_BIRTH': '2026-09-01' }, 'REF_NFA'],
    [{ 'person-field:DATE_OF_BIRTH': '2027-04-01' }, 'REF_TO_CFA'],
  ])('no reason for an unknown UPN is sent of a child who was not born in the year: %j %s', (days, action) => {
    const { 'person-field:DATE_OF_BIRTH': _, ...person } = PERSON;
    const sent = sentBy(referred(action, INDEX, { ...person, ...days }));
    expect(elementAt(sent, 'UPNunknown')).toMatchObject({ value: null, state: 'conditional' });
  });

  test('a child too young for school, one with a UPN, and one with neither', () => {
    const reason = (person: Readonly<Record<string, string>>) => {
      const { value, state } = elementAt(sentBy(referred('REF_TO_CFA', INDEX, { ...PERSON, ...person })), 'UPNunknown');
      return `${value} ${state}`;
    };
    expect(reason({ 'person-field:DATE_OF_BIRTH': '2021-04-01' })).toBe('UN6 sent');
    expect(reason({ 'person-field:DATE_OF_BIRTH': '2021-04-02' })).toBe('UN1 sent');
    expect(reason({ 'person-field:UPN': 'A123456789012' })).toBe('null conditional');
  });

  test.each([
    ['0', '0'],
    ['2', '2'],
    ['None', '0'],
    ['2009-03-01; 2012-07-19', '2'],
    [['2009-03-01', '2012-07-19', '2014-01-01'], '3'],
  ])('the register says “%s” of earlier plans: %s', (history, number) => {
    const playing = fullProtectionCase(INDEX, 2026, { 'register-field:HISTORY': history }, 'plan');
    expect(elementAt(sentBy(playing), 'NumberOfPreviousCPP').value).toBe(number);
  });

  test('a child who moves in on a plan: the conference stands with the episode, and there is no enquiry', () => {
    const playing = startCase()
      .work({
        step: 'TRANSFER_IN',
        on: '2026-05-06',
        answers: { 'TRANSFER_IN/TIN_DATE': '2026-05-05', 'TRANSFER_IN/TIN_ON_CPP': 'Yes' },
        next: ['TIN_TO_CONF'],
      })
      .work({
        step: 'TRANSFER_CONF',
        on: '2026-05-14',
        answers: { 'ICPC_REC/icpcFLDConfDate': '2026-05-14', 'ICPC_REC/icpcFLDDecision': 'Child protection plan' },
        next: ['TCF_TO_PLAN'],
      });
    const sent = sentBy(playing);
    expect(elementAt(sent, 'CINdetails/DateOfInitialCPC')).toMatchObject({ value: '2026-05-14', state: 'sent' });
    expect(elementsAt(sent, 'S47ActualStartDate')).toEqual([]);
    expect(elementAt(sent, 'ReferralNFA').value).toBe('false');
  });

  test('what is only held outside, or that no place feeds, is missing and says so', () => {
    const playing = fullProtectionCase(INDEX, 2026, {}, 'legal gateway')
      .work({
        step: 'LEGAL_GATEWAY',
        on: '2026-10-12',
        next: ['LG_TO_PP'],
        answers: { 'LEGAL_GW/LGW_Decision': 'Enter pre-proceedings', 'LEGAL_GW/REP_PP_DECDATE': '2026-10-12' },
      })
      .work({ step: 'PRE_PROC', on: '2026-10-20', next: ['PP_TO_REVIEW'] });
    const sent = sentBy(playing);
    expect(elementAt(sent, 'PPStartDate')).toMatchObject({ value: '2026-10-12', state: 'sent' });
    expect(elementAt(sent, 'LBPSentDate').lack).toMatchObject({ kind: 'outside' });
    expect(elementAt(sent, 'AssessmentInternalReviewDate').lack).toEqual({ kind: 'no-source' });
  });
});

test('the same cases give the same bytes, and every item of the return stands somewhere', () => {
  const cases = () => [FULL, referred('REF_NFA')];
  expect(fileOf(cases())).toBe(fileOf(cases()));
  const paths = new Set(itemsOf(sentBy(FULL).child).map(({ path }) => path));
  const unseen = (INDEX.dataReturn?.items ?? []).filter(({ path }) => !paths.has(path)).map(({ module }) => module);
  expect([...new Set(unseen)]).toEqual(['Header', 'CIN plan dates', 'Pre-proceedings and FGDM']);
  expect(RULES.returns.shape.child.group.path).toBe('Message/Children/Child');
});
