import { expect, test } from 'vitest';
import type { Audit } from '#model/audit.ts';
import { FINDING_KINDS, type Finding, type Route } from '#model/finding.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { openExample } from '../support/open-example.ts';

/*
 * The whole audit of the worked example, as text that can be read line by line. `npm run test:accept` writes the files
 * anew; read the difference.
 */

const EXPECTED = '../../fixtures/example/expected';

const routeText = (route: Route | null): string =>
  route === null
    ? ''
    : route
        .map(({ stepType, nextAction }) => (nextAction === null ? stepType : `${stepType} > ${nextAction}`))
        .join(' · ');

const placeText = (place: Finding['places'][number]): string => Object.values(place).join('/');

function coverageText(audit: Audit): string {
  return audit.coverage
    .map((item) => {
      const places = item.places.map((place) => {
        const where = `${place.stepType} ${place.moment}${place.nextAction === null ? '' : ` by ${place.nextAction}`}`;
        const sources = place.sources.map((source) =>
          Object.values(source)
            .filter((part) => part !== '')
            .join('/'),
        );
        const without = place.gapRoute === null ? [] : [`      without: ${routeText(place.gapRoute)}`];
        return [`  ${place.status} at ${where}`, ...sources.map((source) => `      from ${source}`), ...without].join(
          '\n',
        );
      });
      return [
        `${item.status}: ${item.item} (${item.cbds}) at ${item.event}${item.conditional ? ', conditional' : ''}`,
        ...places,
      ].join('\n');
    })
    .join('\n');
}

const findingText = (finding: Finding): string =>
  [
    finding.id,
    `  ${finding.severity}${finding.certainty === null ? '' : `, ${finding.certainty}`}${finding.decision === null ? '' : `, decided: ${finding.decision.decision}`}`,
    `  ${finding.message}`,
    `  places: ${finding.places.map(placeText).join(' · ')}`,
    ...(finding.route === null ? [] : [`  route: ${routeText(finding.route)}`]),
  ].join('\n');

const stepsText = (audit: Audit): string =>
  audit.steps
    .map(({ stepType, ...sets }) =>
      [stepType, ...Object.entries(sets).map(([name, facts]) => `  ${name}: ${facts.join(' ')}`)].join('\n'),
    )
    .join('\n');

/** The figures of the whole, of each lane and of each step, a line each; those of forms and fields would be thousands. */
const figuresText = (figures: Audit['figures']): string =>
  [
    `workspace ${JSON.stringify(figures.workspace)}`,
    ...figures.lanes.map((lane) => `lane ${JSON.stringify(lane)}`),
    ...figures.steps.map(({ stepType, minutes, visits }) => `step ${JSON.stringify({ stepType, minutes, visits })}`),
    `routes ${JSON.stringify(figures.routes, null, 2)}`,
    ...figures.facts.map((fact) => `fact ${JSON.stringify(fact)}`),
    ...figures.notes.map((note) => `note ${JSON.stringify(note)}`),
  ].join('\n');

test('the worked example reads without an error', () => {
  const { problems } = openExample();
  expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
});

test('the audit of the worked example is the one that was read and accepted', async () => {
  const { value: workspace, problems } = openExample();
  const audit = auditWorkspace(workspace, problems);
  const { coverage, findings, steps, figures, ...head } = audit;
  expect(coverage.length).toBe(52);
  expect(findings.length).toBeGreaterThan(100);
  expect(steps.length).toBeGreaterThan(25);
  await expect(`${JSON.stringify(head, null, 2)}\n`).toMatchFileSnapshot(`${EXPECTED}/head.json`);
  await expect(`${coverageText(audit)}\n`).toMatchFileSnapshot(`${EXPECTED}/coverage.txt`);
  await expect(`${findings.map(findingText).join('\n')}\n`).toMatchFileSnapshot(`${EXPECTED}/findings.txt`);
  await expect(`${figuresText(figures)}\n`).toMatchFileSnapshot(`${EXPECTED}/figures.txt`);
  await expect(`${stepsText(audit)}\n`).toMatchFileSnapshot(`${EXPECTED}/steps.txt`);
});

test('the worked example shows every kind of finding', () => {
  const { value, problems } = openExample();
  const shown = new Set(auditWorkspace(value, problems).findings.map((finding) => finding.kind));
  const absent = FINDING_KINDS.filter((kind) => !shown.has(kind));
  expect(absent).toEqual(['analysis/crashed']);
});

test('every year of the census can be audited, and a year without pre-proceedings does not ask for them', () => {
  const { value: workspace, problems } = openExample();
  const years = workspace.returns.map((one) => [one.id, auditWorkspace(workspace, problems, one.id).coverage.length]);
  expect(Object.fromEntries(years)).toEqual({
    'cin-2023-24': 42,
    'cin-2024-25': 42,
    'cin-2025-26': 42,
    'cin-2026-27': 52,
  });
});
