import { flagFrom, wholeFrom } from './cells-from.ts';
import type { MadeRow, MadeTable } from './made-table.ts';
import { cellOf, type ExtractRow, type Extracts } from './read-extract.ts';
import { type RuleNames, ruleFrom } from './rule-from.ts';
import type { Told } from './told.ts';
import { actionAt, commonest, readTransitions, type Transitions, timesIn } from './transitions.ts';

/** What the rows of next actions may refer to. */
export interface ActionNames extends Pick<RuleNames, 'formsWith'> {
  readonly steps: ReadonlySet<string>;
  readonly nameOf: (step: string) => string;
}

interface Gathered {
  readonly id: string;
  readonly source: string;
  readonly rows: readonly ExtractRow[];
}

const FILE = 'workflows/next-actions.csv';

/** The rows of each next action of each step type, in their order. */
function gather(extracts: Extracts, { steps }: ActionNames, told: Told): readonly Gathered[] {
  const found = new Map<string, { id: string; source: string; rows: ExtractRow[] }>();
  for (const row of extracts.rows('next-actions')) {
    const [id, source] = [cellOf(row, 'WORKFLOW_NEXT_ACTION_TYPE_ID'), cellOf(row, 'SOURCE_STEP_TYPE_ID')];
    if (id === '')
      told.error({ ...row, column: 'WORKFLOW_NEXT_ACTION_TYPE_ID' }, 'The row has no id: it was left out.');
    else if (source === '')
      told.warn(
        { ...row, column: 'SOURCE_STEP_TYPE_ID' },
        'The next action names no step type, so it was left out. It may never have been used.',
      );
    else if (steps.has(source)) {
      const own = found.get(actionAt(id, source)) ?? { id, source, rows: [] };
      own.rows.push(row);
      found.set(actionAt(id, source), own);
    }
  }
  return [...found.values()];
}

/** How often each target is said to follow: rows repeated for rules say the same again. */
function configured({ rows }: Gathered): ReadonlyMap<string, number> {
  const targets = new Map<string, number>();
  for (const row of rows) {
    const target = cellOf(row, 'TARGET_STEP_TYPE_ID');
    const times = Number(wholeFrom(cellOf(row, 'TIMES_USED')));
    targets.set(target, Math.max(targets.get(target) ?? 0, times));
  }
  return targets;
}

function timesOf(gathered: Gathered, seen: ReadonlyMap<string, number> | undefined): string {
  const isSaid = gathered.rows.some((row) => wholeFrom(cellOf(row, 'TIMES_USED')) !== '');
  if (!isSaid) return timesIn(seen);
  return String([...configured(gathered).values()].reduce((one, other) => one + other, 0));
}

/** Where a next action leads: as configured, to the end, or where it was seen to lead; empty where nobody knows. */
function targetOf(gathered: Gathered, seen: ReadonlyMap<string, number> | undefined, names: ActionNames, told: Told) {
  const [first] = gathered.rows;
  const said = new Map([...configured(gathered)].filter(([target]) => target !== ''));
  const to = commonest(said);
  if (to.toLowerCase() === 'end') return { says: 'end', fills: '' };
  if (names.steps.has(to)) return { says: to, fills: '' };
  const isEnd = gathered.rows.some((row) => flagFrom(cellOf(row, 'IS_NO_FURTHER_ACTION')) === 'Y');
  if (to === '' && isEnd) return { says: '', fills: 'end' };
  if (to !== '' && first !== undefined)
    told.warn({ ...first, column: 'TARGET_STEP_TYPE_ID' }, 'It leads to a step type that is not brought in.');
  const observed = commonest(seen);
  return { says: '', fills: names.steps.has(observed) ? observed : '' };
}

function noteOf(isFilled: boolean, targets: number): string {
  if (isFilled) return 'Target proposed from what was seen, not from the configuration.';
  return targets > 1 ? 'Several targets were seen: the commonest is given.' : '';
}

function rowOf(
  gathered: Gathered,
  key: (action: string, source: string) => string,
  around: { readonly transitions: Transitions; readonly names: ActionNames; readonly told: Told },
): MadeRow {
  const { id, source, rows } = gathered;
  const { names, told } = around;
  const seen = around.transitions.byAction.get(actionAt(id, source));
  const target = targetOf(gathered, seen, names, told);
  const first = (column: string): string => rows.map((row) => cellOf(row, column)).find((cell) => cell !== '') ?? '';
  const rules = rows.map((row) => ruleFrom(row, { source, keyOf: (other) => key(other, source), ...names }, told));
  const isFilled = target.fills !== '' && target.fills !== 'end';
  return {
    says: {
      next_action: key(id, source),
      label: first('DESCRIPTION'),
      from: source,
      to: target.says,
      rules: [...new Set(rules.filter((rule) => rule !== ''))].join('; '),
      delay_days: first('DELAY_DAYS').replace(/\.0+$/u, ''),
      is_nfa: flagFrom(first('IS_NO_FURTHER_ACTION')),
      times_used: timesOf(gathered, seen),
    },
    fills: { to: target.fills },
    proposes: { notes: noteOf(isFilled, configured(gathered).size) },
  };
}

/** Without the extract of next actions, what was seen to follow stands for them. */
function seenAlone({ byStep }: Transitions, { steps, nameOf }: ActionNames): readonly MadeRow[] {
  return [...byStep].flatMap(([source, targets]) =>
    [...targets].flatMap(([target, links]): readonly MadeRow[] => {
      if (!steps.has(source) || !steps.has(target)) return [];
      const says = {
        next_action: `${source}-${target}`,
        from: source,
        to: target,
        times_used: links === 0 ? '' : String(links),
      };
      const notes = 'Seen in the links between steps; its label is not known.';
      return [{ says, fills: {}, proposes: { label: `To ${nameOf(target)}`, notes } }];
    }),
  );
}

/** The next actions of the step types that are kept, with their rules, targets and use. */
export function makeNextActions(extracts: Extracts, names: ActionNames, told: Told): MadeTable {
  const transitions = readTransitions(extracts);
  const gathered = gather(extracts, names, told);
  const sources = new Map<string, number>();
  for (const { id } of gathered) sources.set(id, (sources.get(id) ?? 0) + 1);
  const key = (action: string, source: string): string =>
    (sources.get(action) ?? 0) > 1 ? `${action}-${source}` : action;
  const isConfigured = extracts.has('next-actions');
  return {
    file: FILE,
    what: 'next action',
    isComplete: isConfigured,
    wording: ['label'],
    id: null,
    rows: isConfigured
      ? gathered.map((each) => rowOf(each, key, { transitions, names, told }))
      : seenAlone(transitions, names),
  };
}
