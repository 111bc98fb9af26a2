import { describe, expect, test } from 'vitest';
import type { WorkspaceWords } from '../support/a-workspace.ts';
import { auditOf, setsAt } from '../support/expect-findings.ts';

/** A, then B, then the end; form F stands on A. */
const line = (more: WorkspaceWords): WorkspaceWords => ({
  steps: ['A may-start'],
  actions: ['A > B', 'B > end'],
  activities: ['A F'],
  ...more,
});

test('what a mandatory question records is surely known at the step that follows', () => {
  const workspace = line({ questions: ['F.Q mandatory'], sources: ['born F.Q'] });
  expect(setsAt(workspace, 'A')).toMatchObject({ makesAlways: ['born'], makesSometimes: ['born'], beforeAlways: [] });
  expect(setsAt(workspace, 'B')).toMatchObject({ makesAlways: [], beforeAlways: ['born'], beforeSometimes: ['born'] });
});

describe('what a step makes', () => {
  const made = (given: WorkspaceWords, step = 'A'): string => {
    const { makesAlways, makesSometimes } = setsAt(line(given), step);
    return makesAlways.includes('f') ? 'always' : makesSometimes.includes('f') ? 'sometimes' : 'never';
  };

  test.each([
    ['a mandatory question on a mandatory form', 'A F', 'F.Q mandatory', 'always'],
    ['a question that may be left empty', 'A F', 'F.Q', 'sometimes'],
    ['a question that is shown only sometimes', 'A F', 'F.Q mandatory shown:R=Yes', 'sometimes'],
    ['a form that may be left out', 'A F optional', 'F.Q mandatory', 'sometimes'],
    ['a letter', 'A F letter', 'F.Q mandatory', 'sometimes'],
    ['a schedule', 'A F schedule', 'F.Q mandatory', 'sometimes'],
    ['a mandatory question pulled and locked', 'A F', 'F.Q mandatory pulled-locked from:G.Q', 'always'],
    ['a mandatory question that may be edited', 'A F', 'F.Q mandatory pulled-editable from:G.Q', 'always'],
    ['a mandatory question the system fills in', 'A F', 'F.Q mandatory system', 'always'],
  ])('%s', (_, activity, question, expected) => {
    expect(made({ activities: [activity], questions: [question], sources: ['f F.Q'] })).toBe(expected);
  });

  test.each([
    ['f step-date started @A', 'always'],
    ['f next-action A>B @A', 'always'],
    ['f step-path A @A', 'always'],
    ['f step-source @A', 'always'],
    ['f person-field SEX @A', 'sometimes'],
    ['f register-field DATE @A', 'sometimes'],
    ['f legal-status STATUS @A', 'sometimes'],
    ['f service-user-group GROUP @A', 'sometimes'],
    ['f person-field SEX @A assured', 'always'],
    ['f step-date started @A not-assured', 'sometimes'],
    ['f F.Q not-assured', 'sometimes'],
    ['f F.R assured', 'always'],
    ['f F.Q records', 'always'],
    ['f F.Q supports', 'never'],
    ['f F.Q ignored', 'never'],
    ['f F.Q suggested', 'always'],
    ['f F.Q flagged', 'always'],
    ['f outside case_note', 'never'],
    ['f calculated g', 'never'],
    ['f generated', 'never'],
    ['f F.Q @B', 'never'],
    ['f step-date started @B', 'never'],
    ['f person-field SEX', 'never'],
  ])('%s: %s in A', (source, expected) => {
    expect(made({ questions: ['F.Q mandatory', 'F.R'], sources: [source] })).toBe(expected);
  });

  test('a question without a step type is asked in every step that has the form', () => {
    const given = { activities: ['A F', 'B F optional'], questions: ['F.Q mandatory'], sources: ['f F.Q'] };
    expect([made(given), made(given, 'B')]).toEqual(['always', 'sometimes']);
  });

  test('a form that stands twice on a step is sure when it is so once', () => {
    expect(made({ activities: ['A F letter', 'A F'], questions: ['F.Q mandatory'], sources: ['f F.Q'] })).toBe(
      'always',
    );
  });

  test('a screen without a step type is held before the first step', () => {
    const workspace = line({ sources: ['sex person-field SEX', 'name person-field NAME assured'] });
    expect(setsAt(workspace, 'A')).toMatchObject({ beforeAlways: ['name'], beforeSometimes: ['name', 'sex'] });
    expect(setsAt(workspace, 'B')).toMatchObject({ beforeAlways: ['name'], beforeSometimes: ['name', 'sex'] });
  });
});

describe('new instances', () => {
  const known = (opens: string, scope: string): readonly string[] =>
    setsAt(
      {
        steps: ['A may-start', `B ${opens}`],
        actions: ['A > B', 'B > end'],
        facts: [`f ${scope}`],
        sources: ['f step-date started @A'],
      },
      'B',
    ).beforeSometimes;

  test.each([
    ['opens:review', 'review'],
    ['opens:protection-plan', 'review'],
    ['opens:referral', 'initial-conference'],
    ['opens:child', 'review'],
    ['may-end', 'step'],
  ])('a step that %s drops a fact of scope %s', (opens, scope) => {
    expect(known(opens, scope)).toEqual([]);
  });

  test.each([
    ['opens:review', 'protection-plan'],
    ['opens:section-47', 'assessment'],
    ['opens:referral', 'child'],
    ['may-end', 'review'],
  ])('a step that %s keeps a fact of scope %s', (opens, scope) => {
    expect(known(opens, scope)).toEqual(['f']);
  });

  test('what is held before the first step is dropped there too', () => {
    const workspace = {
      steps: ['A may-start may-end opens:referral'],
      facts: ['when referral'],
      sources: ['when register-field DATE assured'],
    };
    expect(setsAt(workspace, 'A').beforeSometimes).toEqual([]);
  });

  test('a step still makes what it has dropped', () => {
    const workspace = {
      steps: ['A may-start opens:review'],
      actions: ['A > A', 'A > end'],
      facts: ['when review'],
      sources: ['when step-date started @A'],
    };
    expect(setsAt(workspace, 'A')).toMatchObject({ makesAlways: ['when'], beforeSometimes: [], afterSometimes: [] });
  });
});

describe('before', () => {
  test('only what both ways record is surely known where they meet', () => {
    const workspace = {
      steps: ['A may-start', 'D may-end'],
      actions: ['A > B', 'A > C', 'B > D', 'C > D'],
      sources: ['both step-date started @B', 'both step-date completed @C', 'one step-date started @B'],
    };
    expect(setsAt(workspace, 'D')).toMatchObject({ beforeAlways: ['both'], beforeSometimes: ['both', 'one'] });
  });

  test('an immediate next action starts before its own step is surely recorded', () => {
    const workspace = {
      steps: ['A may-start'],
      actions: ['A > B', 'B > C immediate', 'C > end'],
      sources: ['early step-date started @A', 'late step-date completed @B'],
    };
    expect(setsAt(workspace, 'C')).toMatchObject({ beforeAlways: ['early'], beforeSometimes: ['early', 'late'] });
  });

  test('a step that may start knows for sure only what is held', () => {
    const workspace = {
      steps: ['A may-start', 'B may-start may-end'],
      actions: ['A > B'],
      sources: ['f step-date started @A', 'held person-field SEX assured'],
    };
    expect(setsAt(workspace, 'B')).toMatchObject({ beforeAlways: ['held'], beforeSometimes: ['f', 'held'] });
  });

  test('a parallel branch does not count, as it may not be finished', () => {
    const workspace = {
      steps: ['A may-start', 'B may-end', 'C may-end'],
      actions: ['A > B always', 'A > C always'],
      sources: ['f step-date started @B'],
    };
    expect(setsAt(workspace, 'C')).toMatchObject({ beforeAlways: [], beforeSometimes: [], beside: ['f'] });
  });

  test('a loop brings back what may have been recorded on it', () => {
    const workspace = {
      steps: ['A may-start'],
      actions: ['A > B', 'B > A', 'B > end'],
      sources: ['f step-date started @B'],
    };
    expect(setsAt(workspace, 'A')).toMatchObject({ beforeAlways: [], beforeSometimes: ['f'] });
    expect(setsAt(workspace, 'B')).toMatchObject({ beforeAlways: [], beforeSometimes: ['f'] });
  });

  test('a step that no route reaches takes no part', () => {
    const workspace = {
      steps: ['A may-start', 'Lost'],
      actions: ['A > B', 'Lost > B', 'B > end'],
      sources: ['f step-date started @A', 'g step-date started @Lost'],
    };
    expect(setsAt(workspace, 'B')).toMatchObject({ beforeAlways: ['f'], beforeSometimes: ['f'] });
    expect(auditOf(workspace).steps.map((step) => step.stepType)).toEqual(['A', 'B']);
  });

  test('a next action that no legal choice contains starts nothing', () => {
    const workspace = {
      steps: ['A may-start'],
      actions: ['A > B', 'A > C one-of:X requires:A>D', 'A > D one-of:X', 'B > end', 'C > end', 'D > end'],
    };
    expect(auditOf(workspace).steps.map((step) => step.stepType)).toEqual(['A', 'B', 'D']);
  });
});

describe('after', () => {
  /** Whether `f`, made in B, is surely met after A, only by some runs, or by none. */
  const after = (given: WorkspaceWords): string => {
    const { afterAlways, afterSometimes } = setsAt({ sources: ['f step-date started @B'], ...given }, 'A');
    return afterAlways.includes('f') ? 'always' : afterSometimes.includes('f') ? 'sometimes' : 'never';
  };

  test.each([
    ['the only way on records it', ['A > B', 'B > end'], 'always'],
    ['another way on does not', ['A > B', 'A > end', 'B > end'], 'sometimes'],
    ['another way on leads to a place nobody has said', ['A > B', 'A > ?', 'B > end'], 'sometimes'],
    ['every choice starts it beside something else', ['A > B always', 'A > C always', 'B > end', 'C > end'], 'always'],
    [
      'a next action always comes with the one that records it',
      ['A > C requires:A>B', 'A > B', 'B > end', 'C > end'],
      'always',
    ],
    ['it comes only with an answer', ['A > B if:F.Q=Yes', 'A > end', 'B > end'], 'sometimes'],
    ['it comes with an answer, and nothing else can', ['A > B if:F.Q=Yes', 'B > end'], 'always'],
    ['two may be chosen together, or either alone', ['A > B', 'A > C', 'B > end', 'C > end'], 'sometimes'],
    ['it is recorded once a loop is left', ['A > C', 'C > C', 'C > B', 'B > end'], 'always'],
    ['a loop can be left without it', ['A > C', 'C > C', 'C > B', 'C > end', 'B > end'], 'sometimes'],
    ['the way to it can never come to an end', ['A > B', 'B > C', 'C > C'], 'sometimes'],
    ['nothing leads to it', ['A > end'], 'never'],
  ])('%s', (_, actions, expected) => {
    expect(after({ steps: ['A may-start'], actions })).toBe(expected);
  });

  test('a step that may end with no next action avoids what its next actions would bring', () => {
    expect(after({ steps: ['A may-start may-end'], actions: ['A > B', 'B > end'] })).toBe('sometimes');
  });

  test('always outweighs that a step may end', () => {
    expect(after({ steps: ['A may-start may-end'], actions: ['A > B always', 'B > end'] })).toBe('always');
  });

  test('a step that begins another instance does not count as recording this one', () => {
    const actions = ['A > B', 'B > end'];
    expect(after({ steps: ['A may-start', 'B opens:review'], actions, facts: ['f review'] })).toBe('never');
    expect(after({ steps: ['A may-start', 'B opens:review'], actions, facts: ['f protection-plan'] })).toBe('always');
  });

  test('a step that can never come to an end avoids everything', () => {
    const workspace = { steps: ['A may-start'], actions: ['A > B', 'B > A'], sources: ['f step-date started @B'] };
    expect(setsAt(workspace, 'A')).toMatchObject({ afterAlways: [], afterSometimes: ['f'] });
  });
});

describe('beside', () => {
  const beside = (actions: readonly string[], step: string): readonly string[] =>
    setsAt(
      {
        steps: ['A may-start', 'B may-end', 'C may-end', 'D may-end'],
        actions,
        sources: ['b step-date started @B', 'c step-date started @C', 'd step-date started @D'],
      },
      step,
    ).beside;

  test('branches that one choice starts are beside each other, and all that they reach', () => {
    const actions = ['A > B', 'A > C', 'C > D'];
    expect(beside(actions, 'B')).toEqual(['c', 'd']);
    expect(beside(actions, 'D')).toEqual(['b']);
    expect(beside(actions, 'A')).toEqual([]);
  });

  test('branches that shut each other out are not', () => {
    expect(beside(['A > B one-of:X', 'A > C one-of:X', 'A > D'], 'B')).toEqual(['d']);
  });

  test('a step that two branches reach is beside itself', () => {
    expect(beside(['A > B', 'A > C', 'B > D', 'C > D'], 'D')).toEqual(['b', 'c', 'd']);
  });

  test('one next action that starts a step is not two', () => {
    expect(beside(['A > B', 'B > C'], 'C')).toEqual([]);
  });
});
