import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { runGenerate } from '#cli/walk/generate.ts';
import { returnId } from '#model/ids.ts';
import { coverageOf, generateCases, generatedFiles, generateInTurns } from '#pipeline/generate-cases.ts';
import { aWorkspace } from '../support/a-workspace.ts';
import { openExample } from '../support/open-example.ts';

const YEAR = returnId('cin-2026-27');
const { value: example } = openExample();
const generated = generateCases(example, YEAR);
const SMALL = aWorkspace({ steps: ['A may-start'], actions: ['A > B', 'B > B one-of:X', 'B > end one-of:X'] });

describe('the return file of generated cases', () => {
  test.each(['cin-2023-24', 'cin-2024-25', 'cin-2025-26', 'cin-2026-27'])(
    'passes the schema that stands beside it: %s',
    async (year) => {
      const { file, schema } = generateCases(example, returnId(year));
      expect(file.match(/<Child>/gu)?.length ?? 0).toBeGreaterThan(10);
      const { valid, errors } = await validateXML({
        xml: [{ fileName: 'return.xml', contents: file }],
        schema: [{ fileName: 'schema.xsd', contents: schema }],
      });
      expect(errors.map(({ message }) => message)).toEqual([]);
      expect(valid).toBe(true);
    },
    60_000,
  );

  test('leaves out children without what the return must have, and says what that is', () => {
    const says = new Set(generated.leftOut.map((each) => each.says));
    expect(says).toEqual(
      new Set([
        'Nothing in it is sent: it comes to no referral that the return is about.',
        'The return must have what nothing in this case records: Source of referral.',
      ]),
    );
  });

  test('has codes of the year only', () => {
    const codes = example.returns.find(({ id }) => id === YEAR)?.codes ?? [];
    const sent = [...generated.file.matchAll(/<(?:PrimaryNeedCode|ReferralSource|Sex|Ethnicity|Disability)>([^<]+)/gu)];
    expect(sent.length).toBeGreaterThan(40);
    expect(sent.filter(([, code]) => !codes.some((known) => known.code === code))).toEqual([]);
  });
});

test('cases made in turns are those made in one go, and are given up when somebody asks', async () => {
  const turns = { turn: 0, now: () => performance.now(), pause: () => Promise.resolve() };
  let told = 0;
  const tell = ({ done, of }: { readonly done: number; readonly of: number }): void => {
    expect(done).toBeLessThanOrEqual(of);
    told += 1;
  };
  const whole = await generateInTurns(SMALL, null, turns, { tell, isStopped: () => false });
  expect(whole).toEqual(generateCases(SMALL));
  expect(told).toBeGreaterThan(1);
  expect(await generateInTurns(SMALL, null, turns, { tell, isStopped: () => true })).toBeNull();
});

test('true and false are written as asked for', () => {
  const { file } = generateCases(example, YEAR, () => undefined, '1-0');
  expect(file).toBe(generated.file.replaceAll('>true<', '>1<').replaceAll('>false<', '>0<'));
  expect(file).toContain('<ReferralNFA>1<');
}, 60_000);

test('everything is counted', () => {
  const { cases } = generateCases(SMALL);
  expect(coverageOf(cases)).toBe('3 of 3 next actions and 0 of 0 questions that feed the return');
});

describe('throughline walk --generate', () => {
  let folder = '';
  const heard: string[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'generate-'));
    heard.length = 0;
  });
  afterEach(() => rm(folder, { recursive: true }));
  const run = (target: string, wanted = 'cin-2026-27') =>
    runGenerate(
      {
        words: [process.cwd()],
        options: new Map([
          ['return', [wanted]],
          ['output', [target]],
        ]),
      },
      { folder, print: (text) => heard.push(text), say: (text) => heard.push(text), today: '2026-11-22' },
    );

  test('writes scripts, the return file and its schema, and does not write over anything else', async () => {
    const target = join(folder, 'cases');
    expect(await run(target)).toBe(0);
    const names = [...generatedFiles(generated).keys()];
    expect((await readdir(target)).toSorted()).toEqual(names.toSorted());
    expect(await readFile(join(target, 'return.xml'), 'utf8')).toBe(generated.file);
    expect(heard.join(' ').replaceAll(/\s+/gu, ' ')).toContain(
      'Covered: 109 of 110 next actions and 61 of 61 questions that feed the return cin-2026-27.',
    );
    expect(heard.join('\n')).toContain('CFA_SHORT_BREAKS');

    await writeFile(join(target, 'notes.txt'), 'mine');
    expect(await run(target)).toBe(1);
    expect(heard.at(-1)).toContain('holds notes.txt, which is no file of this command, so nothing was written.');
  }, 120_000);

  test('names the returns there are where it knows none of the name', async () => {
    expect(await run(join(folder, 'cases'), 'cin-2029')).toBe(1);
    expect(heard.at(-1)).toContain('There is no return "cin-2029"');
  });
});
