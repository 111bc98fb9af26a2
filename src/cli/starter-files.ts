/** The files of `src/cli/starter`, built into the program as text. */
const FILES: Readonly<Record<string, string>> = import.meta.glob<string>('./starter/**/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function manifest(today: string): string {
  const content = {
    format: 'throughline/1',
    authority: 'Your council',
    title: 'A start: replace with your own workflow',
    returns: ['cin-2026-27'],
    asAt: today,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** A workspace to start from, with a note of what to do next: each file's path in it, and its text. */
export function starterFiles(today: string): ReadonlyMap<string, string> {
  const files = Object.entries(FILES).map(([path, text]): [string, string] => [path.replace('./starter/', ''), text]);
  return new Map([['workflows/workspace.json', manifest(today)], ...files]);
}
