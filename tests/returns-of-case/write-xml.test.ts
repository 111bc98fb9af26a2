import { describe, expect, test } from 'vitest';
import { RETURN_OPTIONS } from '#returns/child-return.ts';
import { returnRulesOf } from '#returns/return-rules.ts';
import { writeSchema } from '#returns/write-schema.ts';
import { isComplete, lackingItems, writeReturn, xmlLines } from '#returns/write-xml.ts';
import type { WorkspaceWords } from '../support/a-workspace.ts';
import { aMessage, begin, complete, fill, lines, returned, start } from './small.ts';
import { schemaErrors } from './validate.ts';

const DAY = '2026-05-04';

const WORDS: WorkspaceWords = {
  steps: ['A may-start opens:referral', 'B opens:visit'],
  actions: ['A > B', 'B > B', 'B > end'],
  activities: ['A F', 'B G'],
  questions: ['F.NAME', 'F.KIND', 'G.ON', 'G.SEEN', 'G.TIMES', 'G.AT'],
  facts: ['name child', 'kind child', 'on visit', 'seen visit', 'times visit', 'at visit'],
  sources: ['name F.NAME', 'kind F.KIND', 'on G.ON', 'seen G.SEEN', 'times G.TIMES', 'at G.AT'],
  events: ['began A started', 'visited B completed'],
  codes: ['KIND a&b c', 'LEVEL L'],
  items: [
    'Mail/Head/Level fact:message.source-level code-set:LEVEL on:began',
    'Mail/Head/Made fact:message.made-at format:date-time on:began',
    'Mail/People/Person/Name fact:name on:began',
    'Mail/People/Person/Kinds/Kind fact:kind on:began code-set:KIND min:0 max:n',
    'Mail/People/Person/Visit/On fact:on on:visited format:date',
    'Mail/People/Person/Visit/Seen fact:seen on:visited format:true-false min:0',
    'Mail/People/Person/Visit/Times fact:times on:visited format:whole-number min:0',
    'Mail/People/Person/Visit/At fact:at on:visited format:date-time min:0 conditional',
  ],
};

const INDEX = aMessage(WORDS, { notVerified: ['Whether <this> is so.'], name: 'Mail & visits' });
const RULES = returnRulesOf(INDEX);

const visit = (key: string, answers: Readonly<Record<string, string>>) => [
  start(key, DAY),
  ...Object.entries(answers).map(([code, value]) => fill(key, `G.${code}`, value, DAY)),
  complete(key, DAY, 'B>end'),
];
const person = (name: string | readonly string[], kind: readonly string[] = []) => [
  begin('A', DAY),
  fill('A-1', 'F.NAME', name, DAY),
  ...(kind.length > 0 ? [fill('A-1', 'F.KIND', kind, DAY)] : []),
  complete('A-1', DAY, 'A>B'),
];

const CASES = [
  returned(INDEX, [
    ...person('Anna <i> & "Bo"', ['a&b', 'c']),
    ...visit('B-2', { ON: '4/5/2026', SEEN: 'Yes', TIMES: '02' }),
  ]),
  returned(INDEX, [...person('Chi\u0000\u000B\uFFFE'), ...visit('B-2', { ON: '2026-05-05', AT: '2026-05-05 10:00' })]),
];

const fileOf = (children: typeof CASES): string => {
  const [first] = children;
  return first === undefined
    ? ''
    : [
        ...writeReturn(
          RULES.shape,
          first.header,
          children.map(({ child }) => child),
        ),
      ].join('');
};

describe('the file', () => {
  test('has the header, then child by child; what XML cannot hold is escaped or left out', () => {
    expect(fileOf(CASES)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<Mail>
  <Head>
    <Level>L</Level>
    <Made>2000-01-01T00:00:00</Made>
  </Head>
  <People>
    <Person>
      <Name>Anna &lt;i&gt; &amp; &quot;Bo&quot;</Name>
      <Kinds>
        <Kind>a&amp;b</Kind>
        <Kind>c</Kind>
      </Kinds>
      <Visit>
        <On>2026-05-04</On>
        <Seen>true</Seen>
        <Times>2</Times>
      </Visit>
    </Person>
    <Person>
      <Name>Chi</Name>
      <Visit>
        <On>2026-05-05</On>
        <At>2026-05-05T10:00:00</At>
      </Visit>
    </Person>
  </People>
</Mail>
`);
  });

  test('is written as its children are asked for', () => {
    const [first] = CASES;
    let asked = 0;
    function* many() {
      for (; asked < 1000; asked += 1) if (first !== undefined) yield first.child;
    }
    const pieces = writeReturn(RULES.shape, CASES[0]?.header ?? CASES[1]!.header, many());
    for (let piece = 0; piece < 5; piece += 1) pieces.next();
    expect(asked).toBeLessThan(5);
  });

  test('is the same for the same cases', () => {
    expect(fileOf(CASES)).toBe(fileOf(CASES));
  });
});

describe('what is shown of a child', () => {
  test('stands in message order, with what is awaited', () => {
    const awaiting = returned(INDEX, [...person('Anna'), start('B-2', DAY), fill('B-2', 'G.ON', DAY, DAY)]);
    const shown = xmlLines(awaiting.child).map(({ depth, kind, tag, text, element }) =>
      kind === 'item' && element.kind === 'item'
        ? `${depth} ${tag} ${element.state} ${text}`.trim()
        : `${depth} ${kind === 'open' ? '' : '/'}${tag}`,
    );
    expect(shown).toEqual([
      '0 Person',
      '1 Name sent Anna',
      '1 Kinds',
      '2 Kind missing',
      '1 /Kinds',
      '1 Visit',
      '2 On waiting 2026-05-04',
      '2 Seen waiting',
      '2 Times waiting',
      '2 At waiting',
      '1 /Visit',
      '0 /Person',
    ]);
  });
});

describe('a child is complete', () => {
  const lacking = (...events: Parameters<typeof returned>[1]) => {
    const child = returned(INDEX, events);
    expect(isComplete(child)).toBe(lackingItems(child).length === 0);
    return lackingItems(child).map(({ tag }) => tag);
  };

  test('when every group that is sent has what it must have', () => {
    expect(lacking(...person('Anna'), ...visit('B-2', { ON: DAY }))).toEqual([]);
  });

  test('and not when one lacks it', () => {
    expect(lacking(...person('Anna'), ...visit('B-2', { SEEN: 'Yes' }))).toEqual(['On']);
    expect(lacking(...person([]), ...visit('B-2', { ON: DAY }))).toEqual(['Name']);
  });

  test('while nothing of it is sent, nothing is lacking', () => {
    expect(lacking()).toEqual([]);
  });
});

describe('the schema made of the items', () => {
  const schema = writeSchema(RULES);

  test('takes the file', async () => {
    expect(await schemaErrors(fileOf(CASES), schema)).toEqual([]);
  });

  test('says what is not verified, and what the codes mean', () => {
    expect(schema).toContain('<xs:documentation>Not verified: Whether &lt;this&gt; is so.</xs:documentation>');
    expect(schema).toContain('<xs:enumeration value="a&amp;b">');
  });

  test.each([
    ['an unknown code', '<Kind>c</Kind>', '<Kind>d</Kind>'],
    ['a date that is none', '<On>2026-05-05</On>', '<On>05/05/2026</On>'],
    ['what must be there and is not', '<Name>Chi</Name>', ''],
    ['the wrong order', '<Seen>true</Seen>\n        <Times>2</Times>', '<Times>2</Times><Seen>true</Seen>'],
    ['too many', '<Name>Chi</Name>', '<Name>Chi</Name><Name>Cho</Name>'],
    ['a flag that is none', '<Seen>true</Seen>', '<Seen>Yes</Seen>'],
    ['a number that is none', '<Times>2</Times>', '<Times>-2</Times>'],
    ['an element of another return', '<Name>Chi</Name>', '<Name>Chi</Name><Other>1</Other>'],
    ['a missing header', '<Level>L</Level>', ''],
  ])('refuses %s', async (_, from, to) => {
    const file = fileOf(CASES);
    expect(file).toContain(from);
    expect(await schemaErrors(file.replace(from, to), schema)).not.toEqual([]);
  });

  test('takes 1 and 0 for true and false', async () => {
    const file = fileOf(CASES).replace('<Seen>true</Seen>', '<Seen>0</Seen>');
    expect(await schemaErrors(file, schema)).toEqual([]);
  });

  test('and patterns hold for the whole value', async () => {
    const patterned = (pattern: string) => {
      const item = INDEX.dataReturn?.items.find(({ tag }) => tag === 'Name');
      const format = { kind: 'pattern' as const, pattern };
      const items = (INDEX.dataReturn?.items ?? []).map((one) => (one === item ? { ...one, format } : one));
      return writeSchema(returnRulesOf(aMessageOf(items)));
    };
    const file = fileOf(CASES.slice(1));
    expect(await schemaErrors(file, patterned('^Chi$'))).toEqual([]);
    expect(await schemaErrors(file, patterned('^(?:[A-Z])[a-z]{2}$'))).toEqual([]);
    expect(await schemaErrors(file, patterned('^Ch$'))).not.toEqual([]);
    // What XML Schema has no words for is not tested by it.
    expect(await schemaErrors(file, patterned('^(?=X).*$'))).toEqual([]);
  });
});

const aMessageOf = (items: NonNullable<typeof INDEX.dataReturn>['items']) =>
  INDEX.dataReturn === null ? INDEX : { ...INDEX, dataReturn: { ...INDEX.dataReturn, items } };

test('a return without a wrapping element of its own, or without a return at all, has a file too', async () => {
  const flat = aMessage({ ...WORDS, items: ['Name fact:name on:began', 'Kind fact:kind on:began min:0'] });
  expect(lines(flat, returned(flat, person('Anna')))).toEqual(['<Message>', '<Name>Anna</Name>', '</Message>']);
  const none = { ...INDEX, dataReturn: null };
  expect(lines(none, returned(none, person('Anna')))).toEqual(['<Message>', '</Message>']);
  expect(await schemaErrors('<Message/>', writeSchema(returnRulesOf(none)))).toEqual([]);
});

test('a name that XML would not take is made one', () => {
  const odd = aMessage({ ...WORDS, items: ['1st/a(b)/c<d fact:name on:began'] });
  expect(lines(odd, returned(odd, person('Anna')))).toEqual([
    '<_1st>',
    '<a_b_>',
    '<c_d>Anna</c_d>',
    '</a_b_>',
    '</_1st>',
  ]);
});

test('options that do not fit the header are lacking in it', () => {
  const index = aMessage({
    ...WORDS,
    items: ['M/H/Made fact:message.made-at format:date-time on:began', 'M/C/Name fact:name on:began'],
  });
  const { header } = returned(index, person('Anna'), { options: { madeAt: 'today' } });
  expect(header.children).toMatchObject([{ state: 'missing', value: null }]);
  expect(RETURN_OPTIONS.authorityNumber).toMatch(/^\d{3}$/u);
});
