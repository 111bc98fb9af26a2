import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { alwaysSame, mostlyUnchanged, rarelyAnswered } from '#analyses/usage.ts';
import { formId, questionCode } from '#model/ids.ts';
import type { Count, Question, QuestionUsage, Workspace } from '#model/workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { arbitraryWorkspace } from '../support/random-workspace.ts';

const RUNS = 2000;
const COUNTS = ['shown', 'answered', 'compared', 'unchanged'] as const;

/** Counts near the marks that decide, suppressed ones, and none at all. */
const count: fc.Arbitrary<Count> = fc.oneof(
  fc.constant<Count>('<6'),
  fc.constant<Count>('<6'),
  fc.constant<Count>(null),
  fc.constantFrom<Count>(0, 1, 4, 5, 6, 14, 15, 16, 29, 30, 31, 95, 99, 100, 101, 106, 120, 1000),
  fc.nat(130),
);
const usage: fc.Arbitrary<QuestionUsage> = fc.record({
  form: fc.constant(formId('F')),
  question: fc.constant(questionCode('Q')),
  stepType: fc.constant(null),
  from: fc.constant(''),
  to: fc.constant(''),
  shown: count,
  answered: count,
  distinct: fc.constant(null),
  topShare: fc.constantFrom(null, 0, 0.5, 0.97, 0.979, 0.98, 0.99, 1, 1, 1),
  avgChars: fc.constant(null),
  compared: count,
  unchanged: count,
  notHelpful: fc.option(fc.nat(2)),
  hardToAnswer: fc.option(fc.nat(2)),
  helpful: fc.constant(null),
  dataUserNeeds: fc.option(fc.nat(1), { freq: 2 }),
  at: fc.constant({ file: '', row: 0 }),
});
const rows = fc.array(usage, { minLength: 1, maxLength: 3 });
type Signal = (rows: readonly QuestionUsage[]) => boolean;

const sum = (all: readonly QuestionUsage[], pick: (row: QuestionUsage) => Count): number =>
  all.reduce((total, row) => total + Number(pick(row)), 0);

/** Each signal straight from its definition, for rows whose counts are all numbers. */
const PLAIN: Readonly<
  Record<string, readonly [signal: Signal, plain: Signal, counts: readonly (typeof COUNTS)[number][]]>
> = {
  'rarely answered': [
    (all) => rarelyAnswered(all) !== null,
    (all) =>
      sum(all, (row) => row.shown) >= 100 && sum(all, (row) => row.answered) / sum(all, (row) => row.shown) < 0.05,
    ['shown', 'answered'],
  ],
  'always the same': [
    (all) => alwaysSame(all) !== null,
    (all) => {
      const answered = sum(all, (row) => row.answered);
      const top = all.reduce((total, row) => total + Number(row.answered) * (row.topShare ?? 0), 0);
      return answered >= 100 && top / answered >= 0.98 - 1e-12;
    },
    ['answered'],
  ],
  unchanged: [
    (all) => mostlyUnchanged(all) !== null,
    (all) =>
      sum(all, (row) => row.compared) >= 30 &&
      sum(all, (row) => row.unchanged) / sum(all, (row) => row.compared) >= 0.5,
    ['compared', 'unchanged'],
  ],
};

/** The rows with every suppressed count of these columns replaced, in each way that 1 to 5 allow. */
function completions(
  all: readonly QuestionUsage[],
  counts: readonly (typeof COUNTS)[number][],
): readonly (readonly QuestionUsage[])[] {
  let found: readonly (readonly QuestionUsage[])[] = [all];
  for (const [at, row] of all.entries()) {
    for (const name of counts) {
      if (row[name] !== '<6') continue;
      found = found.flatMap((one) =>
        [1, 2, 3, 4, 5].map((value) => one.map((each, i) => (i === at ? { ...each, [name]: value } : each))),
      );
    }
  }
  return found;
}

test.each(Object.entries(PLAIN))('%s: said exactly when every way to read the suppressed counts says so', (_, law) => {
  const [signal, plain, counts] = law;
  const seen = { said: 0, undecided: 0 };
  fc.assert(
    fc.property(rows, (given) => {
      const known = given.map((row) => ({
        ...row,
        ...Object.fromEntries(counts.map((name) => [name, row[name] ?? 100])),
      }));
      const all = completions(known, counts);
      fc.pre(all.length <= 3125);
      const said = all.map(plain);
      if (said.includes(true) && said.includes(false)) seen.undecided += 1;
      if (signal(known)) seen.said += 1;
      expect(signal(known)).toBe(!said.includes(false));
    }),
    { numRuns: RUNS, interruptAfterTimeLimit: 20_000 },
  );
  expect(seen.said).toBeGreaterThan(20);
  expect(seen.undecided).toBeGreaterThan(5);
});

test.each(Object.entries(PLAIN))(
  '%s: no number that nobody has said can make it wrong',
  (_, [signal, plain, counts]) => {
    const [part = 'answered', whole = 'shown'] = counts.includes('compared')
      ? (['unchanged', 'compared'] as const)
      : (['answered', 'shown'] as const);
    fc.assert(
      fc.property(rows, fc.array(fc.nat(2000), { minLength: 6, maxLength: 6 }), fc.nat(4), (given, unsaid, few) => {
        const speaking = given.filter((row) => row[part] !== null || row[whole] !== null || row.topShare !== null);
        const complete = speaking.map((row, at) => {
          const read = (value: Count, other: number): number => (value === '<6' ? few + 1 : (value ?? other));
          const all = read(row[whole], Math.max(unsaid[at] ?? 0, row[part] === '<6' ? few + 1 : (row[part] ?? 0)));
          const own = read(row[part], Math.min(unsaid[at + 3] ?? 0, all));
          return {
            ...row,
            [whole]: row[part] === null && row[whole] === null ? 0 : all,
            [part]: row[part] === null && row[whole] === null ? 0 : own,
          };
        });
        expect(signal(given) && !plain(complete)).toBe(false);
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: 20_000 },
    );
  },
);

/** Random workspaces in which people have looked at half of the questions and counted the use of some. */
const arbitraryUsed = fc
  .tuple(
    arbitraryWorkspace({ maxSteps: 4, maxQuestions: 6 }),
    fc.array(fc.tuple(fc.nat(5), usage), { maxLength: 6 }),
    fc.array(fc.nat(3), { minLength: 6, maxLength: 6 }),
  )
  .map(([workspace, used, looked]): Workspace => {
    const assessed = (given: number) => ({ assessed: given > 0, values: [] });
    const questions = workspace.questions.map((question, at): Question => {
      const given = looked[at % looked.length] ?? 0;
      return {
        ...question,
        purposes: given === 3 ? { assessed: true, values: ['practice'] } : assessed(given),
        readers: given === 2 ? { assessed: true, values: ['Manager'] } : assessed(given),
      };
    });
    const at = (pick: number): Question | undefined => questions[pick % Math.max(1, questions.length)];
    return {
      ...workspace,
      questions,
      usage: used.flatMap(([pick, row]) => {
        const question = at(pick);
        return question === undefined ? [] : [{ ...row, form: question.form, question: question.code }];
      }),
    };
  });

/** The questions that have a signal, by kind, from the definitions; for the three shares the laws above stand. */
function naive(workspace: Workspace, reachable: ReadonlySet<string>): readonly string[] {
  const { questions, sources, nextActions, stepForms, facts, returns } = workspace;
  const ids: string[] = [];
  const wanted = new Set(returns.flatMap((one) => one.items.flatMap((item) => item.fact ?? [])));
  const calculated = sources.filter(
    (one) => one.kind === 'calculated' && one.use === 'feeds' && one.status !== 'ignored',
  );
  for (let size = -1; size !== wanted.size; ) {
    size = wanted.size;
    for (const one of calculated)
      if (wanted.has(one.fact))
        for (const ref of one.ref.split('; ')) for (const fact of facts) if (fact.id === ref) wanted.add(fact.id);
  }
  for (const question of questions) {
    if (!stepForms.some((one) => one.form === question.form && reachable.has(one.stepType))) continue;
    const say = (kind: string, holds: boolean): boolean => {
      if (holds) ids.push(`value/${kind}|${question.form}|${question.code}`);
      return holds;
    };
    const is = (one: { readonly form: unknown; readonly question: unknown }): boolean =>
      one.form === question.form && one.question === question.code;
    const own = sources.filter(
      (one) => one.kind === 'question' && is(one) && one.status !== 'ignored' && one.use !== 'supports',
    );
    const feeds = own.some((one) => one.use === 'feeds' && wanted.has(one.fact));
    const isProtected = feeds || own.some((one) => facts.some((fact) => fact.id === one.fact && fact.protected !== ''));
    const drives = nextActions.some((action) => action.rules.some((rule) => rule.kind === 'mandatory-if' && is(rule)));
    const others = questions.filter((other) => other !== question);
    const conditions = others.some(
      (other) => other.form === question.form && other.shownIf.some((clause) => clause.question === question.code),
    );
    const pulled = others.some(({ pulledFrom }) => pulledFrom?.kind === 'question' && is(pulledFrom));
    const used = workspace.usage.filter(is);
    const people = (pick: (row: QuestionUsage) => number | null): number =>
      used.reduce((all, row) => all + (pick(row) ?? 0), 0);
    const { purposes, readers } = question;
    say('no-purpose', !purposes.assessed);
    const first = say(
      'no-known-use',
      purposes.assessed && purposes.values.length === 0 && !feeds && !drives && !conditions && !pulled,
    );
    const more = [
      say('no-reader', readers.assessed && readers.values.length === 0),
      say('rarely-answered', rarelyAnswered(used) !== null),
      say('always-same', alwaysSame(used) !== null),
      say('not-helpful', people((row) => row.notHelpful) >= 2 && people((row) => row.dataUserNeeds) === 0),
    ];
    say('hard-to-answer', people((row) => row.hardToAnswer) >= 2);
    say('unchanged', mostlyUnchanged(used) !== null);
    say('review-candidate', first && more.includes(true) && !isProtected);
  }
  return ids.sort();
}

test('review signals are the ones that their definitions give, and nobody calls a question worthless', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(arbitraryUsed, (workspace) => {
      const audit = auditWorkspace(workspace, []);
      const found = audit.findings.filter((finding) => finding.kind.startsWith('value/'));
      for (const { kind, message } of found) {
        seen.add(kind);
        expect(message).not.toMatch(/low[- ]value/iu);
      }
      const reachable = new Set(audit.steps.map((step) => step.stepType));
      expect(found.map((finding) => finding.id).toSorted()).toEqual(naive(workspace, reachable));
    }),
    { numRuns: RUNS / 2, interruptAfterTimeLimit: 20_000 },
  );
  expect([...seen].sort()).toEqual(
    'always-same hard-to-answer no-known-use no-purpose no-reader not-helpful rarely-answered review-candidate unchanged'
      .split(' ')
      .map((kind) => `value/${kind}`),
  );
});
