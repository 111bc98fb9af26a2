import type { Shown } from '#app/use-shown.ts';
import { entriesOfFindings, entriesOfQuestions, entriesOfThings, toEntry } from '#diagram/search/build-entries.ts';
import { type FoundEntries, findEntries } from '#diagram/search/find-entries.ts';
import type { SearchEntry } from '#diagram/search/search-entry.ts';
import type { Finding } from '#model/finding.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { Command } from './command.ts';

/** What was gathered of a state of the workspace, for as long as it is looked at. */
const ofThings = new WeakMap<WorkspaceIndex, readonly SearchEntry[]>();
const ofQuestions = new WeakMap<WorkspaceIndex, readonly SearchEntry[]>();
const ofFindings = new WeakMap<readonly Finding[], readonly SearchEntry[]>();

function keep<Key extends object>(
  kept: WeakMap<Key, readonly SearchEntry[]>,
  key: Key,
  gather: (key: Key) => readonly SearchEntry[],
): readonly SearchEntry[] {
  const entries = kept.get(key) ?? gather(key);
  kept.set(key, entries);
  return entries;
}

const ofCommand = ({ id, name, keys }: Command): SearchEntry =>
  toEntry({ kind: 'command', id }, { title: name, detail: keys ?? '', codes: [], more: '' });

/** What is searched: the state that is shown, and what can be done. */
export interface Searched {
  readonly find: (words: string) => FoundEntries;
  /** Gathers ahead of the first word, part by part, so that no key waits for it. */
  readonly gather: readonly (() => void)[];
}

/** Searches what is shown; with no words, offers the commands. */
export function searchedIn({ index, audit }: Shown, commands: readonly Command[]): Searched {
  const doable = commands.map(ofCommand);
  const things = (): readonly SearchEntry[] => keep(ofThings, index, entriesOfThings);
  const questions = (): readonly SearchEntry[] => keep(ofQuestions, index, entriesOfQuestions);
  const findings = (): readonly SearchEntry[] =>
    audit === null ? [] : keep(ofFindings, audit.findings, entriesOfFindings);
  const offered = {
    count: doable.length,
    groups: [{ kind: 'command', count: doable.length, entries: doable }],
  } as const;
  return {
    find: (words) => (words.trim() === '' ? offered : findEntries([doable, things(), questions(), findings()], words)),
    gather: [things, questions, findings],
  };
}
