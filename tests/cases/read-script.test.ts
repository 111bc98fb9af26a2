import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineInScript, readScript } from '#cases/read-script.ts';

const lines = (...text: string[]): string => text.join('\n');
const WHOLE = lines(
  '{',
  '  "format": "throughline-case/1",',
  '  "name": "A case",',
  '  "on": "2026-06-01",',
  '  "steps": [',
  '    { "step": "CONTACT", "on": "2026-06-01" },',
  '    { "on": "2026-06-04" }',
  '  ]',
  '}',
);
const withEntry = (...entry: string[]): string => WHOLE.replace('{ "on": "2026-06-04" }', lines(...entry));
const problemsOf = (text: string): readonly string[] =>
  readScript(text).problems.map(({ severity, line, message }) => `${line} ${severity}: ${message}`);

test('a script is read; what may be left out is empty', () => {
  expect(readScript(WHOLE)).toEqual({
    value: {
      format: 'throughline-case/1',
      name: 'A case',
      about: '',
      on: '2026-06-01',
      person: {},
      siblings: [],
      steps: [{ step: 'CONTACT', on: '2026-06-01' }, { on: '2026-06-04' }],
    },
    problems: [],
  });
  expect(readScript(`\uFEFF${WHOLE}`).problems).toEqual([]);
});

test('a day has no time, and one that goes back is warned of, with its line', () => {
  const timed = WHOLE.replace('2026-06-04', '2026-06-04T10:00');
  expect(problemsOf(timed)).toEqual([
    '7 error: “on” must be a day, written like "2026-04-30". “2026-06-04T10:00” is none.',
  ]);
  const back = WHOLE.replace('2026-06-04', '2025-06-04');
  expect(problemsOf(back)).toEqual([
    '7 warning: “on” (2025-06-04) is before the day of what stands above (2026-06-01).',
  ]);
  expect(readScript(back).value?.steps.at(-1)).toEqual({ on: '2025-06-04' });
});

describe('what is wrong stands with its line and what to do', () => {
  test.each([
    ['', '1 error: The file is empty.'],
    ['[]', '1 error: The file must be members between { and }.'],
    [
      WHOLE.replace('"on": "2026-06-01",\n  "steps"', '"on": "2026-06-01"\n  "steps"'),
      '5 error: A comma is wanted here.',
    ],
    [
      WHOLE.replace('\n  ]', ',\n  ]'),
      '8 error: A value is wanted here. After the last value of a list stands no comma.',
    ],
    [WHOLE.replace('{\n', '{ // mine\n'), '1 error: JSON has no comments. Take this one away.'],
    [`${WHOLE}\n{}`, '10 error: The file goes on after its end. Take away what stands here.'],
    [WHOLE.replace('"A case"', '"A case'), '3 error: A text is not closed: put a double quote at its end.'],
    ['['.repeat(100_000), '1 error: Here is one thing inside another too many times for a case.'],
    [
      WHOLE.replace('throughline-case/1', 'throughline/1'),
      '2 error: This is no script of a case: it needs the member "format": "throughline-case/1".',
    ],
    [WHOLE.replace('"name": "A case",', ''), '1 error: The case needs a “name”.'],
    [WHOLE.replace('  "on": "2026-06-01",\n', ''), '1 error: The case needs “on”, the day on which it begins.'],
    [WHOLE.replace('"A case"', '""'), '3 error: “name” must be a text in double quotes that is not empty.'],
    [WHOLE.replace('"steps"', '"stepz"'), '1 error: The case needs “steps”: what was done, in order.'],
    [
      WHOLE.replace('"steps": [', '"person": {"SEX": "Male"}, "steps": ['),
      '5 error: “SEX” names no screen: it begins with person-field:, register-field:, legal-status:, service-user-group:.',
    ],
    [
      withEntry('{ "on": "2026-02-30" }'),
      '7 error: “on” must be a day, written like "2026-04-30". “2026-02-30” is none.',
    ],
    [withEntry('{ "step": "REFERRAL" }'), '7 error: This entry needs “on”, the day of it, such as "2026-04-30".'],
    [
      withEntry('{ "step": "REFERRAL", "on": "2026-06-02", "which": 0 }'),
      '7 error: “which” must be a whole number from 1 on.',
    ],
    [
      withEntry('{ "step": "REFERRAL", "on": "2026-06-02",', '"answers": { "F": { "Q": 3 } } }'),
      '8 error: “Q” must be a text in double quotes, or a list of them where several are chosen.',
    ],
    [
      withEntry('{ "step": "REFERRAL", "on": "2026-06-02",', '"answers": { "F": { "Q": ["a", 3] } } }'),
      '8 error: “Q” must be a text in double quotes, or a list of them where several are chosen.',
    ],
    [
      withEntry('{ "step": "REFERRAL", "on": "2026-06-02",', '"answers": { "F": { "Q": "a",', '"Q": "b" } } }'),
      '9 error: “Q” stands here for the second time: which of the two is meant?',
    ],
    [
      withEntry('{ "step": "REFERRAL", "on": "2026-06-02", "next": ["REF_NFA"] }'),
      '7 error: Next actions are chosen when a step is completed: say the day with “completed”.',
    ],
    [
      withEntry('{ "step": "REFERRAL", "on": "2026-06-02", "completed": "2026-06-01" }'),
      '7 error: “completed” (2026-06-01) is before “on” (2026-06-02).',
    ],
    [
      withEntry('{ "step": "REFERRAL", "on": "2026-06-02", "completed": "2026-06-02", "cancelled": "x" }'),
      '7 error: A step is either “completed” or “cancelled”: take one of the two away.',
    ],
  ])('%#', (text, says) => {
    const { value } = readScript(text);
    expect(value).toBeNull();
    expect(problemsOf(text)).toContain(says);
  });

  test('a member that nobody knows is passed over with a warning', () => {
    const text = withEntry('{ "step": "REFERRAL", "on": "2026-06-02", "compleated": "2026-06-02" }');
    expect(readScript(text).value?.steps[1]).toEqual({ step: 'REFERRAL', on: '2026-06-02' });
    expect(problemsOf(text)).toEqual([
      '7 warning: An entry has no “compleated”: it is passed over. There is: step, which, on, source, reopened, add, answers, rows, siblings, screens, take, completed, next, cancelled.',
    ]);
  });

  test('several faults are all said, in the order of the file', () => {
    const text = withEntry('{ "step": "", "on": "soon" }').replace('"A case"', '7');
    expect(readScript(text).problems.map(({ line }) => line)).toEqual([3, 7, 7]);
  });
});

test('the line of any place in a script; of what is not there, that of what stands round it', () => {
  const text = withEntry('{', '"step": "REFERRAL",', '"on": "2026-06-02",', '"answers": { "F": {', '"Q": "a" } } }');
  expect(lineInScript(text, ['steps', 1, 'answers', 'F', 'Q'])).toBe(11);
  expect(lineInScript(text, ['steps', 1, 'completed'])).toBe(7);
  expect(lineInScript(text, ['steps', 9])).toBe(5);
  expect(lineInScript(text.replaceAll('\n', '\r\n'), ['steps', 1, 'answers', 'F', 'Q'])).toBe(11);
  expect(lineInScript('nothing', [])).toBe(1);
});

test('the page on scripts has an example without a fault, and tells of every member', () => {
  const page = readFileSync('workflows/README.md', 'utf8');
  const example = /## Scripts[^]*?```json\n([^]*?)```/u.exec(page)?.[1] ?? '';
  const { value, problems } = readScript(example);
  expect(problems).toEqual([]);
  expect(value?.steps).toHaveLength(2);
  const unknown = example.replace('"siblings": ["Child B"],', '"none": 1,').replace('"source"', '"none"');
  const said = readScript(unknown).problems.flatMap(
    ({ message }) => /There is: (.*)\.$/u.exec(message)?.[1]?.split(', ') ?? [],
  );
  expect(said.length).toBeGreaterThan(20);
  expect(said.filter((member) => !page.includes(`\`${member}\``))).toEqual([]);
});

test('no text makes reading fail, and every line said is a line of the text', () => {
  const whole = readFileSync('fixtures/cases/no-further-action.json', 'utf8');
  const broken = fc
    .tuple(fc.nat(whole.length), fc.nat(12), fc.string({ maxLength: 6 }))
    .map(([at, gone, put]) => whole.slice(0, at) + put + whole.slice(at + gone));
  let withProblems = 0;
  fc.assert(
    fc.property(fc.oneof(broken, fc.string(), fc.json()), (text) => {
      const { value, problems } = readScript(text);
      if (problems.length > 0) withProblems += 1;
      if (value === null) expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
      const last = text.split(/\r\n|\n|\r/u).length;
      for (const { line, message } of problems) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(last);
        expect(message).toMatch(/\S/u);
      }
    }),
    { numRuns: 1000 },
  );
  expect(withProblems).toBeGreaterThan(100);
});
