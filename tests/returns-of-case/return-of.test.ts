import { describe, expect, test } from 'vitest';
import type { WorkspaceWords } from '../support/a-workspace.ts';
import { heldAs } from './playing.ts';
import {
  aMessage,
  begin,
  complete,
  elementAt,
  elementsAt,
  fill,
  inCopy,
  lines,
  record,
  returned,
  start,
} from './small.ts';

const DAY = '2026-05-04';

/** A case with visits: who the child is, when each visit was, and whether the child was seen. */
const VISITS: WorkspaceWords = {
  steps: ['OPEN may-start opens:referral', 'VISIT opens:visit'],
  actions: ['OPEN > VISIT', 'VISIT > VISIT', 'VISIT > end'],
  activities: ['VISIT F'],
  questions: ['F.WHEN date', 'F.SEEN yes-no'],
  facts: ['id child', 'opened referral', 'when visit', 'seen visit'],
  sources: ['id person-field ID', 'opened step-date started @OPEN', 'when F.WHEN', 'seen F.SEEN'],
  events: ['opened OPEN started', 'visited VISIT completed'],
  items: [
    'Message/Children/Child/Id fact:id on:opened',
    'Message/Children/Child/Case/Opened fact:opened on:opened format:date',
    'Message/Children/Child/Case/Visits/Visit/Date fact:when on:visited format:date',
    'Message/Children/Child/Case/Visits/Visit/Seen fact:seen on:visited format:true-false min:0',
  ],
};

const ID = { held: heldAs({ 'person-field:ID': 'C1' }) };

describe('the return of a case', () => {
  test('has a group for each instance of what it is about, in message order', () => {
    const index = aMessage(VISITS);
    const sent = returned(
      index,
      [
        begin('OPEN', DAY),
        complete('OPEN-1', DAY, 'OPEN>VISIT'),
        start('VISIT-2', DAY),
        fill('VISIT-2', 'F.WHEN', '05/05/2026', DAY),
        fill('VISIT-2', 'F.SEEN', 'Yes', DAY),
        complete('VISIT-2', DAY, 'VISIT>VISIT'),
        start('VISIT-3', DAY),
        fill('VISIT-3', 'F.WHEN', '2026-05-12', DAY),
        complete('VISIT-3', DAY, 'VISIT>end'),
      ],
      ID,
    );
    expect(lines(index, sent)).toEqual([
      '<Message>',
      '<Children>',
      '<Child>',
      '<Id>C1</Id>',
      '<Case>',
      '<Opened>2026-05-04</Opened>',
      '<Visits>',
      '<Visit>',
      '<Date>2026-05-05</Date>',
      '<Seen>true</Seen>',
      '</Visit>',
      '<Visit>',
      '<Date>2026-05-12</Date>',
      '</Visit>',
      '</Visits>',
      '</Case>',
      '</Child>',
      '</Children>',
      '</Message>',
    ]);
    expect(elementsAt(sent, 'Visit/Date').map(({ instance }) => instance)).toEqual(['visit/VISIT-2', 'visit/VISIT-3']);
  });

  test('shows what is on the record before it is due, and sends it only then', () => {
    const index = aMessage(VISITS);
    const so = [
      begin('OPEN', DAY),
      complete('OPEN-1', DAY, 'OPEN>VISIT'),
      start('VISIT-2', DAY),
      fill('VISIT-2', 'F.WHEN', '2026-05-05', DAY),
    ];
    const before = returned(index, so, ID);
    expect(elementAt(before, 'Visit/Date')).toMatchObject({ state: 'waiting', value: '2026-05-05', isDue: false });
    expect(lines(index, before)).not.toContain('<Visit>');
    const after = returned(index, [...so, complete('VISIT-2', DAY, 'VISIT>end')], ID);
    expect(elementAt(after, 'Visit/Date')).toMatchObject({ state: 'sent', isDue: true });
  });

  test('a cancelled step makes nothing due and says nothing', () => {
    const index = aMessage(VISITS);
    const sent = returned(index, [
      begin('OPEN', DAY),
      { type: 'cancel', step: 'OPEN-1', reason: 'by mistake', on: DAY },
    ]);
    expect(sent).toMatchObject({ isIncluded: false, missing: [] });
    expect(lines(index, sent)).toEqual(['<Message>', '<Children>', '</Children>', '</Message>']);
  });

  test('an event that names a next action happens only when that one was taken', () => {
    const index = aMessage({ ...VISITS, events: ['opened OPEN started', 'visited VISIT completed VISIT>end'] });
    const so = [
      begin('OPEN', DAY),
      complete('OPEN-1', DAY, 'OPEN>VISIT'),
      start('VISIT-2', DAY),
      fill('VISIT-2', 'F.WHEN', '2026-05-05', DAY),
    ];
    const due = (...events: Parameters<typeof returned>[1]) =>
      elementsAt(returned(index, [...so, ...events], ID), 'Visit/Date').map(({ isDue }) => isDue);
    expect(due(complete('VISIT-2', DAY, 'VISIT>VISIT'))).toEqual([false]);
    expect(due(complete('VISIT-2', DAY, 'VISIT>end'))).toEqual([true]);
  });

  test('a step that is opened again is not completed until it is', () => {
    const index = aMessage(VISITS);
    const sent = returned(index, [
      begin('OPEN', DAY),
      complete('OPEN-1', DAY, 'OPEN>VISIT'),
      start('VISIT-2', DAY),
      fill('VISIT-2', 'F.WHEN', '2026-05-05', DAY),
      complete('VISIT-2', DAY, 'VISIT>end'),
      { type: 'reopen', step: 'VISIT-2', reason: 'wrong date', on: DAY },
    ]);
    expect(elementAt(sent, 'Visit/Date')).toMatchObject({ state: 'waiting', isDue: false });
  });

  test('says nothing of brothers and sisters', () => {
    const index = aMessage({
      ...VISITS,
      questions: ['F.WHEN date per-child', 'F.SEEN yes-no'],
    });
    const workspace = {
      ...index.workspace,
      stepTypes: index.workspace.stepTypes.map((step) => ({ ...step, per: 'group' as const })),
    };
    const group = aMessage(VISITS);
    const sent = returned(
      {
        ...group,
        workspace,
        stepTypes: new Map(workspace.stepTypes.map((step) => [step.id, step])),
        questions: index.questions,
        questionsOfForm: index.questionsOfForm,
      },
      [
        begin('OPEN', DAY),
        complete('OPEN-1', DAY, 'OPEN>VISIT'),
        start('VISIT-2', DAY),
        fill('VISIT-2', 'F.WHEN', '2026-05-05', DAY),
        inCopy(1, fill('VISIT-2', 'F.WHEN', '2026-05-06', DAY)),
        complete('VISIT-2', DAY, 'VISIT>end'),
      ],
      { ...ID, siblings: ['Brother'] },
    );
    expect(elementsAt(sent, 'Visit/Date').map(({ value }) => value)).toEqual(['2026-05-05']);
    expect(elementAt(sent, 'Visit/Date').unread).toEqual([]);
  });
});

describe('several places for one fact', () => {
  const words = (...sources: string[]): WorkspaceWords => ({
    steps: ['A may-start', 'B'],
    actions: ['A > B'],
    activities: ['A F', 'B F', 'B G'],
    questions: ['F.Q', 'G.Q'],
    facts: ['f child'],
    sources,
    events: ['due A started'],
    items: ['Message/Child/F fact:f on:due'],
  });
  const played = (sources: readonly string[], [first = '', then = '', other = '']: readonly string[]) =>
    elementAt(
      returned(aMessage(words(...sources)), [
        begin('A', DAY),
        ...(first === '' ? [] : [fill('A-1', 'F.Q', first, '2026-05-04')]),
        complete('A-1', DAY, 'A>B'),
        start('B-2', DAY),
        ...(then === '' ? [] : [fill('B-2', 'F.Q', then, '2026-05-06')]),
        ...(other === '' ? [] : [fill('B-2', 'G.Q', other, '2026-05-05')]),
      ]),
      'Child/F',
    );

  test.each([
    ['the first in order', ['f G.Q order:1', 'f F.Q order:2'], ['a', 'b', 'c'], 'c'],
    ['the next where the first says nothing', ['f G.Q order:1', 'f F.Q order:2'], ['a', '', ''], 'a'],
    ['one with an order before one without', ['f G.Q', 'f F.Q order:2'], ['a', '', 'c'], 'a'],
    ['the latest of one place', ['f F.Q'], ['a', 'b', ''], 'b'],
    ['the latest where none has an order', ['f G.Q', 'f F.Q'], ['a', '', 'c'], 'c'],
  ])('%s is sent', (_, sources, said, value) => {
    expect(played(sources, said).value).toBe(value);
  });

  test('what gave way, and what the return does not read, stands beside it', () => {
    const { value, fed, unread } = played(['f F.Q', 'f G.Q records'], ['a', 'b', 'c']);
    expect(value).toBe('b');
    expect(fed.map(({ entry }) => entry.value)).toEqual(['b']);
    expect(new Set(unread.map((entry) => entry.value))).toEqual(new Set(['a', 'c']));
  });

  test('what a person ruled out is not there at all', () => {
    expect(played(['f F.Q ignored', 'f G.Q'], ['a', 'b'])).toMatchObject({
      state: 'missing',
      lack: { kind: 'not-recorded', sources: [{ question: 'Q', form: 'G' }] },
    });
  });

  test('one screen is one place: what was written on it last holds, whatever the order of the steps', () => {
    const index = aMessage({
      ...words('f register-field CATEGORY @A order:1', 'f register-field CATEGORY @B order:3'),
    });
    const sent = returned(index, [
      begin('A', DAY),
      record('A-1', 'register-field:CATEGORY', 'a', DAY),
      complete('A-1', DAY, 'A>B'),
      start('B-2', DAY),
      record('B-2', 'register-field:CATEGORY', 'b', '2026-05-09'),
    ]);
    expect(elementAt(sent, 'Child/F').value).toBe('b');
  });
});

describe('more than one value', () => {
  const words = (max: string): WorkspaceWords => ({
    steps: ['A may-start'],
    activities: ['A F'],
    questions: ['F.LIST lookup:KIND multi-choice', 'F.ONE yes-no', 'F.TWO yes-no', 'F.ROW rows:Table'],
    facts: ['listed child', 'ticked child', 'rows child'],
    sources: ['listed F.LIST', 'ticked F.ONE order:1', 'ticked F.TWO order:2', 'rows F.ROW'],
    events: ['due A started'],
    lookups: ['KIND Red Blue Green'],
    codes: ['SET R B T O MUL', 'PLAIN R B'],
    mappings: [
      'KIND Red SET R',
      'KIND Blue SET B',
      'KIND Red PLAIN R',
      'KIND Blue PLAIN B',
      'question:F/ONE Yes SET O',
      'question:F/TWO Yes SET T',
    ],
    items: [
      `Message/Child/List/Listed fact:listed on:due code-set:SET max:${max}`,
      `Message/Child/Ticked fact:ticked on:due code-set:SET max:${max}`,
      `Message/Child/Plain fact:listed on:due code-set:PLAIN max:${max}`,
      `Message/Child/Row fact:rows on:due max:${max}`,
    ],
  });
  const played = (max: string, listed: readonly string[], ticks: readonly string[] = []) =>
    returned(aMessage(words(max)), [
      begin('A', DAY),
      fill('A-1', 'F.LIST', listed, DAY),
      ...ticks.map((tick) => fill('A-1', `F.${tick}`, 'Yes', DAY)),
      fill('A-1', 'F.ROW', 'first', DAY),
      inCopy(1, fill('A-1', 'F.ROW', 'second', DAY)),
    ]);
  const values = (sent: ReturnType<typeof played>, tag: string) => elementsAt(sent, tag).map(({ value }) => value);

  test('each stands by itself where the item takes any number', () => {
    const sent = played('n', ['Red', 'Blue', 'Red'], ['TWO', 'ONE']);
    expect(values(sent, 'Listed')).toEqual(['R', 'B']);
    expect(values(sent, 'Ticked')).toEqual(['O', 'T']);
    expect(values(sent, 'Row')).toEqual(['first', 'second']);
  });

  test('an answer without a code stands beside those that have one', () => {
    const [red, green] = elementsAt(played('n', ['Red', 'Green']), 'Listed');
    expect(red).toMatchObject({ state: 'sent', value: 'R' });
    expect(green).toMatchObject({ state: 'missing', value: null, lack: { kind: 'no-code', list: 'KIND', code: '' } });
  });

  test('several codes where one may stand are the code for several, if the set has it', () => {
    const sent = played('1', ['Red', 'Blue']);
    expect(elementAt(sent, 'Listed')).toMatchObject({ value: 'MUL', state: 'sent' });
    expect(elementAt(sent, 'Listed').fed).toHaveLength(2);
    expect(elementAt(sent, 'Plain')).toMatchObject({
      value: null,
      lack: { kind: 'not-in-format', wanted: 'one value' },
    });
  });

  test('the last row of a table is sent where one may stand', () => {
    expect(values(played('1', ['Red']), 'Row')).toEqual(['second']);
  });
});

const THREE_VISITS = [
  begin('OPEN', DAY),
  complete('OPEN-1', DAY, 'OPEN>VISIT'),
  ...['2026-05-05', '2026-05-12', '2026-05-19'].flatMap((on, index) => [
    start(`VISIT-${index + 2}`, on),
    fill(`VISIT-${index + 2}`, 'F.WHEN', on, on),
    complete(`VISIT-${index + 2}`, on, index === 2 ? 'VISIT>end' : 'VISIT>VISIT'),
  ]),
];

test('where the message takes fewer than there are, the latest are sent, and the others say why they are not', () => {
  const items = [
    'Message/Children/Child/Id fact:id on:opened',
    'Message/Children/Child/LastVisits fact:when on:visited format:date max:2',
  ];
  const sent = returned(aMessage({ ...VISITS, items }), THREE_VISITS);
  expect(elementsAt(sent, 'LastVisits').map(({ value, state }) => `${value} ${state}`)).toEqual([
    '2026-05-05 left-out',
    '2026-05-12 sent',
    '2026-05-19 sent',
  ]);
  expect(elementsAt(sent, 'LastVisits')[0]?.leftOut).toEqual({
    kind: 'circumstance',
    says: 'This may stand 2 times, and what was said last is sent.',
  });
});

test('a flat return of a council’s own has a row for each of what is narrowest in it', () => {
  const items = [
    'Visits/Year fact:message.year on:opened',
    'Visits/Visit/Child fact:id on:opened',
    'Visits/Visit/Date fact:when on:visited format:date',
  ];
  const index = aMessage({ ...VISITS, items });
  expect(lines(index, returned(index, THREE_VISITS, ID))).toEqual([
    '<Visits>',
    '<Year>2027</Year>',
    ...['2026-05-05', '2026-05-12', '2026-05-19'].flatMap((date) => [
      '<Visit>',
      '<Child>C1</Child>',
      `<Date>${date}</Date>`,
      '</Visit>',
    ]),
    '</Visits>',
  ]);
});
