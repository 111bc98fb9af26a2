import type { DuplicateFigures } from '#model/figures.ts';
import type { Finding } from '#model/finding.ts';
import type { FormId } from '#model/ids.ts';
import { isWithin } from '#model/scopes.ts';
import { SCOPES, type Scope } from '#model/words.ts';
import type { Fact, Question, StepType } from '#model/workspace.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { ruledOut } from './numbers.ts';
import type { Run } from './time-routes.ts';
import { rounded } from './time-split.ts';

/** A place on a form that holds a fact, in one step, whatever its entry. */
export interface FactEntry {
  readonly fact: Fact;
  /** The fact's number, as in `FactNumbers`. */
  readonly number: number;
  readonly question: Question;
  readonly step: number;
}

/** Facts that may rightly be recorded again are no part of these numbers: judgements, and facts of one step only. */
const mayRepeat = (fact: Fact): boolean => fact.kind === 'judgement' || fact.scope === 'step';

/** Every place on a form that holds a fact, once per fact, step, form and question; what people ruled out is left out. */
export function factEntries(input: AnalysisInput, findings: readonly Finding[]): readonly FactEntry[] {
  const isRuledOut = ruledOut(findings);
  const seen = new Map<Question, Set<number>>();
  const entries: FactEntry[] = [];
  for (const { source, question, step } of input.places) {
    const fact = input.index.facts.get(source.fact);
    if (fact === undefined || question === null || step === null || mayRepeat(fact)) continue;
    const number = input.numbers.numberOf.get(fact.id) ?? 0;
    const entry = { fact, number, question, step };
    const key = step * input.numbers.facts.length + number;
    const known = seen.get(question) ?? new Set<number>();
    if (known.has(key) || isRuledOut(entry, input.flow.steps[step]?.id ?? '')) continue;
    seen.set(question, known.add(key));
    entries.push(entry);
  }
  return entries;
}

interface Tally {
  typed: number;
  pulled: number;
  all: number;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : rounded(part / whole, 4));

/** Numbers from tallies, one for each fact, or for each fact and scope instance; `distinctFacts` is how many of them there are. */
function toFigures(tallies: Iterable<Tally>): DuplicateFigures {
  let [typedEntries, duplicateEntries, all, distinctFacts, pulledRepeats] = [0, 0, 0, 0, 0];
  for (const tally of tallies) {
    typedEntries += tally.typed;
    duplicateEntries += Math.max(0, tally.typed - 1);
    pulledRepeats += tally.pulled;
    all += tally.all;
    distinctFacts += 1;
  }
  return {
    typedEntries,
    duplicateEntries,
    duplicateRate: share(duplicateEntries, typedEntries),
    factEntries: all,
    distinctFacts,
    factRedundancy: all === 0 ? null : rounded(1 - distinctFacts / all, 4),
    pulledRepeats,
    pullForwardRate: share(pulledRepeats, pulledRepeats + duplicateEntries),
  };
}

const isPulled = ({ entry }: Question): boolean => entry === 'pulled-editable' || entry === 'pulled-locked';

function count(tallies: Map<number, Tally>, key: number, question: Question): void {
  let tally = tallies.get(key);
  if (tally === undefined) {
    tally = { typed: 0, pulled: 0, all: 0 };
    tallies.set(key, tally);
  }
  tally.all += 1;
  if (question.entry === 'typed') tally.typed += 1;
  if (isPulled(question)) tally.pulled += 1;
}

/** Numbers of a set of entries: a step, a lane, a team, the workspace. */
export function duplicateFigures(entries: Iterable<FactEntry>): DuplicateFigures {
  const tallies = new Map<number, Tally>();
  for (const { number, question } of entries) count(tallies, number, question);
  return toFigures(tallies.values());
}

/** Numbers of one form on its own: a question counts once, however many steps carry the form. */
export function duplicatesOfForm(entries: readonly FactEntry[]): DuplicateFigures {
  const once = new Map<Question, Map<number, FactEntry>>();
  for (const entry of entries)
    once.set(entry.question, (once.get(entry.question) ?? new Map<number, FactEntry>()).set(entry.number, entry));
  return duplicateFigures([...once.values()].flatMap((byFact) => [...byFact.values()]));
}

const SCOPE_NUMBER = new Map<Scope, number>(SCOPES.map((scope, n) => [scope, n]));

/** For each step, the numbers of the scopes of which a new instance begins when it starts: facts of one scope are dropped alike. */
export function scopesBegun(steps: readonly StepType[]): readonly (readonly number[])[] {
  return steps.map(({ opens }) =>
    SCOPES.flatMap((scope, n) => (scope === 'step' || opens.some((opened) => isWithin(scope, opened)) ? [n] : [])),
  );
}

/** For each visit of a run, the visit at which the instance of each scope began: 0 for the one the run starts in. */
function instancesOf(run: Run, begun: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const instances: number[][] = [];
  for (const [at, { step, after }] of run.entries()) {
    const own = after === null ? SCOPES.map(() => 0) : [...(instances[after] ?? [])];
    if (after !== null) for (const scope of begun[step] ?? []) own[scope] = at;
    instances.push(own);
  }
  return instances;
}

/**
 * Numbers of a run. Every visit counts, and a fact is counted afresh from where a new instance of its scope begins: the
 * date of the second review is no duplicate of the first. `begun` is what `scopesBegun` gives.
 */
export function duplicatesOfRun(
  entriesOfStep: readonly (readonly FactEntry[])[],
  begun: readonly (readonly number[])[],
  run: Run,
): DuplicateFigures {
  const instances = instancesOf(run, begun);
  const tallies = new Map<number, Tally>();
  for (const [at, { step }] of run.entries()) {
    for (const { fact, number, question } of entriesOfStep[step] ?? []) {
      const instance = instances[at]?.[SCOPE_NUMBER.get(fact.scope) ?? 0] ?? 0;
      count(tallies, number * run.length + instance, question);
    }
  }
  return toFigures(tallies.values());
}

/** Entries by the number of their step. */
export function byStep(entries: readonly FactEntry[], steps: number): readonly (readonly FactEntry[])[] {
  const grouped = Array.from({ length: steps }, (): FactEntry[] => []);
  for (const entry of entries) grouped[entry.step]?.push(entry);
  return grouped;
}

/** Entries by form. */
export function byForm(entries: readonly FactEntry[]): ReadonlyMap<FormId, readonly FactEntry[]> {
  const grouped = new Map<FormId, FactEntry[]>();
  for (const entry of entries) {
    const same = grouped.get(entry.question.form);
    if (same === undefined) grouped.set(entry.question.form, [entry]);
    else same.push(entry);
  }
  return grouped;
}
