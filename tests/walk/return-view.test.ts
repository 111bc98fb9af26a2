import { expect, test } from 'vitest';
import type { CaseEvent, CaseInput, CaseState } from '#machine/case-values.ts';
import { stepDefinitions } from '#machine/step-definition.ts';
import { formId, questionCode } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { type ChildReturn, RETURN_OPTIONS } from '#returns/child-return.ts';
import { childReturn } from '#returns/return-of.ts';
import { returnRulesOf } from '#returns/return-rules.ts';
import { dayInWords } from '#walk/days.ts';
import { type ElementDetails, elementDetails } from '#walk/element-details.ts';
import { questionPlace } from '#walk/lit.ts';
import {
  changedLines,
  describeNoneMissing,
  elementsAt,
  type ReturnView,
  returnView,
  sayChanges,
  visibleLines,
  yearView,
} from '#walk/return-view.ts';
import { Playing } from '../returns-of-case/playing.ts';
import { aMessage, begin, complete, fill, record } from '../returns-of-case/small.ts';
import { exampleIn, fullProtectionCase } from '../returns-of-case/worked-example.ts';

const ON = '2026-06-01';

interface Seen {
  readonly state: CaseState;
  readonly child: ChildReturn;
  readonly view: ReturnView;
  readonly about: (tag: string) => ElementDetails;
}

function seen(index: WorkspaceIndex, state: CaseState): Seen {
  const told = { index, state, on: ON };
  const child = childReturn(returnRulesOf(index), state, RETURN_OPTIONS);
  const view = returnView(told, child);
  const about = (tag: string): ElementDetails => {
    const [key, element] = [...view.elements].find(([, one]) => one.tag === tag) ?? [];
    if (key === undefined || element === undefined) throw new Error(`no ${tag}`);
    return elementDetails(told, stepDefinitions(index), key, element);
  };
  return { state, child, view, about };
}

function play(index: WorkspaceIndex, events: readonly CaseEvent[], held: CaseInput['held'] = []): Seen {
  const playing = new Playing(index, { held, on: ON });
  for (const event of events) playing.send(event);
  return seen(index, playing.moment.state);
}

const INDEX = aMessage({
  steps: ['A may-start may-end opens:referral'],
  activities: ['A F'],
  questions: ['F.SOURCE choice lookup:WHO', 'F.SEEN date', 'F.AGAIN date', 'F.TYPED date'],
  lookups: ['WHO Police School Neighbour'],
  codes: ['Source 6 2A'],
  mappings: ['WHO Police Source 6', 'WHO School Source 99'],
  facts: ['came event referral', 'who event referral', 'left event referral', 'never event referral'],
  sources: ['came step-date started @A', 'came F.AGAIN records', 'who F.SOURCE', 'left register-field LEFT @A'],
  events: ['begun A started', 'ended A completed'],
  items: [
    'Child/Details/Came fact:came format:date on:begun',
    'Child/Details/Who fact:who code-set:Source format:code on:begun',
    'Child/Details/Left fact:left format:date on:ended',
    'Child/Details/Never fact:never format:date on:begun min:0 conditional',
  ],
});

const shownTexts = ({ view }: Seen, isAllShown = false): readonly string[] =>
  visibleLines(view, isAllShown, new Set()).map(({ kind, tag, text, state }) =>
    kind === 'item' ? `${tag} ${text || state}` : `${kind === 'close' ? '/' : ''}${tag}`,
  );

test('the message stands in its order: what is sent, and what is missing', () => {
  expect(describeNoneMissing(play(INDEX, []).child)).toBe('Nothing is due yet.');
  expect(shownTexts(play(INDEX, [begin('A', ON)]))).toEqual([
    'Child',
    'Details',
    'Came 2026-06-01',
    'Who missing',
    '/Details',
    '/Child',
  ]);
});

test('what is not sent is hidden, counted, and shown when it is asked for or pointed at', () => {
  const now = play(INDEX, [begin('A', ON)]);
  expect(now.view.hidden).toBe(2);
  expect(shownTexts(now, true)).toEqual(expect.arrayContaining(['Left waiting', 'Never conditional']));
  const key = [...now.view.elements].find(([, { tag }]) => tag === 'Left')?.[0] ?? '';
  const lines = visibleLines(now.view, false, new Set([key])).map(({ tag }) => tag);
  expect(lines).toEqual(['Child', 'Details', 'Came', 'Who', 'Left', 'Details', 'Child']);
});

test('an element tells its value and why, and what records the same and is not read', () => {
  const { about } = play(INDEX, [begin('A', ON), fill('A-1', 'F.AGAIN', ON, ON)]);
  expect(about('Came')).toMatchObject({
    state: 'sent',
    where: 'Referral 1',
    says: ['2026-06-01, because A started on 1 June.'],
    unread: [{ says: `The answer to “AGAIN” in A was 1 June 2026. It is not read.` }],
    places: [{ step: 'A-1', stepName: 'A' }],
  });
  expect(dayInWords(ON, ON)).toBe('1 June');
});

test('a code is told with the row that gave it', () => {
  const { about } = play(INDEX, [begin('A', ON), fill('A-1', 'F.SOURCE', 'Police', ON)]);
  expect(about('Who').says).toEqual(['6, because the answer to “SOURCE” in A was “Police”.']);
  expect(about('Who').codes.join(' ')).toMatch(/^Code map: “Police” in WHO has the code 6/u);
});

test('an answer without a code, and one whose code this year does not take, say so', () => {
  const lacking = play(INDEX, [begin('A', ON), fill('A-1', 'F.SOURCE', 'Neighbour', ON)]);
  expect(lacking.about('Who').says[0]).toBe(
    'A code is lacking: the answer to “SOURCE” in A was “Neighbour”, and codes.csv has no code for that in WHO.',
  );
  const odd = play(INDEX, [begin('A', ON), fill('A-1', 'F.SOURCE', 'School', ON)]);
  expect(odd.about('Who').says[0]).toMatch(/which codes\.csv gives the code 99; .* does not take it\.$/u);
  expect(odd.about('Who').places.map(({ place }) => place)).toEqual(['A-1 question F/SOURCE']);
});

test('what is missing says where it would be recorded, and leads there', () => {
  const now = play(INDEX, [begin('A', ON)]);
  expect(now.view.missing.map(({ tag, where, says }) => [tag, where, says])).toEqual([
    ['Who', 'Referral 1', 'Nothing has been recorded. It is read from “SOURCE” on F.'],
  ]);
  expect(now.about('Who').places).toMatchObject([{ step: 'A-1', place: 'A-1 question F/SOURCE' }]);
  expect(now.about('Left')).toMatchObject({ state: 'waiting', says: [], due: expect.stringMatching(/^Not due yet/u) });
});

test('an item that nothing feeds says what to do', () => {
  expect(play(INDEX, [begin('A', ON)]).about('Never').says).toEqual([
    'No place in this workspace feeds it: say on the screen Returns where it is recorded.',
  ]);
});

test('a field leads to its element; one that is not read leads to the element of its fact', () => {
  const { view } = play(INDEX, [begin('A', ON), fill('A-1', 'F.SOURCE', 'Police', ON), fill('A-1', 'F.AGAIN', ON, ON)]);
  const at = (code: string): readonly string[] =>
    elementsAt(view, [questionPlace('A-1', formId('F'), questionCode(code))]).map(
      (key) => view.elements.get(key)?.tag ?? '',
    );
  expect(at('SOURCE')).toEqual(['Who']);
  expect(at('AGAIN')).toEqual(['Came']);
  expect(at('TYPED')).toEqual([]);
});

test('what the last answer changed is marked, and said', () => {
  const before = play(INDEX, [begin('A', ON)]).view;
  const now = play(INDEX, [begin('A', ON), fill('A-1', 'F.SOURCE', 'Police', ON)]).view;
  const changes = changedLines(before, now);
  expect([...changes].map(([key, change]) => [now.elements.get(key)?.tag, change])).toEqual([['Who', 'new']]);
  expect(sayChanges(now, changes)).toBe('Who, 6, sent.');
  expect(changedLines(now, now).size).toBe(0);
  expect(changedLines(null, now).size).toBe(0);
});

test('a value that is another than before is changed, not new', () => {
  const on = (day: string): ReturnView =>
    play(INDEX, [begin('A', ON), record('A-1', 'register-field:LEFT', day, ON), complete('A-1', ON)]).view;
  expect([...changedLines(on('2026-05-30'), on('2026-05-31')).values()]).toEqual(['changed']);
});

test('the worked example: a full child protection case, each line with a key of its own and something to say', () => {
  const index = exampleIn('2026-27');
  const { view, about, child, state } = seen(index, fullProtectionCase(index).moment.state);
  expect(new Set(view.lines.map(({ key }) => key)).size).toBe(view.lines.length);
  expect(view.elements.size).toBe(view.lines.filter(({ kind }) => kind !== 'close').length);
  for (const { tag } of view.elements.values()) expect(about(tag).says.join('')).not.toMatch(/undefined|\[object/u);
  expect(about('ICPCnotRequired')).toMatchObject({
    cbds: 'N00111',
    where: 'Section 47 enquiry 1',
    says: ['false, because the next action “Initial child protection conference” was chosen in Section 47 enquiry.'],
  });
  expect(about('InitialCPCtarget').says[0]).toMatch(
    /^2026-07-21, worked out\. The strategy discussion was on 30 June 2026/u,
  );
  expect(about('LatestCategoryOfAbuse').codes.join(' ')).toMatch(/has the code MUL/u);
  expect(about('UPNunknown').says[0]).toMatch(/^UN6, worked out\./u);
  expect(yearView({ index, state, on: ON }, child)).toEqual({ period: '1 April 2026 to 31 March 2027', outside: [] });
});

test('what falls outside the census year is named with the reason', () => {
  const index = exampleIn('2026-27');
  const { child, state, view } = seen(index, fullProtectionCase(index, 2024).moment.state);
  const { outside } = yearView({ index, state, on: ON }, child);
  expect(outside.map(({ name }) => name)).toEqual(['Child']);
  expect(describeNoneMissing(child)).toMatch(/falls outside the census year/u);
  for (const { says } of outside) expect(says).toMatch(/before the census year|not .* in the census year|census year/u);
  expect(view.lines.every(({ state: stands }) => stands !== 'sent')).toBe(true);
});
