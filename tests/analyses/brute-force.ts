import type { Audit, StepSets } from '#model/audit.ts';
import { isWithin } from '#model/scopes.ts';
import type { Fact, NextAction, Source, StepType, Workspace } from '#model/workspace.ts';

/*
 * The analysis once more, from its definitions and with no care for speed: every subset of next actions is tried as a
 * choice, every route is walked step by step as far as anything new could be seen on it. It shares no code with the
 * product but the tree of scopes, so where the two differ, one of them is wrong.
 */

export interface BruteForce {
  readonly steps: readonly StepSets[];
  /** `item|event|step|next action` → status. */
  readonly places: ReadonlyMap<string, string>;
  /** Ids of duplicate findings with their certainty. */
  readonly duplicates: ReadonlyMap<string, string>;
}

type Facts = ReadonlySet<string>;
interface Made {
  readonly sure: Facts;
  readonly maybe: Facts;
}

const subsets = (actions: readonly NextAction[]): readonly (readonly NextAction[])[] =>
  actions.reduce<(readonly NextAction[])[]>(
    (all, action) => [...all, ...all.map((subset) => [...subset, action])],
    [[]],
  );

function isLegal(step: StepType, actions: readonly NextAction[], chosen: readonly NextAction[]): boolean {
  const ids = new Set<string>(chosen.map((action) => action.id));
  const always = actions.filter((action) => action.rules.some((rule) => rule.kind === 'always'));
  if (always.some((action) => !chosen.includes(action))) return false;
  const groups = chosen.flatMap((action) =>
    action.rules.flatMap((rule) => (rule.kind === 'one-of' ? [rule.group] : [])),
  );
  if (groups.length !== new Set(groups).size) return false;
  if (chosen.some((action) => action.rules.some((rule) => rule.kind === 'requires' && !ids.has(rule.nextAction))))
    return false;
  return chosen.length > 0 || (step.mayEnd && always.length === 0);
}

class World {
  readonly steps = new Map<string, StepType>();
  readonly legal = new Map<string, readonly (readonly NextAction[])[]>();
  readonly reachable: string[] = [];
  readonly facts: ReadonlyMap<string, Fact>;
  readonly workspace: Workspace;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
    this.facts = new Map(workspace.facts.map((fact) => [fact.id as string, fact]));
    for (const step of workspace.stepTypes) {
      const actions = workspace.nextActions.filter((action) => action.from === step.id);
      this.steps.set(step.id, step);
      this.legal.set(
        step.id,
        subsets(actions).filter((chosen) => isLegal(step, actions, chosen)),
      );
    }
    const open = workspace.stepTypes.filter((step) => step.mayStart).map((step) => step.id as string);
    const seen = new Set(open);
    while (open.length > 0) {
      const s = open.pop() ?? '';
      for (const t of this.after(s).map((action) => this.target(action))) {
        if (t !== null && !seen.has(t)) {
          seen.add(t);
          open.push(t);
        }
      }
    }
    this.reachable.push(...workspace.stepTypes.map((step) => step.id as string).filter((id) => seen.has(id)));
  }

  /** Next actions that some legal choice contains. */
  after(s: string): readonly NextAction[] {
    return [...new Set((this.legal.get(s) ?? []).flat())];
  }

  target(action: NextAction): string | null {
    return action.to.kind === 'step' && this.steps.has(action.to.stepType) ? action.to.stepType : null;
  }

  drops(s: string, fact: string): boolean {
    const scope = this.facts.get(fact)?.scope ?? 'child';
    return scope === 'step' || (this.steps.get(s)?.opens ?? []).some((opened) => isWithin(scope, opened));
  }

  smallest(s: string): readonly (readonly NextAction[])[] {
    const legal = this.legal.get(s) ?? [];
    return legal.filter(
      (choice) =>
        !legal.some((other) => other.length < choice.length && other.every((action) => choice.includes(action))),
    );
  }

  canEnd(s: string, depth: number = this.steps.size + 1): boolean {
    if (depth === 0) return false;
    return (this.legal.get(s) ?? []).some((choice) =>
      choice.every((action) => {
        const t = this.target(action);
        return t === null || this.canEnd(t, depth - 1);
      }),
    );
  }

  reach(s: string): ReadonlySet<string> {
    const reached = new Set([s]);
    for (const at of reached)
      for (const action of this.after(at)) {
        const t = this.target(action);
        if (t !== null) reached.add(t);
      }
    return reached;
  }

  isBeside(x: string, y: string): boolean {
    return this.reachable.some((p) =>
      (this.legal.get(p) ?? []).some((choice) =>
        choice.some((one) =>
          choice.some((other) => {
            const [a, b] = [this.target(one), this.target(other)];
            return one !== other && a !== null && b !== null && this.reach(a).has(x) && this.reach(b).has(y);
          }),
        ),
      ),
    );
  }
}

/** What one step (or, for null, what is held before the first step) makes, out of some of the sources. */
function madeBy(world: World, sources: readonly Source[], s: string | null): Made {
  const sure = new Set<string>();
  const maybe = new Set<string>();
  const { workspace } = world;
  const add = (source: Source, isSure: boolean): void => {
    maybe.add(source.fact);
    if (source.assured ?? isSure) sure.add(source.fact);
  };
  for (const source of sources) {
    if (!world.facts.has(source.fact)) continue;
    if (source.kind === 'question' && s !== null) {
      const question = workspace.questions.find((one) => one.form === source.form && one.code === source.question);
      const standing = workspace.stepForms.filter(
        (activity) => activity.stepType === s && activity.form === source.form,
      );
      if (question === undefined || standing.length === 0 || (source.stepType !== null && source.stepType !== s))
        continue;
      const certain = standing.some((activity) => activity.mandatory && activity.kind === 'form');
      add(source, certain && question.mandatory && !question.conditional);
    }
    if (
      ['step-date', 'next-action', 'step-path', 'step-source'].includes(source.kind) &&
      s !== null &&
      source.stepType === s
    )
      add(source, true);
    if (
      ['person-field', 'register-field', 'legal-status', 'service-user-group'].includes(source.kind) &&
      (source.stepType ?? null) === s
    )
      add(source, false);
  }
  return { sure, maybe };
}

interface Sets {
  readonly before: Made;
  readonly makes: Made;
  readonly afterMaybe: Facts;
  readonly beside: Facts;
  readonly avoids: (fact: string, choices?: readonly (readonly NextAction[])[]) => boolean;
  readonly metAfter: (actions: readonly NextAction[]) => Facts;
}

function solve(world: World, sources: readonly Source[]): (s: string) => Sets {
  const held = madeBy(world, sources, null);
  const made = new Map(world.reachable.map((s) => [s, madeBy(world, sources, s)]));
  const makes = (s: string): Made => made.get(s) ?? { sure: new Set(), maybe: new Set() };
  const all = [...world.facts.keys()];
  const longest = 2 * world.reachable.length + 1;
  const before = new Map<string, { sure: Set<string>; maybe: Set<string> }>();

  const seen = new Set<string>();
  const walk = (s: string, sure: Facts, maybe: Facts, length: number): void => {
    const knownSure = new Set([...sure].filter((fact) => !world.drops(s, fact)));
    const knownMaybe = new Set([...maybe].filter((fact) => !world.drops(s, fact)));
    const state = `${s}|${[...knownSure].sort().join()}|${[...knownMaybe].sort().join()}`;
    if (seen.has(state)) return;
    seen.add(state);
    const at = before.get(s);
    if (at === undefined) before.set(s, { sure: new Set(knownSure), maybe: new Set(knownMaybe) });
    else {
      for (const fact of at.sure) if (!knownSure.has(fact)) at.sure.delete(fact);
      for (const fact of knownMaybe) at.maybe.add(fact);
    }
    if (length === 0) return;
    for (const action of world.after(s)) {
      const t = world.target(action);
      if (t === null) continue;
      const immediate = action.rules.some((rule) => rule.kind === 'immediate');
      const nextSure = immediate ? knownSure : new Set([...knownSure, ...makes(s).sure]);
      walk(t, nextSure, new Set([...knownMaybe, ...makes(s).maybe]), length - 1);
    }
  };
  for (const s of world.reachable)
    if (world.steps.get(s)?.mayStart === true) walk(s, held.sure, held.maybe, Number.POSITIVE_INFINITY);

  const avoids = (s: string, fact: string, depth: number, choices = world.legal.get(s) ?? []): boolean => {
    if (!world.canEnd(s)) return true;
    if (depth === 0) return false;
    return choices.some((choice) =>
      choice.every((action) => {
        const t = world.target(action);
        if (t === null || world.drops(t, fact)) return true;
        return !makes(t).sure.has(fact) && avoids(t, fact, depth - 1);
      }),
    );
  };

  const metBy = (actions: readonly NextAction[]): Facts => {
    const met = new Set<string>();
    for (const fact of all) {
      const visited = new Set<string>();
      const open = actions.map((action) => world.target(action));
      for (const t of open) {
        if (t === null || visited.has(t) || world.drops(t, fact)) continue;
        visited.add(t);
        if (makes(t).maybe.has(fact)) met.add(fact);
        open.push(...world.after(t).map((action) => world.target(action)));
      }
    }
    return met;
  };

  return (s) => ({
    before: before.get(s) ?? { sure: new Set(), maybe: new Set() },
    makes: makes(s),
    afterMaybe: metBy(world.after(s)),
    beside: new Set(world.reachable.filter((x) => world.isBeside(s, x)).flatMap((x) => [...makes(x).maybe])),
    avoids: (fact, choices) => avoids(s, fact, longest, choices),
    metAfter: metBy,
  });
}

const sorted = (facts: Iterable<string>): readonly string[] => [...facts].sort();

function stepSetsOf(world: World, sources: readonly Source[]): readonly StepSets[] {
  const at = solve(world, sources);
  return world.reachable.map((s) => {
    const sets = at(s);
    return {
      stepType: s,
      makesAlways: sorted(sets.makes.sure),
      makesSometimes: sorted(sets.makes.maybe),
      beforeAlways: sorted(sets.before.sure),
      beforeSometimes: sorted(sets.before.maybe),
      afterAlways: sorted([...world.facts.keys()].filter((fact) => !sets.avoids(fact))),
      afterSometimes: sorted(sets.afterMaybe),
      beside: sorted(sets.beside),
    };
  });
}

const LEVELS = ['never', 'sometimes', 'always'];

function statusesOf(world: World, sources: readonly Source[]): ReadonlyMap<string, string> {
  const at = solve(world, sources);
  const { workspace } = world;
  const statuses = new Map<string, string>();
  const audited = workspace.returns.find((one) => one.id === workspace.manifest.returns[0]);
  for (const item of audited?.items ?? []) {
    for (const place of workspace.eventPlaces.filter((one) => one.event === item.event)) {
      const s: string = place.stepType;
      if (!world.reachable.includes(s)) continue;
      const legal = world.legal.get(s) ?? [];
      const withNamed =
        place.nextAction === null
          ? legal
          : legal.filter((choice) => choice.some((action) => action.id === place.nextAction));
      if (place.nextAction !== null && withNamed.length === 0) continue;
      const sets = at(s);
      const judge = (fact: string): number => {
        const own = sources.filter((source) => source.fact === fact);
        if (own.some((source) => source.kind === 'generated')) return 2;
        const calculated = own
          .filter((source) => source.kind === 'calculated')
          .map((source) => Math.min(...source.ref.split('; ').map(judge)));
        const recorded = (() => {
          const before = sets.before.sure.has(fact) || sets.makes.sure.has(fact);
          if (before || !sets.avoids(fact, place.nextAction === null ? undefined : withNamed)) return 2;
          const met = sets.metAfter([...new Set(withNamed.flat())]).has(fact);
          return sets.before.maybe.has(fact) || sets.makes.maybe.has(fact) || met || sets.beside.has(fact) ? 1 : 0;
        })();
        return Math.max(recorded, ...calculated);
      };
      const key = [item.id, item.event, s, place.nextAction ?? ''].join('|');
      statuses.set(key, item.fact === null || !world.facts.has(item.fact) ? 'never' : (LEVELS[judge(item.fact)] ?? ''));
    }
  }
  return statuses;
}

function duplicatesOf(world: World, sources: readonly Source[]): ReadonlyMap<string, string> {
  const at = solve(world, sources);
  const { workspace } = world;
  const found = new Map<string, string>();
  for (const source of sources) {
    const fact = world.facts.get(source.fact);
    const question = workspace.questions.find((one) => one.form === source.form && one.code === source.question);
    if (source.kind !== 'question' || question?.entry !== 'typed' || fact === undefined) continue;
    if (fact.kind === 'judgement' || fact.scope === 'step') continue;
    const standsOn = (form: string | null, s: string): boolean =>
      workspace.stepForms.some((activity) => activity.form === form && activity.stepType === s);
    for (const s of world.reachable) {
      if (!standsOn(question.form, s) || (source.stepType !== null && source.stepType !== s)) continue;
      const sets = at(s);
      const id = ['duplicate/on-route', fact.id, s, question.form, question.code].join('|');
      const besideOthers = world.reachable.some(
        (x) => x !== s && world.isBeside(s, x) && madeBy(world, sources, x).maybe.has(fact.id),
      );
      if (sets.before.sure.has(fact.id)) found.set(id, 'every-route');
      else if (sets.before.maybe.has(fact.id) || besideOthers) found.set(id, 'some-routes');
      const others = sources.filter((other) => {
        if (other.fact !== fact.id || !madeBy(world, [other], s).maybe.has(fact.id)) return false;
        if (other.kind !== 'question') return true;
        const asked = workspace.questions.find((one) => one.form === other.form && one.code === other.question);
        return asked?.entry === 'typed' && asked.form !== question.form;
      });
      if (others.length > 0) found.set(['duplicate/in-step', fact.id, s, question.form, question.code].join('|'), '');
      if (question.perChild && fact.subject === 'family')
        found.set(['duplicate/per-child', fact.id, question.form, question.code].join('|'), '');
    }
  }
  return found;
}

export function bruteForce(workspace: Workspace): BruteForce {
  const world = new World(workspace);
  const counting = workspace.sources.filter((source) => source.status !== 'ignored' && source.use !== 'supports');
  const feeding = counting.filter((source) => source.use === 'feeds');
  return {
    steps: stepSetsOf(world, counting),
    places: statusesOf(world, feeding),
    duplicates: duplicatesOf(world, counting),
  };
}

/** The same three, read out of an audit. */
export function fromAudit(audit: Audit): BruteForce {
  const places = audit.coverage.flatMap((item) =>
    item.places.map((place): [string, string] => [
      [item.item, item.event, place.stepType, place.nextAction ?? ''].join('|'),
      place.status,
    ]),
  );
  const kinds = ['duplicate/on-route', 'duplicate/in-step', 'duplicate/per-child'];
  const duplicates = audit.findings
    .filter((finding) => kinds.includes(finding.kind))
    .map((finding): [string, string] => [
      finding.id,
      finding.kind === 'duplicate/on-route' ? (finding.certainty ?? '') : '',
    ]);
  return { steps: audit.steps, places: new Map(places), duplicates: new Map(duplicates) };
}
