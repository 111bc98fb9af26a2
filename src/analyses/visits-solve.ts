/** A flow from one step to another: for one completion of `from`, how many starts of `to` are expected. Steps are numbered. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/** One step taken out of the system: what flowed in and out of it, and what was left of it after its own loop. */
interface Elimination {
  readonly step: number;
  readonly rest: number;
  readonly into: readonly (readonly [number, number])[];
  readonly out: readonly (readonly [number, number])[];
}

/** The system v = starts + Qᵀ v, taken apart once so that it can be solved for many starts. */
export interface SolvableFlow {
  readonly solve: (starts: readonly number[]) => readonly number[];
  /** Steps of loops that lead back to themselves once or more for each completion: no finite solution. They take no part. */
  readonly endless: ReadonlySet<number>;
}

/** Below this, what a loop leaves over cannot be told from nothing. */
const NOTHING_LEFT = 1e-9;

interface Network {
  readonly own: number[];
  readonly out: readonly Map<number, number>[];
  readonly into: readonly Set<number>[];
}

function networkOf(size: number, arcs: readonly Arc[]): Network {
  const own = Array.from({ length: size }, () => 0);
  const out = own.map(() => new Map<number, number>());
  const into = own.map(() => new Set<number>());
  for (const { from, to, share } of arcs) addArc({ own, out, into }, from, to, share);
  return { own, out, into };
}

function addArc(network: Network, from: number, to: number, share: number): void {
  if (from === to) {
    network.own[from] = (network.own[from] ?? 0) + share;
    return;
  }
  const out = network.out[from];
  out?.set(to, (out.get(to) ?? 0) + share);
  network.into[to]?.add(from);
}

/** The step whose elimination adds the fewest new arcs. */
function cheapest(network: Network, open: ReadonlySet<number>): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const step of open) {
    const cost = (network.out[step]?.size ?? 0) * (network.into[step]?.size ?? 0);
    if (cost >= least) continue;
    best = step;
    least = cost;
    if (cost === 0) break;
  }
  return best;
}

/** Takes one step out: what came in goes straight on to what it led to. Null where its loop leaves nothing over. */
function eliminate(network: Network, step: number): Elimination | null {
  const rest = 1 - (network.own[step] ?? 0);
  if (rest <= NOTHING_LEFT) return null;
  const out = [...(network.out[step] ?? [])];
  const into = [...(network.into[step] ?? [])].map((from) => [from, network.out[from]?.get(step) ?? 0] as const);
  for (const [to] of out) network.into[to]?.delete(step);
  for (const [from, share] of into) {
    network.out[from]?.delete(step);
    for (const [to, onward] of out) addArc(network, from, to, (share * onward) / rest);
  }
  return { step, rest, into, out };
}

function eliminateAll(size: number, arcs: readonly Arc[]): readonly Elimination[] | { readonly stuck: number } {
  const network = networkOf(size, arcs);
  const open = new Set(network.own.keys());
  const order: Elimination[] = [];
  while (open.size > 0) {
    const step = cheapest(network, open);
    const eliminated = eliminate(network, step);
    if (eliminated === null) return { stuck: step };
    open.delete(step);
    order.push(eliminated);
  }
  return order;
}

/** The steps that can be reached from the seeds, the seeds included. */
export function closure(seeds: Iterable<number>, next: readonly (readonly number[])[]): ReadonlySet<number> {
  const reached = new Set(seeds);
  for (const step of reached) for (const to of next[step] ?? []) reached.add(to);
  return reached;
}

/** The steps that lie on a loop with this one. */
function loopOf(step: number, size: number, arcs: readonly Arc[]): ReadonlySet<number> {
  const onward = Array.from({ length: size }, (): number[] => []);
  const back = Array.from({ length: size }, (): number[] => []);
  for (const { from, to } of arcs) {
    onward[from]?.push(to);
    back[to]?.push(from);
  }
  const before = closure([step], back);
  return new Set([...closure([step], onward)].filter((other) => before.has(other)));
}

function substitute(order: readonly Elimination[], starts: readonly number[]): number[] {
  const flow = [...starts];
  for (const { step, rest, out } of order) {
    const passed = (flow[step] ?? 0) / rest;
    if (passed !== 0) for (const [to, share] of out) flow[to] = (flow[to] ?? 0) + passed * share;
  }
  for (const { step, rest, into } of order.toReversed()) {
    let arrived = flow[step] ?? 0;
    for (const [from, share] of into) arrived += (flow[from] ?? 0) * share;
    flow[step] = arrived / rest;
  }
  return flow;
}

/** What is left of v = starts + Qᵀ v for a solution: starts + Qᵀ v − v, step by step. */
export function residual(arcs: readonly Arc[], starts: readonly number[], visits: readonly number[]): number[] {
  const left = starts.map((start, step) => start - (visits[step] ?? 0));
  for (const { from, to, share } of arcs) left[to] = (left[to] ?? 0) + share * (visits[from] ?? 0);
  return left;
}

/**
 * Takes the system v = starts + Qᵀ v apart, sparse and exactly: each step is eliminated in turn, the cheapest first.
 * All pivots are positive exactly when the visits are finite; where one is not, the loop it lies on is set aside.
 */
export function solvableFlow(size: number, arcs: readonly Arc[]): SolvableFlow {
  const endless = new Set<number>();
  for (;;) {
    const live = arcs.filter(({ from, to, share }) => share > 0 && !endless.has(from) && !endless.has(to));
    const order = eliminateAll(size, live);
    if ('stuck' in order) {
      for (const step of loopOf(order.stuck, size, live)) endless.add(step);
      continue;
    }
    const solve = (starts: readonly number[]): readonly number[] => {
      const first = substitute(order, starts);
      const correction = substitute(order, residual(live, starts, first));
      return first.map((visits, step) => visits + (correction[step] ?? 0));
    };
    return { solve, endless };
  }
}
