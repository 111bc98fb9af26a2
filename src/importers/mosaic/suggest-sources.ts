import { groupBy } from '#model/index-workspace.ts';
import type { Question, StepForm, StepType, Workspace } from '#model/workspace.ts';
import type { Cells } from './made-table.ts';
import { cellOf, type Extracts } from './read-extract.ts';
import type { Told } from './told.ts';

/** A proposal for sources.csv. */
export interface ProposedSource {
  readonly fact: string;
  readonly form: string;
  readonly question: string;
  readonly why: string;
}

/** Filters that name date questions, and the fact that those record in the work of each role. */
const DATE_FILTERS: readonly (readonly [name: RegExp, facts: ReadonlyMap<string, string>])[] = [
  [
    /step start date/iu,
    new Map([
      ['referral', 'referral.date'],
      ['assessment', 'assessment.start-date'],
      ['section-47', 'section-47.start-date'],
      ['cin-plan', 'cin-plan.start-date'],
      ['strategy-discussion', 'strategy-discussion.date'],
    ]),
  ],
  [
    /step end date/iu,
    new Map([
      ['assessment', 'assessment.authorisation-date'],
      ['cin-plan', 'cin-plan.end-date'],
      ['closure', 'referral.closure-date'],
      ['initial-conference', 'initial-conference.date'],
      ['review-conference', 'review-conference.date'],
    ]),
  ],
];

type Around = Pick<Workspace, 'questions' | 'stepForms' | 'stepTypes'>;

function rolesByForm({ stepForms, stepTypes }: Around): ReadonlyMap<string, readonly string[]> {
  const rolesOf = new Map<string, StepType['roles']>(stepTypes.map(({ id, roles }) => [id, roles]));
  const forms = new Map<string, readonly string[]>();
  for (const { form, stepType } of stepForms satisfies readonly StepForm[])
    forms.set(form, [...(forms.get(form) ?? []), ...(rolesOf.get(stepType) ?? [])]);
  return forms;
}

/** What reporting filters say of questions: a date question that stands for the dates of its step. */
export function sourcesFromFilters(workspace: Around, extracts: Extracts, told: Told): readonly ProposedSource[] {
  if (!extracts.has('mappings')) return [];
  const codes = new Map(
    extracts.rows('questions').map((row) => [cellOf(row, 'QUESTION_ID'), cellOf(row, 'QUESTION_USER_CODE')]),
  );
  const roles = rolesByForm(workspace);
  const byCode: ReadonlyMap<string, readonly Question[]> = groupBy(workspace.questions, ({ code }): string => code);
  return extracts.rows('mappings').flatMap((row) => {
    const name = cellOf(row, 'NAME');
    const facts = DATE_FILTERS.find(([names]) => names.test(name))?.[1];
    const kind = cellOf(row, 'MAPPED_KIND').toUpperCase();
    if (!['QUESTION', 'UNKNOWN', ''].includes(kind)) return [];
    if (facts === undefined) {
      if (kind !== 'QUESTION') return [];
      told.warn(
        { ...row, column: 'NAME' },
        'What this filter maps questions to is not known here, so nothing was suggested.',
      );
      return [];
    }
    const value = cellOf(row, 'MAPPED_VALUE');
    return (byCode.get(codes.get(value) ?? value) ?? []).flatMap(({ form, code }): readonly ProposedSource[] => {
      const role = roles.get(form)?.find((each) => facts.has(each));
      const fact = role === undefined ? undefined : facts.get(role);
      return fact === undefined ? [] : [{ fact, form, question: code, why: `Mosaic reporting filter “${name}”.` }];
    });
  });
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '');

/** Codes of questions that feed a return, in councils that say so. */
export const isReportCode = (code: string): boolean => /^rep_?cin_?/iu.test(code);

/** The fact of the item whose name a question's code holds; null where it holds none, or several. */
export function factOfCode(code: string, { returns }: Pick<Workspace, 'returns'>): string | null {
  const named = plain(code.replace(/^rep_?cin_?/iu, ''));
  const facts = returns
    .filter(({ family }) => family === 'cin')
    .flatMap(({ items }) => items)
    .filter(
      ({ tag, fact }) => fact !== null && [plain(tag), plain(tag).replace(/^cin/u, ''), plain(fact)].includes(named),
    )
    .map(({ fact }) => fact);
  const [only, ...others] = [...new Set(facts)];
  return others.length === 0 ? (only ?? null) : null;
}

/** Rows of sources.csv for questions that have none of this fact yet. */
export function sourceRows(
  { sources }: Pick<Workspace, 'sources'>,
  proposed: readonly ProposedSource[],
): readonly Cells[] {
  const taken = new Set(sources.map(({ fact, form, question }) => [fact, form, question].join('\n')));
  return proposed.flatMap(({ fact, form, question, why }): readonly Cells[] => {
    const key = [fact, form, question].join('\n');
    if (taken.has(key)) return [];
    taken.add(key);
    return [{ fact, kind: 'question', form, question, status: 'suggested', why }];
  });
}
