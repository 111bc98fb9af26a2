import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ITEM_STATUSES, type ItemStatus, type PlaceStatus } from '#model/audit.ts';
import type { Workspace } from '#model/workspace.ts';
import type { WorkspaceWords } from '../support/a-workspace.ts';
import { aRoute, auditOf, coverageOfItem } from '../support/expect-findings.ts';
import { arbitraryWorkspace } from '../support/random-workspace.ts';

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

const statusOf = (given: WorkspaceWords): ItemStatus => coverageOfItem(referral(given), 'Born').status;
const placeStatusOf = (given: WorkspaceWords): PlaceStatus | undefined =>
  coverageOfItem(referral(given), 'Born').places[0]?.status;

test('an item is covered when a confirmed source surely records it before it is due', () => {
  expect(coverageOfItem(referral({ sources: ['born Record.BORN'] }), 'Born')).toEqual({
    item: 'Born',
    tag: 'Born',
    cbds: '',
    event: 'referred',
    status: 'covered',
    conditional: false,
    places: [
      {
        stepType: 'Referral',
        moment: 'started',
        nextAction: null,
        status: 'always',
        sources: [{ kind: 'question', stepType: '', form: 'Record', question: 'BORN', ref: '', status: 'confirmed' }],
        gapRoute: null,
      },
    ],
  });
});

describe('the status of an item', () => {
  test.each<[string, WorkspaceWords, ItemStatus]>([
    ['covered: held', { sources: ['born person-field DOB assured'] }, 'covered'],
    ['covered: in the step', { sources: ['born step-date started @Referral'] }, 'covered'],
    [
      'covered: after it',
      {
        actions: ['Contact > Referral', 'Referral > Visit', 'Visit > end'],
        sources: ['born step-date started @Visit'],
      },
      'covered',
    ],
    ['unconfirmed: only suggested', { sources: ['born Record.BORN suggested'] }, 'unconfirmed'],
    ['unconfirmed: flagged', { sources: ['born Record.BORN flagged'] }, 'unconfirmed'],
    [
      'covered: a confirmed source that is not sure, beside a suggested one that is',
      { sources: ['born Record.BORN suggested', 'born person-field DOB'] },
      'covered',
    ],
    ['gaps: may be left out', { sources: ['born person-field DOB'] }, 'gaps'],
    ['missing: nothing records it', {}, 'missing'],
    ['missing: no return reads it', { sources: ['born Record.BORN records'] }, 'missing'],
    ['missing: only background', { sources: ['born Record.BORN supports'] }, 'missing'],
    ['missing: ruled out', { sources: ['born Record.BORN ignored'] }, 'missing'],
    ['missing: held outside', { sources: ['born outside case_note'] }, 'missing'],
    ['missing: the item names no fact', { items: ['Born on:referred'], sources: ['born Record.BORN'] }, 'missing'],
    ['not triggered: no place', { events: [], sources: ['born Record.BORN'] }, 'not-triggered'],
    ['not triggered: no event', { items: ['Born fact:born'], sources: ['born Record.BORN'] }, 'not-triggered'],
    ['not triggered: no route', { events: ['referred Lost started'], sources: ['born Record.BORN'] }, 'not-triggered'],
  ])('%s', (_, given, expected) => {
    expect(statusOf(given)).toBe(expected);
  });

  test('gaps where one place is sure and another never', () => {
    const given = {
      steps: ['Contact may-start', 'Walk-in may-start may-end'],
      events: ['referred Referral started', 'referred Walk-in started'],
      sources: ['born Record.BORN'],
    };
    const covered = coverageOfItem(referral(given), 'Born');
    expect(covered.status).toBe('gaps');
    expect(covered.places.map((place) => place.status)).toEqual(['always', 'never']);
  });

  test('not covered where a confirmed source reaches one place and only a suggested one the other', () => {
    const given = {
      steps: ['Contact may-start', 'Walk-in may-start may-end'],
      events: ['referred Referral started', 'referred Walk-in started'],
      sources: ['born Record.BORN', 'born step-date started @Walk-in suggested'],
    };
    expect(statusOf(given)).toBe('unconfirmed');
  });

  test('a source beside the place does not confirm it', () => {
    const given = {
      actions: ['Contact > Referral always', 'Contact > Visit always', 'Referral > end', 'Visit > end'],
      sources: ['born step-date started @Referral suggested', 'born step-date started @Visit'],
    };
    expect(statusOf(given)).toBe('unconfirmed');
  });

  test('conditional items are marked', () => {
    const given = referral({ items: ['Born fact:born on:referred conditional'] });
    expect(coverageOfItem(given, 'Born').conditional).toBe(true);
  });
});

describe('the status of a place', () => {
  test.each<[string, WorkspaceWords, PlaceStatus]>([
    ['sometimes: before', { sources: ['born person-field DOB @Contact'] }, 'sometimes'],
    ['sometimes: in the step', { sources: ['born person-field DOB @Referral'] }, 'sometimes'],
    [
      'sometimes: after, by one way on',
      {
        actions: ['Contact > Referral', 'Referral > Visit', 'Referral > end', 'Visit > end'],
        sources: ['born step-date started @Visit'],
      },
      'sometimes',
    ],
    [
      'sometimes: on another branch',
      {
        actions: ['Contact > Referral', 'Contact > Visit', 'Referral > end', 'Visit > end'],
        sources: ['born step-date started @Visit'],
      },
      'sometimes',
    ],
    ['always: generated', { sources: ['born generated'] }, 'always'],
    ['never: generated, but for no return', { sources: ['born generated records'] }, 'never'],
  ])('%s', (_, given, expected) => {
    expect(placeStatusOf(given)).toBe(expected);
  });

  test('one place for each step, however often the file names it', () => {
    const given = {
      events: ['referred Referral started', 'referred Referral completed'],
      sources: ['born Record.BORN'],
    };
    expect(coverageOfItem(referral(given), 'Born').places).toHaveLength(1);
  });

  test('the sources that can reach it stand in their order of precedence', () => {
    const given = {
      actions: ['Contact > Referral', 'Contact > end', 'Referral > Visit', 'Visit > end', 'Other > end'],
      sources: [
        'born step-date started @Visit',
        'born Record.BORN order:2',
        'born person-field DOB order:1',
        'born step-date started @Other order:3',
        'born outside case_note order:4',
        'born register-field DATE records order:5',
      ],
    };
    const kinds = coverageOfItem(referral(given), 'Born').places[0]?.sources.map((source) => source.kind);
    expect(kinds).toEqual(['person-field', 'question', 'step-date']);
  });
});

describe('a calculated fact', () => {
  const calculated = (...sources: readonly string[]): PlaceStatus | undefined =>
    placeStatusOf({
      sources: ['sure Record.BORN', 'unsure person-field SEX', ...sources],
      facts: ['lacking', 'sure', 'unsure'],
    });

  test.each<[string, readonly string[], PlaceStatus]>([
    ['always when every input is', ['born calculated sure'], 'always'],
    ['sometimes when an input is known only sometimes', ['born calculated sure unsure'], 'sometimes'],
    ['never when an input never is', ['born calculated sure unsure lacking'], 'never'],
    ['through a chain', ['born calculated half', 'half calculated unsure'], 'sometimes'],
    ['never in a circle', ['born calculated half', 'half calculated born'], 'never'],
    [
      'through a circle that is broken',
      ['born calculated half', 'half calculated born', 'half step-path X @Contact'],
      'always',
    ],
    ['never out of nothing', ['born calculated'], 'never'],
    ['never out of a fact that only local forms know', ['born calculated local', 'local Record.BORN records'], 'never'],
    ['as well as another source is', ['born calculated lacking', 'born person-field DOB'], 'sometimes'],
    ['better than another source is', ['born calculated sure', 'born person-field DOB'], 'always'],
    ['as well as the better of two calculations', ['born calculated lacking', 'born calculated unsure'], 'sometimes'],
  ])('is known %s', (_, sources, expected) => {
    expect(calculated(...sources)).toBe(expected);
  });

  test('at the end of a long chain is worked out once, not along every way through the chain', () => {
    const links = Array.from({ length: 60 }, (_, at) => `f${at + 2} calculated f${at + 1} f${at}`);
    const given = { items: ['Born fact:f61 on:referred'], sources: ['f0 Record.BORN', 'f1 Record.BORN', ...links] };
    expect(statusOf(given)).toBe('covered');
  });

  test('is confirmed when its own row is', () => {
    const facts = ['born', 'seen'];
    expect(statusOf({ facts, sources: ['born calculated seen', 'seen Record.BORN suggested'] })).toBe('covered');
    expect(statusOf({ facts, sources: ['born calculated seen suggested', 'seen Record.BORN'] })).toBe('unconfirmed');
  });

  test('has the route on which an input is lacking', () => {
    const given = {
      actions: ['Contact > Check', 'Contact > Referral', 'Check > Referral', 'Referral > end'],
      sources: ['born calculated sure seen', 'sure Record.BORN', 'seen step-date started @Check'],
    };
    const [place] = coverageOfItem(referral(given), 'Born').places;
    expect(place?.gapRoute).toEqual(aRoute('Contact Contact>Referral', 'Referral Referral>end'));
  });
});

describe('where a next action is named', () => {
  /** The item is due when the assessment is completed with a transfer. */
  const transfer = (actions: readonly string[], more: WorkspaceWords = {}) =>
    coverageOfItem(
      {
        steps: ['Assessment may-start', 'Plan may-end', 'Visit may-end'],
        actions,
        events: ['left Assessment completed Assessment>Plan'],
        items: ['Left fact:left on:left'],
        sources: ['left step-date started @Plan'],
        ...more,
      },
      'Left',
    );

  test('only choices that contain it count', () => {
    const covered = transfer(['Assessment > Plan', 'Assessment > end']);
    expect(covered.places).toMatchObject([{ nextAction: 'Assessment>Plan', status: 'always' }]);
  });

  test('what it requires comes with it', () => {
    const sources = ['left step-date started @Visit'];
    expect(transfer(['Assessment > Plan requires:Assessment>Visit', 'Assessment > Visit'], { sources })).toMatchObject({
      status: 'covered',
    });
    expect(transfer(['Assessment > Plan', 'Assessment > Visit'], { sources })).toMatchObject({ status: 'gaps' });
  });

  test('what shuts it out does not come after it', () => {
    const sources = ['left step-date started @Visit'];
    const covered = transfer(['Assessment > Plan one-of:X', 'Assessment > Visit one-of:X'], { sources });
    expect(covered.places).toMatchObject([{ status: 'never' }]);
  });

  test('there is no place where no legal choice contains it', () => {
    const actions = [
      'Assessment > Plan requires:Assessment>Visit one-of:X',
      'Assessment > Visit one-of:X',
      'Assessment > end',
    ];
    expect(transfer(actions)).toMatchObject({ status: 'not-triggered', places: [] });
  });

  test('a step that can never come to an end avoids everything here too', () => {
    const covered = transfer(['Assessment > Plan', 'Plan > Assessment'], { steps: ['Assessment may-start'] });
    expect(covered.places).toMatchObject([{ status: 'sometimes' }]);
  });

  test('it is another place than the step without it', () => {
    const events = ['left Assessment completed Assessment>Plan', 'left Assessment completed'];
    const covered = transfer(['Assessment > Plan', 'Assessment > end'], { events });
    expect(covered.places.map(({ nextAction, status }) => [nextAction, status])).toEqual([
      ['Assessment>Plan', 'always'],
      [null, 'sometimes'],
    ]);
  });
});

describe('what sources can do to coverage', () => {
  const rank = (status: ItemStatus): number => ITEM_STATUSES.indexOf(status);
  const levels = ['never', 'sometimes', 'always'];

  /** For each item and each of its places, how well it is covered. */
  const scores = (workspace: Workspace): readonly number[] =>
    auditOf(workspace).coverage.flatMap((item) => [
      rank(item.status),
      ...item.places.map((place) => levels.indexOf(place.status)),
    ]);

  const noneRises = (from: readonly number[], to: readonly number[]): void => {
    expect(to).toHaveLength(from.length);
    for (const [at, score] of to.entries()) expect(score).toBeLessThanOrEqual(from[at] ?? Number.NaN);
  };

  test('taking one away never raises it, and adding a confirmed one never lowers it', () => {
    let lowered = 0;
    fc.assert(
      fc.property(arbitraryWorkspace({ maxSteps: 5 }), fc.nat(9), (workspace, pick) => {
        const taken = workspace.sources[pick % Math.max(1, workspace.sources.length)];
        fc.pre(taken !== undefined);
        const rest = workspace.sources.filter((source) => source !== taken);
        const without = scores({ ...workspace, sources: rest });
        const before = scores(workspace);
        noneRises(before, without);
        const confirmed = scores({ ...workspace, sources: [...rest, { ...taken, status: 'confirmed' }] });
        noneRises(confirmed, without);
        if (without.some((score, at) => score < (before[at] ?? 0))) lowered += 1;
      }),
      { numRuns: 160, seed: 47 },
    );
    expect(lowered).toBeGreaterThan(3);
  });
});
