import { count } from '#diagram/describe-step.ts';
import { describeDay } from '#diagram/drawing/map-words.ts';
import { describeKind } from '#diagram/finding-words.ts';
import { duplicatesByFact } from '#diagram/overview/duplicates-by-fact.ts';
import { aboutBetween, hoursByKind } from '#diagram/overview/hours-by-kind.ts';
import { coverageByModule } from '#diagram/overview/module-coverage.ts';
import { notVerifiedOf } from '#diagram/overview/not-verified.ts';
import { worstGaps } from '#diagram/overview/worst-gaps.ts';
import { describeRoute } from '#diagram/route.ts';
import { ITEM_STATUS_WORDS, SEVERITY_WORDS } from '#diagram/status-words.ts';
import type { Audit } from '#model/audit.ts';
import type { Finding } from '#model/finding.ts';
import { type FactId, itemId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { Report, ReportBlock, ReportSection } from './report.ts';

/** What a report is made of. */
export interface ReportSubject {
  readonly index: WorkspaceIndex;
  readonly audit: Audit;
  readonly isExample: boolean;
  readonly hash: string;
  /** ISO date of the day it is made. */
  readonly today: string;
}

const WORST = 3;
const MOST_DUPLICATES = 20;

const text = (words: string): ReportBlock => ({ kind: 'text', text: words });

function routeBlock(index: WorkspaceIndex, finding: Finding): readonly ReportBlock[] {
  if (finding.route === null || finding.route.length === 0) return [text(finding.message)];
  const steps = describeRoute(index, finding.route, finding.places).map(({ number, name, nextAction, places }) => ({
    number,
    name,
    nextAction,
    places,
  }));
  return [{ kind: 'route', title: finding.message, steps }];
}

function lookedAt({ index, audit }: ReportSubject): ReportSection {
  const { stepTypes, nextActions, forms, questions, sources } = audit.counts;
  const { problems } = audit;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return {
    heading: 'What was looked at',
    blocks: [
      text(
        `${count(stepTypes, 'step type')}, ${count(nextActions, 'next action')}, ${count(forms, 'form')} with ${count(questions, 'question')}, ` +
          `${count(sources, 'source')} of facts${index.dataReturn === null ? '' : `, held against ${index.dataReturn.name}`}.`,
      ),
      ...(errors === 0 ? [] : [text(`${count(errors, 'error')} in the files: what they touch was left out.`)]),
    ],
  };
}

const MODULE_COLUMNS = ['Module', 'Items', 'Covered', 'Unconfirmed', 'Gaps', 'Missing', 'Not triggered'];

function coverageSection({ index, audit }: ReportSubject): ReportSection {
  const modules = coverageByModule(index, audit).map(({ module, items, counts }) => [
    module,
    String(items),
    ...[counts.covered, counts.unconfirmed, counts.gaps, counts.missing, counts['not-triggered']].map(String),
  ]);
  const items = audit.coverage.map((coverage) => [
    index.items.get(itemId(coverage.item))?.name ?? coverage.tag,
    coverage.tag,
    coverage.cbds,
    ITEM_STATUS_WORDS[coverage.status].word + (coverage.conditional ? ' (conditional)' : ''),
    String(coverage.places.length),
  ]);
  return {
    heading: 'How recording covers the return',
    blocks: [
      { kind: 'table', caption: 'Items of each module by status', columns: MODULE_COLUMNS, rows: modules },
      {
        kind: 'table',
        caption: 'Every item',
        columns: ['Item', 'Tag', 'CBDS', 'Status', 'Places where due'],
        rows: items,
      },
    ],
  };
}

function gapsSection({ index, audit }: ReportSubject): ReportSection {
  const gaps = worstGaps(index, audit);
  if (gaps.length === 0) return { heading: 'Worst gaps', blocks: [text('No item is missing or has gaps.')] };
  const rows = gaps.map(({ name, cbds, status, severity, sentence, decided }) => [
    name,
    cbds,
    ITEM_STATUS_WORDS[status].word,
    SEVERITY_WORDS[severity].word,
    `${sentence}${decided ? ' Decided.' : ''}`,
  ]);
  const worst = gaps
    .slice(0, WORST)
    .flatMap(({ finding }) => audit.findings.filter(({ id }) => id === finding))
    .flatMap((finding) => routeBlock(index, finding));
  return {
    heading: 'Worst gaps',
    blocks: [
      ...worst,
      {
        kind: 'table',
        caption: 'All gaps, the gravest first',
        columns: ['Item', 'CBDS', 'Status', 'Severity', 'Where'],
        rows,
      },
    ],
  };
}

/** The finding that shows best that a fact is recorded twice: on every route, with a route to show. */
function duplicateOf(audit: Audit, fact: FactId): readonly Finding[] {
  const found = audit.findings.filter(
    (finding) =>
      finding.fact === fact &&
      finding.kind.startsWith('duplicate/') &&
      finding.kind !== 'duplicate/same-wording' &&
      finding.decision?.decision !== 'not-a-duplicate',
  );
  const best = found.toSorted(
    (a, b) =>
      Number(b.certainty === 'every-route') - Number(a.certainty === 'every-route') ||
      Number(b.route !== null) - Number(a.route !== null),
  );
  return best.slice(0, 1);
}

function duplicatesSection({ index, audit }: ReportSubject): ReportSection {
  const facts = duplicatesByFact(index, audit);
  const heading = 'Recorded more than once';
  if (facts.length === 0) return { heading, blocks: [text('Nothing was found.')] };
  const rows = facts
    .slice(0, MOST_DUPLICATES)
    .map(({ name, entries, duplicates }) => [name, String(entries), String(duplicates)]);
  const beyond = count(audit.summary.duplicateEntries, 'entry', 'entries');
  return {
    heading,
    blocks: [
      text(`${count(facts.length, 'fact')} recorded more than once: ${beyond} beyond the first of each.`),
      ...facts
        .slice(0, WORST)
        .flatMap(({ fact }) => duplicateOf(audit, fact).flatMap((found) => routeBlock(index, found))),
      {
        kind: 'table',
        caption: facts.length > MOST_DUPLICATES ? `The ${MOST_DUPLICATES} facts recorded most often` : 'By fact',
        columns: ['Fact', 'Typed places', 'Beyond the first'],
        rows,
      },
    ],
  };
}

function timeSection({ audit }: ReportSubject): ReportSection {
  const hours = audit.figures.workspace.hoursPerYear;
  const rows = hours === null ? [] : hoursByKind(hours).map((each) => [each.words, aboutBetween(each.hours)]);
  return {
    heading: 'Entry time',
    blocks: [
      text('Modelled from seconds for each type of field, not measured in social care; always a range.'),
      { kind: 'table', caption: 'Hours a year, by what they are for', columns: ['For', 'Hours a year'], rows },
    ],
  };
}

function findingsSection({ audit }: ReportSubject): ReportSection {
  const rows = audit.findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ id, kind, severity, message, decision }) => [
      SEVERITY_WORDS[severity].word,
      describeKind(kind),
      message,
      decision === null ? 'To decide' : `${decision.decision}${decision.reason === '' ? '' : `: ${decision.reason}`}`,
      id,
    ]);
  const waiting = audit.findings.filter(({ severity, decision }) => severity !== 'info' && decision === null).length;
  return {
    heading: 'Findings',
    blocks: [
      text(`${count(rows.length, 'finding')}, of which ${waiting.toLocaleString('en-GB')} wait for a decision.`),
      { kind: 'table', caption: 'Findings', columns: ['Severity', 'Kind', 'What', 'Decision', 'Key'], rows },
    ],
  };
}

function notVerifiedSection({ index, audit }: ReportSubject): ReportSection {
  const { statements, items } = notVerifiedOf(index.dataReturn);
  const share = Math.round(audit.summary.assessedShare * 100);
  return {
    heading: 'What we do not know yet',
    blocks: [
      text(
        `${share}% of the questions have been looked at for what they are for; ${count(audit.summary.reviewCandidates, 'question')} may be worth a review. Nothing here calls a question of low value: people decide.`,
      ),
      { kind: 'list', items: [...statements, ...items.map(({ name, tag, what }) => `${name} (${tag}): ${what}`)] },
    ],
  };
}

/** Everything that an audit says, in the order in which somebody new to it would read it. */
export function drawReport(subject: ReportSubject): Report {
  const { index, isExample, hash, today } = subject;
  const { manifest } = index.workspace;
  return {
    title: manifest.title || manifest.authority || 'Recording and the national return',
    about: [
      ...(manifest.authority === ''
        ? []
        : [
            isExample
              ? `${manifest.authority}, an invented authority: nothing here is anybody’s finding`
              : manifest.authority,
          ]),
      ...(manifest.asAt === '' ? [] : [`As at ${describeDay(manifest.asAt)}`]),
      ...(index.dataReturn === null ? [] : [index.dataReturn.name]),
      `Made by Throughline on ${describeDay(today)}, model ${hash}`,
    ],
    sections: [
      lookedAt(subject),
      coverageSection(subject),
      gapsSection(subject),
      duplicatesSection(subject),
      timeSection(subject),
      notVerifiedSection(subject),
      findingsSection(subject),
    ],
  };
}
