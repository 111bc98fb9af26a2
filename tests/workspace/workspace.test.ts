import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openWorkspace, openZip } from '#pipeline/open-workspace.ts';
import { packZip } from '#workspace/unpack-zip.ts';
import { writeWorkspace } from '#workspace/write-workspace.ts';
import { exampleFiles, shippedFiles } from './folder.ts';
import { bytesOf, cleanBut, cleanFiles, cleanPlus, cleanWith, open, problemsOf, textIn } from './reading.ts';

const { value } = open(cleanFiles());
const question = (code: string): unknown => value.questions.find((one) => one.code === code);
const source = (row: number): unknown => value.sources.find((one) => one.at.row === row);

describe('what a workspace means', () => {
  test('its manifest', () => {
    expect(value.manifest).toEqual({
      authority: 'Smallshire',
      title: 'A small workspace in which everything is in order',
      returns: ['visits-2026'],
      asAt: '2026-11-01',
    });
  });

  test('a step type', () => {
    expect(value.stepTypes[0]).toEqual({
      id: 'CONTACT',
      name: 'Contact',
      workflow: 'Front door',
      roles: ['contact'],
      mayStart: true,
      mayEnd: false,
      opens: ['referral'],
      per: 'group',
      team: 'Front door',
      clock: { length: 1, unit: 'working days', from: 'contact', basis: 'local' },
      completedPerYear: 1200,
      notes: '',
      at: { file: 'workflows/step-types.csv', row: 2 },
    });
  });

  test('next actions, with the form of a bare mandatory-if found', () => {
    expect(value.nextActions.map(({ to, rules }) => [to, rules])).toEqual([
      [
        { kind: 'step', stepType: 'REFERRAL' },
        [
          { kind: 'one-of', group: 'OUTCOME' },
          { kind: 'mandatory-if', form: 'CONTACT', question: 'CON_HARM', answer: 'Yes' },
        ],
      ],
      [{ kind: 'end' }, [{ kind: 'one-of', group: 'OUTCOME' }]],
      [{ kind: 'end' }, [{ kind: 'requires', nextAction: 'CON_NFA' }]],
      [
        { kind: 'step', stepType: 'VISIT' },
        [
          { kind: 'immediate' },
          { kind: 'mandatory-if', form: 'REFERRAL', question: 'REF_REASON', answer: 'Neglect; harm' },
        ],
      ],
      [{ kind: 'step', stepType: 'VISIT' }, []],
    ]);
  });

  test('questions', () => {
    expect(question('CON_DOB')).toMatchObject({
      pulledFrom: { kind: 'person', field: 'DATE_OF_BIRTH' },
      perChild: true,
      purposes: { assessed: true, values: ['return', 'statutory'] },
      readers: { assessed: true, values: ['social worker', 'IRO'] },
    });
    expect(question('CON_WHY')).toMatchObject({
      conditional: true,
      shownIf: [{ kind: 'one-of', question: 'CON_HARM', answers: ['Yes'] }],
      typicalWords: 60,
      purposes: { assessed: true, values: [] },
      readers: { assessed: true, values: [] },
      tags: ['legacy'],
    });
    expect(question('REF_WHY')).toMatchObject({
      pulledFrom: { kind: 'question', form: 'CONTACT', question: 'CON_WHY' },
      shownIf: [
        { kind: 'one-of', question: 'REF_REASON', answers: ['Neglect; harm', 'Other'] },
        { kind: 'answered', question: 'REF_DATE' },
      ],
      purposes: { assessed: false, values: [] },
    });
  });

  test('suppressed counts', () => {
    expect(value.lookupAnswers[1]).toMatchObject({ answer: 'Other', timesChosen: '<6' });
    expect(value.usage[0]).toMatchObject({ unchanged: '<6', topShare: 0.02, helpful: 0, dataUserNeeds: null });
  });

  test('an empty use feeds where the fact belongs to an item, and records elsewhere', () => {
    expect(source(4)).toMatchObject({ fact: 'child.seen', use: 'feeds', status: 'confirmed' });
    expect(source(6)).toMatchObject({ fact: 'referral.date', use: 'records', status: 'suggested', assured: null });
  });

  test('a next action without its step type takes the step it belongs to', () => {
    expect(source(7)).toMatchObject({ kind: 'next-action', stepType: 'CONTACT', ref: 'CON_REFERRAL', assured: false });
  });

  test('a return', () => {
    expect(value.returns).toHaveLength(1);
    expect(value.returns[0]).toMatchObject({
      id: 'visits-2026',
      family: 'visits',
      shipped: false,
      notVerified: ['all of it'],
    });
    expect(value.returns[0]?.items.map(({ format, codeSet, max, fact }) => [format, codeSet, max, fact])).toEqual([
      [{ kind: 'date' }, null, 1, 'visit.date'],
      [{ kind: 'code' }, 'SeenType', 1, 'child.seen'],
      [{ kind: 'code' }, 'ReasonType', 'n', 'referral.reason'],
      [{ kind: 'pattern', pattern: '^[0-9]{4}$' }, null, 1, null],
    ]);
  });
});

describe('what stops, and what goes on', () => {
  test('a row with an error is left out and the others are read', () => {
    const { value: read } = open(cleanPlus('mappings/events.csv', 'child-visited,NOWHERE,started,'));
    expect(read.eventPlaces).toHaveLength(2);
  });

  test('a wrong word in a column that may be empty is read as if it were', () => {
    const { value: read } = open(cleanBut('workflows/questions.csv', 'Say why,long-text', 'Say why,longtext'));
    expect(read.questions.find((one) => one.code === 'CON_WHY')?.type).toBe('short-text');
  });

  test('a next action that leads nowhere known leads to a step not known', () => {
    const { value: read } = open(cleanBut('workflows/next-actions.csv', 'CONTACT,REFERRAL', 'CONTACT,REFERAL'));
    expect(read.nextActions[0]?.to).toEqual({ kind: 'unknown' });
  });

  test('a condition that cannot be read still makes the question conditional', () => {
    const { value: read } = open(cleanBut('workflows/questions.csv', 'CON_HARM = Yes', 'if harm'));
    expect(read.questions.find((one) => one.code === 'CON_WHY')).toMatchObject({ conditional: true, shownIf: [] });
  });

  test('nothing at all opens as an empty workspace', () => {
    const { value: read, problems } = open(new Map());
    expect(read.stepTypes).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
  });

  test('names that JavaScript knows are only names', () => {
    const { value: read } = open(cleanPlus('workflows/forms.csv', '__proto__,A,,', 'constructor,B,,'));
    expect(read.forms.slice(-2).map((form) => form.id)).toEqual(['__proto__', 'constructor']);
  });
});

describe('what the product ships', () => {
  const shipped = new Map([...cleanFiles()].filter(([path]) => path.startsWith('mappings/returns/')));
  shipped.set('mappings/returns/facts.csv', cleanFiles().get('mappings/facts.csv') ?? new Uint8Array());
  const noFacts = { 'mappings/facts.csv': null };
  const items = 'mappings/returns/visits-2026/items.csv';

  test('a workspace that holds the same says nothing', () => {
    const own = cleanWith({
      ...noFacts,
      'mappings/returns/facts.csv': textIn(shipped, 'mappings/returns/facts.csv').replaceAll('\n', '\r\n'),
    });
    expect(problemsOf(own, shipped)).toEqual([]);
    expect(open(own, shipped).value.returns.map((one) => one.shipped)).toEqual([true]);
    expect(open(own, shipped).value.facts.every((one) => one.shipped)).toBe(true);
  });

  test('a return of the workspace stands in for a shipped one', () => {
    const own = cleanWith({ ...noFacts, [items]: textIn(shipped, items).replace('V001', 'V100') });
    expect(problemsOf(own, shipped)).toEqual([
      'warning mappings/returns/visits-2026/return.json 0 id: The return "visits-2026" stands in for the one the product ships. Give it another id if it is another return.',
    ]);
    expect(open(own, shipped).value.returns.map((one) => [one.shipped, one.items[0]?.cbds])).toEqual([[false, 'V100']]);
  });

  test('a fact of the workspace stands in for a shipped one', () => {
    const own = cleanWith({ 'mappings/facts.csv': 'fact,scope,kind\nvisit.date,step,event\nown.fact,child,static\n' });
    expect(problemsOf(own, shipped)).toEqual([
      'warning mappings/facts.csv 2 fact: The fact "visit.date" stands in for the one the product ships. Give it another key if it is another fact.',
    ]);
    const { facts } = open(own, shipped).value;
    expect(facts.find((one) => one.id === 'visit.date')).toMatchObject({ scope: 'step', shipped: false });
    expect(facts.at(-1)).toMatchObject({ id: 'own.fact', shipped: false });
  });

  test('a return that stands in two folders is read once', () => {
    const own = cleanFiles();
    for (const [path, bytes] of cleanFiles()) own.set(path.replace('returns/visits-2026', 'returns/zzz'), bytes);
    expect(problemsOf(own)).toEqual([
      'warning mappings/returns/zzz/return.json 0 id: "id" says "visits-2026" and the folder is called "zzz". Call both the same.',
      'error mappings/returns/zzz/return.json 0 id: The return "visits-2026" stands already in another folder, so this one was left out. Give it an id of its own.',
    ]);
  });
});

test('the worked example has the one fault in its files that its README plants', () => {
  const { problems } = openWorkspace(exampleFiles(), shippedFiles());
  expect(problems.map(({ severity, file, message }) => [severity, file, message])).toEqual([
    [
      'warning',
      'mappings/codes.csv',
      'The answer "Transferred to adult social care" is not one of the answers of the lookup "CLOSURE_REASON".',
    ],
  ]);
});

describe('writing', () => {
  test('the clean workspace is written back byte for byte', () => {
    expect(writeWorkspace(open(cleanFiles()))).toEqual(cleanFiles());
  });

  test('the worked example is written back byte for byte', () => {
    const files = exampleFiles();
    const opened = openWorkspace(files, shippedFiles());
    expect(files.size).toBeGreaterThan(20);
    const written = [...writeWorkspace(opened)];
    expect(written.map(([path]) => path).toSorted()).toEqual([...files.keys()].toSorted());
    expect(written.filter(([path, bytes]) => Buffer.compare(bytes, files.get(path) ?? new Uint8Array()) !== 0)).toEqual(
      [],
    );
  });

  test('a file with personal columns is not kept', () => {
    const own = cleanWith({ 'workflows/question-usage.csv': 'form,question,nhs_number\nCONTACT,CON_WHY,4857773456\n' });
    expect(writeWorkspace(open(own)).has('workflows/question-usage.csv')).toBe(false);
    expect(open(own).value.usage).toEqual([]);
  });

  test('a broken file is written back as it came', () => {
    const broken = 'form,title\nCONTACT,"never closed\nREFERRAL,x,y,z\n\0\n';
    expect(textIn(writeWorkspace(open(cleanWith({ 'workflows/forms.csv': broken }))), 'workflows/forms.csv')).toBe(
      broken,
    );
  });
});

describe('zips', () => {
  test('a workspace opens from a zip as from a folder', () => {
    const folder = new Map([...cleanFiles()].map(([path, bytes]) => [`council/${path}`, bytes]));
    expect(openZip(packZip(folder), new Map()).value).toEqual(value);
    expect(openWorkspace(folder, new Map()).value).toEqual(value);
  });

  test('what is no zip says so and nothing else', () => {
    expect(openZip(bytesOf('no'), new Map()).problems).toHaveLength(1);
  });
});

describe('files as large and odd as they come', () => {
  const long = 'x '.repeat(1_000_000);

  test.each([
    [
      'a condition of two million characters',
      'workflows/questions.csv',
      `form,question,type,shown_if\nCONTACT,A,date,A${' '.repeat(2_000_000)}answered x\n`,
    ],
    [
      'a quoted answer that never ends',
      'workflows/questions.csv',
      `form,question,type,shown_if\nCONTACT,A,date,"A = ""${long}"\n`,
    ],
    [
      'a rule of two million characters',
      'workflows/next-actions.csv',
      `next_action,from,to,rules\nA,CONTACT,end,${long};${long}\n`,
    ],
    ['a header of 100,000 columns', 'workflows/forms.csv', `form${',a,b'.repeat(50_000)}\nCONTACT\n`],
    ['100,000 brackets', 'workflows/workspace.json', '['.repeat(100_000)],
    ['a text in JSON that never ends', 'workflows/workspace.json', `{"format": "${long}`],
    ['100,000 missing facts', 'mappings/sources.csv', `fact,kind\n${'visit.dat,generated\n'.repeat(100_000)}`],
  ])('%s', (_, path, text) => {
    const opened = open(cleanWith({ [path]: text }));
    expect(opened.problems.length).toBeGreaterThan(0);
    expect(textIn(writeWorkspace(opened), path) === text).toBe(true);
  });
});

test('no bytes in any file make reading throw', () => {
  const paths = [...cleanFiles().keys()];
  const tail = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.string({ unit: fc.constantFrom('"', ',', '\n', ';', 'VISIT', '=', '<6', ':') }).map(bytesOf),
  );
  fc.assert(
    fc.property(fc.constantFrom(...paths), tail, fc.nat(4000), (path, bytes, cut) => {
      const whole = cleanFiles().get(path) ?? new Uint8Array();
      const files = new Map(cleanFiles()).set(
        path,
        Uint8Array.from([...whole.subarray(0, cut), ...bytes, ...whole.subarray(cut)]),
      );
      const opened = open(files);
      const once = writeWorkspace(opened);
      expect(writeWorkspace(open(once))).toEqual(once);
    }),
  );
});
