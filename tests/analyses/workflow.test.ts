import { describe, expect, test } from 'vitest';
import { stepTypeId } from '#model/ids.ts';
import type { NextAction, StepType, Workspace } from '#model/workspace.ts';
import { aStepType, aWorkspace, type WorkspaceWords } from '../support/a-workspace.ts';
import { aRoute, expectFinding, expectFindings, expectNoFindings } from '../support/expect-findings.ts';

/** A contact that leads to a referral, which ends. */
const referral = (more: WorkspaceWords = {}): WorkspaceWords => ({
  steps: ['Contact may-start'],
  actions: ['Contact > Referral', 'Referral > end'],
  activities: ['Contact Record'],
  ...more,
});

const withStep = (workspace: Workspace, id: string, given: Partial<StepType>): Workspace => ({
  ...workspace,
  stepTypes: workspace.stepTypes.map((step) => (step.id === id ? { ...step, ...given } : step)),
});
const withAction = (workspace: Workspace, id: string, given: Partial<NextAction>): Workspace => ({
  ...workspace,
  nextActions: workspace.nextActions.map((action) => (action.id === id ? { ...action, ...given } : action)),
});

test('a workflow that starts, runs and ends has nothing wrong with it', () => {
  expectNoFindings(referral(), 'workflow/');
});

describe('[workflow/unreachable-step]', () => {
  test('[workflow/unreachable-step] no route comes to a step', () => {
    const given = referral({
      steps: ['Contact may-start', 'Lost'],
      actions: ['Contact > Referral', 'Lost > Referral', 'Referral > end'],
    });
    expect(expectFinding(given, 'workflow/unreachable-step', 'workflow/unreachable-step|Lost')).toEqual({
      id: 'workflow/unreachable-step|Lost',
      kind: 'workflow/unreachable-step',
      severity: 'medium',
      certainty: null,
      fact: '',
      items: [],
      places: [{ stepType: 'Lost' }],
      route: null,
      message:
        'No route from a first step comes to Lost: let a next action lead to it, mark it as one that may start, or take it out if it is retired.',
      decision: null,
    });
  });

  test('[workflow/unreachable-step] a next action that can never be chosen does not reach it', () => {
    const given = referral({
      actions: ['Contact > Lost requires:Contact>Referral one-of:X', 'Contact > Referral one-of:X', 'Referral > end'],
    });
    expectFindings(given, 'workflow/unreachable-step', ['workflow/unreachable-step|Lost']);
  });

  test('[workflow/unreachable-step] it is all that is said about such a step', () => {
    const given = referral({
      steps: ['Contact may-start', 'Lost role:assessment', 'Loop'],
      actions: [
        'Contact > Referral',
        'Referral > end',
        'Lost > ?',
        'Loop > Loop',
        'Lost > Loop requires:Lost>?',
        'a: Lost > end requires:b one-of:X',
        'b: Lost > end one-of:X',
      ],
    });
    const lost = withAction(withStep(aWorkspace(given), 'Lost', { completedPerYear: 5 }), 'Lost>Loop', {
      timesUsed: 0,
    });
    expectFindings(lost, 'workflow/unreachable-step', [
      'workflow/unreachable-step|Lost',
      'workflow/unreachable-step|Loop',
    ]);
    expectNoFindings(
      lost,
      'workflow/dead-end',
      'workflow/unknown-target',
      'workflow/never-used-action',
      'workflow/impossible-choice',
      'workflow/clock-missing',
    );
  });
});

describe('[workflow/dead-end]', () => {
  test('[workflow/dead-end] work that comes to a step can never end', () => {
    const given = referral({ actions: ['Contact > Referral', 'Contact > end'] });
    expectNoFindings({ ...given, steps: ['Contact may-start', 'Referral may-end'] }, 'workflow/dead-end');
    expect(expectFinding(given, 'workflow/dead-end', 'workflow/dead-end|Referral')).toMatchObject({
      severity: 'high',
      certainty: null,
      places: [{ stepType: 'Referral' }],
      route: aRoute('Contact Contact>Referral', 'Referral'),
      message:
        'Work that comes to Referral can never end: give it a next action to the end, or mark it as one that may end.',
    });
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ['a loop that nothing leaves', ['Contact > Referral', 'Referral > Contact'], ['Contact', 'Referral']],
    ['a loop that can be left', ['Contact > Referral', 'Referral > Contact', 'Referral > end'], []],
    ['every way on is one', ['Contact > Referral', 'Referral > Referral'], ['Contact', 'Referral']],
    ['one of two ways on is one', ['Contact > Referral', 'Contact > end', 'Referral > Referral'], ['Referral']],
    [
      'it always starts one beside another branch',
      ['Contact > Referral always', 'Contact > end', 'Referral > Referral'],
      ['Contact', 'Referral'],
    ],
    ['a place nobody has said may be the end', ['Contact > Referral', 'Referral > ?'], []],
    [
      'the end can never be chosen',
      ['Contact > Referral', 'Referral > Referral always one-of:X', 'Referral > end one-of:X'],
      ['Contact', 'Referral'],
    ],
  ])('[workflow/dead-end] %s', (_, actions, steps) => {
    expectFindings(
      referral({ actions }),
      'workflow/dead-end',
      steps.map((step) => `workflow/dead-end|${step}`),
    );
  });
});

describe('[workflow/unknown-target]', () => {
  test('[workflow/unknown-target] nobody has said where a next action leads', () => {
    const given = referral({ actions: ['Contact > Referral', 'Referral > end', 'pass: Referral > ?'] });
    expect(expectFinding(given, 'workflow/unknown-target', 'workflow/unknown-target|pass')).toMatchObject({
      severity: 'medium',
      certainty: null,
      places: [{ stepType: 'Referral', nextAction: 'pass' }],
      route: aRoute('Contact Contact>Referral', 'Referral'),
      message:
        'The next action “pass” of Referral does not say where it leads: write a step type or “end” in its “to”.',
    });
  });
});

describe('[workflow/never-used-action]', () => {
  const used = (timesUsed: number | null, completedPerYear: number | null): Workspace =>
    withAction(withStep(aWorkspace(referral()), 'Contact', { completedPerYear }), 'Contact>Referral', { timesUsed });

  test('[workflow/never-used-action] nobody took it while the step was completed', () => {
    expectNoFindings(used(12, 1200), 'workflow/never-used-action');
    const id = 'workflow/never-used-action|Contact>Referral';
    expect(expectFinding(used(0, 1200), 'workflow/never-used-action', id)).toMatchObject({
      severity: 'low',
      certainty: null,
      places: [{ stepType: 'Contact', nextAction: 'Contact>Referral' }],
      route: aRoute('Contact'),
      message:
        'The next action “Contact>Referral” was never used in a year in which Contact was completed 1,200 times: ask whether it is still wanted.',
    });
  });

  test.each([
    ['its use is not said', null, 1200],
    ['the step was never completed', 0, 0],
    ['nobody has said how often the step was completed', 0, null],
  ])('[workflow/never-used-action] not where %s', (_, timesUsed, completed) => {
    expectNoFindings(used(timesUsed, completed), 'workflow/never-used-action');
  });
});

describe('[workflow/impossible-choice]', () => {
  test('[workflow/impossible-choice] no legal choice contains a next action', () => {
    const given = referral({
      actions: ['Contact > Referral', 'a: Referral > end one-of:X requires:b', 'b: Referral > end one-of:X'],
    });
    const clean = {
      ...given,
      actions: ['Contact > Referral', 'a: Referral > end requires:b', 'b: Referral > end one-of:X'],
    };
    expectNoFindings(clean, 'workflow/impossible-choice');
    expect(expectFinding(given, 'workflow/impossible-choice', 'workflow/impossible-choice|a')).toMatchObject({
      severity: 'high',
      certainty: null,
      places: [{ stepType: 'Referral', nextAction: 'a' }],
      route: aRoute('Contact Contact>Referral', 'Referral'),
      message:
        'The next action “a” of Referral can never be chosen, as its rules and those of the next actions it needs shut each other out: look at its “one-of” and “requires” rules.',
    });
  });

  test('[workflow/impossible-choice] a step with no legal choice is one finding, not one for each next action', () => {
    const actions = ['Contact > Referral', 'a: Referral > end always one-of:X', 'b: Referral > end always one-of:X'];
    const id = 'workflow/impossible-choice|Referral';
    expect(expectFinding(referral({ actions }), 'workflow/impossible-choice', id)).toMatchObject({
      severity: 'high',
      places: [{ stepType: 'Referral' }],
      message:
        'The rules on the next actions of Referral leave no choice that keeps them all, so it can never be finished: look at its “always”, “one-of” and “requires” rules.',
    });
  });

  test('[workflow/impossible-choice] what an always next action shuts out', () => {
    const actions = ['Contact > Referral', 'a: Referral > end always one-of:X', 'b: Referral > end one-of:X'];
    expectFindings(referral({ actions }), 'workflow/impossible-choice', ['workflow/impossible-choice|b']);
  });

  test('[workflow/impossible-choice] not a step without next actions, nor one that an answer makes mandatory', () => {
    const given = referral({ actions: ['Contact > Referral if:Record.Q=Yes'] });
    expectNoFindings(given, 'workflow/impossible-choice');
  });
});

describe('[workflow/form-not-used]', () => {
  test('[workflow/form-not-used] a form stands on no step', () => {
    const given = referral({ questions: ['Old.Q'] });
    expect(expectFinding(given, 'workflow/form-not-used', 'workflow/form-not-used|Old')).toMatchObject({
      severity: 'low',
      certainty: null,
      places: [{ form: 'Old' }],
      route: null,
      message:
        'Old stands on no step that a route reaches: put it on a step in step-forms.csv, or take it out if it is retired.',
    });
  });

  test('[workflow/form-not-used] a form stands only on a step that no route reaches', () => {
    const given = referral({
      activities: ['Contact Record', 'Lost Old', 'Lost Record', 'Contact Letter optional letter'],
    });
    expectFindings(given, 'workflow/form-not-used', ['workflow/form-not-used|Old']);
  });
});

describe('[workflow/clock-missing]', () => {
  const clocked = (...roles: readonly string[]): Workspace => withStep(aWorkspace(referral()), 'Referral', { roles });

  test('[workflow/clock-missing] work with a statutory clock, and none written down', () => {
    const clock = { length: 1, unit: 'working days', from: 'contact', basis: 'statutory' } as const;
    expectNoFindings(withStep(clocked('referral'), 'Referral', { clock }), 'workflow/clock-missing');
    const id = 'workflow/clock-missing|Referral';
    expect(expectFinding(clocked('other', 'referral'), 'workflow/clock-missing', id)).toMatchObject({
      severity: 'low',
      certainty: null,
      places: [{ stepType: 'Referral' }],
      route: aRoute('Contact Contact>Referral', 'Referral'),
      message:
        'Referral has the role “referral”, which runs against a statutory clock, but no clock is written down: fill in clock_length, clock_unit and clock_from.',
    });
  });

  test.each(['referral', 'assessment', 'initial-conference', 'core-group', 'review-conference'])(
    '[workflow/clock-missing] %s has a clock',
    (role) => {
      expectFindings(clocked(role), 'workflow/clock-missing', ['workflow/clock-missing|Referral']);
    },
  );

  test.each(['contact', 'section-47', 'cin-review', 'other'])('[workflow/clock-missing] %s has none', (role) => {
    expectNoFindings(clocked(role), 'workflow/clock-missing');
  });

  test('[workflow/clock-missing] two such roles are one finding', () => {
    expectFindings(clocked('referral', 'assessment'), 'workflow/clock-missing', ['workflow/clock-missing|Referral']);
  });
});

test('a workspace in which nothing may start is all unreachable', () => {
  const none = { ...aWorkspace(referral()), stepTypes: [aStepType('Contact'), aStepType('Referral')] };
  expectFindings(none, 'workflow/unreachable-step', [
    'workflow/unreachable-step|Contact',
    'workflow/unreachable-step|Referral',
  ]);
  expect(none.stepTypes.map((step) => step.id)).toContain(stepTypeId('Contact'));
});
