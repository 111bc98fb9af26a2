import { describe, expect, test } from 'vitest';
import { codeSetId, factId, itemId, returnId } from '#model/ids.ts';
import type { CodeMapping, Workspace } from '#model/workspace.ts';
import { anItem, aReturn, aWorkspace, type WorkspaceWords } from '../support/a-workspace.ts';
import { auditOf, expectFinding, expectFindings, expectNoFindings, withReview } from '../support/expect-findings.ts';

/** A step whose form has a choice that feeds a coded item; every answer has a code, every code an answer. */
const sound: WorkspaceWords = {
  steps: ['A may-start may-end'],
  activities: ['A F'],
  questions: ['F.Q lookup:SEXES'],
  sources: ['sex F.Q'],
  events: ['begun A started'],
  items: ['Sex fact:sex on:begun code-set:SEX'],
  lookups: ['SEXES Male Female'],
  codes: ['SEX M F'],
  mappings: ['SEXES Male SEX M', 'SEXES Female SEX F'],
};
const coded = (more: WorkspaceWords = {}): Workspace => aWorkspace({ ...sound, ...more });

/** The workspace with another year of its return, `2025-26` unless said, that takes these codes of the set SEX. */
function withYear(workspace: Workspace, codes: readonly string[], year = '2025-26', family = 'test'): Workspace {
  const start = year.slice(0, 4);
  const other = aReturn({
    id: returnId(`test-${year}`),
    year,
    family,
    period: { from: `${start}-04-01`, to: `${Number(start) + 1}-03-31` },
    codes: codes.map((code) => ({ codeSet: codeSetId('SEX'), code, label: `Old ${code}` })),
  });
  return { ...workspace, returns: [...workspace.returns, other] };
}

function withRule(workspace: Workspace, id: string, says: string): Workspace {
  const [first, ...others] = workspace.returns;
  if (first === undefined) throw new Error('No return');
  return {
    ...workspace,
    returns: [{ ...first, rules: [{ id, type: 'error', items: [itemId('Sex')], says }] }, ...others],
  };
}

const withWhy = (workspace: Workspace, row: number, given: Partial<CodeMapping>): Workspace => ({
  ...workspace,
  codeMappings: workspace.codeMappings.map((one, at) => (at === row ? { ...one, ...given } : one)),
});

test('a list whose answers all lead to codes, and whose codes all have answers, has nothing wrong with it', () => {
  expectNoFindings(coded(), 'codes/');
  expectNoFindings(withYear(coded(), ['M', 'F']), 'codes/');
});

describe('[codes/gap]', () => {
  test('[codes/gap] an answer of a lookup has no code', () => {
    const given = coded({ lookups: ['SEXES Male Female Other'] });
    expect(expectFinding(given, 'codes/gap', 'codes/gap|SEXES|Other|SEX')).toEqual({
      id: 'codes/gap|SEXES|Other|SEX',
      kind: 'codes/gap',
      severity: 'high',
      certainty: null,
      fact: 'sex',
      items: ['Sex'],
      places: [
        { lookup: 'SEXES', answer: 'Other', codeSet: 'SEX' },
        { form: 'F', question: 'Q' },
      ],
      route: null,
      message:
        '“Other” in the list SEXES leads to no code of the set SEX, so Sex gets nothing from it. Give it a code in mappings/codes.csv, or take it off the list.',
      decision: null,
    });
  });

  test.each([
    ['has no row', 'SEXES Male SEX M', 1],
    ['has a row without a code', 'SEXES Female SEX', 1],
    ['has a row that is ignored', 'SEXES Female SEX F ignored', 1],
    ['has a row with a code that stands in no year', 'SEXES Female SEX X', 1],
    ['has a row for another code set only', 'SEXES Female OTHER 1', 1],
    ['has a row that is only suggested', 'SEXES Female SEX F suggested', 0],
    ['has a row that is flagged', 'SEXES Female SEX F flagged', 0],
  ])('[codes/gap] an answer that %s', (_, row, gaps) => {
    const given = coded({ codes: ['SEX M F', 'OTHER 1'], mappings: ['SEXES Male SEX M', row] });
    expectFindings(given, 'codes/gap', gaps === 1 ? ['codes/gap|SEXES|Female|SEX'] : []);
  });

  test('[codes/gap] what people wrote beside the row is passed on, and how often the answer was chosen', () => {
    const written = withWhy(coded({ mappings: ['SEXES Male SEX M', 'SEXES Female SEX'] }), 1, { why: 'To be asked.' });
    const given = {
      ...written,
      lookupAnswers: written.lookupAnswers.map((answer) => ({ ...answer, timesChosen: 1204 })),
    };
    const { message } = expectFinding(given, 'codes/gap', 'codes/gap|SEXES|Female|SEX');
    expect(message).toContain('“Female” in the list SEXES (chosen 1,204 times) leads to no code');
    expect(message).toContain('Its row says: “To be asked.”');
  });

  test('[codes/gap] says which answer it probably was when the wording has changed', () => {
    const given = coded({
      lookups: ['SEXES Male Female/woman'],
      mappings: ['SEXES Male SEX M', 'SEXES Female SEX F'],
    });
    const { message } = expectFinding(given, 'codes/gap', 'codes/gap|SEXES|Female/woman|SEX');
    expect(message).toContain('a row of mappings/codes.csv leads from “Female”, which the list does not hold, to F.');
  });

  test('[codes/gap] makes no guess where nothing is near', () => {
    const given = coded({ lookups: ['SEXES Male Unborn'] });
    const { message } = expectFinding(given, 'codes/gap', 'codes/gap|SEXES|Unborn|SEX');
    expect(message).not.toContain('probably');
  });

  test('[codes/gap] one list that feeds two code sets is checked against each', () => {
    const given = coded({
      items: ['Sex fact:sex code-set:SEX', 'Gender fact:sex code-set:GENDER min:0'],
      codes: ['SEX M F', 'GENDER 1 2'],
      mappings: [...(sound.mappings ?? []), 'SEXES Male GENDER 1'],
    });
    const [gap] = expectFindings(given, 'codes/gap', ['codes/gap|SEXES|Female|GENDER']);
    expect(gap?.severity).toBe('low');
    expect(gap?.items).toEqual(['Gender']);
  });

  test('[codes/gap] two items of one code set share a finding, as weighty as the weightier', () => {
    const given = coded({
      questions: ['F.Q lookup:SEXES', 'F.R lookup:SEXES'],
      sources: ['sex F.Q', 'latest F.R'],
      items: ['Sex fact:sex code-set:SEX min:0', 'Latest fact:latest code-set:SEX conditional'],
      lookups: ['SEXES Male Female Other'],
    });
    const gap = expectFinding(given, 'codes/gap', 'codes/gap|SEXES|Other|SEX');
    expect([gap.severity, gap.fact, gap.items]).toEqual(['medium', '', ['Sex', 'Latest']]);
    expect(gap.places.slice(1)).toEqual([
      { form: 'F', question: 'Q' },
      { form: 'F', question: 'R' },
    ]);
  });

  test('[codes/gap] the values of a screen are those that codes.csv names, for whatever code set', () => {
    const given = coded({
      activities: [],
      questions: [],
      sources: ['sex person-field SEX'],
      codes: ['SEX M F', 'GENDER 9'],
      mappings: ['person-field:SEX Male SEX M', 'person-field:SEX Female SEX F', 'person-field:SEX Neither GENDER 9'],
    });
    const gap = expectFinding(given, 'codes/gap', 'codes/gap|person-field:SEX|Neither|SEX');
    expect(gap.message).toMatch(/^“Neither” in the person record \(SEX\) leads to no code/u);
  });

  test.each([
    ['service-user-group:', 'sex service-user-group @A'],
    ['step-source:A', 'sex step-source @A'],
    ['legal-status:C2', 'sex legal-status C2 @A'],
  ])('[codes/gap] the list %s', (list, source) => {
    const mappings = [`${list} Male SEX M`, `${list} Female SEX F`, `${list} Other SEX`];
    expectFindings(coded({ sources: [source], mappings }), 'codes/gap', [`codes/gap|${list}|Other|SEX`]);
  });

  describe('tick boxes', () => {
    const ticked = (mappings: readonly string[]): Workspace =>
      coded({ questions: ['F.M yes-no', 'F.W yes-no'], sources: ['sex F.M', 'sex F.W'], mappings });

    test('[codes/gap] a row for Yes needs none for No', () => {
      expectNoFindings(ticked(['question:F/M Yes SEX M', 'question:F/W Yes SEX F']), 'codes/');
    });

    test('[codes/gap] a Yes whose row has no code', () => {
      const gap = expectFinding(
        ticked(['question:F/M Yes SEX M', 'question:F/W Yes SEX']),
        'codes/gap',
        'codes/gap|question:F/W|Yes|SEX',
      );
      expect(gap.message).toContain('“Yes” to “W” on F leads to no code');
      expect(gap.message).toContain('or stop asking the question.');
    });

    test('[codes/gap] a row for No does not stand for Yes', () => {
      const given = ticked(['question:F/M Yes SEX M', 'question:F/W No SEX F']);
      expectFindings(given, 'codes/gap', ['codes/gap|question:F/W|Yes|SEX']);
    });
  });

  test.each([
    ['a source that only records', { sources: ['sex F.Q records'] }],
    ['a source that is ignored', { sources: ['sex F.Q ignored'] }],
    ['a form on no reachable step', { activities: ['Lost F'] }],
    ['an item without a code set', { items: ['Sex fact:sex on:begun'] }],
    ['an item that is true or false', { items: ['Sex fact:sex on:begun code-set:SEX format:true-false'] }],
    ['a screen whose values nobody has written down', { sources: ['sex person-field SEX'] }],
  ])('[codes/gap] nothing is said of %s', (_, more: WorkspaceWords) => {
    expectNoFindings(coded({ lookups: ['SEXES Male Female Other'], ...more }), 'codes/gap', 'codes/unreachable');
  });

  test('[codes/gap] a decision stays with it', () => {
    const given = coded({ lookups: ['SEXES Male Female Other'] });
    const decided = withReview(given, 'codes/gap|SEXES|Other|SEX', 'accept-gap');
    expect(expectFinding(decided, 'codes/gap', 'codes/gap|SEXES|Other|SEX').decision?.decision).toBe('accept-gap');
  });
});

describe('[codes/unreachable]', () => {
  const missing = coded({ codes: ['SEX M F U'] });

  test('[codes/unreachable] no answer leads to a code', () => {
    expect(expectFinding(missing, 'codes/unreachable', 'codes/unreachable|Sex|U')).toEqual({
      id: 'codes/unreachable|Sex|U',
      kind: 'codes/unreachable',
      severity: 'high',
      certainty: null,
      fact: 'sex',
      items: ['Sex'],
      places: [
        { codeSet: 'SEX', code: 'U' },
        { form: 'F', question: 'Q' },
      ],
      route: null,
      message:
        'No answer leads to U, which Sex takes and which the list SEXES could give. No rule of the return names it. Give an answer that code, add an answer for it, or accept that it never comes about and say why.',
      decision: null,
    });
  });

  test('[codes/unreachable] another feeding place may lead to it', () => {
    const given = coded({
      codes: ['SEX M F U'],
      sources: ['sex F.Q', 'sex person-field SEX'],
      mappings: [...(sound.mappings ?? []), 'person-field:SEX Unborn SEX U'],
    });
    expectNoFindings(given, 'codes/');
  });

  test('[codes/unreachable] a row for an answer that the list no longer has does not lead there', () => {
    const given = coded({ codes: ['SEX M F U'], mappings: [...(sound.mappings ?? []), 'SEXES Unborn SEX U'] });
    const { message } = expectFinding(given, 'codes/unreachable', 'codes/unreachable|Sex|U');
    expect(message).toContain('leads there from “Unborn”, which the list does not hold.');
  });

  test('[codes/unreachable] an item that no list feeds is left alone', () => {
    expectNoFindings(coded({ codes: ['SEX M F U'], sources: ['sex calculated born'] }), 'codes/');
  });

  test('[codes/unreachable] says that a code is new in the year', () => {
    const { message } = expectFinding(withYear(missing, ['M', 'F']), 'codes/unreachable', 'codes/unreachable|Sex|U');
    expect(message).toContain(' The code is new in 2026-27. Give');
  });

  test('[codes/unreachable] says that a whole set is new in the year', () => {
    const { message } = expectFinding(withYear(missing, []), 'codes/unreachable', 'codes/unreachable|Sex|U');
    expect(message).toContain(' The whole set SEX is new in 2026-27. Give');
  });

  test('[codes/unreachable] a later year makes nothing new', () => {
    const given = withYear(missing, ['M'], '2027-28');
    expect(expectFinding(given, 'codes/unreachable', 'codes/unreachable|Sex|U').message).not.toContain('is new');
  });

  test.each([
    ['U', 'A child not yet born must have the sex U.', true],
    ['U', 'Unborn children are left out.', false],
    ['NONE', 'The disability code NONE must stand alone.', true],
    ['NONE', 'None of them may stand alone.', false],
    ['RC8', 'RC8 and RC9 say that an assessment was made.', true],
    ['RC8', 'RC81 says so.', false],
    ['21', 'Factor 21, no factors found, must stand alone.', true],
    ['21', 'The only assessment found no factors (21).', true],
    ['21', 'No more than 21 days later.', false],
    ['A', 'A category of abuse must be given.', false],
  ])('[codes/unreachable] whether a rule names the code %s: %s', (code, says, named) => {
    const given = withRule(coded({ codes: [`SEX M F ${code}`] }), '4180', says);
    const { message } = expectFinding(given, 'codes/unreachable', `codes/unreachable|Sex|${code}`);
    expect(message.includes(`Rule 4180 of the return names it: “${says}”`)).toBe(named);
  });
});

describe('[codes/retired]', () => {
  const retired = withYear(
    coded({ lookups: ['SEXES Male Female Other'], mappings: [...(sound.mappings ?? []), 'SEXES Other SEX X'] }),
    ['M', 'X'],
  );

  test('[codes/retired] an answer leads to a code of another year', () => {
    expect(expectFinding(retired, 'codes/retired', 'codes/retired|SEXES|Other|SEX|X')).toEqual({
      id: 'codes/retired|SEXES|Other|SEX|X',
      kind: 'codes/retired',
      severity: 'high',
      certainty: null,
      fact: 'sex',
      items: ['Sex'],
      places: [
        { lookup: 'SEXES', answer: 'Other', codeSet: 'SEX', code: 'X' },
        { form: 'F', question: 'Q' },
      ],
      route: null,
      message:
        '“Other” in the list SEXES leads to X (Old X), which Sex does not take in 2026-27; it stands in 2025-26. Since 2025-26 the set has gained F. Add a row with a code of this year, or take the answer out of use; the old row still serves the other years.',
      decision: null,
    });
  });

  test('[codes/retired] such an answer is no gap', () => {
    expectNoFindings(retired, 'codes/gap');
  });

  test('[codes/retired] names every year that takes the code, oldest first, and the rule that speaks of it', () => {
    const ruled = withRule(retired, '8945Q', 'Check the factors: X is withdrawn, and F stands for it.');
    const given = withYear(withYear(ruled, ['X'], '2023-24'), ['M'], '2024-25');
    const { message } = expectFinding(given, 'codes/retired', 'codes/retired|SEXES|Other|SEX|X');
    expect(message).toContain('it stands in 2023-24 and 2025-26.');
    expect(message).not.toContain('Rule 8945Q');
    const clear = withRule(retired, '8945Q', 'Check the factors: code X is withdrawn.');
    expect(expectFinding(clear, 'codes/retired', 'codes/retired|SEXES|Other|SEX|X').message).toContain(
      'Rule 8945Q of the return names it: “Check the factors: code X is withdrawn.”',
    );
  });

  test('[codes/retired] an answer with a code of this year as well loses nothing', () => {
    const given = {
      ...retired,
      codeMappings: [...retired.codeMappings, ...coded({ mappings: ['SEXES Other SEX F'] }).codeMappings],
    };
    const found = expectFinding(given, 'codes/retired', 'codes/retired|SEXES|Other|SEX|X');
    expect(found.severity).toBe('info');
    expect(found.message).toContain('It leads to F as well, so nothing is lost');
    expectNoFindings(given, 'codes/gap');
  });

  test('[codes/retired] a code of another collection is none of this one', () => {
    const given = withYear(
      coded({ lookups: ['SEXES Male Female Other'], mappings: [...(sound.mappings ?? []), 'SEXES Other SEX X'] }),
      ['X'],
      '2025-26',
      'other',
    );
    expectNoFindings(given, 'codes/retired');
    expectFindings(given, 'codes/gap', ['codes/gap|SEXES|Other|SEX']);
  });

  describe('a set that took the place of another', () => {
    const CODES = ['person-field:SEX Male SEX M', 'person-field:SEX Male GENDER 1', 'person-field:SEX Female SEX F'];

    /** The year before filled the code set GENDER from the fact. */
    function before(mappings: readonly string[], fact = 'sex'): Workspace {
      const given = coded({ sources: ['sex person-field SEX'], mappings: [...CODES, ...mappings] });
      const gender = codeSetId('GENDER');
      const year = aReturn({
        id: returnId('test-2025'),
        year: '2025-26',
        period: { from: '2025-04-01', to: '2026-03-31' },
        items: [anItem('Gender', { fact: factId(fact), codeSet: gender })],
        codes: ['1', '9'].map((code) => ({ codeSet: gender, code, label: '' })),
      });
      return { ...given, returns: [...given.returns, year] };
    }

    test('[codes/retired] an answer that has a code of the old set only', () => {
      const given = before(['person-field:SEX Neither GENDER 9']);
      const found = expectFinding(given, 'codes/retired', 'codes/retired|person-field:SEX|Neither|GENDER|9');
      expect(found.places[0]).toEqual({ lookup: 'person-field:SEX', answer: 'Neither', codeSet: 'GENDER', code: '9' });
      expect(found.message).toContain(
        'leads to 9 of the set GENDER, which Sex does not take in 2026-27; it stands in 2025-26. The set SEX has taken the place of GENDER: M and F.',
      );
      expectNoFindings(given, 'codes/gap');
    });

    test('[codes/retired] nothing is said of answers that have a code of the new set', () => {
      expectNoFindings(before([]), 'codes/');
    });

    test('[codes/retired] a set of another fact has nothing to do with it', () => {
      const given = before(['person-field:SEX Neither GENDER 9'], 'gender');
      expectNoFindings(given, 'codes/retired');
      expectFindings(given, 'codes/gap', ['codes/gap|person-field:SEX|Neither|SEX']);
    });
  });

  test('[codes/retired] an answer that the list no longer has is left alone', () => {
    const given = withYear(coded({ mappings: [...(sound.mappings ?? []), 'SEXES Gone SEX X'] }), ['X']);
    expectNoFindings(given, 'codes/retired');
  });
});

describe('[codes/type-mismatch]', () => {
  const fed = (question: string, item: string): Workspace =>
    coded({ questions: [`F.Q ${question}`], items: [`Sex fact:sex on:begun ${item}`] });

  test('[codes/type-mismatch] a text cannot hold a date', () => {
    expect(
      expectFinding(fed('short-text', 'format:date'), 'codes/type-mismatch', 'codes/type-mismatch|Sex|F|Q'),
    ).toEqual({
      id: 'codes/type-mismatch|Sex|F|Q',
      kind: 'codes/type-mismatch',
      severity: 'high',
      certainty: null,
      fact: 'sex',
      items: ['Sex'],
      places: [{ form: 'F', question: 'Q' }],
      route: null,
      message:
        '“Q” on F is a short text, which cannot hold a date as Sex wants it. Make it a date, or let the return read another place.',
      decision: null,
    });
  });

  const HELD: Readonly<Record<string, readonly string[]>> = {
    'format:date': ['date', 'date-time'],
    'format:date-time': ['date-time'],
    'code-set:SEX': ['choice'],
    'code-set:SEX max:4': ['choice', 'multi-choice'],
    'code-set:SEX max:n': ['choice', 'multi-choice'],
    'format:true-false': ['yes-no', 'choice'],
    'format:whole-number': ['number'],
    'format:text': ['short-text', 'long-text', 'rich-text', 'choice'],
    'format:pattern': ['short-text', 'long-text', 'rich-text'],
  };
  const TYPES =
    'short-text long-text rich-text number date date-time yes-no choice multi-choice person address file sign-off'.split(
      ' ',
    );

  test.each(Object.entries(HELD))('[codes/type-mismatch] %s is held by %j', (item, held) => {
    const isHeld = (type: string): boolean =>
      !auditOf(fed(type, item)).findings.some((finding) => finding.kind === 'codes/type-mismatch');
    const holding = TYPES.filter(isHeld);
    expect(holding).toEqual(TYPES.filter((type) => held.includes(type)));
  });

  test('[codes/type-mismatch] a yes or no holds codes once its Yes has a row', () => {
    const ticked = coded({ questions: ['F.Q yes-no'], mappings: ['question:F/Q Yes SEX M', 'question:F/Q No SEX F'] });
    expectNoFindings(ticked, 'codes/');
    const { message } = expectFinding(
      coded({ questions: ['F.Q yes-no'], mappings: [] }),
      'codes/type-mismatch',
      'codes/type-mismatch|Sex|F|Q',
    );
    expect(message).toContain('Say in mappings/codes.csv which code its Yes leads to (lookup question:F/Q)');
  });

  test('[codes/type-mismatch] several answers for one code: says how several together are sent', () => {
    const several = coded({ questions: ['F.Q multi-choice lookup:SEXES'], codes: ['SEX M F MUL'] });
    const { message } = expectFinding(several, 'codes/type-mismatch', 'codes/type-mismatch|Sex|F|Q');
    expect(message).toContain('takes several answers at once, and Sex takes one code.');
    expect(message).toContain('Several together are sent as MUL (MUL)');
  });

  test.each([
    ['an item that is not fed by a question', { sources: ['sex step-date started @A'] }],
    ['a question that only records', { sources: ['sex F.Q records'] }],
    ['a question on a step that no route reaches', { activities: ['Lost F'] }],
  ])('[codes/type-mismatch] nothing is said of %s', (_, more: WorkspaceWords) => {
    expectNoFindings(coded({ questions: ['F.Q file'], ...more }), 'codes/type-mismatch');
  });
});
