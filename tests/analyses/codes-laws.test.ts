import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Item } from '#model/data-return.ts';
import { codeSetId, factId, returnId } from '#model/ids.ts';
import { MAPPING_STATUSES } from '#model/words.ts';
import type { CodeMapping, Question, Source, Workspace } from '#model/workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { anItem, aReturn } from '../support/a-workspace.ts';
import { arbitraryWorkspace } from '../support/random-workspace.ts';

/*
 * The findings on codes once more, from their definitions and with no care for speed. Random workspaces are given rows
 * of codes.csv for every kind of list, other years, and items of every format; nothing is shared with the product.
 */

const RUNS = 1000;
const FORMATS: readonly Item['format'][] = [
  { kind: 'code' },
  { kind: 'code' },
  { kind: 'code' },
  { kind: 'code' },
  { kind: 'code' },
  { kind: 'date' },
  { kind: 'date-time' },
  { kind: 'true-false' },
  { kind: 'whole-number' },
  { kind: 'text' },
  { kind: 'pattern', pattern: '^x$' },
];

const row = fc.record({
  list: fc.nat(40),
  answer: fc.constantFrom('Yes', 'No', 'Not known', 'Gone'),
  codeSet: fc.constantFrom('YESNO', 'YESNO', 'OTHER', 'OLD'),
  code: fc.constantFrom('', '0', '1', '2', '2', '7', '9'),
  status: fc.constantFrom('confirmed', 'confirmed', ...MAPPING_STATUSES),
});
const format = fc.record({
  format: fc.constantFrom(...FORMATS),
  set: fc.constantFrom('YESNO', 'YESNO', 'OTHER', null),
  max: fc.constantFrom<1 | 3 | 'n'>(1, 3, 'n'),
  fact: fc.nat(4),
});

/** Every key that a list of the workspace could have. */
const listKeys = (workspace: Workspace): readonly string[] => [
  'ANSWERS',
  'ANSWERS',
  ...workspace.questions.map((question) => `question:${question.form}/${question.code}`),
  ...workspace.sources.flatMap((source) => {
    if (source.kind === 'question') return [];
    return [`${source.kind}:${source.kind === 'step-source' ? source.stepType : source.ref}`];
  }),
];

const codes = (set: string, all: readonly string[]) =>
  all.map((code) => ({ codeSet: codeSetId(set), code, label: code }));

const OTHER_YEARS = [
  aReturn({ id: returnId('next'), year: '2027-28', codes: codes('YESNO', ['0', '2']) }),
  aReturn({
    id: returnId('last'),
    year: '2025-26',
    codes: [...codes('YESNO', ['0']), ...codes('OTHER', ['0', '1']), ...codes('OLD', ['7', '9'])],
    items: [anItem('Old', { fact: factId('fact0'), codeSet: codeSetId('OLD') })],
  }),
  aReturn({ id: returnId('stranger'), family: 'stranger', codes: codes('YESNO', ['7']) }),
];

const arbitraryCoded = fc
  .tuple(
    arbitraryWorkspace({ maxSteps: 4, maxQuestions: 8, maxSources: 14, maxFacts: 3 }),
    fc.array(row, { maxLength: 12 }),
    fc.array(format, { minLength: 1, maxLength: 5 }),
  )
  .map(([workspace, rows, formats]): Workspace => {
    const keys = listKeys(workspace);
    const [audited] = workspace.returns;
    if (audited === undefined) throw new Error('No return');
    const items = audited.items.map((item, at): Item => {
      const given = formats[at % formats.length]!;
      const fact = workspace.facts[given.fact % workspace.facts.length]!.id;
      return {
        ...item,
        fact,
        format: given.format,
        codeSet: given.set === null ? null : codeSetId(given.set),
        max: given.max,
      };
    });
    const own = { ...audited, items, codes: [...codes('YESNO', ['0', '1']), ...codes('OTHER', ['2'])] };
    return {
      ...workspace,
      sources: workspace.sources.map((source, at) =>
        at % 2 === 0 ? { ...source, use: 'feeds', status: 'confirmed' } : source,
      ),
      codeMappings: rows.map(({ list, ...given }, at): CodeMapping => {
        const lookup = keys[list % keys.length]!;
        return { lookup, ...given, by: '', on: '', why: '', at: { file: 'mappings/codes.csv', row: at + 2 } };
      }),
      returns: [own, ...OTHER_YEARS],
    };
  });

/** The findings on codes, from the definitions. */
class Naive {
  readonly workspace: Workspace;
  readonly reachable: ReadonlySet<string>;

  constructor(workspace: Workspace, reachable: readonly string[]) {
    this.workspace = workspace;
    this.reachable = new Set(reachable);
  }

  takes(year: string, set: string | null, code: string): boolean {
    const found = this.workspace.returns.find((one) => one.id === year);
    return found?.codes.some((one) => one.codeSet === set && one.code === code) ?? false;
  }

  /** Rows that count: those with a code of no year at all are faults of the file. */
  rows(): readonly CodeMapping[] {
    const years = this.workspace.returns.map((one) => one.id);
    return this.workspace.codeMappings.filter(
      (one) =>
        one.status !== 'ignored' && (one.code === '' || years.some((year) => this.takes(year, one.codeSet, one.code))),
    );
  }

  question(source: Source): Question | undefined {
    return this.workspace.questions.find((one) => one.form === source.form && one.code === source.question);
  }

  /** Whether the source stands where routes come, or is held before the first step. */
  stands(source: Source): boolean {
    if (['calculated', 'generated', 'outside'].includes(source.kind)) return false;
    if (source.kind !== 'question') {
      const screen = ['person-field', 'register-field', 'legal-status', 'service-user-group'].includes(source.kind);
      return source.stepType === null ? screen : this.reachable.has(source.stepType);
    }
    return this.workspace.stepForms.some(
      (activity) =>
        activity.form === source.form &&
        this.reachable.has(activity.stepType) &&
        (source.stepType === null || source.stepType === activity.stepType),
    );
  }

  feeding(item: Item): readonly Source[] {
    return this.workspace.sources.filter(
      (source) =>
        source.fact === item.fact && source.use === 'feeds' && source.status !== 'ignored' && this.stands(source),
    );
  }

  /** The list of a source: its key and its answers; undefined where it has none that is known. */
  list(source: Source): { readonly key: string; readonly answers: readonly string[] } | undefined {
    if (source.kind === 'question') {
      const question = this.question(source);
      const key = `question:${source.form}/${source.question}`;
      if (question?.type === 'yes-no' && this.rows().some((one) => one.lookup === key))
        return { key, answers: ['Yes', 'No'] };
      if (question?.lookup === null || question === undefined) return undefined;
      const { lookup } = question;
      const answers = this.workspace.lookupAnswers.filter((one) => one.lookup === lookup).map((one) => one.answer);
      return { key: lookup, answers };
    }
    const key = `${source.kind}:${source.kind === 'step-source' ? source.stepType : source.ref}`;
    const answers = this.rows().flatMap((one) => (one.lookup === key ? [one.answer] : []));
    return answers.length === 0 ? undefined : { key, answers };
  }

  codesOf(key: string, answer: string, set: string | null): readonly string[] {
    return this.rows().flatMap((one) =>
      one.lookup === key && one.answer === answer && one.codeSet === set ? [one.code] : [],
    );
  }

  ids(): readonly string[] {
    const ids = new Set<string>();
    for (const item of this.workspace.returns[0]?.items ?? []) {
      for (const source of this.feeding(item))
        if (!this.holds(source, item)) ids.add(`codes/type-mismatch|${item.id}|${source.form}|${source.question}`);
      if (item.format.kind === 'code' && item.codeSet !== null)
        for (const id of this.codedIds(item, item.codeSet)) ids.add(id);
    }
    return [...ids].sort();
  }

  codedIds(item: Item, set: string): readonly string[] {
    const lists = this.feeding(item).flatMap((source) => this.list(source) ?? []);
    const reached = new Set(
      lists.flatMap(({ key, answers }) => answers.flatMap((answer) => this.codesOf(key, answer, set))),
    );
    const wanted = (this.workspace.returns[0]?.codes ?? []).filter((code) => code.codeSet === set);
    const unreachable = lists.length === 0 ? [] : wanted.filter(({ code }) => !reached.has(code));
    return [
      ...unreachable.map(({ code }) => `codes/unreachable|${item.id}|${code}`),
      ...lists.flatMap(({ key, answers }) => answers.flatMap((answer) => this.answerIds(key, answer, set))),
    ];
  }

  /** The facts behind the coded items of a set that a list feeds. */
  fills(key: string, set: string): readonly string[] {
    const items = (this.workspace.returns[0]?.items ?? []).filter(
      (one) => one.format.kind === 'code' && one.codeSet === set,
    );
    const fed = items.filter((one) => this.feeding(one).some((source) => this.list(source)?.key === key));
    return fed.flatMap((one) => one.fact ?? []);
  }

  answerIds(key: string, answer: string, set: string): readonly string[] {
    const found = this.codesOf(key, answer, set);
    const current = found.filter((code) => this.takes('test', set, code));
    const past = found.filter(
      (code) => !current.includes(code) && (this.takes('next', set, code) || this.takes('last', set, code)),
    );
    const retired = past.map((code) => `codes/retired|${key}|${answer}|${set}|${code}`);
    // Last year filled the set OLD from fact0; this year takes none of it. A list is judged once for all items of one set
    // that it feeds, so one of them filled from fact0 is enough.
    const isOld =
      this.fills(key, set).includes('fact0') && !this.workspace.returns[0]!.items.some((one) => one.codeSet === 'OLD');
    const old = isOld ? this.codesOf(key, answer, 'OLD').filter((code) => this.takes('last', 'OLD', code)) : [];
    const needsNone = key.startsWith('question:') && answer === 'No' && this.codesOf(key, 'Yes', set).length > 0;
    if (current.length + past.length > 0 || needsNone) return retired;
    return old.length > 0
      ? old.map((code) => `codes/retired|${key}|${answer}|OLD|${code}`)
      : [`codes/gap|${key}|${answer}|${set}`];
  }

  holds(source: Source, item: Item): boolean {
    const type = this.question(source)?.type;
    if (type === undefined) return true;
    const text = ['short-text', 'long-text', 'rich-text'].includes(type);
    const ticked = this.rows().some((one) => one.lookup === `question:${source.form}/${source.question}`);
    const holding: Readonly<Record<Item['format']['kind'], boolean>> = {
      date: type === 'date' || type === 'date-time',
      'date-time': type === 'date-time',
      'true-false': type === 'yes-no' || type === 'choice',
      'whole-number': type === 'number',
      text: text || type === 'choice',
      pattern: text,
      code: type === 'choice' || (type === 'multi-choice' && item.max !== 1) || (type === 'yes-no' && ticked),
    };
    return holding[item.format.kind];
  }
}

test('findings on codes are the ones that their definitions give', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(arbitraryCoded, (workspace) => {
      const audit = auditWorkspace(workspace, []);
      const found = audit.findings.filter((finding) => finding.kind.startsWith('codes/')).map((finding) => finding.id);
      for (const id of found.filter((one) => one.includes('|OLD|'))) seen.set('a set that is gone', id.length);
      for (const id of found) seen.set(id.split('|')[0]!, (seen.get(id.split('|')[0]!) ?? 0) + 1);
      expect(found.toSorted()).toEqual(
        new Naive(
          workspace,
          audit.steps.map((step) => step.stepType),
        ).ids(),
      );
    }),
    { numRuns: RUNS, interruptAfterTimeLimit: 20_000 },
  );
  expect(seen.has('a set that is gone')).toBe(true);
  for (const kind of ['gap', 'unreachable', 'retired', 'type-mismatch'])
    expect(seen.get(`codes/${kind}`) ?? 0, kind).toBeGreaterThan(5);
});

test('a code given to an answer never makes more gaps, and never more codes that no answer leads to', () => {
  const count = (workspace: Workspace): number =>
    auditWorkspace(workspace, []).findings.filter(({ kind }) => kind === 'codes/gap' || kind === 'codes/unreachable')
      .length;
  fc.assert(
    fc.property(arbitraryCoded, (workspace) => {
      const added = { answer: 'Yes', codeSet: 'YESNO', code: '0', status: 'confirmed' } as const;
      const more: CodeMapping = { lookup: 'ANSWERS', ...added, by: '', on: '', why: '', at: { file: '', row: 0 } };
      expect(count({ ...workspace, codeMappings: [...workspace.codeMappings, more] })).toBeLessThanOrEqual(
        count(workspace),
      );
    }),
    { numRuns: 300, interruptAfterTimeLimit: 20_000 },
  );
});
