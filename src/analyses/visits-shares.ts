import type { Choices } from '#model/choices.ts';
import type { FigureNote } from '#model/figures.ts';
import type { NextAction, StepType } from '#model/workspace.ts';
import type { AnalysisInput } from './analysis-input.ts';
import { describeAction, describeStep, listInWords } from './describe.ts';
import type { Edge } from './flow.ts';

/** How often each next action is taken, for one completion of its step. */
export interface Shares {
  /** Completions that the shares of each step are counted against; null where nothing says them. */
  readonly completions: readonly (number | null)[];
  /** Expected starts of the target for one completion; null where it cannot be worked out. */
  readonly shareOf: ReadonlyMap<Edge, number | null>;
  readonly notes: readonly FigureNote[];
}

/** Counts of a year never agree to the last one: work is open when the year begins and when it ends. */
export const within = (count: number, of: number, share: number): boolean => count <= of + Math.max(5, share * of);
const SLACK = 0.02;

const groupsOf = (action: NextAction): readonly string[] =>
  action.rules.flatMap((rule) => (rule.kind === 'one-of' ? [rule.group] : []));

const sumUsed = (actions: readonly NextAction[]): number | null =>
  actions.reduce<number | null>(
    (sum, action) => (sum === null || action.timesUsed === null ? null : sum + action.timesUsed),
    0,
  );

const isAlways = (action: NextAction, { smallest }: Choices): boolean =>
  smallest.length > 0 && smallest.every((choice) => choice.includes(action));

/** True where every completion takes exactly one of the next actions. */
function takesExactlyOne(step: StepType, actions: readonly NextAction[]): boolean {
  const groups = actions.map(groupsOf);
  return !step.mayEnd && actions.length > 0 && groups.every((own) => own.length === 1 && own[0] === groups[0]?.[0]);
}

/** `completed_per_year`; else the sum of the next actions, where each completion surely takes one of them and no more. */
function completionsOf(step: StepType, choices: Choices): number | null {
  if (step.completedPerYear !== null) return step.completedPerYear;
  const always = choices.live.find((action) => isAlways(action, choices) && action.timesUsed !== null);
  if (always !== undefined) return always.timesUsed;
  return takesExactlyOne(step, choices.live) ? sumUsed(choices.live) : null;
}

function shareOf(action: NextAction, choices: Choices, completions: number | null): number | null {
  if (action.timesUsed !== null && completions !== null && completions > 0) return action.timesUsed / completions;
  return isAlways(action, choices) ? 1 : null;
}

const many = (count: number): string => count.toLocaleString('en-GB');

interface Counting {
  readonly input: AnalysisInput;
  readonly step: StepType;
  readonly choices: Choices;
  readonly completions: number;
}

const placeOf = (step: StepType, actions: readonly NextAction[]): FigureNote['places'] =>
  actions.length === 0
    ? [{ stepType: step.id }]
    : actions.map((action) => ({ stepType: step.id, nextAction: action.id }));

function tooLarge(counting: Counting, actions: readonly NextAction[], used: number, says: string): FigureNote {
  const { input, step, completions } = counting;
  const names = listInWords(actions.map(describeAction), 4);
  return {
    kind: 'share-too-large',
    message: `${describeStep(input.index, step.id)} is completed ${many(completions)} times a year, and ${names} ${actions.length === 1 ? 'was' : 'were'} used ${many(used)} times, ${says}: look at where times_used and completed_per_year come from. The figures take the counts as they stand.`,
    places: placeOf(step, actions),
  };
}

function checkEach(counting: Counting): readonly FigureNote[] {
  return counting.choices.live.flatMap((action) =>
    action.timesUsed === null || within(action.timesUsed, counting.completions, SLACK)
      ? []
      : [tooLarge(counting, [action], action.timesUsed, 'though it can be chosen once each time')],
  );
}

function checkGroups(counting: Counting): readonly FigureNote[] {
  const { live } = counting.choices;
  return [...new Set(live.flatMap(groupsOf))].flatMap((group) => {
    const members = live.filter((action) => groupsOf(action).includes(group));
    const used = members.reduce((sum, action) => sum + (action.timesUsed ?? 0), 0);
    const each = members.some((action) => !within(action.timesUsed ?? 0, counting.completions, SLACK));
    return each || within(used, counting.completions, SLACK)
      ? []
      : [tooLarge(counting, members, used, 'though only one of them can be chosen each time')];
  });
}

function checkRequired({ input, step, choices }: Counting): readonly FigureNote[] {
  return choices.live.flatMap((action) =>
    action.rules.flatMap((rule): readonly FigureNote[] => {
      if (rule.kind !== 'requires') return [];
      const required = input.index.nextActions.get(rule.nextAction);
      if (required === undefined || required.timesUsed === null || action.timesUsed === null) return [];
      if (within(action.timesUsed, required.timesUsed, SLACK)) return [];
      return [
        {
          kind: 'share-too-large',
          message: `In ${describeStep(input.index, step.id)}, ${describeAction(action)} was used ${many(action.timesUsed)} times and ${describeAction(required)}, without which it cannot be chosen, ${many(required.timesUsed)} times: look at where times_used comes from.`,
          places: placeOf(step, [action, required]),
        },
      ];
    }),
  );
}

function checkNotEnough({ input, step, choices, completions }: Counting): readonly FigureNote[] {
  const short = (actions: readonly NextAction[], says: string): readonly FigureNote[] => {
    const used = sumUsed(actions);
    if (actions.length === 0 || used === null || within(completions, used, SLACK)) return [];
    return [
      {
        kind: 'shares-below-completions',
        message: `${describeStep(input.index, step.id)} is completed ${many(completions)} times a year, and ${listInWords(actions.map(describeAction), 4)} ${actions.length === 1 ? 'was' : 'were'} used ${many(used)} times, ${says}: the rest of its completions lead nowhere in the figures. Look at times_used, or at a next action that is missing from the file.`,
        places: placeOf(step, actions),
      },
    ];
  };
  const always = choices.live.filter((action) => isAlways(action, choices));
  if (always.length > 0) return always.flatMap((action) => short([action], 'though it is made every time'));
  return step.mayEnd ? [] : short(choices.live, 'though the step cannot be finished without one of them');
}

function checkNotAllowed(input: AnalysisInput, step: StepType, choices: Choices): readonly FigureNote[] {
  const used = (input.index.nextActionsFrom.get(step.id) ?? []).filter(
    (action) => !choices.live.includes(action) && (action.timesUsed ?? 0) > 0,
  );
  return used.length === 0
    ? []
    : [
        {
          kind: 'share-not-allowed',
          message: `In ${describeStep(input.index, step.id)}, ${listInWords(used.map(describeAction), 4)} ${used.length === 1 ? 'was' : 'were'} used, though the rules allow no choice with ${used.length === 1 ? 'it' : 'them'}: look at the rules. The figures leave ${used.length === 1 ? 'it' : 'them'} out.`,
          places: placeOf(step, used),
        },
      ];
}

function checkStep(input: AnalysisInput, s: number, completions: number | null): readonly FigureNote[] {
  const step = input.flow.steps[s];
  const choices = input.flow.choices[s];
  if (step === undefined || choices === undefined) return [];
  const notAllowed = checkNotAllowed(input, step, choices);
  if (completions === null) return notAllowed;
  const counting = { input, step, choices, completions };
  return [
    ...checkEach(counting),
    ...checkGroups(counting),
    ...checkRequired(counting),
    ...checkNotEnough(counting),
    ...notAllowed,
  ];
}

function missingShares(input: AnalysisInput, shares: Pick<Shares, 'shareOf'>): readonly FigureNote[] {
  const missing = input.flow.edges.filter((edge) => shares.shareOf.get(edge) === null);
  if (missing.length === 0) return [];
  const names = missing.map(({ action }) => `${describeAction(action)} from ${describeStep(input.index, action.from)}`);
  return [
    {
      kind: 'share-missing',
      message: `Nothing says how often ${listInWords(names, 4)} ${missing.length === 1 ? 'is' : 'are'} chosen, so expected visits behind ${missing.length === 1 ? 'it' : 'them'} are not known: give times_used, and completed_per_year of the step.`,
      places: missing.map(({ action }) => ({ stepType: action.from, nextAction: action.id })),
    },
  ];
}

/** Reads how often each next action is taken, and says where the counts are missing or break the rules. */
export function sharesOf(input: AnalysisInput): Shares {
  const { flow } = input;
  const none: Choices = { live: [], smallest: [] };
  const completions = flow.steps.map((step, s) => completionsOf(step, flow.choices[s] ?? none));
  const shares = new Map(
    flow.edges.map((edge) => [
      edge,
      shareOf(edge.action, flow.choices[edge.from] ?? none, completions[edge.from] ?? null),
    ]),
  );
  const checks = completions.flatMap((count, s) => checkStep(input, s, count));
  return { completions, shareOf: shares, notes: [...missingShares(input, { shareOf: shares }), ...checks] };
}
