import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newEditor } from '#pipeline/edit-workspace.ts';
import type { OpenedWorkspace } from '#pipeline/open-workspace.ts';
import { changedFiles } from '#pipeline/write-files.ts';
import '../../support/seed.ts';
import { brought, EXTRACTS, withExtracts } from './extracts.ts';

const first = await withExtracts(EXTRACTS);

/** The first month's workspace after people worked on it: mapped, confirmed, described. */
const mapped = newEditor().change(first, [
  {
    kind: 'cells',
    file: 'workflows/questions.csv',
    cells: [
      { row: 2, column: 'purposes', value: 'decision' },
      { row: 2, column: 'notes', value: 'Ours' },
      { row: 2, column: 'colour', value: 'red' },
    ],
  },
  { kind: 'cells', file: 'workflows/step-types.csv', cells: [{ row: 4, column: 'workflow', value: 'Our own lane' }] },
  {
    kind: 'add',
    file: 'mappings/sources.csv',
    rows: [
      {
        fact: 'contact.date',
        kind: 'question',
        form: 'CONTACT',
        question: 'con_date',
        status: 'confirmed',
        why: 'Agreed.',
      },
      { fact: 'referral.no-further-action', kind: 'next-action', step_type: '335', ref: '2', status: 'confirmed' },
      { fact: 'assessment.start-date', kind: 'step-date', step_type: '1186', ref: 'started', status: 'ignored' },
    ],
  },
]);

const replaced = (file: keyof typeof EXTRACTS, from: string, to: string): Readonly<Record<string, string>> => {
  const text = EXTRACTS[file] ?? '';
  expect(text).toContain(from);
  return { ...EXTRACTS, [file]: text.replace(from, to) };
};

async function told(texts: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { changes } = await brought(texts, mapped);
  return changes.map(({ kind, what, key, column, before, after }) =>
    [kind, what, key, column, before, after].filter((part) => part !== '').join(' | '),
  );
}

const sourcesOf = ({ value }: OpenedWorkspace): readonly string[] =>
  value.sources.map(({ fact, status, why }) => `${fact} ${status}: ${why}`);

describe('again next month', () => {
  test('the same extracts change nothing, however much was worked on since', async () => {
    const { changes, edits } = await brought(EXTRACTS, mapped);
    expect({ changes, edits }).toEqual({ changes: [], edits: [] });
  });

  test('a reworded question keeps its mapping, which is flagged once', async () => {
    const texts = replaced('questions.csv', 'con_date,Date of contact', 'con_date,When were we told?');
    expect(await told(texts)).toEqual([
      'reworded | question | CONTACT / con_date | text | Date of contact | When were we told?',
      'flagged | source | contact.date / CONTACT / con_date | status | confirmed | The question was changed in Mosaic from “Date of contact” to “When were we told?” (2026-11-22).',
    ]);
    const after = await withExtracts(texts, mapped);
    expect(sourcesOf(after)).toContain(
      'contact.date flagged: Agreed. The question was changed in Mosaic from “Date of contact” to “When were we told?” (2026-11-22).',
    );
    expect((await brought(texts, after)).edits).toEqual([]);
  });

  test('a mark or a capital more is no rewording', async () => {
    expect(await told(replaced('questions.csv', 'con_date,Date of contact', 'con_date,Date of Contact:'))).toEqual([
      'changed | question | CONTACT / con_date | text | Date of contact | Date of Contact:',
    ]);
  });

  test('a question that has vanished stays, marked, with its mapping flagged, and may come back', async () => {
    const texts = replaced('questions.csv', '10,1,con_date,Date of contact,DATE,True,True,Contact,,,\n', '');
    expect((await told(texts)).map((line) => line.split(' | ').slice(0, 3).join(' | '))).toEqual([
      'vanished | question | CONTACT / con_date',
      'flagged | source | contact.date / CONTACT / con_date',
    ]);
    const after = await withExtracts(texts, mapped);
    expect(after.value.questions).toHaveLength(mapped.value.questions.length);
    expect(after.value.sources).toHaveLength(mapped.value.sources.length);
    expect((await brought(texts, after)).edits).toEqual([]);
    expect((await brought(EXTRACTS, after)).changes.map(({ kind }) => kind)).toEqual(['returned']);
  });

  test('a reworded answer keeps its code under its new wording, flagged', async () => {
    const texts = replaced('lookups.csv', 'Adopted', 'Child adopted');
    const after = await withExtracts(texts, mapped);
    expect(
      after.value.codeMappings
        .filter(({ lookup }) => lookup === 'why')
        .map(({ answer, code, status }) => `${answer} ${code} ${status}`),
    ).toEqual(['Child adopted RC1 flagged', 'Died RC2 suggested']);
    expect(after.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('a republished form brings new numbers, and no change', async () => {
    const forms = (EXTRACTS['forms.csv'] ?? '').replace(
      '10,CONTACT,Contact record,1',
      '10,CONTACT,Contact record,1,C\n60,CONTACT,Contact record,2',
    );
    const questions = `${EXTRACTS['questions.csv'] ?? ''}60,77,con_date,Date of contact,DATE,True,True,Contact,,,\n`;
    const { changes } = await brought({ ...EXTRACTS, 'forms.csv': forms, 'questions.csv': questions }, mapped);
    expect(changes).toEqual([
      { kind: 'changed', what: 'form', key: 'CONTACT', column: 'version', before: '1', after: '2' },
    ]);
  });

  test('steps and next actions: new, renamed and vanished', async () => {
    const steps = (EXTRACTS['steps.csv'] ?? '')
      .replace('335,Contact,', '335,Enquiry,')
      .replace('900,ZZ Core assessment (old),C,N,Y,N,,0\n', '1300,Child in need visit,C,N,Y,Y,,900\n');
    const lines = await told({ ...EXTRACTS, 'steps.csv': steps });
    expect(lines.map((line) => line.split(' | ').slice(0, 3).join(' | '))).toEqual([
      'reworded | step type | 335',
      'vanished | step type | 900',
      'added | step type | 1300',
      'flagged | source | referral.no-further-action / 335 / 2',
    ]);
  });

  test('with part of the extracts, nothing else has vanished', async () => {
    const { 'questions.csv': questions = '', 'forms.csv': forms = '' } = EXTRACTS;
    expect((await brought({ 'q.csv': questions, 'f.csv': forms }, mapped)).changes).toEqual([]);
    expect((await brought({ 'q.csv': EXTRACTS['lookups.csv'] ?? '' }, mapped)).changes).toEqual([]);
  });

  test('a use of a new period stands in for the old one, and is not added to it', async () => {
    const usage = (EXTRACTS['usage.csv'] ?? '')
      .replaceAll('2025', '2026')
      .replaceAll('2026-03-31', '2027-03-31')
      .replace('31/03/2026', '31/03/2027');
    const after = await withExtracts({ ...EXTRACTS, 'usage.csv': usage }, mapped);
    expect(after.value.usage.map(({ from, to, shown }) => [from, to, shown])).toEqual([
      ['2026-04-01', '2027-03-31', 300],
    ]);
  });

  test('what people wrote in columns that the extracts do not have stays as it is', async () => {
    const texts = replaced('questions.csv', 'con_date,Date of contact', 'con_date,When were we told?');
    const after = await withExtracts(texts, mapped);
    const bytes = changedFiles(mapped, mapped, after).get('workflows/questions.csv');
    const row = new TextDecoder().decode(bytes).split('\n')[1];
    expect(row).toBe('CONTACT,con_date,1,Contact,When were we told?,date,Y,,,,,,,,,decision,,,Ours,red');
    expect(changedFiles(mapped, mapped, after).has('workflows/step-types.csv')).toBe(false);
  });
});

test('whatever changes in the extracts, no mapping and no row of the workspace is lost', async () => {
  const edit = fc.record({
    file: fc.constantFrom(...Object.keys(EXTRACTS)),
    line: fc.nat(8),
    does: fc.constantFrom('drop', 'reword', 'double', 'blank'),
    at: fc.nat(6),
    text: fc.constantFrom('Other words', '9', 'Y', '', 'outcome', '335'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 5 }), async (edits) => {
      const texts: Record<string, string> = { ...EXTRACTS };
      for (const { file, line, does, at, text } of edits) {
        const lines = (texts[file] ?? '').split('\n');
        const own = lines[line + 1];
        if (own === undefined || own === '') continue;
        if (does === 'drop') lines.splice(line + 1, 1);
        if (does === 'double') lines.push(own);
        if (does === 'blank') lines[line + 1] = own.replaceAll(/[^,;]/gu, '');
        if (does === 'reword')
          lines[line + 1] = own
            .split(',')
            .with(at % own.split(',').length, text)
            .join(',');
        texts[file] = lines.join('\n');
      }
      const after = await withExtracts(texts, mapped);
      const places = ({ value }: OpenedWorkspace): readonly string[] =>
        value.sources.map(({ fact, kind, stepType, form, question, ref }) =>
          [fact, kind, stepType, form, question, ref].join('|'),
        );
      const codes = ({ value }: OpenedWorkspace): readonly string[] =>
        value.codeMappings.map(({ lookup, codeSet, code }) => [lookup, codeSet, code].join('|'));
      expect(places(after)).toEqual(expect.arrayContaining([...places(mapped)]));
      expect(codes(after)).toEqual(expect.arrayContaining([...codes(mapped)]));
      for (const [file, table] of mapped.tables)
        expect(after.tables.get(file)?.rows.length).toBeGreaterThanOrEqual(table.rows.length);
      expect((await brought(texts, after)).changes).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
