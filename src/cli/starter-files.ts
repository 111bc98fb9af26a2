import { starterManifest } from '#pipeline/starter-manifest.ts';

/** The files of `src/cli/starter`, built into the program as text. */
const FILES: Readonly<Record<string, string>> = import.meta.glob<string>('./starter/**/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** A workspace to start from, with a note of what to do next: each file's path in it, and its text. */
export function starterFiles(today: string): ReadonlyMap<string, string> {
  const files = Object.entries(FILES).map(([path, text]): [string, string] => [path.replace('./starter/', ''), text]);
  return new Map([['workflows/workspace.json', starterManifest(today)], ...files]);
}
