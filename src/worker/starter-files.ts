import { starterManifest } from '#pipeline/starter-manifest.ts';

/** The very tables that `throughline new` writes, as texts of the build. Fetched when somebody starts a new workspace. */
const TABLES = import.meta.glob<string>('/src/cli/starter/*/*.csv', { query: '?raw', import: 'default', eager: true });

const encoder = new TextEncoder();

/** A workspace to start from, by the paths of its files. */
export function starterFiles(today: string): ReadonlyMap<string, Uint8Array> {
  const tables = Object.entries(TABLES).map(([path, text]): readonly [string, string] => [
    path.replace('/src/cli/starter/', ''),
    text,
  ]);
  const texts: readonly (readonly [string, string])[] = [
    ['workflows/workspace.json', starterManifest(today)],
    ...tables,
  ];
  return new Map(texts.map(([path, text]) => [path, encoder.encode(text)]));
}
