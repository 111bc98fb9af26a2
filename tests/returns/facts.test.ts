import { describe, expect, test } from 'vitest';
import { FACT_KINDS, ROLES, SCOPES, SOURCE_KINDS, STEP_DATES, SUBJECTS } from '#model/words.ts';
import {
  type EventRow,
  type FactRow,
  type ItemRow,
  type PromptRow,
  readShared,
  readShipped,
  splitList,
  YEARS,
} from './read-return.ts';

const facts = readShared<FactRow>('facts.csv').rows;
const prompts = readShared<PromptRow>('prompts.csv').rows;
const keys = new Set(facts.map((row) => row.fact));
const itemFacts = new Set(YEARS.flatMap((year) => readShipped<ItemRow>(year, 'items.csv').rows.map((row) => row.fact)));

const knows = (words: readonly string[], word: string) => words.includes(word);

describe('facts.csv', () => {
  test('holds 128 facts, each once, of which 52 stand behind items', () => {
    expect(facts).toHaveLength(128);
    expect(keys.size).toBe(128);
    expect(itemFacts.size).toBe(51 + 1);
    expect([...itemFacts].filter((fact) => !keys.has(fact))).toEqual([]);
  });

  test('uses the closed words', () => {
    expect(facts.filter((row) => !/^[a-z0-9-]+\.[a-z0-9-]+$/.test(row.fact))).toEqual([]);
    expect(facts.filter((row) => !knows(SUBJECTS, row.subject))).toEqual([]);
    expect(facts.filter((row) => !knows(SCOPES, row.scope))).toEqual([]);
    expect(facts.filter((row) => !knows(FACT_KINDS, row.kind))).toEqual([]);
  });

  test('names and defines every fact, each in its own way', () => {
    expect(new Set(facts.map((row) => row.name)).size).toBe(128);
    expect(new Set(facts.map((row) => row.definition)).size).toBe(128);
    expect(facts.filter((row) => !/^[A-Z0-9].{15,}\.$/.test(row.definition))).toEqual([]);
  });

  test('protects every fact behind an item', () => {
    const open = facts.filter((row) => itemFacts.has(row.fact) && !row.protected.startsWith('national return item'));
    expect(open).toEqual([]);
    const claimed = facts.filter((row) => row.protected.startsWith('national return item'));
    expect(claimed.map((row) => row.fact).sort()).toEqual([...itemFacts].sort());
  });

  test('gives the years one fact for sex and gender', () => {
    const before = readShipped<ItemRow>('2023-24', 'items.csv').rows.filter((row) => row.tag === 'GenderCurrent');
    const after = readShipped<ItemRow>('2024-25', 'items.csv').rows.filter((row) => row.tag === 'Sex');
    expect([...before, ...after].map((row) => row.fact)).toEqual(['child.sex', 'child.sex']);
  });

  test('lets the conference belong to the enquiry, so that it is known before its own step', () => {
    const scope = (fact: string) => facts.find((row) => row.fact === fact)?.scope;
    expect(scope('initial-conference.date')).toBe('section-47');
    expect(scope('strategy-discussion.date')).toBe('section-47');
    expect(scope('referral.transfer-in-conference-date')).toBe('referral');
    expect(facts.filter((row) => row.fact.startsWith('message.') && row.scope !== 'child')).toEqual([]);
  });
});

describe('events.csv', () => {
  test.each(YEARS)('of %s proposes known roles', (year) => {
    const events = readShipped<EventRow>(year, 'events.csv').rows;
    expect(events.filter((row) => !/^[a-z0-9-]+$/.test(row.event) || row.name === '')).toEqual([]);
    const unknown = events.filter((row) => !splitList(row.default_roles).every((role) => knows(ROLES, role)));
    expect(unknown).toEqual([]);
    expect(events.filter((row) => row.default_roles === '')).toEqual([]);
  });

  test('the years share one vocabulary', () => {
    const last = readShipped<EventRow>('2026-27', 'events.csv').text;
    for (const year of YEARS) expect(last.startsWith(readShipped<EventRow>(year, 'events.csv').text)).toBe(true);
  });
});

describe('prompts.csv', () => {
  test('holds 80 prompts and one at least for every fact behind an item', () => {
    expect(prompts).toHaveLength(80);
    const prompted = new Set(prompts.map((row) => row.fact));
    expect([...prompted].filter((fact) => !keys.has(fact))).toEqual([]);
    expect([...itemFacts].filter((fact) => !prompted.has(fact))).toEqual([]);
  });

  test('uses the closed words', () => {
    expect(prompts.filter((row) => !knows(SOURCE_KINDS, row.kind))).toEqual([]);
    expect(prompts.filter((row) => row.role !== '' && !knows(ROLES, row.role))).toEqual([]);
    const confidence = [
      'seen in several sources',
      'seen in one source',
      'seen in one council',
      'inferred',
      'none found',
    ];
    expect(prompts.filter((row) => !knows(confidence, row.confidence))).toEqual([]);
    expect(prompts.filter((row) => row.evidence === '' && row.confidence !== 'none found')).toEqual([]);
  });

  test('gives each kind the fields it needs', () => {
    const steps = prompts.filter((row) =>
      ['question', 'step-date', 'next-action', 'step-path', 'step-source'].includes(row.kind),
    );
    expect(steps.filter((row) => row.role === '')).toEqual([]);
    const dates = prompts.filter((row) => row.kind === 'step-date');
    expect(dates.filter((row) => !knows(STEP_DATES, row.ref))).toEqual([]);
    const calculated = prompts.filter((row) => row.kind === 'calculated');
    expect(calculated).toHaveLength(4);
    expect(calculated.filter((row) => !splitList(row.ref).every((fact) => keys.has(fact)))).toEqual([]);
    const screens = prompts.filter((row) =>
      ['person-field', 'register-field', 'legal-status', 'outside'].includes(row.kind),
    );
    expect(screens.filter((row) => row.ref === '')).toEqual([]);
  });

  test('sets an order that no two places of one fact and role share', () => {
    const places = prompts.filter((row) => row.order !== '').map((row) => `${row.fact} ${row.role} ${row.order}`);
    expect(new Set(places).size).toBe(places.length);
    expect(prompts.filter((row) => row.order === '' && row.kind !== 'outside' && row.kind !== 'generated')).toEqual([]);
  });
});
