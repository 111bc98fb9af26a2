import { describe, expect, test } from 'vitest';
import type { WorkspaceWords } from '../support/a-workspace.ts';
import { aWorkspace } from '../support/a-workspace.ts';
import { aRoute, expectFinding, expectFindings, expectNoFindings, withReview } from '../support/expect-findings.ts';

/** A contact, then a referral, then the end; the item Born is due when the referral starts. */
const referral = (more: WorkspaceWords): WorkspaceWords => ({
  steps: ['Contact may-start'],
  actions: ['Contact > Referral', 'Contact > end', 'Referral > end'],
  activities: ['Contact Record'],
  questions: ['Record.BORN mandatory date'],
  events: ['referred Referral started'],
  items: ['Born fact:born on:referred'],
  ...more,
});

/** Two ways to a referral, of which one has the form. */
const twoWays: Partial<WorkspaceWords> = {
  steps: ['Contact may-start'],
  actions: ['Contact > Check', 'Contact > Referral', 'Check > Referral', 'Referral > end'],
  activities: ['Check Record'],
};

test('a workspace that surely records what is due has no findings', () => {
  expectNoFindings(referral({ sources: ['born Record.BORN'] }), 'coverage/', 'duplicate/', 'workflow/');
});

describe('[coverage/item-missing]', () => {
  test('[coverage/item-missing] an item that nothing records', () => {
    expectNoFindings(referral({ sources: ['born Record.BORN'] }), 'coverage/item-missing');
    const finding = expectFinding(
      referral({}),
      'coverage/item-missing',
      'coverage/item-missing|Born|referred|Referral',
    );
    expect(finding).toEqual({
      id: 'coverage/item-missing|Born|referred|Referral',
      kind: 'coverage/item-missing',
      severity: 'high',
      certainty: 'every-route',
      fact: 'born',
      items: ['Born'],
      places: [{ stepType: 'Referral' }],
      route: aRoute('Contact Contact>Referral', 'Referral Referral>end'),
      message:
        'Born falls due at Referral and is recorded for the return on no route. No place that the return reads can reach it: add a source, or accept the gap and say why.',
      decision: null,
    });
  });

  test('[coverage/item-missing] a source that stands only where no route comes', () => {
    const lost = referral({ activities: ['Lost Record'], sources: ['born Record.BORN'] });
    expectFindings(lost, 'coverage/item-missing', ['coverage/item-missing|Born|referred|Referral']);
    expectNoFindings(lost, 'coverage/optional-source');
  });

  test.each([
    ['born outside case_note', 'It is kept in a place outside Mosaic (case_note), not as data: give it a place'],
    [
      'born step-date started @Referral records',
      'It is recorded in the step’s own started date, which the return does',
    ],
  ])('[coverage/item-missing] with %s the message says what is there', (source, words) => {
    const id = 'coverage/item-missing|Born|referred|Referral';
    expect(expectFinding(referral({ sources: [source] }), 'coverage/item-missing', id).message).toContain(words);
  });

  test('[coverage/item-missing] the named next action is part of what it is about', () => {
    const given = referral({ events: ['referred Contact completed Contact>end'] });
    const id = 'coverage/item-missing|Born|referred|Contact|Contact>end';
    const finding = expectFinding(given, 'coverage/item-missing', id);
    expect(finding.places).toEqual([{ stepType: 'Contact', nextAction: 'Contact>end' }]);
    expect(finding.message).toContain('Born falls due at Contact when “Contact>end” is chosen and is');
    expect(finding.route).toEqual(aRoute('Contact Contact>end'));
  });

  test('[coverage/item-missing] one for each item, event and place', () => {
    const given = referral({
      steps: ['Contact may-start', 'Walk-in may-start may-end'],
      events: ['referred Referral started', 'referred Walk-in started', 'closed Referral completed'],
      items: ['Born fact:born on:referred', 'Seen fact:seen on:closed', 'Idle fact:seen'],
    });
    expectFindings(given, 'coverage/item-missing', [
      'coverage/item-missing|Born|referred|Referral',
      'coverage/item-missing|Born|referred|Walk-in',
      'coverage/item-missing|Seen|closed|Referral',
    ]);
  });

  test('[coverage/item-missing] a stroke inside a key is written %7C', () => {
    const given = referral({ items: ['Child|Born fact:born on:referred'] });
    expectFindings(given, 'coverage/item-missing', ['coverage/item-missing|Child%7CBorn|referred|Referral']);
  });

  test.each([
    ['Born fact:born on:referred', 'high'],
    ['Born fact:born on:referred conditional', 'medium'],
    ['Born fact:born on:referred min:0 conditional', 'medium'],
    ['Born fact:born on:referred min:0', 'low'],
  ])('[coverage/item-missing] %s is %s', (item, severity) => {
    const [finding] = expectFindings(referral({ items: [item] }), 'coverage/item-missing', [
      'coverage/item-missing|Born|referred|Referral',
    ]);
    expect(finding?.severity).toBe(severity);
  });
});

describe('[coverage/item-gap]', () => {
  const id = 'coverage/item-gap|Born|referred|Referral';

  test('[coverage/item-gap] an item that one of two ways records', () => {
    const given = referral({ ...twoWays, sources: ['born Record.BORN'] });
    expectNoFindings({ ...given, activities: ['Contact Record'] }, 'coverage/item-gap');
    expect(expectFinding(given, 'coverage/item-gap', id)).toEqual({
      id,
      kind: 'coverage/item-gap',
      severity: 'high',
      certainty: 'some-routes',
      fact: 'born',
      items: ['Born'],
      places: [{ stepType: 'Referral' }],
      route: aRoute('Contact Contact>Referral', 'Referral Referral>end'),
      message:
        'Born falls due at Referral and is recorded for the return on some routes only. It is read from “BORN” on Record, which is not sure on this route: make that recording sure, or read another place as well.',
      decision: null,
    });
  });

  test('[coverage/item-gap] the route goes on after the place where recording may still come', () => {
    const given = {
      steps: ['Contact may-start'],
      actions: ['Contact > Plan', 'Plan > Visit', 'Plan > Review', 'Review > Close', 'Visit > end', 'Close > end'],
      sources: ['born step-date started @Visit'],
      events: ['referred Contact started'],
      items: ['Born fact:born on:referred'],
    };
    const finding = expectFinding(given, 'coverage/item-gap', 'coverage/item-gap|Born|referred|Contact');
    expect(finding.route).toEqual(
      aRoute('Contact Contact>Plan', 'Plan Plan>Review', 'Review Review>Close', 'Close Close>end'),
    );
  });

  test('[coverage/item-gap] the route stops where another instance begins', () => {
    const given = {
      steps: ['Review may-start may-end opens:review'],
      actions: ['Review > Review always'],
      facts: ['when review'],
      sources: ['when person-field DATE @Review'],
      events: ['reviewed Review completed'],
      items: ['When fact:when on:reviewed'],
    };
    const finding = expectFinding(given, 'coverage/item-gap', 'coverage/item-gap|When|reviewed|Review');
    expect(finding.route).toEqual(aRoute('Review'));
  });

  test('[coverage/item-gap] a decision stands with the finding, which stays in the list', () => {
    const given = withReview(referral({ ...twoWays, sources: ['born Record.BORN'] }), id, 'accept-gap');
    expect(expectFinding(given, 'coverage/item-gap', id).decision).toEqual({
      decision: 'accept-gap',
      reason: 'Asked on purpose',
      by: 'A. Analyst',
      on: '2026-11-02',
    });
  });
});

describe('[coverage/optional-source]', () => {
  test('[coverage/optional-source] an item read from a question that may be left empty', () => {
    const given = referral({ questions: ['Record.BORN date'], sources: ['born Record.BORN'] });
    expectNoFindings({ ...given, questions: ['Record.BORN mandatory date'] }, 'coverage/optional-source');
    expect(expectFinding(given, 'coverage/optional-source', 'coverage/optional-source|Born')).toMatchObject({
      severity: 'high',
      certainty: null,
      fact: 'born',
      items: ['Born'],
      places: [{ stepType: 'Contact', form: 'Record', question: 'BORN' }],
      route: null,
      message:
        'Born is read from “BORN” on Record, which may be left empty: make the recording mandatory, or say in “assured” why it is always there.',
    });
  });

  test('[coverage/optional-source] one for each item, naming every place', () => {
    const given = referral({
      activities: ['Contact Record', 'Referral Record'],
      questions: ['Record.BORN'],
      sources: ['born Record.BORN', 'born person-field DOB'],
      items: ['Born fact:born on:referred', 'Age fact:born on:referred min:0', 'Idle fact:born'],
    });
    const [born, age] = expectFindings(given, 'coverage/optional-source', [
      'coverage/optional-source|Born',
      'coverage/optional-source|Age',
    ]);
    expect(born?.places).toEqual([
      { stepType: 'Contact', form: 'Record', question: 'BORN' },
      { stepType: 'Referral', form: 'Record', question: 'BORN' },
      {},
    ]);
    expect(age?.severity).toBe('low');
  });

  test.each([
    ['a person says that it is always there', ['born person-field DOB assured']],
    ['it is sure in one place', ['born person-field DOB', 'born step-date started @Referral']],
    ['the return works it out', ['born calculated seen', 'born person-field DOB']],
    ['nothing feeds it, which is a missing item', ['born Record.BORN records']],
    ['it is kept outside, which is a missing item', ['born outside case_note']],
  ])('[coverage/optional-source] not where %s', (_, sources) => {
    expectNoFindings(referral({ sources }), 'coverage/optional-source');
  });
});

describe('[coverage/no-precedence]', () => {
  const id = 'coverage/no-precedence|born|person-field:///DOB|question:/Record/BORN/';

  test('[coverage/no-precedence] two places feed one fact and nothing says which wins', () => {
    const given = referral({ sources: ['born Record.BORN', 'born person-field DOB'] });
    expectNoFindings({ ...given, sources: ['born Record.BORN order:1', 'born person-field DOB order:2'] }, 'coverage/');
    expect(expectFinding(given, 'coverage/no-precedence', id)).toMatchObject({
      severity: 'high',
      certainty: null,
      fact: 'born',
      items: ['Born'],
      places: [{}, { form: 'Record', question: 'BORN' }],
      route: null,
      message:
        'The return reads “born” from both the person record (DOB) and “BORN” on Record, and no order of precedence is given: say in “order” which of them wins when they differ.',
    });
  });

  test('[coverage/no-precedence] the same order twice is no order', () => {
    const given = referral({ sources: ['born Record.BORN order:1', 'born person-field DOB order:1'] });
    expect(expectFinding(given, 'coverage/no-precedence', id).message).toContain(
      'both have the same order of precedence',
    );
  });

  test('[coverage/no-precedence] the order of the rows does not change the id', () => {
    const given = referral({ sources: ['born person-field DOB', 'born Record.BORN'] });
    expectFindings(given, 'coverage/no-precedence', [id]);
  });

  test('[coverage/no-precedence] one for each pair', () => {
    const sources = ['born Record.BORN', 'born person-field DOB order:1', 'born step-date started @Referral order:1'];
    expectFindings(referral({ sources }), 'coverage/no-precedence', [
      id,
      'coverage/no-precedence|born|question:/Record/BORN/|step-date:Referral///started',
      'coverage/no-precedence|born|person-field:///DOB|step-date:Referral///started',
    ]);
  });

  const two = ['f step-date started @B', 'f step-date started @C'];
  const pair = 'coverage/no-precedence|f|step-date:B///started|step-date:C///started';
  test.each<[string, WorkspaceWords, readonly string[]]>([
    ['one comes before the other', { actions: ['A > B', 'B > C', 'C > end'], sources: two }, [pair]],
    ['one comes round after the other', { actions: ['A > C', 'C > B', 'B > C', 'B > end'], sources: two }, [pair]],
    ['they are beside each other', { actions: ['A > B', 'A > C', 'B > end', 'C > end'], sources: two }, [pair]],
    [
      'only one of them can be met',
      { actions: ['A > B one-of:X', 'A > C one-of:X', 'B > end', 'C > end'], sources: two },
      [],
    ],
    [
      'another instance begins between them',
      {
        steps: ['A may-start', 'C opens:review'],
        facts: ['f review'],
        actions: ['A > B', 'B > C', 'C > end'],
        sources: two,
      },
      [],
    ],
    ['they are true of one step only', { facts: ['f step'], actions: ['A > B', 'B > C', 'C > end'], sources: two }, []],
    [
      'one is only recorded',
      { actions: ['A > B', 'B > C', 'C > end'], sources: [two[0] ?? '', `${two[1]} records`] },
      [],
    ],
    ['one is out of reach', { actions: ['A > B', 'C > end', 'B > end'], sources: two }, []],
    [
      'both stand in one step, even for what is true of it only',
      { facts: ['f step'], actions: ['A > B', 'B > end'], sources: ['f step-date started @B', 'f step-source @B'] },
      ['coverage/no-precedence|f|step-date:B///started|step-source:B///'],
    ],
    [
      'both are held before the first step',
      { actions: ['A > end'], sources: ['f person-field DOB', 'f register-field DOB'] },
      ['coverage/no-precedence|f|person-field:///DOB|register-field:///DOB'],
    ],
    [
      'what is held is dropped before the step',
      {
        steps: ['A may-start opens:referral'],
        facts: ['f referral'],
        actions: ['A > end'],
        sources: ['f person-field DOB', 'f step-date started @A'],
      },
      [],
    ],
  ])('[coverage/no-precedence] %s', (_, given, ids) => {
    expectFindings({ steps: ['A may-start'], ...given }, 'coverage/no-precedence', ids);
  });

  test('[coverage/no-precedence] a fact of no item of the return is still one', () => {
    const given = { steps: ['A may-start may-end'], sources: ['f step-date started @A', 'f step-source @A'] };
    const [finding] = expectFindings(given, 'coverage/no-precedence', [
      'coverage/no-precedence|f|step-date:A///started|step-source:A///',
    ]);
    expect(finding).toMatchObject({ severity: 'low', items: [] });
  });
});

describe('[coverage/feeds-nothing]', () => {
  const id = 'coverage/feeds-nothing|born|Record|BORN';
  const both = ['born Record.BORN records', 'born person-field DOB assured'];

  test('[coverage/feeds-nothing] a question records what the return reads in another place', () => {
    const given = referral({ sources: both });
    expectNoFindings(referral({ sources: ['born Record.BORN'] }), 'coverage/feeds-nothing');
    expect(expectFinding(given, 'coverage/feeds-nothing', id)).toMatchObject({
      severity: 'high',
      certainty: null,
      fact: 'born',
      items: ['Born'],
      places: [{ form: 'Record', question: 'BORN' }, {}],
      route: aRoute('Contact'),
      message:
        '“BORN” on Record records Born, but the return reads the person record (DOB): decide whether the question is still needed, and tell the people who fill it in.',
    });
  });

  test('[coverage/feeds-nothing] one for each question and fact, wherever the form stands', () => {
    const given = referral({ activities: ['Contact Record', 'Referral Record'], sources: both });
    expectFindings(given, 'coverage/feeds-nothing', [id]);
  });

  test('[coverage/feeds-nothing] a question that is pulled counts, as its answer too may be taken for the one that is read', () => {
    const given = referral({ questions: ['Record.BORN pulled-locked from:F.Q'], sources: both });
    expectFindings(given, 'coverage/feeds-nothing', [id]);
  });

  test.each<[string, WorkspaceWords]>([
    ['nothing is read', { sources: ['born Record.BORN records'] }],
    ['the fact belongs to no item', { items: [], sources: both }],
    ['no route reaches the question', { activities: ['Lost Record'], sources: both }],
    [
      'no route reaches the place that is read',
      { sources: ['born Record.BORN records', 'born step-date started @Lost'] },
    ],
    ['another row lets the question feed', { sources: ['born Record.BORN @Contact records', 'born Record.BORN'] }],
    ['the question is only background', { sources: ['born Record.BORN supports', 'born person-field DOB'] }],
    ['what records is not a question', { sources: ['born step-date started @Referral records', 'born Record.BORN'] }],
  ])('[coverage/feeds-nothing] not where %s', (_, given) => {
    expectNoFindings(referral(given), 'coverage/feeds-nothing');
  });
});

test('names of steps, facts and questions are shown, not their keys', () => {
  const workspace = aWorkspace(referral({ sources: ['born person-field DOB'] }));
  const named = {
    ...workspace,
    stepTypes: workspace.stepTypes.map((step) => ({ ...step, name: `The ${step.id.toLowerCase()}` })),
  };
  const finding = expectFinding(named, 'coverage/item-gap', 'coverage/item-gap|Born|referred|Referral');
  expect(finding.message).toMatch(/^Born falls due at The referral and /u);
});
