import type { Audit, ItemStatus } from '#model/audit.ts';
import { itemId } from '#model/ids.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';
import { heading, table, wrap } from './text.ts';

const COLUMNS: readonly { readonly status: ItemStatus; readonly title: string }[] = [
  { status: 'covered', title: 'Covered' },
  { status: 'unconfirmed', title: 'Unconfirmed' },
  { status: 'gaps', title: 'Gaps' },
  { status: 'missing', title: 'Missing' },
  { status: 'not-triggered', title: 'Not triggered' },
];

const KEY = [
  'Covered        recorded wherever it is due, and somebody has confirmed where',
  'Unconfirmed    recorded wherever it is due, but the mapping still waits for somebody to confirm it',
  'Gaps           due somewhere without being recorded on every route',
  'Missing        recorded nowhere that counts',
  'Not triggered  nothing in the workflow makes it due, or nobody has said what does',
];

function row(title: string, statuses: readonly ItemStatus[]): readonly string[] {
  const counts = COLUMNS.map(({ status }) => String(statuses.filter((each) => each === status).length));
  return [title, String(statuses.length), ...counts];
}

/** What would make the other items due; only what somebody has written down makes anything due. */
function describeNotTriggered(audit: Audit): readonly string[] {
  const silent = audit.coverage.filter((item) => item.status === 'not-triggered' && item.event !== '');
  if (silent.length === 0) return [];
  const events = [...groupBy(silent, (item) => item.event)].map(([event, items]) => `${event} (${items.length})`);
  return [
    '',
    ...wrap(
      `Events that make nothing due here, with their items: ${events.join(', ')}. Where one of them does happen, say so in mappings/events.csv.`,
    ),
  ];
}

/** How many items of each module of the return are recorded, in the order of the return. */
export function describeCoverage(audit: Audit, index: WorkspaceIndex): readonly string[] {
  const moduleOf = (item: string): string => index.items.get(itemId(item))?.module || 'Other';
  const modules = [...groupBy(audit.coverage, (item) => moduleOf(item.item))];
  if (modules.length === 0) return [...heading('Coverage by module'), 'No return was audited.'];
  const rows = modules.map(([module, items]) =>
    row(
      module,
      items.map((item) => item.status),
    ),
  );
  const all = row(
    'All',
    audit.coverage.map((item) => item.status),
  );
  const titles = ['Module', 'Items', ...COLUMNS.map((column) => column.title)];
  return [
    ...heading('Coverage by module'),
    ...table([titles, ...rows, all]),
    '',
    ...KEY,
    ...describeNotTriggered(audit),
  ];
}
