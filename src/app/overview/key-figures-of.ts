import { count } from '#diagram/describe-step.ts';
import { percent } from '#diagram/overlays/figures-in-words.ts';
import { toBeDecided } from '#diagram/overview/decided-by-topic.ts';
import { aboutBetween } from '#diagram/overview/hours-by-kind.ts';
import type { StatusCounts } from '#diagram/overview/module-coverage.ts';
import type { HrefOf } from '#diagram/overview/place-behind.ts';
import type { Audit } from '#model/audit.ts';
import type { KeyFigure } from '#views/overview/key-figures.tsx';

const number = (value: number): string => value.toLocaleString('en-GB');

function coverageFigures(totals: StatusCounts, items: number, hrefOf: HrefOf): readonly KeyFigure[] {
  return [
    {
      name: 'covered',
      number: number(totals.covered),
      words: `of ${count(items, 'item')} covered`,
      href: hrefOf({ kind: 'items', status: 'covered' }),
      beside:
        totals.unconfirmed === 0
          ? null
          : {
              words: `${number(totals.unconfirmed)} unconfirmed`,
              href: hrefOf({ kind: 'items', status: 'unconfirmed' }),
            },
    },
    {
      name: 'missing',
      number: number(totals.missing),
      words: `${totals.missing === 1 ? 'item' : 'items'} missing`,
      href: hrefOf({ kind: 'items', status: 'missing' }),
      beside: { words: `${number(totals.gaps)} with gaps`, href: hrefOf({ kind: 'items', status: 'gaps' }) },
    },
  ];
}

function reviewFigure({ summary, figures }: Audit, hrefOf: HrefOf): KeyFigure {
  const { questions } = figures.workspace.returns;
  return {
    name: 'review',
    number: number(summary.reviewCandidates),
    words: summary.reviewCandidates === 1 ? 'review candidate' : 'review candidates',
    href: hrefOf({ kind: 'findings', which: { topic: 'value', kind: 'value/review-candidate' } }),
    beside: {
      words: `${percent(summary.assessedShare)} of ${count(questions, 'question')} assessed`,
      href: hrefOf({ kind: 'questions', filter: 'not-assessed' }),
    },
  };
}

function timeFigure({ figures }: Audit, hrefOf: HrefOf): KeyFigure {
  const hours = figures.workspace.hoursPerYear;
  return {
    name: 'time',
    number: hours === null ? 'Not known' : aboutBetween(hours.total),
    words: 'hours of entry a year',
    href: hrefOf({ kind: 'time' }),
    beside: { words: 'modelled, not measured', href: '' },
  };
}

/** The figures that are read first, none without what it would mislead without. */
export function keyFiguresOf(audit: Audit, totals: StatusCounts, hrefOf: HrefOf): readonly KeyFigure[] {
  const { summary, figures, coverage } = audit;
  const findings = toBeDecided(audit);
  const { duplicateRate, typedEntries } = figures.workspace.duplicates;
  const decided = findings.filter(({ decision }) => decision !== null).length;
  return [
    ...coverageFigures(totals, coverage.length, hrefOf),
    {
      name: 'duplicates',
      number: number(summary.duplicateEntries),
      words: summary.duplicateEntries === 1 ? 'duplicate entry' : 'duplicate entries',
      href: hrefOf({ kind: 'findings', which: { topic: 'duplicate' } }),
      beside:
        duplicateRate === null
          ? null
          : { words: `${percent(duplicateRate)} of ${number(typedEntries)} typed entries`, href: '' },
    },
    reviewFigure(audit, hrefOf),
    {
      name: 'decided',
      number: number(decided),
      words: `of ${count(findings.length, 'finding')} decided`,
      href: hrefOf({ kind: 'findings', which: {} }),
      beside: {
        words: `${number(findings.length - decided)} to decide`,
        href: hrefOf({ kind: 'findings', which: { undecided: true } }),
      },
    },
    timeFigure(audit, hrefOf),
  ];
}
