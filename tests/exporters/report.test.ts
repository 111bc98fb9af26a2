import { describe, expect, test } from 'vitest';
import { drawReport } from '#diagram/report/draw-report.ts';
import type { Report } from '#diagram/report/report.ts';
import { exportHtml } from '#exporters/html.ts';
import { exportMarkdown } from '#exporters/markdown.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { openExample } from '../support/open-example.ts';
import { AWKWARD } from './awkward.ts';

const EXAMPLE = openExample().value;
const WORKSPACES: Readonly<Record<string, Workspace>> = { 'the worked example': EXAMPLE, ...AWKWARD };

function reportOf(workspace: Workspace): Report {
  const index = indexWorkspace(workspace);
  const audit = auditWorkspace(workspace, [], index.dataReturn?.id ?? null);
  return drawReport({ index, audit, isExample: true, hash: 'abcdef0123', today: '2026-11-22' });
}

describe('the report of the worked example', () => {
  const report = reportOf(EXAMPLE);
  const table = (caption: string): readonly (readonly string[])[] =>
    report.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'table' && block.caption === caption ? block.rows : []));

  test('says the same figures as the audit', () => {
    const audit = auditWorkspace(EXAMPLE, [], null);
    expect(table('Every item')).toHaveLength(audit.coverage.length);
    expect(table('Findings')).toHaveLength(audit.findings.filter(({ severity }) => severity !== 'info').length);
    const sum = table('Items of each module by status').reduce((total, row) => total + Number(row[1]), 0);
    expect(sum).toBe(audit.coverage.length);
  });

  test('shows the three worst gaps and duplicates with their routes, step by step', () => {
    const routes = report.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'route'));
    expect(routes.length).toBeGreaterThanOrEqual(4);
    for (const route of routes) {
      expect(route.steps.length).toBeGreaterThan(0);
      expect(route.steps.map(({ number }) => number)).toEqual(route.steps.map((_, index) => index + 1));
    }
  });

  test('says what is not known, and that the example is invented', () => {
    expect(report.about.join('\n')).toContain('invented authority');
    const unknown = report.sections.find(({ heading }) => heading === 'What we do not know yet');
    expect(JSON.stringify(unknown)).toContain('N00832');
  });

  test('a decision of somebody stands beside its finding', () => {
    const decided = EXAMPLE.reviews.filter(({ reason }) => reason !== '').length;
    expect(decided).toBeGreaterThan(3);
    const decisions = table('Findings').filter((row) => row[3] !== 'To decide');
    expect(decisions.length).toBeGreaterThan(3);
  });
});

describe.each(Object.keys(WORKSPACES))('%s', (name) => {
  const workspace = WORKSPACES[name];
  if (workspace === undefined) throw new Error(`There is no workspace ${name}.`);
  const report = reportOf(workspace);

  test('as Markdown holds no markup but its own, and every table has even rows', () => {
    const lines = String(exportMarkdown(report).content).split('\n');
    expect(lines[0]).toMatch(/^# \S/u);
    expect(lines.join('\n')).not.toMatch(/(?<!\\)<script/u);
    const unescaped = (line: string): number => line.match(/(?<!\\)\|/gu)?.length ?? 0;
    for (const [index, line] of lines.entries())
      if (line.startsWith('| ') && lines[index + 1]?.startsWith('|') === true)
        expect([line, unescaped(lines[index + 1] ?? '')]).toEqual([line, unescaped(line)]);
  });

  test('as HTML runs nothing but its own script and asks for nothing', () => {
    const { content } = exportHtml(report, []);
    const html = String(content);
    expect(html.match(/<script/gu)).toHaveLength(1);
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/(?:src|href)="(?!#)/u);
    expect(html.match(/<h2 /gu)).toHaveLength(report.sections.length);
  });
});
