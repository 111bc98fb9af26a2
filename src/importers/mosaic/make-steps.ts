import { flagFrom, wholeFrom } from './cells-from.ts';
import type { MadeRow, MadeTable } from './made-table.ts';
import { cellOf, type ExtractRow, type Extracts } from './read-extract.ts';
import { proposeRole, type RoleProposal } from './role-words.ts';
import type { Told } from './told.ts';

/** The step types of an extract, and what was set aside of them. */
export interface MadeSteps {
  readonly table: MadeTable;
  readonly adult: number;
  /** What a person may leave out: parked under a name with ZZ, or no longer available. */
  readonly retired: readonly string[];
}

/** What people choose of an extract. */
export interface Choices {
  readonly leaveOutRetired: boolean;
}

interface Kept {
  readonly id: string;
  readonly row: ExtractRow;
  readonly role: RoleProposal;
}

const isRetired = (row: ExtractRow): boolean =>
  /^z{2,}/iu.test(cellOf(row, 'DESCRIPTION')) || flagFrom(cellOf(row, 'AVAILABLE')) === 'N';

const isAdult = (row: ExtractRow): boolean => /^a(?:dults?)?$/iu.test(cellOf(row, 'CONTEXT'));

/** Step types that reporting groups sort into kinds of conference. */
function conferencesIn(extracts: Extracts): ReadonlyMap<string, string> {
  const roles = new Map<string, string>();
  for (const row of extracts.rows('mappings')) {
    if (!/conference/iu.test(cellOf(row, 'NAME'))) continue;
    const category = cellOf(row, 'CATEGORY_VALUE').toLowerCase();
    if (category.startsWith('initial')) roles.set(cellOf(row, 'MAPPED_VALUE'), 'initial-conference');
    if (category.startsWith('review')) roles.set(cellOf(row, 'MAPPED_VALUE'), 'review-conference');
    if (/transfer in/iu.test(cellOf(row, 'NAME'))) roles.set(cellOf(row, 'MAPPED_VALUE'), 'transfer');
  }
  return roles;
}

/** A referral begins with the contact where there is one, so that what is known then is not lost with the next step. */
function opensOf({ role }: Kept, withContact: boolean): readonly string[] {
  const begins = withContact ? role.roles.includes('contact') : role.roles.includes('referral');
  return [...(begins ? ['referral'] : []), ...role.opens];
}

function rowOf(kept: Kept, withContact: boolean): MadeRow {
  const { id, row, role } = kept;
  const single = flagFrom(cellOf(row, 'SINGLE_SUBJECT_ONLY'));
  return {
    says: {
      step_type: id,
      name: cellOf(row, 'DESCRIPTION'),
      may_start: flagFrom(cellOf(row, 'MAY_INITIATE')),
      may_end: flagFrom(cellOf(row, 'ALWAYS_TERMINATOR')),
      completed_per_year: wholeFrom(cellOf(row, 'STEPS_COMPLETED')),
    },
    fills: {},
    proposes: {
      workflow: role.lane,
      roles: role.roles.join('; '),
      opens: opensOf(kept, withContact).join('; '),
      per: single === '' ? '' : single === 'Y' ? 'child' : 'group',
      notes: role.why,
    },
  };
}

/** The step types of children's services, with roles and lanes proposed. */
export function makeSteps(
  extracts: Extracts,
  standing: ReadonlySet<string>,
  { leaveOutRetired }: Choices,
  told: Told,
): MadeSteps {
  const groups = conferencesIn(extracts);
  const kept = new Map<string, Kept>();
  const retired: string[] = [];
  let adult = 0;
  for (const row of extracts.rows('step-types')) {
    const id = cellOf(row, 'WORKFLOW_STEP_TYPE_ID');
    if (id === '') told.error({ ...row, column: 'WORKFLOW_STEP_TYPE_ID' }, 'The row has no id, so it was left out.');
    else if (kept.has(id))
      told.warn({ ...row, column: 'WORKFLOW_STEP_TYPE_ID' }, 'The step type stands twice; the first row was read.');
    else if (isAdult(row)) adult += 1;
    else {
      if (isRetired(row)) retired.push(id);
      if (leaveOutRetired && isRetired(row) && !standing.has(id)) continue;
      kept.set(id, { id, row, role: proposeRole(row, groups.get(id)) });
    }
  }
  const withContact = [...kept.values()].some(({ role }) => role.roles.includes('contact'));
  const table: MadeTable = {
    file: 'workflows/step-types.csv',
    what: 'step type',
    isComplete: extracts.has('step-types'),
    wording: ['name'],
    id: null,
    rows: [...kept.values()].map((each) => rowOf(each, withContact)),
  };
  return { table, adult, retired };
}
