import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FINDING_KINDS, type FindingKind } from '#model/finding.ts';
import type { Workspace } from '#model/workspace.ts';
import { aWorkspace } from '../support/a-workspace.ts';
import { auditOf } from '../support/expect-findings.ts';

const ROOM = new URL('../../src/analyses/', import.meta.url);
const PARTS = ['What it means', 'Why it matters', 'An example', 'What to do'];

/** The pages by name, such as `coverage.md`, and the code beside them. */
const read = (ending: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(ROOM)
      .filter((name) => name.endsWith(ending))
      .map((name) => [name, readFileSync(new URL(name, ROOM), 'utf8')]),
  );

type Pages = ReadonlyMap<string, string>;
const pages = read('.md');
const code = [...read('.ts').values()].join('\n');

const topicOf = (kind: string): string => kind.split('/')[0] ?? '';
/** The kinds that the code of the room names: all that it can find, as a finding's kind is written out in full. */
const written = FINDING_KINDS.filter((kind) => code.includes(`'${kind}'`));

/** The parts of a page under its headings of the second level, by heading. */
const sections = (text: string): readonly (readonly [heading: string, body: string])[] =>
  text
    .split(/^## /mu)
    .slice(1)
    .map((section) => [section.split('\n')[0]?.trim() ?? '', section.split('\n').slice(1).join('\n')]);

/** Headings that name a code, as against those of prose. */
const isCode = (heading: string): boolean => /^[a-z]+\/[a-z-]*$/u.test(heading);

function faultsOfSection(kind: string, body: string): readonly string[] {
  const parts = body.split(/^### /mu).slice(1);
  const headings = parts.map((part) => part.split('\n')[0]?.trim());
  const empty = parts.filter((part) => part.split('\n').slice(1).join('').trim() === '');
  const words = parts
    .flatMap((part) => part.split('\n').slice(1).join(' ').split(/\s+/u))
    .filter((word) => word !== '');
  return [
    ...(headings.join() === PARTS.join() ? [] : [`${kind} has the parts ${headings.join(', ')}`]),
    ...empty.map((part) => `${kind} says nothing under ${part.trim()}`),
    ...(words.length >= 80 && words.length <= 150 ? [] : [`${kind} has ${words.length} words`]),
  ];
}

function faultsOfPage(name: string, text: string): readonly string[] {
  const coded = sections(text).filter(([heading]) => isCode(heading));
  const known: readonly string[] = FINDING_KINDS;
  return [
    ...coded.filter(([kind]) => !known.includes(kind)).map(([kind]) => `${name} explains ${kind}, which is no code`),
    ...coded.filter(([kind]) => `${topicOf(kind)}.md` !== name).map(([kind]) => `${name} is no page for ${kind}`),
    ...coded.flatMap(([kind, body]) => faultsOfSection(kind, body)),
    ...(/low value/iu.test(text) ? [`${name} calls something low value`] : []),
  ];
}

/** What is wrong with the pages, given the kinds that they must explain. */
function faults(all: Pages, kinds: readonly FindingKind[]): readonly string[] {
  const headings = [...all.values()].flatMap(sections).map(([heading]) => heading);
  const times = (kind: string): number => headings.filter((heading) => heading === kind).length;
  return [
    ...kinds.filter((kind) => times(kind) !== 1).map((kind) => `${kind} has ${times(kind)} headings`),
    ...[...all].flatMap(([name, text]) => faultsOfPage(name, text)),
  ];
}

test('every kind of finding is explained once, in four parts', () => {
  expect(faults(pages, written)).toEqual([]);
});

test('all pages and all kinds were looked at', () => {
  for (const name of ['analysis.md', 'codes.md', 'coverage.md', 'duplicate.md', 'value.md', 'workflow.md'])
    expect([...pages.keys()]).toContain(name);
  expect(written.length).toBeGreaterThanOrEqual(31);
  expect([...pages.values()].flatMap(sections).filter(([heading]) => isCode(heading)).length).toBeGreaterThanOrEqual(
    17,
  );
});

describe('a fault that is planted is seen', () => {
  const page = pages.get('workflow.md') ?? '';
  const withWorkflow = (text: string): Pages => new Map([...pages, ['workflow.md', text]]);
  const section = `## workflow/dead-end${page.split('## workflow/dead-end')[1]?.split('\n## ')[0] ?? ''}`;

  test.each([
    ['a kind without a heading', page.replace(section, '')],
    ['a kind with two', `${page}\n${section}`],
    ['a heading for an unknown kind', `${page}\n${section.replace('dead-end', 'dead-dog')}`],
    ['a heading on the wrong page', `${page}\n${section.replace('workflow/dead-end', 'coverage/item-late')}`],
    ['a part that is missing', page.replace('### An example', '')],
    ['a part with another name', page.replace('### An example', '### For example')],
    ['a part that says nothing', page.replace(section, section.replace(/### An example[^#]*/u, '### An example\n\n'))],
    ['a section that is too long', page.replace(section, `${section} ${'word '.repeat(80)}`)],
    ['a judgement that is not ours', page.replace('seldom', 'of low value')],
  ])('%s', (_, text) => {
    expect(text).not.toBe(page);
    expect(faults(withWorkflow(text), written).length).toBeGreaterThan(faults(pages, written).length);
  });

  test('a page that is missing', () => {
    const without = new Map([...pages].filter(([name]) => name !== 'workflow.md'));
    expect(faults(without, written)).toHaveLength(faults(pages, written).length + 7);
  });
});

/** Every fault that a workflow and its recording can have, in one workspace. */
function allFaults(): Workspace {
  const workspace = aWorkspace({
    steps: ['A may-start role:referral', 'Lost', 'Loop'],
    actions: [
      'A > B',
      'A > C',
      'A > Loop',
      'Loop > Loop',
      'B > ?',
      'B > end',
      'C > end one-of:X',
      'never: C > end one-of:X requires:C>end',
    ],
    activities: ['A F', 'B F', 'B G', 'C H'],
    questions: ['F.Q', 'F.R', 'G.Q per-child', 'H.Q', 'Old.Q'],
    facts: ['home family'],
    sources: ['born F.Q', 'born F.R', 'born G.Q', 'home G.Q', 'due person-field DATE', 'due H.Q records'],
    events: ['begun A started'],
    items: ['Born fact:born on:begun', 'Due fact:due on:begun', 'None fact:none on:begun'],
  });
  return {
    ...workspace,
    stepTypes: workspace.stepTypes.map((step) => ({ ...step, completedPerYear: 10 })),
    nextActions: workspace.nextActions.map((action) => ({ ...action, timesUsed: 0 })),
  };
}

test('the analyses find what the code says they can', () => {
  const found = new Set(auditOf(allFaults()).findings.map((finding) => finding.kind));
  for (const kind of found) expect(written).toContain(kind);
  const all = written.filter((kind) => ['coverage', 'duplicate', 'workflow'].includes(topicOf(kind)));
  const elsewhere = ['coverage/item-late', 'duplicate/same-wording'];
  expect(all.filter((kind) => !elsewhere.includes(kind) && !found.has(kind))).toEqual([]);
});
