import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/lib/built.mjs';
import { fixture, newFolder, throughline } from './support.ts';

const scripted = (name: string): string => join(ROOT, 'fixtures/cases', `${name}.json`);
const SCRIPT = scripted('no-further-action');

/** A script changed by hand, in a folder of its own, played on the worked example. */
async function walkChanged(change: (text: string) => string, name = 'no-further-action', ...more: readonly string[]) {
  const folder = await newFolder();
  await writeFile(join(folder, 'case.json'), change(await readFile(scripted(name), 'utf8')));
  return throughline(['walk', ROOT, '--script', 'case.json', ...more], folder);
}

const lineOf = (text: string, words: string): number => text.slice(0, text.indexOf(words)).split('\n').length;

describe('a case that can be played', () => {
  test('is told step by step, with what was typed again, what it cost and what the return holds: 0', async () => {
    const { code, out, messages } = await throughline(['walk', ROOT, '--script', SCRIPT]);
    expect({ code, messages }).toEqual({ code: 0, messages: '' });
    expect(out).toMatch(/^No further action at referral\n=+\nInvented\. /u);
    expect(out).toContain('\nHeld before the first step\n');
    expect(out).toContain('\nReferral: 9 June 2026, completed 10 June 2026\n');
    expect(out).toContain(
      '  Source of referral: “Primary school” (9 June)\n      “Source of referral”, Referral\n' +
        '      Typed again. Recorded before: 8 June, Source chosen when the step begins, Contact record.\n',
    );
    expect(out).toContain('Next actions: “No further action on the referral”.\n');
    expect(out).toMatch(/\n\d+ entries typed, \d+ typed again that were known, \d+–\d+ min of entry\.\n/u);
    expect(out).toContain('Modelled, not measured in social care.');
    expect(out).toMatch(/\nTyped again though known +Times\n( {2}\S.* \d+\n)+/u);
    expect(out).toContain('\nNothing that is required is missing.\n');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test('what is missing stands with the reason', async () => {
    const { code, out } = await throughline(['walk', ROOT, '--script', scripted('transfer-in-on-a-plan')]);
    expect(code).toBe(0);
    expect(out).toContain(
      '4 items that ought to be there:\n  - ReferralSource (Referral 1): Nothing has been recorded.',
    );
    expect(out).toContain('  - LBPSentDate (Pre-proceedings 1): It is only kept outside Mosaic');
  });

  test('--xml - is the return and nothing else, the same bytes every time; --flags 1-0 writes 1 and 0', async () => {
    const expected = await readFile(join(ROOT, 'fixtures/cases/expected/no-further-action.xml'), 'utf8');
    const first = await throughline(['walk', ROOT, '--script', SCRIPT, '--xml', '-']);
    expect(first).toEqual({ code: 0, out: `${expected.trimEnd()}\n`, messages: '' });
    const flags = await throughline(['walk', ROOT, '--script', SCRIPT, '--xml', '-', '--flags', '1-0']);
    expect(flags.out).toBe(first.out.replace('<ReferralNFA>true<', '<ReferralNFA>1<'));
  });

  test('--xml FILE and --schema FILE write files, say so, and leave the workspace as it was', async () => {
    const folder = await newFolder();
    const args = ['walk', ROOT, '--script', SCRIPT, '--xml', 'case.xml', '--schema', 'return.xsd'];
    const { code, out, messages } = await throughline(args, folder);
    expect({ code, messages }).toEqual({ code: 0, messages: 'Written: return.xsd\nWritten: case.xml\n' });
    expect(out).toContain('What it cost');
    expect(await readFile(join(folder, 'case.xml'), 'utf8')).toBe(
      await readFile(join(ROOT, 'fixtures/cases/expected/no-further-action.xml'), 'utf8'),
    );
    expect(await readFile(join(folder, 'return.xsd'), 'utf8')).toContain('ReferralNFA');
  });

  test('--return takes another year', async () => {
    const { code, out } = await throughline([
      'walk',
      ROOT,
      '--script',
      SCRIPT,
      '--return',
      'cin-2025-26',
      '--xml',
      '-',
    ]);
    expect(code).toBe(0);
    expect(out).toContain('<Year>2026</Year>');
    expect(out).not.toContain('<Child>');
  });

  test('a file that lacks what it must have, or has no child, is warned of where the report is not read', async () => {
    const lacking = await throughline(['walk', ROOT, '--script', scripted('transfer-in-on-a-plan'), '--xml', '-']);
    expect({ code: lacking.code, messages: lacking.messages }).toEqual({
      code: 0,
      messages: 'warning: The return lacks what it must have, and does not pass its schema: Source of referral.\n',
    });
    const year = ['--return', 'cin-2025-26', '--xml', '-'];
    const empty = await throughline(['walk', ROOT, '--script', SCRIPT, ...year]);
    expect(empty.messages).toBe('warning: Nothing of this case is sent, so the return has no child.\n');
  });

  test('a case in which nothing is due yet says so', async () => {
    const { out } = await walkChanged((text) => text.replace(/"steps": \[[^]*$/u, '"steps": []\n}\n'));
    expect(out).toContain(
      'Nothing of this case is sent (1 April 2026 to 31 March 2027): nothing in it has made an item',
    );
    expect(out).not.toContain('Nothing that is required is missing.');
  });

  test('the path taken is no “Yes” to what it tells', async () => {
    const { out } = await throughline(['walk', ROOT, '--script', scripted('assessed-not-in-need')]);
    expect(out).toContain('  Referral led to no further action: told by the path taken (16 September)\n');
  });

  test('--schema needs no case', async () => {
    const { code, out } = await throughline(['walk', ROOT, '--schema', '-']);
    expect(code).toBe(0);
    expect(out).toMatch(/^<\?xml /u);
  });
});

describe('a script that is wrong: 1, with file and line', () => {
  test('text that is not JSON', async () => {
    const { code, out, messages } = await walkChanged((text) => text.replace('"siblings": [],', '"siblings": []'));
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(messages).toMatch(/^case\.json:\d+ error: A comma is wanted here\.\n$/u);
  });

  test('a member that is not what it must be, and one that nobody knows', async () => {
    const wrong = await walkChanged((text) => text.replace('"on": "2026-06-09"', '"on": "9 June"'));
    expect({ code: wrong.code, out: wrong.out }).toEqual({ code: 1, out: '' });
    expect(wrong.messages).toMatch(
      /^case\.json:\d+ error: “on” must be a day, written like "2026-04-30"\. “9 June” is none\.\n$/u,
    );
    const unknown = await walkChanged((text) => text.replace('"siblings": [],', '"siblings": [], "brothers": [],'));
    expect(unknown.code).toBe(0);
    expect(unknown.messages).toMatch(/^case\.json:\d+ warning: A script has no “brothers”: it is passed over\./u);
  });

  test('a step that is not possible: what was recorded up to there is told, and no return is written', async () => {
    let line = 0;
    const change = (text: string): string => {
      const changed = text.replace('"next": ["REF_NFA"]', '"next": ["REF_NFA", "REF_TO_CFA"]');
      line = lineOf(changed, '"completed": "2026-06-10"');
      return changed;
    };
    const { code, out, messages } = await walkChanged(change, 'no-further-action', '--xml', 'case.xml');
    expect(code).toBe(1);
    expect(messages).toBe(
      `case.json:${line} error: Entry 4 of “steps” cannot be played. At most one of these can be chosen: “Child and family assessment”, “Refer to early help”, “No further action on the referral”.\n`,
    );
    expect(out).toContain('\nReferral: 9 June 2026, still open\n');
  });

  test('an answer to a question that is not asked stands with the line of that answer', async () => {
    let line = 0;
    const change = (text: string): string => {
      const changed = text.replace('"REF_LETTER": "Yes"', '"REF_LETTER": "No"');
      line = lineOf(changed, '"REF_LETTER_DATE"');
      return changed;
    };
    const { code, messages } = await walkChanged(change);
    expect(code).toBe(1);
    expect(messages).toContain(
      `case.json:${line} error: Entry 4 of “steps” cannot be played. “Date it was sent” is not on the screen`,
    );
  });

  test('one that is not written in UTF-8', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'case.json'), await readFile(SCRIPT, 'utf8'), 'utf16le');
    expect(await throughline(['walk', ROOT, '--script', 'case.json'], folder)).toEqual({
      code: 1,
      out: '',
      messages: 'case.json is not written in UTF-8, so its letters cannot be told: save it as UTF-8.\n',
    });
  });

  test('one with thousands of faults, or a whole text in one of them, is not told at length', async () => {
    const unknown = Array.from({ length: 60 }, (_, at) => `"member${at}": "",`).join('\n');
    const many = await walkChanged((text) => text.replace('"siblings": [],', `"siblings": [], ${unknown}`));
    expect(many.messages.split('\n')).toHaveLength(52);
    expect(many.messages).toMatch(/\ncase\.json: … and 10 more\.\n$/u);
    const long = await walkChanged((text) => text.replace('"step": "CONTACT"', `"step": "${'x'.repeat(100_000)}"`));
    expect(long.code).toBe(1);
    expect(long.messages.length).toBeLessThan(2000);
  });

  test('a script of another workspace', async () => {
    const { code, messages } = await throughline(['walk', fixture('small'), '--script', SCRIPT]);
    expect(code).toBe(1);
    expect(messages).toMatch(/no-further-action\.json:\d+ error: Entry 1 of “steps” cannot be played\./u);
  });

  test('no such file, return or workspace', async () => {
    const none = await throughline(['walk', ROOT, '--script', 'none.json']);
    expect(none).toEqual({ code: 1, out: '', messages: 'There is no file none.json.\n' });
    const other = await throughline(['walk', ROOT, '--script', SCRIPT, '--return', 'cin-2027']);
    expect({ code: other.code, out: other.out }).toEqual({ code: 1, out: '' });
    expect(other.messages).toContain('There is no return "cin-2027".');
    const folder = await throughline(['walk', await newFolder(), '--script', SCRIPT]);
    expect(folder.code).toBe(1);
    expect(folder.messages).toContain('so it is not a workspace');
  });
});

test.each([
  [['walk'], 'Say which case to play: --script FILE.'],
  [['walk', '--xml', '-'], 'Say which case to play: --script FILE.'],
  [['walk', '--schema', '-', '--xml', 'case.xml'], '--xml is written from a case'],
  [['walk', '--script', 'x', '--xml', '-', '--schema', '-'], 'Only one of --xml and --schema can go to the screen.'],
  [['walk', '--script', 'x', '--flags', 'yes-no'], '--flags is true-false or 1-0'],
  [['walk', '--script', 'x', '--generate'], 'Take --generate or --script, not both.'],
  [['walk', '--script', 'x', '--xml', './x'], '--script and --xml name the same file, ./x'],
  [['walk', '--script', 'x', '--xml', 'y', '--schema', 'y'], '--xml and --schema name the same file, y'],
  [['walk', '--script', 'x', '-o', 'y'], '-o is the folder of --generate.'],
  [['walk', '--generate', '--return', 'r', '-o', '-'], '-o is a folder'],
  [['walk', '--generate', '--return', 'r', '-o', 'y', '--xml', 'x'], 'Leave out --xml: --generate writes return.xml'],
  [['walk', '--generate', '--return', 'r', '-o', 'y', '--flags', 'no'], '--flags is true-false or 1-0'],
  [['walk', '--scrip', 'x'], 'There is no option --scrip. Did you mean "--script"?'],
])('%j is wrong usage: 64', async (args, says) => {
  const { code, out, messages } = await throughline(args);
  expect({ code, out }).toEqual({ code: 64, out: '' });
  expect(messages).toContain(says);
});

test('help tells of both ways', async () => {
  const { code, out } = await throughline(['walk', '--help']);
  expect(code).toBe(0);
  expect(out).toContain('--script FILE');
  expect(out).toContain('throughline walk [WORKSPACE] --generate --return ID -o FOLDER');
});
