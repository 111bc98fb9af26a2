import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { atRoot } from '#workspace/files.ts';
import { packZip, type Unpacked, unpackZip } from '#workspace/unpack-zip.ts';
import { bytesOf, cleanFiles, describeProblem } from './reading.ts';

const SOME = bytesOf('form\nA\n');
const zipOf = (...paths: readonly string[]): Uint8Array =>
  zipSync(Object.fromEntries(paths.map((path) => [path, SOME])));
const said = ({ problems }: Unpacked): readonly string[] => problems.map(describeProblem);
const names = ({ files }: Unpacked): readonly string[] => [...files.keys()];

/** Sets the two bytes of a field in the only entry of a zip's list. */
function withField(zip: Uint8Array, at: number, value: number): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  const list = view.getUint32(copy.length - 6, true);
  view.setUint16(list + at, value, true);
  return copy;
}

test('what was packed is unpacked', () => {
  const files = cleanFiles();
  const { files: unpacked, problems } = unpackZip(packZip(files));
  expect(problems).toEqual([]);
  expect(new Map(unpacked)).toEqual(files);
});

test('the same files give the same zip', () => {
  const files = cleanFiles();
  expect(packZip(new Map([...files].toReversed()))).toEqual(packZip(files));
});

describe('where the workspace stands', () => {
  test.each([
    ['at the top', ['workflows/forms.csv', 'notes.txt'], ['workflows/forms.csv']],
    [
      'in one folder',
      ['council/workflows/forms.csv', 'council/mappings/facts.csv', '__MACOSX/council/x'],
      ['workflows/forms.csv', 'mappings/facts.csv'],
    ],
  ])('%s', (_, paths, expected) => {
    expect(names(unpackZip(zipOf(...paths)))).toEqual(expected);
    expect([...atRoot(new Map(paths.map((path) => [path, SOME]))).keys()]).toEqual(expected);
  });

  test('nowhere', () => {
    expect(said(unpackZip(zipOf('notes.txt')))).toEqual([
      'error  0 : The zip holds no folder "workflows" or "mappings". Pack the folder of the workspace.',
    ]);
  });
});

describe('paths that lead elsewhere', () => {
  test.each([
    ['workflows/../../forms.csv', 'leads out of its folder'],
    ['../workflows/forms.csv', 'leads out of its folder'],
    ['/workflows/forms.csv', 'names a place outside the zip'],
    ['C:/workflows/forms.csv', 'names a place outside the zip'],
    ['workflows\\forms.csv', 'has a backslash in its name'],
    ['workflows/..\\..\\forms.csv', 'has a backslash in its name'],
  ])('%s', (path, why) => {
    const unpacked = unpackZip(zipOf('workflows/lookups.csv', path));
    expect(names(unpacked)).toEqual(['workflows/lookups.csv']);
    expect(said(unpacked)).toEqual([
      `error ${path} 0 : The entry "${path}" of the zip ${why}, so it was not unpacked. Pack the folder again.`,
    ]);
  });
});

describe('zips that cannot be unpacked', () => {
  const good = zipOf('workflows/forms.csv');
  const noZip = 'error  0 : The file is not a zip, or it was cut off on its way. Save or send it again.';
  const refused = (why: string): string => `error workflows/forms.csv 0 : The file was not unpacked: it ${why}.`;

  test.each([
    ['a text', bytesOf('step_type,name\n'), noZip],
    ['nothing', new Uint8Array(), noZip],
    ['the first half of one', good.subarray(0, good.length / 2), noZip],
    [
      'one with a password',
      withField(good, 8, 1),
      refused('is locked with a password. Pack the folder again without one'),
    ],
    [
      'one packed in another way',
      withField(good, 10, 14),
      refused('is packed in a way the product does not read. Pack the folder again as an ordinary zip'),
    ],
    ['one with a false checksum', withField(good, 16, 1), refused('is damaged in the zip. Save or send the zip again')],
    [
      'one that promises too little',
      withField(good, 24, 2),
      refused('is damaged in the zip. Save or send the zip again'),
    ],
  ])('%s', (_, zip, sentence) => {
    expect(said(unpackZip(zip))).toEqual([sentence]);
  });
});

describe('zips that would be too big', () => {
  const zip = zipSync({
    'workflows/forms.csv': new Uint8Array(2 * 1024 * 1024),
    'workflows/lookups.csv': [new Uint8Array(2 * 1024 * 1024), { level: 0 }],
    'workflows/questions.csv': SOME,
  });

  test('a file that is packed a thousandfold is no table', () => {
    const unpacked = unpackZip(zip);
    expect(names(unpacked)).toEqual(['workflows/lookups.csv', 'workflows/questions.csv']);
    expect(said(unpacked)[0]).toMatch(
      /^error workflows\/forms.csv 0 : The file was not unpacked: it would unpack to \d+ times its packed size, as no table does\.$/,
    );
  });

  test('a file may have only so much', () => {
    const unpacked = unpackZip(zip, { total: 1e9, entry: 1024 * 1024, ratio: 1e9 });
    expect(names(unpacked)).toEqual(['workflows/questions.csv']);
    expect(said(unpacked)[1]).toBe(
      'error workflows/lookups.csv 0 : The file was not unpacked: it would unpack to 2 MB, more than the 1 MB that one file may have.',
    );
  });

  test('all files together may have only so much', () => {
    const unpacked = unpackZip(zip, { total: 3 * 1024 * 1024, entry: 1e9, ratio: 1e9 });
    expect(names(unpacked)).toEqual(['workflows/forms.csv', 'workflows/questions.csv']);
    expect(said(unpacked)).toEqual([
      'error workflows/lookups.csv 0 : The file was not unpacked: it would bring the zip to more than the 3 MB that a workspace may have.',
    ]);
  });
});

test('no bytes make unpacking throw', () => {
  const zip = packZip(cleanFiles());
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { maxLength: 8 }),
      fc.nat(zip.length),
      (changes, cut) => {
        const copy = zip.slice();
        for (const [at, byte] of changes) copy[at] = byte;
        expect(Array.isArray(unpackZip(copy).problems)).toBe(true);
        expect(Array.isArray(unpackZip(copy.subarray(0, cut)).problems)).toBe(true);
      },
    ),
  );
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => unpackZip(bytes).files.size === 0));
});
