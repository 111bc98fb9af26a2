import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analysisInput } from '#analyses/analysis-input.ts';
import { ANALYSES, analyse, guarded } from '#analyses/index.ts';
import type { Audit } from '#model/audit.ts';
import { FINDING_KINDS } from '#model/finding.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';
import { aWorkspace } from '../support/a-workspace.ts';
import { auditOf } from '../support/expect-findings.ts';
import { arbitraryWorkspace } from '../support/random-workspace.ts';

/** An item that nothing records, and a step that no route reaches. */
const faulty = aWorkspace({
  steps: ['A may-start may-end', 'Lost'],
  events: ['begun A started'],
  items: ['Born fact:born on:begun'],
});
const inputOf = (workspace: Workspace) => analysisInput(indexWorkspace(workspace));
const stops = () => {
  throw new Error('out of cheese');
};

test('findings stand in the order of their kinds', () => {
  const kinds = analyse(inputOf(faulty)).findings.map((finding) => finding.kind);
  expect(kinds.slice(0, 2)).toEqual(['coverage/item-missing', 'workflow/unreachable-step']);
  const backwards = Object.fromEntries(Object.entries(ANALYSES).toReversed());
  expect(analyse(inputOf(faulty), backwards).findings.map((finding) => finding.kind)).toEqual(kinds);
});

describe('[analysis/crashed]', () => {
  test('[analysis/crashed] an analysis that crashes becomes a finding, and the others still run', () => {
    const found = analyse(inputOf(faulty), { first: stops, ...ANALYSES, last: stops }).findings;
    const whole = analyse(inputOf(faulty)).findings;
    expect(found.slice(0, -2)).toEqual(whole);
    expect(found.at(-2)).toEqual({
      id: 'analysis/crashed|first',
      kind: 'analysis/crashed',
      severity: 'high',
      certainty: null,
      fact: '',
      items: [],
      places: [],
      route: null,
      message:
        'The analysis “first” stopped with a fault of ours (out of cheese), so what it would say is missing here; the others ran. Send us the workspace’s structure if you can.',
      decision: null,
    });
    expect(found.at(-1)?.id).toBe('analysis/crashed|last');
  });

  test('[analysis/crashed] nothing crashes, nothing is said', () => {
    expect(analyse(inputOf(faulty)).findings.map((finding) => finding.kind)).not.toContain('analysis/crashed');
  });

  test('[analysis/crashed] a part that crashes gives what stands in for it', () => {
    const [value, [finding]] = guarded<readonly string[]>('coverage', stops, []);
    expect(value).toEqual([]);
    expect(finding?.id).toBe('analysis/crashed|coverage');
    expect(guarded('coverage', () => 1, 0)).toEqual([1, []]);
  });
});

/** What an audit says, without the order in which it says it. */
const saidBy = (audit: Audit) => ({
  findings: audit.findings
    .map(({ id, severity, certainty, fact, items }) =>
      [id, severity, certainty, fact, [...items].toSorted()].join(' · '),
    )
    .toSorted(),
  coverage: audit.coverage
    .flatMap(({ item, status, places }) => [
      `${item} ${status}`,
      ...places.map((place) => `${item} ${place.stepType} ${place.nextAction} ${place.status} ${place.sources.length}`),
    ])
    .toSorted(),
  steps: audit.steps.map((step) => JSON.stringify(step)).toSorted(),
});

describe('laws', () => {
  const shuffled = <Row>(rows: readonly Row[], order: readonly number[]): readonly Row[] =>
    rows
      .map((row, at) => ({ row, by: order[at % order.length] ?? 0 }))
      .toSorted((a, b) => a.by - b.by)
      .map(({ row }) => row);

  test('the order of rows does not change ids, nor what they say', () => {
    let findings = 0;
    fc.assert(
      fc.property(
        arbitraryWorkspace({ maxSteps: 5 }),
        fc.array(fc.nat(100), { minLength: 1, maxLength: 12 }),
        (workspace, order) => {
          const mixed: Workspace = {
            ...workspace,
            stepTypes: shuffled(workspace.stepTypes, order),
            nextActions: shuffled(workspace.nextActions, order),
            stepForms: shuffled(workspace.stepForms, order),
            forms: shuffled(workspace.forms, order),
            questions: shuffled(workspace.questions, order),
            facts: shuffled(workspace.facts, order),
            sources: shuffled(workspace.sources, order),
            eventPlaces: shuffled(workspace.eventPlaces, order),
            codeMappings: shuffled(workspace.codeMappings, order),
            returns: workspace.returns.map((one) => ({ ...one, items: shuffled(one.items, order) })),
          };
          const said = saidBy(auditOf(mixed));
          expect(said).toEqual(saidBy(auditOf(workspace)));
          findings += said.findings.length;
        },
      ),
      { numRuns: 160, seed: 47 },
    );
    expect(findings).toBeGreaterThan(150);
  });

  /** Every key of the workspace with a mark behind it; texts that are no keys stay as they are. */
  const renamed = (workspace: Workspace): Workspace => {
    const keys = [
      ...workspace.stepTypes.map((step) => step.id),
      ...workspace.nextActions.map((action) => action.id),
      ...workspace.forms.map((form) => form.id),
      ...workspace.questions.map((question) => question.code),
      ...workspace.facts.map((fact) => fact.id),
      ...workspace.returns.flatMap((one) => one.items.map((item) => item.id)),
    ];
    const pattern = new RegExp(`(?<=["; ])(?:${keys.join('|')})(?=["; ])`, 'gu');
    return JSON.parse(JSON.stringify(workspace).replaceAll(pattern, (key) => `${key}~`)) as Workspace;
  };

  test('renaming keys changes nothing but names', () => {
    let findings = 0;
    fc.assert(
      fc.property(arbitraryWorkspace({ maxSteps: 5 }), (workspace) => {
        const audit = auditOf(workspace);
        const other = JSON.stringify(auditOf(renamed(workspace)));
        expect(JSON.parse(other.replaceAll('~', ''))).toEqual(audit);
        expect(other).toContain('"S0~"');
        findings += audit.findings.length;
      }),
      { numRuns: 160, seed: 47 },
    );
    expect(findings).toBeGreaterThan(150);
  });

  test('ids are unique, and every kind is a known one', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(arbitraryWorkspace(), (workspace) => {
        const { findings } = auditOf(workspace);
        expect(new Set(findings.map((finding) => finding.id)).size).toBe(findings.length);
        for (const { kind } of findings) kinds.add(kind);
      }),
      { numRuns: 160, seed: 47 },
    );
    expect(kinds.size).toBeGreaterThan(8);
    for (const kind of kinds) expect(FINDING_KINDS).toContain(kind);
  });
});
