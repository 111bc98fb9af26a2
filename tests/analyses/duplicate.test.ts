import { describe, expect, test } from 'vitest';
import type { WorkspaceWords } from '../support/a-workspace.ts';
import {
  aRoute,
  auditOf,
  expectFinding,
  expectFindings,
  expectNoFindings,
  withReview,
} from '../support/expect-findings.ts';

/** A contact, then a referral, each with its own form. */
const referral = (more: WorkspaceWords): WorkspaceWords => ({
  steps: ['Contact may-start'],
  actions: ['Contact > Referral', 'Contact > end', 'Referral > end'],
  activities: ['Contact Contact-record', 'Referral Referral-record'],
  questions: ['Contact-record.BORN mandatory date', 'Referral-record.BORN mandatory date'],
  sources: ['born Contact-record.BORN', 'born Referral-record.BORN records'],
  ...more,
});
const asked = 'duplicate/on-route|born|Referral|Referral-record|BORN';

test('a fact that is typed once is no duplicate', () => {
  expectNoFindings(referral({ sources: ['born Contact-record.BORN'] }), 'duplicate/');
});

describe('[duplicate/on-route]', () => {
  test('[duplicate/on-route] what every route has recorded is asked again', () => {
    expect(expectFinding(referral({}), 'duplicate/on-route', asked)).toEqual({
      id: asked,
      kind: 'duplicate/on-route',
      severity: 'high',
      certainty: 'every-route',
      fact: 'born',
      items: [],
      places: [
        { stepType: 'Referral', form: 'Referral-record', question: 'BORN' },
        { stepType: 'Contact', form: 'Contact-record', question: 'BORN' },
      ],
      route: aRoute('Contact Contact>Referral', 'Referral'),
      message:
        '“BORN” on Referral-record asks for “born”, which every route has recorded before, in “BORN” on Contact-record: pull it forward, with its date and source shown.',
      decision: null,
    });
  });

  test('[duplicate/on-route] what some routes have recorded', () => {
    const given = referral({
      actions: ['Contact > Check one-of:X', 'Contact > Referral one-of:X', 'Check > Referral', 'Referral > end'],
      activities: ['Check Contact-record', 'Referral Referral-record'],
    });
    const finding = expectFinding(given, 'duplicate/on-route', asked);
    expect(finding).toMatchObject({
      severity: 'medium',
      certainty: 'some-routes',
      route: aRoute('Contact Contact>Check', 'Check Check>Referral', 'Referral'),
    });
    expect(finding.message).toContain('which some routes have recorded before, in “BORN” on Contact-record in Check:');
  });

  test('[duplicate/on-route] what another branch may record', () => {
    const given = {
      steps: ['Contact may-start', 'Referral may-end', 'Visit may-end'],
      actions: ['Contact > Referral', 'Contact > Visit'],
      activities: ['Referral Referral-record'],
      questions: ['Referral-record.BORN mandatory date'],
      sources: ['born Referral-record.BORN', 'born person-field DOB @Visit'],
    };
    const finding = expectFinding(given, 'duplicate/on-route', asked);
    expect(finding).toMatchObject({ severity: 'medium', certainty: 'some-routes' });
    expect(finding.places).toEqual([
      { stepType: 'Referral', form: 'Referral-record', question: 'BORN' },
      { stepType: 'Visit' },
    ]);
    expect(finding.message).toContain('which may be recorded on another branch, in the person record (DOB) in Visit:');
    const either = { ...given, actions: ['Contact > Referral one-of:X', 'Contact > Visit one-of:X'] };
    expectNoFindings(either, 'duplicate/on-route');
  });

  test('[duplicate/on-route] what is held before the first step', () => {
    const sources = ['born Referral-record.BORN', 'born person-field DOB'];
    const finding = expectFinding(referral({ sources }), 'duplicate/on-route', asked);
    expect(finding.certainty).toBe('some-routes');
    expect(finding.message).toContain('in the person record (DOB) before the first step:');
    const assured = referral({ sources: ['born Referral-record.BORN', 'born person-field DOB assured'] });
    expect(expectFinding(assured, 'duplicate/on-route', asked).certainty).toBe('every-route');
  });

  test('[duplicate/on-route] its own earlier visit counts', () => {
    const given = referral({
      actions: ['Contact > Referral', 'Referral > Referral', 'Referral > end'],
      sources: ['born Referral-record.BORN'],
    });
    expect(expectFinding(given, 'duplicate/on-route', asked)).toMatchObject({
      certainty: 'some-routes',
      route: aRoute('Contact Contact>Referral', 'Referral Referral>Referral', 'Referral'),
    });
  });

  test('[duplicate/on-route] not what stands in its own step, even where two branches come to it', () => {
    const given = referral({
      actions: ['Contact > Visit', 'Contact > Call', 'Visit > Referral', 'Call > Referral', 'Referral > end'],
      sources: ['born Referral-record.BORN', 'born step-date started @Referral'],
    });
    expectNoFindings(given, 'duplicate/on-route');
    expectFindings(given, 'duplicate/in-step', ['duplicate/in-step|born|Referral|Referral-record|BORN']);
  });

  test('[duplicate/on-route] one for each step, form, question and fact', () => {
    const given = referral({
      steps: ['Contact may-start'],
      actions: ['Contact > Referral', 'Referral > Visit', 'Visit > end'],
      activities: ['Contact Contact-record', 'Referral Referral-record', 'Visit Referral-record'],
      sources: ['born Contact-record.BORN', 'born Referral-record.BORN', 'age Referral-record.BORN'],
    });
    expectFindings(given, 'duplicate/on-route', [
      asked,
      'duplicate/on-route|born|Visit|Referral-record|BORN',
      'duplicate/on-route|age|Visit|Referral-record|BORN',
    ]);
  });

  test('[duplicate/on-route] an immediate next action starts before the answer is sure', () => {
    const given = referral({ actions: ['Contact > Referral immediate', 'Referral > end'] });
    expect(expectFinding(given, 'duplicate/on-route', asked).certainty).toBe('some-routes');
  });

  test.each<[string, WorkspaceWords]>([
    [
      'on branches that never both happen',
      {
        actions: ['Start > Contact one-of:X', 'Start > Referral one-of:X'],
        steps: ['Start may-start', 'Contact may-end', 'Referral may-end'],
      },
    ],
    ['in another instance', { steps: ['Contact may-start', 'Referral opens:referral'], facts: ['born referral'] }],
    ['what is true of one step only', { facts: ['born step'] }],
    ['a judgement, which may change', { facts: ['born judgement'] }],
    [
      'what is pulled and may be edited',
      { questions: ['Contact-record.BORN mandatory', 'Referral-record.BORN pulled-editable'] },
    ],
    [
      'what is pulled and locked',
      { questions: ['Contact-record.BORN mandatory', 'Referral-record.BORN pulled-locked'] },
    ],
    ['what the system fills in', { questions: ['Contact-record.BORN mandatory', 'Referral-record.BORN system'] }],
    ['what was ruled out as a source', { sources: ['born Contact-record.BORN ignored', 'born Referral-record.BORN'] }],
    ['what is only background', { sources: ['born Contact-record.BORN supports', 'born Referral-record.BORN'] }],
    ['what the return works out', { sources: ['born calculated seen', 'born generated', 'born Referral-record.BORN'] }],
    ['what is kept outside', { sources: ['born outside case_note', 'born Referral-record.BORN'] }],
    ['what stands where no route comes', { activities: ['Lost Contact-record', 'Referral Referral-record'] }],
  ])('[duplicate/on-route] not %s', (_, given) => {
    expectNoFindings(referral(given), 'duplicate/on-route', 'duplicate/in-step', 'duplicate/on-form');
  });
});

describe('[duplicate/in-step]', () => {
  const inStep = 'duplicate/in-step|born|Referral|Referral-record|BORN';
  const oneStep = (...others: readonly string[]): WorkspaceWords => ({
    steps: ['Referral may-start may-end'],
    actions: ['Referral > Visit', 'Visit > end'],
    activities: ['Referral Referral-record', 'Referral Letter letter'],
    questions: [
      'Referral-record.BORN date',
      'Referral-record.AGAIN date',
      'Letter.BORN date',
      'Letter.SHOWN pulled-locked',
    ],
    sources: ['born Referral-record.BORN', ...others],
  });

  test('[duplicate/in-step] a question asks for what its step records anyway', () => {
    expectNoFindings(oneStep(), 'duplicate/');
    expect(expectFinding(oneStep('born step-date started @Referral'), 'duplicate/in-step', inStep)).toEqual({
      id: inStep,
      kind: 'duplicate/in-step',
      severity: 'high',
      certainty: 'every-route',
      fact: 'born',
      items: [],
      places: [{ stepType: 'Referral', form: 'Referral-record', question: 'BORN' }, { stepType: 'Referral' }],
      route: aRoute('Referral'),
      message:
        '“BORN” on Referral-record asks for “born”, which Referral also records in the step’s own started date: keep the place that the return reads, and show its value instead of asking.',
      decision: null,
    });
  });

  test.each([
    ['step-source @Referral', 'every-route'],
    ['step-path Referral @Referral', 'every-route'],
    ['next-action Referral>Visit @Referral', 'every-route'],
    ['person-field DOB @Referral', 'some-routes'],
    ['register-field DATE @Referral', 'some-routes'],
    ['legal-status STATUS @Referral records', 'some-routes'],
    ['service-user-group GROUP @Referral assured', 'every-route'],
  ])('[duplicate/in-step] beside %s: %s', (source, certainty) => {
    expect(expectFinding(oneStep(`born ${source}`), 'duplicate/in-step', inStep).certainty).toBe(certainty);
  });

  test('[duplicate/in-step] two forms of one step each have theirs', () => {
    expectFindings(oneStep('born Letter.BORN'), 'duplicate/in-step', [
      inStep,
      'duplicate/in-step|born|Referral|Letter|BORN',
    ]);
  });

  test.each([
    ['a place of another step', 'born step-date started @Visit'],
    ['a question of the same form', 'born Referral-record.AGAIN'],
    ['a question that is pulled', 'born Letter.SHOWN'],
    ['a screen that is not of the step', 'born person-field DOB'],
  ])('[duplicate/in-step] not beside %s', (_, source) => {
    expectNoFindings(oneStep(source), 'duplicate/in-step');
  });
});

describe('[duplicate/on-form]', () => {
  const onForm = 'duplicate/on-form|born|Record|AGAIN';
  const oneForm = (questions: readonly string[], more: WorkspaceWords = {}): WorkspaceWords => ({
    steps: ['Contact may-start may-end'],
    activities: ['Contact Record'],
    questions,
    sources: ['born Record.BORN', 'born Record.AGAIN'],
    ...more,
  });

  test('[duplicate/on-form] a form asks for one fact twice', () => {
    const questions = ['Record.BORN mandatory date', 'Record.AGAIN date'];
    expectNoFindings(oneForm(questions, { sources: ['born Record.BORN', 'age Record.AGAIN'] }), 'duplicate/');
    expect(expectFinding(oneForm(questions), 'duplicate/on-form', onForm)).toEqual({
      id: onForm,
      kind: 'duplicate/on-form',
      severity: 'high',
      certainty: 'every-route',
      fact: 'born',
      items: [],
      places: [
        { form: 'Record', question: 'AGAIN' },
        { form: 'Record', question: 'BORN' },
      ],
      route: aRoute('Contact'),
      message:
        '“AGAIN” on Record asks for “born”, which “BORN” on the same form asks for already: ask once and show the answer again where it is needed.',
      decision: null,
    });
  });

  test('[duplicate/on-form] the later question is the one that is found, in the order of the form', () => {
    const given = oneForm(['Record.AGAIN date', 'Record.BORN date']);
    expectFindings(given, 'duplicate/on-form', ['duplicate/on-form|born|Record|BORN']);
  });

  test('[duplicate/on-form] some routes only, where the earlier may be left empty', () => {
    const given = oneForm(['Record.BORN date', 'Record.AGAIN mandatory date']);
    expect(expectFinding(given, 'duplicate/on-form', onForm)).toMatchObject({
      severity: 'medium',
      certainty: 'some-routes',
    });
  });

  test('[duplicate/on-form] some routes only, where the form may be left out of one step, whichever row comes first', () => {
    const activities = ['Contact Record', 'Visit Record optional'];
    for (const rows of [activities, activities.toReversed()]) {
      const given = oneForm(['Record.BORN mandatory date', 'Record.AGAIN date'], {
        steps: ['Contact may-start may-end', 'Visit may-start may-end'],
        activities: rows,
      });
      expect(expectFinding(given, 'duplicate/on-form', onForm)).toMatchObject({
        severity: 'medium',
        certainty: 'some-routes',
      });
    }
  });

  test('[duplicate/on-form] the route leads to a step in which both are asked', () => {
    const given = oneForm(['Record.BORN date', 'Record.AGAIN date'], {
      steps: ['Contact may-start', 'Visit may-end'],
      actions: ['Contact > Visit'],
      activities: ['Contact Record', 'Visit Record'],
      sources: ['born Record.BORN @Visit', 'born Record.AGAIN'],
    });
    expect(expectFinding(given, 'duplicate/on-form', onForm).route).toEqual(aRoute('Contact Contact>Visit', 'Visit'));
  });

  test('[duplicate/on-form] one for each later question', () => {
    const given = oneForm(['Record.BORN date', 'Record.AGAIN date', 'Record.THIRD date'], {
      sources: ['born Record.BORN', 'born Record.AGAIN', 'born Record.THIRD'],
    });
    const [, third] = expectFindings(given, 'duplicate/on-form', [onForm, 'duplicate/on-form|born|Record|THIRD']);
    expect(third?.message).toContain('which “BORN” and “AGAIN” on the same form ask for already:');
    expect(third?.places).toEqual([
      { form: 'Record', question: 'THIRD' },
      { form: 'Record', question: 'BORN' },
      { form: 'Record', question: 'AGAIN' },
    ]);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ['one answer shuts the other out', ['BORN shown:WHO=Yes', 'AGAIN shown:WHO=No'], []],
    ['answers overlap', ['BORN shown:WHO=Yes|No', 'AGAIN shown:WHO=No'], [onForm]],
    ['several answers may be given at once', ['BORN shown:MANY=Yes', 'AGAIN shown:MANY=No'], [onForm]],
    ['they hang on different questions', ['BORN shown:WHO=Yes', 'AGAIN shown:MANY=No'], [onForm]],
    ['any answer will do', ['BORN shown:WHO', 'AGAIN shown:WHO=No'], [onForm]],
    ['the questions they hang on shut each other out', ['BORN shown:A', 'AGAIN shown:B'], []],
    ['one is always shown', ['BORN', 'AGAIN shown:WHO=No'], [onForm]],
  ])('[duplicate/on-form] where %s', (_, questions, ids) => {
    const others = ['Record.WHO yes-no', 'Record.MANY multi-choice', 'Record.A shown:WHO=Yes', 'Record.B shown:WHO=No'];
    expectFindings(oneForm([...others, ...questions.map((line) => `Record.${line}`)]), 'duplicate/on-form', ids);
  });

  test.each<[string, WorkspaceWords]>([
    ['one is pulled', { questions: ['Record.BORN date', 'Record.AGAIN pulled-locked'] }],
    ['it is a judgement', { facts: ['born judgement'] }],
    [
      'they belong to different steps',
      {
        activities: ['Contact Record', 'Visit Record'],
        steps: ['Contact may-start may-end', 'Visit may-start may-end'],
        sources: ['born Record.BORN @Contact', 'born Record.AGAIN @Visit'],
      },
    ],
    ['no route reaches the form', { activities: ['Lost Record'] }],
  ])('[duplicate/on-form] not where %s', (_, more) => {
    expectNoFindings(oneForm(['Record.BORN date', 'Record.AGAIN date'], more), 'duplicate/on-form');
  });
});

describe('[duplicate/per-child]', () => {
  const home = (question: string, ...facts: readonly string[]): WorkspaceWords => ({
    steps: ['Visit may-start may-end'],
    activities: ['Visit Record'],
    questions: [question],
    facts,
    sources: ['home Record.HOME'],
  });

  test('[duplicate/per-child] what is true of the family is asked for each child', () => {
    expectNoFindings(home('Record.HOME', 'home family'), 'duplicate/');
    const id = 'duplicate/per-child|home|Record|HOME';
    expect(expectFinding(home('Record.HOME per-child', 'home family'), 'duplicate/per-child', id)).toEqual({
      id,
      kind: 'duplicate/per-child',
      severity: 'medium',
      certainty: 'some-routes',
      fact: 'home',
      items: [],
      places: [{ form: 'Record', question: 'HOME' }],
      route: aRoute('Visit'),
      message:
        '“HOME” on Record asks for “home” once for each child, though it is true of the whole family: ask it once for the family.',
      decision: null,
    });
  });

  test.each([
    ['what is true of the child', 'Record.HOME per-child', 'home'],
    ['a judgement', 'Record.HOME per-child', 'home family judgement'],
    ['what is pulled', 'Record.HOME per-child pulled-editable', 'home family'],
  ])('[duplicate/per-child] not %s', (_, question, fact) => {
    expectNoFindings(home(question, fact), 'duplicate/per-child');
  });

  test('[duplicate/per-child] one for each question and fact, wherever the form stands', () => {
    const given = home('Record.HOME per-child', 'home family');
    const twice = {
      ...given,
      steps: ['Visit may-start may-end', 'Review may-start may-end'],
      activities: ['Visit Record', 'Review Record'],
    };
    expectFindings(twice, 'duplicate/per-child', ['duplicate/per-child|home|Record|HOME']);
  });
});

test('what was reviewed as not a duplicate stays in the list, with who and why, and out of the count', () => {
  const given = referral({});
  expect(auditOf(given).summary.duplicateEntries).toBe(1);
  const reviewed = withReview(given, asked, 'not-a-duplicate');
  expect(expectFinding(reviewed, 'duplicate/on-route', asked).decision).toEqual({
    decision: 'not-a-duplicate',
    reason: 'Asked on purpose',
    by: 'A. Analyst',
    on: '2026-11-02',
  });
  expect(auditOf(reviewed).summary.duplicateEntries).toBe(0);
});
