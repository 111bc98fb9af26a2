import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importMosaic, type PersonalFiles } from '#pipeline/import-mosaic.ts';
import { currentFiles } from '#pipeline/write-files.ts';
import '../../support/seed.ts';
import { brought, bytesOf, EXTRACTS, emptyWorkspace, TODAY, withExtracts } from './extracts.ts';

async function filesOf(
  texts: Readonly<Record<string, string>>,
  leaveOut = false,
): Promise<ReadonlyMap<string, string>> {
  const opened = await withExtracts(texts, emptyWorkspace(), leaveOut);
  return new Map(
    [...currentFiles(emptyWorkspace(), opened)].map(([file, bytes]) => [file, new TextDecoder().decode(bytes)]),
  );
}

const rowsIn = (files: ReadonlyMap<string, string>, file: string): readonly string[] =>
  (files.get(file) ?? '').trimEnd().split('\n').slice(1);

describe('a whole workspace from extracts', async () => {
  const files = await filesOf(EXTRACTS);
  const imported = await brought(EXTRACTS);

  test('reads every file for what its columns say it is', () => {
    expect(imported.recognised.map(({ file, says, rows }) => `${file}: ${says}, ${rows}`)).toEqual([
      'steps.csv: step types, 6',
      'Next actions.csv: next actions and their rules, 4',
      'links.csv: observed transitions, 2',
      'step_forms.csv: forms of steps, 5',
      'forms.csv: forms, 6',
      'questions.csv: questions, 8',
      'lookups.csv: answers of questions, 7',
      'mappings.csv: reporting filters and groups, 1',
      'usage.csv: use of questions, 2',
    ]);
  });

  test('proposes roles and lanes, leaves adults out, and keeps no small count', () => {
    expect(rowsIn(files, 'workflows/step-types.csv')).toEqual([
      '335,Contact,Front door,contact,Y,N,referral,group,,,,,,9120,Role proposed from the name.',
      '340,Referral,Front door,referral,N,N,,group,,,,,,4640,Role proposed from the name.',
      '1186,C+F Assessment,Assessment,assessment,N,N,assessment,child,,,,,,,Role proposed from IS_CONTINUOUS_ASSESSMENT.',
      '1191,Case closure,Closure,closure,N,Y,,child,,,,,,4100,Role proposed from the name.',
      '900,ZZ Core assessment (old),Assessment,assessment,N,Y,assessment,group,,,,,,0,Role proposed from the name.',
    ]);
  });

  test('reads rules, tells an end from a target nobody knows, and takes missing targets from the links', () => {
    expect(rowsIn(files, 'workflows/next-actions.csv')).toEqual([
      '1,Accept as a referral,335,340,one-of:1_2,,N,4640,',
      '2,No further action,335,end,one-of:1_2,,Y,4480,',
      '3,Assess,340,1186,,,N,2304,"Target proposed from what was seen, not from the configuration."',
      '4,Close,1186,1191,mandatory-if:CFA_MAIN/outcome=Close,,N,12,',
    ]);
  });

  test('reads the newest version of each form, and counts what it sets aside', () => {
    expect(rowsIn(files, 'workflows/forms.csv')).toEqual([
      'CONTACT,Contact record,1,,10',
      'REF,Referral record,1,,20',
      'CFA_MAIN,Assessment record,7,,31',
      'CLOSE,Closure record,2,,40',
    ]);
    expect(rowsIn(files, 'workflows/questions.csv')).toEqual([
      'CONTACT,con_date,1,Contact,Date of contact,date,Y,,,,,,,,,,,,',
      'REF,REP_CIN_ReferralSource,1,Referral: Source,Who referred the child?,choice,Y,,,,,,REP_CIN_ReferralSource,,,,,,',
      'CFA_MAIN,outcome,1,Outcome,Outcome of the assessment,choice,Y,,,,,,outcome,,,,,,',
      'CFA_MAIN,cfa_end,2,Outcome,"Date, authorised",date-time,Y,,pulled-locked,,,,,,,,,,',
      'CFA_MAIN,cfa_con_date,3,Outcome,Date of contact,date,N,,pulled-locked,CONTACT.con_date,,,,,,,,,',
      'CLOSE,why,1,Closure,Reason,choice,Y,,,,,,why,,,,,,',
    ]);
    expect(rowsIn(files, 'workflows/lookups.csv')).toEqual([
      'REP_CIN_ReferralSource,1,School,1200,100',
      'REP_CIN_ReferralSource,2,Police,<6,101',
      'outcome,1,Close,400,103',
      'outcome,2,Plan,300,104',
      'why,1,Adopted,14,105',
      'why,2,Died,<6,106',
    ]);
    expect(imported.setAside).toEqual({
      formVersions: 1,
      questionRows: 2,
      answerRows: 1,
      adultSteps: 1,
      adultForms: 1,
      retired: ['900'],
    });
  });

  test('adds up the use of the versions of a form, and keeps no commonest answer', () => {
    expect(rowsIn(files, 'workflows/question-usage.csv')).toEqual([
      'CFA_MAIN,outcome,1186,2025-04-01,2026-03-31,300,90,,0.5,,,,,,,',
    ]);
    expect([...files.values()].join('\n')).not.toContain('Secret');
  });

  test('suggests facts from codes and filters, and codes from what the extract calls them', () => {
    expect(rowsIn(files, 'mappings/sources.csv')).toEqual([
      'assessment.authorisation-date,question,,CFA_MAIN,cfa_end,,,,,suggested,,,Mosaic reporting filter “Workflow Step End Date (Document)”.',
      'referral.source,question,,REF,REP_CIN_ReferralSource,,,,,suggested,,,"Its user code says that it feeds the children in need census, and names the item."',
    ]);
    expect(rowsIn(files, 'mappings/codes.csv').map((row) => row.split(',').slice(0, 5).join(','))).toEqual([
      'REP_CIN_ReferralSource,School,ReferralSource,2A,suggested',
      'REP_CIN_ReferralSource,Police,ReferralSource,6,suggested',
      'why,Adopted,ReasonForClosure,RC1,suggested',
      'why,Died,ReasonForClosure,RC2,suggested',
    ]);
  });

  test('says what it does not carry, with its place, and makes nothing that the workspace cannot read', () => {
    expect(imported.messages.map(({ file, row, column }) => `${file} ${row} ${column}`)).toEqual([
      'step_forms.csv 6 ACTIVITY_KIND',
    ]);
    expect(imported.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

test('retired step types are left out where a person says so, and what hangs on them', async () => {
  const files = await filesOf(EXTRACTS, true);
  expect(rowsIn(files, 'workflows/step-types.csv').filter((row) => row.startsWith('900'))).toEqual([]);
});

test('any order and case of columns is read alike', async () => {
  const turned = (text: string): string =>
    text
      .trim()
      .split('\n')
      .map((line, at) => {
        const cells = line.split(',').toReversed();
        return (at === 0 ? cells.map((cell) => cell.toLowerCase().replaceAll('_', ' ')) : cells).join(',');
      })
      .join('\r\n');
  const { 'steps.csv': steps = '', 'forms.csv': forms = '' } = EXTRACTS;
  const plain = await filesOf({ 'a.csv': steps, 'b.csv': forms });
  expect(await filesOf({ 'a.csv': turned(steps), 'b.csv': turned(forms) })).toEqual(plain);
});

test('questions alone are forms by their number, and links alone are next actions', async () => {
  const { 'questions.csv': questions = '', 'links.csv': links = '', 'steps.csv': steps = '' } = EXTRACTS;
  const alone = await filesOf({ 'questions.csv': questions });
  expect(rowsIn(alone, 'workflows/forms.csv')[0]).toBe('10,Template 10,,,10');
  expect(rowsIn(alone, 'workflows/questions.csv')).toHaveLength(8);
  const linked = await filesOf({ 'links.csv': links, 'steps.csv': steps });
  expect(rowsIn(linked, 'workflows/next-actions.csv')).toEqual([
    '340-1186,To C+F Assessment,340,1186,,,,2304,Seen in the links between steps; its label is not known.',
    '340-1191,To Case closure,340,1191,,,,,Seen in the links between steps; its label is not known.',
  ]);
});

test.each([
  ['WORKFLOW_STEP_TYPE_ID,NAME\n1,Contact\n', 'has no column DESCRIPTION'],
  ['colour,size\nred,1\n', 'those of no Mosaic extract'],
  ['', 'The file is empty'],
  ['WORKFLOW_STEP_TYPE_ID,DESCRIPTION\n1,Contact,too,many\n', 'more cells than the header'],
  ['WORKFLOW_STEP_TYPE_ID,DESCRIPTION\n,Contact\n', 'has no id'],
])('%j is said to be wrong', async (text, says) => {
  const { messages } = await brought({ 'x.csv': text });
  expect(messages.map(({ message }) => message).join(' ')).toContain(says);
});

test.each([
  ['PERSON_ID', 'WORKFLOW_STEP_TYPE_ID,DESCRIPTION,PERSON_ID\n1,Contact,123\n'],
  ['NHS Number', 'anything,NHS Number\n1,4857773456\n'],
  ['Date of birth', 'QUESTION_USER_CODE,FORMS_COMPLETED,ANSWERED_COUNT,Date of birth\nx,1,1,2010-01-01\n'],
  ['ANSWER_TEXT', 'QUESTION_USER_CODE,ANSWER,ANSWER_TEXT\nx,Yes,She said\n'],
  ['FORENAME', 'TEMPLATE_ID,TITLE,FORENAME\n1,Form,Ann\n'],
])('a file with the column %s is refused, and everything beside it', async (column, text) => {
  const refused: unknown = await importMosaic({
    opened: emptyWorkspace(),
    files: bytesOf({ ...EXTRACTS, 'x.csv': text }),
    today: TODAY,
    leaveOutRetired: false,
  });
  expect(refused).toEqual({ personal: [{ file: 'x.csv', columns: [column] }] } satisfies PersonalFiles);
});

test('it stops where it is told to', async () => {
  const done: string[] = [];
  const stopped = await importMosaic({
    opened: emptyWorkspace(),
    files: bytesOf(EXTRACTS),
    today: TODAY,
    leaveOutRetired: false,
    goOn: (doing) => {
      done.push(doing);
      return Promise.resolve(done.length < 3);
    },
  });
  expect(stopped).toBeNull();
  expect(done).toEqual(['Reading steps.csv', 'Reading Next actions.csv', 'Reading links.csv']);
});

test('whatever stands in the files, nothing is thrown', async () => {
  const names = Object.keys(EXTRACTS);
  const damage = fc.record({
    file: fc.constantFrom(...names),
    at: fc.nat(400),
    drop: fc.nat(60),
    put: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"', ',', '\n', '\0', '=1+1', ';', 'constructor')),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { maxLength: 6 }), async (all) => {
      const texts = { ...EXTRACTS };
      for (const { file, at, drop, put } of all) {
        const text = texts[file] ?? '';
        texts[file] = text.slice(0, at) + put + text.slice(at + drop);
      }
      const imported = await importMosaic({
        opened: emptyWorkspace(),
        files: bytesOf(texts),
        today: TODAY,
        leaveOutRetired: true,
      });
      expect(imported).not.toBeNull();
    }),
    { numRuns: 25 },
  );
});
