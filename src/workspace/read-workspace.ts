import type { Problem } from '#model/finding.ts';
import { isSame } from '#model/is-same.ts';
import type { Workspace } from '#model/workspace.ts';
import { atRoot, type WorkspaceFiles } from './files.ts';
import { newLoaded, tellAbsent } from './load.ts';
import { orderProblems } from './order-problems.ts';
import { newReading } from './problems.ts';
import { MANIFEST_FILE, readManifest, WORKSPACE_FORMAT } from './read-manifest.ts';
import { readMappings } from './read-mapping-files.ts';
import { readWorkflows } from './read-workflows.ts';
import { type Memory, newMemory, newSlot, recall, type Slot } from './remember.ts';
import type { Table } from './table.ts';

/** A workspace as it was read: its meaning, what could not be understood, and the files behind it. */
export interface ReadWorkspace {
  readonly value: Workspace;
  readonly problems: readonly Problem[];
  /** The workspace's own tables, by file. */
  readonly tables: ReadonlyMap<string, Table>;
  /** The workspace's own files as they came in, without those that were refused. */
  readonly files: WorkspaceFiles;
  /** The returns and facts that the product ships, as they were read beside it. */
  readonly shipped: WorkspaceFiles;
}

const MANIFEST_READ: Slot<Workspace['manifest']> = newSlot();

const MANIFEST = {
  need: 'error',
  without: 'nobody can say whose workspace this is or which return is audited',
  remedy: `Add it: {"format": "${WORKSPACE_FORMAT}", "authority": "…", "title": "…", "returns": ["…"]}.`,
} as const;

/** What stands from an earlier reading: tables that may have been changed since, and what was read from them. */
export interface EarlierReading {
  readonly tables: ReadWorkspace['tables'];
  readonly memory: Memory;
  /** The workspace that is being changed: whatever still holds the same in it stays the same value. */
  readonly value?: Workspace;
  /** What was said of those tables when `value` was read from them: then they need not be read again. */
  readonly trusted?: readonly Problem[];
}

const FIRST: () => EarlierReading = () => ({ tables: new Map(), memory: newMemory() });

/**
 * Reads a workspace: the files of a council, and the returns and facts that the product ships. It never throws on what
 * the files hold; everything that could not be understood is among the problems. With an earlier reading, its tables
 * stand for their files, and what has not changed since is the same value as then.
 */
export function readWorkspace(
  files: WorkspaceFiles,
  shipped: WorkspaceFiles,
  earlier: EarlierReading = FIRST(),
): ReadWorkspace {
  const reading = newReading(earlier.memory);
  const local = newLoaded(reading, atRoot(files), { given: earlier.tables, trusted: earlier.trusted ?? null });
  const product = newLoaded(newReading(earlier.memory.shipped ?? newMemory()), shipped);
  if (!local.files.has(MANIFEST_FILE)) tellAbsent(local, MANIFEST_FILE, MANIFEST);
  const workflows = readWorkflows(local, earlier.value);
  const mappings = readMappings({ local, shipped: product, was: earlier.value }, workflows);
  const known = mappings.returns.map((one) => one.id);
  const bytes = local.files.get(MANIFEST_FILE);
  const manifest = recall(reading, {
    slot: MANIFEST_READ,
    from: [bytes, mappings.returns],
    read: () => readManifest(reading, bytes, known),
    settle: (before, after) => (isSame(before, after) ? before : after),
  });
  return {
    value: { manifest, ...workflows.part, ...mappings },
    problems: orderProblems([...reading.problems, ...product.reading.problems]),
    tables: local.tables,
    files: new Map([...local.files].filter(([file]) => !local.refused.has(file))),
    shipped,
  };
}
