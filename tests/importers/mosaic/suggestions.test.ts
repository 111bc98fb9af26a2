import { expect, test } from 'vitest';
import { brought, EXTRACTS, withExtracts } from './extracts.ts';

const HEADER = 'MAPPING_KIND,NAME,CATEGORY_VALUE,MAPPED_VALUE,MAPPED_KIND,MAPPED_LABEL\n';
const withMappings = (rows: string): Readonly<Record<string, string>> => ({
  ...EXTRACTS,
  'mappings.csv': HEADER + rows,
  // Nothing but the group says what the answers mean.
  'lookups.csv':
    'QUESTION_USER_CODE,QUESTION_ID,ANSWER\nREP_CIN_ReferralSource,2,School\nREP_CIN_ReferralSource,2,Police\nREP_CIN_ReferralSource,2,Other\nwhy,7,Other\n',
});

const group = (code: string, label: string): string => `GROUP,Child CIN Referral Source,${code},#9f,ANSWER,${label}\n`;

test('a group of answers suggests codes for the list that holds them, and for no other that has one of them', async () => {
  const { value } = await withExtracts(
    withMappings(group('2A', 'School') + group('6', 'Police') + group('8', 'Other')),
  );
  expect(
    value.codeMappings.map(({ lookup, answer, codeSet, code, status }) => [lookup, answer, codeSet, code, status]),
  ).toEqual([
    ['REP_CIN_ReferralSource', 'School', 'ReferralSource', '2A', 'suggested'],
    ['REP_CIN_ReferralSource', 'Police', 'ReferralSource', '6', 'suggested'],
    ['REP_CIN_ReferralSource', 'Other', 'ReferralSource', '8', 'suggested'],
  ]);
});

test('an answer of which only a mark is known is said, and so are codes of no one set', async () => {
  const { messages } = await brought(withMappings('GROUP,Child CIN Referral Source,2A,#9f,ANSWER,\n'));
  expect(messages.map(({ message }) => message).join(' ')).toContain('give the wording itself as MAPPED_LABEL');
  const strange = await brought(withMappings(group('XX', 'School') + group('YY', 'Police')));
  expect(strange.messages.map(({ message }) => message).join(' ')).toContain(
    '“Child CIN Referral Source” are those of no one set',
  );
});

test('reporting groups of conferences say what role a step type has', async () => {
  const steps = `${EXTRACTS['steps.csv'] ?? ''}1860,Conference,C,N,N,N,,300\n`;
  const mappings = `${HEADER}GROUP,Child CP Conference Episodes,Review,1860,STEP_TYPE,\n`;
  const { value } = await withExtracts({ ...EXTRACTS, 'steps.csv': steps, 'mappings.csv': mappings });
  expect(value.stepTypes.find(({ name }) => name === 'Conference')).toMatchObject({
    roles: ['review-conference'],
    opens: ['review'],
    workflow: 'Child protection',
  });
});

test('a question whose code says that it feeds the census gets the nearest fact, with why', async () => {
  const questions = (EXTRACTS['questions.csv'] ?? '').replace(
    '40,7,why,Reason,',
    '40,7,REP_CIN_x1,Reason for closure,',
  );
  const { value } = await withExtracts({ ...EXTRACTS, 'questions.csv': questions });
  expect(value.sources.find(({ question }) => question === 'REP_CIN_x1')).toMatchObject({
    fact: 'referral.closure-reason',
    status: 'suggested',
    why: expect.stringContaining('Its user code says that it feeds the children in need census; nearest: '),
  });
});
