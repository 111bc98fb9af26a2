import { expect, test } from 'vitest';
import { codeMapsOf, exactCode } from '#diagram/fields/code-map.ts';
import { factProposals, mappedElsewhere } from '#diagram/fields/fact-proposals.ts';
import type { Code } from '#model/data-return.ts';
import { codeSetId, factId, formId, questionCode } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { aFact, anItem, aQuestion, aReturn, aSource, aWorkspace, emptyWorkspace } from '../../support/a-workspace.ts';

const code = (codeName: string, label: string): Code => ({ codeSet: codeSetId('SEX'), code: codeName, label });
const NOW = [code('M', 'Male'), code('F', 'Female'), code('X', 'Not known')];

test('an answer reads the same as a code whatever the case and the spaces', () => {
  expect(exactCode(' male ', NOW)?.code).toBe('M');
  expect(exactCode('F - Female', NOW)?.code).toBe('F');
  expect(exactCode('not  KNOWN', NOW)?.code).toBe('X');
  expect(exactCode('Man', NOW)).toBeNull();
  expect(exactCode('Male', [...NOW, code('M2', 'Male')])).toBeNull();
});

const workspace = aWorkspace({
  steps: ['A may-start may-end'],
  activities: ['A F'],
  questions: ['F.Q choice lookup:ANSWERS'],
  facts: ['sex'],
  sources: ['sex F.Q'],
  items: ['Sex fact:sex code-set:SEX'],
  lookups: ['ANSWERS Female Male Man'],
  codes: ['SEX M F'],
  mappings: ['ANSWERS Female SEX F', 'ANSWERS Gone SEX M'],
});

test('what has no partner stands first on either side, and a row whose answer has gone is kept in sight', () => {
  const index = indexWorkspace(workspace);
  const [map] = codeMapsOf(index, workspace.sources);
  expect(map?.list).toBe('ANSWERS');
  expect(map?.answers.map(({ answer }) => answer)).toEqual(['Male', 'Man', 'Female', 'Gone']);
  expect(map?.answers.find(({ answer }) => answer === 'Gone')?.isStray).toBe(true);
  expect(map?.codes.map(({ code: name, answers }) => [name, answers])).toEqual([
    ['M', ['Gone']],
    ['F', ['Female']],
  ]);
});

test('codes new and retired in the chosen year are marked against the other years', () => {
  const item = anItem('Sex', { fact: factId('sex'), codeSet: codeSetId('SEX') });
  const earlier = aReturn({
    id: 'before' as never,
    year: '2025-26',
    period: { from: '2025-04-01', to: '2026-03-31' },
    codes: [code('M', 'Male'), code('U', 'Unknown')],
  });
  const chosen = aReturn({ items: [item], codes: NOW });
  const later = aReturn({
    id: 'after' as never,
    year: '2027-28',
    period: { from: '2027-04-01', to: '2028-03-31' },
    codes: NOW.slice(0, 2),
  });
  const years = emptyWorkspace({ ...workspace, returns: [earlier, chosen, later] });
  const [map] = codeMapsOf(indexWorkspace(years), years.sources);
  expect(map?.codes.map(({ code: name, mark, year }) => `${name} ${mark} ${year}`).toSorted()).toEqual([
    'F new 2025-26',
    'M none ',
    'U retired 2025-26',
    'X new 2025-26',
  ]);
});

test('a source that feeds no coded item, or is ignored, has no map', () => {
  const index = indexWorkspace(workspace);
  expect(
    codeMapsOf(
      index,
      workspace.sources.map((source) => ({ ...source, status: 'ignored' as const })),
    ),
  ).toEqual([]);
  expect(
    codeMapsOf(
      index,
      workspace.sources.map((source) => ({ ...source, use: 'records' as const })),
    ),
  ).toEqual([]);
});

test('what the same question was mapped to on other forms is proposed, with the reason', () => {
  const questions = [
    aQuestion('A', 'DOB', { text: 'Date of birth?' }),
    aQuestion('B', 'DOB', { text: 'Born on' }),
    aQuestion('C', 'C_DOB', { text: 'Date of Birth' }),
  ];
  const sources = [
    aSource('born', 'question', { form: formId('B'), question: questionCode('DOB') }),
    aSource('due', 'question', { form: formId('C'), question: questionCode('C_DOB'), status: 'ignored' }),
  ];
  const index = indexWorkspace(emptyWorkspace({ questions, sources, facts: [aFact('born'), aFact('due')] }));
  expect(mappedElsewhere(index, questions[0]!).map(({ fact, alike }) => [fact, alike])).toEqual([
    ['born', 'user code'],
  ]);
  const [proposal] = factProposals(index, questions[0]!, []);
  expect(proposal).toMatchObject({ score: null, reasons: ['the same user code on B was mapped to it'] });
  expect(factProposals(index, questions[1]!, [])).toEqual([]);
});
