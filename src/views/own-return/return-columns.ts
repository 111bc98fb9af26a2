import { FORMATS, ROLES, RULE_TYPES } from '#model/words.ts';
import type { Fact } from '#model/workspace.ts';
import type { EditColumn } from './edit-column.ts';

const text = (name: string, label: string, width = 14): EditColumn => ({
  name,
  label,
  kind: 'text',
  options: [],
  width,
});

const choice = (name: string, label: string, options: EditColumn['options']): EditColumn => ({
  name,
  label,
  kind: 'choice',
  options,
  width: 18,
});

const offer = (name: string, label: string, options: EditColumn['options'], width = 18): EditColumn => ({
  name,
  label,
  kind: 'offer',
  options,
  width,
});

const same = (words: readonly string[]): EditColumn['options'] => words.map((word) => [word, word] as const);

export const EVENT_COLUMNS: readonly EditColumn[] = [
  text('event', 'Event', 24),
  text('name', 'What happens', 34),
  offer('default_roles', 'Usual roles', same(ROLES), 26),
];

/** The columns of a set of codes; the set itself where all are looked at. */
export const codeColumns = (hasSet: boolean): readonly EditColumn[] => [
  ...(hasSet ? [text('code_set', 'Set of codes', 18)] : []),
  text('code', 'Code', 10),
  text('label', 'What it means', 44),
];

export const RULE_COLUMNS: readonly EditColumn[] = [
  text('rule', 'Rule', 8),
  choice('type', 'Kind', [['', 'error (not said)'], ...same(RULE_TYPES)]),
  text('items', 'Items, with ; between', 34),
  text('says', 'What it asks', 50),
];

/** What the rows of items may name. */
export interface ItemNames {
  readonly events: readonly (readonly [string, string])[];
  readonly codeSets: readonly string[];
  readonly facts: readonly Fact[];
  readonly modules: readonly string[];
}

export const itemColumns = ({ events, codeSets, facts, modules }: ItemNames): readonly EditColumn[] => [
  text('item', 'Item (key)', 34),
  text('tag', 'Element', 16),
  text('name', 'Name', 26),
  offer('module', 'Module', same(modules), 16),
  offer(
    'fact',
    'Fact',
    facts.map(({ id, name }) => [id, name] as const),
    26,
  ),
  choice('event', 'Due when', [['', 'never'], ...events]),
  offer('format', 'Format', [...same(FORMATS), ['pattern:', 'pattern: and a regular expression']], 16),
  choice('code_set', 'Set of codes', [['', 'none'], ...same(codeSets)]),
  text('min', 'At least', 4),
  text('max', 'At most', 4),
  text('condition', 'Condition', 20),
  choice('child_protection', 'Child protection', [
    ['', 'N (not said)'],
    ['N', 'N'],
    ['Y', 'Y'],
  ]),
  text('cbds', 'CBDS', 8),
  text('path', 'Path', 26),
  text('confidence', 'Verified, or what is not', 20),
  text('source', 'Where this is from', 20),
];
