import { describe, expect, test } from 'vitest';
import { describePattern } from '#returns/pattern-words.ts';
import type { WorkspaceWords } from '../support/a-workspace.ts';
import { aMessage, begin, complete, elementAt, fill, record, returned } from './small.ts';

const DAY = '2026-05-04';

/** One item `F` of a child, due when A starts; what is said of it is the test's own. */
function words({ sources, item = '', ...more }: WorkspaceWords & { readonly item?: string }): WorkspaceWords {
  return {
    steps: ['A may-start'],
    actions: ['A > B', 'A > C'],
    activities: ['A F', 'B G'],
    questions: ['F.Q', 'F.TICK yes-no', 'F.PICK lookup:KIND', 'G.Q'],
    facts: ['f child', 'g child'],
    lookups: ['KIND Red Blue'],
    codes: ['SET R G', 'TRUE true false 1 0'],
    ...more,
    sources: sources ?? [],
    events: ['due A started'],
    items: [`Message/Child/F fact:f on:due ${item}`],
  };
}

const only = (said: Parameters<typeof words>[0], ...events: Parameters<typeof returned>[1]) =>
  elementAt(returned(aMessage(words(said)), [begin('A', DAY), ...events]), 'Child/F');

describe('an item that is due and has nothing to send says why', () => {
  test('[no-source] no place feeds it', () => {
    expect(only({ sources: ['f F.Q records'] })).toMatchObject({ state: 'missing', lack: { kind: 'no-source' } });
  });

  test('[outside] it is only held outside the case system', () => {
    const { state, lack } = only({ sources: ['f outside spreadsheet'] });
    expect(state).toBe('missing');
    expect(lack).toMatchObject({ kind: 'outside', sources: [{ ref: 'spreadsheet' }] });
  });

  test('[not-recorded] places feed it and say nothing: those that were there stand first', () => {
    const { lack } = only({ sources: ['f G.Q', 'f outside note', 'f F.Q'] });
    expect(lack).toMatchObject({ kind: 'not-recorded', sources: [{ form: 'F' }, { form: 'G' }] });
  });

  test('[no-code] an answer has no row in codes.csv', () => {
    const sources = ['f F.PICK'];
    const lack = only({ sources, item: 'code-set:SET' }, fill('A-1', 'F.PICK', 'Red', DAY));
    expect(lack).toMatchObject({ state: 'missing', lack: { kind: 'no-code', list: 'KIND', code: '' } });
  });

  test('[no-code] a row gives a code that this year does not take', () => {
    const lack = only(
      { sources: ['f F.PICK'], item: 'code-set:SET', mappings: ['KIND Red SET OLD'] },
      fill('A-1', 'F.PICK', 'Red', DAY),
    );
    expect(lack).toMatchObject({ value: null, lack: { kind: 'no-code', list: 'KIND', code: 'OLD' } });
  });

  test('[no-code] a row that a person ruled out gives none', () => {
    const sources = ['f F.PICK'];
    const lack = only(
      { sources, item: 'code-set:SET', mappings: ['KIND Red SET R ignored'] },
      fill('A-1', 'F.PICK', 'Red', DAY),
    );
    expect(lack).toMatchObject({ lack: { kind: 'no-code', code: '' } });
  });

  test('[no-code] nobody has said what a next action means for a flag', () => {
    const sources = ['f next-action A>B @A'];
    const item = 'format:true-false code-set:TRUE';
    expect(only({ sources, item }, complete('A-1', DAY, 'A>B'))).toMatchObject({
      state: 'missing',
      lack: { kind: 'no-code', list: 'next-action:A>B' },
    });
  });

  test('[not-in-format] what was recorded is no date', () => {
    const lack = only({ sources: ['f F.Q'], item: 'format:date' }, fill('A-1', 'F.Q', '31/02/2026', DAY));
    expect(lack).toMatchObject({ state: 'missing', lack: { kind: 'not-in-format', wanted: 'a date' } });
  });

  test('[cannot-be-worked-out] nobody has said how', () => {
    expect(only({ sources: ['f calculated g'] })).toMatchObject({
      state: 'missing',
      lack: { kind: 'cannot-be-worked-out', from: ['g'] },
    });
  });

  test('[cannot-be-worked-out] what it is worked out from is not on the record', () => {
    const index = aMessage({
      steps: ['A may-start opens:section-47'],
      facts: ['strategy-discussion.date section-47', 'section-47.conference-target-date section-47'],
      sources: [
        'strategy-discussion.date step-date completed @A',
        'section-47.conference-target-date calculated strategy-discussion.date',
      ],
      events: ['due A started'],
      items: ['Message/Child/Enquiry/Target fact:section-47.conference-target-date on:due format:date'],
    });
    expect(elementAt(returned(index, [begin('A', DAY)]), 'Target')).toMatchObject({
      lack: { kind: 'cannot-be-worked-out', from: ['strategy-discussion.date'] },
    });
  });
});

describe('an item that only some children have', () => {
  test('is conditional while nothing is on the record', () => {
    expect(only({ sources: ['f F.Q'], item: 'conditional' })).toMatchObject({
      state: 'conditional',
      lack: { kind: 'not-recorded' },
    });
  });

  test('is missing where what is on the record cannot be sent', () => {
    expect(only({ sources: ['f F.Q'], item: 'conditional format:date' }, fill('A-1', 'F.Q', 'soon', DAY)).state).toBe(
      'missing',
    );
  });
});

test('an item that is not due lacks nothing, unless what is on the record cannot be sent', () => {
  const waiting = (said: string) => {
    const index = aMessage({ ...words({ sources: ['f F.Q'], item: 'format:date' }), events: ['due B started'] });
    return elementAt(
      returned(index, [begin('A', DAY), ...(said === '' ? [] : [fill('A-1', 'F.Q', said, DAY)])]),
      'Child/F',
    );
  };
  expect(waiting('')).toMatchObject({ state: 'waiting', lack: null, value: null });
  expect(waiting('2026-05-01')).toMatchObject({ state: 'waiting', lack: null, value: '2026-05-01' });
  expect(waiting('soon')).toMatchObject({ state: 'waiting', lack: { kind: 'not-in-format' } });
});

test('what is missing is listed in message order, with the checks of the receiver that test it', () => {
  const index = aMessage({
    steps: ['A may-start'],
    facts: ['f child', 'g child'],
    events: ['due A started'],
    items: [
      'Message/Child/One fact:g on:due',
      'Message/Child/Two fact:f on:due',
      'Message/Child/Three fact:f on:due conditional',
    ],
  });
  const sent = returned(index, [begin('A', DAY)]);
  expect(sent.missing.map(({ tag }) => tag)).toEqual(['One', 'Two']);
  const [one] = index.dataReturn?.items ?? [];
  const rules = [
    { id: 'R1', type: 'error' as const, items: one === undefined ? [] : [one.id], says: 'One must be there.' },
  ];
  const ruled = aMessage({ ...words({ sources: ['f F.Q'] }) }, { rules: [] });
  expect(elementAt(returned(ruled, [begin('A', DAY)]), 'Child/F').rules).toEqual([]);
  const withRules = aMessage(
    {
      steps: ['A may-start'],
      facts: ['g child'],
      events: ['due A started'],
      items: ['Message/Child/One fact:g on:due'],
    },
    { rules },
  );
  expect(elementAt(returned(withRules, [begin('A', DAY)]), 'One').rules).toEqual(rules);
});

describe('a flag', () => {
  const sources = ['f F.TICK', 'f next-action A>B @A order:1', 'f next-action A>C @A order:2'];
  const item = 'format:true-false code-set:TRUE';
  const mappings = ['next-action:A>B Yes TRUE true', 'next-action:A>C Yes TRUE 0'];

  test.each([
    ['a next action that was taken means what codes.csv says', [complete('A-1', DAY, 'A>B')], 'true'],
    ['0 is false', [complete('A-1', DAY, 'A>C')], 'false'],
    ['Yes is true without a row', [fill('A-1', 'F.TICK', 'Yes', DAY)], 'true'],
    ['No is false without a row', [fill('A-1', 'F.TICK', 'No', DAY)], 'false'],
    [
      'a next action that was not taken says nothing',
      [fill('A-1', 'F.TICK', 'No', DAY), complete('A-1', DAY, 'A>C')],
      'false',
    ],
  ])('%s', (_, events, value) => {
    expect(only({ sources, item, mappings }, ...events).value).toBe(value);
  });

  test('is written as 1 and 0 where that is asked for', () => {
    const index = aMessage(words({ sources: ['f F.TICK'], item }));
    const at = (answer: string) =>
      elementAt(
        returned(index, [begin('A', DAY), fill('A-1', 'F.TICK', answer, DAY)], { options: { flags: '1-0' } }),
        'Child/F',
      ).value;
    expect([at('Yes'), at('No')]).toEqual(['1', '0']);
  });
});

describe('a code', () => {
  const sources = ['f F.PICK', 'f person-field NEED @A order:9'];
  const item = 'code-set:SET';
  const mappings = ['KIND Red SET OLD', 'KIND Red SET R', 'person-field:NEED High SET G'];

  test('is the one of this year where an answer has several', () => {
    const red = only({ sources, item, mappings }, fill('A-1', 'F.PICK', 'Red', DAY));
    expect(red).toMatchObject({ value: 'R', fed: [{ code: { lookup: 'KIND', code: 'R' } }] });
  });

  test('of a screen outside forms is by its kind and ref', () => {
    expect(only({ sources, item, mappings }, record('A-1', 'person-field:NEED', 'High', DAY)).value).toBe('G');
  });

  test('that is answered as it is needs no row', () => {
    const given = only({ sources, item }, record('A-1', 'person-field:NEED', 'G', DAY));
    expect(given).toMatchObject({ value: 'G', fed: [{ code: null }] });
  });

  test('is not asked of a tick box that says No', () => {
    const ticked = { sources: ['f F.TICK'], item, mappings: ['question:F/TICK Yes SET R'] };
    expect(only(ticked, fill('A-1', 'F.TICK', 'No', DAY)).lack?.kind).toBe('not-recorded');
    expect(only(ticked, fill('A-1', 'F.TICK', 'Yes', DAY)).value).toBe('R');
  });
});

test.each([
  ['date', '2026-05-04', '2026-05-04'],
  ['date', ' 4/5/2026 ', '2026-05-04'],
  ['date', '2026-05-04T09:30:00', '2026-05-04'],
  ['date', '04/05/2026 09:30', '2026-05-04'],
  ['date', '2026-02-29', null],
  ['date', '2028-02-29', '2028-02-29'],
  ['date', '05/13/2026', null],
  ['date', 'yesterday', null],
  ['date-time', '2026-05-04', '2026-05-04T00:00:00'],
  ['date-time', '04/05/2026 9:30', '2026-05-04T09:30:00'],
  ['date-time', '2026-05-04 25:00', null],
  ['whole-number', '007', '7'],
  ['whole-number', '0', '0'],
  ['whole-number', '2.5', null],
  ['whole-number', '-1', null],
  ['text', '  <b> & "c" ', '<b> & "c"'],
])('as %s, “%s” is %s', (format, said, value) => {
  const element = only({ sources: ['f F.Q'], item: `format:${format}` }, fill('A-1', 'F.Q', said, DAY));
  expect(element.value).toBe(value);
});

test('a pattern is for the whole value', () => {
  const workspace = aMessage(words({ sources: ['f F.Q'], item: 'format:pattern' }));
  const patterned = aMessage(words({ sources: ['f F.Q'] }), {});
  const index = {
    ...patterned,
    dataReturn: {
      ...(workspace.dataReturn ?? { items: [] }),
      items: (workspace.dataReturn?.items ?? []).map((item) => ({
        ...item,
        format: { kind: 'pattern' as const, pattern: '[A-Z][0-9]{3}|X' },
      })),
    },
  };
  const at = (said: string) =>
    elementAt(returned(index as typeof patterned, [begin('A', DAY), fill('A-1', 'F.Q', said, DAY)]), 'Child/F').value;
  expect([at('A123'), at('X'), at('A1234'), at('XX'), at('a123')]).toEqual(['A123', 'X', null, null, null]);
});

test.each([
  ['^[A-Z][0-9]{11}[0-9A-Z]$', 'a capital letter, then 11 digits, then a capital letter or digit'],
  ['^[0-9]{3,}$', 'at least 3 digits'],
  ['[A-Za-z0-9]{1,20}', '1 to 20 letters or digits'],
  ['^[a-z]{1}$', 'a small letter'],
  ['^(?:A|B)[0-9]$', null],
  ['^[0-9x]$', null],
  ['^[0-9]+$', null],
  ['^$', null],
])('the pattern %s is %s in words', (pattern, words) => {
  expect(describePattern(pattern)).toBe(words);
});
