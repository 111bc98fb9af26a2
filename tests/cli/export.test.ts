import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/lib/built.mjs';
import { newFolder, throughline } from './support.ts';

describe('throughline export', () => {
  test('writes the map as a picture, and says so', async () => {
    const folder = await newFolder();
    const { code, out, messages } = await throughline(['export', ROOT, '--to', 'svg', '-o', 'map.svg'], folder);
    expect({ code, out, messages }).toEqual({ code: 0, out: '', messages: 'Written: map.svg\n' });
    const svg = await readFile(join(folder, 'map.svg'), 'utf8');
    expect(svg).toContain('Child and family');
    expect(svg).toContain('Exampleshire (invented example)');
  });

  test('writes text to the screen for -o -, and what the format does not carry beside it', async () => {
    const { code, out, messages } = await throughline(['export', ROOT, '--to', 'mermaid', '-o', '-']);
    expect(code).toBe(0);
    expect(out).toMatch(/^flowchart LR\n/u);
    expect(messages).toContain('Not carried by this format:\n  Forms and questions');
  });

  test('the same workspace gives the same file', async () => {
    const once = await throughline(['export', ROOT, '--to', 'drawio', '-o', '-']);
    const again = await throughline(['export', ROOT, '--to', 'drawio', '-o', '-']);
    expect(once.out.length).toBeGreaterThan(10_000);
    expect(again.out).toBe(once.out);
  });

  test('what is exported as a zip or as XState JSON is read back', async () => {
    const folder = await newFolder();
    expect((await throughline(['export', ROOT, '--to', 'zip', '--output', 'all.zip'], folder)).code).toBe(0);
    expect((await throughline(['check', 'all.zip'], folder)).code).toBe(0);
    const { out } = await throughline(['export', ROOT, '--to', 'xstate', '-o', '-']);
    expect(JSON.parse(out)).toMatchObject({ meta: { format: 'throughline-chart/1' } });
  });

  test.each([
    [['--to', 'svg'], 'Say which file to write'],
    [['-o', 'x'], 'Say what to export to'],
    [['--to', 'sgv', '-o', 'x'], 'There is no format "sgv".'],
    [['--to', 'svg', '-o'], '-o needs a value'],
  ])('%j is wrong usage', async (args, says) => {
    const { code, out, messages } = await throughline(['export', ROOT, ...args]);
    expect({ code, out }).toEqual({ code: 64, out: '' });
    expect(messages).toContain(says);
  });

  test('a zip is no text for the screen, and a folder that is not there is said: 1', async () => {
    expect((await throughline(['export', ROOT, '--to', 'zip', '-o', '-'])).messages).toContain('not text');
    const { code, messages } = await throughline(['export', ROOT, '--to', 'svg', '-o', 'nowhere/map.svg']);
    expect(code).toBe(1);
    expect(messages).toContain('nowhere/map.svg could not be written');
  });
});
