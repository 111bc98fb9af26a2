import { count } from '#diagram/describe-step.ts';
import type { Audit } from '#model/audit.ts';
import type { Range, ReturnShare } from '#model/figures.ts';
import { stepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { heading, percent, table, wrap } from './text.ts';

type Figures = Audit['figures'];

/** Hours and minutes are modelled, so they are shown rounded, and never without their range. */
const whole = (amount: number): string => Math.round(amount).toLocaleString('en-GB');

const inRange = (range: Range | null): string =>
  range === null ? 'not known' : `${whole(range.usual)} (${whole(range.low)}–${whole(range.high)})`;

const rangeRow = (name: string, { low, usual, high }: Range): readonly string[] => [
  name,
  whole(usual),
  whole(low),
  whole(high),
];

function hours({ workspace }: Figures): readonly string[] {
  const spent = workspace.hoursPerYear;
  if (spent === null) return wrap('Hours a year are not known: no step says how often it is completed in a year.');
  const rows = [
    rangeRow('All entry', spent.total),
    rangeRow('  asked only for returns', spent.returnOnly),
    rangeRow('  asked for returns and something else', spent.shared),
    rangeRow('  asked for practice and other purposes', spent.practice),
    rangeRow('  no purpose recorded yet', spent.noPurposeRecorded),
    rangeRow('  looked at, no known use', spent.noKnownUse),
    rangeRow('  opening and finishing the steps', spent.stepItself),
  ];
  const left = spent.stepsNotCounted;
  const missing = left === 0 ? [] : wrap(`Without ${count(left, 'step')} whose visits a year are not known.`);
  return [...table([['Hours a year', 'Usual', 'Low', 'High'], ...rows]), ...missing];
}

function minutes({ routes }: Figures, index: WorkspaceIndex): readonly string[] {
  const rows = routes.firstSteps.flatMap((first) => {
    const name = index.stepTypes.get(stepTypeId(first.stepType))?.name ?? first.stepType;
    const cells = [first.least?.minutes ?? null, first.expectedMinutes, first.most.minutes].map(inRange);
    return [[`  from ${name === '' ? first.stepType : name}`, ...cells]];
  });
  return rows.length === 0
    ? []
    : ['', ...table([['Minutes a case', 'Least', 'Expected', 'Most without a loop'], ...rows])];
}

const shareText = ({ ofQuestions }: ReturnShare): string => (ofQuestions === null ? 'not known' : percent(ofQuestions));

function shares({ workspace }: Figures): readonly string[] {
  const { duplicates, returns } = workspace;
  const rate = duplicates.duplicateRate;
  const pulled = duplicates.pullForwardRate;
  const repeats =
    rate === null
      ? []
      : wrap(
          `Of ${count(duplicates.typedEntries, 'typed entry', 'typed entries')}, ${percent(rate)} repeat a fact that is typed elsewhere.${pulled === null ? '' : ` Of all repeats ${percent(pulled)} are pulled forward instead.`}`,
        );
  if (returns.assessedShare === null || returns.assessed === 0) return repeats;
  const text = `National returns account for ${shareText(returns.onlyForReturns)} of the questions assessed when only for returns, ${shareText(returns.shared)} when shared by purposes, ${shareText(returns.touched)} when touched by returns (${percent(returns.assessedShare)} assessed).`;
  return [...repeats, ...wrap(text)];
}

/** How long entry takes, what it is spent on, and how much of it repeats. Modelled, and said so. */
export function describeTime(audit: Audit, index: WorkspaceIndex): readonly string[] {
  const { figures } = audit;
  if (figures.steps.length === 0) return [];
  const notes = figures.notes.length;
  const unsure =
    notes === 0 ? [] : wrap(`${count(notes, 'note')} on what could not be worked out or does not add up; with --json.`);
  return [
    ...heading('How long entry takes'),
    ...wrap(figures.time.says),
    '',
    ...hours(figures),
    ...minutes(figures, index),
    '',
    ...shares(figures),
    ...unsure,
  ];
}
