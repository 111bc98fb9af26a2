import { quote } from '#workspace/quoting.ts';
import { cellOf, type ExtractRow } from './read-extract.ts';
import type { Told } from './told.ts';

/** What a rule may refer to. */
export interface RuleNames {
  readonly source: string;
  /** The key of a next action of the same step type, from Mosaic's number. */
  readonly keyOf: (action: string) => string;
  /** The forms of a step type that have a question. */
  readonly formsWith: (step: string, code: string) => readonly string[];
}

const members = (detail: string): readonly string[] =>
  detail
    .split(/[;,|]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function mandatoryIf(row: ExtractRow, { source, formsWith }: RuleNames, told: Told): string {
  const detail = cellOf(row, 'RULE_DETAIL');
  const equals = detail.indexOf('=');
  const code = detail.slice(0, Math.max(equals, 0)).trim();
  const answer = detail.slice(equals + 1).trim();
  const [form] = code === '' ? [] : formsWith(source, code);
  if (form === undefined || answer === '') {
    told.warn(
      { ...row, column: 'RULE_DETAIL' },
      'The rule names no QUESTION_USER_CODE=answer of a form of the step, so it was left out.',
    );
    return '';
  }
  return `mandatory-if:${form}/${code}=${quote(answer)}`;
}

/** A set of which at most one is chosen, called by its name or, where its members are listed, by those. */
function oneOf(row: ExtractRow, { source, keyOf }: RuleNames): string {
  const listed = members(cellOf(row, 'RULE_DETAIL'));
  const isList = listed.length > 1 || listed.some((member) => /^\d+$/u.test(member));
  if (!isList) return `one-of:${listed[0] ?? `STEP_${source}`}`;
  const own = cellOf(row, 'WORKFLOW_NEXT_ACTION_TYPE_ID');
  return `one-of:${[...new Set([...listed, own])].map(keyOf).toSorted().join('_')}`;
}

/** A rule as the workspace writes it; empty for none, or for one that could not be carried, which is said. */
export function ruleFrom(row: ExtractRow, names: RuleNames, told: Told): string {
  const kind = cellOf(row, 'RULE_KIND')
    .toUpperCase()
    .replaceAll(/[^A-Z]+/gu, '_');
  switch (kind) {
    case '':
      return '';
    case 'ALWAYS':
      return 'always';
    case 'IMMEDIATE':
      return 'immediate';
    case 'MANDATORY_IF':
      return mandatoryIf(row, names, told);
    case 'MAX_ONE_OF':
      return oneOf(row, names);
    case 'REQUIRES_ALL':
      return members(cellOf(row, 'RULE_DETAIL'))
        .map((action) => `requires:${names.keyOf(action)}`)
        .join('; ');
    default:
      told.warn({ ...row, column: 'RULE_KIND' }, 'Rules of this kind are not carried.');
      return '';
  }
}
