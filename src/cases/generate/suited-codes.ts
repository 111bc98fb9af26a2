import type { Item } from '#model/data-return.ts';
import type { CodedAnswer } from './coded-answers.ts';
import type { InventedChild } from './invented-child.ts';

/** What is known of the case when a code is chosen. */
export interface SoFar {
  readonly child: InventedChild;
  /** Keys of the facts on the record. */
  readonly facts: ReadonlySet<string>;
}

/** Codes that stand alone where an item takes several: no disability, no factors found (rules 8790 and 8869). */
const ALONE: ReadonlySet<string> = new Set(['Disability NONE', 'AssessmentFactors 21']);

export const standsAlone = ({ codeSet }: Item, { code }: CodedAnswer): boolean => ALONE.has(`${codeSet} ${code}`);

const AFTER_ASSESSMENT: ReadonlySet<string> = new Set(['RC8', 'RC9']);
/** What an episode that is closed straight after its assessment does not hold (rule 2990). */
const MORE_THAN_ASSESSED = [
  'section-47.start-date',
  'cin-plan.start-date',
  'protection-plan.start-date',
  'referral.transfer-in-conference-date',
];

function suitsClosure({ code }: CodedAnswer, { child, facts }: SoFar): boolean {
  if (child.dies || code === 'RC2') return child.dies && code === 'RC2';
  const isSimple = facts.has('assessment.start-date') && !MORE_THAN_ASSESSED.some((fact) => facts.has(fact));
  return isSimple || !AFTER_ASSESSMENT.has(code);
}

/** Whether a code fits what else is known of the case, by the checks of the census; codes of other items always do. */
function suits({ codeSet }: Item, coded: CodedAnswer, soFar: SoFar): boolean {
  const isUnborn = soFar.child.expected !== null;
  if (codeSet === 'Sex' || codeSet === 'GenderCurrent') return isUnborn === ['U', '0'].includes(coded.code);
  if (codeSet === 'Ethnicity' && isUnborn) return coded.code === 'NOBT';
  return codeSet === 'ReasonForClosure' ? suitsClosure(coded, soFar) : true;
}

/** The coded answers that fit a case; all of them where none does. */
export function suitedAnswers(item: Item, coded: readonly CodedAnswer[], soFar: SoFar): readonly CodedAnswer[] {
  const suited = coded.filter((each) => suits(item, each, soFar));
  return suited.length === 0 ? coded : suited;
}
